/** Rows of a table computed together: `batch` takes columns of numbers, a row has cells of text. */
import type { Formulas } from "#core";
import { core } from "#instance";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import type { Cells, Header } from "./csv.js";
import { plainNumber } from "./figures.js";

/** The result of a line by its index; nothing where it must be asked for alone. */
export type Together = (index: number) => string | undefined;

/**
 * Computes the lines whose every cell is a number or a word that its parameter takes; the others are
 * asked for one by one, which tells what is wrong with them. Nothing at all where the calculator takes no
 * columns, or a column is no parameter of it.
 */
export function many(
  calculator: CalculatorName,
  { names, separator }: Header,
  lines: readonly Cells[],
  outputs: readonly string[],
): Together | undefined {
  if (!isFormula(calculator)) return undefined;
  const { parameters, texts, lists } = calculators[calculator];
  const others = new Set([...texts, ...lists].map(({ name }) => name).concat("preset"));
  const columns: Column[] = [];
  for (const [cell, name] of names.entries()) {
    const info = parameters.find((parameter) => parameter.name === name);
    if (info !== undefined) columns.push({ cell, info, numbers: [] });
    else if (others.has(name)) columns.push({ cell, info: undefined, numbers: [] });
  }
  const taken = new Map<number, number>();
  for (const [index, cells] of lines.entries()) {
    if ("bad" in cells || cells.length !== names.length) continue;
    const row = columns.map(({ cell, info }) =>
      numberOf(info, cells[cell] ?? "", separator !== ","),
    );
    if (row.includes(undefined)) continue;
    taken.set(index, taken.size);
    for (const [at, number] of row.entries()) columns[at]?.numbers.push(number as number);
  }
  if (taken.size === 0) return undefined;
  const given = columns.filter(({ info }) => info !== undefined);
  const results = ask(calculator, given, outputs);
  if (results === undefined) return undefined;
  return (index) => {
    const row = taken.get(index);
    return row === undefined ? undefined : results.map((column) => column(row)).join(",");
  };
}

interface Column {
  readonly cell: number;
  /** None where it is no number: then only an empty cell is taken. */
  readonly info: ParameterInfo | undefined;
  readonly numbers: number[];
}

function isFormula(calculator: CalculatorName): calculator is CalculatorName & keyof Formulas {
  return calculator !== "pricePerformance" && calculator !== "scenarioOutlook";
}

/** What a cell is in a column: a word by its index, NaN for an absent value. */
function numberOf(
  info: ParameterInfo | undefined,
  text: string,
  decimalComma: boolean,
): number | undefined {
  if (info === undefined) return text === "" ? Number.NaN : undefined;
  const { kind, min, max, words = [] } = info;
  if (text === "") return info.default === null ? Number.NaN : initial(info);
  if (kind === "choice") {
    const index = words.indexOf(text);
    return index < 0 ? undefined : index;
  }
  const number = plainNumber(text, decimalComma);
  const fits = number !== undefined && number >= min && number <= max;
  return fits && (kind !== "integer" || Number.isInteger(number)) ? number : undefined;
}

function initial({ default: value, words = [] }: ParameterInfo): number {
  return typeof value === "string" ? words.indexOf(value) : Number(value);
}

/** The results of columns, as texts; nothing where the figures do not go together. */
function ask(
  calculator: keyof Formulas,
  columns: readonly Column[],
  outputs: readonly string[],
): ((row: number) => string)[] | undefined {
  const request = {
    calculator,
    columns: Object.fromEntries(
      columns.map(({ info, numbers }) => [info?.name, Float64Array.from(numbers)]),
    ),
    outputs,
  };
  let results: Readonly<Record<string, Float64Array | undefined>>;
  try {
    results = core().batch(request as Parameters<ReturnType<typeof core>["batch"]>[0]).columns;
  } catch (error) {
    if ((error as { fields?: unknown }).fields === undefined) throw error;
    return undefined;
  }
  return calculators[calculator].outputs.map(({ name, words }) => {
    const column = results[name];
    return (row) => {
      const value = column?.[row] ?? Number.NaN;
      if (Number.isNaN(value)) return "";
      return words === undefined ? String(value) : (words[value] ?? "");
    };
  });
}
