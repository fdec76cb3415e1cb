import { html, nothing, type TemplateResult } from "lit";
import type { ScenarioOutlookInput, ScenarioOutlookResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/scenario-outlook.js";
import { cited, dated, originOf, sourceOf, statusOf } from "../../citation.js";
import { type Control, control } from "../../controls/control.js";
import type { OutputInfo, ParameterInfo } from "../../generated/metadata.js";
import { outputs } from "../../generated/outputs.js";
import { scenarioOutlook } from "../../generated/scenario-outlook.js";
import { type Subject, title, verdict, words } from "../../locales/calculators/scenario-outlook.js";
import { tell } from "../../page-json.js";
import type { Asked, Response } from "../../state/curves.js";
import type { Problem } from "../../state/store.js";
import { type Block, plain } from "../../views/block.js";
import type { Origin } from "../../views/view.js";
import { CalculatorElement, type CalculatorWords } from "../calculator-element.js";

type Row = ScenarioOutlookResult["scenarios"][number];
type Given = NonNullable<ScenarioOutlookInput["scenarios"]>[number];

/** Controls in front, at most. */
const FRONT = 3;

/** Points of a response: its curves are smooth. */
const POINTS = 21;

/** Digits of the article's figures: it has four. */
const EXACT = 4;

/** Probabilities that differ from all by less than this make it up: half of what is shown. */
const EVEN = 0.0005;

/** What a set of scenarios is made of. */
const BROUGHT = ["scenarios", "calculator", "output", "normalize"];

/** The numbers of a scenario that a reader can change. */
type Figure = "probability" | "value";

/** Scenarios, each with its probability, and what they give together. */
export class ScenarioOutlookElement extends CalculatorElement<
  ScenarioOutlookInput,
  ScenarioOutlookResult
> {
  static override readonly info = scenarioOutlook;

  static override readonly words = { title, verdict, words } as unknown as CalculatorWords;

  static override readonly hasRows = true;

  static override readonly chart = chart;

  static override readonly output = "expected";

  override rowInfo(name: string): ParameterInfo | undefined {
    const figure = /^(probability|value)-\d+$/.exec(name)?.[1] as Figure | undefined;
    return figure && { ...this.#figure(figure), name };
  }

  override calculate(input: ScenarioOutlookInput): ScenarioOutlookResult {
    return core().scenarioOutlook(input);
  }

  protected override context(result: ScenarioOutlookResult) {
    // A set that is chosen has probabilities of its own; those that are moved are the reader's.
    const names = [...this.store.compose().rows.keys()];
    const changed = names.some((name) => name.startsWith("probability-"));
    return { format: this.format, result, changed, subject: this.#subject(result), sum: this.#sum };
  }

  /** What the probabilities add up to, where a reader has changed them and they do not make up all. */
  get #sum(): number | undefined {
    if (!this.#isReweighed) return undefined;
    const sum = this.#given().reduce((total, { probability }) => total + (probability ?? 0), 0);
    return Math.abs(sum - 1) < EVEN ? undefined : sum;
  }

  /** A probability is no more than all, unless the page has given weights that are. */
  #figure(figure: Figure): ParameterInfo {
    const info = FIGURES[figure];
    // A link's are checked before there is any result.
    const given = this.result?.input.scenarios ?? this.store.property("scenarios");
    const rows: readonly (Given | null)[] = Array.isArray(given) ? given : [];
    const isWeight = rows.some((row) => (row?.probability ?? 0) > 1);
    return figure === "value" || isWeight ? info : { ...info, max: 1 };
  }

  get #text() {
    return words(this.format.language);
  }

  /** The scenarios as the calculator took them last: the page's own, or those of the preset. */
  #given(): readonly Given[] {
    return this.result?.input.scenarios ?? [];
  }

  override compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = super.compose();
    // A set that the reader has chosen brings its own scenarios.
    if (this.store.chosen) for (const name of BROUGHT) delete input[name];
    const { rows: values } = this.store.compose();
    // Those of the last result would hold what the reader has taken back since; a link comes before any.
    const given = values.size > 0 ? this.attempt(input)?.input.scenarios : undefined;
    if (given !== undefined) {
      const names = given.map((_, index) => fieldName("probability", index));
      const odds = given.map(
        ({ probability }, index) => values.get(names[index] ?? "") ?? probability,
      );
      // Where nothing may come at all, the probabilities from before count.
      const isNone = odds.every((part) => part === 0);
      input.scenarios = given.map((row, index) => ({
        ...row,
        probability: isNone ? row.probability : odds[index],
        ...(row.value == null ? {} : { value: values.get(fieldName("value", index)) ?? row.value }),
      }));
      // What a reader moves are weights: the other scenarios share what is left of 100 %, and the form says so.
      input.normalize = true;
      if (isNone) {
        const none = names.map((path) => ({ path, code: "allZero" as const }));
        return { input, problems: [...problems, ...none] };
      }
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
      label: this.#label(figure, row),
      field: fieldName(figure, Number(found?.[1] ?? index)),
    };
  }

  #label(figure: Figure, row: Row): string {
    const text = this.#text;
    if (figure === "probability") return text.probabilityOf(this.#name(row));
    const subject =
      this.#article === undefined ? text.parameters.value : text.subjects[this.#article];
    return text.valueOf(this.#name(row), subject);
  }

  #name({ id, name }: Row): string {
    const names: Readonly<Record<string, string | undefined>> = this.#text.names;
    return name ?? names[id] ?? id;
  }

  /** The article's own scenarios, if it is those. */
  get #article(): "article" | "articleMarketValue" | undefined {
    const { chosen, pagePreset, preset } = this.store;
    const { calculator, scenarios } = this.store.compose().input;
    const set = preset === "articleMarketValue" ? preset : "article";
    // Frozen code holds the scenarios of the set that it names; others beside a name are the page's own.
    const isSets = scenarios === undefined || (pagePreset && isSetOf(set, scenarios));
    return (calculator === undefined && isSets) || chosen ? set : undefined;
  }

  /** What the scenarios are about. */
  #subject(result: ScenarioOutlookResult): Subject {
    const { calculator, output } = result.input;
    const { format } = this;
    if (calculator === undefined || output === undefined) {
      const isArticle = this.#article !== undefined;
      return {
        article: this.#article,
        name: this.#text.parameters.value,
        show: (value) => (isArticle ? format.money(value, EXACT) : format.number(value)),
      };
    }
    const known: readonly OutputInfo[] = outputs[calculator];
    const info = known.find(({ name }) => name === output);
    this.#fetching ??= this.#fetchNames();
    const names = this.#names?.[calculator][format.language];
    return {
      name: names?.[output] ?? this.#text.parameters.value,
      show: (value) => (info === undefined ? format.number(value) : format.quantity(info, value)),
    };
  }

  /** What the results of other calculators are called: the few pages that have scenarios of them fetch it. */
  #names: typeof import("../../generated/output-names.js").outputNames | undefined;

  #fetching: Promise<void> | undefined;

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#fetching;
    return super.getUpdateComplete();
  }

  /** Where they cannot be had, "value" stands for them; the next drawing tries again. */
  async #fetchNames(): Promise<void> {
    try {
      this.#names = (await import("../../generated/output-names.js")).outputNames;
      this.requestUpdate();
    } catch (error) {
      this.#fetching = undefined;
      tell(`<${this.localName}> could not load what results are called: ${error}`);
    }
  }

  get #isReweighed(): boolean {
    return this.store.compose().rows.size > 0;
  }

  override frontControls(): readonly Control[] {
    const count = this.arrangement === "compact" ? 1 : FRONT;
    return this.#fields("probability").slice(0, count);
  }

  /** The expected figure by the weight of a scenario, the others sharing what is left. */
  override respond(asked: readonly Asked[]): ReadonlyMap<string, Response> {
    const scenarios = this.#given();
    // Of one alone the weight changes nothing.
    if (scenarios.length < 2) return new Map();
    const { preset: _, ...input } = this.asked;
    const points = Float64Array.from({ length: POINTS }, (_, index) => index / (POINTS - 1));
    const sum = scenarios.reduce((total, { probability }) => total + (probability ?? 0), 0);
    return new Map(
      asked.map(({ info, window: [low, high] }) => {
        const row = scenarios[Number(info.name.split("-")[1])];
        const values = points.map((part) => low + part * (high - low));
        const others = sum - (row?.probability ?? 0);
        const { columns } = core().batch({
          calculator: "scenarioOutlook",
          input: { ...input, scenarios: [...scenarios], normalize: true },
          // Weights as parts of 1: where none is left at all, 0 of 1, of which nothing is expected.
          columns: {
            [`scenarios.${row?.id}.probability`]: values.map((w) => w / (w + others || 1)),
          },
          outputs: ["expected"],
        });
        return [info.name, { values, results: columns.expected as Float64Array, flips: [] }];
      }),
    );
  }

  override resultText(value: number): string {
    return this.result === undefined ? "" : this.#subject(this.result).show(value);
  }

  override get rowCount(): number {
    return this.#fields("probability").length + this.#fields("value").length;
  }

  override rows(): TemplateResult {
    const rest = this.#fields("probability").slice(this.frontControls().length);
    const fields = [...rest, ...this.#fields("value")];
    const sum = this.#sum;
    return html`<fieldset>
      <div class="rows">${fields.map((field) => control(this, { ...field, front: false }))}</div>
      ${
        sum === undefined
          ? nothing
          : html`<p class="note" data-part="weights">${this.#text.verdict.weights(this.format.percent(sum))}</p>`
      }
    </fieldset>`;
  }

  #fields(figure: Figure): Control[] {
    const given = this.#given();
    const { rows } = this.store.compose();
    const controls: Control[] = [];
    this.result?.scenarios.forEach((row, index) => {
      const name = fieldName(figure, index);
      const value = rows.get(name) ?? given[index]?.[figure];
      if (value === null || value === undefined) return;
      const info = { ...this.#figure(figure), name };
      const label = this.#label(figure, row);
      const counted = figure === "probability" ? this.#counted(value, row.probability) : undefined;
      controls.push({ id: name, info, label, value, front: true, counted });
    });
    return controls;
  }

  /** What a probability comes to once all of them make up 100%. */
  #counted(given: number, weight: number): string | undefined {
    const [said, counts] = [this.format.percent(given), this.format.percent(weight)];
    return this.isStale || said === counts ? undefined : this.#text.chart.countsAs(counts);
  }

  override presetTitle(id: string): string {
    const subjects: Readonly<Record<string, string | undefined>> = this.#text.subjects;
    return subjects[id] ?? id;
  }

  override defaultsTitle(): string {
    return this.store.isGiven ? this.format.locale.ui.given : this.#text.subjects.article;
  }

  override exact(_output: OutputInfo, value: number): string {
    return this.resultText(value);
  }

  override quantity(_output: OutputInfo, value: number): string {
    return this.resultText(value);
  }

  /** The figures of a row are the article's or the page's, until the reader moves them. */
  override origin(info: ParameterInfo): Origin | undefined {
    if (this.rowInfo(info.name) === undefined) return super.origin(info);
    const isOwn = this.#article === undefined || this.store.compose().rows.has(info.name);
    return isOwn ? undefined : originOf("seed-article");
  }

  override lists(result: ScenarioOutlookResult): readonly Block[] {
    const { format } = this;
    const { chart, parameters, scenario } = this.#text;
    const { name, show } = this.#subject(result);
    const { date, figure, source: head, status, title: caption } = format.words.sources;
    const isArticle = this.#article !== undefined && !this.#isReweighed;
    const origin = isArticle ? originOf("seed-article") : undefined;
    const source = origin && sourceOf(origin.source);
    return [
      {
        id: "scenarios",
        caption: chart.table,
        columns: [scenario, parameters.probability, name],
        rows: result.scenarios.map((row) => [
          plain(this.#name(row)),
          { text: format.percent(row.probability), data: row.probability },
          row.value === null ? plain("") : { text: show(row.value), data: row.value },
        ]),
      },
      {
        id: "sources",
        caption,
        columns: [figure, format.words.views.value, status, head, date],
        rows: [
          [
            plain(chart.table),
            plain(""),
            plain(statusOf(format, origin)),
            source === undefined ? plain("") : cited(format, source),
            dated(format, source),
          ],
        ],
      },
    ];
  }
}

/** Whether scenarios are those of a set, as frozen code holds them. */
function isSetOf(preset: "article" | "articleMarketValue", scenarios: unknown): boolean {
  const own = core().scenarioOutlook({ preset }).input.scenarios ?? [];
  const figures = ({ id, probability, value }: Given) => [id, probability, value].join();
  if (!Array.isArray(scenarios) || scenarios.length !== own.length) return false;
  return own.every((row, index) => figures(row) === figures(Object(scenarios[index])));
}

function fieldName(figure: Figure, index: number): string {
  return `${figure}-${index}`;
}

const FIGURES: Readonly<Record<Figure, ParameterInfo>> = {
  probability: { ...row("probability"), window: [0, 1] },
  value: row("value"),
};

function row(name: Figure): ParameterInfo {
  const rows = scenarioOutlook.lists.find((list) => list.name === "scenarios");
  return rows?.parameters.find((known) => known.name === name) as ParameterInfo;
}
