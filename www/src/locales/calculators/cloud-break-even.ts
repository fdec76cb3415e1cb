/** Owning against renting: which sentence fits which result. */
import type { Format } from "../../formats/format.js";
import { cloudBreakEven as en } from "../en/cloud-break-even.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { cloudBreakEven as zh } from "../zh/cloud-break-even.js";
import { type Reasons, say } from "./say.js";

export const words = wordsOf("cloudBreakEven", { en, zh });

/** What the sentences are made of. */
interface Result {
  readonly breakEvenUtilization: number | null;
  readonly annualOwn: number;
  readonly annualRent: number;
  readonly breakEvenCloudRate: number | null;
  readonly breakEvenGpuPrice: number | null;
  readonly paybackMonths: number | null;
  readonly discountedPaybackMonths: number | null;
  readonly paybackLostMonth?: number | null;
  readonly saving: number;
  readonly presentValueSaving?: number;
  readonly verdict: "own" | "rent" | "tie";
  readonly warnings?: readonly string[];
  readonly reasons: object;
  readonly series: {
    readonly byUtilization: { readonly own: ArrayLike<number>; readonly rent: ArrayLike<number> };
  };
  readonly input: {
    readonly gpus: number;
    readonly gpuPrice: number;
    readonly hostPricePerGpu: number;
    readonly siteCapex: number;
    readonly cloudRate: number;
    readonly cloudBilling: string;
    readonly utilization: number;
    readonly years: number;
    readonly discountRate: number;
  };
}

export function title({ format, result, chip }: Context<Result>): string {
  const { gpus } = result.input;
  return words(format.language).title(format.gpus(gpus, chip), gpus === 1);
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const { verdict: text } = words(format.language);
  const { annualRent, annualOwn, input, verdict } = result;
  const more = second(format, result);
  if (annualRent === 0) {
    if (annualOwn === 0) return { lead: text.tie, rest: text.neitherCosts, more: "" };
    return { lead: text.rent, rest: input.utilization === 0 ? text.noUse : text.noRent, more: "" };
  }
  if (verdict === "tie") return { lead: text.tie, rest: tie(format, result), more };
  return verdict === "own"
    ? { lead: text.own, rest: own(format, result), more }
    : { ...rent(format, result), more };
}

function tie(format: Format, { breakEvenUtilization, input }: Result): string {
  const { verdict: text } = words(format.language);
  const [use, even] = format.shares(input.utilization, breakEvenUtilization ?? 0);
  return say(
    format,
    text.differLittle(format.years(input.years)),
    // Where they are as busy as that, it is said already.
    breakEvenUtilization === null || even === use ? undefined : text.breakEvenAt(even),
  );
}

/** Whether years to come are discounted. */
function basisOf(format: Format, { discountRate }: Result["input"]): string {
  const { today, cash } = words(format.language).verdict.basis;
  return discountRate === 0 ? cash : today;
}

function own(format: Format, result: Result): string {
  const { verdict: text } = words(format.language);
  const { breakEvenUtilization, breakEvenCloudRate, saving, input } = result;
  const amount = format.money(Math.abs(saving));
  const years = format.years(input.years);
  if (input.cloudBilling === "reserved") {
    const rate = breakEvenCloudRate;
    return say(
      format,
      text.savesReserved(amount, years, basisOf(format, input)),
      rate === null || rate <= 0 ? undefined : text.rentBelowRate(format.money(rate)),
    );
  }
  const [use, least] = format.shares(input.utilization, breakEvenUtilization ?? 0);
  const depends = breakEvenUtilization !== null && breakEvenUtilization > 0;
  return say(
    format,
    text.saves(amount, years, use, basisOf(format, input)),
    depends ? text.rentBelow(least) : undefined,
  );
}

function rent(format: Format, result: Result): Pick<Verdict, "lead" | "rest"> {
  const { verdict: text } = words(format.language);
  const { breakEvenUtilization, breakEvenCloudRate, saving, reasons, input } = result;
  const years = format.years(input.years);
  const extra = text.costsMore(format.money(Math.abs(saving)), years, basisOf(format, input));
  if (breakEvenUtilization !== null) {
    const [least, use] = format.shares(breakEvenUtilization, input.utilization);
    return { lead: text.rent, rest: say(format, extra, text.paysAbove(least, use)) };
  }
  switch ((reasons as Reasons).breakEvenUtilization) {
    case "rentIndependentOfUse": {
      const rate = breakEvenCloudRate;
      return {
        lead: text.rent,
        rest: say(
          format,
          extra,
          rate === null ? undefined : text.paysAboveRate(format.money(rate)),
        ),
      };
    }
    case "energyAboveRent":
      return {
        lead: text.rentAlways,
        rest: say(format, extra, text.energyAboveRent(format.money(input.cloudRate))),
      };
    default: {
      // Where even free GPUs would not pay, it is not their price that is too high.
      const isTooDear = (reasons as Reasons).breakEvenGpuPrice !== "rentBelowOtherCosts";
      return {
        lead: text.rentAlways,
        rest: say(
          format,
          text.evenAtFullUse(format.money(extraAtFullUse(result)), years, basisOf(format, input)),
          isTooDear
            ? text.nobodyShouldPay(format.money(input.cloudRate), format.money(input.gpuPrice))
            : undefined,
        ),
      };
    }
  }
}

