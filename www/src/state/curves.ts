/** How the deciding output responds to several parameters: one call for all curves of a widget. */
import { core } from "#instance";
import type { Window } from "../controls/scale.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";

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

/** The analyses as called here: the names are the table's, so that no type can tell them apart. */
interface Functions {
  responseCurves(request: object): {
    curves: readonly {
      parameter: string;
      x: Float64Array;
      y: Float64Array;
      flips: Float64Array;
    }[];
  };
  goalSeek(request: object): {
    values: Float64Array;
    brackets: readonly { low: number; high: number }[];
  };
}

/** The curves of some parameters over their windows, by name. */
export function responses(
  { name: calculator, decisiveOutput }: CalculatorInfo,
  input: Readonly<Record<string, unknown>>,
  output: string,
  parameters: readonly string[],
  signed: boolean,
): Map<string, Response> {
  const found = new Map<string, Response>();
  if (parameters.length === 0) return found;
  const { responseCurves, goalSeek } = core() as unknown as Functions;
  const { curves } = responseCurves({ calculator, input, parameters, output });
  for (const { parameter, x: values, y: results, flips } of curves) {
    // The engine knows the flips of the output that its table decides by; of others, those of the sign.
    const all = !signed
      ? []
      : decisiveOutput === output
        ? [...flips]
        : turns(results)
          ? ofSign(goalSeek({ calculator, input, parameter, output, target: 0 }))
          : [];
    const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0];
    const within = all.filter((flip) => flip >= low && flip <= high);
    found.set(parameter, { values, results, flips: within });
  }
  return found;
}

/** Ascending; between two whole numbers it is the second that is the first on the other side. */
function ofSign({ values, brackets }: ReturnType<Functions["goalSeek"]>): number[] {
  return [...values, ...brackets.map(({ high }) => high)].sort((a, b) => a - b);
}

/** Whether the sign changes on the way. */
function turns(results: Float64Array): boolean {
  return results.some((value) => value > 0) && results.some((value) => value < 0);
}
