import { html, type TemplateResult } from "lit";
import type { InvestmentReturnInput, InvestmentReturnResult } from "#core";
import { core } from "#instance";
import { lineChart } from "../../chart/lines.js";
import { investmentReturn } from "../../generated/investment-return.js";
import { texts } from "../../locales/investment-return.js";
import { dataTable, resultsTable } from "../../table.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

/** What an investment returns. */
export class InvestmentReturnElement extends CalculatorElement<
  InvestmentReturnInput,
  InvestmentReturnResult
> {
  static override readonly info = investmentReturn;

  static override readonly texts = texts;

  protected override calculate(input: InvestmentReturnInput): InvestmentReturnResult {
    return core().investmentReturn(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  #years(result: InvestmentReturnResult): string {
    return this.format.years(result.input.years);
  }

  #headline(result: InvestmentReturnResult): { value: string; label: string } {
    const text = this.#text;
    return result.paybackMonths === null
      ? { value: text.never, label: text.headlineNever(this.#years(result)) }
      : { value: text.months(this.format.months(result.paybackMonths)), label: text.headline };
  }

  override verdict(result: InvestmentReturnResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #sentence(result: InvestmentReturnResult): string {
    const { format } = this;
    const text = this.#text;
    const rate = format.percent(result.input.discountRate);
    const worth = text[result.npv >= 0 ? "gains" : "loses"](
      format.money(result.input.investment),
      format.money(Math.abs(result.npv)),
      this.#years(result),
      rate,
    );
    return worth + format.locale.space + this.#return(result);
  }

  #return({ irr, irrs, reasons }: InvestmentReturnResult): string {
    const { format } = this;
    const text = this.#text;
    if (irr !== null) return text.irr(format.percent(irr));
    const all = Array.from(irrs, (rate) => format.percent(rate));
    return reasons.irr === "severalRates"
      ? text.irrs(format.locale.ui.list(all))
      : text.noIrr(format.locale.reasons[reasons.irr ?? ""] ?? "");
  }

  override chart(result: InvestmentReturnResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const { year, cumulative, presentValue } = result.schedule;
    const { paybackMonths, npv } = result;
    const payback = paybackMonths === null ? null : text.months(format.months(paybackMonths));
    const end = cumulative[cumulative.length - 1] ?? 0;
    return html`
      <figure>
        <figcaption><span>${text.chartTitle}</span></figcaption>
        ${lineChart({
          ...this.chartSize,
          alternative: text.alternative(
            this.#years(result),
            format.money(end),
            format.money(npv),
            payback,
          ),
          lines: [
            { className: "rent", label: text.presentValue, x: year, y: presentValue },
            { className: "own", label: text.cumulative, x: year, y: cumulative },
          ],
          marks:
            paybackMonths === null || payback === null
              ? []
              : [
                  {
                    className: "crossing",
                    label: text.mark(payback),
                    x: paybackMonths / 12,
                    dots: [],
                  },
                ],
          xTicks: Array.from(year, (value) => [value, format.locale.yearTick(value)] as const),
          yTick: (value) => format.moneyTick(value),
        })}
      </figure>
    `;
  }

  override views(result: InvestmentReturnResult): readonly FrameView[] {
    return [
      { id: "table", title: this.format.locale.ui.results, render: () => this.#table(result) },
    ];
  }

  #table(result: InvestmentReturnResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const { year, benefit, cost, net, cumulative, presentValue } = result.schedule;
    const columns = { benefit, cost, net, cumulative, presentValue };
    return html`
      ${resultsTable(format, this.info, result)}
      <details class="schedule" data-part="schedule">
        <summary>${text.schedule}</summary>
        ${dataTable(
          text.schedule,
          [
            {
              label: text.columns.year ?? "",
              cell: (row: number) => format.locale.yearTick(year[row] ?? 0),
            },
            ...Object.entries(columns).map(([name, column]) => ({
              label: text.columns[name] ?? name,
              cell: (row: number) => format.money(column[row] ?? 0),
            })),
          ],
          Array.from(year, (_, row) => row),
        )}
      </details>
    `;
  }
}
