/** Bars, each under its own line of text: no column of labels to run out of on a phone. */
import { html, nothing, svg, type TemplateResult } from "lit";

export interface Bar {
  readonly tone?: "positive" | "negative" | "plain" | undefined;
  readonly label: string;
  /** Behind the label, in a lower voice. */
  readonly note?: string | undefined;
  readonly value: number;
  readonly text: string;
}

export interface BarChart {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** A value to compare with: a line across all bars. */
  readonly reference?: number | undefined;
  /** What the line is, where no bar ends at it. */
  readonly line?: string | undefined;
  /** What a full bar stands for; else the highest value. */
  readonly highest?: number | undefined;
}

/** The thinnest bar, per cent of the width. */
const THINNEST = 0.4;

/** A list, whose texts wrap as the page's do and are read as they stand; the bars are pictures. */
export function barChart({ title, bars, reference, line, highest }: BarChart): TemplateResult {
  const full = highest ?? Math.max(...bars.map(({ value }) => value), reference ?? 0);
  const part = (value: number) => (full > 0 ? (value / full) * 100 : 0);
  return html`<figure class="chart">
    <figcaption>${title}${
      line === undefined ? nothing : html` <span class="line-key">${line}</span>`
    }</figcaption>
    <ul class="bars" data-part="chart">
      ${bars.map(
        ({ tone = "plain", label, note, value, text }) => html`<li class=${tone}>
          <span class="label">${label}${note ? html` <small>${note}</small>` : nothing}</span>
          <b class="value">${text}</b>
          <svg class="bar" width="100%" height="0.7em" aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            ${svg`<rect class="fill ${tone}" width="${Math.max(THINNEST, part(value))}%"
              height="100%" />`}
            ${
              reference === undefined
                ? nothing
                : svg`<line class="reference"
              x1="${part(reference)}%" x2="${part(reference)}%" y1="0" y2="100%" />`
            }
          </svg>
        </li>`,
      )}
    </ul>
  </figure>`;
}
