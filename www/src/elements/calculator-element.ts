import { presets } from "virtual:catalogue";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { CalculatorError } from "#core";
import { pending } from "#instance";
import { choiceField, message } from "../field.js";
import { assumptions, type FormHost } from "../form.js";
import { Format } from "../format.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { languageOf } from "../i18n.js";
import { Inputs, type PresetValues, type Problem } from "../inputs.js";
import type { Texts } from "../locales/words.js";
import { kebab } from "../names.js";
import { type Citation, citations, sourceList } from "../sources.js";
import type { ChipErrorDetail, ChipInputDetail, ChipResultDetail } from "../types.js";
import { Measure } from "./measure.js";
import { Near } from "./near.js";
import { Pin } from "./pin.js";
import { reflect, upgrade } from "./reflect.js";
import { COLUMN_GAP, PADDING, styles, TWO_COLUMNS } from "./styles.js";

const PRESET_VALUES: Readonly<Record<string, PresetValues>> = Object.fromEntries(
  Object.entries(presets).map(([id, { values }]) => [id, values]),
);

/** The number that matters, and what it is. */
export interface Headline {
  readonly value: string;
  readonly label: string;
}

/**
 * A calculator beside an article: answer, chart, form, table, sources.
 *
 * A subclass says what its answer, chart and table are; figures, messages, language, events and the
 * fallback are the same for all. The light DOM children are the answer of a page without scripts:
 * they show until the element is registered, and again where WebAssembly may not run.
 */
