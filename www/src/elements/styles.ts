import { css, unsafeCSS } from "lit";
import { FONT_SIZE, HIGHEST, LOWEST, RATIO } from "../chart/frame.js";

/** Padding of the widget, em. */
export const PADDING = 1;
/** Width within the padding from which form and chart stand side by side, em. */
export const TWO_COLUMNS = 52;
export const COLUMN_GAP = 2;

const em = (value: number) => unsafeCSS(`${value}em`);

/**
 * Colours are the host page's to override: each `--chip-…` goes before the theme. Every pair of text
 * and ground has at least the contrast of WCAG AA, every border of a control 3 to 1.
 */
const light = css`
  --accent: var(--chip-accent, #0a6b68);
  --contrast: var(--chip-contrast, #a63d12);
  --text: var(--chip-text, #1b1b19);
  --muted: var(--chip-muted, #5c5c57);
  --surface: var(--chip-surface, #ffffff);
  --sunken: var(--chip-sunken, #f4f3ef);
  --border: var(--chip-border, #dcdad3);
  --control: var(--chip-control, #85837b);
  --danger: var(--chip-danger, #b3261e);
  --controls: light;
`;

const dark = css`
  --accent: var(--chip-accent, #5cc9bf);
  --contrast: var(--chip-contrast, #f0a07a);
  --text: var(--chip-text, #eceae4);
  --muted: var(--chip-muted, #a9a79f);
  --surface: var(--chip-surface, #191a1b);
  --sunken: var(--chip-sunken, #242628);
  --border: var(--chip-border, #3a3c3e);
  --control: var(--chip-control, #7d7f80);
  --danger: var(--chip-danger, #ff9a8f);
  --controls: dark;
`;

