/** Bars, each under its own line of text: no column of labels to run out of on a phone. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { unbroken } from "../unbroken.js";

export interface Bar {
  readonly tone?: "positive" | "negative" | "plain" | "baseline" | undefined;
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

/** A row of a picture: its text and its bar, of the size of text. */
const ROW = { text: 1.35, bar: 1.3, gap: 0.8 };

/** Bars as one drawing, for a picture that travels without its page. */
export function barsPicture(
  { bars, reference, highest }: BarChart,
  width: number,
  size: number,
): TemplateResult {
  const full = highest ?? Math.max(...bars.map(({ value }) => value), reference ?? 0);
  const part = (value: number) => (full > 0 ? (value / full) * width : 0);
  const row = (ROW.text + ROW.bar + ROW.gap) * size;
  const height = bars.length * row;
  return html`<svg viewBox="0 0 ${width} ${height}" data-part="chart" aria-hidden="true">
    ${svg`<g class="bar" font-size=${size}>
      ${bars.map(({ tone = "plain", label, note, value, text }, index) => {
        const top = index * row + ROW.text * size;
        const tall = ROW.bar * size;
        return svg`<text x="0" y=${top - 0.35 * size}>${note ? `${label} ${note}` : label}</text>
          <text class="value" x=${width} y=${top - 0.35 * size}
            text-anchor="end">${text}</text>
          <rect class="track" x="0" y=${top} width=${width} height=${tall} />
          <rect class="fill ${tone}" x="0" y=${top}
            width=${Math.max((THINNEST / 100) * width, part(value))} height=${tall} />
          ${
            reference === undefined
              ? nothing
              : svg`<line class="reference" x1=${part(reference)} x2=${part(reference)}
                y1=${top} y2=${top + tall} />`
          }`;
      })}
    </g>`}
  </svg>`;
}

/** The thinnest bar, per cent of the width. */
const THINNEST = 0.4;

/** A list, whose texts wrap as the page's do and are read as they stand; the bars are pictures. */
export function barChart({ title, bars, reference, line, highest }: BarChart): TemplateResult {
  const full = highest ?? Math.max(...bars.map(({ value }) => value), reference ?? 0);
  const part = (value: number) => (full > 0 ? (value / full) * 100 : 0);
  return html`<figure class="chart">
    <figcaption>${unbroken(title)}${
      line === undefined ? nothing : html` <span class="line-key">${line}</span>`
    }</figcaption>
    <ul class="bars" data-part="chart">
      ${bars.map(
        ({ tone = "plain", label, note, value, text }) => html`<li class=${tone}>
          <span class="label">${label}${note ? html` <small>${note}</small>` : nothing}</span>
          <b class="value">${text}</b>
          <span class="room"><svg class="bar" width="100%" height="100%" aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            ${svg`<rect class="fill ${tone}" width="${Math.max(THINNEST, part(value))}%"
              height="100%" />`}
            ${
              reference === undefined
                ? nothing
                : svg`<line class="reference"
              x1="${part(reference)}%" x2="${part(reference)}%" y1="0" y2="100%" />`
            }
          </svg></span>
        </li>`,
      )}
    </ul>
  </figure>`;
}
