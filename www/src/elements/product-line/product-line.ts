import { html, type TemplateResult } from "lit";
import type { ProductLineInput, ProductLineResult } from "#core";
import { core } from "#instance";
import { type Bar, barChart } from "../../chart/bars.js";
import { productLine } from "../../generated/product-line.js";
import { texts } from "../../locales/product-line.js";
import { resultsTable } from "../../table.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

/** What a vendor earns with a product. */
export class ProductLineElement extends CalculatorElement<ProductLineInput, ProductLineResult> {
  static override readonly info = productLine;

  static override readonly texts = texts;

  static override readonly output = "operatingProfit";

  protected override calculate(input: ProductLineInput): ProductLineResult {
    return core().productLine(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  #headline({ operatingProfit }: ProductLineResult): { value: string; label: string } {
    const text = this.#text;
    return {
      value: this.format.money(Math.abs(operatingProfit)),
      label: operatingProfit >= 0 ? text.headline : text.headlineLoss,
    };
  }

  override verdict(result: ProductLineResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #sentence(result: ProductLineResult): string {
    const { format } = this;
    const text = this.#text;
    const { units, averageSellingPrice } = result.input;
    const sold = text.sold(
      format.number(units),
      format.money(averageSellingPrice),
      format.money(result.revenue),
      format.percent(result.segmentShare),
    );
    const kept =
      result.operatingMargin === null
        ? text.nothingSold
        : text.kept(format.money(result.grossProfit), format.percent(result.operatingMargin));
    return sold + format.locale.space + kept;
  }

  override chart(result: ProductLineResult): TemplateResult {
    const { format } = this;
    const { outputs, parameters } = format.locale;
    const { revenue, grossProfit, operatingProfit, input } = result;
    const bar = (label: string | undefined, value: number, className = "chip"): Bar => ({
      className,
      label: label ?? "",
      value,
      text: format.money(value),
    });
    const bars = [
      bar(outputs.revenue, revenue, "baseline"),
      bar(this.#text.costOfSales, revenue - grossProfit),
      bar(outputs.grossProfit, grossProfit, "baseline"),
      bar(parameters.research, input.research),
      bar(outputs.operatingProfit, operatingProfit, "baseline"),
    ];
    return html`
      <figure>
        <figcaption><span>${this.#text.chartTitle}</span></figcaption>
        ${barChart({
          ...this.chartSize,
          alternative: bars.map(({ label, text }) => `${label}: ${text}`).join("; "),
          bars,
        })}
      </figure>
    `;
  }

  override views(result: ProductLineResult): readonly FrameView[] {
    return [
      { id: "table", title: this.format.locale.ui.results, render: () => this.#table(result) },
    ];
  }

  #table(result: ProductLineResult): TemplateResult {
    return html`${resultsTable(this.format, this.info, result)}`;
  }
}
