/** What a unit of performance costs, chip by chip: the shortest bar is the cheapest. */
import type { PricePerformanceResult } from "#core";
import { metricName, words } from "../../locales/calculators/price-performance.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";

export const chart: Chart = {
  render: (host) => barChart(bars(host)),
  bars,
};

function bars(host: PlacedHost): BarChart {
  const { format, result: untyped } = host;
  const { chart } = words(format.language);
  const result = untyped as unknown as PricePerformanceResult;
  const metric = metricName(format, result);
  const baseline = result.rows.find(({ id }) => id === result.baseline);
  const isIndexed = baseline !== undefined;
  const valueOfRow = ({ index, costPerUnit }: (typeof result.rows)[number]) =>
    isIndexed ? (index ?? 0) : costPerUnit;
  return {
    title: host.caption(isIndexed ? chart.title(metric, baseline.name) : chart.titleCost(metric)),
    reference: isIndexed ? 1 : undefined,
    bars: [...result.rows]
      .sort((a, b) => valueOfRow(a) - valueOfRow(b))
      .map((row) => ({
        label: row.name,
        note: row.id === result.baseline ? chart.baseline : undefined,
        value: valueOfRow(row),
        text: isIndexed ? format.times(row.index ?? 0) : format.money(row.costPerUnit),
        tone: row.id === result.baseline ? "baseline" : "positive",
      })),
  };
}
