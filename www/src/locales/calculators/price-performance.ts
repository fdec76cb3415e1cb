/** Chips against each other: which sentence fits which result. */
import type { Format } from "../../formats/format.js";
import { pricePerformance as en } from "../en/price-performance.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { pricePerformance as zh } from "../zh/price-performance.js";
import { say } from "./say.js";

export const words = wordsOf("pricePerformance", { en, zh });

interface Row {
  readonly id: string;
  readonly name: string;
  readonly price: number | null;
  readonly priceStatus?: string | null;
  readonly costPerUnit: number;
  readonly index: number | null;
  readonly priceToMatch: number | null;
}

interface Result {
  readonly metric: string;
  readonly unit: string;
  readonly mixed: boolean;
  readonly basis: "price" | "power" | "priceAndEnergy";
  readonly baseline: string;
  readonly rows: readonly Row[];
  readonly missing: readonly {
    readonly id: string;
    readonly name: string;
    readonly reason?: string;
  }[];
  readonly input: { readonly years: number; readonly electricityPrice: number };
}

/** Chips whose cost of a unit differs by less than this part are alike. */
const ALIKE = 0.005;

/** As many chips without a figure are named; more are counted. */
const NAMED = 3;

/** From here on a chip gives so many times as much, below so many per cent more. */
const SEVERAL = 1.3;

const FAMILIES: Readonly<Record<string, "memory" | "bandwidth">> = {
  memoryGb: "memory",
  bandwidthTbs: "bandwidth",
  interconnectGbs: "bandwidth",
};

export function title({ format, result }: Context<Result>): string {
  const { title: questions } = words(format.language);
  const family = /^tokens?\/s$/.test(result.unit) ? "tokens" : FAMILIES[result.metric];
  return questions[result.basis][family ?? "speed"];
}

/** What is measured: "FP8, dense". */
export function metricName(
  format: Format,
  { metric, mixed }: Pick<Result, "metric" | "mixed">,
): string {
  const text = words(format.language);
  const names: Readonly<Record<string, string>> = text.choices.metric;
  return mixed ? text.mixedMetric : (names[metric] ?? metric);
}

/** What a unit of performance costs: "$9.84". */
export function amount(format: Format, { basis }: Result, { costPerUnit }: Row): string {
  const text = words(format.language);
  return basis === "power" ? text.watts(format.number(costPerUnit)) : format.money(costPerUnit);
}

/** The unit after "per". */
export function unitName(format: Format, { unit }: Result): string {
  return words(format.language).units[unit] ?? unit;
}

/** The unit after "per", with what it is of: "teraFLOPS of dense FP8". */
function unitOfMetric(format: Format, result: Result): string {
  const unit = unitName(format, result);
  return result.metric in FAMILIES
    ? words(format.language).plainUnit(unit)
    : words(format.language).unitOf(unit, metricName(format, result));
}

/** Whose the prices are, which the result alone does not say. */
interface Told extends Context<Result> {
  readonly prices?: "yours" | "page" | "catalogue";
}

export function verdict({ format, result, changed, prices: whose }: Told): Verdict {
  const { verdict: text } = words(format.language);
  const rows = [...result.rows].sort((one, other) => one.costPerUnit - other.costPerUnit);
  const [best, second] = rows;
  if (best === undefined) return { lead: text.none, rest: text.noneMore, more: "" };
  const baseline = rows.find(({ id }) => id === result.baseline);
  const unit = unitOfMetric(format, result);
  const cost = amount(format, result, best);
  const more = say(format, notes(), wayOut());
  // What puts the answer itself in doubt stands beside it.
  const doubt = result.mixed ? text.mixed : undefined;
  if (second === undefined) {
    const lead = (result.missing.length === 0 ? text.alone : text.onlyOne)(best.name);
    return { lead, rest: text.costsAlone(cost, unit), more };
  }
  const alike = second.costPerUnit <= best.costPerUnit * (1 + ALIKE);
  const other = best === baseline || baseline === undefined ? second : baseline;
  const costs = text.costs(cost, amount(format, result, other), unit);
  if (alike) {
    return { lead: text.tie(best.name, second.name), rest: say(format, doubt, costs), more };
  }
  if (baseline === undefined) {
    const missing = result.missing.find(({ id }) => id === result.baseline)?.name;
    const rest = say(
      format,
      text.costsAlone(cost, unit),
      text.noBaseline(missing ?? result.baseline),
    );
    return { lead: text.best[result.basis](best.name), rest, more };
  }
  if (best === baseline) {
    const next = text.second(second.name, amount(format, result, second));
    const rest = say(format, doubt, text.costsAlone(cost, unit), next);
    return { lead: text.best[result.basis](best.name), rest, more };
  }
  const ratio = baseline.costPerUnit / best.costPerUnit;
  const lead = !Number.isFinite(ratio)
    ? // At no price nothing comes near.
      text.best[result.basis](best.name)
    : ratio < SEVERAL
      ? text.slightly[result.basis](best.name, format.share(ratio - 1), baseline.name)
      : text.against[result.basis](best.name, format.factor(ratio), baseline.name);
  return { lead, rest: say(format, doubt, costs), more };

  function notes(): string {
    if (result.mixed) return text.mixedMore;
    const { years, electricityPrice } = result.input;
    const energy =
      result.basis === "priceAndEnergy"
        ? text.energy(format.years(years), format.money(electricityPrice))
        : undefined;
    const told = { yours: text.pricesChanged, page: text.pricesGiven, catalogue: text.prices };
    const prices =
      result.basis === "power" ? undefined : told[whose ?? (changed ? "yours" : "catalogue")];
    const guessed = result.basis !== "power" && best?.priceStatus === "estimated";
    return say(format, lacking(), prices, guessed ? text.estimated(best.name) : undefined, energy);
  }

  /** The chips that a reader's measure has lost. */
  function lacking(): string | undefined {
    const names = result.missing.flatMap(({ name, reason }) => (reason === "noFigure" ? name : []));
    if (!changed || names.length === 0) return undefined;
    return names.length <= NAMED
      ? words(format.language).missing.noFigure(format.locale.ui.list(names))
      : text.lacking(format.count(names.length));
  }

  /** At which price the chip compared with would be as good. */
  function wayOut(): string | undefined {
    if (result.mixed || result.basis !== "price" || baseline === undefined) return undefined;
    if (best === undefined || best === baseline || baseline.price === null) return undefined;
    const price = (baseline.price * best.costPerUnit) / baseline.costPerUnit;
    return text.match(baseline.name, format.money(price));
  }
}
