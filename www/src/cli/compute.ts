/** `compute`: inputs in, results out, a line each. */
import type { Readable, Writable } from "node:stream";
import { core } from "#instance";
import { calculators } from "../generated/metadata.js";
import { plainResult } from "../plain.js";
import { answer, type Calculate, complaintsOf, lineOf, type Outcome } from "./answers.js";
import { cellsOf, csvPieces, type Piece, rowsIn } from "./csv.js";
import { type InputFormat, jsonRows, type Row, told } from "./rows.js";
import { type Answer, answered, quoted, rowOf, type Table } from "./table.js";
import { Lines, Progress, UsageError } from "./terminal.js";
import { InputError } from "./text.js";
import { Threads } from "./threads.js";
import { withTrace } from "./trace.js";

export interface Compute extends Table {
  readonly output: "json" | "csv";
  readonly input: InputFormat | undefined;
  /** Demand hour by hour, for every input. */
  readonly trace: readonly number[] | undefined;
}

interface Out {
  readonly results: Lines;
  readonly complaints: Lines;
  readonly progress: Progress;
  row: number;
  failed: boolean;
}

/**
 * The exit code: 0, or 1 when a row was bad.
 *
 * @param thread - The file that a thread runs.
 * @param hint - What to do where there is no input at all.
 * @throws {UsageError} where there is none.
 */
export async function compute(
  asked: Compute,
  stdin: Readable,
  stdout: Writable,
  stderr: Writable & { readonly isTTY?: boolean },
  thread: string,
  hint: string,
): Promise<number> {
  const alone = core()[asked.calculator] as Calculate;
  const calculate = asked.trace === undefined ? alone : withTrace(alone, asked.trace);
  const out: Out = {
    results: new Lines(stdout),
    complaints: new Lines(stderr),
    progress: new Progress(stderr),
    row: 0,
    failed: false,
  };
  const names = calculators[asked.calculator].outputs.map(({ name }) => name);
  try {
    const found = await told(stdin, asked.input);
    // A stream of JSON may well have no values; a table has a header at least.
    if (found === undefined && asked.input !== "json") {
      throw new UsageError("no rows: standard input is empty", hint);
    }
    if (found?.format === "json" && asked.keep.length > 0) {
      throw new UsageError("--keep passes columns of a table on: JSON has none", hint);
    }
    if (asked.output === "csv") {
      await out.results.write([...asked.keep, ...names].map(quoted).join(","));
    }
    if (found?.format === "csv") {
      const pieces = explained(csvPieces(found.text, asked.calculator, asked.keep), out);
      if (asked.output === "csv") await table(asked, pieces, new Threads(thread), out);
      else await list(asked, calculate, names, tableRows(asked, pieces), out);
    } else if (found !== undefined) {
      await list(asked, calculate, names, jsonRows(found), out);
    }
  } catch (error) {
    const told = unreadable(error);
    if (told === undefined) throw error;
    out.failed = true;
    out.progress.clear();
    await out.complaints.write(out.row === 0 ? told : `after row ${out.row}: ${told}`);
  }
  if (out.row === 0 && !out.failed && !out.results.closed) await out.complaints.write("no rows");
  out.progress.clear();
  await out.results.flush();
  await out.complaints.flush();
  return out.failed ? 1 : 0;
}

/** Why there is no next row, if that is what an error says. */
function unreadable(error: unknown): string | undefined {
  if (error instanceof InputError) return error.message;
  const read = error instanceof Error && "syscall" in error && error.syscall === "read";
  return read ? `cannot be read: ${error.message}` : undefined;
}

/** Inputs that are objects, one after another. */
async function list(
  { calculator, output }: Compute,
  calculate: Calculate,
  names: readonly string[],
  rows: AsyncIterable<Row>,
  out: Out,
): Promise<void> {
  for await (const row of rows) {
    const outcome = answer(calculate, row);
    const complaints = complaintsOf(calculator, outcome, "input" in row ? row.input : undefined);
    if (complaints.length > 0)
      await complain(
        complaints.map((text) => ({ row: 0, text })),
        out,
      );
    out.row += 1;
    await out.results.write(output === "csv" ? lineOf([], names, outcome) : json(outcome));
    if (out.results.closed) return;
    out.progress.show(out.row);
  }
}

/** Characters that a table has before threads are worth their start: some 20,000 rows. */
const SHORT = 400_000;

/** The pieces of a table, several at once where it is long; their answers in their order. */
async function table(
  asked: Table,
  pieces: AsyncIterable<Piece>,
  threads: Threads,
  out: Out,
): Promise<void> {
  let written: Promise<unknown> = Promise.resolve();
  const begun: Promise<unknown>[] = [];
  let length = 0;
  try {
    for await (const piece of pieces) {
      if (out.results.closed) return;
      length += piece.text?.length ?? 0;
      if (length > SHORT) threads.start();
      const answer = threads.answer(asked, piece) ?? answered(asked, piece);
      written = Promise.all([answer, written]).then(([answer]) => tell(answer, out));
      // Whoever awaits it is told; until then it may have failed already.
      written.catch(() => {});
      begun.push(written);
      if (begun.length > threads.most) await begun.shift();
    }
  } finally {
    await written.finally(() => threads.stop());
  }
}

async function tell({ rows, results, complaints }: Answer, out: Out): Promise<void> {
  await complain(complaints, out);
  for (const lines of results) {
    await (typeof lines === "string" ? out.results.write(lines) : out.results.writeBytes(lines));
  }
  out.row += rows;
  out.progress.show(out.row);
}

/** Says what is wrong with rows, which are counted from the next one on. */
async function complain(complaints: Answer["complaints"], out: Out): Promise<void> {
  if (complaints.length === 0) return;
  out.failed = true;
  out.progress.clear();
  for (const { row, text } of complaints) {
    await out.complaints.write(`row ${out.row + row + 1}: ${text}`);
  }
  await out.complaints.flush();
}

/** The pieces of a table; what is not plain about it is said before the first. */
async function* explained(
  pieces: AsyncIterable<Piece>,
  { complaints }: Out,
): AsyncGenerator<Piece> {
  let isTold = false;
  for await (const piece of pieces) {
    const { separator } = piece.header;
    if (!isTold && separator !== ",") {
      const name = separator === ";" ? "semicolons" : "tabs";
      await complaints.write(
        `read as a table separated by ${name}; a comma within a number is decimal`,
      );
    }
    isTold = true;
    yield piece;
  }
}

/** The rows of a table, one after another. */
async function* tableRows(
  { calculator, keep }: Compute,
  pieces: AsyncIterable<Piece>,
): AsyncGenerator<Row> {
  for await (const piece of pieces) {
    const { header } = piece;
    for (const line of rowsIn(piece)) {
      yield rowOf(calculator, header, cellsOf(line, header.separator), keep);
    }
  }
}

/** Schedules and series as arrays. */
function json(outcome: Outcome): string {
  const value = "result" in outcome ? outcome.result : { error: outcome.refusal };
  return JSON.stringify(plainResult(value));
}
