/** Pieces of a table, and the lines of CSV that their rows come to. */
import { core } from "#instance";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { answer, type Calculate, complaintsOf, lineOf } from "./answers.js";
import { type Cells, cellsIn, cellsOf, type Header, type Piece, rowsIn } from "./csv.js";
import { bothReadings, figure, isUnclear, textNames } from "./figures.js";
import { many } from "./many.js";
import type { Row } from "./rows.js";
import { fitting } from "./text.js";

/** What is asked of a table. */
export interface Table {
  readonly calculator: CalculatorName;
  /** Columns that are passed through, before the results. */
  readonly keep: readonly string[];
}

export interface Answer {
  readonly rows: number;
  /** Lines of results, one for each row: a line, or bytes that are several. */
  readonly results: readonly (string | Uint8Array<ArrayBuffer>)[];
  /** What is wrong with rows of the piece, from 0. */
  readonly complaints: readonly { readonly row: number; readonly text: string }[];
}

/** Rows that are numbers alone are computed together, the others one by one. */
export function answered({ calculator, keep }: Table, piece: Piece): Answer {
  const { header, text, isRow } = piece;
  const names = calculators[calculator].outputs.map(({ name }) => name);
  const calculate = core()[calculator] as Calculate;
  const kept = keep.map((name) => header.names.indexOf(name));
  const results: (string | Uint8Array<ArrayBuffer>)[] = [];
  const complaints: { row: number; text: string }[] = [];
  let rows = 0;
  const alone = (line: string | undefined) => {
    const cells = cellsOf(line, header.separator);
    const outcome = answer(calculate, rowOf(calculator, header, cells, keep));
    for (const text of complaintsOf(calculator, outcome)) complaints.push({ row: rows, text });
    results.push(lineOf(cellsAt(cells, kept), names, outcome));
    rows += 1;
  };
  const isOne = text === undefined || isRow;
  const together = isOne ? undefined : many(calculator, header, text, kept);
  if (together === undefined) {
    for (const line of rowsIn(piece)) alone(line);
  } else {
    for (const part of together) {
      if ("line" in part) {
        alone(fitting(part.line));
      } else {
        results.push(part.text);
        rows += part.rows;
      }
    }
  }
  return { rows, results, complaints };
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
    return { bad: `${cellsIn(cells.length)} under a header of ${names.length}` };
  }
  const isFigure = (name: string) => !keep.includes(name) || textNames(calculator).includes(name);
  const unclear = names.find(
    (name, column) => isFigure(name) && isUnclear(cells[column] ?? "", separator !== ","),
  );
  if (unclear !== undefined) {
    return { bad: `${unclear} = ${bothReadings(cells[names.indexOf(unclear)] ?? "")}` };
  }
  const given = names.flatMap((name, column) => {
    const text = cells[column] ?? "";
    if (text === "" || !isFigure(name)) return [];
    return [[name, figure(calculator, name, text, separator !== ",")] as const];
  });
  return { input: Object.fromEntries(given) };
}
