/** `compute`: inputs in, results out, a line each. */
import type { Readable, Writable } from "node:stream";
import type { FieldError } from "#core";
import { core } from "#instance";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { InputError, type InputFormat, type Row, rows } from "./rows.js";
import { fieldMessage, Lines } from "./terminal.js";

export interface Compute {
  readonly calculator: CalculatorName;
  readonly output: "json" | "csv";
  readonly input: InputFormat | undefined;
}

interface Refusal {
  readonly message: string;
  readonly fields: readonly FieldError[];
}

type Outcome = { readonly result: object } | { readonly refusal: Refusal };

/** The exit code: 0, or 1 when a row was bad. */
export async function compute(
  { calculator, output, input }: Compute,
  stdin: Readable,
  stdout: Writable,
  stderr: Writable,
): Promise<number> {
  const calculate = core()[calculator] as (input: unknown) => object;
  const results = new Lines(stdout);
  const complaints = new Lines(stderr);
  const names = calculators[calculator].outputs.map(({ name }) => name);
  let row = 0;
  let failed = false;
  if (output === "csv") await results.write(names.join(","));
  try {
    for await (const next of rows(stdin, calculator, input)) {
      row++;
      const outcome = answer(calculate, next);
      if ("refusal" in outcome) {
        failed = true;
        for (const complaint of told(outcome.refusal)) {
          await complaints.write(`row ${row}: ${complaint}`);
        }
        await complaints.flush();
      }
      await results.write(output === "csv" ? csv(names, outcome) : json(outcome));
      if (results.closed) break;
    }
  } catch (error) {
    const told = unreadable(error);
    if (told === undefined) throw error;
    failed = true;
    await complaints.write(`after row ${row}: ${told}`);
  }
  await results.flush();
  await complaints.flush();
  return failed ? 1 : 0;
}

/** Why there is no next row, if that is what an error says. */
function unreadable(error: unknown): string | undefined {
  if (error instanceof InputError) return error.message;
  const read = error instanceof Error && "syscall" in error && error.syscall === "read";
  return read ? `cannot be read: ${error.message}` : undefined;
}

function answer(calculate: (input: unknown) => object, row: Row): Outcome {
  if ("bad" in row) return { refusal: { message: row.bad, fields: [] } };
  try {
    return { result: calculate(row.input) };
  } catch (error) {
    const { message, fields } = error as Refusal;
    if (fields === undefined) throw error;
    return { refusal: { message, fields } };
  }
}

function told({ message, fields }: Refusal): string[] {
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
function csv(names: readonly string[], outcome: Outcome): string {
  const result = "result" in outcome ? (outcome.result as Record<string, unknown>) : {};
  return names.map((name) => String(result[name] ?? "")).join(",");
}
