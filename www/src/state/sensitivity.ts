/** Which parameters decide: those that stand in front. */
import { core } from "#instance";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { isIdle, quarters } from "./range.js";

/** The analyses as called here: the names are the table's, so that no type can tell them apart. */
export interface Analyses {
  tornado(request: object): {
    bars: readonly { parameter: string; low: number; high: number; swing: number }[];
  };
  responseCurve(request: object): { x: Float64Array; y: Float64Array };
}

/**
 * The numbers among the basic parameters by how much they move the output: first those with a sourced
 * range, over it, then the others, a quarter up and down. Without the one that the chart controls.
 */
export function deciding(
  info: CalculatorInfo,
  output: string,
  input: object,
  without: string | undefined,
): string[] {
  const { tornado } = core() as unknown as Analyses;
  const calculator = info.name;
  const bars = new Map(
    tornado({ calculator, input, output }).bars.map((bar) => [bar.parameter, bar]),
  );
  return info.parameters
    .filter(({ basic, kind, name }) => basic && kind !== "choice" && name !== without)
    .map((parameter) => {
      const { name } = parameter;
      const { low = 0, high = 0, swing = 0 } = bars.get(name) ?? {};
      return swing > 0 && !isIdle(parameter, figureOf(parameter, input), [low, high])
        ? { name, sourced: 1, swing }
        : { name, sourced: 0, swing: around(info, output, input, parameter) };
    })
    .sort((a, b) => b.sourced - a.sourced || b.swing - a.swing)
    .map(({ name }) => name);
}

function figureOf({ name, default: preset }: ParameterInfo, input: object): unknown {
  return (input as Record<string, unknown>)[name] ?? preset;
}

function around(
  { name: calculator }: CalculatorInfo,
  output: string,
  input: object,
  info: ParameterInfo,
): number {
  const { name: parameter } = info;
  const value = figureOf(info, input);
  const range = typeof value === "number" ? quarters(info, value) : undefined;
  if (range === undefined) return 0;
  const [from, to] = range;
  const { responseCurve } = core() as unknown as Analyses;
  const { y } = responseCurve({ calculator, input, output, parameter, from, to, points: 2 });
  const swing = Math.abs((y.at(-1) ?? 0) - (y[0] ?? 0));
  return Number.isFinite(swing) ? swing : 0;
}
