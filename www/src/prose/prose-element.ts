/** What the elements within a sentence have in common. */
import { type CSSResultGroup, css, LitElement } from "lit";
import { pending } from "#instance";
import { either, light } from "../elements/palette.js";
import { Untouched } from "../elements/untouched.js";
import { Format, isPercent, type Quantity } from "../formats/format.js";
import type { CalculatorInfo, CalculatorName } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import { type Language, languageOf, wordsFor } from "../i18n.js";
import { readWords } from "../locales/page.js";
import { wordsVersion } from "../locales/registry.js";
import { pageScopeOf, type Scope } from "../state/scope.js";

const FORMATS = new Map<string, Format>();

/** The formats of a calculator's words, made once a language. */
function formatOf(language: Language, { name }: CalculatorInfo): Format {
  const key = `${language} ${name} ${wordsVersion()}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    format = new Format(language, words[name as CalculatorName](language));
    FORMATS.set(key, format);
  }
  return format;
}

/** A part of a sentence that follows the figures of its scope; until it can, the author's words stand. */
export abstract class ProseElement extends LitElement {
  static override readonly styles: CSSResultGroup = css`
    :host { display: inline; }
    :host([hidden]) { display: none; }
    :host { ${light} }
    @supports (color: light-dark(red, red)) {
      :host { ${either} }
    }
  `;

  readonly tree = new Untouched(this);
  #scope: Scope | undefined;
  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    readWords(this.ownerDocument);
    this.#scope = pageScopeOf(this);
    this.#leave = this.#scope.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = undefined;
    this.#scope = undefined;
  }

  /** The scope, once it can compute. */
  protected get scope(): Scope | undefined {
    const wait = pending() ?? wordsFor(this);
    void wait?.then(() => this.requestUpdate());
    return wait === undefined ? this.#scope : undefined;
  }

  protected formatFor(calculator: CalculatorInfo): Format {
    return formatOf(languageOf(this), calculator);
  }

  readonly #complaints = new Set<string>();

  /** Tells an editor what is wrong with a tag, once: it is drawn often. Its text stays. */
  protected complain(what: string): void {
    if (this.#complaints.has(what)) return;
    this.#complaints.add(what);
    console.warn(`chip-calculators: <${this.localName}> ${what}`);
  }
}

/** A quantity without its unit, which the sentence around it names: $7, 70%, 5. */
export function bare(format: Format, quantity: Quantity, value: number): string {
  if (isPercent(quantity)) return format.percent(value);
  return quantity.kind === "money" ? format.money(value) : format.number(value);
}
