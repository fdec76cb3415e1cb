/** Inputs from a stream, one after another, in bounded memory. */
import { JSONParser } from "@streamparser/json/index.js";
import { LONGEST, linesOf } from "./text.js";
import { printable } from "./terminal.js";

/** An input, or why a row is none. */
export type Row = { readonly input: unknown } | { readonly bad: string };

/** The whole input makes no sense; there is no next row. */
export class InputError extends Error {
  override readonly name = "InputError";
}

export type InputFormat = "json" | "csv";

/** What is wrong with a text, in a line. */
export function reason(error: unknown): string {
  return printable(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
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

export const TOO_LONG = { bad: `longer than ${LONGEST} characters` };

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
