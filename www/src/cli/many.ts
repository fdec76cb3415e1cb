/** Rows of a table computed together: the module of `csv/` reads and writes their text. */

import { frequent, text as module } from "virtual:csv-wasm/text";
import type { Formulas } from "#core";
import { Column, initSync, Results, Rows } from "#csv";
import { core } from "#instance";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import { decode } from "../inline.js";
import type { Header } from "./csv.js";

/** Rows that were computed together, as lines of CSV; or a line that must be asked for alone. */
export type Part =
  | { readonly text: Uint8Array<ArrayBuffer>; readonly rows: number }
  | { readonly line: string };

/**
 * Computes the lines whose every cell is a number or a word that its parameter takes; the others are
 * asked for one by one, which tells what is wrong with them. Nothing at all where the calculator takes no
 * columns, or the figures do not go together.
 *
 * @param keep - Columns whose text goes before the results.
 */
export function many(
  calculator: CalculatorName,
  { names, separator }: Header,
  lines: string,
  keep: readonly number[],
): Part[] | undefined {
  if (!isFormula(calculator)) return undefined;
  start();
  const columns = names.map((name) => columnOf(calculator, name));
  const rows = Rows.read(lines, separator, columns, Uint32Array.from(keep));
  try {
    if (rows.count === 0) return undefined;
    const results = computed(calculator, names, rows);
    return results && partsOf(rows, results);
  } finally {
    rows.free();
  }
}

/** The results of rows, with the other lines where they belong. */
function partsOf(rows: Rows, results: Results): Part[] {
  const lines = results.lines(rows);
  const text = lines.takeText() as Uint8Array<ArrayBuffer>;
  const { ends } = lines;
  lines.free();
  results.free();
  const parts: Part[] = [];
  let row = 0;
  const take = (next: number) => {
    if (next === row) return;
    const [from, to] = [ends[row - 1] ?? 0, ends[next - 1]];
    parts.push({ text: text.subarray(from, to), rows: next - row });
    row = next;
  };
  const { before, others, count } = rows;
  for (const [index, line] of others.entries()) {
    take(before[index] ?? count);
    parts.push({ line });
  }
  take(count);
  return parts;
}

let isStarted = false;

function start(): void {
  if (!isStarted) initSync({ module: decode(module, frequent) });
  isStarted = true;
}

function isFormula(calculator: CalculatorName): calculator is CalculatorName & keyof Formulas {
  return calculator !== "pricePerformance" && calculator !== "scenarioOutlook";
}

/** What the cells under a name are. */
function columnOf(calculator: CalculatorName, name: string): Column {
  const { parameters, texts, lists } = calculators[calculator];
  const info = parameters.find((parameter) => parameter.name === name);
  if (info === undefined) {
    const isKnown = name === "preset" || [...texts, ...lists].some((other) => other.name === name);
    return isKnown ? Column.empty() : Column.any();
  }
  const { kind, min, max, words = [] } = info;
  if (kind === "choice") return Column.word([...words], initialOf(info));
  return Column.number(min, max, kind === "integer", initialOf(info));
}

/** What an empty cell is. */
function initialOf({ default: value, words = [] }: ParameterInfo): number {
  if (value === null) return Number.NaN;
  return typeof value === "string" ? words.indexOf(value) : Number(value);
}

function computed(
  calculator: keyof Formulas,
  names: readonly string[],
  rows: Rows,
): Results | undefined {
  const { parameters, outputs } = calculators[calculator];
  const columns: Record<string, Float64Array> = {};
  for (const [index, name] of names.entries()) {
    if (parameters.some((parameter) => parameter.name === name)) columns[name] = rows.column(index);
  }
  const asked = outputs.map(({ name }) => name);
  const found = ask(calculator, columns, asked);
  if (found === undefined) return undefined;
  const results = new Results();
  for (const { name, words } of outputs) {
    const column = found[name] ?? new Float64Array(rows.count).fill(Number.NaN);
    if (words === undefined) results.numbers(column);
    else results.words(column, [...words]);
  }
  return results;
}

/** Columns of results by name; nothing where the figures do not go together. */
function ask(
  calculator: keyof Formulas,
  columns: Readonly<Record<string, Float64Array>>,
  outputs: readonly string[],
): Readonly<Record<string, Float64Array | undefined>> | undefined {
  const request = { calculator, columns, outputs };
  try {
    return core().batch(request as Parameters<ReturnType<typeof core>["batch"]>[0]).columns;
  } catch (error) {
    if ((error as { fields?: unknown }).fields === undefined) throw error;
    return undefined;
  }
}
