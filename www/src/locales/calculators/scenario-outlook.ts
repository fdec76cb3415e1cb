/** Scenarios and what they give together: which sentence fits which result. */
import { scenarioOutlook as en } from "../en/scenario-outlook.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { scenarioOutlook as zh } from "../zh/scenario-outlook.js";
import { say } from "./say.js";

export const words = wordsOf("scenarioOutlook", { en, zh });

interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly probability: number;
  readonly value: number | null;
}

interface Result {
  readonly expected: number | null;
  readonly standardDeviation: number | null;
  readonly scenarios: readonly Row[];
  readonly verdicts: readonly { readonly verdict: string; readonly probability: number }[];
}

/** What the scenarios are about, which the result alone does not say. */
export interface Subject {
  /** The article's own scenarios, by preset. */
  readonly article?: "article" | "articleMarketValue" | undefined;
  /** Else what the figures are. */
  readonly name: string;
  readonly show: (value: number) => string;
}

export function title({ format, subject }: Pick<Told, "format" | "subject">): string {
  const text = words(format.language);
  return subject.article === undefined ? text.title() : text.titles[subject.article];
}

interface Told extends Context<Result> {
  readonly subject: Subject;
  /** What the reader's probabilities add up to, where that is not all. */
  readonly sum?: number | undefined;
}

export function verdict(context: Told): Verdict {
  const { format, result, changed, subject, sum } = context;
  const { verdict: text } = words(format.language);
  const { expected, scenarios, verdicts } = result;
  if (expected === null) {
    return { lead: text.noAverage, rest: text.notAll, more: "" };
  }
  const value = subject.show(expected);
  const lead = (() => {
    switch (subject.article) {
      case "article":
        return (changed ? text.articleChanged : text.article)(value);
      case "articleMarketValue":
        return (changed ? text.articleMarketValueChanged : text.articleMarketValue)(value);
      default:
        return text.other(subject.name, value);
    }
  })();
  const weights: Readonly<Record<string, ((odds: string) => string) | undefined>> =
    text.verdictOdds;
  const decided = verdicts
    .filter(({ probability }) => probability > 0)
    .map(({ verdict: word, probability }) => weights[word]?.(format.percent(probability)));
  return {
    lead,
    rest: say(format, range(), ...decided),
    more: say(
      format,
      sum === undefined ? undefined : text.weights(format.percent(sum)),
      result.standardDeviation === null ? undefined : deviation(result.standardDeviation),
    ),
  };

  function range(): string {
    // What has no probability is no part of what may come.
    const rows = scenarios.filter(({ probability }) => probability > 0);
    const values = rows.map(({ value }) => value ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    if (low === high) return rows.length < scenarios.length ? "" : text.all(subject.show(low));
    const odds = (limit: number) =>
      format.percent(
        rows.reduce((sum, row) => (row.value === limit ? sum + row.probability : sum), 0),
      );
    return text.range(subject.show(low), odds(low), subject.show(high), odds(high));
  }

  function deviation(value: number): string {
    return value === 0 ? "" : text.deviation(subject.show(value));
  }
}
