/**
 * Table: every result with its formula, the schedule, the source of every figure; as text and as
 * CSV.
 */
import { html, nothing, type TemplateResult } from "lit";
import { heightAt, times } from "../charts/scale.js";
import { cited, dated, sourceOf, statusOf } from "../citation.js";
import { type Csv, csv, plainText } from "../export/csv.js";
import { type Format, isMoney, type Quantity } from "../formats/format.js";
import type { OutputInfo, ParameterInfo } from "../generated/metadata.js";
import { type Block, plain, type Shown } from "./block.js";
import { type Render, remembered, type ViewHost } from "./view.js";
import { labelOf } from "./words.js";

interface State {
  said: string;
}

const states = remembered<State>(() => ({ said: "" }));

export const render: Render = (host) => {
  const { views } = host.format.words;
  const blocks = blocksOf(host);
  const copy = async () => {
    const state = states(host);
    try {
      await navigator.clipboard.writeText(plainText(data(host, blocks)));
      state.said = views.copiedTable;
    } catch {
      // As in a frame without the permission: the table can be selected.
      state.said = views.copyRefused;
    }
    host.requestUpdate();
  };
  return html`
    ${blocks.map((block) => draw(host, block))}
    ${host.format.currencyNote === "" ? nothing : html`<p class="note">${host.format.currencyNote}</p>`}
    <p class="take">
      <button type="button" data-part="copy-table" @click=${copy}>${views.copyTable}</button>
      <span role="status">${states(host).said}</span>
    </p>
  `;
};

function blocksOf(host: ViewHost): Block[] {
  const blocks = [results(host), ...host.lists(), ...schedules(host), assumptions(host)];
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  return filled
    .filter(({ id }, index) => filled.findIndex((block) => block.id === id) === index)
    .map((block) => {
      const same = filled.filter(({ id }) => id === block.id);
      return { ...block, rows: same.flatMap(({ rows }) => rows) };
    });
}

/** The whole view as one file: inputs, sources, version and link in the comments at its head. */
export function csvOf(host: ViewHost): string {
  return csv(data(host, blocksOf(host)));
}

function data(host: ViewHost, blocks: readonly Block[]): Csv[] {
  const version = host.result.modelVersion;
  const about = [host.sentence, `chip-calculators, model ${String(version)}`, host.address].filter(
    (line) => line !== "",
  );
  return blocks.map(({ caption, columns, rows }, index) => ({
    head: index === 0 ? about : caption === "" ? [] : [caption],
    columns,
    rows: rows.map((row) => row.map((cell) => cell.data)),
  }));
}

