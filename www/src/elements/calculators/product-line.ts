import type { ProductLineInput, ProductLineResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/product-line.js";
import { productLine } from "../../generated/product-line.js";
import { between, title, verdict, words } from "../../locales/calculators/product-line.js";
import { CalculatorElement } from "../calculator-element.js";

/** What a vendor earns with a product. */
export class ProductLineElement extends CalculatorElement<ProductLineInput, ProductLineResult> {
  static override readonly info = productLine;

  static override readonly words = { between, title, verdict, words };

  static override readonly chart = chart;

  static override readonly output = "operatingProfit";

  override calculate(input: ProductLineInput): ProductLineResult {
    return core().productLine(input);
  }
}
