import type { CloudBreakEvenInput, CloudBreakEvenResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/cloud-break-even.js";
import { cloudBreakEven } from "../../generated/cloud-break-even.js";
import {
  between,
  title,
  verdict,
  warning,
  words,
} from "../../locales/calculators/cloud-break-even.js";
import { CalculatorElement } from "../calculator-element.js";

/** Owning against renting. */
export class CloudBreakEvenElement extends CalculatorElement<
  CloudBreakEvenInput,
  CloudBreakEvenResult
> {
  static override readonly info = cloudBreakEven;

  static override readonly words = { between, title, verdict, warning, words };

  static override readonly chart = chart;

  static override readonly ranking = "savingFraction";

  override calculate(input: CloudBreakEvenInput): CloudBreakEvenResult {
    return core().cloudBreakEven(input);
  }
}
