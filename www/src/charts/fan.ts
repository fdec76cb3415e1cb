/** A fan: what may have been saved by each year, half and nine in ten of the futures. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { figure, type Sized } from "./figure.js";
import { pointOf, readable } from "./reader.js";
import { type Axis, axis, extent, times } from "./scale.js";
import { placed, spread, textWidth } from "./text.js";

export interface FanChart extends Sized {
  readonly year: ArrayLike<number>;
  readonly p5: ArrayLike<number>;
  readonly p25: ArrayLike<number>;
  readonly p75: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
  /** What the bands hold, in words: "half of the futures". */
  readonly half: string;
  readonly most: string;
  readonly yearTick: (year: number) => string;
  readonly tick: (value: number) => string;
  readonly label: string;
  readonly text: (index: number) => string;
}

export function fanChart(host: { requestUpdate(): void }, chart: FanChart): TemplateResult {
  const count = chart.year.length;
  return figure(chart, (width, height, size) => {
    const legend = 1.6 * size;
    const [top, floor] = [legend + 1.3 * size, height - 1.9 * size];
    const x = axis([0, Math.max(1, count - 1)], [0.4 * size, width - 0.4 * size], count);
    const y = axis(extent([chart.p5, chart.p95]), [floor, top], 4);
    const point = pointOf(host, { id: chart.id, count });
    const ticks = times(count, (index) =>
      placed(chart.yearTick(chart.year[index] ?? index), x(index), size, 0, width),
    );
    const ends = [ticks[0], ticks.at(-1)].filter((tick) => tick !== undefined);
    const drawing = html`<div class="plot">
      <svg viewBox="0 0 ${width} ${height}" aria-hidden="true" data-part="fan">
        ${svg`<g font-size=${size}>
          ${key(chart, width, size)}
          <path class="band most" d=${band(x, y, chart.p5, chart.p95)} />
          <path class="band half" d=${band(x, y, chart.p25, chart.p75)} />
          <g class="grid">
            ${y.ticks.map((tick) => svg`<line x1="0" x2=${width} y1=${y(tick)} y2=${y(tick)} class=${tick === 0 ? "zero" : ""} />`)}
            ${y.ticks.map((tick) => svg`<text class="tick" x="0" y=${y(tick) - 0.32 * size}>${chart.tick(tick)}</text>`)}
          </g>
          <g class="axis">${spread([...ends, ...ticks.slice(1, -1)], 0.6 * size).map(
            ({ x: at, anchor, text }) =>
              svg`<text class="tick" x=${at} y=${floor + 1.5 * size} text-anchor=${anchor}>${text}</text>`,
          )}</g>
          ${point === undefined ? "" : svg`<g class="cursor"><line x1=${x(point)} x2=${x(point)} y1=${top} y2=${floor} /></g>`}
        </g>`}
      </svg>
    </div>`;
    return readable(
      host,
      {
        id: chart.id,
        count,
        label: chart.label,
        text: chart.text,
        nearest: (part) => Math.round(Math.min(1, Math.max(0, part)) * (count - 1)),
      },
      drawing,
    );
  });
}

function band(x: Axis, y: Axis, low: ArrayLike<number>, high: ArrayLike<number>): string {
  const up = times(high.length, (index) => `${x(index)} ${y(high[index] ?? 0)}`);
  const down = times(low.length, (index) => `${x(index)} ${y(low[index] ?? 0)}`).reverse();
  return `M${[...up, ...down].join("L")}Z`;
}

/** What the bands are, in words, in a row above the plot. */
function key({ half, most }: FanChart, width: number, size: number): SVGTemplateResult {
  const box = 0.8 * size;
  const second = box + textWidth(half, size) + 2.2 * size;
  const fits = second + box + textWidth(most, size) + 0.4 * size < width;
  const small = fits
    ? size
    : size * Math.max(0.7, width / (second + 2 * box + textWidth(most, size)));
  const at = fits ? second : box + textWidth(half, small) + 1.4 * small;
  return svg`<g class="key" font-size=${small}>
    <rect class="band half" x="0" y=${0.25 * size} width=${box} height=${box} />
    <text x=${box + 0.4 * small} y=${size}>${half}</text>
    <rect class="band most" x=${at} y=${0.25 * size} width=${box} height=${box} />
    <text x=${at + box + 0.4 * small} y=${size}>${most}</text>
  </g>`;
}
