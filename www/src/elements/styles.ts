import { type CSSResult, css, unsafeCSS } from "lit";
import { chartStyles } from "../charts/styles.js";
import { viewStyles } from "../views/styles.js";
import { DESK, PHONE, ROOM, TAIL } from "./layout.js";
import { dark, either, light } from "./palette.js";

const em = (value: number) => unsafeCSS(`${value}em`);

/** As in `reserve.css`. */
const WAITING = css`calc(
    clamp(${em(ROOM.desk)}, (${em(DESK)} - 100%) * 9999, ${em(ROOM.phone)}) -
    clamp(0em, (${em(PHONE)} - 100%) * 9999, ${em(ROOM.phone - ROOM.compact)})
  )`;

/**
 * All sizes are em of the widget's own text, which is the page's: `rem` follows a root that pages set to
 * 10 px or to 50. Nothing relies on how the page displays the tag itself, only on `.root`.
 */
/** Text beside chart, as tall as each other. */
const desk = (widget: CSSResult) => css`
  ${widget} {
    --room: ${em(ROOM.desk)};
  }
  ${widget} .title {
    font-size: 1.375em;
  }
  ${widget} .said {
    min-block-size: 7em;
  }
  ${widget}:lang(zh) .said {
    min-block-size: 6em;
  }
  ${widget} .sentence {
    font-size: 1.125em;
  }
  ${widget} .front.choice .entry {
    flex: 1 1 100%;
    max-inline-size: 100%;
  }
  ${widget} .front.choice :is(.head, select) {
    flex-wrap: wrap;
    inline-size: 100%;
  }
  ${widget} .body .figure {
    max-block-size: none;
  }
  ${widget} .body {
    display: grid;
    grid-template-columns: minmax(17em, 5fr) minmax(0, 8fr);
    gap: 2.25em;
  }
  ${widget} .controls {
    justify-content: space-between;
  }
  /* As a server has written it, which knows no width; the element itself puts them in this order. */
  ${widget} .controls {
    order: -1;
  }
`;

/** Answer, chart, one control. */
const compact = (widget: CSSResult) => css`
  ${widget} {
    --room: ${em(ROOM.compact)};
  }
  ${widget} .said {
    min-block-size: 7em;
  }
  ${widget} .status {
    min-block-size: 3.2em;
  }
  ${widget} :is(.more, .front:nth-child(n + 2)) {
    display: none;
  }
`;

