/** Total cost of ownership: which sentence fits which result. */
import { clusterTco as en } from "../en/cluster-tco.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { clusterTco as zh } from "../zh/cluster-tco.js";
import { say } from "./say.js";

export const words = wordsOf("clusterTco", { en, zh });

interface Result {
  readonly total: number;
  readonly presentValue: number;
  readonly annualCost: number;
  readonly costPerGpuHourUsed: number | null;
  readonly costPerGpuHourAvailable: number;
  readonly parts: object;
  readonly input: { readonly gpus: number; readonly years: number; readonly utilization: number };
}

type Part = keyof ReturnType<typeof words>["partsInSentence"];

interface Share {
  readonly presentValue: number;
  readonly share: number | null;
}

export function title({ format }: Context<Result>): string {
  return words(format.language).title();
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const text = words(format.language);
  const { verdict: sentences } = text;
  const { total, presentValue, annualCost, costPerGpuHourUsed, input } = result;
  if (total === 0 && annualCost === 0) {
    return { lead: sentences.nothing, rest: sentences.nothingMore, more: "" };
  }
  const available = format.money(result.costPerGpuHourAvailable);
  const lead =
    costPerGpuHourUsed === null
      ? sentences.available(available)
      : sentences.used(format.money(costPerGpuHourUsed));
  const gpus = format.gpus(input.gpus);
  const years = format.years(input.years);
  const money = format.money(total);
  const [name, part] = largest(result.parts);
  const rest =
    name === undefined || (part?.share ?? 0) < 0.2
      ? sentences.costs(gpus, years, money)
      : sentences.mostly(gpus, years, money, share(part?.share ?? 0), text.partsInSentence[name]);
  const idle =
    costPerGpuHourUsed === null || input.utilization === 1
      ? undefined
      : sentences.idle(available, format.share(input.utilization));
  return {
    lead,
    rest,
    more: say(format, sentences.annual(format.money(annualCost), format.money(presentValue)), idle),
  };

  /** "half": as one says it, where that is as good as the figure. */
  function share(part: number): string {
    const { quarter, third, half, all } = text.shares;
    if (part > 0.995) return all;
    const near = (value: number) => Math.abs(part - value) <= 0.02;
    return near(1 / 4) ? quarter : near(1 / 3) ? third : near(1 / 2) ? half : format.share(part);
  }
}

function largest(parts: object): readonly [] | readonly [Part, Share] {
  const [first] = (Object.entries(parts) as [Part, Share][]).sort(
    ([, one], [, other]) => other.presentValue - one.presentValue,
  );
  return first === undefined || first[1].presentValue <= 0 ? [] : first;
}

/** The answer to figures that are ranges. */
export function between(format: Context<Result>["format"], low: number, high: number): Verdict {
  const { verdict: text } = words(format.language);
  return { lead: text.between(format.money(low), format.money(high)), rest: "", more: "" };
}
