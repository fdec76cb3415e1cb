import { css } from "lit";

/** Of the views that open under the widget. */
export const viewStyles = css`
  .view p {
    text-wrap: pretty;
  }
  .view .sentence {
    max-inline-size: 44em;
    margin-block: 0 0.75em;
  }
  .view h4 {
    margin: 0 0 0.25em;
    font-size: 0.9375em;
    font-weight: 650;
  }
  .view .note {
    margin-block: 0.25em 0.75em;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 21em), 1fr));
    gap: 1em 2em;
  }
  .pair > * {
    min-inline-size: 0;
  }
  .ranges {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .ranges legend {
    padding: 0;
    color: inherit;
    font-size: 0.9375em;
    font-weight: 650;
    letter-spacing: inherit;
    text-wrap: balance;
  }
  .ranges select {
    max-inline-size: 100%;
    margin-block-start: 0.5em;
  }
  .range {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: center;
    gap: 0 0.75em;
    padding-block: 0.375em;
    border-block-start: 1px solid var(--border);
  }
  .range .label {
    font-size: 0.9375em;
  }
  .range .ends {
    display: flex;
    flex-wrap: nowrap;
    justify-content: start;
    align-items: center;
    gap: 0.375em;
    grid-column: auto;
    color: inherit;
  }
  .range input {
    field-sizing: content;
    min-inline-size: 5.5em;
    max-inline-size: 100%;
    text-align: end;
  }
  .range .source,
  .range .error {
    grid-column: 1 / -1;
    color: var(--muted);
    font-size: 0.8125em;
  }
  .range .error {
    color: var(--danger);
    margin: 0;
  }
  .range .drop {
    min-inline-size: 1.75em;
    min-block-size: 1.75em;
    border: 0;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  @container chip (max-width: 26em) {
    .range {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .range .label {
      grid-column: 1 / -1;
    }
    .range .ends {
      flex-wrap: wrap;
    }
  }
  .turns {
    margin-block-start: 1em;
  }
  .turns p,
  .turns ul {
    margin: 0 0 0.5em;
    padding: 0;
  }
  .turns ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    list-style: none;
  }
  .turns button,
  .take button,
  .view button[data-part="keep"],
  .view button[data-part="let-go"] {
    min-block-size: 2.25em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--control);
    border-radius: 0.25em;
    background: var(--surface);
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    text-align: start;
    cursor: pointer;
  }
  .turns button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  .compared {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
    gap: 0.75em 2em;
    margin-block-end: 0.75em;
  }
  .compared section {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--border);
  }
  .compared section:last-child {
    border-color: var(--accent);
  }
  .compared p {
    margin: 0;
  }
  .take {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 1em;
    margin-block: 1em 0;
  }
  .view .scroll {
    overflow-x: auto;
    margin-block-end: 1em;
  }
  .view table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
  }
  .view caption {
    max-inline-size: 100cqi;
    padding-block-end: 0.5em;
    text-align: start;
    font-weight: 600;
  }
  .view th,
  .view td {
    padding: 0.375em 0.75em 0.375em 0;
    border-block-end: 1px solid var(--border);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
    white-space: normal;
  }
  .view thead th {
    color: var(--muted);
    vertical-align: bottom;
  }
  .view td.number,
  .view th.number,
  .view .parts td {
    text-align: end;
  }
  .view .parts td,
  .view table:not([data-part="results"], [data-part$="sources"], [data-part="formulas"]) td.number {
    white-space: nowrap;
  }
  .view [data-part$="sources"] td:nth-child(2) {
    min-inline-size: 7.5em;
  }
  .view th[scope="row"] {
    min-inline-size: 7em;
  }
  .view :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .view [data-part="results"] td:nth-child(n + 3),
  .view [data-part="formulas"] td {
    min-inline-size: 12em;
  }
  .view [data-part$="sources"] td:nth-child(4) {
    min-inline-size: 14em;
  }
  .view [data-part$="sources"] td:is(:nth-child(3), :last-child) {
    white-space: nowrap;
  }
  /* Figure and value in a line; under them, across, what else there is to say. */
  @container chip (max-width: 40em) {
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) {
      display: block;
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) :is(caption, thead, tbody) {
      display: block;
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) tr {
      display: grid;
      grid-template-columns: minmax(40%, 1fr) minmax(0, auto);
      gap: 0.125em 1em;
      padding-block: 0.5em;
      border-block-end: 1px solid var(--border);
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) :is(th, td) {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) thead th:nth-child(n + 3) {
      display: none;
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) td:nth-child(n + 3) {
      grid-column: 1 / -1;
      min-inline-size: 0;
      color: var(--muted);
      font-size: 0.9375em;
    }
    .view :is([data-part="results"], [data-part="formulas"], [data-part$="sources"]) td:nth-child(n + 3):empty {
      display: none;
    }
  }
  /* Of chips beside one another, each figure under the other, with what it is. */
  @container chip (max-width: 40em) {
    .view [data-part="chips"],
    .view [data-part="chips"] :is(caption, tbody) {
      display: block;
    }
    .view [data-part="chips"] thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .view [data-part="chips"] tr {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17em), 1fr));
      gap: 0.125em 1em;
      padding-block: 0.5em;
      border-block-end: 1px solid var(--border);
    }
    .view [data-part="chips"] :is(th, td) {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }
    .view [data-part="chips"] th {
      grid-column: 1 / -1;
      font-weight: 600;
    }
    .view [data-part="chips"] td {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 0.5em;
    }
    .view [data-part="chips"] td:empty {
      display: none;
    }
    /* The column's head is read already. */
    .view [data-part="chips"] td::before {
      content: attr(data-label);
      content: attr(data-label) / "";
      color: var(--muted);
    }
  }
  @media print {
    .view .scroll {
      overflow: visible;
    }
    .take,
    .turns button,
    .ranges select,
    .range .drop {
      display: none;
    }
  }
`;
