/** `compute`: inputs in, results out, a line each. */
import type { Readable, Writable } from "node:stream";
import type { FieldError } from "#core";
import { core } from "#instance";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { type Cells, cellsOf, csvPieces, type Header } from "./csv.js";
import { figure, textNames } from "./figures.js";
import { many } from "./many.js";
import { InputError, type InputFormat, jsonRows, type Row, told } from "./rows.js";
import { fieldMessage, Lines, Progress } from "./terminal.js";
import { withTrace } from "./trace.js";

export interface Compute {
  readonly calculator: CalculatorName;
  readonly output: "json" | "csv";
  readonly input: InputFormat | undefined;
  /** Columns of a table that are passed through, before the results. */
  readonly keep: readonly string[];
  /** Demand hour by hour, for every input. */
  readonly trace: readonly number[] | undefined;
}

interface Refusal {
  readonly message: string;
  readonly fields: readonly FieldError[];
}

type Outcome = { readonly result: object } | { readonly refusal: Refusal };

type Calculate = (input: unknown) => object;

interface Out {
  readonly results: Lines;
  readonly complaints: Lines;
  readonly progress: Progress;
  row: number;
  failed: boolean;
}

/** The exit code: 0, or 1 when a row was bad. */
export async function compute(
  asked: Compute,
  stdin: Readable,
  stdout: Writable,
  stderr: Writable & { readonly isTTY?: boolean },
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
  if (asked.output === "csv") {
    await out.results.write([...asked.keep, ...names].map(quoted).join(","));
  }
  try {
    const found = await told(stdin, asked.input);
    if (found?.format === "csv") await table(asked, calculate, names, found.text, out);
    else if (found !== undefined) await list(asked, calculate, names, jsonRows(found), out);
  } catch (error) {
    const told = unreadable(error);
    if (told === undefined) throw error;
    out.failed = true;
    out.progress.clear();
    await out.complaints.write(`after row ${out.row}: ${told}`);
  }
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
  { output }: Compute,
  calculate: Calculate,
  names: readonly string[],
  rows: AsyncIterable<Row>,
  out: Out,
): Promise<void> {
  for await (const row of rows) {
    const outcome = await next(calculate, row, out);
    await out.results.write(output === "csv" ? line([], names, outcome) : json(outcome));
    if (out.results.closed) return;
  }
}

/** The lines of a table: those that are numbers alone are computed together, the others one by one. */
async function table(
  { calculator, output, keep }: Compute,
  calculate: Calculate,
  names: readonly string[],
  text: AsyncIterable<string>,
  out: Out,
): Promise<void> {
  for await (const { header, lines } of csvPieces(text, calculator, keep)) {
    if (out.row === 0 && header.separator !== ",") await explained(header, out);
    const columns = keep.map((name) => header.names.indexOf(name));
    const together = output === "csv" ? many(calculator, header, lines, names) : undefined;
    let at = 0;
    while (at < lines.length) {
      const end = together?.end(at) ?? at;
      if (together !== undefined && end > at) {
        const results = together.text(at, end);
        await out.results.write(
          columns.length === 0 ? results : beside(results, lines.slice(at, end), columns, header),
        );
        out.row += end - at;
        at = end;
      } else {
        const cells = cellsOf(lines[at], header.separator);
        const outcome = await next(calculate, tableRow(calculator, header, cells, keep), out);
        await out.results.write(
          output === "csv" ? line(taken(cells, columns), names, outcome) : json(outcome),
        );
        at += 1;
      }
      if (out.results.closed) return;
    }
    out.progress.show(out.row);
  }
}

/** Lines of results behind what is kept of the lines that they come from. */
function beside(
  results: string,
  lines: readonly (string | undefined)[],
  columns: readonly number[],
  { separator }: Header,
): string {
  const rows = results.split("\n");
  const kept = lines.map((line) => taken(cellsOf(line, separator), columns).join(","));
  return rows.map((row, at) => `${kept[at]},${row}`).join("\n");
}

/** The cells of some columns, as they may stand between commas. */
function taken(cells: Cells, columns: readonly number[]): string[] {
  return columns.map((column) => quoted(("bad" in cells ? "" : cells[column]) ?? ""));
}

async function explained({ separator }: Header, { complaints }: Out): Promise<void> {
  const name = separator === ";" ? "semicolons" : "tabs";
  await complaints.write(
    `read as a table separated by ${name}; a comma within a number is decimal`,
  );
}

function tableRow(
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

/** The answer to one input; what is wrong with it is told. */
async function next(calculate: Calculate, row: Row, out: Out): Promise<Outcome> {
  out.row += 1;
  const outcome = answer(calculate, row);
  if ("refusal" in outcome) {
    out.failed = true;
    out.progress.clear();
    for (const complaint of complaintsOf(outcome.refusal)) {
      await out.complaints.write(`row ${out.row}: ${complaint}`);
    }
    await out.complaints.flush();
  }
  return outcome;
}

function answer(calculate: Calculate, row: Row): Outcome {
  if ("bad" in row) return { refusal: { message: row.bad, fields: [] } };
  try {
    return { result: calculate(row.input) };
  } catch (error) {
    const { message, fields } = error as Refusal;
    if (fields === undefined) throw error;
    return { refusal: { message, fields } };
  }
}

function complaintsOf({ message, fields }: Refusal): string[] {
  return fields.length === 0 ? [message] : fields.map((field) => fieldMessage(field));
}

/** Schedules and series as arrays. */
function json(outcome: Outcome): string {
  const value = "result" in outcome ? outcome.result : { error: outcome.refusal };
  return JSON.stringify(value, (_, part) =>
    part instanceof Float64Array ? Array.from(part) : part,
  );
}

/** The results that are single figures or words, in the order of the table; what there is not is empty. */
function line(kept: readonly string[], names: readonly string[], outcome: Outcome): string {
  const result = "result" in outcome ? (outcome.result as Record<string, unknown>) : {};
  return [...kept, ...names.map((name) => String(result[name] ?? ""))].join(",");
}

/** A cell as it may stand between commas. */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
