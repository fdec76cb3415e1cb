/** Which parameters decide: those that stand in front. */
import { core } from "#instance";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";

/** How far a figure without a sourced range is tried to either side. */
const SPREAD = 0.25;

/** The analyses as called here: the names are the table's, so that no type can tell them apart. */
export interface Analyses {
  tornado(request: object): { bars: readonly { parameter: string; swing: number }[] };
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
  const swings = new Map(
    tornado({ calculator, input, output }).bars.map(({ parameter, swing }) => [parameter, swing]),
  );
  return info.parameters
    .filter(({ basic, kind, name }) => basic && kind !== "choice" && name !== without)
    .map((parameter) => {
      const swing = swings.get(parameter.name) ?? 0;
      return swing > 0
        ? { name: parameter.name, sourced: 1, swing }
        : { name: parameter.name, sourced: 0, swing: around(info, output, input, parameter) };
    })
    .sort((a, b) => b.sourced - a.sourced || b.swing - a.swing)
    .map(({ name }) => name);
}

function around(
  { name: calculator }: CalculatorInfo,
  output: string,
  input: object,
  { name: parameter, kind, min, max, default: preset }: ParameterInfo,
): number {
  const given = (input as Record<string, unknown>)[parameter] ?? preset;
  if (typeof given !== "number") return 0;
  const whole = (value: number) => (kind === "integer" ? Math.round(value) : value);
  const from = Math.max(min, whole(given * (1 - SPREAD)));
  const to = Math.min(max, whole(given * (1 + SPREAD)));
  if (!(from < to)) return 0;
  const { responseCurve } = core() as unknown as Analyses;
  const { y } = responseCurve({ calculator, input, output, parameter, from, to, points: 2 });
  const swing = Math.abs((y.at(-1) ?? 0) - (y[0] ?? 0));
  return Number.isFinite(swing) ? swing : 0;
}
