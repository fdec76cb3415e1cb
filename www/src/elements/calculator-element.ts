import { presets } from "virtual:catalogue";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { CalculatorError } from "#core";
import { core, pending } from "#instance";
import { barsPicture } from "../charts/bars.js";
import type { Chart } from "../charts/chart.js";
import { FONT } from "../charts/figure.js";
import { originOf } from "../citation.js";
import { type Control, ofParameter } from "../controls/control.js";
import { rangeOf } from "../controls/curve.js";
import type { Deciding, Sides } from "../controls/host.js";
import { sliderScale, type Window, windowOf } from "../controls/scale.js";
import { type DisplayCurrency, Format } from "../formats/format.js";
import type { Amount } from "../formats/parse.js";
import type { CalculatorInfo, OutputInfo, ParameterInfo } from "../generated/metadata.js";
import { type Language, languageOf, type OwnLabels } from "../i18n.js";
import { readWords } from "../locales/page.js";
import { wordsVersion } from "../locales/registry.js";
import type { Shared, Verdict } from "../locales/types.js";
import { camel, kebab } from "../names.js";
import { type Asked, type Response, responses } from "../state/curves.js";
import { readLink, writeLink } from "../state/link.js";
import { PRESET_VALUES } from "../state/presets.js";
import type { Range } from "../state/range.js";
import { scopeOf } from "../state/scope.js";
import { deciding } from "../state/sensitivity.js";
import { type Problem, Store } from "../state/store.js";
import { suggestion } from "../suggest.js";
import type { ChipErrorDetail, ChipInputDetail, ChipResultDetail } from "../types.js";
import type { Block } from "../views/block.js";
import { views } from "../views/index.js";
import type { Origin, Render, ViewHost } from "../views/view.js";
import { Announcer } from "./announcer.js";
import { figureAdvice, placeAdvice, tellFaults } from "./attributes.js";
import { currencyOf } from "./currency.js";
import { dress } from "./dress.js";
import { explanation } from "./explanation.js";
import { type FrameHost, type FrameView, frame } from "./frame.js";
import { GivenFigures } from "./given.js";
import { KeptFocus } from "./kept-focus.js";
import { type Layout, layoutOf } from "./layout.js";
import { Measure } from "./measure.js";
import { Near } from "./near.js";
import { reflect, upgrade } from "./reflect.js";
import { isOutOfSight, LAG, unwatch, watch } from "./sight.js";
import { styles } from "./styles.js";
import { groundOf, Surroundings } from "./surroundings.js";
import { viewHost } from "./view-host.js";

/** Controls in front, at most. */
const FRONT = 3;

/** The preset that the tables' own figures are. */
const DEFAULTS = "article";

const NO_RESPONSE: Response = {
  values: new Float64Array(),
  results: new Float64Array(),
  flips: [],
};

/** So many ranges have 64 corners; of more, the middle alone is told. */
const MOST_RANGES = 6;

/** When a browser that does not tell is taken to be idle, ms. */
const AFTER = 1000;

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

/** What a publisher says about the drawing of a widget. */
const SWITCHES = [
  "theme",
  "layout",
  "fields",
  "heading",
  "headingLevel",
  "presetLabel",
  "currency",
  "rate",
  "rateDate",
] as const;

/**
 * A calculator beside an article: question, answer, chart, the controls that decide, and behind them
 * everything else.
 *
 * A subclass says what its answer and its chart are. The light DOM children are the answer of a page
 * without scripts: they show until there is one, and again where anything fails.
 */
