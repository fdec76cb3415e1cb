import { type CSSResultGroup, css } from "lit";
import { LaggingElement } from "./lagging.js";

/** A block of its own between the article's paragraphs. */
export abstract class ProseBlock extends LaggingElement {
  static override readonly styles: CSSResultGroup = [
    LaggingElement.styles,
    css`
      :host {
        display: block;
        font-family: var(--chip-font, system-ui, sans-serif);
        color: var(--chip-text, inherit);
        line-height: 1.45;
      }
      :host([hidden]) { display: none; }
      .title { margin: 0 0 0.45em; font-size: 1.15em; font-weight: 700; }
    `,
  ];
}