export const styles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: min(100%, 15em);
  }
  :host([hidden]) {
    display: none !important;
  }

  /* What the page sets on text is inherited into a shadow root: only its font and its language are wanted. */
  .root {
    all: initial;
    ${light}
    box-sizing: border-box;
    display: block;
    flex: 1 1 100%;
    inline-size: 100%;
    direction: ltr;
    unicode-bidi: isolate;
    font-family: inherit;
    font-size: inherit;
    line-height: 1.4;
    color: inherit;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  .root[data-scheme="dark"] {
    color-scheme: dark;
    ${dark}
  }
  .root[data-scheme="light"] {
    color-scheme: light;
  }
  @supports (color: light-dark(red, red)) {
    .root,
    .root[data-scheme] {
      ${either}
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* In a place as wide as its content, the widget wants 45 em and takes no less than 15: no text changes that. */
  .strut {
    block-size: 0;
    overflow: hidden;
  }
  .strut i {
    display: inline-block;
    inline-size: 15em;
  }

  /* A ground of its own ends where the text of the page begins. */
  .box {
    container: chip / inline-size;
    padding-inline: var(--chip-padding, 0);
    background: var(--surface);
  }
  :host([theme]) .box {
    padding-inline: var(--chip-padding, 0.5em);
  }
  .widget {
    display: flex;
    flex-direction: column;
    position: relative;
    background: var(--surface);
    color: var(--text);
    border-block: 1px solid var(--border);
    border-block-start: 3px solid var(--text);
    padding: 0.75em 0 0.25em;
    font-variant-numeric: tabular-nums lining-nums;
    overflow-wrap: break-word;
    min-block-size: var(--room);
    --room: ${em(ROOM.phone)};
  }
  .root[data-waiting] {
    display: flow-root;
  }
  .root[data-waiting]::before {
    content: "";
    float: left;
    padding-block-start: ${WAITING};
  }
  p,
  figure,
  ul,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  .title {
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .joined {
    white-space: nowrap;
  }
  .sentence {
    margin-block-start: 0.375em;
    max-inline-size: 40em;
    text-wrap: pretty;
  }
  /* Their lines are kept, so that a longer sentence moves nothing. */
  .said {
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    min-block-size: 10.4em;
  }
  /* Chinese takes fewer lines. */
  .widget:lang(zh) .said {
    min-block-size: 8.2em;
  }
  .sentence strong {
    font-weight: 700;
    color: var(--accent);
  }
  .answer[data-side="negative"] strong {
    color: var(--contrast);
  }
  .more,
  .note {
    margin-block-start: 0.25em;
    max-inline-size: 46em;
    color: var(--muted);
    font-size: 0.875em;
    text-wrap: pretty;
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    /* Room for what a reader's first change brings: the chart does not yield to it. */
    min-block-size: 2.11em;
    font-size: 0.8125em;
  }
  .changed,
  .unread {
    color: var(--muted);
    font-style: italic;
  }
  .changed:empty {
    display: none;
  }
  .stale {
    flex: 1 1 auto;
    background: var(--surface);
    box-shadow: 0 -0.2em 0.3em var(--surface);
    color: var(--danger);
  }
  /* It grows upwards, over the answer that does not count it: the field being typed in stays where it is. */
  .status:has(.stale) {
    flex-wrap: nowrap;
    align-items: end;
    block-size: 0;
  }
  .status:has(.stale) > button {
    flex: none;
  }
  .status:has(.stale) > :disabled {
    display: none;
  }
  .answer[data-stale] .more {
    visibility: hidden;
  }
  .answer[data-stale] :is(.sentence, .more),
  .answer[data-stale] strong {
    color: var(--muted);
  }
  .figure[data-stale] {
    filter: grayscale(1);
  }
  .warning {
    margin-block: 0.25em;
    padding-inline-start: 0.625em;
    border-inline-start: 0.1875em solid var(--danger);
    font-size: 0.875em;
  }

  /* What opens below leaves the chart as it is. */
  .face {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    min-block-size: calc(var(--room) - ${em(TAIL)});
  }
  .body {
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    margin-block-start: 0.25em;
  }
  .figure {
    /* Its drawing is made for the room it has, and must not make the room. */
    contain: size;
    flex: 999 1 10em;
    min-block-size: 10em;
    max-block-size: 24em;
    min-inline-size: 0;
  }
  /* Under a title of many lines no less than the least drawing, and no more: it may have been higher before. */
  .widget[data-narrow] .figure:not(:has(.bars)) {
    contain: inline-size;
    min-block-size: min-content;
  }
  .widget[data-narrow] .figure .chart {
    margin-block-end: calc(-1 * var(--spare, 0px));
  }
  /* Bars are text as well: large text makes room for itself. */
  .figure:has(.bars) {
    contain: inline-size;
    min-block-size: min-content;
    display: flex;
    /* As tall as they can be: the controls share what a chart of few leaves. */
    max-block-size: 19em;
  }
  .figure:has(.bars):not(:has(li:nth-child(3))) {
    max-block-size: 12em;
  }
  .figure:has(.bars):not(:has(li:nth-child(2))) {
    max-block-size: 7em;
  }
  .figure:has(li:nth-child(4)) {
    max-block-size: 24em;
  }
  .figure .switched .tabs {
    margin-inline-end: 0;
  }
  /* Bars share the height there is; WebKit knows no percentage of it. */
  .figure .switched:has(.bars),
  .figure .chart:has(.bars) {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .figure .bars {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .figure .bars li {
    flex: 1 1 0;
    grid-template-rows: auto minmax(0.4em, 1fr);
    max-block-size: 6.5em;
    padding-block: 0 0.5em;
    line-height: 1.25;
  }
  /* Names of many lines take what they need, and are not cut by what is enough elsewhere. */
  .widget[data-narrow] .figure:has(.bars) {
    flex: none;
    max-block-size: none;
  }
  .widget[data-narrow] .figure .bars li {
    flex: 1 0 auto;
    max-block-size: none;
  }
  .figure .bars:has(li:nth-child(8)) li {
    padding-block-end: 0.25em;
    line-height: 1.2;
  }
  .figure .bars .room {
    max-block-size: 2em;
    margin-block: 0.1em 0;
  }
  .figure .bars:not(:has(li:nth-child(4))) .room {
    max-block-size: 3em;
  }
  .controls {
    flex: 1 0 auto;
    display: flex;
    flex-direction: column;
    justify-content: space-evenly;
    gap: 0.5em;
    min-inline-size: 0;
  }

  .control .head {
    display: flex;
    align-items: center;
    gap: 0.25em;
    min-block-size: 2em;
  }
  .control label {
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.2;
    min-inline-size: 0;
    text-wrap: balance;
  }
  .control .entry {
    display: flex;
    align-items: center;
    gap: 0.375em;
    margin-inline-start: auto;
    flex: none;
  }
  .control.choice .entry {
    max-inline-size: 60%;
  }
  .unit {
    color: var(--muted);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .about {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .about::before {
    content: "i";
    display: block;
    box-sizing: content-box;
    inline-size: 1.25em;
    margin: auto;
    font: italic 600 0.75em / 1.25em Georgia, "Times New Roman", serif;
    border: 1px solid currentcolor;
    border-radius: 50%;
  }
  .about[aria-expanded="true"] {
    color: var(--accent);
  }
  .explanation {
    margin-block-end: 0.5em;
    padding: 0.5em 0.75em;
    background: var(--sunken);
    font-size: 0.8125em;
    line-height: 1.4;
  }

  input,
  select,
  button {
    font: inherit;
    font-variant-numeric: inherit;
    letter-spacing: inherit;
    color: inherit;
    line-height: 1.25;
    margin: 0;
  }
  button {
    touch-action: manipulation;
  }
  input.number,
  select {
    min-block-size: 1.875em;
    background: var(--surface);
    border: 1px solid var(--control);
    border-radius: 0.1875em;
    padding: 0.125em 0.4375em;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  input.number {
    text-align: end;
    inline-size: auto;
    field-sizing: content;
    min-inline-size: 4.5em;
  }
  [data-edited] input.number {
    border-color: var(--accent);
    box-shadow: inset 0 -0.125em 0 var(--accent);
  }
  select {
    text-overflow: ellipsis;
  }
  @media (pointer: coarse) {
    /* Below 16 px a phone zooms the whole page in when the field takes the focus. */
    input.number,
    select {
      font-size: max(1em, 16px);
      min-block-size: 2.25em;
    }
  }
  [aria-invalid="true"] {
    border-color: var(--danger) !important;
    box-shadow: 0 0 0 1px var(--danger) !important;
  }

  .track {
    --thumb: 1.5em;
    position: relative;
    contain: inline-size;
    block-size: 2.75em;
    border-block-end: 1px solid var(--border);
  }
  .curve {
    position: absolute;
    inset: 0.25em calc(var(--thumb) / 2) 0;
    inline-size: calc(100% - var(--thumb));
    block-size: calc(100% - 0.25em);
    overflow: hidden;
  }
  .curve .positive {
    fill: var(--tint);
  }
  .curve .negative {
    fill: var(--contrast-tint);
  }
  .curve .response {
    fill: none;
    stroke: var(--muted);
    stroke-width: 1.25px;
    vector-effect: non-scaling-stroke;
  }
  .curve .zero {
    stroke: var(--control);
    stroke-width: 1px;
    vector-effect: non-scaling-stroke;
  }
  .flip {
    position: absolute;
    inset-block: 0.25em 0;
    inset-inline-start: calc(var(--thumb) / 2 + var(--at) * (100% - var(--thumb)));
    inline-size: 0;
    border-inline-start: 1px dashed var(--text);
  }
  input[type="range"] {
    appearance: none;
    position: absolute;
    inset: 0;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 100%;
    margin: 0;
    background: none;
    cursor: ew-resize;
    touch-action: pan-y;
    direction: ltr;
  }
  input[type="range"]::-webkit-slider-runnable-track {
    block-size: 100%;
    background: none;
  }
  input[type="range"]::-moz-range-track {
    block-size: 100%;
    background: none;
  }
  input[type="range"]::-webkit-slider-thumb {
    appearance: none;
    inline-size: 1.5em;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    background:
      radial-gradient(circle at 50% 50%, var(--text) 0.375em, var(--surface) 0.40em 0.5em, transparent 0.53em),
      linear-gradient(var(--text), var(--text)) bottom / 2px calc(100% - 0.25em) no-repeat;
  }
  input[type="range"]::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 1.5em;
    block-size: 100%;
    border: 0;
    border-radius: 0;
    background:
      radial-gradient(circle at 50% 50%, var(--text) 0.375em, var(--surface) 0.40em 0.5em, transparent 0.53em),
      linear-gradient(var(--text), var(--text)) bottom / 2px calc(100% - 0.25em) no-repeat;
  }

  /* Clear of the marks over it, whose ends touch the track's. */
  .foot {
    position: relative;
    margin-block-start: 0.15em;
    min-block-size: 1.25em;
    font-size: 0.8125em;
    line-height: 1.25;
  }
  .row .foot {
    min-block-size: 0;
  }
  .flips {
    display: flex;
    justify-content: space-between;
    color: var(--muted);
  }
  .flips span {
    min-inline-size: 0;
  }
  .flips span + span:not(.hidden) {
    text-align: end;
  }
  .flips .mark {
    position: relative;
    white-space: nowrap;
    inset-inline-start: clamp(0%, var(--at) * 100%, 100%);
    translate: calc(var(--at) * -100%);
  }
  .flips b {
    font-weight: 600;
  }
  b.positive,
  span.positive {
    color: var(--accent);
  }
  b.negative,
  span.negative {
    color: var(--contrast);
  }
  .error {
    display: none;
  }
  .error[data-shown] {
    display: block;
    position: absolute;
    /* What needs two lines covers its own slider, not the next field. */
    inset: auto 0 0;
    z-index: 1;
    background: var(--surface);
    color: var(--danger);
    text-align: end;
    text-wrap: balance;
  }
  /* Its curve is of the last good figure: it stands back. */
  .control:has(.error[data-shown]) .track {
    opacity: 0.3;
  }
  .row .error[data-shown] {
    position: static;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input[type="range"]:focus-visible {
    outline-offset: 0;
  }

  details,
  .views,
  footer {
    border-block-start: 1px solid var(--border);
  }
  .face + details {
    margin-block-start: 0.5em;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 2.5em;
    cursor: pointer;
    font-size: 0.9375em;
    font-weight: 600;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: "";
    inline-size: 0.4em;
    block-size: 0.4em;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    rotate: 45deg;
    translate: 0 -0.125em;
  }
  [open] > summary::after {
    rotate: 225deg;
    translate: 0 0.125em;
  }
  details[open] {
    padding-block-end: 1em;
  }
  fieldset + fieldset {
    margin-block-start: 1em;
  }
  legend {
    padding-block-end: 0.25em;
    font-size: 0.8125em;
    font-weight: 600;
    letter-spacing: 0.02em;
    color: var(--muted);
  }
  .rows {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr));
    gap: 0.125em 2.25em;
  }
  .row label {
    font-weight: 400;
  }
  .row .head {
    min-block-size: 2.375em;
    border-block-end: 1px solid var(--border);
  }

  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    padding-block: 0.125em;
  }
  .views button,
  .link,
  .icon,
  .tools button {
    min-block-size: 2.25em;
    min-inline-size: max(24px, 1.75em);
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    font-size: 0.9375em;
  }
  .views button {
    font-size: 0.8125em;
    font-weight: 600;
    color: var(--accent);
  }
  .views button[aria-expanded="true"] {
    color: var(--text);
    box-shadow: inset 0 -2px 0 var(--text);
  }
  .link {
    font-size: inherit;
    min-block-size: 1.75em;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .view {
    padding-block: 0.75em 1em;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1em;
    font-size: 0.875em;
    color: var(--muted);
  }
  .figures {
    display: flex;
    align-items: baseline;
    gap: 0.375em;
    min-inline-size: 0;
    flex: 0 1 auto;
  }
  .figures select {
    border-color: transparent;
    padding-inline: 0.125em;
    background: none;
    color: var(--text);
    min-inline-size: 0;
    max-inline-size: 26em;
    /* WebKit takes the longest option for an overflow of all that is around. */
    contain: paint;
    cursor: pointer;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 0.75em;
    flex: none;
    margin-inline-start: auto;
  }
  .more-actions::before {
    content: "";
    display: block;
    inline-size: 1.125em;
    block-size: 0.25em;
    margin: auto;
    background: radial-gradient(circle, currentcolor 0.1em, transparent 0.12em) 0 / 0.375em 100%;
  }
  .tools button[aria-expanded="true"] {
    color: var(--accent);
  }
  .taken {
    flex: 1 0 100%;
    min-inline-size: 0;
    padding-block: 0.25em 0.75em;
    color: var(--text);
  }
  .taken .take {
    gap: 0.5em;
    margin: 0;
  }
  .by-hand {
    display: block;
    inline-size: 100%;
    margin-block-start: 0.5em;
    padding: 0.375em;
    border: 1px solid var(--control);
    background: var(--surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  .status button:disabled {
    visibility: hidden;
  }
  .icon::before {
    content: "";
    display: block;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: auto;
    background: currentcolor;
    mask: url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="black" stroke-width="1.6"><path d="M5.5 2.5 2.5 5.5l3 3M2.5 5.5H10a3.5 3.5 0 0 1 0 7H6"/></svg>')
      center / contain no-repeat;
  }
  .redo::before {
    scale: -1 1;
  }

  /* Beside its field a label of several words would run over four lines. */
  @container chip (max-width: 26em) {
    .row .head {
      flex-wrap: wrap;
    }
    .row .head label {
      max-inline-size: calc(100% - 2em);
    }
    .row .entry {
      flex: 1 0 100%;
      justify-content: flex-end;
    }
    .control.choice.row .entry {
      max-inline-size: 100%;
    }
  }

  @container chip (min-width: ${em(DESK)}) {
    ${desk(css`.widget:not([data-compact])`)}
  }
  @container chip (max-width: ${em(PHONE - 0.001)}) {
    ${compact(css`.widget:not([data-full])`)}
  }
  ${compact(css`.widget[data-compact]`)}

  .widget[data-narrow] .head {
    flex-wrap: wrap;
  }
  .widget[data-narrow] .entry {
    flex: 1 1 100%;
    max-inline-size: 100%;
    justify-content: flex-end;
  }
  .widget[data-narrow] :is(.mark, .unit) {
    white-space: normal;
    inset-inline-start: 0;
    translate: none;
  }
  .widget[data-narrow] .flips {
    flex-direction: column;
  }
  .widget[data-narrow] :is(.figures, .figures select) {
    flex-wrap: wrap;
    max-inline-size: 100%;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.15em;
  }

  @media (forced-colors: active) {
    input[type="range"] {
      appearance: auto;
    }
    .curve {
      display: none;
    }
    .icon::before {
      forced-color-adjust: none;
      background: ButtonText;
    }
  }
  @media print {
    .root,
    .root[data-scheme] {
      color-scheme: light;
      ${light}
    }
    /* Nothing that only a hand can use: of a control its figure is left. */
    .tools,
    .taken,
    .control .track,
    .front .foot,
    .views,
    .about,
    .status > button,
    .tabs [aria-pressed="false"],
    summary::after {
      display: none;
    }
    .said,
    .face {
      min-block-size: 0;
    }
    /* No lower than what was drawn for the screen. */
    .widget .body .figure {
      contain: inline-size;
      flex: none;
      min-block-size: 18em;
      max-block-size: none;
    }
    input.number,
    select {
      appearance: none;
      min-block-size: 0;
      padding-inline: 0;
      border: 0;
      box-shadow: none;
      text-align-last: end;
    }
    .controls {
      gap: 0;
    }
    .control .head {
      border-block-end: 1px solid var(--border);
    }
    .widget {
      min-block-size: 0;
      border-inline: 0;
    }
    .figure,
    .control {
      break-inside: avoid;
    }
  }
  ${chartStyles}
  ${viewStyles}
`;
