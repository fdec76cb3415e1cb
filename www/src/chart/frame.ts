import { html, nothing, type SVGTemplateResult, type TemplateResult } from "lit";

/** Font size of a drawing, em of what is around it. */
export const FONT_SIZE = 0.8125;

/** Of a drawing in pixels: height by width; the least and the greatest, em of what is around it. */
export const RATIO = 0.55;
export const LOWEST = 13;
export const HIGHEST = 17;

export interface Frame {
  /** What the picture says, for those who do not see it. */
  readonly alternative: string;
  /** Its height in em of its own; else the style sheet's, by its width. */
  readonly height?: number;
  /** What it is drawn in: pixels, if it is drawn for the place it stands in. */
  readonly viewBox?: readonly [width: number, height: number];
}

/**
 * A drawing as wide as its place. The room it takes is never that of what is drawn in it: nothing moves
 * when one that a server has drawn, for whatever width, is drawn anew.
 */
export function frame(
  { alternative, height, viewBox }: Frame,
  content: SVGTemplateResult,
): TemplateResult {
  return html`<svg
    data-part="chart"
    role="img"
    aria-label=${alternative}
    width="100%"
    height=${height === undefined ? nothing : `${height}em`}
    viewBox=${viewBox === undefined ? nothing : `0 0 ${viewBox.join(" ")}`}
  >
    ${content}
  </svg>`;
}
