import { html, nothing, type TemplateResult } from "lit";
import type { ScenarioOutlookInput, ScenarioOutlookResult } from "#core";
import { core } from "#instance";
import { barChart } from "../../chart/bars.js";
import { type Control, control } from "../../controls/control.js";
import type { ParameterInfo } from "../../generated/metadata.js";
import { outputs } from "../../generated/outputs.js";
import { scenarioOutlook } from "../../generated/scenario-outlook.js";
import { outputNames } from "../../locales/outputs.js";
import { texts } from "../../locales/scenario-outlook.js";
import type { Citation } from "../../sources.js";
import type { Asked, Response } from "../../state/curves.js";
import type { Problem } from "../../state/store.js";
import { dataTable } from "../../table.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

type Row = ScenarioOutlookResult["scenarios"][number];
type Given = NonNullable<ScenarioOutlookInput["scenarios"]>[number];

/** Controls in front, at most. */
const FRONT = 3;

/** Points of a response: its curves are smooth. */
const POINTS = 21;

/** The numbers of a scenario that a reader can change. */
type Figure = "probability" | "value";

/** Scenarios, each with its probability, and what they give together. */
export class ScenarioOutlookElement extends CalculatorElement<
  ScenarioOutlookInput,
  ScenarioOutlookResult
> {
  static override readonly info = scenarioOutlook;

  static override readonly texts = texts;

  static override readonly output = "expected";

  protected override rowInfo(name: string): ParameterInfo | undefined {
    const figure = /^(probability|value)-\d+$/.exec(name)?.[1] as Figure | undefined;
    return figure && { ...FIGURES[figure], name };
  }

  protected override calculate(input: ScenarioOutlookInput): ScenarioOutlookResult {
    return core().scenarioOutlook(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  /** The scenarios as the calculator took them last: the page's own, or those of the preset. */
  #given(): readonly Given[] {
    return this.result?.input.scenarios ?? [];
  }

  protected override compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = super.compose();
    const { rows: values } = this.store.compose();
    if (values.size > 0) {
      input.scenarios = this.#given().map((row, index) => ({
        ...row,
        probability: values.get(fieldName("probability", index)) ?? row.probability,
        ...(row.value == null ? {} : { value: values.get(fieldName("value", index)) ?? row.value }),
      }));
      // What a reader moves are weights: the other scenarios share what is left of 100 %, and the form says so.
      input.normalize = true;
    }
    return { input, problems };
  }

  override place(problem: Problem): { label: string; field?: string } {
    const found = /^scenarios\[(\d+)\]\.(probability|value)$/.exec(problem.path);
    const [, kind, index] = /^(probability|value)-(\d+)$/.exec(problem.path) ?? [];
    const figure = (found?.[2] ?? kind) as Figure | undefined;
    const row = this.result?.scenarios[Number(found?.[1] ?? index)];
    if (figure === undefined || row === undefined) return super.place(problem);
    return {
      label: this.format.locale.ui.labelled(this.#name(row), this.#text[figure]),
      field: fieldName(figure, Number(found?.[1] ?? index)),
    };
  }

  #name({ id, name }: Row): string {
    return name ?? this.#text.names[id] ?? id;
  }

  /** A figure of the scenarios: money for the article's, else as the calculator's output is shown. */
  #show(result: ScenarioOutlookResult, value: number | null): string {
    const { format } = this;
    if (value === null) return format.locale.ui.notAvailable;
    const { calculator, output } = result.input;
    if (calculator !== undefined) {
      const info = outputs[calculator].find(({ name }) => name === output);
      return info === undefined ? format.number(value) : format.quantity(info, value);
    }
    return this.#ofArticle() ? format.money(value) : format.number(value);
  }

  #ofArticle(): boolean {
    const { scenarios, calculator } = this.input;
    return calculator === undefined && (scenarios === undefined || this.#isReweighed);
  }

  /** What the scenarios are about. */
  #subject(result: ScenarioOutlookResult): string {
    const { calculator, output } = result.input;
    if (calculator !== undefined && output !== undefined) {
      const names = outputNames[calculator][this.format.language];
      return names[output] ?? this.format.locale.outputs[output] ?? output;
    }
    if (!this.#ofArticle()) return this.#text.value;
    return this.#text.subjects[this.store.preset === "" ? "article" : this.store.preset] ?? "";
  }

  get #isReweighed(): boolean {
    return this.store.compose().rows.size > 0;
  }

  override verdict(result: ScenarioOutlookResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #headline(result: ScenarioOutlookResult): { value: string; label: string } {
    return {
      value: this.#show(result, result.expected),
      label: this.#text.headline(this.#subject(result)),
    };
  }

  #sentence(result: ScenarioOutlookResult): string {
    const { format } = this;
    const text = this.#text;
    if (result.expected === null) return text.notAll;
    const words = [
      text.range(
        this.#show(result, result.min),
        this.#show(result, result.max),
        this.#show(result, result.standardDeviation),
      ),
    ];
    const { verdict } = format.locale.choices;
    for (const { verdict: word, probability } of result.verdicts) {
      words.push(text.verdict(verdict?.[word] ?? word, format.percent(probability)));
    }
    return words.join(format.locale.space);
  }

  override frontControls(): readonly Control[] {
    const count = this.arrangement === "compact" ? 1 : FRONT;
    return this.#fields("probability").slice(0, count);
  }

  /** The expected figure by the weight of a scenario, the others sharing what is left. */
  protected override respond(asked: readonly Asked[]): ReadonlyMap<string, Response> {
    const scenarios = this.#given();
    const { preset: _, ...input } = this.asked;
    const points = Float64Array.from({ length: POINTS }, (_, index) => index / (POINTS - 1));
    return new Map(
      asked.map(({ info, window: [low, high] }) => {
        const at = Number(info.name.split("-")[1]);
        const values = points.map((part) => low + part * (high - low));
        const results = values.map((probability) => {
          const weighed = scenarios.map((row, index) =>
            index === at ? { ...row, probability } : row,
          );
          const sum = weighed.reduce((total, row) => total + (row.probability ?? 0), 0);
          if (sum === 0) return Number.NaN;
          const weights = { ...input, scenarios: weighed, normalize: true };
          return this.calculate(weights as ScenarioOutlookInput).expected ?? Number.NaN;
        });
        return [info.name, { values, results, flips: [] }];
      }),
    );
  }

  override resultText(value: number): string {
    return this.result === undefined ? "" : this.#show(this.result, value);
  }

  override get rowCount(): number {
    return this.#fields("probability").length + this.#fields("value").length;
  }

  override rows(): TemplateResult {
    const rest = this.#fields("probability").slice(this.frontControls().length);
    const fields = [...rest, ...this.#fields("value")];
    return html`<fieldset>
      <div class="rows">${fields.map((field) => control(this, { ...field, front: false }))}</div>
      ${this.#isReweighed ? html`<p class="note" data-part="weights">${this.#text.weights}</p>` : nothing}
    </fieldset>`;
  }

  #fields(figure: Figure): Control[] {
    const given = this.#given();
    const controls: Control[] = [];
    this.result?.scenarios.forEach((row, index) => {
      const value = given[index]?.[figure];
      if (value === null || value === undefined) return;
      const name = fieldName(figure, index);
      controls.push({
        id: name,
        info: { ...FIGURES[figure], name },
        label: this.format.locale.ui.labelled(this.#name(row), this.#text[figure]),
        value,
        front: true,
      });
    });
    return controls;
  }

  override presetTitle(id: string): string {
    return this.#text.subjects[id] ?? id;
  }

  override defaultsTitle(): string {
    return this.#text.subjects.article ?? "";
  }

  override presets(): readonly string[] {
    return super.presets().filter((id) => id !== "article");
  }

  override chart(result: ScenarioOutlookResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const bars = result.scenarios.map((row) => ({
      className: row.verdict === "rent" ? "baseline" : "chip",
      label: this.#name(row),
      note: text.share(format.percent(row.probability)),
      value: row.value ?? 0,
      text: this.#show(result, row.value),
    }));
    const expected = this.#show(result, result.expected);
    return html`
      <figure>
        <figcaption><span>${text.chartTitle(this.#subject(result))}</span></figcaption>
        ${barChart({
          ...this.chartSize,
          alternative: text.alternative(
            bars.map(({ label, note, text }) => `${label} (${note}): ${text}`),
            expected,
          ),
          bars,
          reference: result.expected ?? undefined,
        })}
        ${result.expected === null ? nothing : html`<p class="note">${text.reference(expected)}</p>`}
      </figure>
    `;
  }

  override views(result: ScenarioOutlookResult): readonly FrameView[] {
    const { results } = this.format.locale.ui;
    return [{ id: "table", title: results, render: () => this.#table(result) }];
  }

  #table(result: ScenarioOutlookResult): TemplateResult {
    const { format } = this;
    const { locale } = format;
    const text = this.#text;
    const names = ["expected", "standardDeviation", "min", "max"] as const;
    return html`
      <details class="results" data-part="results">
        <summary>${locale.ui.results}</summary>
        <table>
          <tbody>
            ${names.map((name) => {
              const reason = result.reasons[name];
              const value =
                result[name] === null && reason !== undefined
                  ? locale.reasons[reason]
                  : this.#show(result, result[name]);
              return html`<tr data-output=${name}>
                <th scope="row">${locale.outputs[name]}</th>
                <td>${value}</td>
              </tr>`;
            })}
          </tbody>
        </table>
        ${dataTable(
          text.title,
          [
            { label: text.scenario, cell: (row: Row) => this.#name(row) },
            { label: text.probability, cell: ({ probability }) => format.percent(probability) },
            { label: text.value, cell: (row) => this.#cell(result, row) },
          ],
          result.scenarios,
        )}
      </details>
    `;
  }

  #cell(result: ScenarioOutlookResult, { value, reason }: Row): string {
    const { locale } = this.format;
    return reason === null ? this.#show(result, value) : (locale.reasons[reason] ?? reason);
  }

  override citations(): Citation[] {
    const source = this.input.scenarios === undefined ? "seed-article" : undefined;
    return [{ source, label: this.#text.title }];
  }
}

function fieldName(figure: Figure, index: number): string {
  return `${figure}-${index}`;
}

const FIGURES: Readonly<Record<Figure, ParameterInfo>> = {
  // Any weight may be typed; what the slider shows is a probability.
  probability: { ...row("probability"), window: [0, 1] },
  value: row("value"),
};

function row(name: Figure): ParameterInfo {
  const rows = scenarioOutlook.lists.find((list) => list.name === "scenarios");
  return rows?.parameters.find((known) => known.name === name) as ParameterInfo;
}
