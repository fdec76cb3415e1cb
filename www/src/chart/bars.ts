/** Horizontal bars, each under its own line of text: no column of labels to run out of on a phone. */
import { scaleLinear } from "d3-scale";
import { nothing, svg, type TemplateResult } from "lit";
import { frame } from "./frame.js";
import { fitText, textWidth } from "./text.js";

export interface Bar {
  readonly className: string;
  readonly label: string;
  /** Behind the label, in a lower voice. */
  readonly note?: string | undefined;
  readonly value: number;
  readonly text: string;
}

export interface BarChart {
  readonly width: number;
  readonly em: number;
  readonly alternative: string;
  readonly bars: readonly Bar[];
  /** A value to compare with: a line across all bars. */
  readonly reference?: number | undefined;
  /** What a full bar stands for; else the highest value. */
  readonly highest?: number | undefined;
}

export function barChart(chart: BarChart): TemplateResult {
  const { width, em, bars, reference } = chart;
  const size = 0.8125 * em;
  const thick = 0.6 * size;
  const pitch = 2.45 * size;
  const height = Math.max(1, Math.round(bars.length * pitch));
  const highest = chart.highest ?? Math.max(...bars.map(({ value }) => value), reference ?? 0);
  const x = scaleLinear([0, highest || 1], [0, width]);
  return frame(
    { width, height, size, alternative: chart.alternative },
    svg`
      ${bars.map((bar, index) => {
        const top = index * pitch;
        const baseline = top + size;
        const room = width - textWidth(bar.text, size) - size;
        const label = fitText(bar.label, size, room);
        const noteRoom = room - textWidth(label, size) - 0.6 * size;
        const note =
          bar.note !== undefined && textWidth(bar.note, size * 0.9) <= noteRoom
            ? bar.note
            : undefined;
        return svg`
          <g class="bar ${bar.className}">
            <text x="0" y=${baseline}>${label}${note === undefined ? nothing : svg`<tspan class="note" dx=${0.6 * size} font-size=${size * 0.9}>${note}</tspan>`}</text>
            <text class="value" x=${width} y=${baseline} text-anchor="end">${bar.text}</text>
            <rect class="track" x="0" y=${baseline + 0.45 * size} width=${width} height=${thick} />
            <rect class="fill" x="0" y=${baseline + 0.45 * size} width=${Math.max(1, x(bar.value))} height=${thick} />
          </g>`;
      })}
      ${
        reference === undefined
          ? nothing
          : bars.map(
              (_, index) =>
                svg`<line class="reference" x1=${x(reference)} x2=${x(reference)} y1=${index * pitch + 1.25 * size} y2=${index * pitch + 2.25 * size} />`,
            )
      }
    `,
  );
}
