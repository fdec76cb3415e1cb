/** Inputs from a stream, one after another, in bounded memory. */
import { JSONParser } from "@streamparser/json/index.js";
import { parse } from "csv-parse/sync";
import type { CalculatorName } from "../generated/metadata.js";
import { suggestion } from "../suggest.js";
import { figure, textNames } from "./figures.js";
import { printable } from "./terminal.js";

/** An input, or why a row is none. */
export type Row = { readonly input: unknown } | { readonly bad: string };

/** The whole input makes no sense; there is no next row. */
export class InputError extends Error {
  override readonly name = "InputError";
}

export type InputFormat = "json" | "csv";

/** The most a row may hold, characters. */
const LONGEST = 1 << 20;

/** What is wrong with a text, in a line. */
function reason(error: unknown): string {
  return printable(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
}

/** Text in pieces, without the mark some systems put at its beginning. */
async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const bytes of source) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

/** The pieces from the first that is not blank on, and what they begin with. */
async function begun(
  pieces: AsyncGenerator<string>,
): Promise<{ first: string; text: AsyncGenerator<string> }> {
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return { first: "", text: pieces };
    const start = value.trimStart();
    if (start !== "") return { first: start.charAt(0), text: chained(start, pieces) };
  }
}

async function* chained(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/**
 * The inputs of a stream: JSON lines, one JSON object or an array of them, or CSV with a header of
 * parameter names; told apart by the first character unless the format is given.
 *
 * @throws {InputError} when what follows cannot be told into rows.
 */
export async function* rows(
  source: AsyncIterable<Uint8Array>,
  calculator: CalculatorName,
  format: InputFormat | undefined,
): AsyncGenerator<Row> {
  const { first, text } = await begun(decoded(source));
  if (first === "") return;
  const json = format === undefined ? "[{".includes(first) : format === "json";
  if (!json) yield* csvRows(text, calculator);
  else if (first === "[") yield* arrayRows(text);
  else yield* jsonRows(text);
}

/** The lines of a text; `undefined` for one that is longer than any row. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let line = "";
  let skipping = false;
  for await (const piece of text) {
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      line += piece.slice(start, end);
      yield skipping || line.length > LONGEST ? undefined : line;
      line = "";
      skipping = false;
      start = end + 1;
    }
    if (!skipping) line += piece.slice(start);
    if (line.length > LONGEST) {
      skipping = true;
      line = "";
    }
  }
  if (skipping) yield undefined;
  else if (line !== "") yield line;
}

/** An object a line, or one object over several. */
async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  /** The lines of what may be one object; none once it is known that each line is a row. */
  let whole: string[] | undefined;
  let size = 0;
  let first = true;
  for await (const line of lines(text)) {
    if (first && line !== undefined && !line.trimEnd().endsWith("}")) whole = [];
    first = false;
    if (whole !== undefined && line !== undefined && size + line.length < LONGEST) {
      size += line.length + 1;
      whole.push(line);
      continue;
    }
    yield* separate(whole ?? []);
    whole = undefined;
    const row = line === undefined ? TOO_LONG : jsonRow(line);
    if (row !== undefined) yield row;
  }
  if (whole === undefined) return;
  const row = jsonRow(whole.join("\n"));
  if (row !== undefined && "input" in row) yield row;
  else yield* separate(whole);
}

const TOO_LONG = { bad: `longer than ${LONGEST} characters` };

function* separate(lines: readonly string[]): Generator<Row> {
  for (const line of lines) {
    const row = jsonRow(line);
    if (row !== undefined) yield row;
  }
}

/** A row, or nothing for a blank line. */
function jsonRow(line: string): Row | undefined {
  if (line.trim() === "") return undefined;
  try {
    return { input: JSON.parse(line) };
  } catch (error) {
    return { bad: `not JSON: ${reason(error)}` };
  }
}

/** The entries of one array. */
async function* arrayRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let found: unknown[] = [];
  let failure: Error | undefined;
  const parser = new JSONParser({ paths: ["$.*"], keepStack: false });
  parser.onValue = ({ value }) => {
    found.push(value);
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  for await (const piece of text) {
    // After the end of the array nothing may follow but blanks.
    if (parser.isEnded) {
      if (piece.trim() !== "") throw new InputError("not JSON: text after the end of the array");
      continue;
    }
    parser.write(piece);
    const ready = found;
    found = [];
    for (const input of ready) yield { input };
    if (failure !== undefined) throw new InputError(`not JSON: ${reason(failure)}`);
  }
  if (!parser.isEnded) throw new InputError("not JSON: the array does not end");
}

/**
 * Rows under a header of parameter names; an empty cell gives nothing. No figure holds a line break, so
 * that each line is read alone: a quote that does not end spoils its own row and not all that follow.
 */
async function* csvRows(
  text: AsyncIterable<string>,
  calculator: CalculatorName,
): AsyncGenerator<Row> {
  let header: readonly string[] | undefined;
  for await (const line of lines(text)) {
    const records = line === undefined ? TOO_LONG : csvRecords(line);
    if ("bad" in records) {
      if (header === undefined) throw new InputError(`the header: ${records.bad}`);
      yield records;
      continue;
    }
    for (const record of records) {
      if (header === undefined) header = checkedHeader(record, calculator);
      else yield csvRow(header, record, calculator);
    }
  }
}

/** The cells of a line; none for a blank one. */
function csvRecords(line: string): string[][] | { readonly bad: string } {
  try {
    // A stray quote is the cell's own trouble.
    return parse(line, {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    return { bad: `not CSV: ${reason(error)}` };
  }
}

function csvRow(header: readonly string[], record: string[], calculator: CalculatorName): Row {
  if (record.length !== header.length) {
    return { bad: `${record.length} cells under a header of ${header.length}` };
  }
  const cells = header.flatMap((name, column) => {
    const text = record[column] ?? "";
    return text === "" ? [] : [[name, figure(calculator, name, text)] as const];
  });
  return { input: Object.fromEntries(cells) };
}

function checkedHeader(names: readonly string[], calculator: CalculatorName): readonly string[] {
  const known = textNames(calculator);
  const wrong = names.flatMap((name, column) => {
    if (names.indexOf(name) < column) return [`column ${printable(name)} is there twice`];
    if (known.includes(name)) return [];
    return [`${calculator} has no column "${printable(name)}"${suggestion(name, known)}`];
  });
  if (wrong.length > 0) throw new InputError(`the header: ${wrong.join(", ")}`);
  return names;
}