/** What owning costs more over the years if the GPUs are always busy. */
function extraAtFullUse({ annualOwn, annualRent, saving, series }: Result): number {
  const { own, rent } = series.byUtilization;
  const years = saving / (annualRent - annualOwn);
  const yearly = (own[own.length - 1] ?? annualOwn) - (rent[rent.length - 1] ?? annualRent);
  return Math.abs(yearly * years);
}

/** The second line: the cost a year, and what the verdict's reason leaves to say. */
function second(format: Format, result: Result): string {
  const { verdict: text } = words(format.language);
  const { annualOwn, annualRent, input, verdict } = result;
  const reserved = input.cloudBilling === "reserved";
  const costs = (reserved ? text.costsReserved : text.costs)(
    format.money(annualOwn),
    format.money(annualRent),
  );
  const never = verdict === "rent" && result.breakEvenUtilization === null;
  const then = never ? wayOut(format, result) : payback(format, result);
  return say(format, costs, then, wholeSite(format, result));
}

/** Of the cost of hardware, above which the site's own, the same for any number of GPUs, is named. */
const LARGE = 0.25;

/** Fewer GPUs do not make the site smaller: a verdict that this decides says so. */
function wholeSite(format: Format, { input }: Result): string | undefined {
  const { gpus, gpuPrice, hostPricePerGpu, siteCapex } = input;
  if (siteCapex <= LARGE * gpus * (gpuPrice + hostPricePerGpu)) return undefined;
  return words(format.language).verdict.wholeSite(format.money(siteCapex));
}

function payback(format: Format, result: Result): string | undefined {
  const { verdict: text } = words(format.language);
  const { paybackMonths, discountedPaybackMonths, paybackLostMonth, reasons, input } = result;
  if (paybackMonths !== null) {
    const time = format.monthSpan(paybackMonths);
    if (paybackLostMonth != null) {
      return text.paybackLost(time, format.monthSpan(paybackLostMonth));
    }
    if (discountedPaybackMonths !== null) return text.payback(time);
    const rate = format.share(input.discountRate);
    return (reasons as Reasons).discountedPaybackMonths === "onlyWithResidual"
      ? text.paybackWithResidual(time, rate)
      : text.paybackInCash(time, rate);
  }
  switch ((reasons as Reasons).paybackMonths) {
    case "nothingInvested":
      return text.nothingInvested;
    case "onlyWithResidual":
      return text.onlyWithResidual;
    default:
      return text.noPayback(format.years(input.years));
  }
}

function wayOut(format: Format, result: Result): string | undefined {
  const { verdict: text } = words(format.language);
  const { breakEvenGpuPrice, reasons, input } = result;
  if (breakEvenGpuPrice === null) {
    const reason = (reasons as Reasons).breakEvenGpuPrice;
    return reason === "rentBelowOtherCosts" ? text.notEvenFree : undefined;
  }
  const price = format.money(breakEvenGpuPrice);
  return input.cloudBilling === "reserved"
    ? text.wouldTakeReserved(price)
    : text.wouldTake(price, format.share(input.utilization));
}

/** What must be said beside the verdict: that another convention would turn it. */
export function warning({ format, result }: Context<Result>): string | undefined {
  const { warnings = [], presentValueSaving, verdict } = result;
  if (!warnings.includes("conventionDisagrees") || presentValueSaving === undefined) {
    return undefined;
  }
  const text = words(format.language).verdict.conventionDisagrees;
  return text[verdict === "rent" ? "rent" : "own"](format.money(Math.abs(presentValueSaving)));
}

/** The answer to figures that are ranges: what owning saves at least and at most. */
export function between(format: Format, low: number, high: number, over: string): Verdict {
  const { verdict: text } = words(format.language);
  const money = (value: number) => format.money(Math.abs(value));
  if (low >= 0) {
    return { lead: text.own, rest: text.between.own(money(low), money(high), over), more: "" };
  }
  if (high <= 0) {
    return { lead: text.rent, rest: text.between.rent(money(high), money(low), over), more: "" };
  }
  return {
    lead: text.dependsOn,
    rest: text.between.either(money(low), money(high), over),
    more: "",
  };
}
