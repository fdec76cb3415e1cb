/** The functions of the module as functions of plain objects. */
import type * as Module from "#core";
import { type FunctionName, functions } from "./generated/functions.js";
import { decoder, encode, isColumn } from "./wire.js";

/** The calculators and the analyses. */
export type Core = Readonly<Pick<typeof Module, FunctionName>>;

type Plain = (input?: unknown) => unknown;

/** A batch whose columns may be parts of its answer, to be copied from there. */
type Run = (request: unknown, shared?: boolean) => unknown;

/** Rows of a batch that cross at once: their columns stay in the processor's cache. */
const CHUNK = 8192;

/** The functions of a module that has been started. */
export function bind(call: typeof Module.call, memory: WebAssembly.Memory): Core {
  const decode = decoder(memory);
  const run = (place: number, input: unknown, shared?: boolean): unknown => {
    const answer = encode(input, (message) => call(place, message));
    const value = decode(answer as Float64Array<ArrayBuffer>, 1, shared);
    if (answer[0] === 1) return value;
    throw calculatorError(value as Pick<Module.CalculatorError, "message" | "fields">);
  };
  const all = functions.map((name, place): [string, Plain] => [name, (input) => run(place, input)]);
  const place = functions.indexOf("batch");
  const batch: Run = (request, shared) => run(place, request, shared);
  const core = { ...Object.fromEntries(all), batch: (request: unknown) => chunked(batch, request) };
  return core as unknown as Core;
}

/** An input that cannot be computed: every bad field, not the first alone. */
export function calculatorError({
  message,
  fields,
}: Pick<Module.CalculatorError, "message" | "fields">): Module.CalculatorError {
  const kind = { name: "CalculatorError", code: "invalidInput" } as const;
  return Object.assign(new Error(message), kind, { fields });
}

interface Batch {
  columns: Record<string, Float64Array>;
  rows: number;
}

/** A batch of any length in the memory of a chunk. */
function chunked(batch: Run, request: unknown): unknown {
  try {
    const { columns } = request as Batch;
    const parts = Object.entries(columns);
    const rows = parts[0]?.[1].length ?? 0;
    const whole = parts.every(([, column]) => isColumn(column) && column.length === rows);
    if (whole && rows > CHUNK) return joined(batch, request as Batch, parts, rows);
  } catch {
    // What is wrong is said of all of it, by row and column, rather than of one chunk.
  }
  return batch(request);
}

function joined(
  batch: Run,
  request: Batch,
  columns: readonly [string, Float64Array][],
  rows: number,
): Batch {
  let whole: Batch | undefined;
  for (let start = 0; start < rows; start += CHUNK) {
    const part = columns.map(([name, column]) => [name, column.subarray(start, start + CHUNK)]);
    const answer = batch({ ...request, columns: Object.fromEntries(part) }, true) as Batch;
    whole ??= { ...answer, columns: emptied(answer.columns, rows), rows };
    for (const [name, column] of Object.entries(answer.columns)) {
      whole.columns[name]?.set(column, start);
    }
  }
  return whole as Batch;
}

function emptied(columns: Batch["columns"], rows: number): Batch["columns"] {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, new Float64Array(rows)]));
}