export abstract class CalculatorElement<Input extends object, Result extends { input: object }>
  extends LitElement
  implements FormHost
{
  static override readonly styles = styles;
  /** The calculator's table. */
  static readonly info: CalculatorInfo;

  /** Its words. */
  static readonly texts: Texts;

  /** What is both an attribute and a property beside the parameters and the preset. */
  static readonly extras: readonly string[] = [];

  static override get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class this is called on
    const inherited = super.observedAttributes;
    // biome-ignore lint/complexity/noThisInStatic: each subclass has its own table
    return [...inherited, ...attributeNames(this).map(kebab), "lang"];
  }

  protected static override finalize(): void {
    // biome-ignore lint/complexity/noThisInStatic: Lit prepares the class this is called on
    super.finalize();
    // biome-ignore lint/complexity/noThisInStatic: each subclass has its own table
    giveProperties(this);
  }

  readonly info: CalculatorInfo;
  readonly inputs: Inputs;
  asked: Record<string, unknown> = {};
  problems: readonly Problem[] = [];
  format: Format;

  readonly #near = new Near(this);
  protected readonly measure = new Measure(this, () => this.#started);
  readonly #pin = new Pin(this);
  #result: Result | undefined;
  #available = true;
  #started = false;
  /** Whether a server's rendering stands in the shadow root. */
  #rendered = false;
  #event: { type: "chip-result" | "chip-error"; detail: object } | undefined;
  #stale = true;

  constructor() {
    super();
    const { info, texts } = this.constructor as typeof CalculatorElement;
    this.info = info;
    this.format = new Format("en", texts.en);
    this.inputs = new Inputs(this.info, PRESET_VALUES);
  }

  /** Calls the calculator; may throw its error. */
  protected abstract calculate(input: Input): Result;
  protected abstract headline(result: Result): Headline;
  /** The answer in a sentence or two. */
  protected abstract sentence(result: Result): string;
  protected abstract basics(): TemplateResult[];
  protected abstract chart(result: Result): TemplateResult;
  protected abstract details(result: Result): TemplateResult;

  get input(): Input {
    return this.compose().input as Input;
  }

  set input(input: Input) {
    if (typeof input !== "object" || input === null) throw new TypeError("input must be an object");
    this.forget();
    this.#giveUpRoom();
    this.inputs.setProperty(input);
    this.#change();
  }

  get result(): Result | undefined {
    return this.#result;
  }

  reset(): void {
    this.forget();
    this.#change();
  }

  /** Drops what the reader changed. */
  protected forget(): void {
    this.inputs.forget();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const names = attributeNames(this.constructor as typeof CalculatorElement);
    upgrade(this, [...names, "theme", "input"]);
    this.#setLanguage();
    void pending()?.then(() => this.requestUpdate());
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#rendered = this.shadowRoot !== null;
    return super.createRenderRoot();
  }

  /** Whether there is anything to show but what the page itself has put here. */
  protected override shouldUpdate(): boolean {
    return this.#starts() || !this.#rendered;
  }

  #starts(): boolean {
    this.#started ||= this.#near.value && pending() === undefined;
    return this.#started;
  }

  protected override update(changed: PropertyValues): void {
    if (this.#rendered) {
      // In one task with what takes its place, so that no reader sees the change.
      this.#rendered = false;
      this.renderRoot.replaceChildren();
      this.renderOptions.renderBefore = null;
    }
    super.update(changed);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    if (name === "lang") this.#setLanguage();
    else if (this.takeAttribute(name, value)) this.#change();
  }

  /** Whether an attribute is a figure; a subclass may know more of them. */
  protected takeAttribute(name: string, value: string | null): boolean {
    return this.inputs.setAttribute(name, value);
  }

  /** The room a chart has: the element's without the padding, or its column. */
  protected get chartSize(): { width: number; em: number } {
    const { width, em } = this.measure;
    const inner = width - 2 * PADDING * em - 2;
    const column = inner >= TWO_COLUMNS * em ? (inner - COLUMN_GAP * em) / 2 : inner;
    return { width: Math.max(160, Math.floor(column)), em };
  }

  #setLanguage(): void {
    const language = languageOf(this);
    const { texts } = this.constructor as typeof CalculatorElement;
    this.format = new Format(language, texts[language]);
    this.requestUpdate();
  }

  #change(): void {
    this.#stale = true;
    this.requestUpdate();
  }

  /**
   * The room kept on the page is for the element as it starts. It is given up when other things are
   * shown, not when a slider moves: what stands below must not move under the reader's finger.
   */
  #giveUpRoom(): void {
    this.toggleAttribute("data-resized", true);
  }

  /** The reader changed something. */
  protected changed(): void {
    this.#change();
    this.#fire<ChipInputDetail>("chip-input", { input: this.input });
  }

  relevant(_name: string): boolean {
    return true;
  }

  onType(name: string, text: string): void {
    this.inputs.type(name, text);
    this.changed();
  }

  onSettle(info: ParameterInfo): void {
    this.inputs.settle(info, this.problems);
    this.requestUpdate();
  }

  onEdit(name: string, value: unknown): void {
    if (typeof value === "string") this.#giveUpRoom();
    this.inputs.edit(name, value);
    this.changed();
  }

  #fire<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** What is sent to the calculator beyond what all calculators take. */
  protected compose(): { input: Record<string, unknown>; problems: readonly Problem[] } {
    return this.inputs.compose();
  }

  protected override willUpdate(): void {
    if (!this.#stale || !this.#available || !this.#starts()) return;
    this.#stale = false;
    const { input, problems } = this.compose();
    this.asked = input;
    try {
      // Asked even when a text is no number: its own complaints are wanted as well.
      const result = this.calculate(input as Input);
      if (problems.length > 0) throw badInput(problems);
      this.problems = [];
      this.#result = result;
      this.#event = { type: "chip-result", detail: { input, result } satisfies ChipResultDetail };
    } catch (thrown) {
      this.#fail(input, problems, thrown);
    }
  }

  #fail(input: object, problems: readonly Problem[], thrown: unknown): void {
    let error = thrown as Error;
    if (!isBadInput(thrown)) {
      // Whatever it is, trying again would not help, and the page's own answer is still there.
      this.#available = false;
      this.toggleAttribute("data-fallback", true);
    } else if (thrown.fields === problems || problems.length === 0) {
      this.problems = thrown.fields;
    } else {
      this.problems = [...problems, ...thrown.fields];
      error = badInput(this.problems);
    }
    this.#event = { type: "chip-error", detail: { input, error } satisfies ChipErrorDetail };
  }

  protected override updated(): void {
    if (this.problems.length > 0) {
      // A message nobody sees is none; what the reader opened or closed stays as it is otherwise.
      for (const details of this.renderRoot.querySelectorAll("details")) {
        if (details.querySelector('[aria-invalid="true"]') !== null) details.open = true;
      }
    }
    const event = this.#event;
    this.#event = undefined;
    if (event !== undefined) this.#fire(event.type, event.detail);
  }

  protected override render(): TemplateResult {
    if (!this.#available || !this.#started) return html`<div class="fallback"><slot></slot></div>`;
    const { locale } = this.format;
    const result = this.#result;
    const stale = this.problems.length > 0;
    return html`
      <section
        class="widget"
        part="widget"
        lang=${this.format.language === "zh" ? "zh-Hans" : "en"}
        aria-labelledby="title"
      >
        <header>
          <p id="title" class="title">${locale.title}</p>
          <div class="answer" data-part="answer" aria-live="polite" ?data-stale=${stale}>
            ${stale ? this.#summary(result !== undefined) : nothing}
            ${result === undefined ? nothing : this.#answer(result)}
            ${this.warning()}
          </div>
        </header>
        <div class="body">
          <div class="form">
            ${result === undefined ? nothing : this.#pinned(result)}
            <div class="fields" data-part="basics">${this.basics()}</div>
          </div>
          ${result === undefined ? nothing : html`<div class="figure" ?data-stale=${stale}>${this.chart(result)}</div>`}
        </div>
        <div class="toolbar">
          ${this.presetField()}
          <button type="button" class="reset" data-part="reset" ?disabled=${!this.edited} @click=${this.#onReset}>
            ${locale.ui.reset}
          </button>
        </div>
        ${assumptions(this)}
        ${result === undefined ? nothing : this.details(result)}
        ${result === undefined ? nothing : sourceList(this.format, this.citations(result), this.presetNote())}
      </section>
    `;
  }

  /** Whether there is anything to reset. */
  protected get edited(): boolean {
    return this.inputs.edited;
  }

  #answer(result: Result): TemplateResult {
    const { value, label } = this.headline(result);
    return html`
      <p class="headline"><strong data-part="number">${value}</strong> <span>${label}</span></p>
      <p class="sentence" data-part="sentence">${this.sentence(result)}</p>
    `;
  }

  /** The number again, at the window's edge while its own place is out of sight. */
  #pinned(result: Result): TemplateResult {
    const { value, label } = this.headline(result);
    return html`<div class="pin" aria-hidden="true" ?data-visible=${this.#pin.visible} ?data-stale=${this.problems.length > 0}>
      <p><strong>${value}</strong> ${label}</p>
    </div>`;
  }

  /** Which figures are bad: by name where they have a field, which is then one tap away. */
  #summary(hasResult: boolean): TemplateResult {
    const { locale } = this.format;
    const bad = this.problems.map((problem) => {
      const { label, field } = this.place(problem);
      return field === undefined
        ? html`<span>${locale.ui.labelled(label, message(this.format, problem))}</span>`
        : html`<a href="#${field}" @click=${this.#onJump}>${label}</a>`;
    });
    const separated = bad.map((entry, index) => (index === 0 ? entry : html`, ${entry}`));
    return html`<p class="stale" data-part="stale">
      ${hasResult ? locale.ui.stale : locale.ui.noResult} ${separated}
    </p>`;
  }

  /** What a bad field is called, and the id of its input if it has one. */
  protected place({ path }: Problem): { label: string; field?: string } {
    const label = this.format.locale.parameters[path] ?? path;
    const known = path === "preset" || this.info.parameters.some(({ name }) => name === path);
    return known ? { label, field: path } : { label };
  }

  #onJump(event: Event): void {
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).hash.slice(1);
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
  }

  readonly #onReset = (): void => {
    this.reset();
    this.#fire<ChipInputDetail>("chip-input", { input: this.input });
  };

  protected presetTitle(id: string): string {
    const preset = Object.hasOwn(presets, id) ? presets[id] : undefined;
    return preset?.title[this.format.language] ?? id;
  }

  protected defaultsTitle(): string {
    return this.format.locale.ui.defaults;
  }

  /** The presets a reader can choose. */
  protected presets(): readonly string[] {
    return this.info.presets;
  }

  protected presetField(): TemplateResult | typeof nothing {
    const presets = this.presets();
    if (presets.length === 0) return nothing;
    const { locale } = this.format;
    const problem = this.problems.find(({ path }) => path === "preset");
    return choiceField({
      name: "preset",
      label: locale.ui.preset,
      options: [
        ["", this.defaultsTitle()],
        ...presets.map((id) => [id, this.presetTitle(id)] as const),
      ],
      value: this.inputs.preset,
      problem: problem && message(this.format, problem),
      onChoose: (id) => {
        this.#giveUpRoom();
        this.inputs.choosePreset(id);
        this.changed();
      },
    });
  }

  /** A warning about the figures chosen. */
  protected warning(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** How the preset's figures were chosen. */
  protected presetNote(): string | undefined {
    const id = this.inputs.preset;
    return Object.hasOwn(presets, id) ? presets[id]?.note[this.format.language] : undefined;
  }

  protected citations(_result: Result): Citation[] {
    return citations(this);
  }
}

/** What is both an attribute and a property of a class, by the property's name. */
function attributeNames({ info, extras }: typeof CalculatorElement): string[] {
  return [...info.parameters.map(({ name }) => name), "preset", ...extras];
}

function giveProperties(element: typeof CalculatorElement): void {
  // Lit prepares the class that all extend as well, which has no calculator.
  if (element.info === undefined) return;
  const { parameters } = element.info;
  const numbers = parameters.filter(({ kind }) => kind !== "choice").map(({ name }) => name);
  reflect(element.prototype, [...attributeNames(element), "theme"], numbers);
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
