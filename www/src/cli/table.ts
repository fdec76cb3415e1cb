/** Pieces of a table, and the lines of CSV that their rows come to. */
import { core } from "#instance";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { answer, type Calculate, complaintsOf, line } from "./answers.js";
import { type Cells, cellsOf, type Header, type Piece } from "./csv.js";
import { figure, textNames } from "./figures.js";
import { many } from "./many.js";
import type { Row } from "./rows.js";

/** What is asked of a table. */
export interface Table {
  readonly calculator: CalculatorName;
  /** Columns that are passed through, before the results. */
  readonly keep: readonly string[];
}

export interface Answer {
  readonly rows: number;
  /** A line for each row, in pieces that are soon written. */
  readonly results: readonly string[];
  /** What is wrong with rows of the piece, from 0. */
  readonly complaints: readonly { readonly row: number; readonly text: string }[];
}

/** Rows that are numbers alone are computed together, the others one by one. */
export function answered({ calculator, keep }: Table, { header, lines }: Piece): Answer {
  const names = calculators[calculator].outputs.map(({ name }) => name);
  const calculate = core()[calculator] as Calculate;
  const kept = keep.map((name) => header.names.indexOf(name));
  const together = many(calculator, header, lines, names);
  const results: string[] = [];
  const complaints: { row: number; text: string }[] = [];
  let row = 0;
  while (row < lines.length) {
    const end = together?.end(row) ?? row;
    if (together !== undefined && end > row) {
      const text = together.text(row, end);
      results.push(kept.length === 0 ? text : beside(text, lines.slice(row, end), kept, header));
      row = end;
    } else {
      const cells = cellsOf(lines[row], header.separator);
      const outcome = answer(calculate, rowOf(calculator, header, cells, keep));
      for (const text of complaintsOf(outcome)) complaints.push({ row, text });
      results.push(line(cellsAt(cells, kept), names, outcome));
      row += 1;
    }
  }
  return { rows: lines.length, results, complaints };
}

/** Lines of results behind what is kept of the lines that they come from. */
function beside(
  results: string,
  lines: Piece["lines"],
  kept: readonly number[],
  { separator }: Header,
): string {
  const rows = results.split("\n");
  return lines
    .map((line, row) => [...cellsAt(cellsOf(line, separator), kept), rows[row]].join(","))
    .join("\n");
}

/** The cells of some columns, as they may stand between commas. */
function cellsAt(cells: Cells, columns: readonly number[]): string[] {
  return columns.map((column) => quoted(("bad" in cells ? "" : cells[column]) ?? ""));
}

/** A cell as it may stand between commas. */
export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function rowOf(
  calculator: CalculatorName,
  { names, separator }: Header,
  cells: Cells,
  keep: readonly string[],
): Row {
  if ("bad" in cells) return cells;
  if (cells.length !== names.length) {
    return { bad: `${cells.length} cells under a header of ${names.length}` };
  }
  const given = names.flatMap((name, column) => {
    const text = cells[column] ?? "";
    const isFigure = !keep.includes(name) || textNames(calculator).includes(name);
    if (text === "" || !isFigure) return [];
    return [[name, figure(calculator, name, text, separator !== ",")] as const];
  });
  return { input: Object.fromEntries(given) };
}
