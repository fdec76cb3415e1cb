import type { __Pascal__Input, __Pascal__Result } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/__kebab__.js";
import { __camel__ } from "../../generated/__kebab__.js";
import { between, title, verdict, words } from "../../locales/calculators/__kebab__.js";
import { CalculatorElement } from "../calculator-element.js";

/** __Title__. */
export class __Pascal__Element extends CalculatorElement<__Pascal__Input, __Pascal__Result> {
  static override readonly info = __camel__;

  static override readonly words = { between, title, verdict, words };

  static override readonly chart = chart;

  override calculate(input: __Pascal__Input): __Pascal__Result {
    return core().__camel__(input);
  }
}
