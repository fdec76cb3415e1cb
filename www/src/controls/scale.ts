/** Between the positions of a slider and the values of a parameter. */
import type { ParameterInfo } from "../generated/metadata.js";

/** The values a slider covers: a window within the parameter's bounds, which the field has whole. */
export type Window = readonly [low: number, high: number];

/** The usual window, wide enough for a value beyond it: the thumb never lies. */
export function windowOf({ window: [low, high], min, max }: ParameterInfo, value: number): Window {
  if (!Number.isFinite(value)) return [low, high];
  return [Math.max(min, Math.min(low, value)), Math.min(max, Math.max(high, value))];
}

/** Positions of a slider: finer than a pixel of any phone, so that the thumb stands where the value is. */
const POSITIONS = 1000;

/** Whole numbers up to so many have a position each. */
const FEW = 60;

/** What a key or an assistive technology moves by: one of fifty steps. */
const STEP = POSITIONS / 50;

export interface SliderScale {
  readonly max: number;
  /** One step of an assistive technology. */
  readonly step: number;
  toPosition(value: number): number;
  /** The round value at a position; `exact` is met where it lies within half a step. */
  toValue(position: number, exact?: number): number;
  /** The value so many hundredths of the window further: it always moves, and stops at the ends. */
  move(value: number, hundredths: number): number;
}

export function sliderScale(info: ParameterInfo, [low, high]: Window): SliderScale {
  const whole = info.kind === "integer";
  if (whole && info.scale !== "log" && high - low <= FEW) return fewScale(low, high);
  const log = info.scale === "log" && low > 0;
  const span = log ? Math.log(high / low) : high - low;
  const toPosition = (value: number) => {
    const part = (log ? Math.log(value / low) : value - low) / span;
    return Math.round(Math.min(1, Math.max(0, part)) * POSITIONS);
  };
  const at = (position: number) => {
    const part = position / POSITIONS;
    return log ? low * Math.exp(part * span) : low + part * span;
  };
  /** Values as round as a hundredth of the window allows, and whole where the parameter's are. */
  const stepAt = (value: number) => {
    const hundredth = log ? (Math.abs(value) * span) / 100 : span / 100;
    const fine = roundDown(hundredth);
    return whole ? Math.max(1, fine) : fine;
  };
  const round = (value: number) => {
    const step = stepAt(value);
    return within(clean(Math.round(value / step) * step), low, high);
  };
  return {
    max: POSITIONS,
    step: STEP,
    toPosition,
    toValue(position, exact) {
      if (position <= 0) return low;
      if (position >= POSITIONS) return high;
      const value = at(position);
      if (exact !== undefined && Math.abs(value - exact) <= stepAt(exact) / 2) return exact;
      return round(value);
    },
    move(value, hundredths) {
      const moved = round(at(toPosition(value) + (hundredths * POSITIONS) / 100));
      const step = stepAt(value) * Math.sign(hundredths);
      const isFurther = (moved - value) * Math.sign(hundredths) > 0;
      return within(isFurther ? moved : clean(value + step), low, high);
    },
  };
}

/** A position for each whole number. */
function fewScale(low: number, high: number): SliderScale {
  return {
    max: high - low,
    step: 1,
    toPosition: (value) => within(value, low, high) - low,
    toValue: (position) => within(Math.round(position) + low, low, high),
    move: (value, hundredths) => {
      const least = Math.sign(hundredths);
      const moved = Math.round((hundredths * (high - low)) / 100);
      return within(value + (Math.abs(moved) < 1 ? least : moved), low, high);
    },
  };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The next number below that begins with 1, 2 or 5. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [5, 2, 1].find((digit) => digit * power <= value * (1 + 1e-9)) ?? 1;
  return clean(digit * power);
}

/** Without the dust that multiplying by steps such as 0.1 leaves. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
