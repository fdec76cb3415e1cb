/** Inputs from a stream, one after another, in bounded memory. */
import { JSONParser, TokenType } from "@streamparser/json/index.js";
import { visit } from "jsonc-parser";
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
  const values = new ValueLines();
  for await (const lines of linesOf(text)) for (const line of lines) yield* values.take(line);
  yield* values.end();
}

export const TOO_LONG = { bad: `longer than ${LONGEST} characters` };

/** Lines of JSON: what one does not end goes on in the next; what one spoils is its own. */
class ValueLines {
  #begun: string[] = [];
  #length = 0;
  #depth = 0;
  #parser: Values | undefined;

  /** The values that a line completes; none of a blank one. */
  *take(line: string | undefined): Generator<Row> {
    if (line === undefined) {
      yield* this.end();
      yield TOO_LONG;
      return;
    }
    if (this.#begun.length === 0) {
      if (line.trim() === "") return;
      const row = parsed(line);
      if ("input" in row) {
        yield row;
        return;
      }
    }
    this.#begun.push(line);
    this.#length += line.length;
    const { depth } = endsIn(line, this.#depth);
    this.#depth = depth;
    if (depth === 0) {
      const text = this.#begun.join("\n");
      this.#reset();
      yield* valuesIn(text);
      return;
    }
    this.#parser ??= new Values({ paths: ["$"], separator: "" });
    this.#parser.take(`${line}\n`);
    const isBad = this.#parser.failure !== undefined || this.#length > LONGEST;
    if (depth < 0 || Number.isNaN(depth) || isBad) yield* this.end();
  }

  /** What was begun and does not end is no value, but lines of it may be. */
  *end(): Generator<Row> {
    const [first, ...others] = this.#begun;
    this.#reset();
    if (first === undefined) return;
    yield* valuesIn(first);
    for (const line of others) if (line.trim() !== "") yield* valuesIn(line);
  }

  #reset(): void {
    this.#begun = [];
    this.#length = 0;
    this.#depth = 0;
    this.#parser = undefined;
  }
}

/** Quoted texts, and brackets. */
const TOKENS = /"(?:[^"\\]|\\.)*"|["[\]{}]/g;

/** Where in a text brackets close the outermost, and how many are open after it: NaN within quotes. */
function endsIn(text: string, open: number): { ends: number[]; depth: number } {
  const ends: number[] = [];
  let depth = open;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '"') return { ends, depth: Number.NaN };
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else continue;
    if (depth < 0) return { ends, depth };
    if (depth === 0) ends.push(index + 1);
  }
  return { ends, depth };
}

/** The values of a text that follow each other, each as it is. */
function valuesIn(text: string): Row[] {
  const { ends } = endsIn(text, 0);
  const starts = [0, ...ends];
  const parts = starts.map((start, index) => text.slice(start, starts[index + 1]));
  return parts.filter((part) => part.trim() !== "").map(parsed);
}

/** A value, with each of its names once: which of two is meant nobody can say. */
function rowOf(input: unknown, twice: string | undefined): Row {
  return twice === undefined ? { input } : { bad: `"${printable(twice)}" is there twice` };
}

/** One value. */
function parsed(text: string): Row {
  try {
    return rowOf(JSON.parse(text), nameTwice(text));
  } catch (error) {
    return { bad: `not JSON: ${reason(error)}` };
  }
}

/** A name that an object has more than once: of these a parser keeps the last. */
class Names {
  #open: Set<string>[] = [];
  #twice: string | undefined;

  begin(): void {
    this.#open.push(new Set());
  }

  end(): void {
    this.#open.pop();
  }

  take(name: string): void {
    const names = this.#open.at(-1);
    if (names?.has(name)) this.#twice ??= name;
    names?.add(name);
  }

  /** The first since it was asked for. */
  twice(): string | undefined {
    const twice = this.#twice;
    this.#twice = undefined;
    return twice;
  }
}

function nameTwice(text: string): string | undefined {
  const names = new Names();
  visit(text, {
    onObjectBegin: () => names.begin(),
    onObjectEnd: () => names.end(),
    onObjectProperty: (name) => names.take(name),
  });
  return names.twice();
}

/** Values of JSON as their text comes. */
class Values {
  failure: Error | undefined;
  readonly #parser: JSONParser;
  readonly #names = new Names();
  #found: Row[] = [];

  constructor(options: ConstructorParameters<typeof JSONParser>[0]) {
    this.#parser = new JSONParser({ ...options, keepStack: false });
    this.#parser.onValue = ({ value }) => {
      this.#found.push(rowOf(value, this.#names.twice()));
    };
    let last = "";
    this.#parser.onToken = ({ token, value }) => {
      if (token === TokenType.LEFT_BRACE) this.#names.begin();
      else if (token === TokenType.RIGHT_BRACE) this.#names.end();
      // What stands before a colon is a name.
      else if (token === TokenType.COLON) this.#names.take(last);
      last = String(value);
    };
    this.#parser.onError = (error) => {
      this.failure ??= error;
    };
  }

  get isEnded(): boolean {
    return this.#parser.isEnded;
  }

  /** The values that a piece of text completes. */
  take(text: string): Row[] {
    this.#parser.write(text);
    const ready = this.#found;
    this.#found = [];
    return ready;
  }
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
    yield* values.take(piece);
    if (values.failure !== undefined) throw new InputError(`not JSON: ${reason(values.failure)}`);
  }
  if (!values.isEnded) throw new InputError("not JSON: the array does not end");
}
