/**
 * Lines over an axis that holds 0: costs against use, cash against time; with a handle that is a
 * slider.
 */
import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { slide } from "../controls/slide.js";
import { figure, type Sized } from "./figure.js";
import { type Over, overStyle } from "./over.js";
import { pointOf, readable } from "./reader.js";
import { type Axis, axis, extent, heightAt, times } from "./scale.js";
import { along, placed, textWidth } from "./text.js";

/** The side that a line belongs to: it has the color, and its own dashes. */
export type Tone = "positive" | "negative" | "plain";

export interface Line {
  readonly tone: Tone;
  readonly label: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Where lines cross, with the number in its place. */
export interface Crossing {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface Handle {
  readonly label: string;
  readonly value: number;
  readonly step: number;
  readonly bounds: readonly [low: number, high: number];
  /** The value as the axis shows it, and what it means: "70%, owning cheaper by $88.9 million". */
  readonly shown: string;
  readonly text: string;
  readonly onSlide: (value: number) => void;
  readonly onRest: () => void;
}

export interface LineChart extends Sized {
  readonly alternative: string;
  readonly lines: readonly Line[];
  readonly crossing?: Crossing | undefined;
  readonly handle?: Handle | undefined;
  readonly xTicks: readonly (readonly [value: number, label: string])[];
  readonly yTick: (value: number) => string;
  /** Of a chart without handle: what is said at a point of the first line. */
  readonly reading?: { readonly label: string; readonly text: (index: number) => string };
}

/** A handle's grip, em of the chart's text. */
const GRIP = 0.62;

export function lineChart(host: { requestUpdate(): void }, chart: LineChart): TemplateResult {
  return figure(chart, (width, height, size) => {
    const row = 1.45 * size;
    // A tick stands over its line, and the crossing over all ticks.
    const top = (chart.crossing === undefined ? 1.3 : 2.4) * size;
    const floor = height - row - 0.55 * size;
    const edge = GRIP * 1.1 * size;
    const xs = chart.lines.flatMap(({ x }) => [x[0] ?? 0, x[x.length - 1] ?? 0]);
    const domain: [number, number] = [Math.min(...xs), Math.max(...xs)];
    const x = axis(domain, [edge, width - edge], 4);
    const heights = extent(chart.lines.map((line) => line.y));
    const rows = Math.max(2, Math.min(4, (floor - top) / (3.2 * size)));
    const y = axis(heights, [floor, top], rows, chart.rate);
    const point = chart.reading && pointOf(host, { id: chart.id, count: count(chart) });
    const isPicture = chart.handle === undefined && chart.reading === undefined;
    const { handle } = chart;
    const named = names(chart, x, y, width, size, [top, floor]);
    const drawing = html`<svg
      viewBox="0 0 ${width} ${height}"
      role=${isPicture ? "img" : nothing}
      aria-label=${isPicture ? chart.alternative : nothing}
      aria-hidden=${isPicture ? nothing : "true"}
      data-part="chart"
    >
      ${svg`<g font-size=${size}>
        ${grid(y, width, named)}
        ${gap(chart, x, y)}
        ${chart.lines.map((line) => drawn(line, x, y))}
        ${crossing(chart, x, y, size, floor)}
        ${point === undefined ? nothing : cursor(chart, x, y, [top, floor], point, size)}
        ${handle && held(handle, chart, x, y, [top, floor], size)}
        ${ticks(chart, y, size)}
        ${named.map(
          ({ line, at }) => svg`<text class="name ${line.tone}" x=${width} y=${at}
            text-anchor="end">${line.label}</text>`,
        )}
        ${crossed(chart, x, width, size)}
        ${bottom(chart, x, width, floor, size)}
      </g>`}
    </svg>`;
    if (handle !== undefined) {
      const input = slider(handle, chart, domain, {
        width,
        edge,
        inset: [0, height - floor - size],
        height,
      });
      return html`<div class="plot">${input}${drawing}</div>`;
    }
    const { reading } = chart;
    if (reading === undefined) return html`<div class="plot">${drawing}</div>`;
    const [first] = chart.lines;
    return readable(
      host,
      {
        id: chart.id,
        count: count(chart),
        label: `${chart.alternative} ${reading.label}`,
        text: reading.text,
        nearest: (part) => nearest(first?.x ?? [], x, part * width),
      },
      html`<div class="plot">${drawing}</div>`,
    );
  });
}

function count({ lines }: LineChart): number {
  return lines[0]?.x.length ?? 0;
}

function nearest(xs: ArrayLike<number>, x: Axis, at: number): number {
  let best = 0;
  for (let index = 1; index < xs.length; index++) {
    if (Math.abs(x(xs[index] ?? 0) - at) < Math.abs(x(xs[best] ?? 0) - at)) best = index;
  }
  return best;
}

/** Up to a name that stands in the way: no line goes through words. */
function grid(y: Axis, width: number, named: readonly Named[]): SVGTemplateResult {
  return svg`<g class="grid">
    ${y.ticks.map((tick) => {
      const at = y(tick);
      const met = named.filter(({ span: [top, low] }) => top <= at && at <= low);
      return svg`<line x1="0" x2=${Math.min(width, ...met.map(({ from }) => from))} y1=${at} y2=${at}
          class=${tick === 0 ? "zero" : ""} />`;
    })}
  </g>`;
}

/** Over areas and lines, threads and handle among them, which would hide them. */
function ticks({ yTick }: LineChart, y: Axis, size: number): SVGTemplateResult {
  return svg`<g>${y.ticks.map((tick) =>
    tick === 0
      ? nothing
      : svg`<text class="tick" x="0" y=${y(tick) - 0.32 * size}>${yTick(tick)}</text>`,
  )}</g>`;
}

/** What lies between two lines, in the tint of the one that costs less. */
function gap({ lines }: LineChart, x: Axis, y: Axis): SVGTemplateResult | typeof nothing {
  const [a, b] = [
    lines.find(({ tone }) => tone === "positive"),
    lines.find(({ tone }) => tone === "negative"),
  ];
  if (a === undefined || b === undefined || a.x.length !== b.x.length) return nothing;
  const at = (index: number) => [a.x[index] ?? 0, a.y[index] ?? 0, b.y[index] ?? 0] as const;
  const spot = (place: readonly number[], line: 1 | 2) =>
    `${px(x(place[0] ?? 0))} ${px(y(place[line] ?? 0))}`;
  const areas: Record<"positive" | "negative", string[]> = { positive: [], negative: [] };
  for (let index = 1; index < a.x.length; index++) {
    const [[x0, p0, n0], [x1, p1, n1]] = [at(index - 1), at(index)];
    const [d0, d1] = [n0 - p0, n1 - p1];
    const part = d0 * d1 < 0 ? d0 / (d0 - d1) : 1;
    const middle = [x0 + (x1 - x0) * part, p0 + (p1 - p0) * part, n0 + (n1 - n0) * part] as const;
    const piece = (from: readonly number[], to: readonly number[]) =>
      `M${spot(from, 1)}L${spot(to, 1)}L${spot(to, 2)}L${spot(from, 2)}Z`;
    areas[d0 > 0 || (d0 === 0 && d1 > 0) ? "positive" : "negative"].push(
      piece([x0, p0, n0], middle),
    );
    if (part < 1) areas[d1 > 0 ? "positive" : "negative"].push(piece(middle, [x1, p1, n1]));
  }
  return svg`
    <path class="gap positive" d=${areas.positive.join("")} />
    <path class="gap negative" d=${areas.negative.join("")} />`;
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}

function drawn(line: Line, x: Axis, y: Axis): SVGTemplateResult {
  const points = times(
    line.x.length,
    (index) => `${px(x(line.x[index] ?? 0))},${px(y(line.y[index] ?? 0))}`,
  );
  return svg`<path class="line ${line.tone}" d=${`M${points.join("L")}`} />`;
}

/** Where lines cross, with a thread down to where it is read off. */
function crossing(
  { crossing: found }: LineChart,
  x: Axis,
  y: Axis,
  size: number,
  floor: number,
): SVGTemplateResult | typeof nothing {
  if (found === undefined) return nothing;
  const at = x(found.x);
  return svg`<g class="crossing">
    <line x1=${at} x2=${at} y1=${1.35 * size} y2=${floor} />
    <circle cx=${at} cy=${y(found.y)} r=${0.3 * size} />
  </g>`;
}

/** The number at which they cross, over the plot. */
function crossed(
  { crossing: found }: LineChart,
  x: Axis,
  width: number,
  size: number,
): SVGTemplateResult | typeof nothing {
  if (found === undefined) return nothing;
  const { x: at, anchor, text } = placed(found.label, x(found.x), size, 0, width);
  return svg`<g class="crossing">
    <text x=${at} y=${size} text-anchor=${anchor}>${text}</text>
  </g>`;
}

/** The labels along the axis: the handle's own first, then those that have room beside it. */
function bottom(
  chart: LineChart,
  x: Axis,
  width: number,
  floor: number,
  size: number,
): SVGTemplateResult {
  const baseline = floor + 1.55 * size;
  const { handle } = chart;
  const own = handle && placed(handle.shown, x(handle.value), size, 0, width);
  // It is bold, and what it says is not to be read with its neighbor's.
  const clear = own && { ...own, from: own.from - 0.9 * size, to: own.to + 0.9 * size };
  const ticks = chart.xTicks.map(([value, label]) => [x(value), label] as const);
  return svg`<g class="axis">
    ${along(ticks, size, width, 0.9 * size, clear && [clear]).map(
      ({ x: at, anchor, text }) =>
        svg`<text class="tick" x=${at} y=${baseline} text-anchor=${anchor}>${text}</text>`,
    )}
    ${
      own === undefined
        ? nothing
        : svg`<text class="held" x=${own.x} y=${baseline}
          text-anchor=${own.anchor}>${own.text}</text>`
    }
  </g>`;
}

function held(
  { value }: Handle,
  { lines }: LineChart,
  x: Axis,
  y: Axis,
  [top, floor]: Span,
  size: number,
): SVGTemplateResult {
  const at = x(value);
  return svg`<g class="handle">
    <line x1=${at} x2=${at} y1=${top} y2=${floor} />
    ${lines.map(
      (line) =>
        svg`<circle class="at ${line.tone}" cx=${at} cy=${y(heightAt(line.x, line.y, value))}
          r=${0.3 * size} />`,
    )}
    <g class="hand">
      <circle class="halo" cx=${at} cy=${floor} r=${GRIP * 1.45 * size} />
      <circle class="grip" cx=${at} cy=${floor} r=${GRIP * size} />
      <path class="arrows" d=${arrows(at, floor, size)} />
    </g>
  </g>`;
}

/** That it moves to either side. */
function arrows(x: number, y: number, size: number): string {
  const arm = px(0.2 * size);
  const gap = px(0.14 * size);
  const [top, low] = [px(y) - arm, 2 * arm];
  const tip = (side: 1 | -1) =>
    `M${px(x) + side * gap} ${top}l${side * arm} ${arm}l${-side * arm} ${low - arm}`;
  return tip(-1) + tip(1);
}

function cursor(
  { lines }: LineChart,
  x: Axis,
  y: Axis,
  [top, floor]: Span,
  point: number,
  size: number,
): SVGTemplateResult {
  const at = x(lines[0]?.x[point] ?? 0);
  return svg`<g class="cursor">
    <line x1=${at} x2=${at} y1=${top} y2=${floor} />
    ${lines.map(
      (line) =>
        svg`<circle class="at ${line.tone}" cx=${at} cy=${y(line.y[point] ?? 0)}
          r=${0.3 * size} />`,
    )}
  </g>`;
}

/** Positions of the input that a handle is: finer than a pixel. */
const POSITIONS = 1000;

/**
 * The handle itself: a native range over the plot, whose thumb stands where the drawing's grip is.
 */
function slider(
  handle: Handle,
  { id }: LineChart,
  [from, to]: readonly [number, number],
  over: Over,
): TemplateResult {
  const [least, most] = handle.bounds;
  const part = (handle.value - from) / (to - from);
  const onStep = (hundredths: number) => {
    const next = handle.value + (hundredths * (to - from)) / 100;
    handle.onSlide(round(Math.min(most, Math.max(least, next)), handle.step));
  };
  return html`<input
    type="range"
    class="over"
    id=${id}
    data-part="handle"
    aria-label=${handle.label}
    aria-valuetext=${handle.text}
    max=${POSITIONS}
    step=${POSITIONS / 100}
    .value=${live(String(Math.round(part * POSITIONS)))}
    .style=${overStyle(over)}
    ${slide({
      onSlide: (position) => {
        const value = from + (position / POSITIONS) * (to - from);
        handle.onSlide(round(Math.min(most, Math.max(least, value)), handle.step));
      },
      onKey: onStep,
      onRest: handle.onRest,
    })}
  />`;
}

function round(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

type Span = readonly [top: number, bottom: number];

/** What a name takes over and under its baseline, and how far it stays off a line, of its size. */
const ASCENT = 0.8;
const DESCENT = 0.25;
const GAP = 0.3;
/** How far its baseline stays over a line. */
const NEAR = 0.4;

/** A line's name: its baseline, where it begins, and how high and low it reaches. */
interface Named {
  readonly line: Line;
  readonly at: number;
  readonly from: number;
  readonly span: Span;
}

/**
 * Each line's name at its end: over the line that ends highest, under the others, where it lies on no line and no
 * other name. Between two lines it would be read as either's.
 */
function names(
  { lines }: LineChart,
  x: Axis,
  y: Axis,
  right: number,
  size: number,
  [top, floor]: Span,
): Named[] {
  // The axis is a line as well.
  const taken: Span[] = [[y(0), y(0)]];
  const end = (line: Line) => y(line.y[line.y.length - 1] ?? 0);
  // Over the highest line there is room up to where the number of a crossing stands.
  const fits = (at: number) =>
    at - ASCENT * size > top - (NEAR + ASCENT + 0.01) * size && at + DESCENT * size <= floor;
  return [...lines]
    .sort((a, b) => end(a) - end(b))
    .map((line, rank) => {
      const from = right - textWidth(line.label, size);
      const own = over(line, x, y, from);
      const occupied = [...lines.map((other) => over(other, x, y, from)), ...taken];
      const free = (at: number) =>
        occupied.every(([top, low]) => at + DESCENT * size < top || at - ASCENT * size > low);
      const above = ([top]: Span) => top - NEAR * size;
      const below = ([, low]: Span) => low + (ASCENT + GAP) * size;
      const up = occupied
        .map(above)
        .filter((at) => at <= above(own))
        .sort((a, b) => b - a);
      const down = occupied
        .map(below)
        .filter((at) => at >= below(own))
        .sort((a, b) => a - b);
      const places = (rank === 0 ? [...up, ...down] : [...down, ...up]).filter(fits);
      const at = places.find(free) ?? places[0] ?? Math.min(floor - DESCENT * size, below(own));
      const span: Span = [at - ASCENT * size, at + DESCENT * size];
      taken.push(span);
      return { line, at, from: from - GAP * size, span };
    });
}

/** How high a line comes, and how low, from a place to its end. */
function over(line: Line, x: Axis, y: Axis, from: number): Span {
  let [top, low] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [nextAt, next] = [0, 0];
  for (let index = line.x.length - 1; index >= 0; index--) {
    const at = x(line.x[index] ?? 0);
    let height = y(line.y[index] ?? 0);
    if (at < from && nextAt > at) height += ((next - height) * (from - at)) / (nextAt - at);
    top = Math.min(top, height);
    low = Math.max(low, height);
    if (at <= from) break;
    [nextAt, next] = [at, height];
  }
  return [top, low];
}
