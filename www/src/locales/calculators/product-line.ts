/** What a vendor earns with a product: which sentence fits which result. */
import { type Format, roundUp } from "../../formats/format.js";
import { productLine } from "../../generated/product-line.js";
import { productLine as en } from "../en/product-line.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { productLine as zh } from "../zh/product-line.js";
import { say } from "./say.js";

export const words = wordsOf("productLine", { en, zh });

interface Result {
  readonly revenue: number;
  readonly grossProfit: number;
  readonly operatingProfit: number;
  readonly operatingMargin: number | null;
  readonly segmentShare: number;
  readonly input: {
    readonly units: number;
    readonly averageSellingPrice: number;
    readonly grossMargin: number;
    readonly research: number;
  };
}

/** What makes the line that of the H200: its figures, whoever changes them. */
const ITS = productLine.parameters.filter(({ name }) => name !== "segmentRevenue");

export function title({ format, result }: Context<Result>): string {
  const text = words(format.language);
  const input = result.input as Readonly<Record<string, unknown>>;
  const isIts = ITS.every(({ name, default: own }) => input[name] === own);
  return isIts ? text.title() : text.titleOwn();
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const { verdict: text } = words(format.language);
  const { revenue, grossProfit, operatingProfit, segmentShare, input } = result;
  const research = format.money(input.research);
  const isOne = input.units === 1;
  if (revenue === 0) {
    const rest = input.research > 0 ? text.researchAlone(research) : "";
    const lead =
      input.units === 0 ? text.nothingSold : text.givenAway(format.round(input.units), isOne);
    return { lead, rest, more: "" };
  }
  const price = format.money(input.averageSellingPrice);
  const rest = say(
    format,
    text.sold(format.round(input.units), price, format.money(revenue), isOne),
    text.share(format.share(segmentShare)),
  );
  const kept =
    grossProfit >= 0
      ? text.kept(format.money(grossProfit), research)
      : text.madeAtALoss(format.money(-grossProfit));
  return { lead: lead(format, result), rest, more: say(format, kept, wayOut(format, result)) };

  function lead(format: Format, { operatingMargin }: Result): string {
    if (operatingProfit === 0) return text.even;
    if (operatingProfit < 0) return text.loses(format.money(-operatingProfit));
    const profit = format.money(operatingProfit);
    // Another currency has no cents of a dollar.
    if (format.currency !== undefined) {
      return text.earnsShare(profit, format.share(operatingMargin ?? 0));
    }
    const cents = Math.round((operatingMargin ?? 0) * 100);
    return text.earns(
      profit,
      cents < 1 ? text.lessThanACent : text.cents(format.count(cents), cents === 1),
    );
  }
}

/** From how many units on the line earns money, where it loses. */
function wayOut(format: Format, { operatingProfit, input }: Result): string | undefined {
  const each = input.averageSellingPrice * input.grossMargin;
  if (operatingProfit >= 0 || each <= 0) return undefined;
  const { verdict: text } = words(format.language);
  return text.needs(format.round(roundUp(input.research / each)));
}

/** The answer to figures that are ranges. */
export function between(format: Format, low: number, high: number): Verdict {
  const { verdict: text } = words(format.language);
  const money = (value: number) => format.money(Math.abs(value));
  if (low >= 0) return { lead: text.between(money(low), money(high)), rest: "", more: "" };
  if (high <= 0) return { lead: text.losesBetween(money(high), money(low)), rest: "", more: "" };
  return { lead: text.eitherWay(money(low), money(high)), rest: "", more: "" };
}
