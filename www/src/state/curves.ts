/** How the deciding output responds to several parameters: one call for all curves of a widget. */
import { core } from "#instance";
import type { Window } from "../controls/scale.js";
import type { ParameterInfo } from "../generated/metadata.js";

export interface Response {
  readonly values: Float64Array;
  readonly results: Float64Array;
  /** The values at which the sign of the output changes. */
  readonly flips: readonly number[];
}

export interface Asked {
  readonly info: ParameterInfo;
  readonly window: Window;
}

interface Functions {
  batch(request: object): { columns: Readonly<Record<string, Float64Array>> };
  goalSeek(request: object): {
    values: Float64Array;
    brackets: readonly { low: number; high: number }[];
  };
}

/** Points of a curve: one for every three pixels of a phone's slider. */
const POINTS = 101;

/** The curves of some parameters over their windows, by name. */
export function responses(
  calculator: string,
  input: Readonly<Record<string, unknown>>,
  output: string,
  asked: readonly Asked[],
  signed: boolean,
): Map<string, Response> {
  const { batch, goalSeek } = core() as unknown as Functions;
  const spaced = asked.map(({ info, window }) => ({ info, values: space(info, window) }));
  const rows = spaced.reduce((sum, { values }) => sum + values.length, 0);
  const columns: Record<string, Float64Array> = {};
  const rest = { ...input };
  let from = 0;
  for (const { info, values } of spaced) {
    const column = new Float64Array(rows).fill(Number(rest[info.name]));
    column.set(values, from);
    from += values.length;
    columns[info.name] = column;
    delete rest[info.name];
  }
  const answer = batch({ calculator, input: rest, columns, outputs: [output] }).columns[output];
  const found = new Map<string, Response>();
  from = 0;
  for (const { info, values } of spaced) {
    const results = (answer ?? new Float64Array()).slice(from, from + values.length);
    from += values.length;
    const seek = { calculator, input, parameter: info.name, output, target: 0 };
    const flips = signed && turns(results) ? all(goalSeek(seek)) : [];
    found.set(info.name, { values, results, flips });
  }
  return found;
}

/** All flips, ascending; between two whole numbers it is the second that is the first on the other side. */
function all({ values, brackets }: ReturnType<Functions["goalSeek"]>): number[] {
  return [...values, ...brackets.map(({ high }) => high)].sort((a, b) => a - b);
}

/** Whether the sign changes on the way. */
function turns(results: Float64Array): boolean {
  return results.some((value) => value > 0) && results.some((value) => value < 0);
}

function space({ kind, scale }: ParameterInfo, [low, high]: Window): Float64Array {
  const whole = kind === "integer" && high - low < POINTS;
  const count = whole ? high - low + 1 : POINTS;
  const log = scale === "log" && low > 0;
  return Float64Array.from({ length: count }, (_, index) => {
    const part = count === 1 ? 0 : index / (count - 1);
    const value = log ? low * (high / low) ** part : low + (high - low) * part;
    return kind === "integer" ? Math.round(value) : value;
  });
}
