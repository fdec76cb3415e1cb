/** A fan: what may have been saved by each year, half and nine in ten of the futures. */
import { html, svg, type TemplateResult } from "lit";
import { figure, type Sized } from "./figure.js";
import { pointOf, readable } from "./reader.js";
import { type Axis, axis, extent, times } from "./scale.js";
import { along } from "./text.js";

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
    const [top, floor] = [1.3 * size, height - 1.9 * size];
    const x = axis([0, Math.max(1, count - 1)], [0.4 * size, width - 0.4 * size], count);
    const y = axis(extent([chart.p5, chart.p95]), [floor, top], 4, chart.rate);
    const point = pointOf(host, { id: chart.id, count });
    const ticks = times(
      count,
      (index) => [x(index), chart.yearTick(chart.year[index] ?? index)] as const,
    );
    const drawing = html`${key(chart)}<div class="plot">
      <svg viewBox="0 0 ${width} ${height}" aria-hidden="true" data-part="fan">
        ${svg`<g font-size=${size}>
          <path class="band most" d=${band(x, y, chart.p5, chart.p95)} />
          <path class="band half" d=${band(x, y, chart.p25, chart.p75)} />
          <g class="grid">
            ${y.ticks.map(
              (tick) => svg`<line x1="0" x2=${width} y1=${y(tick)} y2=${y(tick)}
              class=${tick === 0 ? "zero" : ""} />`,
            )}
          </g>
          ${
            point === undefined
              ? ""
              : svg`<g class="cursor"><line x1=${x(point)} x2=${x(point)}
            y1=${top} y2=${floor} /></g>`
          }
          <g>
            ${y.ticks.map(
              (tick) => svg`<text class="tick" x="0"
              y=${y(tick) - 0.32 * size}>${chart.tick(tick)}</text>`,
            )}
          </g>
          <g class="axis">${along(ticks, size, width, 0.6 * size).map(
            ({ x: at, anchor, text }) =>
              svg`<text class="tick" x=${at} y=${floor + 1.5 * size}
                text-anchor=${anchor}>${text}</text>`,
          )}</g>
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

/** What the bands are, in words, over the plot: a row that wraps as the page's text does. */
function key({ half, most }: FanChart): TemplateResult {
  const entry = (tone: string, text: string) => html`<span>
    <svg width="0.8em" height="0.8em" aria-hidden="true">
      <rect class="band ${tone}" width="100%" height="100%" />
    </svg>
    ${text}
  </span>`;
  return html`<p class="key">${entry("half", half)} ${entry("most", most)}</p>`;
}
