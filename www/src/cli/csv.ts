/** Tables of CSV, in pieces as they come: what separates their cells, and the rows told into cells. */
import { parse } from "csv-parse/sync";
import type { CalculatorName } from "../generated/metadata.js";
import { suggestion } from "../suggest.js";
import { textNames } from "./figures.js";
import { RowLines } from "./row-lines.js";
import { reason, TOO_LONG } from "./rows.js";
import { printable } from "./terminal.js";
import { fitting, InputError, wholeLines } from "./text.js";

/** A row's cells, or why it is none. */
export type Cells = readonly string[] | { readonly bad: string };

/** The columns of a table: what separates their cells, and what each is called. */
export interface Header {
  readonly names: readonly string[];
  readonly separator: string;
}

export interface Piece {
  readonly header: Header;
  /** Whole lines; none in place of one that is longer than any row. */
  readonly text: string | undefined;
  /** Whether the lines are one row. */
  readonly isRow: boolean;
}

/** What may separate cells; where it is not the comma, numbers may have decimal commas. */
const SEPARATORS = [",", ";", "\t"];

/**
 * The table's rows, a piece of the stream at a time.
 *
 * @throws {InputError} when the header names what is no figure and is not kept either.
 */
export async function* csvPieces(
  stream: AsyncIterable<string>,
  calculator: CalculatorName,
  kept: readonly string[],
): AsyncGenerator<Piece> {
  let header: Header | undefined;
  let rows: RowLines | undefined;
  for await (const piece of wholeLines(stream)) {
    let text = piece;
    while (header === undefined && text !== "") {
      const [line, rest] = cut(text);
      header = headerOf(line, calculator, kept);
      text = rest;
    }
    if (header === undefined) continue;
    // Without rows as well: what is to be said of the header is said then.
    if (rows === undefined) yield { header, text: "", isRow: false };
    rows ??= new RowLines(header.separator);
    for (const found of text === undefined ? rows.end() : rows.take(text)) {
      yield { header, ...found };
    }
    if (text === undefined) yield { header, text, isRow: false };
  }
  if (header === undefined || rows === undefined) return;
  for (const found of rows.end()) yield { header, ...found };
}

/** The first line of a text, and the others. */
function cut(text: string | undefined): [string | undefined, string] {
  const end = text?.indexOf("\n") ?? -1;
  if (text === undefined || end === -1) return [text && fitting(text), ""];
  return [fitting(text.slice(0, end)), text.slice(end + 1)];
}

/** The rows of a piece that are not blank; none in place of one that is longer than any. */
export function rowsIn({ text, isRow }: Piece): (string | undefined)[] {
  if (text === undefined) return [undefined];
  const rows = isRow ? [text] : text.split("\n").filter((line) => !isBlank(line));
  return rows.map(fitting);
}

/** What separates most cells of a line. */
export function separatorOf(line: string): string {
  const count = (separator: string) => line.split(separator).length;
  const [separator = ","] = [...SEPARATORS].sort((a, b) => count(b) - count(a));
  return separator;
}

/** "1 cell", "2 cells". */
export function cellsIn(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}

export function isBlank(line: string): boolean {
  return !/\S/.test(line);
}

function headerOf(
  line: string | undefined,
  calculator: CalculatorName,
  kept: readonly string[],
): Header | undefined {
  if (line !== undefined && isBlank(line)) return undefined;
  const separator = separatorOf(line ?? "");
  const names = cellsOf(line, separator);
  if ("bad" in names) throw new InputError(`the header: ${names.bad}`);
  const known = [...textNames(calculator), ...kept];
  const wrong = names.flatMap((name, column) => {
    if (names.indexOf(name) < column) return [`column ${printable(name)} is there twice`];
    if (known.includes(name)) return [];
    const meant = suggestion(name, known) || `; --csv --keep ${printable(name)} passes it on`;
    return [`${calculator} has no column "${printable(name)}"${meant}`];
  });
  for (const name of kept) {
    if (!names.includes(name)) wrong.push(`no column "${printable(name)}" to keep`);
  }
  if (wrong.length > 0) throw new InputError(`the header: ${wrong.join(", ")}`);
  return { names, separator };
}

/** What the library finds wrong with quotes, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quotation mark is opened and not closed",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quotation mark",
};

/** The cells of a row. Quotes are the library's business, and are rare. */
export function cellsOf(line: string | undefined, separator: string): Cells {
  if (line === undefined) return TOO_LONG;
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  try {
    // A stray quote is the cell's own trouble.
    const [record = []] = parse(line, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
    return record;
  } catch (error) {
    const { code = "" } = error as { code?: string };
    return { bad: FAULTS[code] ?? `not CSV: ${reason(error)}` };
  }
}
