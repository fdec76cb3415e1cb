/** What each scenario gives, and their average by the probabilities. */
import type { ScenarioOutlookResult } from "#core";
import { words } from "../../locales/calculators/scenario-outlook.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";

export const chart: Chart = {
  render: (host) => barChart(bars(host)),
  bars,
};

function bars({ format, result: untyped, input, resultText }: PlacedHost): BarChart {
  const { chart, names, subjects } = words(format.language);
  const result = untyped as unknown as ScenarioOutlookResult;
  const known = names as Readonly<Record<string, string | undefined>>;
  const { preset } = input as { preset?: string };
  const subject = (subjects as Readonly<Record<string, string | undefined>>)[preset ?? ""];
  const given = result.input.scenarios;
  const odds = (probability: number, entered: number | null | undefined) => {
    const [counted, said] = [probability, entered ?? probability].map((part) =>
      format.percent(part),
    );
    return counted === said ? counted : chart.counted(said ?? "", counted ?? "");
  };
  const bars = result.scenarios.flatMap(({ id, name, probability, value }, index) =>
    value === null
      ? []
      : [
          {
            label: name ?? known[id] ?? id,
            note: odds(probability, given?.[index]?.probability),
            value: Math.abs(value),
            text: resultText(value),
            tone: value < 0 ? ("negative" as const) : ("positive" as const),
          },
        ],
  );
  // Losses are bars as well, so that no line across all of them could mean the average.
  const isSigned = bars.some(({ tone }) => tone === "negative");
  const average = isSigned ? undefined : (result.expected ?? undefined);
  return {
    title: subject === undefined ? chart.table : chart.title(subject),
    bars,
    reference: average,
    line: average === undefined ? undefined : chart.reference(resultText(average)),
  };
}
