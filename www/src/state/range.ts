/** Ranges that figures are tried in. */
import type { ParameterInfo } from "../generated/metadata.js";

/** From one end to the other; of a figure, where it lies nine times of ten. */
export type Range = readonly [low: number, high: number];

/** How far a figure without a sourced range is tried to either side. */
const QUARTER = 0.25;

/** A quarter to either side of a value, within the parameter's bounds; around zero there is none. */
export function quarters({ kind, min, max }: ParameterInfo, value: number): Range | undefined {
  const end = (part: number) => {
    const moved = Number((value * part).toPrecision(12));
    return Math.min(max, Math.max(min, kind === "integer" ? Math.round(moved) : moved));
  };
  const [less, more] = [end(1 - QUARTER), end(1 + QUARTER)];
  if (less === more) return undefined;
  return less < more ? [less, more] : [more, less];
}

/** Whether a value stands for "held by another figure": a default outside its own range, as electricity at 0. */
export function isIdle(
  info: ParameterInfo | undefined,
  value: unknown,
  [low, high]: Range,
): boolean {
  return typeof value === "number" && value === info?.default && (value < low || value > high);
}
