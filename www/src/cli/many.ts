/** Rows of a table computed together: `batch` takes columns of numbers, a row has cells of text. */
import type { Formulas } from "#core";
import { core } from "#instance";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import { cellsOf, type Header } from "./csv.js";
import { plainNumber } from "./figures.js";

/** The lines of a piece that were computed together; the others must be asked for alone. */
export interface Together {
  /** Where the lines end that begin with this one and were computed together: here, if it was not. */
  end(start: number): number;
  /** The results of such lines, a line each. */
  text(start: number, end: number): string;
}

/** Lines that are made into text at once: what that takes is forgotten cheaply where it is little. */
const MOST = 512;

/**
 * Computes the lines whose every cell is a number or a word that its parameter takes; the others are
 * asked for one by one, which tells what is wrong with them. Nothing at all where the calculator takes no
 * columns, or the figures do not go together.
 */
export function many(
  calculator: CalculatorName,
  { names, separator }: Header,
  lines: readonly (string | undefined)[],
  outputs: readonly string[],
): Together | undefined {
  if (!isFormula(calculator)) return undefined;
  const columns = names.map((name) => columnOf(calculator, name, lines.length));
  // The row of each line among those that are taken.
  const rows = new Int32Array(lines.length).fill(-1);
  let count = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || !takes(columns, separator, line, count)) continue;
    rows[index] = count;
    count += 1;
  }
  if (count === 0) return undefined;
  const results = ask(calculator, columns, count, outputs);
  if (results === undefined) return undefined;
  return {
    end(start) {
      const most = Math.min(lines.length, start + MOST);
      let end = start;
      while (end < most && rows[end] !== -1) end += 1;
      return end;
    },
    text(start, end) {
      const first = rows[start] ?? 0;
      return textOf(calculator, results, first, first + end - start);
    },
  };
}

/** A column of a table, and the numbers that its cells are. */
interface Column {
  /** None where the column is only passed on. */
  readonly name: string | undefined;
  /** None where it is no number: then only an empty cell is taken. */
  readonly info: ParameterInfo | undefined;
  /** What an empty cell is. */
  readonly initial: number;
  readonly numbers: Float64Array;
}

function isFormula(calculator: CalculatorName): calculator is CalculatorName & keyof Formulas {
  return calculator !== "pricePerformance" && calculator !== "scenarioOutlook";
}

function columnOf(calculator: CalculatorName, name: string, length: number): Column {
  const { parameters, texts, lists } = calculators[calculator];
  const info = parameters.find((parameter) => parameter.name === name);
  const known = name === "preset" || [...texts, ...lists].some((other) => other.name === name);
  return {
    name: known || info !== undefined ? name : undefined,
    info,
    initial: info === undefined ? Number.NaN : initialOf(info),
    numbers: new Float64Array(length),
  };
}

function initialOf({ default: value, words = [] }: ParameterInfo): number {
  if (value === null) return Number.NaN;
  return typeof value === "string" ? words.indexOf(value) : Number(value);
}

/** Reads a line into a row of the columns; false where one of them does not take its cell. */
function takes(columns: readonly Column[], separator: string, line: string, row: number): boolean {
  const decimalComma = separator !== ",";
  const take = (column: Column, text: string, start: number, end: number): boolean => {
    if (column.name === undefined) return true;
    const number = numberOf(column, text, start, end, decimalComma);
    if (number === undefined) return false;
    column.numbers[row] = number;
    return true;
  };
  if (line.includes('"')) {
    const cells = cellsOf(line, separator);
    if ("bad" in cells || cells.length !== columns.length) return false;
    return columns.every((column, at) => take(column, cells[at] ?? "", 0, cells[at]?.length ?? 0));
  }
  const length = line.endsWith("\r") ? line.length - 1 : line.length;
  let start = 0;
  for (const column of columns) {
    if (start > length) return false;
    const next = line.indexOf(separator, start);
    const end = next === -1 ? length : next;
    if (!take(column, line, start, end)) return false;
    start = end + 1;
  }
  return start === length + 1;
}

