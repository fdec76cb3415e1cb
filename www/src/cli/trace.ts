/** Demand hour by hour, from a file. */
import { FileError } from "./articles.js";
import { cellsIn, cellsOf, isBlank, separatorOf } from "./csv.js";
import { bothReadings, isUnclear, plainNumber } from "./figures.js";
import { printable } from "./terminal.js";

/** What the column is called where there are several. */
const COLUMN = "gpus";

/**
 * The numbers of a file: a JSON list, or CSV with one column, or with one called `gpus`. Without a header
 * the first row has no letters.
 *
 * @throws {FileError} for a file without such a column, and at the first row that has other columns or no
 * number.
 */
export function traceOf(text: string, name: string): number[] {
  const file = printable(name);
  const cells = /^\s*\[/.test(text) ? listed(text, file) : column(text, file);
  const bad = cells.indexOf(undefined);
  if (bad >= 0) throw new FileError([`${file}: row ${bad + 1} is no number`]);
  return cells as number[];
}

type Cells = (number | undefined)[];

type Calculate = (input: unknown) => object;

function listed(text: string, file: string): Cells {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    throw new FileError([`${file} is not JSON: ${printable((error as Error).message)}`]);
  }
  return (list as unknown[]).map((entry) => (typeof entry === "number" ? entry : undefined));
}

function column(text: string, file: string): Cells {
  const lines = text.split(/\r?\n/).filter((line) => !isBlank(line));
  const separator = separatorOf(lines[0] ?? "");
  const rows = lines.map((line, index) => {
    const cells = cellsOf(line, separator);
    if ("bad" in cells) throw new FileError([`${file}: row ${index + 1}: ${cells.bad}`]);
    return cells;
  });
  const number = (text: string) => plainNumber(text, separator !== ",");
  const [first = []] = rows;
  const odd = rows.findIndex((cells) => cells.length !== first.length);
  if (odd >= 0) {
    const count = `${cellsIn(rows[odd]?.length ?? 0)}, the first has ${first.length}`;
    throw new FileError([`${file}: row ${odd + 1} has ${count}`]);
  }
  const index = first.length === 1 ? 0 : first.indexOf(COLUMN);
  if (index < 0) {
    throw new FileError([`${file} has ${first.length} columns, and none is called ${COLUMN}`]);
  }
  // A figure with letters, as "37k", is no name either: digits come first.
  const header = /^[^\d.+-]*\p{L}/u.test(first[index] ?? "");
  const cells = rows.slice(header ? 1 : 0).map((row) => row[index] ?? "");
  const unclear = cells.findIndex((cell) => isUnclear(cell, separator !== ","));
  if (unclear >= 0) {
    throw new FileError([`${file}: row ${unclear + 1} = ${bothReadings(cells[unclear] ?? "")}`]);
  }
  return cells.map(number);
}

/** A calculator whose every input has the trace as its demand, and is refused with another. */
export function withTrace(calculate: Calculate, trace: readonly number[]): Calculate {
  return (input) => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) {
      return calculate(input);
    }
    if ("demand" in input) {
      const message = "demand is given by the input and by --trace";
      throw Object.assign(new Error(message), { fields: [] });
    }
    return calculate({ ...input, demand: { trace } });
  };
}
