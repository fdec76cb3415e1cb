/** Inputs from a stream, one after another, in bounded memory. */
import { JSONParser } from "@streamparser/json/index.js";
import { printable } from "./terminal.js";
import { decoded, InputError, LONGEST, linesOf } from "./text.js";

/** An input, or why a row is none. */
export type Row = { readonly input: unknown } | { readonly bad: string };

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

/** What a stream holds, told by its first character unless the format is given. */
export interface Told {
  readonly format: InputFormat;
  readonly first: string;
  readonly text: AsyncGenerator<string>;
}

/** Nothing where the stream is empty. */
export async function told(
  source: AsyncIterable<Uint8Array>,
  format: InputFormat | undefined,
): Promise<Told | undefined> {
  const { first, text } = await begun(decoded(source));
  if (first === "") return undefined;
  return { format: format ?? ("[{".includes(first) ? "json" : "csv"), first, text };
}

/** What a line ends with that begins a value over several. */
const OPEN = /[{[,:]\s*$/;

/**
 * The inputs of a stream of JSON: a value a line, values one after another over as many lines as they
 * like, or one array of them.
 *
 * @throws {InputError} when what follows cannot be told into rows.
 */
export async function* jsonRows({ first, text }: Told): AsyncGenerator<Row> {
  if (first === "[") {
    yield* entries(text);
    return;
  }
  let start = "";
  while (!start.includes("\n") && start.length <= LONGEST) {
    const { done, value } = await text.next();
    if (done) break;
    start += value;
  }
  const all = chained(start, text);
  if (OPEN.test(start.slice(0, start.indexOf("\n") + 1))) yield* printed(all);
  else for await (const lines of linesOf(all)) for (const line of lines) yield* lineRows(line);
}

export const TOO_LONG = { bad: `longer than ${LONGEST} characters` };

/** The values of a line: one, or several that follow each other; none of a blank one. */
function lineRows(line: string | undefined): Row[] {
  if (line === undefined) return [TOO_LONG];
  if (line.trim() === "") return [];
  try {
    return [{ input: JSON.parse(line) }];
  } catch (error) {
    const several = new Values({ paths: ["$"], separator: "" });
    const found = several.take(line);
    const isGood = several.failure === undefined && several.end() && found.length > 1;
    return isGood ? found.map((input) => ({ input })) : [{ bad: `not JSON: ${reason(error)}` }];
  }
}

/** Values of JSON as their text comes. */
class Values {
  failure: Error | undefined;
  readonly #parser: JSONParser;
  #found: unknown[] = [];

  constructor(options: ConstructorParameters<typeof JSONParser>[0]) {
    this.#parser = new JSONParser({ ...options, keepStack: false });
    this.#parser.onValue = ({ value }) => {
      this.#found.push(value);
    };
    this.#parser.onError = (error) => {
      this.failure ??= error;
    };
  }

  get isEnded(): boolean {
    return this.#parser.isEnded;
  }

  /** The values that a piece of text completes. */
  take(text: string): unknown[] {
    this.#parser.write(text);
    const ready = this.#found;
    this.#found = [];
    return ready;
  }

  /** Whether nothing that was begun is missing its end. */
  end(): boolean {
    if (!this.#parser.isEnded) this.#parser.end();
    return this.failure === undefined;
  }
}

/** Values one after another, over as many lines as they like. */
async function* printed(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const values = new Values({ paths: ["$"], separator: "" });
  for await (const piece of text) {
    for (const input of values.take(piece)) yield { input };
    if (values.failure !== undefined) throw new InputError(`not JSON: ${reason(values.failure)}`);
  }
  if (!values.end()) throw new InputError("not JSON: the last value does not end");
}

/** The entries of one array. */
async function* entries(text: AsyncIterable<string>): AsyncGenerator<Row> {
  const values = new Values({ paths: ["$.*"] });
  for await (const piece of text) {
    // After the end of the array nothing may follow but blanks.
    if (values.isEnded) {
      if (piece.trim() !== "") throw new InputError("not JSON: text after the end of the array");
      continue;
    }
    for (const input of values.take(piece)) yield { input };
    if (values.failure !== undefined) throw new InputError(`not JSON: ${reason(values.failure)}`);
  }
  if (!values.isEnded) throw new InputError("not JSON: the array does not end");
}
