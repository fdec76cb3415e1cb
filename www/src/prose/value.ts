import { html, type TemplateResult } from "lit";
import type { CalculatorInfo, OutputInfo } from "../generated/metadata.js";
import { calculatorFor, results, unknown } from "./calculator.js";
import { bare, ProseElement } from "./prose-element.js";

/**
 * A result within a sentence: `<chip-value of="savingFraction">54.6%</chip-value>`. The author's words
 * stand until the reader has changed a figure; then the result for the reader's figures does.
 */
export class ChipValueElement extends ProseElement {
  static override readonly properties = { of: {}, calculator: {}, absolute: { type: Boolean } };

  /** The name of the result. */
  declare of: string;
  /** Whether its sign is left out, for sentences that say it in words. */
  declare absolute: boolean;

  #find(): { calculator: CalculatorInfo; output: OutputInfo } | undefined {
    const calculator = calculatorFor(this, ({ outputs }) =>
      outputs.some(({ name }) => name === this.of),
    );
    const output = calculator?.outputs.find(({ name }) => name === this.of);
    return calculator && output && { calculator, output };
  }

  protected override render(): TemplateResult | string {
    const found = this.#find();
    if (found === undefined) this.complain(unknown(this, "result", this.of, results));
    const { scope } = this;
    if (found === undefined || scope === undefined || !scope.edited) return html`<slot></slot>`;
    const { calculator, output } = found;
    const result = scope.result(calculator) as Record<string, unknown> | undefined;
    if (result === undefined) return html`<slot></slot>`;
    const format = this.formatFor(calculator);
    const value = result[output.name];
    if (typeof value === "number") {
      return bare(format, output, this.absolute ? Math.abs(value) : value);
    }
    if (typeof value === "string") return format.locale.choices[output.name]?.[value] ?? value;
    const reason = (result.reasons as Record<string, string> | undefined)?.[output.name] ?? "";
    return format.locale.reasons[reason] ?? format.locale.ui.notAvailable;
  }
}
