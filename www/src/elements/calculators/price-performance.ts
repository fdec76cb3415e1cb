import { html, nothing, type TemplateResult } from "lit";
import type { PricePerformanceInput, PricePerformanceResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/price-performance.js";
import { cited, dated, originOf, sourceOf, statusOf } from "../../citation.js";
import { type Control, control } from "../../controls/control.js";
import type { ParameterInfo } from "../../generated/metadata.js";
import { pricePerformance } from "../../generated/price-performance.js";
import {
  amount,
  title,
  unitName,
  verdict,
  words,
} from "../../locales/calculators/price-performance.js";
import type { Problem } from "../../state/store.js";
import { type Block, plain, type Shown } from "../../views/block.js";
import type { Origin } from "../../views/view.js";
import { CalculatorElement } from "../calculator-element.js";

/** Parameters that count for one basis only. */
const ENERGY = ["years", "electricityPrice", "pue", "idlePowerFraction", "utilization"];

/** The set of the article's figures, and what it is made of. */
const ARTICLE = "article";
const BROUGHT = ["chips", "metric", "baseline"];

/** A chip as the widget lists it. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly price: number | null;
}

/** Chips against each other. */
export class PricePerformanceElement extends CalculatorElement<
  PricePerformanceInput,
  PricePerformanceResult
> {
  static override readonly info = pricePerformance;

  static override readonly words = { title, verdict, words };

  static override readonly hasRows = true;

  static override readonly chart = chart;

  override calculate(input: PricePerformanceInput): PricePerformanceResult {
    return core().pricePerformance(input);
  }

  get #text() {
    return words(this.format.language);
  }

  override rowInfo(name: string): ParameterInfo | undefined {
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

  override compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = super.compose();
    const { rows } = this.store.compose();
    if (this.store.chosen === ARTICLE) {
      // The set brings chips, prices and measure of its own.
      for (const name of BROUGHT) if (!this.store.isEdited(name)) delete input[name];
    }
    // A link brings prices before there is any result: the list is that of the page, not of one.
    const chips = rows.size > 0 ? (input.chips ?? this.#ids(input)) : undefined;
    if (Array.isArray(chips)) input.chips = priced(chips, rows);
    if (Array.isArray(input.chips) && this.store.isEdited("metric")) {
      input.chips = input.chips.map(measuredAnew);
    }
    return { input, problems };
  }

  /** The chips that the catalogue has for an input. */
  #ids(input: Record<string, unknown>): string[] | undefined {
    const result = this.attempt(input);
    return result && this.#shown(result).map(({ id }) => id);
  }

  /** Every chip of a result, with or without the figures it takes. */
  #shown(result = this.result): Listed[] {
    if (result === undefined) return [];
    return [...result.rows, ...result.missing.map((chip) => ({ ...chip, price: null }))];
  }

  /** The chips whose price counts. */
  #priceable(): Listed[] {
    const { result } = this;
    if (result === undefined || result.mixed) return [];
    return this.#shown().filter(
      ({ id }) => !result.missing.some((gap) => gap.id === id && gap.reason !== "noPrice"),
    );
  }

  override relevant(name: string): boolean {
    return !ENERGY.includes(name) || this.result?.basis === "priceAndEnergy";
  }

  override frontControls(): readonly Control[] {
    const { result } = this;
    const front = super.frontControls().map((control) => this.#asMeasured(control));
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

  /** The measure as it is: where a set mixes two, its menu says so too. */
  #asMeasured(control: Control): Control {
    const { result } = this;
    if (control.info.name !== "metric" || result?.mixed !== true) return control;
    const options = control.options?.map(
      ([id, name]) => [id, id === result.metric ? this.#text.mixedMetric : name] as const,
    );
    return options === undefined ? control : { ...control, options };
  }

  /** A price of the list is the catalogue's, unless the page or the reader has given another. */
  override origin(info: ParameterInfo): Origin | undefined {
    if (this.rowInfo(info.name) === undefined) return super.origin(info);
    const row = this.result?.rows.find(({ id }) => priceField(id) === info.name);
    const isReaders = this.store.compose().rows.has(info.name);
    if (row === undefined || isReaders || !row.priceSource) return undefined;
    return originOf(row.priceSource, row.priceStatus ?? undefined);
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

  override defaultsTitle(): string {
    return this.#gaveFigures ? this.format.locale.ui.given : this.#text.catalogue;
  }

  override presets(): readonly string[] {
    return this.info.presets;
  }

  /** Whether the page has given more than the names of chips. */
  get #gaveFigures(): boolean {
    const chips = this.store.property("chips");
    return Array.isArray(chips) && chips.some((chip) => typeof chip !== "string");
  }

  /** Whose the prices are: those that count, not everything that has changed. */
  protected override context(result: PricePerformanceResult) {
    const yours = this.store.compose().rows.size > 0;
    const given = result.rows.some(({ price, priceSource }) => price !== null && !priceSource);
    const prices = yours ? "yours" : given ? "page" : "catalogue";
    return { ...super.context(result), prices };
  }

  override main(result: PricePerformanceResult): readonly (readonly [string, string])[] {
    const { format } = this;
    const { bracketed } = format.locale.ui;
    const rows = [...result.rows].sort((one, other) => one.costPerUnit - other.costPerUnit);
    return rows.map((row) => {
      const cost = this.#text.costPer(amount(format, result, row), unitName(format, result));
      return [row.name, row.index === null ? cost : bracketed(cost, format.times(row.index))];
    });
  }

  override lists({ basis, missing, rows, unit }: PricePerformanceResult): readonly Block[] {
    const { format } = this;
    const { columns, formulas, missing: reasons, watts } = this.#text;
    const { sources: words } = format.words;
    const money = (value: number | null): Shown =>
      value === null ? plain("") : { text: format.moneyExact(value), data: value };
    const cost = (value: number): Shown =>
      basis === "power" ? { text: watts(format.number(value)), data: value } : money(value);
    const { status, source, date, figure } = words;
    const from = (label: string, shown: Shown, id: string | null, kind: string | null) => {
      const origin = id === null ? undefined : originOf(id, kind ?? undefined);
      const found = origin && sourceOf(origin.source);
      const told = found === undefined ? plain("") : cited(format, found);
      return [plain(label), shown, plain(statusOf(format, origin)), told, dated(format, found)];
    };
    const { labelled } = format.locale.ui;
    const performanceOf = ({ performance }: (typeof rows)[number]) => ({
      text: this.#text.measured(format.number(performance), unit),
      data: performance,
    });
    const chips: Block = {
      id: "chips",
      caption: this.#text.chart.table,
      columns: [
        columns.name,
        columns.price,
        format.locale.ui.bracketed(columns.performance, this.#text.measured("", unit).trim()),
        columns.costPerUnit,
        columns.index,
        columns.priceToMatch,
      ],
      rows: rows.map((row) => [
        plain(row.name),
        money(row.price),
        { text: format.number(row.performance), data: row.performance },
        cost(row.costPerUnit),
        row.index === null ? plain("") : { text: format.times(row.index), data: row.index },
        money(row.priceToMatch),
      ]),
    };
    const origins: Block = {
      id: "sources",
      caption: words.title,
      columns: [figure, format.words.views.value, status, source, date],
      rows: rows.flatMap((row) => [
        ...(row.price === null
          ? []
          : [
              from(
                labelled(row.name, columns.price),
                money(row.price),
                row.priceSource,
                row.priceStatus,
              ),
            ]),
        from(
          labelled(row.name, columns.performance),
          performanceOf(row),
          row.performanceSource,
          row.performanceStatus,
        ),
      ]),
    };
    const names = (wanted: string) =>
      missing.filter(({ reason }) => reason === wanted).map(({ name }) => name);
    const lacking = (["noFigure", "noPrice", "noPower"] as const)
      .filter((reason) => names(reason).length > 0)
      .map((reason) => [plain(reasons[reason](format.locale.ui.list(names(reason))))]);
    const formulaRows = (["costPerUnit", "index", "priceToMatch"] as const).map((name) => [
      plain(columns[name]),
      plain(formulas[name].words),
      plain(formulas[name].symbols),
    ]);
    const { formula, result, symbols } = format.words.views;
    return [
      chips,
      { id: "missing", caption: "", columns: [], rows: lacking },
      { id: "formulas", caption: formula, columns: [result, formula, symbols], rows: formulaRows },
      origins,
    ];
  }
}

/** The id of a chip in a list that may hold anything. */
/** A page's own performance is by the page's measure; by the reader's the catalogue's counts, if it has any. */
function measuredAnew(chip: unknown): unknown {
  const { performance: _, sparsity: __, ...rest } = Object(chip);
  try {
    core().pricePerformance({ chips: [rest.id] });
    return rest;
  } catch {
    return chip;
  }
}

function chipId(chip: unknown): string | undefined {
  const id = typeof chip === "object" && chip !== null && "id" in chip ? chip.id : chip;
  return typeof id === "string" ? id : undefined;
}

/** Chips with the reader's prices. */
function priced(chips: readonly unknown[], prices: ReadonlyMap<string, number>): unknown[] {
  return chips.map((chip) => {
    const price = prices.get(priceField(chipId(chip) ?? ""));
    if (price === undefined) return chip;
    return typeof chip === "string" ? { id: chip, price } : { ...(chip as object), price };
  });
}

/** The name of the field of a chip's price; an id of the page's own may hold anything. */
function priceField(id: string): string {
  return `price-${id.replace(/[^\w-]/g, "_")}`;
}

/** A chip's price as a field. */
const PRICE = pricePerformance.lists
  .flatMap(({ name, parameters }) => (name === "chips" ? parameters : []))
  .find(({ name }) => name === "price") as ParameterInfo;

/** The chip the others are compared with, as a choice. */
const BASELINE: ParameterInfo = { ...PRICE, name: "baseline", kind: "choice", unit: "" };