/** What a cell is in a column: a word by its index, NaN for an absent value. */
function numberOf(
  { info, initial }: Column,
  line: string,
  start: number,
  end: number,
  decimalComma: boolean,
): number | undefined {
  if (start === end) return initial;
  if (info !== undefined && info.kind !== "choice") {
    const number = decimal(line, start, end);
    if (number !== undefined) return fitting(info, number);
  }
  const text = line.slice(start, end).trim();
  if (text === "") return initial;
  if (info === undefined) return undefined;
  if (info.kind === "choice") {
    const index = info.words?.indexOf(text) ?? -1;
    return index < 0 ? undefined : index;
  }
  return fitting(info, plainNumber(text, decimalComma));
}

function fitting(
  { kind, min, max }: ParameterInfo,
  number: number | undefined,
): number | undefined {
  if (number === undefined || number < min || number > max) return undefined;
  return kind === "integer" && !Number.isInteger(number) ? undefined : number;
}

/** Digits of an integer that is a double whatever they are. */
const EXACT = 15;
const POWERS = Array.from({ length: EXACT + 1 }, (_, power) => Number(`1e${power}`));
const [ZERO, NINE, POINT] = [48, 57, 46];

/**
 * Digits with at most a point among them; undefined of other text, and of more digits. Both sides of the
 * division are exact, so that it is rounded once: the number is that of `Number`, at a tenth of the time.
 */
function decimal(text: string, start: number, end: number): number | undefined {
  if (end - start > EXACT) return undefined;
  let digits = 0;
  let point = end;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + (code - ZERO);
    else if (code === POINT && point === end && end - start > 1) point = at;
    else return undefined;
  }
  return point === end ? digits : digits / (POWERS[end - point - 1] ?? 1);
}

/** The results of columns; nothing where the figures do not go together. */
function ask(
  calculator: keyof Formulas,
  columns: readonly Column[],
  count: number,
  outputs: readonly string[],
): Results | undefined {
  const given = columns.flatMap(({ info, numbers }) =>
    info === undefined ? [] : [[info.name, numbers.subarray(0, count)] as const],
  );
  const request = { calculator, columns: Object.fromEntries(given), outputs };
  try {
    return core().batch(request as Parameters<ReturnType<typeof core>["batch"]>[0]).columns;
  } catch (error) {
    if ((error as { fields?: unknown }).fields === undefined) throw error;
    return undefined;
  }
}

/** Columns of results by name. */
type Results = Readonly<Record<string, Float64Array | undefined>>;

/** Rows of results, a line each. */
function textOf(calculator: keyof Formulas, results: Results, from: number, to: number): string {
  // Numbers that stand side by side are written together, words put between.
  const parts: string[][] = [];
  let numbers: Float64Array[] = [];
  const write = () => {
    if (numbers.length > 0) parts.push(written(numbers));
    numbers = [];
  };
  for (const { name, words } of calculators[calculator].outputs) {
    const column =
      results[name]?.subarray(from, to) ?? new Float64Array(to - from).fill(Number.NaN);
    if (words === undefined) {
      numbers.push(column);
    } else {
      write();
      parts.push(Array.from(column, (index) => words[index] ?? ""));
    }
  }
  write();
  let lines = parts[0] ?? [];
  for (const part of parts.slice(1)) lines = lines.map((line, row) => `${line},${part[row]}`);
  return lines.join("\n");
}

/**
 * Rows of numbers as text, empty where there is none. JSON has numbers as `String` has them, but writes
 * many of them in less than half the time; null is what it has where there is none.
 */
function written(columns: readonly Float64Array[]): string[] {
  const rows: number[][] = [];
  for (let index = 0; index < (columns[0]?.length ?? 0); index += 1) {
    const row: number[] = [];
    for (const column of columns) row.push(column[index] as number);
    rows.push(row);
  }
  return JSON.stringify(rows).slice(2, -2).split("null").join("").split("],[");
}
