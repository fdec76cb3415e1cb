/** Between the positions of a range input and the values of a parameter. */
import type { ParameterInfo } from "./generated/metadata.js";

/** The values a slider covers: a window within the parameter's bounds, which the number field has whole. */
export type Window = readonly [low: number, high: number];

/**
 * The window of a parameter's slider. A value beyond it widens it, so that the thumb never lies.
 */
export function windowOf(info: ParameterInfo, value: number): Window {
  const [low, high] = info.window;
  if (!Number.isFinite(value)) return [low, high];
  return [Math.max(info.min, Math.min(low, value)), Math.min(info.max, Math.max(high, value))];
}

/** Positions of a logarithmic slider: fine enough to drag, few enough for the arrow keys. */
const LOG_POSITIONS = 240;

/** A range input's attributes, and the way between its positions and values. */
export interface SliderScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  toPosition(value: number): number;
  /** The value at a position, given the value so far: an arrow key always moves it. */
  toValue(position: number, from: number): number;
}

export function sliderScale(info: ParameterInfo, [low, high]: Window): SliderScale {
  if (info.scale === "log" && low > 0) return logScale(info, low, high);
  return {
    min: low,
    max: high,
    step: info.step,
    toPosition: (value) => value,
    toValue: (position) => clean(position),
  };
}

function logScale(info: ParameterInfo, low: number, high: number): SliderScale {
  const ratio = Math.log(high / low);
  const toPosition = (value: number) => (Math.log(value / low) / ratio) * LOG_POSITIONS;
  const at = (position: number) => low * Math.exp((position / LOG_POSITIONS) * ratio);
  return {
    min: 0,
    max: LOG_POSITIONS,
    step: 1,
    toPosition: (value) => Math.round(toPosition(value)),
    toValue(position, from) {
      if (position <= 0) return low;
      if (position >= LOG_POSITIONS) return high;
      const moved = position - Math.round(toPosition(from));
      if (moved === 0) return from;
      const value = toStep(threeDigits(at(position)), info.step);
      // Rounded numbers lie further apart than positions where the numbers are small.
      if (moved > 0 && value <= from) return Math.min(high, toStep(from + info.step, info.step));
      if (moved < 0 && value >= from) return Math.max(low, toStep(from - info.step, info.step));
      return value;
    },
  };
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

function toStep(value: number, step: number): number {
  return clean(Math.round(value / step) * step);
}

/** Without the dust that multiplying by steps such as 0.1 leaves. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
