import { presets } from "virtual:catalogue";
import { html, nothing, type TemplateResult } from "lit";
import { core } from "#instance";
import { barsPicture } from "../charts/bars.js";
import type { Chart } from "../charts/chart.js";
import { FONT } from "../charts/figure.js";
import { originOf } from "../citation.js";
import { type Control, ofParameter } from "../controls/control.js";
import type { Deciding, Sides } from "../controls/host.js";
import { type DisplayCurrency, Format } from "../formats/format.js";
import type { OutputInfo, ParameterInfo } from "../generated/metadata.js";
import { type Language, languageOf, type OwnLabels } from "../i18n.js";
import { readWords } from "../locales/page.js";
import { wordsVersion } from "../locales/registry.js";
import type { Shared, Verdict } from "../locales/types.js";
import { type Asked, type Response, responses } from "../state/curves.js";
import type { Problem } from "../state/store.js";
import type { Block } from "../views/block.js";
import { views } from "../views/index.js";
import type { Origin, Render, ViewHost } from "../views/view.js";
import { Announcer } from "./announcer.js";
import { Calculation } from "./calculation.js";
import { currencyOf } from "./currency.js";
import { explanation } from "./explanation.js";
import { DEFAULTS, FiguresElement } from "./figures-element.js";
import { type FrameView, frame } from "./frame.js";
import type { FrameHost } from "./frame-host.js";
import { Front } from "./front.js";
import { KeptFocus } from "./kept-focus.js";
import { type Layout, layoutOf } from "./layout.js";
import { Measure } from "./measure.js";
import { groundOf, Surroundings } from "./surroundings.js";
import { viewHost } from "./view-host.js";

/** When a page that does not tell is taken for idle, ms. */
const IDLE = 1000;

/** WebKit does not tell. */
const whenIdle: (run: () => void) => unknown =
  globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, IDLE));

/** The room of a chart that is drawn before it is measured, px. */
const UNMEASURED = { width: 480, height: 240 };

/** The words of a calculator: a module of `locales/calculators/`. */
export interface CalculatorWords {
  words(language: Language): OwnLabels & { readonly sides?: Sides };
  title(context: Context): string;
  verdict(context: Context): Verdict;
  warning?(context: Context): string | undefined;
  /** The verdict where figures are ranges, and so is the output that decides. */
  between?(format: Format, low: number, high: number, years: string): Verdict;
}

interface Context {
  readonly format: Format;
  // biome-ignore lint/suspicious/noExplicitAny: each module knows the shape of its own result
  readonly result: any;
  readonly changed: boolean;
  readonly chip?: string | undefined;
}

/**
 * A calculator beside an article: question, answer, chart, the controls that decide, and behind them
 * everything else.
 *
 * A subclass says what its answer and its chart are. The light DOM children are the answer of a page
 * without scripts: they show until there is one, and again where anything fails.
 */
