/** A tornado: how far each figure moves the answer, the widest first, and where it turns it. */
import { html, nothing, svg, type TemplateResult } from "lit";

export interface TornadoBar {
  readonly parameter: string;
  readonly label: string;
  /** The ends of its range, as texts, and the answer there. */
  readonly low: { readonly shown: string; readonly result: number; readonly text: string };
  readonly high: { readonly shown: string; readonly result: number; readonly text: string };
  /** "Renting is cheaper below $3.18." */
  readonly flip: string;
}

export interface TornadoChart {
  readonly title: string;
  readonly bars: readonly TornadoBar[];
  /** The answer as it is: the line that all bars hang on. */
  readonly present: number;
  /** Whether the sign of the answer says who wins. */
  readonly signed: boolean;
}

/** A list in which each bar says in words what it shows; the bars are pictures. */
export function tornadoChart({ title, bars, present, signed }: TornadoChart): TemplateResult {
  const results = bars.flatMap(({ low, high }) => [low.result, high.result]);
  const least = Math.min(present, ...(signed ? [0] : []), ...results);
  const most = Math.max(present, ...(signed ? [0] : []), ...results);
  const x = (value: number) => ((value - least) / (most - least || 1)) * 100;
  const piece = (from: number, to: number, tone: string) =>
    to <= from
      ? nothing
      : svg`<rect class="fill ${tone}" x="${x(from)}%" width="${Math.max(0.3, x(to) - x(from))}%"
        height="100%" />`;
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <ol class="tornado" data-part="tornado">
      ${bars.map(({ parameter, label, low, high, flip }) => {
        const [from, to] = [Math.min(low.result, high.result), Math.max(low.result, high.result)];
        const [left, right] = low.result <= high.result ? [low, high] : [high, low];
        const turn = signed ? Math.min(to, Math.max(from, 0)) : from;
        return html`<li data-parameter=${parameter}>
          <span class="label">${label}</span>
          <svg class="bar" width="100%" height="0.9em" aria-hidden="true">
            <rect class="track" width="100%" height="100%" />
            ${piece(from, turn, "negative")} ${piece(turn, to, signed ? "positive" : "plain")}
            ${
              signed
                ? svg`<line class="zero" x1="${x(0)}%" x2="${x(0)}%" y1="0"
              y2="100%" />`
                : nothing
            }
            <line class="reference" x1="${x(present)}%" x2="${x(present)}%" y1="0" y2="100%"></line>
          </svg>
          <span class="ends">
            <span><b>${left.text}</b> ${left.shown}</span>
            <span><b>${right.text}</b> ${right.shown}</span>
          </span>
          <span class="turn">${flip}</span>
        </li>`;
      })}
    </ol>
  </figure>`;
}
