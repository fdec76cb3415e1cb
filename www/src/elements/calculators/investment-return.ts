import type { InvestmentReturnInput, InvestmentReturnResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/investment-return.js";
import { investmentReturn } from "../../generated/investment-return.js";
import { between, title, verdict, words } from "../../locales/calculators/investment-return.js";
import { CalculatorElement } from "../calculator-element.js";

/** What an investment returns. */
export class InvestmentReturnElement extends CalculatorElement<
  InvestmentReturnInput,
  InvestmentReturnResult
> {
  static override readonly info = investmentReturn;

  static override readonly words = { between, title, verdict, words };

  static override readonly chart = chart;

  override calculate(input: InvestmentReturnInput): InvestmentReturnResult {
    return core().investmentReturn(input);
  }
}
