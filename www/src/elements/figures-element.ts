import type { Format } from "../formats/format.js";
import type { Amount } from "../formats/parse.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import { PRESET_VALUES } from "../state/presets.js";
import { scopeOf } from "../state/scope.js";
import { type Problem, Store } from "../state/store.js";
import type { ChipInputDetail } from "../types.js";
import { attributeNames, fieldNames, SWITCHES, tellFaults, tellUnclosed } from "./attributes.js";
import { EmbeddedElement } from "./embedded-element.js";
import { GivenFigures } from "./given.js";
import { PageLink } from "./page-link.js";
import { reflect, upgrade } from "./reflect.js";
import { isOutOfSight, LAG, unwatch, watch } from "./sight.js";

/** The preset that the tables' own figures are. */
export const DEFAULTS = "article";

/**
 * An element with a calculator's figures: those of the table, the page's in attributes, JSON, `input` and
 * address, those of the scope around it, and the reader's, who changes them.
 */
export abstract class FiguresElement<Input extends object> extends EmbeddedElement {
  /** The calculator's table. */
  static readonly info: CalculatorInfo;

  /** Whether a reader changes numbers of a list's rows, which are no parameters of the table. */
  static readonly hasRows: boolean = false;

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class this is called on
    const inherited = super.observedAttributes;
    // biome-ignore lint/complexity/noThisInStatic: each subclass has its own table
    const names = attributeNames(this.info).map(kebab);
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
  /** How figures are written and read. */
  abstract readonly format: Format;
  /** The address that its links lead to, where it is not that of the page: `frame.html` sets its own. */
  declare pageAddress?: string;
  /** The parameter under a hand. */
  held: string | undefined;

  /** That of this element alone, for where no scope is around it. */
  readonly #own: Store;
  #leaveScope = () => {};
  #lagging: ReturnType<typeof setTimeout> | undefined;
  readonly #given = new GivenFigures(this);
  protected readonly link = new PageLink(this);
  /** Whether the page's address has still to be looked at for figures. */
  #mayFollow = true;
  /** Whether the publisher has been told what is wrong with the tag as it is. */
  #isChecked = true;

  constructor() {
    super();
    this.info = (this.constructor as typeof FiguresElement).info;
    this.#own = new Store(this.info, PRESET_VALUES, (name) => this.rowInfo(name));
    this.#own.subscribe(() => this.requestUpdate());
    this.store = this.#own;
  }

  /** The parameter of a field that is none of the table: a number in a list's row. */
  rowInfo(_name: string): ParameterInfo | undefined {
    return undefined;
  }

  /** The figures given so far: by attributes, by this property, by the reader. */
  get input(): Input {
    return this.compose().input as Input;
  }

  set input(input: Input) {
    if (typeof input !== "object" || input === null) throw new TypeError("input must be an object");
    this.store.setProperty(input);
  }

  /** What is sent to the calculator; a subclass may add to it. */
  compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    const { input, problems } = this.store.compose();
    return { input: { ...input }, problems };
  }

  reset(): void {
    this.store.reset();
  }

  /** Shows an input as if the reader had made it: one step, which can be undone. */
  adopt(input: object): void {
    this.store.adopt(input);
    this.#edited();
  }

  /** The address that opens the page with the widget in its present state. */
  get address(): string {
    return this.link.address(this.pageAddress);
  }

  // The page

  override connectedCallback(): void {
    super.connectedCallback();
    this.#join();
    this.#given.connect();
    upgrade(this, [...attributeNames(this.info), ...SWITCHES, "input"]);
    this.#isChecked = false;
    this.#mayFollow = true;
    watch(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#given.disconnect();
    this.#leaveScope();
    this.#leaveScope = () => {};
    clearTimeout(this.#lagging);
    unwatch(this);
  }

  /** In a scope, the figures are those of its store; what the tag says of them goes before the scope's. */
  #join(): void {
    const { hasRows } = this.constructor as typeof FiguresElement;
    // A store that others share has no rows of this element's own.
    const shared = hasRows ? undefined : scopeOf(this)?.store(this.info);
    const before = this.store;
    this.store = shared ?? this.#own;
    if (shared !== undefined) this.#leaveScope = shared.subscribe(this.#onShared);
    if (this.store === before) return;
    for (const { name, value } of this.attributes) {
      shared?.setAttribute(this.#attribute(name), value);
    }
    this.requestUpdate();
  }

  /** Something of the scope has changed, in a sentence or in another widget. */
  readonly #onShared = (): void => {
    clearTimeout(this.#lagging);
    if (isOutOfSight(this)) this.#lagging = setTimeout(() => this.requestUpdate(), LAG);
    else this.requestUpdate();
  };

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    this.#isChecked = false;
    const stores = new Set([this.#own, this.store]);
    for (const store of stores) store.setAttribute(this.#attribute(name), value);
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

  /** The controls that the page wants in front. */
  get wanted(): readonly string[] {
    return fieldNames(this.setting("fields"), this.info);
  }

  protected override get isRead(): boolean {
    return this.#given.isComplete;
  }

  protected override get isMoving(): boolean {
    return this.held !== undefined;
  }

  protected override performUpdate(): void {
    if (!this.#isChecked) tellFaults(this, this.constructor as typeof FiguresElement);
    this.#isChecked = true;
    this.#follow();
    super.performUpdate();
  }

  /** Once all of the page's figures have been read: those would take away what a link has set before. */
  #follow(): void {
    if (!this.#mayFollow || !this.isRead) return;
    this.#mayFollow = false;
    tellUnclosed(this);
    if (this.link.follow()) void this.updateComplete.then(() => this.scrollIntoView());
  }

  /** Whether the first set to choose is the page's: it gives figures, or has a name for those it starts with. */
  get hasOwnSet(): boolean {
    return this.store.isGiven || this.setting("presetLabel") !== "";
  }

  // The reader

  /** The reader changed something. */
  #edited(): void {
    this.link.unread = undefined;
    this.link.isAsFollowed = false;
    this.fire<ChipInputDetail>("chip-input", { input: this.input });
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
}

function giveProperties({ info, prototype }: typeof FiguresElement): void {
  // Lit prepares the classes that all extend as well, which have no calculator.
  if (info === undefined) return;
  const { parameters } = info;
  const numbers = parameters.filter(({ kind }) => kind !== "choice").map(({ name }) => name);
  reflect(prototype, [...attributeNames(info), ...SWITCHES], numbers);
}
