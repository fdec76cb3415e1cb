/** Ranges that figures are tried in. */
import type { ParameterInfo } from "../generated/metadata.js";

/** From one end to the other; of a figure, where it lies nine times of ten. */
export type Range = readonly [low: number, high: number];

/** As many digits as a range that is moved has: the sources have no more. */
const DIGITS = 3;

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

/**
 * A sourced range, moved to where the present value stands: a price by its ratio, a part by its
 * distance.
 * A default outside its own range (electricity at 0, because the running cost holds it) is not in
 * play.
 */
export function around(info: ParameterInfo, value: number): Range | undefined {
  const { low, high, default: preset, min, max } = info;
  if (low === undefined || high === undefined || typeof preset !== "number") return undefined;
  if (preset < low.value || preset > high.value) {
    const isWithin = value >= low.value && value <= high.value;
    return isWithin ? [low.value, high.value] : undefined;
  }
  const shift =
    info.kind === "fraction" || preset <= 0 || value <= 0
      ? (end: number) => end + value - preset
      : (end: number) => (end * value) / preset;
  const within = (end: number) =>
    Math.min(max, Math.max(min, Number(shift(end).toPrecision(DIGITS))));
  const range: Range = [within(low.value), within(high.value)];
  return range[0] < range[1] ? range : undefined;
}

/** Whether a value stands for "held by another figure": a default outside its own range, as electricity at 0. */
export function isIdle(
  info: ParameterInfo | undefined,
  value: unknown,
  [low, high]: Range,
): boolean {
  return typeof value === "number" && value === info?.default && (value < low || value > high);
}
