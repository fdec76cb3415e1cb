/** What stands behind a slider: how the answer responds to its parameter. */

import { html, nothing, svg, type TemplateResult } from "lit";
import type { Range } from "../state/range.js";

/** A response over a slider's window, in hundredths of its width. */
export interface Curve {
  /** Where on the track, 0 to 1, ascending. */
  readonly at: Float64Array;
  /** The output there; NaN where there is none. */
  readonly results: Float64Array;
  /** Where the verdict turns, 0 to 1. */
  readonly flips: readonly number[];
}

/** Height of the drawing in its own units; it is stretched to the track. */
const HEIGHT = 100;
const WIDTH = 1000;

/** So many times the present result, and a curve leaves the drawing: one extreme would flatten the others. */
const MOST = 3;

/** The scale that all curves of a widget share. */
export function rangeOf(curves: readonly Pick<Curve, "results">[], present: number): Range {
  const sizes: number[] = [Math.abs(present)];
  let [low, high] = [0, 0];
  for (const { results } of curves) {
    for (const value of results) {
      if (Number.isNaN(value)) continue;
      sizes.push(Math.abs(value));
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  const median = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0;
  const most = MOST * Math.max(Math.abs(present), median);
  return [Math.max(low, -most), Math.min(high, most)];
}

/**
 * The area between the curve and zero: above it in the color of the side that wins there. It is the
 * picture of what the text under the slider says, so it is hidden from those who do not see it.
 */
export function curveOf(
  curve: Curve,
  [low, high]: Range,
  signed: boolean,
): TemplateResult | typeof nothing {
  const span = high - low || 1;
  const y = (value: number) => ((high - value) / span) * HEIGHT;
  const zero = y(0);
  const path = (of: (value: number) => number) => {
    const points: string[] = [];
    for (const [index, at] of curve.at.entries()) {
      const value = curve.results[index] ?? Number.NaN;
      if (!Number.isNaN(value)) points.push(`${tenth(at * WIDTH)} ${tenth(y(of(value)))}`);
    }
    return points;
  };
  const line = path((value) => value);
  if (line.length < 2) return nothing;
  const area = (points: readonly string[]) =>
    `M${points[0]?.split(" ")[0]} ${zero}L${points.join("L")}L${points.at(-1)?.split(" ")[0]} ${zero}Z`;
  return html`<svg
    class="curve"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <path class="area positive" d=${area(path((value) => Math.max(0, value)))}></path>
    ${signed ? svg`<path class="area negative" d=${area(path((value) => Math.min(0, value)))}></path>` : nothing}
    <path class="response" d=${`M${line.join("L")}`}></path>
    <line class="zero" x1="0" x2=${WIDTH} y1=${zero} y2=${zero}></line>
  </svg>`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
