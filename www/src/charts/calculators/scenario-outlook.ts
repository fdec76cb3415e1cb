/** What each scenario gives, and their average by the odds. */
import type { ScenarioOutlookResult } from "#core";
import { words } from "../../locales/calculators/scenario-outlook.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";

export const chart: Chart = {
  render: (host) => barChart(bars(host)),
  bars,
};

function bars({ format, result: untyped, input }: PlacedHost): BarChart {
  const { chart, names, subjects } = words(format.language);
  const result = untyped as unknown as ScenarioOutlookResult;
  const known = names as Readonly<Record<string, string | undefined>>;
  const { preset } = input as { preset?: string };
  const subject = (subjects as Readonly<Record<string, string | undefined>>)[preset ?? ""];
  const bars = result.scenarios.flatMap(({ id, name, probability, value }) =>
    value === null
      ? []
      : [
          {
            label: name ?? known[id] ?? id,
            note: format.percent(probability),
            value,
            text: format.money(value),
            tone: "positive" as const,
          },
        ],
  );
  return {
    title: subject === undefined ? chart.table : chart.title(subject),
    bars,
    reference: result.expected ?? undefined,
    line: result.expected === null ? undefined : chart.reference(format.money(result.expected, 4)),
  };
}
