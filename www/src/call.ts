/** The functions of the module as functions of plain objects. */
import type * as Module from "#core";
import { type FunctionName, functions } from "./generated/functions.js";
import { decoder, encode, isColumn } from "./wire.js";

/** The calculators and the analyses. */
export type Core = Readonly<Pick<typeof Module, FunctionName>>;

type Plain = (input?: unknown) => unknown;

/** A batch whose columns are parts of the module's memory, there to be copied until `take` returns. */
type Run = (request: unknown, take: (answer: Batch) => void) => void;

/** Calls a function by its place; its answer stands in memory until `take` returns. */
type Call = <T>(
  place: number,
  message: Float64Array,
  take: (memory: Float64Array<ArrayBuffer>, at: number) => T,
) => T;

/** Rows of a batch that cross at once: their columns stay in the processor's cache. */
const CHUNK = 8192;

/** The functions of a module that has been started. */
export function bind(module: Module.InitOutput): Core {
  const call = caller(module);
  const decode = decoder(module.memory);
  const run = <T>(place: number, input: unknown, shared: boolean, take: (value: unknown) => T): T =>
    encode(input, (message) =>
      call(place, message, (memory, at) => {
        const value = decode(memory, at + 1, shared);
        if (memory[at] === 1) return take(value);
        throw calculatorError(value as Pick<Module.CalculatorError, "message" | "fields">);
      }),
    );
  const plain =
    (place: number): Plain =>
    (input) =>
      run(place, input, false, (value) => value);
  const all = functions.map((name, place): [string, Plain] => [name, plain(place)]);
  const place = functions.indexOf("batch");
  const whole = plain(place);
  const part: Run = (request, take) =>
    run(place, request, true, (value) => {
      take(value as Batch);
    });
  const batch: Plain = (request) => chunked(whole, part, request);
  return { ...Object.fromEntries(all), batch } as unknown as Core;
}

/**
 * The module's function, without wasm-bindgen's glue around it: that would copy the answer into an
 * array of its own, which takes as long as a fifth of a small calculation.
 */
function caller(module: Module.InitOutput): Call {
  let memory = new Float64Array(module.memory.buffer);
  // Memory that has grown has another buffer, and left the one before empty.
  const current = () => {
    if (memory.length === 0) memory = new Float64Array(module.memory.buffer);
    return memory;
  };
  return (place, message, take) => {
    const { length } = message;
    const given = module.__wbindgen_malloc(8 * length, 8) >>> 0;
    current().set(message, given / 8);
    const answer = module.call(place, given, length);
    const at = answer[0] >>> 0;
    try {
      return take(current(), at / 8);
    } finally {
      module.__wbindgen_free(at, 8 * answer[1], 8);
    }
  };
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
function chunked(whole: Plain, part: Run, request: unknown): unknown {
  try {
    const { columns } = request as Batch;
    const parts = Object.entries(columns);
    const rows = parts[0]?.[1].length ?? 0;
    const fit = parts.every(([, column]) => isColumn(column) && column.length === rows);
    if (fit && rows > CHUNK) return joined(part, request as Batch, parts, rows);
  } catch {
    // What is wrong is said of all of it, by row and column, rather than of one chunk.
  }
  return whole(request);
}

function joined(
  part: Run,
  request: Batch,
  columns: readonly [string, Float64Array][],
  rows: number,
): Batch {
  let whole: Batch | undefined;
  for (let start = 0; start < rows; start += CHUNK) {
    const rest = columns.map(([name, column]) => [name, column.subarray(start, start + CHUNK)]);
    part({ ...request, columns: Object.fromEntries(rest) }, (answer) => {
      whole ??= { ...answer, columns: emptied(answer.columns, rows), rows };
      for (const [name, column] of Object.entries(answer.columns)) {
        whole.columns[name]?.set(column, start);
      }
    });
  }
  return whole as Batch;
}

function emptied(columns: Batch["columns"], rows: number): Batch["columns"] {
  return Object.fromEntries(Object.keys(columns).map((name) => [name, new Float64Array(rows)]));
}
