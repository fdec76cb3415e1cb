/** Lines over an axis that holds 0: costs against use, cash against time. */
import { scaleLinear } from "d3-scale";
import { line as path } from "d3-shape";
import { nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { FONT_SIZE, frame, HIGHEST, LOWEST, RATIO } from "./frame.js";
import { textWidth } from "./text.js";

export interface Line {
  /** The class that colours it. */
  readonly className: string;
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface Mark {
  readonly className: string;
  readonly label: string;
  readonly x: number;
  /** Heights at which a dot stands. */
  readonly dots: readonly number[];
}

export interface LineChart {
  readonly width: number;
  readonly em: number;
  readonly alternative: string;
  readonly lines: readonly Line[];
  /** At most two: each has a row of its own above the plot, so that labels never meet. */
  readonly marks: readonly Mark[];
  readonly xTicks: readonly (readonly [value: number, label: string])[];
  readonly yTick: (value: number) => string;
}

export function lineChart(chart: LineChart): TemplateResult {
  const size = FONT_SIZE * chart.em;
  const row = 1.5 * size;
  // A row for each mark's label, and one for a line's name at the very top of the plot.
  const top = row * chart.marks.length + 1.4 * size;
  const bottom = row + 0.5 * size;
  // As the style sheet says.
  const height = Math.min(HIGHEST * chart.em, Math.max(LOWEST * chart.em, chart.width * RATIO));
  const right = chart.width - 0.5 * size;
  const left = 0.5 * size;

  const xs = chart.lines.flatMap(({ x }) => [x[0] ?? 0, x[x.length - 1] ?? 0]);
  const highest = Math.max(...chart.lines.map(({ y }) => extreme(y, Math.max)), 0);
  const lowest = Math.min(...chart.lines.map(({ y }) => extreme(y, Math.min)), 0);
  const x = scaleLinear([Math.min(...xs), Math.max(...xs)], [left, right]);
  const y = scaleLinear([lowest, highest > lowest ? highest : 1], [height - bottom, top]);
  const floor = height - bottom;

  const marks = chart.marks.map((mark, index) => {
    const at = x(mark.x);
    const half = textWidth(mark.label, size) / 2;
    const [anchor, place] = anchored(at, half, chart.width);
    const baseline = row * (index + 1) - 0.35 * size;
    return svg`
      <g class="mark ${mark.className}">
        <line x1=${at} x2=${at} y1=${baseline + 0.4 * size} y2=${floor} />
        ${mark.dots.map((value) => svg`<circle cx=${at} cy=${y(value)} r=${0.32 * size} />`)}
        <text x=${place} y=${baseline} text-anchor=${anchor}>${mark.label}</text>
      </g>`;
  });

  return frame(
    { viewBox: [chart.width, height], alternative: chart.alternative },
    svg`<g font-size=${size}>
      <g class="grid">
        ${y.ticks(4).map((tick) => svg`<line x1="0" x2=${chart.width} y1=${y(tick)} y2=${y(tick)} class=${tick === 0 ? "zero" : ""} />`)}
      </g>
      ${chart.lines.map((line) => drawn(line, x, y))}
      <g class="axis">
        ${y.ticks(4).map((tick) => (tick === 0 ? nothing : svg`<text x="0" y=${y(tick) - 0.3 * size}>${chart.yTick(tick)}</text>`))}
        ${xLabels(chart, x, height - 0.4 * size, size)}
      </g>
      ${marks}
      ${endLabels(chart.lines, x, y, right, size, [row * chart.marks.length, floor])}
    </g>`,
  );
}

/** Text centred on a point, or held by the edge it would cross: how wide it is can only be guessed here. */
function anchored(at: number, half: number, width: number): [anchor: string, place: number] {
  if (at - half < 0) return ["start", 0];
  if (at + half > width) return ["end", width];
  return ["middle", at];
}

type Scale = (value: number) => number;

function extreme(values: ArrayLike<number>, of: (a: number, b: number) => number): number {
  let found = values[0] ?? 0;
  for (let index = 1; index < values.length; index++) found = of(found, values[index] ?? found);
  return found;
}

function drawn(line: Line, x: Scale, y: Scale): SVGTemplateResult {
  const points = Array.from({ length: line.x.length }, (_, index) => index);
  const draw = path<number>(
    (index) => x(line.x[index] ?? 0),
    (index) => y(line.y[index] ?? 0),
  );
  return svg`<path class="line ${line.className}" d=${draw(points) ?? ""} />`;
}

/** Labels that would touch the one before are left out. */
function xLabels(chart: LineChart, x: Scale, y: number, size: number): SVGTemplateResult[] {
  const labels: SVGTemplateResult[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const [value, label] of chart.xTicks) {
    const half = textWidth(label, size) / 2;
    const at = x(value);
    const [anchor, place] = anchored(at, half, chart.width);
    const start = anchor === "start" ? 0 : anchor === "end" ? place - 2 * half : at - half;
    if (start < free) continue;
    free = start + 2 * half + 0.6 * size;
    labels.push(svg`<text x=${place} y=${y} text-anchor=${anchor}>${label}</text>`);
  }
  return labels;
}

type Span = readonly [top: number, bottom: number];

/** What a name takes over and under its baseline, and how far it stays off a line, of its size. */
const ASCENT = 0.8;
const DESCENT = 0.25;
const GAP = 0.3;

/** Each line's name near its end, rather on the outer side, where it lies on no line and no other name. */
function endLabels(
  lines: readonly Line[],
  x: Scale,
  y: Scale,
  right: number,
  size: number,
  plot: Span,
): SVGTemplateResult[] {
  const ends = lines.map((line) => y(line.y[line.y.length - 1] ?? 0));
  const names: Span[] = [];
  return lines.map((line, index) => {
    const from = right - textWidth(line.label, size);
    const taken = [...lines.map((other) => extent(other, x, y, from)), ...names];
    const end = ends[index] ?? 0;
    const best = end > Math.min(...ends) ? end + 1.6 * size : end - GAP * size;
    const places = taken
      .flatMap(([top, bottom]) => [top - (DESCENT + GAP) * size, bottom + (ASCENT + GAP) * size])
      .filter((at) => at - ASCENT * size >= plot[0] && at + DESCENT * size <= plot[1])
      .sort((a, b) => Math.abs(a - best) - Math.abs(b - best));
    const at =
      places.find((at) =>
        taken.every(([top, bottom]) => at + DESCENT * size < top || at - ASCENT * size > bottom),
      ) ??
      places[0] ??
      best;
    names.push([at - ASCENT * size, at + DESCENT * size]);
    return svg`<text class="name ${line.className}" x=${right} y=${at} text-anchor="end">${line.label}</text>`;
  });
}

/** How high a line comes, and how low, from a place to its end. */
function extent(line: Line, x: Scale, y: Scale, from: number): Span {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [nextAt, next] = [0, 0];
  for (let index = line.x.length - 1; index >= 0; index--) {
    const at = x(line.x[index] ?? 0);
    let height = y(line.y[index] ?? 0);
    if (at < from) height += ((next - height) * (from - at)) / (nextAt - at);
    top = Math.min(top, height);
    bottom = Math.max(bottom, height);
    if (at <= from) break;
    [nextAt, next] = [at, height];
  }
  return [top, bottom];
}
