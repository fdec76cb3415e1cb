/** A chart with its title, as wide and as tall as its place. */
import { html, type TemplateResult } from "lit";
import { unbroken } from "../unbroken.js";
import { wrapText } from "./text.js";

/** Size of a drawing's text and of its title, em of what is around it. */
export const FONT = 0.8125;
const TITLE = 0.875;
const TITLE_LINE = 1.3;

/** The least drawing worth looking at, em. */
const LEAST = { width: 9, height: 7 };

export interface Sized {
  /** Unique in the root. */
  readonly id: string;
  readonly title: string;
  /** The room there is, title included, and the size of text, px. */
  readonly width: number;
  readonly height: number;
  readonly em: number;
  /** What a dollar is in the currency on show. */
  readonly rate?: number | undefined;
}

/** The title, and under it what is drawn for the room that it leaves. */
export function figure(
  { title, width, height, em }: Sized,
  draw: (width: number, height: number, size: number) => TemplateResult,
): TemplateResult {
  const lines = wrapText(title, TITLE * em, width).length;
  const left = height - lines * TITLE * TITLE_LINE * em - 0.4 * em;
  const drawn = Math.max(LEAST.height * em, left);
  // What it could be lower by: in a narrow place the title leaves it less than the least.
  return html`<figure class="chart" .style=${`--spare:${drawn - LEAST.height * em}px`}>
    <figcaption>${unbroken(title)}</figcaption>
    ${draw(Math.max(LEAST.width * em, width), drawn, FONT * em)}
  </figure>`;
}
