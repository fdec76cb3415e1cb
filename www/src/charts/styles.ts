import { css } from "lit";

/** Of all charts. The sides differ in color, lightness, and in dashes, hollows or tints. */
export const chartStyles = css`
  figure.chart {
    margin: 0;
    min-inline-size: 0;
  }
  .chart figcaption {
    display: block;
    min-block-size: 0;
    padding: 0 0 0.4em;
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.3;
    text-wrap: balance;
  }
  .line-key {
    margin-inline-start: 0.5em;
    font-weight: 400;
    white-space: nowrap;
  }
  .line-key::before {
    content: "";
    display: inline-block;
    block-size: 0.9em;
    margin-inline-end: 0.375em;
    border-inline-start: 2px solid var(--text);
    vertical-align: -0.1em;
  }
  .switched .tabs {
    display: flex;
    margin-inline: -0.5em;
    font-size: 0.875em;
  }
  .switched .tabs button {
    min-block-size: 1.9em;
    padding: 0 0.5em;
    border: 0;
    background: none;
    color: var(--muted);
    font: inherit;
    cursor: pointer;
  }
  .switched .tabs button[aria-pressed="true"] {
    color: var(--text);
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.375em;
  }
  .plot {
    position: relative;
    direction: ltr;
  }
  .plot svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
    fill: var(--text);
    font-family: inherit;
  }
  .plot svg text {
    font-variant-numeric: tabular-nums;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .plot .grid line,
  .landmark .floor {
    stroke: var(--border);
  }
  .plot .grid .zero,
  .landmark line {
    stroke: var(--text);
    stroke-width: 1.25;
  }
  .plot .tick {
    fill: var(--muted);
  }
  .plot .line {
    fill: none;
    stroke: var(--muted);
    stroke-width: 2.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .plot .line.positive {
    stroke: var(--accent);
  }
  .plot .line.negative {
    stroke: var(--contrast);
    stroke-dasharray: 7 4;
  }
  .plot .gap.positive {
    fill: var(--tint);
  }
  .plot .gap.negative {
    fill: var(--contrast-tint);
  }
  .plot .name {
    font-weight: 700;
  }
  .plot .name.positive {
    fill: var(--accent);
  }
  .plot .name.negative {
    fill: var(--contrast);
  }
  .crossing line,
  .cursor line {
    stroke: var(--control);
    stroke-dasharray: 2 3;
  }
  .crossing circle {
    fill: var(--text);
  }
  .crossing text,
  .plot .held {
    font-weight: 700;
  }
  .handle line {
    stroke: var(--text);
    stroke-width: 1.5;
  }
  .plot .at {
    fill: var(--surface);
    stroke: var(--text);
    stroke-width: 2;
  }
  .plot .at.positive {
    stroke: var(--accent);
  }
  .plot .at.negative {
    stroke: var(--contrast);
  }
  .handle .grip {
    fill: var(--text);
  }
  .handle .arrows {
    fill: none;
    stroke: var(--surface);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .handle .halo {
    fill: none;
  }
  input.over {
    position: absolute;
    z-index: 1;
    inset-inline: 0;
    appearance: none;
    inline-size: 100%;
    block-size: auto;
    min-block-size: 1.5em;
    margin: 0;
    padding: 0;
    border: 0;
    opacity: 0;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  input.over::-webkit-slider-runnable-track {
    block-size: 100%;
  }
  input.over::-webkit-slider-thumb {
    appearance: none;
    inline-size: var(--thumb-px, 1em);
    block-size: 100%;
  }
  input.over::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: var(--thumb-px, 1em);
    block-size: 100%;
    border: 0;
  }
  input.over:focus-visible + svg .halo {
    stroke: var(--accent);
    stroke-width: 2.5;
  }
  .readable {
    cursor: crosshair;
  }
  .readable:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .read {
    min-block-size: 1.4em;
    font-size: 0.875em;
    line-height: 1.4;
  }
  .dot.positive {
    fill: var(--accent);
  }
  .dot.negative {
    fill: var(--surface);
    stroke: var(--contrast);
  }
  .band {
    stroke: none;
  }
  .band.most {
    fill: var(--tint);
  }
  .band.half {
    fill: var(--accent);
    fill-opacity: 0.55;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25em;
    margin: 0;
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .key svg {
    display: inline-block;
    vertical-align: -0.05em;
  }
  .bars,
  .tornado {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bars li,
  .tornado li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 0.75em;
    align-items: baseline;
    padding-block: 0.375em;
    font-size: 0.875em;
    line-height: 1.35;
  }
  .bars small,
  .ends,
  .turn {
    color: var(--muted);
  }
  .bars .room,
  .tornado .bar,
  .tornado .label,
  .ends,
  .turn {
    grid-column: 1 / -1;
  }
  .tornado .label {
    font-weight: 600;
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .ends b {
    color: var(--text);
    font-weight: 600;
  }
  .room {
    position: relative;
    align-self: stretch;
  }
  /* A percentage of a flexed height is of another's in WebKit, unless it is of what stands around. */
  .room svg.bar {
    position: absolute;
    inset: 0;
    margin: 0;
  }
  svg.bar {
    display: block;
    direction: ltr;
    margin-block: 0.2em;
  }
  .bar text {
    fill: var(--text);
  }
  .bar .value {
    font-weight: 700;
  }
  .bar .track {
    block-size: 100%;
    fill: var(--sunken);
  }
  .bar .fill {
    fill: var(--accent);
  }
  .bar .fill.negative {
    fill: var(--contrast);
  }
  .bar .fill.baseline {
    fill: var(--muted);
  }
  .bars .baseline {
    font-weight: 650;
  }
  .bar .zero {
    stroke: var(--surface);
    stroke-width: 3;
  }
  .bar .reference {
    stroke: var(--text);
    stroke-width: 2;
  }

  @media (forced-colors: active) {
    .plot svg,
    .plot .tick,
    .plot .name.positive,
    .plot .name.negative {
      fill: CanvasText;
    }
    .plot svg text {
      stroke: Canvas;
    }
    .plot .line.positive,
    .plot .at.positive {
      stroke: LinkText;
    }
    .plot .line.negative,
    .plot .at.negative,
    .dot.negative,
    .handle line,
    .plot .grid line,
    .bar .reference {
      stroke: CanvasText;
    }
    .plot .gap {
      fill: none !important;
    }
    .dot.positive,
    .bar .fill,
    .band.half {
      fill: LinkText;
    }
    .bar .fill.negative {
      fill: Canvas;
      stroke: CanvasText;
    }
    .band.most,
    .bar .track {
      fill: none;
      stroke: CanvasText;
    }
    .handle .grip {
      fill: Highlight;
    }
  }
  @media print {
    input.over,
    .handle .hand {
      display: none;
    }
    .band,
    .gap,
    .dot,
    svg.bar rect {
      print-color-adjust: exact;
    }
  }
`;
