import { html, type TemplateResult } from "lit";
import type { CloudBreakEvenInput, CloudBreakEvenResult } from "#core";
import { core } from "#instance";
import { type Line, lineChart, type Mark } from "../../chart/lines.js";
import { cloudBreakEven } from "../../generated/cloud-break-even.js";
import { texts } from "../../locales/cloud-break-even.js";
import { resultsTable } from "../../table.js";
import { type Tab, tabs } from "../../tabs.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

type View = "byUse" | "byMonth";

/** Owning against renting. */
export class CloudBreakEvenElement extends CalculatorElement<
  CloudBreakEvenInput,
  CloudBreakEvenResult
> {
  static override readonly info = cloudBreakEven;

  static override readonly texts = texts;

  static override readonly handle = "utilization";

  static override readonly ranking = "savingFraction";

  #view: View = "byUse";

  protected override calculate(input: CloudBreakEvenInput): CloudBreakEvenResult {
    return core().cloudBreakEven(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  #years(result: CloudBreakEvenResult): string {
    return this.format.years(result.input.years);
  }

  #headline(result: CloudBreakEvenResult): { value: string; label: string } {
    const { breakEvenUtilization, savingFraction, reasons } = result;
    const text = this.#text;
    if (breakEvenUtilization !== null) {
      return { value: this.format.percent(breakEvenUtilization), label: text.headline };
    }
    if (reasons.breakEvenUtilization === "rentIndependentOfUse" && savingFraction !== null) {
      return {
        value: this.format.percent(Math.abs(savingFraction)),
        label: text.headlineSaving[savingFraction >= 0 ? "own" : "rent"],
      };
    }
    return { value: text.never, label: text.headlineNever };
  }

  override verdict(result: CloudBreakEvenResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #sentence(result: CloudBreakEvenResult): string {
    const { format } = this;
    const text = this.#text;
    const { gpus, utilization, cloudBilling } = result.input;
    const own = format.money(result.annualOwn);
    const rent = format.money(result.annualRent);
    const years = this.#years(result);
    const costs =
      cloudBilling === "reserved"
        ? text.reserved(format.gpus(gpus), own, rent)
        : text.costs(format.percent(utilization), format.gpus(gpus), own, rent);
    return (
      costs + this.#verdict(result, years) + format.locale.space + this.#condition(result, years)
    );
  }

  #verdict(result: CloudBreakEvenResult, years: string): string {
    const { verdicts } = this.#text;
    const { savingFraction, verdict } = result;
    if (savingFraction === null) return verdicts.noRent;
    if (verdict === "tie") return verdicts.tie(years);
    // "981% more" is no way to say eleven times.
    if (savingFraction < -1)
      return verdicts.rentTimes(this.format.compact(1 - savingFraction), years);
    return verdicts[verdict](this.format.percent(Math.abs(savingFraction)), years);
  }

  /** From which use on owning pays, and when the cash is back. */
  #condition(result: CloudBreakEvenResult, years: string): string {
    const { format } = this;
    const text = this.#text;
    const { breakEvenUtilization, breakEvenUtilizationRaw, paybackMonths, reasons } = result;
    const reason = reasons.breakEvenUtilization ?? "aboveFullUse";
    const never = text.neverPays[reason] ?? (() => format.locale.reasons[reason] ?? reason);
    const raw = breakEvenUtilizationRaw === null ? "" : format.percent(breakEvenUtilizationRaw);
    const pays =
      breakEvenUtilization === null ? never(raw) : text.pays(format.percent(breakEvenUtilization));
    const link = breakEvenUtilization === null ? "never" : paybackMonths === null ? "but" : "and";
    return text.joined[link](
      pays,
      paybackMonths === null ? text.noPayback(years) : text.payback(format.months(paybackMonths)),
    );
  }

  override chart(result: CloudBreakEvenResult): TemplateResult {
    const text = this.#text;
    const all: readonly Tab<View>[] = [
      { id: "byUse", label: text.byUse, title: text.byUseTitle },
      { id: "byMonth", label: text.byMonth, title: text.byMonthTitle },
    ];
    const select = (view: View) => {
      this.#view = view;
      this.requestUpdate();
    };
    const drawn = this.#view === "byUse" ? this.#byUse(result) : this.#byMonth(result);
    return tabs(all, this.#view, select, drawn);
  }

  #lines(x: ArrayLike<number>, own: ArrayLike<number>, rent: ArrayLike<number>): Line[] {
    return [
      { className: "rent", label: this.#text.rent, x, y: rent },
      { className: "own", label: this.#text.own, x, y: own },
    ];
  }

  #byUse(result: CloudBreakEvenResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const { utilization: use, own, rent } = result.series.byUtilization;
    const crossing = result.breakEvenUtilization;
    const marks: Mark[] = [];
    if (crossing !== null) {
      marks.push({
        className: "crossing",
        label: text.breakEvenMark(format.percent(crossing)),
        x: crossing,
        dots: [at(use, own, crossing)],
      });
    }
    const { utilization } = result.input;
    marks.push({
      className: "current",
      label: text.currentMark(format.percent(utilization)),
      x: utilization,
      dots: [at(use, own, utilization), at(use, rent, utilization)],
    });
    return lineChart({
      ...this.chartSize,
      alternative: text.byUseAlternative(
        { own: format.money(last(own)), rent: format.money(last(rent)) },
        crossing === null ? null : format.percent(crossing),
      ),
      lines: this.#lines(use, own, rent),
      marks,
      xTicks: [0, 0.25, 0.5, 0.75, 1].map((tick) => [tick, format.percent(tick)] as const),
      yTick: (value) => format.moneyTick(value),
    });
  }

  #byMonth(result: CloudBreakEvenResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const { month, own, rent } = result.series.cumulative;
    const { paybackMonths } = result;
    const payback = paybackMonths === null ? null : format.months(paybackMonths);
    return lineChart({
      ...this.chartSize,
      alternative: text.byMonthAlternative(
        this.#years(result),
        { own: format.money(last(own)), rent: format.money(last(rent)) },
        payback,
      ),
      lines: this.#lines(month, own, rent),
      marks:
        paybackMonths === null || payback === null
          ? []
          : [
              {
                className: "crossing",
                label: text.paybackMark(payback),
                x: paybackMonths,
                dots: [at(month, own, paybackMonths)],
              },
            ],
      xTicks: Array.from(
        { length: result.input.years + 1 },
        (_, year) => [year * 12, format.locale.yearTick(year)] as const,
      ),
      yTick: (value) => format.moneyTick(value),
    });
  }

  override views(result: CloudBreakEvenResult): readonly FrameView[] {
    return [
      { id: "table", title: this.format.locale.ui.results, render: () => this.#table(result) },
    ];
  }

  #table(result: CloudBreakEvenResult): TemplateResult {
    return html`${resultsTable(this.format, this.info, result)}`;
  }
}

function last(values: ArrayLike<number>): number {
  return values[values.length - 1] ?? 0;
}

/** The height of a curve between two of its points; the points are evenly spaced from 0. */
function at(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const index = Math.min((x / (last(xs) || 1)) * (xs.length - 1), xs.length - 1);
  const low = Math.floor(index);
  const from = ys[low] ?? 0;
  return from + ((ys[low + 1] ?? from) - from) * (index - low);
}
