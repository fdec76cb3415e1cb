import { html, type nothing, type TemplateResult } from "lit";
import { calculatorFor, results, unknown } from "./calculator.js";
import { ProseElement } from "./prose-element.js";

/**
 * A sentence for one answer alone: `<chip-if when="own">…</chip-if><chip-if when="rent" hidden>…`.
 * `when` holds words between spaces: a verdict (`own`, `rent`, `tie`), or of the result in `of`
 * `never` (it is null), `positive`, `negative`. Without script the author's `hidden` decides.
 */
export class ChipIfElement extends ProseElement {
  static override readonly properties = { when: {}, of: {}, calculator: {} };

  declare when: string;
  /** The result that decides; the verdict unless given. */
  declare of: string;

  protected override render(): TemplateResult | typeof nothing {
    this.#decide();
    return html`<slot></slot>`;
  }

  #decide(): void {
    const words = (this.when ?? "").split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) {
      this.complain("names no answer.");
      return;
    }
    const output = this.of ?? "verdict";
    const calculator = calculatorFor(this, ({ outputs }) =>
      outputs.some(({ name }) => name === output),
    );
    if (calculator === undefined) {
      this.complain(unknown(this, "result", output, results));
      return;
    }
    const result = this.scope?.result(calculator) as Record<string, unknown> | undefined;
    if (result === undefined) return;
    const value = result[output];
    const facts = new Set(
      value === null
        ? ["never"]
        : typeof value === "number"
          ? [value < 0 ? "negative" : "positive"]
          : [String(value)],
    );
    // An attribute that says what it says already is not written: it would start another round.
    const hidden = !words.some((word) => facts.has(word));
    if (hidden !== this.hidden) this.hidden = hidden;
  }
}
