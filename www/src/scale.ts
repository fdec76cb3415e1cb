/** Between the positions of a range input and the values of a parameter. */
import type { ParameterInfo } from "./generated/metadata.js";

/** The values a slider covers: a window within the parameter's bounds, which the number field has whole. */
export type Window = readonly [low: number, high: number];

/** Windows of parameters whose default of 0 says nothing about what is usual, or whose bounds are the better rule. */
export const WINDOWS: Readonly<Record<string, Window>> = {
  gpus: [1, 100_000],
  gpusPerServer: [1, 72],
  hostPricePerGpu: [0, 20_000],
  networkPricePerGpu: [0, 20_000],
  storagePricePerGpu: [0, 10_000],
  years: [1, 10],
  residualFraction: [0, 0.5],
  operationsFraction: [0, 0.5],
  maintenanceFraction: [0, 0.2],
  staffCount: [0, 100],
  staffCost: [0, 400_000],
  wageGrowth: [-0.05, 0.15],
  colocationPerKwMonth: [0, 400],
  softwarePerGpuYear: [0, 10_000],
  idlePowerFraction: [0, 1],
  pue: [1, 2],
  electricityPrice: [0, 0.4],
  electricityGrowth: [-0.1, 0.2],
  carbonIntensity: [0, 1],
  utilization: [0, 1],
  discountRate: [0, 0.3],
  cloudRateDecline: [0, 0.5],
  cloudOverheadFraction: [0, 0.5],
  investment: [1e5, 1e9],
  annualCost: [0, 5e7],
  benefitGrowth: [-0.2, 0.5],
  delayMonths: [0, 36],
  residual: [-1e7, 2e7],
  grossMargin: [0, 1],
};

/**
 * The window of a parameter's slider: the one named above, else 0 (or the lower bound) to about
 * twice the highest of default and sourced high, else the bounds. A value beyond it widens it, so
 * that the thumb never lies.
 */
export function windowOf(info: ParameterInfo, value: number): Window {
  const [low, high] = WINDOWS[info.name] ?? usual(info);
  if (!Number.isFinite(value)) return [low, high];
  return [Math.max(info.min, Math.min(low, value)), Math.min(info.max, Math.max(high, value))];
}

function usual(info: ParameterInfo): Window {
  const known = [info.default, info.high?.value].filter((value) => typeof value === "number");
  const top = Math.max(...known, 0);
  if (top <= 0) return [info.min, info.max];
  return [info.min, Math.min(info.max, roundUp(2 * top))];
}

/** The next number that starts with 1, 2, 5 or 10. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((digit) => digit * power >= value) ?? 10) * power;
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
