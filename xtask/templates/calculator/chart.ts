/** __Title__: a bar for each result that is money. */
import { __camel__ } from "../../generated/__kebab__.js";
import { words } from "../../locales/calculators/__kebab__.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";

export const chart: Chart = {
  render: (host) => barChart(bars(host)),
  bars,
};

function bars(host: PlacedHost): BarChart {
  const { format, result } = host;
  const { chart, outputs } = words(format.language);
  const labels: Readonly<Record<string, string>> = outputs;
  const values = result as unknown as Readonly<Record<string, unknown>>;
  const shown = __camel__.outputs.flatMap(({ kind, name }) => {
    const value = values[name];
    if (kind !== "money" || typeof value !== "number") return [];
    return [{ label: labels[name] ?? name, value: Math.abs(value), text: format.money(value) }];
  });
  return { title: host.caption(chart.title), bars: shown };
}
