/** A quantile dot plot: futures that are equally likely, each a dot, grouped by who wins. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { slide } from "../controls/slide.js";
import { unbroken } from "../unbroken.js";
import { figure, type Sized } from "./figure.js";
import { type Over, overStyle } from "./over.js";
import { type Axis, axis, extent } from "./scale.js";
import { placed, spread, textWidth } from "./text.js";

/** Dots in a wide drawing and in one as narrow as a phone's column, and where that begins, em. */
export const DOTS = { wide: 50, narrow: 20, from: 22 };

export interface DotPlot extends Sized {
  /** Ascending: the exact quantiles at (i − ½)/n. */
  readonly values: readonly number[];
  /** How many of the first are on the losing side. */
  readonly negative: number;
  readonly sides: Readonly<Record<"positive" | "negative", string>>;
  readonly tick: (value: number) => string;
  /** The line that can be dragged over the dots. */
  readonly line: {
    readonly value: number;
    readonly label: string;
    readonly text: string;
    readonly onSlide: (value: number) => void;
  };
}

interface Dot {
  readonly value: number;
  readonly column: number;
  readonly row: number;
  readonly side: "positive" | "negative";
}

/** Dots in columns of one width, zero between two of them: no dot stands over the landmark. */
export function columns(
  values: readonly number[],
  negative: number,
  width: number,
): readonly Dot[] {
  const heights = new Map<number, number>();
  return values.map((value, index) => {
    const side = index < negative ? "negative" : "positive";
    const raw = Math.floor(value / width);
    const column = side === "negative" ? Math.min(-1, raw) : Math.max(0, raw);
    const row = heights.get(column) ?? 0;
    heights.set(column, row + 1);
    return { value, column, row, side };
  });
}

/** The most columns that are tried: dots of a pixel or two are none. */
const MOST = 60;

export function dotPlot(chart: DotPlot): TemplateResult {
  return figure(chart, (width, height, size) => {
    const floor = height - 2 * size;
    const top = 1.7 * size;
    const edge = 0.7 * size;
    const domain = extent([chart.values]);
    const span = domain[1] - domain[0] || 1;
    let dots: readonly Dot[] = [];
    let step = span;
    // The largest dots whose highest column still fits.
    for (let count = 4; count <= MOST; count++) {
      step = span / count;
      dots = columns(chart.values, chart.negative, step);
      const most = dots.reduce((highest, { row }) => Math.max(highest, row + 1), 0);
      const diameter = (width - 2 * edge) / (count + 1);
      if (most * diameter <= floor - top) break;
    }
    const low = Math.min(...dots.map(({ column }) => column), 0) * step;
    const high = (Math.max(...dots.map(({ column }) => column), -1) + 1) * step;
    const x = axis([low, high], [edge, width - edge], Math.max(2, width / (7 * size)), chart.rate);
    const diameter = Math.min(x(step) - x(0), 1.6 * size);
    const at = Math.min(high, Math.max(low, chart.line.value));
    const drawing = html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" data-part="dots">
      ${svg`<g font-size=${size}>
        ${dots.map((dot) => mark(dot, x, step, diameter, floor))}
        ${landmark(chart, x, [top, floor], width, size)}
        ${labels(chart, x, width, floor + 1.5 * size, size)}
        <g class="handle">
          <line x1=${x(at)} x2=${x(at)} y1=${top} y2=${floor} />
          <circle class="halo" cx=${x(at)} cy=${floor} r=${0.9 * size} />
          <circle class="grip" cx=${x(at)} cy=${floor} r=${0.6 * size} />
        </g>
      </g>`}
    </svg>`;
    const inset = [top, height - floor - size] as const;
    const input = lineInput(chart, [low, high], at, { width, height, edge, inset });
    return html`<div class="plot">
        ${input} ${drawing}
      </div>
      <p class="read" data-part="line">${unbroken(chart.line.text)}</p>`;
  });
}

/** Full on the one side, hollow on the other: color is not alone. */
function mark(dot: Dot, x: Axis, step: number, diameter: number, floor: number): SVGTemplateResult {
  const stroke = dot.side === "negative" ? diameter * 0.14 : 0;
  return svg`<circle class="dot ${dot.side}" cx=${x((dot.column + 0.5) * step)}
    cy=${floor - (dot.row + 0.5) * diameter - 1}
    r=${diameter * 0.44 - stroke / 2} stroke-width=${stroke} />`;
}

/** Zero, with the side that wins on either hand of it. */
function landmark(
  { sides, values, negative }: DotPlot,
  x: Axis,
  [top, floor]: readonly [number, number],
  width: number,
  size: number,
): SVGTemplateResult {
  const zero = x(0);
  const left = negative > 0 ? `◂ ${sides.negative}` : "";
  const right = negative < values.length ? `${sides.positive} ▸` : "";
  const gap = 0.5 * size;
  // Each stands on its own hand of zero; where an edge is too near, the other one makes room.
  const [leftWide, rightWide] = [textWidth(left, size), textWidth(right, size)];
  const split = Math.min(Math.max(zero, leftWide + gap), width - rightWide - gap);
  return svg`<g class="landmark">
    <line x1=${zero} x2=${zero} y1=${top - 0.3 * size} y2=${floor + 0.35 * size} />
    <line class="floor" x1="0" x2=${width} y1=${floor} y2=${floor} />
    <text class="name negative" x=${split - gap} y=${size} text-anchor="end">${left}</text>
    <text class="name positive" x=${split + gap} y=${size}>${right}</text>
  </g>`;
}

function labels(
  chart: DotPlot,
  x: Axis,
  width: number,
  baseline: number,
  size: number,
): SVGTemplateResult {
  const all = x.ticks.map((tick) => placed(chart.tick(tick), x(tick), size, 0, width));
  const zero = placed(chart.tick(0), x(0), size, 0, width);
  return svg`<g class="axis">${[zero, ...spread(all, 0.7 * size, [zero])].map(
    ({ x: at, anchor, text }) =>
      svg`<text class="tick" x=${at} y=${baseline} text-anchor=${anchor}>${text}</text>`,
  )}</g>`;
}

const POSITIONS = 200;

function lineInput(
  { id, line }: DotPlot,
  [low, high]: readonly [number, number],
  at: number,
  over: Over,
): TemplateResult {
  const position = Math.round(((at - low) / (high - low || 1)) * POSITIONS);
  const valueAt = (place: number) => low + (place / POSITIONS) * (high - low);
  return html`<input
    type="range"
    class="over"
    id="${id}-line"
    data-part="line-handle"
    aria-label=${line.label}
    aria-valuetext=${line.text}
    max=${POSITIONS}
    step="1"
    .value=${live(String(position))}
    .style=${overStyle(over)}
    ${slide({
      onSlide: (place) => line.onSlide(valueAt(place)),
      onKey: (hundredths) => line.onSlide(at + ((high - low) * hundredths) / 100),
      onRest: () => undefined,
    })}
  />`;
}