export abstract class CalculatorElement<Input extends object, Result extends { input: object }>
  extends FiguresElement<Input>
  implements FrameHost
{
  /** Its words. */
  static readonly words: CalculatorWords;

  /** Its chart, whose handle may control a parameter. */
  static readonly chart: Chart;

  /** The output that decides, where the table does not name one. */
  static readonly output: string | undefined;

  /** The output by which parameters are ranked, where the deciding one grows with mere size. */
  static readonly ranking: string | undefined;

  format: Format;
  readonly seen: ViewHost & { readonly height: number } = viewHost(this);
  deciding: Deciding | undefined;
  focused: string | undefined;
  composing: string | undefined;
  explained: string | undefined;
  view: string | undefined;
  isOpen = false;

  readonly measure: Measure;
  readonly curves = new Front(this);
  readonly #calculation = new Calculation<Input, Result>(this);
  readonly #announcer = new Announcer(() => this.renderRoot.querySelector(".live"));
  #verdict: Verdict | undefined;
  /** What draws the views that have been opened. */
  readonly #drawing = new Map<string, Render>();
  #ground: "light" | "dark" | undefined;
  #said = "";
  #isPrepared = false;
  #wordsVersion = wordsVersion();

  constructor() {
    super();
    this.format = new Format("en", this.#words.words("en"));
    this.measure = new Measure(this);
    new Surroundings(this, () => this.#onSurroundings());
    new KeptFocus(this);
  }

  /** Calls the calculator; may throw its error. */
  abstract calculate(input: Input): Result;

  /** What the calculator makes of an input; nothing where it refuses it, which it will say again. */
  protected attempt(input: Record<string, unknown>): Result | undefined {
    try {
      return this.calculate(input as Input);
    } catch {
      return undefined;
    }
  }

  protected context(result: Result): Context {
    return { format: this.format, result, changed: this.store.edited, chip: this.#chip };
  }

  /** The chip that the figures are of: it stands before the comma, as in "H100 SXM, itemized". */
  get #chip(): string | undefined {
    const { preset } = this.store;
    const title = Object.hasOwn(presets, preset) ? presets[preset]?.title : undefined;
    return /^(.+?)[,，]/.exec(title?.[this.format.language] ?? title?.en ?? "")?.[1];
  }

  get words(): Shared["frame"] {
    return this.format.words.frame;
  }

  get labels(): OwnLabels {
    return this.#words.words(this.format.language);
  }

  get #words(): CalculatorWords {
    return (this.constructor as typeof CalculatorElement).words;
  }

  /** The question, unless the publisher asks it otherwise. */
  question(result: Result): string {
    return this.#words.title(this.context(result));
  }

  /** Of the result on show, put into words once a drawing: several parts of a widget tell it. */
  verdict(result: Result): Verdict {
    if (result !== this.result) return this.#tell(result);
    this.#verdict ??= this.#tell(result);
    return this.#verdict;
  }

  #tell(result: Result): Verdict {
    const { between } = this.#words;
    const { ends } = this.#calculation;
    const { years = 0 } = result.input as { readonly years?: number };
    if (between === undefined || ends === undefined) {
      return this.#words.verdict(this.context(result));
    }
    const span = this.format.yearsWithin(this.store.ranges.get("years") ?? [years, years]);
    const verdict = between(this.format, ...ends, span);
    return { ...verdict, more: this.format.words.views.rangeAnswer };
  }

  chart(_result: Result): TemplateResult {
    return (this.constructor as typeof CalculatorElement).chart.render(this.seen);
  }

  /** The chart as one drawing, where on the page it is a list. */
  get bars(): TemplateResult | undefined {
    const { bars } = (this.constructor as typeof CalculatorElement).chart;
    const { width, em } = this.chartSize;
    return bars && barsPicture(bars(this.seen), width, FONT * em);
  }

  views(_result: Result): readonly FrameView[] {
    return views
      .filter((view) => view.available(this.seen))
      .map((view) => {
        const render = this.#drawing.get(view.id);
        const { id } = view;
        return { id, title: view.title(this.seen), render: render && (() => render(this.seen)) };
      });
  }

  /** Fetches what draws a view; where it cannot be had the view stays closed. */
  async #load(id: string, isAsked = true): Promise<void> {
    const view = views.find((view) => view.id === id);
    if (view === undefined || this.#drawing.has(id)) return;
    try {
      this.#drawing.set(id, await view.load());
    } catch (error) {
      // Who opens it is told.
      if (!isAsked) return;
      console.error(`chip-calculators: <${this.localName}> cannot open "${id}".`, error);
      if (this.view === id) this.view = undefined;
    }
    if (this.view === id || this.isPrinting) this.requestUpdate();
  }

  /** What draws the table: a printer does not wait for it. */
  protected override prepare(): void {
    void this.#load("table", false);
  }

  /** A result in the table view: every digit that counts. */
  exact(output: OutputInfo, value: number): string {
    return this.format.exact(output, value);
  }

  /** A result as part of a text. */
  quantity(output: OutputInfo, value: number): string {
    return this.format.quantity(output, value);
  }

  /** The results that matter, of a calculator without outputs: name and value of each. */
  main(_result: Result): readonly (readonly [name: string, value: string])[] {
    return [];
  }

  /** What the table view lists beside the outputs. */
  lists(_result: Result): readonly Block[] {
    return [];
  }

  /** The controls in front. */
  frontControls(): readonly Control[] {
    return this.curves.parameters.map((info) => ofParameter(this, info, true));
  }

  /** How the deciding output responds to some parameters, of the input as the calculator took it. */
  respond(
    asked: readonly Asked[],
    input: Readonly<Record<string, unknown>>,
  ): ReadonlyMap<string, Response> {
    const { deciding: decides } = this;
    if (decides === undefined) return new Map();
    const { output, sides } = decides;
    const names = asked.map(({ info }) => info.name);
    return responses(this.info, input, output.name, names, sides !== undefined);
  }

  resultText(value: number): string {
    return this.deciding === undefined ? "" : this.format.quantity(this.deciding.output, value);
  }

  /** How many fields `rows` has. */
  get rowCount(): number {
    return 0;
  }

  /** Fields above the groups of all assumptions. */
  rows(): TemplateResult | typeof nothing {
    return nothing;
  }

  relevant(_name: string): boolean {
    return true;
  }

  /** What the verdict does not say although it might change somebody's mind. */
  warning(): TemplateResult | typeof nothing {
    const { result } = this;
    const text = result && this.#words.warning?.(this.context(result));
    return text ? html`<p class="warning" data-part="warning">${text}</p>` : nothing;
  }

  get asked(): Readonly<Record<string, unknown>> {
    return this.#calculation.asked;
  }

  get problems(): readonly Problem[] {
    return this.#calculation.problems;
  }

  get result(): Result | undefined {
    return this.#calculation.result;
  }

  get used(): Readonly<Record<string, unknown>> {
    return (this.result?.input ?? {}) as Record<string, unknown>;
  }

  /** The verdict as one text. */
  get sentence(): string {
    return this.#said;
  }

  get titleText(): string {
    const { result } = this;
    return this.setting("heading") || (result === undefined ? "" : this.question(result));
  }

  /** The output by which parameters are ranked. */
  get ranking(): string | undefined {
    return (this.constructor as typeof CalculatorElement).ranking;
  }

  /** The parameter that the chart's own handle moves. */
  get handle(): string | undefined {
    return (this.constructor as typeof CalculatorElement).chart.handle?.(this.seen);
  }

  // The page

  override connectedCallback(): void {
    super.connectedCallback();
    readWords(this.ownerDocument);
    this.#onSurroundings();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer.stop();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    const counts = ["lang", "currency", "rate", "rate-date"].includes(name);
    if (counts && old !== value) this.#onSurroundings();
  }

  #onSurroundings(): void {
    const language = languageOf(this);
    const currency = this.#currency();
    const version = wordsVersion();
    const isSame =
      this.format.language === language &&
      this.#wordsVersion === version &&
      JSON.stringify(this.format.currency) === JSON.stringify(currency);
    if (!isSame || this.deciding === undefined) {
      this.#wordsVersion = version;
      this.#verdict = undefined;
      this.format = new Format(language, this.#words.words(language), currency);
      this.deciding = this.#deciding();
    }
    if (typeof document !== "undefined") this.#ground = groundOf(this);
    this.requestUpdate();
  }

  #currency(): DisplayCurrency | undefined {
    return currencyOf(
      this,
      this.setting("currency"),
      this.setting("rate"),
      this.setting("rateDate"),
    );
  }

  #deciding(): Deciding | undefined {
    const { output: name = this.info.decisiveOutput } = this
      .constructor as typeof CalculatorElement;
    const output = this.info.outputs.find((output) => output.name === name);
    return output && { output, sides: this.#words.words(this.format.language).sides };
  }

  // Drawing

  get arrangement(): Layout {
    return layoutOf(this.measure, this.setting("layout"));
  }

  get scheme(): "light" | "dark" | undefined {
    const theme = this.setting("theme");
    return theme === "light" || theme === "dark" ? theme : this.#ground;
  }

  get box(): Element | null {
    return this.renderRoot.querySelector(".widget");
  }

  get figure(): Element | null {
    return this.renderRoot.querySelector(".figure");
  }

  get fallbackBox(): Element {
    return this.renderRoot?.querySelector(".root") ?? this;
  }

  /** The room the chart has, px. */
  get chartSize(): { width: number; height: number; em: number } {
    const { figure, width, em } = this.measure;
    if (figure.width > 0) return { ...figure, em };
    const { width: fallback, height } = UNMEASURED;
    return { width: width > 0 ? Math.max(160, width - 2 * em) : fallback, height, em };
  }

  protected override render(): TemplateResult {
    const { result } = this;
    if (result === undefined) {
      // Room is kept for an answer that will come, not where the page's figures allow none.
      const waiting = !this.#calculation.hasRun;
      return html`<div class="root" ?data-waiting=${waiting}><slot></slot></div>`;
    }
    // Before it is drawn: views repeat it.
    if (this.problems.length === 0) {
      const { lead, rest } = this.verdict(result);
      this.#said = [lead, rest].filter((part) => part !== "").join(this.format.words.space);
    }
    return html`<div class="root" data-scheme=${this.scheme ?? nothing}>
      <div class="strut" aria-hidden="true"><i></i><i></i><i></i></div>
      <div class="box">${frame(this, result)}</div>
    </div>`;
  }

  // Computing

  protected override willUpdate(): void {
    const before = this.result;
    if (this.starts() && !this.#calculation.isCurrent) {
      if (typeof window !== "undefined") this.measure.first();
      try {
        this.#calculation.run();
      } catch (error) {
        this.#tellPage();
        throw error;
      }
      this.curves.respond();
    }
    // An answer from before is told as it was: what has been typed since is no part of it.
    if (!this.isStale || this.result !== before) this.#verdict = undefined;
  }

  protected override updated(): void {
    if (this.result !== undefined && this.problems.length === 0) this.#announcer.say(this.#said);
    this.#tellPage();
    if (this.result === undefined || this.#isPrepared) return;
    this.#isPrepared = true;
    whenIdle(() => this.prepare());
  }

  #tellPage(): void {
    const { told } = this.#calculation;
    this.#calculation.told = undefined;
    if (told !== undefined) this.fire(told.type, told.detail);
  }

  get lead(): string {
    return this.result === undefined ? "" : this.verdict(this.result).lead;
  }

  /** The side of the verdict, where it has two. */
  get side(): "positive" | "negative" | undefined {
    if (this.deciding?.sides === undefined || this.result === undefined) return undefined;
    const value = Reflect.get(this.result, this.deciding.output.name);
    return typeof value === "number" ? (value >= 0 ? "positive" : "negative") : undefined;
  }

  get isStale(): boolean {
    return this.problems.length > 0;
  }

  get isAsFollowed(): boolean {
    return this.link.isAsFollowed;
  }

  /** What to say of a link that could not be read. */
  get linkNote(): string | undefined {
    const { linkUnread, linkPartly } = this.words;
    const { unread } = this.link;
    return unread && (unread === "all" ? linkUnread : linkPartly);
  }

  // The reader

  onFocus(id: string): void {
    this.focused = id === "" ? undefined : id;
    this.requestUpdate();
  }

  onComposing(id: string | undefined): void {
    this.composing = id;
  }

  override rest(): void {
    super.rest();
    this.curves.respond();
  }

  announce(text: string): void {
    this.#announcer.announce(text);
  }

  onExplain(id: string): void {
    this.explained = this.explained === id ? undefined : id;
    this.requestUpdate();
  }

  onOpen(open: boolean): void {
    if (this.isOpen === open) return;
    this.isOpen = open;
    this.requestUpdate();
  }

  onView(id: string): void {
    this.view = this.view === id ? undefined : id;
    if (this.view !== undefined) void this.#load(id);
    this.requestUpdate();
  }

  /** Goes to the field of a problem, with all around it open. */
  onCorrect(problem: Problem): void {
    const { field } = this.place(problem);
    if (field === undefined) return;
    const find = () =>
      this.renderRoot.querySelector<HTMLElement>(
        `#${CSS.escape(field)}, #${CSS.escape(`all-${field}`)}`,
      );
    if (find() === null) this.isOpen = true;
    this.requestUpdate();
    void this.updateComplete.then(() => find()?.focus());
  }

  origin(info: ParameterInfo): Origin | undefined {
    const source = this.store.source(info, this.asked);
    return source === undefined ? undefined : originOf(source, this.store.status(info));
  }

  explain(info: ParameterInfo, id: string): TemplateResult {
    return explanation(this, info, id);
  }

  /** What a bad field is called, and the name of its input if it has one. */
  place({ path }: Problem): { label: string; field?: string } {
    const label = this.format.locale.parameters[path] ?? path;
    const known = path === "preset" || this.info.parameters.some(({ name }) => name === path);
    return known ? { label, field: path } : { label };
  }

  // Presets

  presetTitle(id: string): string {
    // The table's own figures have one name, wherever it stands.
    if (id === DEFAULTS) return this.format.locale.ui.defaults;
    const preset = Object.hasOwn(presets, id) ? presets[id] : undefined;
    return preset?.title[this.format.language] ?? preset?.title.en ?? id;
  }

  defaultsTitle(): string {
    return this.store.isGiven ? this.format.locale.ui.given : this.presetTitle(DEFAULTS);
  }

  /** The presets a reader can choose beside the first set, which has no second name. */
  presets(): readonly string[] {
    const { info, store } = this;
    if (store.isGiven) return info.presets;
    const first = (this.hasOwnSet && store.pagePreset) || DEFAULTS;
    return info.presets.filter((id) => id !== first);
  }

  /** How the preset's figures were chosen: those of a cluster, of which other calculators take few or none. */
  presetNote(): string | undefined {
    const id = this.store.preset;
    if (!this.info.parameters.some(({ name }) => name === "gpuPrice")) return undefined;
    return Object.hasOwn(presets, id) ? presets[id]?.note[this.format.language] : undefined;
  }

  /** The calculators and the analyses. */
  get functions(): ReturnType<typeof core> {
    return core();
  }
}
