import { html, type SVGTemplateResult, type TemplateResult } from "lit";

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Font size, px. */
  readonly size: number;
  /** What the picture says, for those who do not see it. */
  readonly alternative: string;
}

/** A drawing in real pixels, so that its text does not shrink with it. */
export function frame(frame: Frame, content: SVGTemplateResult): TemplateResult {
  const { width, height, size, alternative } = frame;
  return html`<svg
    data-part="chart"
    role="img"
    aria-label=${alternative}
    width=${width}
    height=${height}
    viewBox="0 0 ${width} ${height}"
    font-size=${size}
  >
    ${content}
  </svg>`;
}
