import { html, nothing, type TemplateResult } from "lit";
import type { PricePerformanceInput, PricePerformanceResult } from "#core";
import { core } from "#instance";
import { type Bar, barChart } from "../../chart/bars.js";
import { type Control, control } from "../../controls/control.js";
import type { ParameterInfo } from "../../generated/metadata.js";
import { pricePerformance } from "../../generated/price-performance.js";
import { texts } from "../../locales/price-performance.js";
import type { Citation } from "../../sources.js";
import { citations } from "../../sources.js";
import type { Problem } from "../../state/store.js";
import { dataTable } from "../../table.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

type Row = PricePerformanceResult["rows"][number];

/** Parameters that count for one basis only. */
const ENERGY = ["years", "electricityPrice", "pue", "idlePowerFraction", "utilization"];

/** Chips against each other. */
export class PricePerformanceElement extends CalculatorElement<
  PricePerformanceInput,
  PricePerformanceResult
> {
  static override readonly info = pricePerformance;

  static override readonly texts = texts;

  protected override calculate(input: PricePerformanceInput): PricePerformanceResult {
    return core().pricePerformance(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  protected override rowInfo(name: string): ParameterInfo | undefined {
    return name.startsWith("price-") ? { ...PRICE, name } : undefined;
  }

  override place(problem: Problem): { label: string; field?: string } {
    const { path } = problem;
    if (path === "baseline") return { ...super.place(problem), field: path };
    const index = /^chips\[(\d+)\]/.exec(path)?.[1];
    const listed = index === undefined ? undefined : chipId(this.#list()[Number(index)]);
    const id = listed ?? this.#shown().find(({ id }) => priceField(id) === path)?.id;
    if (id === undefined) return super.place(problem);
    const label = this.#shown().find((chip) => chip.id === id)?.name ?? id;
    const priced = !this.result?.mixed && (path.endsWith(".price") || path === priceField(id));
    return priced && this.result ? { label, field: priceField(id) } : { label };
  }

  /** The list of chips the calculator was asked about. */
  #list(): readonly unknown[] {
    return Array.isArray(this.asked.chips) ? this.asked.chips : [];
  }

  protected override compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = super.compose();
    const { rows } = this.store.compose();
    if (rows.size > 0) input.chips = this.#priced(input.chips, rows);
    return { input, problems };
  }

  /** The chips with the reader's prices: those given, or those the catalogue has shown so far. */
  #priced(chips: unknown, prices: ReadonlyMap<string, number>): unknown[] {
    const list: readonly unknown[] = Array.isArray(chips)
      ? chips
      : this.#shown().map(({ id }) => id);
    return list.map((chip) => {
      const price = prices.get(priceField(chipId(chip) ?? ""));
      if (price === undefined) return chip;
      return typeof chip === "string" ? { id: chip, price } : { ...(chip as object), price };
    });
  }

  /** Every chip of the last result, with or without the figures it takes. */
  #shown(): { id: string; name: string; price: number | null }[] {
    const { result } = this;
    if (result === undefined) return [];
    return [...result.rows, ...result.missing.map((chip) => ({ ...chip, price: null }))];
  }

  /** What a unit of performance costs, in words. */
  #cost(result: PricePerformanceResult, row: Row): string {
    return this.#text.costPer(this.#amount(result, row), this.#unit(result));
  }

  #amount({ basis }: PricePerformanceResult, { costPerUnit }: Row): string {
    const { format } = this;
    return basis === "power" ? `${format.number(costPerUnit)} W` : format.money(costPerUnit);
  }

  /** The unit in the singular. */
  #unit({ unit }: PricePerformanceResult): string {
    return this.#text.units[unit] ?? unit;
  }

  #sorted(result: PricePerformanceResult): Row[] {
    return [...result.rows].sort((a, b) => a.costPerUnit - b.costPerUnit);
  }

  #difference(index: number): string {
    const text = this.#text;
    const fraction = this.format.percent(Math.abs(index - 1));
    if (Math.abs(index - 1) < 0.0005) return text.same;
    if (index > 2) return text.timesAsMuch(this.format.compact(index));
    return index < 1 ? text.less(fraction) : text.more(fraction);
  }

  #baseline(result: PricePerformanceResult): Row | undefined {
    return result.rows.find(({ id }) => id === result.baseline);
  }

  override verdict(result: PricePerformanceResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #headline(result: PricePerformanceResult): { value: string; label: string } {
    const text = this.#text;
    const [best] = this.#sorted(result);
    const baseline = this.#baseline(result);
    const unit = this.#unitWithMetric(result);
    if (best === undefined) return { value: text.noFigure, label: text.noRows };
    if (baseline === undefined || best.index === null || best.id === baseline.id) {
      return { value: this.#amount(result, best), label: text.headlineBest(unit, best.name) };
    }
    return {
      value: this.format.percent(1 - best.index),
      label: text.headline[result.basis](best.name, baseline.name, unit),
    };
  }

  #metric({ mixed, metric }: PricePerformanceResult): string {
    return mixed ? this.#text.mixedShort : (this.format.locale.choices.metric?.[metric] ?? metric);
  }

  /** "TFLOPS (FP8, dense)". */
  #unitWithMetric(result: PricePerformanceResult): string {
    return this.#text.unitOf(this.#unit(result), this.#metric(result));
  }

  #sentence(result: PricePerformanceResult): string {
    const text = this.#text;
    const rows = this.#sorted(result);
    const [best, second] = rows;
    if (best === undefined) return text.noRows;
    const baseline = this.#baseline(result);
    const words: string[] = [];
    if (baseline === undefined) {
      const name = this.#shown().find(({ id }) => id === result.baseline)?.name ?? result.baseline;
      words.push(
        text.noBaseline(name),
        text.best[result.basis](best.name, this.#cost(result, best)),
      );
    } else if (best.id === baseline.id) {
      words.push(text.best[result.basis](best.name, this.#cost(result, best)));
    } else {
      words.push(
        text.best[result.basis](
          best.name,
          text.against(
            this.#cost(result, best),
            this.#difference(best.index ?? 1),
            baseline.name,
            this.#cost(result, baseline),
          ),
        ),
      );
    }
    const other = second?.id === baseline?.id ? rows[2] : second;
    if (other?.index != null) {
      words.push(text.next(other.name, this.#cost(result, other), this.#difference(other.index)));
    }
    return words.join(this.format.locale.space);
  }

  override relevant(name: string): boolean {
    return !ENERGY.includes(name) || this.result?.basis === "priceAndEnergy";
  }

  override frontControls(): readonly Control[] {
    const { result } = this;
    const front = super.frontControls();
    if (this.arrangement === "compact" || this.setting("fields") !== "") return front;
    const baseline: Control = {
      id: "baseline",
      info: BASELINE,
      label: this.format.locale.parameters.baseline ?? "",
      value: this.asked.baseline ?? result?.baseline ?? "",
      front: true,
      options: this.#shown().map(({ id, name }) => [id, name] as const),
    };
    return [...front.slice(0, 2), baseline];
  }

  override chart(result: PricePerformanceResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const rows = this.#sorted(result);
    const indexed =
      this.#baseline(result) !== undefined && rows.every(({ index }) => index !== null);
    const bars = rows.map((row): Bar => {
      const baseline = row.id === result.baseline;
      return {
        className: baseline ? "baseline" : "chip",
        label: row.name,
        note: format.locale.ui.list(this.#chartNotes(result, row)) || undefined,
        value: indexed ? (row.index ?? 0) : row.costPerUnit,
        text: indexed ? format.times(row.index ?? 0) : this.#cost(result, row),
      };
    });
    const metric = this.#metric(result);
    return html`
      <figure>
        <figcaption>
          <span>${indexed ? text.chartTitle(metric) : text.chartTitleCost(metric)}</span>
        </figcaption>
        ${
          bars.length === 0
            ? html`<p class="note">${text.noRows}</p>`
            : barChart({
                ...this.chartSize,
                alternative: text.alternative(
                  bars.map(({ label, text }) => [label, text] as const),
                ),
                bars,
                reference: indexed ? 1 : undefined,
              })
        }
        ${this.#missing(result)}
      </figure>
    `;
  }

  /** What one must know of a bar: what is compared with, what is estimated, and what is not alike. */
  #chartNotes(result: PricePerformanceResult, row: Row): string[] {
    const text = this.#text;
    const { statuses } = text;
    const notes: string[] = [];
    if (row.id === result.baseline) notes.push(text.baselineMark);
    if (result.mixed && row.sparsity !== null) notes.push(text.sparsity[row.sparsity] ?? "");
    if (result.basis !== "power" && row.priceStatus === null) notes.push(statuses.own ?? "");
    if (row.performanceStatus === "estimated" || this.#pricedBy(result, row, "estimated")) {
      notes.push(statuses.estimated ?? "");
    }
    return notes;
  }

  #pricedBy({ basis }: PricePerformanceResult, row: Row, status: string): boolean {
    return basis !== "power" && row.priceStatus === status;
  }

  #missing(result: PricePerformanceResult): TemplateResult | typeof nothing {
    const { locale } = this.format;
    if (result.missing.length === 0) return nothing;
    const byReason = new Map<string, string[]>();
    for (const { reason, name } of result.missing) {
      byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
    }
    return html`<p class="missing" data-part="missing">
      ${[...byReason].map(
        ([reason, names]) =>
          html`<span>${this.#text.missing(this.#text.gaps[reason] ?? reason, locale.ui.list(names))}</span> `,
      )}
    </p>`;
  }

  override warning(): TemplateResult | typeof nothing {
    return this.result?.mixed
      ? html`<p class="note warning" data-part="mixed"><strong>${this.#text.mixed}</strong></p>`
      : nothing;
  }

  /** The catalogue's note on the article's figures is about a cluster. */
  override presetNote(): undefined {
    return undefined;
  }

  override presetTitle(): string {
    return this.#text.articlePreset;
  }

  override defaultsTitle(): string {
    return this.#text.defaults;
  }

  override views(result: PricePerformanceResult): readonly FrameView[] {
    const { results } = this.format.locale.ui;
    return [{ id: "table", title: results, render: () => this.#table(result) }];
  }

  /** The chips whose price counts. */
  #priceable(): { id: string; name: string; price: number | null }[] {
    const { result } = this;
    if (result === undefined || result.mixed) return [];
    return this.#shown().filter(
      ({ id }) => !result.missing.some((gap) => gap.id === id && gap.reason !== "noPrice"),
    );
  }

  override get rowCount(): number {
    return this.#priceable().length;
  }

  override rows(): TemplateResult | typeof nothing {
    const text = this.#text;
    const priced = this.#priceable();
    if (priced.length === 0) return nothing;
    return html`<fieldset data-part="prices">
      <legend>${text.prices}</legend>
      <div class="rows">
        ${priced.map(({ id, name, price }) =>
          control(this, {
            id: priceField(id),
            info: { ...PRICE, name: priceField(id) },
            label: name,
            name: text.priceOf(name),
            value: price,
            front: false,
          }),
        )}
      </div>
    </fieldset>`;
  }

  #table(result: PricePerformanceResult): TemplateResult {
    const { format } = this;
    const { locale } = format;
    const text = this.#text;
    const money = (value: number | null) =>
      value === null ? locale.ui.notAvailable : format.money(value);
    const column = (name: string, cell: (row: Row) => unknown) => ({
      label: text.columns[name] ?? name,
      cell,
    });
    return html`
      <details class="results" data-part="results">
        <summary>${locale.ui.results}</summary>
        ${dataTable(
          locale.ui.results,
          [
            column("name", ({ name }) => name),
            column("index", ({ index }) =>
              index === null ? locale.ui.notAvailable : format.times(index),
            ),
            column("costPerUnit", (row) => this.#cost(result, row)),
            column(
              "performance",
              (row) =>
                html`${format.number(row.performance)} ${result.unit}${row.sparsity !== null && result.mixed ? html` <small>${text.sparsity[row.sparsity] ?? row.sparsity}</small>` : nothing}
                ${this.#badge(row.performanceStatus)}`,
            ),
            column(
              "price",
              (row) =>
                html`${money(row.price)} ${row.price === null ? nothing : this.#badge(row.priceStatus)}`,
            ),
            column("priceToMatch", ({ priceToMatch }) => money(priceToMatch)),
          ],
          this.#sorted(result),
        )}
        ${this.#warnings(result)}
      </details>
    `;
  }

  /** What to know before trusting a figure, in the catalogue's words. */
  #warnings(result: PricePerformanceResult): TemplateResult {
    const told = this.#sorted(result).flatMap(({ name, warning, performanceDetail }) =>
      [performanceDetail, warning].filter((text) => text !== null).map((text) => ({ name, text })),
    );
    return html`<ul class="warnings" lang="en" data-part="warnings">
      ${told.map(({ name, text }) => html`<li>${name}: ${text}</li>`)}
    </ul>`;
  }

  #badge(status: string | null): TemplateResult {
    const name = status ?? "own";
    return html`<span class="badge ${name}">${this.#text.statuses[name] ?? name}</span>`;
  }

  override citations(result: PricePerformanceResult): Citation[] {
    const { parameters } = this.format.locale;
    const energy = citations(this);
    const figures = result.rows.flatMap((row) => [
      ...(result.basis === "power" || row.price === null
        ? []
        : [{ source: row.priceSource ?? undefined, label: parameters.price ?? "", of: row.name }]),
      {
        source: row.performanceSource ?? undefined,
        label: parameters.performance ?? "",
        of: row.name,
      },
    ]);
    return [...figures, ...energy];
  }
}

/** The id of a chip in a list that may hold anything. */
function chipId(chip: unknown): string | undefined {
  const id = typeof chip === "object" && chip !== null && "id" in chip ? chip.id : chip;
  return typeof id === "string" ? id : undefined;
}

/** The name of the field of a chip's price; an id of the page's own may hold anything. */
function priceField(id: string): string {
  return `price-${id.replace(/[^\w-]/g, "_")}`;
}

/** A chip's price as a field. */
const PRICE = row("chips", "price");

/** The chip the others are compared with, as a choice. */
const BASELINE: ParameterInfo = { ...PRICE, name: "baseline", kind: "choice", unit: "" };

function row(list: string, name: string): ParameterInfo {
  const rows = pricePerformance.lists.find((known) => known.name === list);
  return rows?.parameters.find((known) => known.name === name) as ParameterInfo;
}