export const styles = css`
  :host {
    ${light}
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    contain: layout style;
    /* In a row that shrinks its items to their content, a size container would shrink to nothing. */
    min-inline-size: min(100%, 17.5em);
    line-height: 1.45;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  /* The room that reserve.css has kept on the page: as tall as it was before the element was there. */
  :host::before {
    content: "";
    grid-area: 1 / 1;
    padding-block-start: var(--chip-reserve, 0);
  }
  :host(:is([data-fallback], [data-resized]))::before {
    padding: 0;
  }
  .widget,
  .fallback {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme="light"])) {
      ${dark}
    }
  }
  :host([theme="dark"]) {
    ${dark}
  }
  *,
  *::before {
    box-sizing: border-box;
  }

  .widget {
    container: widget / inline-size;
    /* For the browser's own controls; the host page's scheme is none of our business. */
    color-scheme: var(--controls);
    background: var(--surface);
    color: var(--text);
    border: 1px solid var(--border);
    border-radius: var(--chip-radius, 0.375em);
    padding: ${em(PADDING)};
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
  }
  p,
  figure,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .title {
    font-weight: 650;
    line-height: 1.25;
  }
  .headline {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.5em;
    margin-block-start: 0.5em;
    line-height: 1.15;
  }
  .headline strong {
    font-size: 2.5em;
    font-weight: 700;
    letter-spacing: -0.02em;
    color: var(--accent);
  }
  .headline span {
    line-height: 1.3;
  }
  .sentence {
    margin-block-start: 0.5em;
    max-inline-size: 44em;
  }
  .stale {
    margin-block: 0.5em;
    padding-inline-start: 0.625em;
    border-inline-start: 0.1875em solid var(--danger);
    font-size: 0.875em;
  }
  .stale a {
    display: inline-block;
    padding-block: 0.25em;
  }
  [data-stale] .headline strong,
  [data-stale] .headline,
  [data-stale] .sentence {
    color: var(--muted);
  }
  .figure[data-stale] svg {
    opacity: 0.6;
  }

  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1em;
    margin-block-start: 1em;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16em), 1fr));
    gap: 0.375em ${em(COLUMN_GAP)};
    align-content: start;
  }
  .figure {
    order: -1;
  }
  @container widget (min-width: ${em(TWO_COLUMNS)}) {
    .body {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: ${em(COLUMN_GAP)};
    }
    .figure {
      order: 0;
    }
    .fields[data-part="basics"] {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .pin {
    position: sticky;
    inset-block-start: var(--chip-sticky-top, 0);
    z-index: 1;
    block-size: 0;
  }
  /* What takes the focus is not scrolled to where the pin covers it. */
  :is(input, select, summary, button, a) {
    scroll-margin-block: 4em;
  }
  .pin p {
    visibility: hidden;
    margin-inline: ${em(-PADDING)};
    padding: 0.5em ${em(PADDING)};
    background: var(--surface);
    border-block-end: 1px solid var(--border);
    font-size: 0.875em;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .pin[data-visible] p {
    visibility: visible;
  }
  .pin[data-stale] p {
    color: var(--muted);
  }
  .pin strong {
    color: var(--accent);
    font-size: 1.25em;
  }
  .form {
    min-inline-size: 0;
  }

  .field {
    scroll-margin-block-start: 4em;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.75em;
    align-content: start;
  }
  .field label {
    font-size: 0.9375em;
    line-height: 1.25;
  }
  .field.choice {
    grid-template-columns: minmax(6em, 0.5fr) minmax(0, 1fr);
  }
  .entry {
    min-inline-size: 0;
  }
  .unit {
    font-size: 0.875em;
    color: var(--muted);
    white-space: nowrap;
  }
  input,
  select,
  button {
    font: inherit;
    font-variant-numeric: inherit;
    color: inherit;
    line-height: 1.25;
  }
  input[type="text"],
  select {
    min-block-size: 2.75rem;
    background: var(--surface);
    border: 1px solid var(--control);
    border-radius: 0.25em;
    padding: 0.25em 0.5em;
    min-inline-size: 0;
  }
  input[type="text"] {
    inline-size: 6.75em;
    max-inline-size: 100%;
    text-align: end;
  }
  input.long {
    inline-size: 7.75em;
  }
  input.longer {
    inline-size: 9.25em;
  }
  input.longest {
    inline-size: 11em;
  }
  select {
    inline-size: 100%;
    text-overflow: ellipsis;
  }
  [aria-invalid="true"] {
    border-color: var(--danger) !important;
    box-shadow: 0 0 0 1px var(--danger);
  }
  .error,
  .hint,
  input[type="range"] {
    grid-column: 1 / -1;
  }
  .error {
    color: var(--danger);
    font-size: 0.875em;
    text-align: end;
  }
  .error:empty {
    display: none;
  }
  .hint {
    padding-block-end: 0.5em;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.35;
  }

  input[type="range"] {
    --track: linear-gradient(
      to right,
      var(--accent) var(--filled, 0%),
      var(--control) var(--filled, 0%)
    );
    appearance: none;
    inline-size: 100%;
    min-inline-size: 0;
    /* As tall as a finger, drawn as thin as a line. */
    block-size: 2.75rem;
    margin: -0.375rem 0 -0.25rem;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    block-size: 0.1875rem;
    border-radius: 1rem;
    background: var(--track);
  }
  input[type="range"]::-moz-range-track {
    block-size: 0.1875rem;
    border-radius: 1rem;
    background: var(--track);
  }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin-block-start: -0.59375rem;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  input[type="range"]::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    border: 2px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input[type="range"]:focus-visible {
    outline-offset: -0.5rem;
    border-radius: 1rem;
  }

  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75em;
    min-block-size: 2.75rem;
    padding-block: 0.375em;
    font-size: 0.875em;
    line-height: 1.3;
  }
  figcaption > span:first-child {
    font-weight: 600;
  }
  .tabs {
    display: inline-flex;
    margin-inline: -0.5em;
  }
  .tabs button {
    min-block-size: 2.75rem;
    margin-block: -0.375em;
    padding: 0 0.5em;
    border: 0;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .tabs button[aria-pressed="true"] {
    color: var(--text);
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.375em;
  }

  svg {
    display: block;
    fill: var(--text);
    overflow: hidden;
    font-size: ${em(FONT_SIZE)};
  }
  /* Of lines: what is drawn for another width shrinks or grows within it. */
  svg[viewBox] {
    aspect-ratio: 1 / ${unsafeCSS(RATIO)};
    min-block-size: ${em(LOWEST / FONT_SIZE)};
    max-block-size: ${em(HIGHEST / FONT_SIZE)};
  }
  svg text {
    font-family: inherit;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .grid line {
    stroke: var(--border);
  }
  .grid .zero {
    stroke: var(--control);
  }
  .axis text,
  .note {
    fill: var(--muted);
  }
  .line {
    fill: none;
    stroke-width: 2.25;
    stroke-linejoin: round;
  }
  .line.own {
    stroke: var(--accent);
  }
  .line.rent {
    stroke: var(--contrast);
    stroke-dasharray: 6 3;
  }
  .name {
    font-weight: 650;
  }
  .name.own {
    fill: var(--accent);
  }
  .name.rent {
    fill: var(--contrast);
  }
  .mark line {
    stroke: var(--control);
    stroke-dasharray: 2 3;
  }
  .mark.crossing text {
    font-weight: 650;
  }
  .mark circle {
    fill: var(--surface);
    stroke: var(--text);
    stroke-width: 2;
  }
  .mark.crossing circle {
    fill: var(--text);
  }
  .track {
    fill: var(--sunken);
  }
  .fill {
    fill: var(--accent);
  }
  .bar.baseline .fill {
    fill: var(--contrast);
  }
  .bar.baseline text:not(.note) {
    font-weight: 650;
  }
  .bar .value {
    font-weight: 600;
  }
  .reference {
    stroke: var(--text);
    stroke-width: 1.5;
  }

  .toolbar {
    display: flex;
    align-items: end;
    gap: 0.75em;
    margin-block-start: 0.75em;
  }
  .toolbar .field {
    flex: 1 1 0;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25em;
    max-inline-size: 24em;
  }
  .reset {
    min-block-size: 2.75rem;
    min-inline-size: 2.75rem;
    padding: 0 0.75em;
    border: 1px solid var(--control);
    border-radius: 0.25em;
    background: none;
    cursor: pointer;
  }
  .reset:disabled {
    color: var(--muted);
    border-color: var(--border);
    cursor: default;
  }
  p.note {
    margin-block: 0.5em;
    color: var(--muted);
    font-size: 0.875em;
  }
  p.warning {
    padding-inline-start: 0.625em;
    border-inline-start: 0.1875em solid var(--danger);
    color: inherit;
  }
  .missing {
    margin-block-start: 0.5em;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.4;
  }

  details {
    border-block-start: 1px solid var(--border);
  }
  .toolbar + details,
  .note + details {
    margin-block-start: 0.75em;
  }
  details:last-of-type {
    margin-block-end: -0.5em;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.75rem;
    cursor: pointer;
    font-size: 0.9375em;
    font-weight: 600;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: "";
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    transition: rotate 0.15s;
  }
  [open] > summary::before {
    rotate: 45deg;
  }
  details[open] {
    padding-block-end: 1em;
  }
  fieldset + fieldset {
    margin-block-start: 1em;
  }
  legend {
    padding: 0;
    margin-block-end: 0.5em;
    font-size: 0.875em;
    font-weight: 600;
    color: var(--muted);
  }

  .scroll {
    overflow-x: auto;
  }
  .scroll + .scroll {
    margin-block-start: 1em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    line-height: 1.35;
  }
  th {
    font-weight: inherit;
    text-align: start;
  }
  thead th {
    color: var(--muted);
    vertical-align: bottom;
  }
  td {
    text-align: end;
  }
  th,
  td {
    padding: 0.375em 0;
    border-block-end: 1px solid var(--border);
    vertical-align: baseline;
  }
  th + td,
  td + td,
  th + th {
    padding-inline-start: 0.75em;
  }
  thead th + th {
    text-align: end;
  }
  tr:last-child > * {
    border-block-end: 0;
  }
  .data td {
    white-space: nowrap;
  }
  small {
    font-size: 0.875em;
    color: var(--muted);
  }
  li small {
    display: block;
  }
  .data th[scope="row"] {
    min-inline-size: 6.5em;
  }
  .warnings {
    margin-block-start: 0.75em;
    list-style: none;
    font-size: 0.875em;
    color: var(--muted);
  }
  .reason {
    color: var(--muted);
  }
  .badge {
    display: inline-block;
    padding: 0 0.375em;
    border: 1px solid var(--control);
    border-radius: 1em;
    font-size: 0.8125em;
    color: var(--muted);
  }
  .badge.estimated {
    border-style: dashed;
  }
  .badge.measured {
    border-color: var(--accent);
    color: var(--accent);
  }
  .badge.article,
  .badge.own {
    border-color: var(--contrast);
    color: var(--contrast);
  }

  .sources ul {
    list-style: none;
    font-size: 0.875em;
  }
  .sources li + li {
    margin-block-start: 0.75em;
  }
  .uses {
    display: block;
    color: var(--muted);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }

  @media (prefers-reduced-motion: reduce) {
    summary::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    svg {
      fill: CanvasText;
    }
    .line.own,
    .fill {
      stroke: LinkText;
    }
    .line.rent,
    .grid line,
    .mark line,
    .reference {
      stroke: CanvasText;
    }
    .fill {
      fill: LinkText;
    }
    .bar.baseline .fill {
      fill: Highlight;
    }
    svg text,
    .name.own,
    .name.rent {
      fill: CanvasText;
      stroke: none;
    }
    input[type="range"] {
      appearance: auto;
    }
    .tabs button[aria-pressed="true"] {
      color: Highlight;
    }
  }
  @media print {
    .toolbar,
    input[type="range"],
    .tabs {
      display: none;
    }
    .widget {
      break-inside: avoid;
    }
  }
`;
