/** From sales to profit. */
import type { ProductLineResult } from "#core";
import { words } from "../../locales/calculators/product-line.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";

export const chart: Chart = {
  render: (host) => barChart(bars(host)),
  bars,
};

function bars(host: PlacedHost): BarChart {
  const { format, result, input } = host;
  const { chart } = words(format.language);
  const { revenue, grossProfit, operatingProfit } = result as unknown as ProductLineResult;
  const research = typeof input.research === "number" ? input.research : 0;
  const bar = (label: string, value: number, tone: "positive" | "plain" | "negative") => ({
    label,
    value: Math.abs(value),
    text: format.money(value),
    tone,
  });
  const isLoss = operatingProfit < 0;
  const bars = [
    bar(chart.revenue, revenue, "plain"),
    bar(chart.costOfSales, grossProfit - revenue, "negative"),
    bar(chart.grossProfit, grossProfit, grossProfit < 0 ? "negative" : "plain"),
    bar(chart.research, -research, "negative"),
    isLoss
      ? bar(chart.operatingLoss, operatingProfit, "negative")
      : bar(chart.operatingProfit, operatingProfit, "positive"),
  ];
  return {
    title: host.caption(chart.title),
    bars,
    highest: Math.max(...bars.map(({ value }) => value)),
  };
}
