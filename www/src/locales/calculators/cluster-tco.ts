/** Total cost of ownership: which sentence fits which result. */
import type { Format } from "../../formats/format.js";
import { clusterTco as en } from "../en/cluster-tco.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { clusterTco as zh } from "../zh/cluster-tco.js";
import { say } from "./say.js";

export const words = wordsOf("clusterTco", { en, zh });

interface Result {
  readonly capital: number;
  readonly hardware: number;
  readonly total: number;
  readonly annualCost: number;
  readonly costPerGpuHourUsed: number | null;
  readonly costPerGpuHourAvailable: number;
  readonly input: {
    readonly gpus: number;
    readonly gpusPerServer: number;
    readonly years: number;
    readonly utilization: number;
    readonly residualFraction: number;
    readonly colocationPerKwMonth: number;
    readonly discountRate: number;
    readonly annualization: string;
  };
}

export function title({ format, chip }: Context<Result>): string {
  const text = words(format.language);
  return chip === undefined ? text.title() : text.titleOf(chip);
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const text = words(format.language);
  const { verdict: sentences } = text;
  const { total, annualCost, costPerGpuHourUsed, input } = result;
  if (total === 0 && annualCost === 0) {
    return { lead: sentences.nothing, rest: sentences.nothingMore, more: "" };
  }
  const available = format.money(result.costPerGpuHourAvailable);
  const lead =
    costPerGpuHourUsed === null
      ? sentences.available(available)
      : sentences.used(format.money(costPerGpuHourUsed));
  const costs = sentences.costs(
    format.gpus(input.gpus),
    format.years(input.years),
    format.money(total),
  );
  const idle =
    costPerGpuHourUsed === null || input.utilization === 1
      ? undefined
      : sentences.idle(available, format.share(input.utilization));
  const annual = format.money(annualCost);
  // Equal parts of the capital hold no interest.
  const hasInterest = input.discountRate > 0 && input.annualization !== "straightLine";
  return {
    lead,
    rest: say(format, costs, made(format, result), whole(format, result)),
    more: say(
      format,
      hasInterest
        ? sentences.annualWithInterest(annual, format.share(input.discountRate))
        : sentences.annual(annual),
      idle,
    ),
  };
}

/** Of GPUs that do not fill their servers, that the hardware is bought for more. */
function whole(format: Format, { hardware, input }: Result): string | undefined {
  const { gpus, gpusPerServer: each } = input;
  const bought = Math.ceil(gpus / each) * each;
  if (bought === gpus || hardware === 0) return undefined;
  return words(format.language).verdict.whole(format.number(each), format.number(bought));
}

/** What the total is made of, in cash as the total is. */
function made(format: Format, { capital, hardware, total, input }: Result): string | undefined {
  const { made, resale } = words(format.language).verdict;
  const sold = input.residualFraction * hardware;
  // What is left of a difference between large amounts is no part.
  const part = (amount: number) => (amount > 1e-9 * total ? format.money(amount) : undefined);
  const [bought, site] = [part(hardware), part(capital - hardware)];
  const running = part(total + sold - capital);
  const back = part(sold);
  const parts = (() => {
    if (bought && site && running) return made.all(bought, site, running);
    if (bought && running) {
      return (input.colocationPerKwMonth > 0 ? made.rentedSite : made.noSite)(bought, running);
    }
    if (site && running) return made.noHardware(site, running);
    if (bought && site) return made.noRunning(bought, site);
    // A total of one part says it already.
    return bought && back ? made.hardware(bought) : undefined;
  })();
  return say(format, parts, back && resale(back));
}

/** The answer to figures that are ranges. */
export function between(format: Format, low: number, high: number): Verdict {
  const { verdict: text } = words(format.language);
  return { lead: text.between(format.money(low), format.money(high)), rest: "", more: "" };
}