export abstract class CalculatorElement<Input extends object, Result extends { input: object }>
  extends LitElement
  implements FrameHost
{
  /** The calculator's table. */
  static readonly info: CalculatorInfo;

  /** Its words. */
  static readonly words: CalculatorWords;

  /** Its chart, whose handle may control a parameter. */
  static readonly chart: Chart;

  /** Whether a reader changes numbers of a list's rows, which are no parameters of the table. */
  static readonly hasRows: boolean = false;

  /** The output that decides, where the table does not name one. */
  static readonly output: string | undefined;

  /** The output by which parameters are ranked, where the deciding one grows with mere size. */
  static readonly ranking: string | undefined;

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class this is called on
    const inherited = super.observedAttributes;
    // biome-ignore lint/complexity/noThisInStatic: each subclass has its own table
    const names = attributeNames(this).map(kebab);
    // Written in camelCase in HTML, an attribute arrives in lower case.
    const joined = names.map((name) => name.replaceAll("-", ""));
    return [...new Set([...inherited, ...names, ...joined, ...SWITCHES.map(kebab), "lang"])];
  }

  protected static override finalize(): void {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class this is called on
    super.finalize();
    // biome-ignore lint/complexity/noThisInStatic: each subclass has its own table
    giveProperties(this);
  }

  readonly info: CalculatorInfo;
  store: Store;
  asked: Readonly<Record<string, unknown>> = {};
  problems: readonly Problem[] = [];
  format: Format;
  readonly seen: ViewHost & { readonly height: number } = viewHost(this);
  /** The address of a state, where it is not that of the page: `frame.html` is told its own. */
  declare addressOf?: (input: Input) => string;
  deciding: Deciding | undefined;
  focused: string | undefined;
  composing: string | undefined;
  held: string | undefined;
  explained: string | undefined;
  range: Range = [0, 0];
  view: string | undefined;
  isOpen = false;

  readonly measure: Measure;
  readonly #near = new Near(this);
  #lagging: ReturnType<typeof setTimeout> | undefined;
  /** While one frame has been drawn and the next not begun. */
  #nextFrame: Promise<void> | undefined;
  readonly #announcer = new Announcer(() => this.renderRoot.querySelector(".live"));
  #result: Result | undefined;
  #verdict: Verdict | undefined;
  #computed = -1;
  #failed = false;
  #started = false;
  /** Whether a server's rendering stands in the shadow root. */
  #rendered = false;
  #event: { type: "chip-result" | "chip-error"; detail: object } | undefined;
  #front: readonly string[] | undefined;
  /** The output that decides at the ends of the reader's ranges. */
  #ends: readonly [low: number, high: number] | undefined;
  /** What draws the views that have been opened. */
  readonly #drawing = new Map<string, Render>();
  #fetchesTable = false;
  #windows = new Map<string, Window>();
  #responses: ReadonlyMap<string, Response> = new Map();
  #printing = false;
  #ground: "light" | "dark" | undefined;
  #said = "";
  #wordsVersion = wordsVersion();
  readonly #given = new GivenFigures(this);
  #hasFollowed = false;
  /** How much of the link that was followed is no good, until the reader changes a figure. */
  #unread: "all" | "part" | undefined;
  /** Whether the publisher has been told what is wrong with the tag as it is. */
  #isChecked = true;
  /** That of this element alone, for where no scope is around it. */
  readonly #own: Store;
  #leaveScope = () => {};

  constructor() {
    super();
    const { info, words } = this.constructor as typeof CalculatorElement;
    this.info = info;
    this.format = new Format("en", words.words("en"));
    this.#own = new Store(info, PRESET_VALUES, (name) => this.rowInfo(name));
    this.#own.subscribe(() => this.requestUpdate());
    this.store = this.#own;
    this.measure = new Measure(this);
    new Surroundings(this, () => this.#onSurroundings());
    new KeptFocus(this);
  }

  /** Calls the calculator; may throw its error. */
  protected abstract calculate(input: Input): Result;

  protected context(result: Result): Context {
    return { format: this.format, result, changed: this.store.edited, chip: this.#chip };
  }

  /** The chip that the figures are of: it stands before the comma, as in "H100 SXM, itemized". */
  get #chip(): string | undefined {
    const { preset } = this.store;
    const title = Object.hasOwn(presets, preset) ? presets[preset]?.title : undefined;
    return /^(.+?)[,，]/.exec(title?.[this.format.language] ?? "")?.[1];
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
    if (result !== this.#result) return this.#tell(result);
    this.#verdict ??= this.#tell(result);
    return this.#verdict;
  }

  #tell(result: Result): Verdict {
    const { between } = this.#words;
    const { years = 0 } = result.input as { readonly years?: number };
    if (between === undefined || this.#ends === undefined) {
      return this.#words.verdict(this.context(result));
    }
    const span = this.format.yearsWithin(this.store.ranges.get("years") ?? [years, years]);
    const verdict = between(this.format, ...this.#ends, span);
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
  async #load(id: string): Promise<void> {
    const view = views.find((view) => view.id === id);
    if (view === undefined || this.#drawing.has(id)) return;
    try {
      this.#drawing.set(id, await view.load());
    } catch (error) {
      console.error(`chip-calculators: <${this.localName}> cannot open "${id}".`, error);
      if (this.view === id) this.view = undefined;
    }
    this.requestUpdate();
  }

  get isReadyToPrint(): boolean {
    return this.#drawing.has("table");
  }

  /** Paper has the table, and waits for no file: it is fetched when all else is done. */
  #readyToPrint(): void {
    if (this.#fetchesTable) return;
    this.#fetchesTable = true;
    const table = views.find(({ id }) => id === "table");
    const fetch = async () => {
      // Without it, what opens the view tells what is wrong.
      const render = await table?.load().catch(() => undefined);
      if (render !== undefined) this.#drawing.set("table", render);
    };
    if (typeof requestIdleCallback === "undefined") setTimeout(fetch, AFTER);
    else requestIdleCallback(fetch);
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

  /** The parameter of a field that is none of the table: a number in a list's row. */
  protected rowInfo(_name: string): ParameterInfo | undefined {
    return undefined;
  }

  /** The controls in front. */
  frontControls(): readonly Control[] {
    return this.front.map((info) => ofParameter(this, info, true));
  }

  /** How the deciding output responds to some parameters, of the input as the calculator took it. */
  protected respond(
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
    const result = this.#result;
    const text = result && this.#words.warning?.(this.context(result));
    return text ? html`<p class="warning" data-part="warning">${text}</p>` : nothing;
  }

  /** The figures given so far: by attributes, by this property, by the reader. */
  get input(): Input {
    return this.compose().input as Input;
  }

  set input(input: Input) {
    if (typeof input !== "object" || input === null) throw new TypeError("input must be an object");
    this.store.setProperty(input);
  }

  get result(): Result | undefined {
    return this.#result;
  }

  get used(): Readonly<Record<string, unknown>> {
    return (this.#result?.input ?? {}) as Record<string, unknown>;
  }

  /** The verdict as one text. */
  get sentence(): string {
    return this.#said;
  }

  get titleText(): string {
    const result = this.#result;
    return this.setting("heading") || (result === undefined ? "" : this.question(result));
  }

  reset(): void {
    this.store.reset();
  }

  /** Shows an input as if the reader had made it: one step, which can be undone. */
  adopt(input: object): void {
    this.store.adopt(input);
    this.#edited();
  }

  // Life

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
    this.#given.connect();
    readWords(this.ownerDocument);
    const names = attributeNames(this.constructor as typeof CalculatorElement);
    upgrade(this, [...names, ...SWITCHES, "input"]);
    this.#onSurroundings();
    this.#isChecked = false;
    this.#follow();
    watch(this);
    void pending()?.then(() => this.requestUpdate());
    this.ownerDocument.defaultView?.addEventListener("beforeprint", this.#onPrint);
    this.ownerDocument.defaultView?.addEventListener("afterprint", this.#onPrint);
  }

  /** In a scope, the figures are those of its store; what the tag says of them goes before the scope's. */
  #join(): void {
    const { info } = this;
    const { hasRows } = this.constructor as typeof CalculatorElement;
    // A store that others share has no rows of this element's own.
    const shared = hasRows ? undefined : scopeOf(this)?.store(info);
    const before = this.store;
    this.store = shared ?? this.#own;
    if (shared !== undefined) this.#leaveScope = shared.subscribe(this.#onShared);
    if (this.store === before) return;
    for (const { name, value } of this.attributes) {
      shared?.setAttribute(this.#attribute(name), value);
    }
    this.#computed = -1;
    this.requestUpdate();
  }

  /** Something of the scope has changed, in a sentence or in another widget. */
  readonly #onShared = (): void => {
    clearTimeout(this.#lagging);
    if (isOutOfSight(this)) this.#lagging = setTimeout(() => this.requestUpdate(), LAG);
    else this.requestUpdate();
  };

  /** Which of its kind on the page it is. */
  get #place(): number {
    return Math.max(0, [...this.ownerDocument.getElementsByTagName(this.localName)].indexOf(this));
  }

  /** The address that opens the page with the widget in its present state. */
  get address(): string {
    if (this.addressOf !== undefined) return this.addressOf(this.input);
    const { location } = this.ownerDocument.defaultView ?? globalThis;
    if (location === undefined) return "";
    const page = location.href.replace(/#.*$/, "");
    return `${page}#${writeLink(this.info, this.store.linked, this.#place)}`;
  }

  /** Where the page's address holds a state of this widget, shows it. */
  #follow(): void {
    const { location } = this.ownerDocument.defaultView ?? globalThis;
    if (this.#hasFollowed || !location?.hash) return;
    this.#hasFollowed = true;
    const linked = readLink(this.info, this.#place, location.hash, (name) => this.rowInfo(name));
    if (linked === undefined) return;
    this.store.follow(linked);
    this.#unread = linked.unread;
    void this.updateComplete.then(() => this.scrollIntoView());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#given.disconnect();
    this.#announcer.stop();
    this.#leaveScope();
    this.#leaveScope = () => {};
    clearTimeout(this.#lagging);
    unwatch(this);
    this.ownerDocument.defaultView?.removeEventListener("beforeprint", this.#onPrint);
    this.ownerDocument.defaultView?.removeEventListener("afterprint", this.#onPrint);
  }

  adoptedCallback(): void {
    if (this.shadowRoot !== null) dress(this.shadowRoot, styles.cssText);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot;
    this.#rendered = root !== null;
    const own = root ?? this.attachShadow({ mode: "open" });
    dress(own, styles.cssText);
    return own;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    this.#isChecked = false;
    if (["lang", "currency", "rate", "rate-date"].includes(name)) this.#onSurroundings();
    else {
      const stores = new Set([this.#own, this.store]);
      for (const store of stores) store.setAttribute(this.#attribute(name), value);
    }
    this.requestUpdate();
  }

  /** `cloudrate`, as HTML makes of `cloudRate`, is `cloud-rate`. */
  #attribute(name: string): string {
    const { parameters, texts } = this.info;
    const meant = [...parameters, ...texts].find((known) => known.name.toLowerCase() === name);
    return meant === undefined ? name : kebab(meant.name);
  }

  /** What the page says in an attribute about the drawing. */
  setting(name: string): string {
    return this.getAttribute(kebab(name)) ?? "";
  }

  readonly #onPrint = (event: Event): void => {
    this.#printing = event.type === "beforeprint";
    if (!this.#started || this.#failed) return;
    // The page is laid out for the printer as soon as this returns.
    this.requestUpdate();
    this.performUpdate();
  };

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

  get isPrinting(): boolean {
    return this.#printing;
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

  measured(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** The room the chart has, px. */
  get chartSize(): { width: number; height: number; em: number } {
    const { figure, width, em } = this.measure;
    if (figure.width > 0) return { ...figure, em };
    const { width: fallback, height } = UNMEASURED;
    return { width: width > 0 ? Math.max(160, width - 2 * em) : fallback, height, em };
  }

  /** Whether there is anything to show but what the page itself has put here. */
  protected override shouldUpdate(): boolean {
    return this.#starts() || !this.#rendered;
  }

  #starts(): boolean {
    this.#started ||= this.#near.value && pending() === undefined && this.#given.isComplete;
    return this.#started;
  }

  /** Of a hand's movements the first of a frame is drawn at once, all others with the next frame. */
  protected override async scheduleUpdate(): Promise<void> {
    const moves = this.held !== undefined && !document.hidden;
    if (moves) await this.#nextFrame;
    // What was drawn in between, because the room has changed, is drawn.
    if (!this.isUpdatePending) return;
    super.scheduleUpdate();
    if (!moves) return;
    this.#nextFrame = new Promise((resolve) => {
      requestAnimationFrame(() => {
        this.#nextFrame = undefined;
        resolve();
      });
    });
  }

  /** Whatever throws, in calculating or in drawing, leaves the page's own answer. */
  protected override performUpdate(): void {
    if (!this.#isChecked) tellFaults(this, this.constructor as typeof CalculatorElement);
    this.#isChecked = true;
    if (this.#failed) return;
    try {
      super.performUpdate();
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #giveUp(error: unknown): void {
    this.#failed = true;
    this.toggleAttribute("data-fallback", true);
    console.error(`chip-calculators: <${this.localName}> shows what the page says instead.`, error);
    const root = this.shadowRoot ?? this.renderRoot;
    while (root.firstChild) root.firstChild.remove();
    root.append(this.ownerDocument.createElement("slot"));
  }

  protected override update(changed: PropertyValues): void {
    if (this.#rendered) {
      // In one task with what takes its place, so that no reader sees the change.
      this.#rendered = false;
      while (this.renderRoot.firstChild) this.renderRoot.firstChild.remove();
      dress(this.renderRoot as ShadowRoot, styles.cssText);
      this.renderOptions.renderBefore = null;
    }
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const result = this.#result;
    if (!this.#started || result === undefined) {
      // Room is kept for an answer that will come, not where the page's figures allow none.
      const waiting = this.#computed < 0;
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

  /** What is sent to the calculator; a subclass may add to it. */
  protected compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = this.store.compose();
    return { input: { ...input }, problems };
  }

  protected override willUpdate(): void {
    const before = this.#result;
    this.#compute();
    // An answer from before is told as it was: what has been typed since is no part of it.
    if (!this.isStale || this.#result !== before) this.#verdict = undefined;
  }

  #compute(): void {
    if (this.#failed || !this.#starts() || this.#computed === this.store.version) return;
    if (typeof window !== "undefined") this.measure.first();
    this.#computed = this.store.version;
    const { input, problems } = this.compose();
    this.asked = input;
    this.problems = problems;
    try {
      const result = this.calculate(input as Input);
      if (!this.store.compose().isPartial) this.#result = result;
      if (problems.length > 0) throw badInput(problems);
      this.#event = { type: "chip-result", detail: { input, result } satisfies ChipResultDetail };
    } catch (thrown) {
      this.#fail(input, problems, thrown);
    }
    this.#ends = this.#endsOf(input as Input);
    this.#respond();
  }

  /** The least and the greatest of the deciding output where every range is at one of its ends. */
  #endsOf(input: Input): readonly [low: number, high: number] | undefined {
    const { ranges } = this.store;
    const name = this.deciding?.output.name;
    if (ranges.size === 0 || ranges.size > MOST_RANGES || name === undefined) return undefined;
    let corners: Input[] = [input];
    for (const [parameter, ends] of ranges) {
      corners = corners.flatMap((corner) => ends.map((end) => ({ ...corner, [parameter]: end })));
    }
    try {
      const found = corners.map((corner) => Reflect.get(this.calculate(corner), name));
      const isComplete = found.every((value) => typeof value === "number");
      return isComplete ? [Math.min(...found), Math.max(...found)] : undefined;
    } catch (error) {
      if (isBadInput(error)) return undefined;
      throw error;
    }
  }

  #fail(input: object, problems: readonly Problem[], thrown: unknown): void {
    if (!isBadInput(thrown)) {
      const detail = { input, error: thrown as Error } satisfies ChipErrorDetail;
      this.#fire("chip-error", detail);
      throw thrown;
    }
    let error = thrown as Error;
    if (thrown.fields !== problems) {
      this.problems = [...problems, ...thrown.fields];
      if (problems.length > 0) error = badInput(this.problems);
    }
    if (this.#result === undefined) {
      const bad = this.problems.map((problem) => this.#told(problem)).filter((text) => text !== "");
      const what = `<${this.localName}> keeps what the page says: ${bad.join("; ")}`;
      if (bad.length > 0) console.error(`chip-calculators: ${what}`);
    }
    this.#event = { type: "chip-error", detail: { input, error } satisfies ChipErrorDetail };
  }

  /** A problem of the page's figures for the console; nothing where the tag's was told already. */
  #told({ path, code, value, nearest }: Problem): string {
    const attribute = kebab(path);
    const text = this.getAttribute(attribute);
    const given = this.store.property(path) === undefined ? text : null;
    if (given !== null && figureAdvice(this.info, attribute, given) !== undefined) return "";
    // Of an object the calculator says only that it is one.
    const shown = typeof this.store.property(path) === "object" ? undefined : (given ?? value);
    const what = shown === undefined ? path : `${path} = ${JSON.stringify(shown)}`;
    const advice = placeAdvice(this.info, path, value);
    if (advice !== undefined) return `${what}, ${advice}`;
    const names = attributeNames(this.constructor as typeof CalculatorElement);
    const meant = nearest?.[0] === undefined ? "" : `; did you mean ${nearest[0]}?`;
    return `${what} (${code}${code === "unknownField" ? suggestion(path, names) : meant})`;
  }

  /** The names of the parameters in front: chosen once, then fixed for as long as the page lives. */
  get front(): readonly ParameterInfo[] {
    this.#front ??= this.#chooseFront();
    const asked = this.setting("fields")
      .split(/[\s,]+/)
      .map(camel)
      .filter((name) => this.info.parameters.some((info) => info.name === name));
    const names = asked.length > 0 ? asked : this.#front.filter((name) => !this.#isLeftOut(name));
    const count = this.arrangement === "compact" ? 1 : FRONT;
    return names
      .map((name) => this.info.parameters.find((info) => info.name === name))
      .filter((info) => info !== undefined)
      .filter(({ name }) => this.relevant(name))
      .slice(0, count);
  }

  /** Whether the set puts at 0 what others have, as the flat rule for costs that it itemizes. */
  #isLeftOut(name: string): boolean {
    const info = this.info.parameters.find((info) => info.name === name);
    const { presetValues } = this.store;
    return presetValues[name]?.[0] === 0 && info !== undefined && this.store.original(info) === 0;
  }

  #chooseFront(): string[] {
    const { chart, ranking } = this.constructor as typeof CalculatorElement;
    const handle = chart.handle?.(this.seen);
    const basics = this.info.parameters.filter(({ basic, name }) => basic && name !== handle);
    const { deciding: decides } = this;
    if (decides === undefined) return basics.map(({ name }) => name);
    return deciding(this.info, ranking ?? decides.output.name, this.asked, handle);
  }

  /** The curves behind the sliders that can be seen, in one call. */
  #respond(): void {
    const { deciding: decides } = this;
    if (this.#result === undefined || decides === undefined) return;
    const all: Record<string, unknown> = {};
    const taken = this.#result.input as Record<string, unknown>;
    for (const { name } of this.info.parameters) {
      if (taken[name] !== null && taken[name] !== undefined) all[name] = taken[name];
    }
    const asked: Asked[] = [];
    for (const { info, value } of this.frontControls()) {
      if (info.kind !== "choice" && typeof value === "number") {
        asked.push({ info, window: this.window(info, value) });
      }
    }
    // Under a hand a curve stays: nothing but its own parameter changes.
    const held = this.held === undefined ? undefined : this.#responses.get(this.held);
    const others = asked.filter(({ info }) => held === undefined || info.name !== this.held);
    const responses = new Map(this.respond(others, all));
    if (held !== undefined && this.held !== undefined) responses.set(this.held, held);
    this.#responses = responses;
    const curves = asked.map(({ info, window }) => {
      const { values, results, flips } = this.#responses.get(info.name) ?? NO_RESPONSE;
      const scale = sliderScale(info, window);
      return { at: values.map((value) => scale.toPosition(value) / scale.max), results, flips };
    });
    // The scale stays as it is under a hand, so that only what the hand moves moves.
    if (this.held === undefined) {
      const present = (this.#result as Record<string, unknown>)[decides.output.name];
      this.range = rangeOf(curves, typeof present === "number" ? present : 0);
    }
  }

  response(name: string): Response | undefined {
    return this.#responses.get(name);
  }

  window(info: ParameterInfo, value: number): Window {
    // A slider's ends stay where they are while it is dragged.
    const kept = this.held === info.name ? this.#windows.get(info.name) : undefined;
    const window = windowOf(kept === undefined ? info : { ...info, window: kept }, value);
    this.#windows.set(info.name, window);
    return window;
  }

  protected override updated(): void {
    if (this.#result !== undefined) this.#readyToPrint();
    if (this.#result !== undefined && this.problems.length === 0) this.#announcer.say(this.#said);
    const event = this.#event;
    this.#event = undefined;
    if (event !== undefined) this.#fire(event.type, event.detail);
  }

  get lead(): string {
    return this.#result === undefined ? "" : this.verdict(this.#result).lead;
  }

  /** The side of the verdict, where it has two. */
  get side(): "positive" | "negative" | undefined {
    if (this.deciding?.sides === undefined || this.#result === undefined) return undefined;
    const value = (this.#result as Record<string, unknown>)[this.deciding.output.name];
    return typeof value === "number" ? (value >= 0 ? "positive" : "negative") : undefined;
  }

  get isStale(): boolean {
    return this.problems.length > 0;
  }

  /** What to say of a link that could not be read. */
  get linkNote(): string | undefined {
    const { linkUnread, linkPartly } = this.words;
    return this.#unread && (this.#unread === "all" ? linkUnread : linkPartly);
  }

  #fire<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  // The reader

  /** The reader changed something. */
  #edited(): void {
    this.#unread = undefined;
    this.#fire<ChipInputDetail>("chip-input", { input: this.input });
  }

  onFocus(id: string): void {
    this.focused = id === "" ? undefined : id;
    this.requestUpdate();
  }

  onComposing(id: string | undefined): void {
    this.composing = id;
  }

  onType(name: string, text: string): void {
    this.store.type(name, text, this.format);
    this.#edited();
  }

  onLeave(name: string): void {
    this.store.settle(name);
  }

  onCancel(name: string): void {
    this.store.cancel(name);
    this.#edited();
  }

  onMeant(name: string, amount: Amount): void {
    if ("range" in amount) this.store.setRange(name, amount.range);
    else this.store.set(name, amount.value);
    this.store.rest();
    this.#edited();
  }

  onChoose(name: string, value: string): void {
    if (name === "preset") {
      const { pagePreset = "", isGiven } = this.store;
      // The page's own set is no choice: nothing is changed then.
      const isOwn =
        value === ""
          ? this.hasOwnSet || pagePreset === "" || pagePreset === DEFAULTS
          : value === pagePreset && !isGiven;
      this.store.choosePreset(isOwn ? undefined : value);
    } else {
      this.store.set(name, value);
      this.store.rest();
    }
    this.#edited();
  }

  onHold(name: string): void {
    this.held = name;
    this.requestUpdate();
  }

  set(name: string, value: number): void {
    this.store.set(name, value);
    this.#edited();
  }

  rest(): void {
    this.held = undefined;
    this.store.rest();
    this.#respond();
    this.requestUpdate();
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

  onUndo(): void {
    this.store.undo();
    this.#edited();
  }

  onRedo(): void {
    this.store.redo();
    this.#edited();
  }

  onReset(): void {
    this.reset();
    this.#edited();
  }

  onResetOne(name: string): void {
    this.store.resetOne(name);
    this.#edited();
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
    return preset?.title[this.format.language] ?? id;
  }

  defaultsTitle(): string {
    return this.store.isGiven ? this.format.locale.ui.given : this.presetTitle(DEFAULTS);
  }

  /** Whether the first set to choose is the page's: it gives figures, or has a name for those it starts with. */
  get hasOwnSet(): boolean {
    return this.store.isGiven || this.setting("presetLabel") !== "";
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

/** What is both an attribute and a property of a class, by the property's name. */
export function attributeNames({ info }: typeof CalculatorElement): string[] {
  if (info === undefined) return [];
  const lists = info.lists.filter(({ ids }) => ids);
  const names = [...info.parameters, ...info.texts, ...lists].map(({ name }) => name);
  return [...new Set([...names, "preset"])];
}

function giveProperties(element: typeof CalculatorElement): void {
  // Lit prepares the class that all extend as well, which has no calculator.
  if (element.info === undefined) return;
  const { parameters } = element.info;
  const numbers = parameters.filter(({ kind }) => kind !== "choice").map(({ name }) => name);
  reflect(element.prototype, [...attributeNames(element), ...SWITCHES], numbers);
}

function isBadInput(error: unknown): error is CalculatorError {
  return error instanceof Error && error.name === "CalculatorError" && "fields" in error;
}

/** The error the calculator would throw, for texts that never got to it. */
function badInput(problems: readonly Problem[]): Error {
  const paths = problems.map(({ path, code }) => `${path} (${code})`).join(", ");
  const error = new Error(`invalid input: ${paths}`);
  return Object.assign(error, { name: "CalculatorError", code: "invalidInput", fields: problems });
}
