/** What an investment returns: which sentence fits which result. */
import type { Format } from "../../formats/format.js";
import { investmentReturn as en } from "../en/investment-return.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { investmentReturn as zh } from "../zh/investment-return.js";
import { type Reasons, say } from "./say.js";

export const words = wordsOf("investmentReturn", { en, zh });

interface Result {
  readonly npv: number;
  readonly irr: number | null;
  readonly irrs: Iterable<number>;
  readonly paybackMonths: number | null;
  readonly discountedPaybackMonths: number | null;
  readonly paybackLostMonth?: number | null;
  readonly reasons: object;
  readonly input: {
    readonly investment: number;
    readonly annualBenefit: number;
    readonly annualCost: number;
    readonly years: number;
    readonly discountRate: number;
  };
}

/** A plan that gains or loses less than this part of what it costs breaks even. */
const EVEN = 0.005;

export function title({ format, result }: Context<Result>): string {
  return words(format.language).title(format.money(result.input.investment));
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const { verdict: text } = words(format.language);
  const { npv, paybackMonths, discountedPaybackMonths, input } = result;
  const years = format.years(input.years);
  const value = format.money(Math.abs(npv));
  const more = rateOfReturn(format, result);
  if (Math.abs(npv) <= EVEN * input.investment) {
    return { lead: text.even, rest: say(format, back(format, result), text.evenOut(years)), more };
  }
  if (npv > 0) {
    const rest = say(format, back(format, result), text.worth(years, value));
    return { lead: text.yes, rest, more };
  }
  const noBenefit = input.annualBenefit <= input.annualCost;
  return {
    lead: text.no,
    rest: say(
      format,
      text.loses(years, value),
      noBenefit
        ? input.annualBenefit === 0
          ? text.noIncome
          : text.noBenefit
        : paybackMonths === null
          ? back(format, result)
          : (discountedPaybackMonths === null ? text.backInCash : text.backTooLate)(
              format.monthSpan(paybackMonths),
              format.share(input.discountRate),
            ),
    ),
    more,
  };
}

function back(format: Format, result: Result): string {
  const { verdict: text } = words(format.language);
  const { paybackMonths, paybackLostMonth, reasons, input } = result;
  if (paybackMonths === null) {
    return (reasons as Reasons).paybackMonths === "onlyWithResidual"
      ? text.backAtEnd
      : text.notBack(format.years(input.years));
  }
  const time = format.monthSpan(paybackMonths);
  return paybackLostMonth == null
    ? text.back(time)
    : text.backLost(time, format.monthSpan(paybackLostMonth));
}

function rateOfReturn(format: Format, { irr, irrs, reasons, input }: Result): string {
  const { verdict: text } = words(format.language);
  const rate = format.share(input.discountRate);
  if (irr !== null) return text.irr(format.share(irr), rate);
  const rates = format.shares(...irrs);
  if (rates.length > 1) return text.irrs(format.words.ui.and(rates));
  const none = (text.noIrr as Reasons)[(reasons as Reasons).irr ?? ""];
  return say(format, none, text.rate(rate));
}

/** The answer to figures that are ranges: what the plan gains at least and at most. */
export function between(format: Format, low: number, high: number, over: string): Verdict {
  const { verdict: text } = words(format.language);
  const money = (value: number) => format.money(Math.abs(value));
  if (low >= 0) {
    return { lead: text.yes, rest: text.between(money(low), money(high), over), more: "" };
  }
  if (high <= 0) {
    return { lead: text.no, rest: text.losesBetween(money(high), money(low), over), more: "" };
  }
  return { lead: text.dependsOn, rest: text.eitherWay(money(low), money(high), over), more: "" };
}