/** Its roles are written out: on a phone its rows are laid out as no table is. */
function draw({ format }: ViewHost, { id, caption, columns, rows }: Block): TemplateResult {
  const { views } = format.words;
  const numeric = columns.map((_, index) => isNumeric(rows, index));
  const of = (index: number) => (numeric[index] ? "number" : nothing);
  return html`<div class="scroll" role="group" aria-label="${caption} ${views.scroll}"
    tabindex="0">
    <table class="data" role="table" data-part=${id}>
      ${caption === "" ? nothing : html`<caption>${caption}</caption>`}
      <thead role="rowgroup" ?hidden=${columns.length === 0}>
        <tr role="row">
          ${columns.map(
            (column, index) =>
              html`<th scope="col" role="columnheader" class=${of(index)}>${column}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          (row) => html`<tr role="row">
            ${row.map(({ text }, index) =>
              index === 0
                ? html`<th scope="row" role="rowheader">${text}</th>`
                : html`<td role="cell" class=${of(index)} data-label=${columns[index] ?? nothing}>${text}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A column with figures: its head and its texts stand over them. */
function isNumeric(rows: Block["rows"], index: number): boolean {
  return index > 0 && rows.some((row) => typeof row[index]?.data === "number");
}

function results(host: ViewHost): Block {
  const { format, info, result, sentence } = host;
  const { views } = format.words;
  const { formulas } = host.words;
  return {
    id: "results",
    caption: sentence,
    columns: [views.result, views.value, views.formula, views.symbols],
    rows: info.outputs.map((output) => {
      const formula = formulas[output.name];
      return [
        plain(format.locale.outputs[output.name] ?? output.name),
        resultOf(host, output, result[output.name]),
        plain(formula?.words ?? ""),
        plain(formula?.symbols ?? ""),
      ];
    }),
  };
}

/** Money is also as data in the currency on show. */
function numberOf(format: Format, quantity: Quantity, value: number): Shown {
  const data = isMoney(quantity) ? format.shown(value) : value;
  return { text: format.exact(quantity, value), data };
}

function resultOf(host: ViewHost, output: OutputInfo, value: unknown): Shown {
  const { format, result } = host;
  if (typeof value === "number") {
    return { ...numberOf(format, output, value), text: host.exact(output, value) };
  }
  if (typeof value === "string") {
    return plain(format.locale.choices[output.name]?.[value] ?? value);
  }
  const { reasons } = result as { reasons?: Readonly<Record<string, string | undefined>> };
  const reason = reasons?.[output.name];
  return plain((reason && format.locale.reasons[reason]) ?? format.locale.ui.notAvailable);
}

/** Columns of numbers that a result holds: by year, by month, by use. */
function schedules(host: ViewHost): Block[] {
  const { result } = host;
  const series = result.series as Readonly<Record<string, unknown>> | undefined;
  const found: [string, unknown][] =
    series === undefined ? [["schedule", result.schedule]] : Object.entries(series);
  return found
    .filter(([, columns]) => typeof columns === "object" && columns !== null)
    .map(([id, columns]) =>
      schedule(host, id, columns as Readonly<Record<string, ArrayLike<number>>>),
    );
}

/** Axes of schedules, and the step that a table shows of them. */
const STEPS: Readonly<Record<string, number>> = { month: 12, utilization: 0.1 };

function schedule(
  host: ViewHost,
  id: string,
  columns: Readonly<Record<string, ArrayLike<number>>>,
): Block {
  const { format } = host;
  const names = Object.keys(columns).filter((name) => typeof columns[name] === "object");
  const [axis = ""] = names;
  const along = columns[axis] ?? [];
  const { columns: labels = {}, chart } = host.words;
  const texts = chart as Readonly<Record<string, string | undefined>>;
  const label = (name: string) => {
    if (name === "utilization") return texts.tableUse ?? name;
    if (name === "month") return texts.tableMonth ?? name;
    return labels[name] ?? texts[name] ?? name;
  };
  const last = along[along.length - 1] ?? 0;
  const step = STEPS[axis];
  const at =
    step === undefined
      ? times(along.length, (index) => along[index] ?? 0)
      : times(Math.round(last / step) + 1, (index) => Number((index * step).toPrecision(12)));
  const shown = (value: number) =>
    axis === "utilization" ? format.percent(value) : format.number(value);
  const caption =
    axis === "utilization"
      ? texts.byUse
      : axis === "month"
        ? texts.byMonth
        : format.words.views.schedule;
  const money = format.words.currencyHead(format.currencyCode, format.currencyName);
  return {
    id,
    caption: caption ?? format.words.views.schedule,
    columns: names.map((name, index) =>
      index === 0 ? label(name) : format.locale.ui.bracketed(label(name), money),
    ),
    rows: at.map((value) => [
      { text: shown(value), data: value },
      ...names.slice(1).map((name) => {
        const amount = heightAt(along, columns[name] ?? [], value);
        return { text: format.moneyExact(amount), data: format.shown(amount) };
      }),
    ]),
  };
}

function assumptions(host: ViewHost): Block {
  const { format, info } = host;
  const { sources: words } = format.words;
  const value = (parameter: ParameterInfo): Shown => {
    const given = host.input[parameter.name];
    if (typeof given === "number") return numberOf(format, parameter, given);
    if (typeof given === "string") {
      return plain(format.locale.choices[parameter.name]?.[given] ?? given);
    }
    return plain(format.locale.ui.none);
  };
  return {
    id: "sources",
    caption: words.title,
    columns: [words.figure, format.words.views.value, words.status, words.source, words.date],
    rows: info.parameters.map((parameter) => {
      const origin = host.source(parameter.name);
      const source = origin && sourceOf(origin.source);
      return [
        plain(labelOf(host, parameter.name)),
        value(parameter),
        plain(statusOf(format, origin)),
        source === undefined ? plain("") : cited(format, source),
        dated(format, source),
      ];
    }),
  };
}
