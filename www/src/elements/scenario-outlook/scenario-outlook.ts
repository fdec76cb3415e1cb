import { html, nothing, type TemplateResult } from "lit";
import type { ScenarioOutlookInput, ScenarioOutlookResult } from "#core";
import { core } from "#instance";
import { barChart } from "../../chart/bars.js";
import { numberField } from "../../field.js";
import type { ParameterInfo } from "../../generated/metadata.js";
import { outputs } from "../../generated/outputs.js";
import { scenarioOutlook } from "../../generated/scenario-outlook.js";
import type { Problem } from "../../inputs.js";
import { outputNames } from "../../locales/outputs.js";
import { texts } from "../../locales/scenario-outlook.js";
import type { Citation } from "../../sources.js";
import { dataTable } from "../../table.js";
import { CalculatorElement, type Headline } from "../calculator-element.js";
import { Drafts } from "../drafts.js";

type Row = ScenarioOutlookResult["scenarios"][number];
type Given = NonNullable<ScenarioOutlookInput["scenarios"]>[number];

/** The numbers of a scenario that a reader can change. */
type Figure = "probability" | "value";

/** Scenarios, each with its probability, and what they give together. */
export class ScenarioOutlookElement extends CalculatorElement<
  ScenarioOutlookInput,
  ScenarioOutlookResult
> {
  static override readonly info = scenarioOutlook;

  static override readonly texts = texts;

  readonly #drafts = new Drafts((field) => field.startsWith("probability-"));

  protected override calculate(input: ScenarioOutlookInput): ScenarioOutlookResult {
    return core().scenarioOutlook(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  protected override get edited(): boolean {
    return super.edited || this.#drafts.size > 0;
  }

  protected override forget(): void {
    this.#drafts.clear();
    super.forget();
  }

  /** The scenarios as the calculator took them last: the page's own, or those of the preset. */
  #given(): readonly Given[] {
    return this.result?.input.scenarios ?? [];
  }

  protected override compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = super.compose();
    const { values, problems: bad } = this.#drafts.compose();
    if (values.size > 0) {
      input.scenarios = this.#given().map((row, index) => ({
        ...row,
        probability: values.get(fieldName("probability", index)) ?? row.probability,
        ...(row.value == null ? {} : { value: values.get(fieldName("value", index)) ?? row.value }),
      }));
      // What a reader moves are weights: the other scenarios share what is left of 100 %, and the form says so.
      input.normalize = true;
    }
    return { input, problems: [...problems, ...bad] };
  }

  protected override place(problem: Problem): { label: string; field?: string } {
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
    return calculator === undefined && (scenarios === undefined || this.#drafts.size > 0);
  }

  /** What the scenarios are about. */
  #subject(result: ScenarioOutlookResult): string {
    const { calculator, output } = result.input;
    if (calculator !== undefined && output !== undefined) {
      const names = outputNames[calculator][this.format.language];
      return names[output] ?? this.format.locale.outputs[output] ?? output;
    }
    if (!this.#ofArticle()) return this.#text.value;
    return this.#text.subjects[this.inputs.preset === "" ? "article" : this.inputs.preset] ?? "";
  }

  protected override headline(result: ScenarioOutlookResult): Headline {
    return {
      value: this.#show(result, result.expected),
      label: this.#text.headline(this.#subject(result)),
    };
  }

  protected override sentence(result: ScenarioOutlookResult): string {
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

  protected override basics(): TemplateResult[] {
    const rows = this.result?.scenarios ?? [];
    const given = this.#given();
    const fields = rows.flatMap((row, index) => [
      this.#field("probability", row, index, given[index]?.probability),
      given[index]?.value == null ? html`` : this.#field("value", row, index, given[index]?.value),
    ]);
    return this.#drafts.size === 0
      ? fields
      : [...fields, html`<p class="hint" data-part="weights">${this.#text.weights}</p>`];
  }

  #field(
    figure: Figure,
    row: Row,
    index: number,
    value: number | null | undefined,
  ): TemplateResult {
    const name = fieldName(figure, index);
    const info: ParameterInfo = { ...FIGURES[figure], name };
    const problem =
      this.#drafts.problem(name) ??
      this.problems.find(({ path }) => path === `scenarios[${index}].${figure}`);
    return numberField({
      info,
      format: this.format,
      label: this.format.locale.ui.labelled(this.#name(row), this.#text[figure]),
      slider: figure === "probability",
      value: value ?? Number.NaN,
      text: this.#drafts.text(name),
      problem,
      onType: (typed) => {
        this.#drafts.type(name, typed);
        this.changed();
      },
      onSettle: () => {
        this.#drafts.settle(name, problem === undefined);
        this.requestUpdate();
      },
      onSlide: (value) => {
        this.#drafts.slide(name, value);
        this.changed();
      },
    });
  }

  protected override presetTitle(id: string): string {
    return this.#text.subjects[id] ?? id;
  }

  protected override defaultsTitle(): string {
    return this.#text.subjects.article ?? "";
  }

  protected override presets(): readonly string[] {
    return super.presets().filter((id) => id !== "article");
  }

  protected override chart(result: ScenarioOutlookResult): TemplateResult {
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

  protected override details(result: ScenarioOutlookResult): TemplateResult {
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

  protected override citations(): Citation[] {
    const source = this.input.scenarios === undefined ? "seed-article" : undefined;
    return [{ source, label: this.#text.title }];
  }
}

function fieldName(figure: Figure, index: number): string {
  return `${figure}-${index}`;
}

/** Their bounds are the calculator's business. */
const FIELD = {
  doc: "",
  unit: "",
  kind: "number",
  min: 0,
  max: 1,
  default: 0,
  step: 0.01,
  scale: "linear",
  group: "other",
  window: [0, 1],
  source: "",
  basic: true,
} as const;

const FIGURES: Readonly<Record<Figure, Omit<ParameterInfo, "name">>> = {
  probability: { ...FIELD, kind: "fraction" },
  value: { ...FIELD, min: -1e18, max: 1e18, step: 100 },
};
