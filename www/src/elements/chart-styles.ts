import { css, unsafeCSS } from "lit";
import { FONT_SIZE, HIGHEST, LOWEST, RATIO } from "../chart/frame.js";

const em = (value: number) => unsafeCSS(`${value}em`);

/** Of the charts and tables that stand until those of `charts/` and `views/` take their place. */
export const chartStyles = css`
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 0.75em;
    min-block-size: 1.875em;
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
    min-block-size: 1.875em;
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

  .figure svg {
    display: block;
    fill: var(--text);
    overflow: hidden;
    font-size: ${em(FONT_SIZE)};
  }
  /* Of lines: what is drawn for another width shrinks or grows within it. */
  .figure svg[viewBox] {
    aspect-ratio: 1 / ${unsafeCSS(RATIO)};
    min-block-size: ${em(LOWEST / FONT_SIZE)};
    max-block-size: ${em(HIGHEST / FONT_SIZE)};
  }
  .figure svg text {
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
`;
