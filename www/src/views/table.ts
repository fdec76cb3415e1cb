/**
 * Table: every result with its formula, the schedule, the source of every figure; as text and as
 * CSV.
 */
import { sources } from "virtual:catalogue";
import { html, nothing, type TemplateResult } from "lit";
import { heightAt, times } from "../charts/scale.js";
import { type Cell, type Csv, csv, plainText } from "../export/csv.js";
import type { OutputInfo, ParameterInfo } from "../generated/metadata.js";
import { remembered, type View, type ViewHost } from "./view.js";
import { calculatorWords, labelOf } from "./words.js";

interface State {
  said: string;
}

const states = remembered<State>(() => ({ said: "" }));

/** A block of the view: what is shown, and the same as data. */
interface Block {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Shown[])[];
}

interface Shown {
  readonly text: string | TemplateResult;
  readonly data: Cell;
}

export const table: View = {
  id: "table",
  title: ({ format }) => format.words.views.table,
  available: () => true,
  render(host) {
    const { views } = host.format.words;
    const blocks = [results(host), ...schedules(host), assumptions(host)];
    const copy = async () => {
      const state = states(host);
      try {
        await navigator.clipboard.writeText(plainText(data(host, blocks)));
        state.said = views.copiedTable;
      } catch {
        // Refused, as in a frame without the permission: the table can be selected.
        state.said = "";
      }
      host.requestUpdate();
    };
    return html`
      ${blocks.map((block) => draw(host, block))}
      <p class="take">
        <button type="button" data-part="copy-table" @click=${copy}>${views.copyTable}</button>
        <a data-part="csv" download="${host.info.element.replace("chip-", "")}.csv"
          href="data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(host))}">${views.csv}</a>
        <span role="status">${states(host).said}</span>
      </p>
    `;
  },
};

/** The whole view as one file: inputs, sources, version and link in the comments at its head. */
export function csvOf(host: ViewHost): string {
  return csv(data(host, [results(host), ...schedules(host), assumptions(host)]));
}

function data(host: ViewHost, blocks: readonly Block[]): Csv[] {
  const version = host.result.modelVersion;
  const about = [
    host.sentence,
    `chip-calculators, model ${String(version)}`,
    host.address ?? "",
  ].filter((line) => line !== "");
  return blocks.map(({ caption, columns, rows }, index) => ({
    head: index === 0 ? about : [caption],
    columns,
    rows: rows.map((row) => row.map((cell) => cell.data)),
  }));
}

function draw({ format }: ViewHost, { id, caption, columns, rows }: Block): TemplateResult {
  const { views } = format.words;
  return html`<div class="scroll" role="region" aria-label="${caption} ${views.scroll}"
    tabindex="0">
    <table class="data" data-part=${id}>
      <caption>${caption}</caption>
      <thead>
        <tr>
          ${columns.map(
            (column, index) =>
              html`<th scope="col"
                class=${isNumeric(rows, index) ? "number" : nothing}>${column}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${row.map(({ text, data: cell }, index) =>
              index === 0
                ? html`<th scope="row">${text}</th>`
                : html`<td class=${typeof cell === "number" ? "number" : nothing}>${text}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A heading stands over its figures. */
function isNumeric(rows: Block["rows"], index: number): boolean {
  return index > 0 && rows.length > 0 && rows.every((row) => typeof row[index]?.data === "number");
}

const plain = (text: string): Shown => ({ text, data: text });

function results(host: ViewHost): Block {
  const { format, info, result, sentence } = host;
  const { views } = format.words;
  const { formulas } = calculatorWords(host);
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

function resultOf({ format, result }: ViewHost, output: OutputInfo, value: unknown): Shown {
  if (typeof value === "number") return { text: format.quantity(output, value), data: value };
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
  const { columns: labels = {}, chart } = calculatorWords(host);
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
  return {
    id,
    caption: caption ?? format.words.views.schedule,
    columns: names.map((name, index) => (index === 0 ? label(name) : `${label(name)} (USD)`)),
    rows: at.map((value) => [
      { text: shown(value), data: value },
      ...names.slice(1).map((name) => {
        const amount = heightAt(along, columns[name] ?? [], value);
        return { text: format.money(amount), data: amount };
      }),
    ]),
  };
}

function assumptions(host: ViewHost): Block {
  const { format, info } = host;
  const { sources: words } = format.words;
  const value = (parameter: ParameterInfo): Shown => {
    const given = host.input[parameter.name];
    if (typeof given === "number") return { text: format.quantity(parameter, given), data: given };
    if (typeof given === "string") {
      return plain(format.locale.choices[parameter.name]?.[given] ?? given);
    }
    return plain(format.locale.ui.none);
  };
  return {
    id: "sources",
    caption: words.title,
    columns: [words.figure, format.words.views.value, words.source, words.date],
    rows: info.parameters.map((parameter) => {
      const id = host.source(parameter.name);
      const source = id !== undefined && Object.hasOwn(sources, id) ? sources[id] : undefined;
      const title = source === undefined ? "" : `${source.title}, ${source.publisher}`;
      const link = source?.url?.startsWith("https://")
        ? html`<a href=${source.url} target="_blank" rel="noopener" title=${words.newTab}
            ><span lang="en">${title}</span></a>`
        : html`<span lang="en">${title}</span>`;
      return [
        plain(labelOf(host, parameter.name)),
        value(parameter),
        id === undefined
          ? plain(words.statuses.own)
          : id === "project-assumption"
            ? plain(words.statuses.assumed)
            : { text: link, data: title },
        plain(source?.date ?? ""),
      ];
    }),
  };
}
