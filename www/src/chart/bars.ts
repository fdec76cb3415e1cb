/** Horizontal bars, each under its own line of text: no column of labels to run out of on a phone. */
import { scaleLinear } from "d3-scale";
import { nothing, svg, type TemplateResult } from "lit";
import { FONT_SIZE, frame } from "./frame.js";
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

/** In em: from bar to bar, the baseline of a bar's text, the bar under it. */
const PITCH = 2.45;
const BASELINE = 1;
const BAR = { top: 1.45, height: 0.6 };
const NOTE_SIZE = 0.9;

/** The width of a drawing on a phone, em: a note that has no room in it is told apart. */
const PHONE = 15;

/** The thinnest bar, per cent of the width. */
const THINNEST = 0.3;

/** Drawn in em and per cent, it fits any width; only what of the texts has room is a matter of one. */
export function barChart(chart: BarChart): TemplateResult {
  const { width, bars, reference } = chart;
  const size = FONT_SIZE * chart.em;
  const highest = chart.highest ?? Math.max(...bars.map(({ value }) => value), reference ?? 0);
  const x = scaleLinear([0, highest || 1], [0, 100]);
  return frame(
    { height: bars.length * PITCH, alternative: chart.alternative },
    svg`
      ${bars.map((bar, index) => {
        const top = index * PITCH;
        const room = width - textWidth(bar.text, size) - size;
        const label = fitText(bar.label, size, room);
        const spare = room - textWidth(label, size) - 0.6 * size;
        const { note = "" } = bar;
        const left = spare - textWidth(note, size * NOTE_SIZE);
        const place = width - left <= PHONE * chart.em ? "note" : "note wide";
        return svg`
          <g class="bar ${bar.className}">
            <text x="0" y="${top + BASELINE}em">${label}${note === "" || left < 0 ? nothing : svg`<tspan class=${place} dx="0.67em" font-size="${NOTE_SIZE}em">${note}</tspan>`}</text>
            <text class="value" x="100%" y="${top + BASELINE}em" text-anchor="end">${bar.text}</text>
            <rect class="track" x="0" y="${top + BAR.top}em" width="100%" height="${BAR.height}em" />
            <rect class="fill" x="0" y="${top + BAR.top}em" width="${Math.max(THINNEST, x(bar.value))}%" height="${BAR.height}em" />
          </g>`;
      })}
      ${
        reference === undefined
          ? nothing
          : bars.map(
              (_, index) =>
                svg`<line class="reference" x1="${x(reference)}%" x2="${x(reference)}%" y1="${index * PITCH + 1.25}em" y2="${index * PITCH + 2.25}em" />`,
            )
      }
    `,
  );
}
