/** Where the money of a cluster goes, and how it adds up year by year. */
import type { TemplateResult } from "lit";
import type { ClusterTcoResult } from "#core";
import { words } from "../../locales/calculators/cluster-tco.js";
import { type BarChart, barChart } from "../bars.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";
import { lineChart } from "../lines.js";
import { switched } from "../switch.js";

export const chart: Chart = {
  render(host) {
    const { chart } = words(host.format.language);
    const parts = () => barChart(bars(host));
    const title = partsTitle(host);
    return switched(host, [
      { id: "parts", label: chart.partsTab, title, render: parts },
      { id: "years", label: chart.yearsTab, title: chart.years, render: years },
    ]);
  },
  bars,
};

/** With the sum that the shares are of, and what is paid for it, which the answer names. */
function partsTitle({ format, result: untyped }: PlacedHost): string {
  const { parts, total, hardware, input } = untyped as unknown as ClusterTcoResult;
  const sum = Object.values(parts).reduce(
    (sum, { presentValue }) => sum + Math.max(0, presentValue),
    0,
  );
  const { chart } = words(format.language);
  const paid = format.money(total + (input.residualFraction ?? 0) * hardware);
  const counted = format.money(sum);
  return paid === counted ? chart.parts(paid) : chart.partsToday(paid, counted);
}

function bars(host: PlacedHost): BarChart {
  const { format } = host;
  const labels = words(format.language).parts as Readonly<Record<string, string | undefined>>;
  const result = host.result as unknown as ClusterTcoResult;
  const bars = Object.entries(result.parts)
    .filter(([, { presentValue }]) => presentValue > 0)
    .sort(([, a], [, b]) => b.presentValue - a.presentValue)
    .map(([name, { presentValue, share }]) => ({
      label: labels[name] ?? name,
      note: format.money(presentValue),
      value: share ?? 0,
      text: format.percent(share ?? 0),
    }));
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return { title: host.caption(partsTitle(host)), bars, highest };
}

function years(host: PlacedHost, title: string, height: number): TemplateResult {
  const { format, width, em } = host;
  const { chart } = words(format.language);
  const result = host.result as unknown as ClusterTcoResult;
  const { year, cumulative, presentValue } = result.schedule;
  const { labelled, list } = format.locale.ui;
  return lineChart(host, {
    id: host.id("years"),
    title,
    width,
    height,
    em,
    rate: format.currency?.rate,
    alternative: chart.yearsText(
      format.years(result.input.years),
      format.money(result.total),
      format.money(result.presentValue),
    ),
    lines: [
      { tone: "plain", label: chart.presentValue, x: year, y: presentValue },
      { tone: "positive", label: chart.paid, x: year, y: cumulative },
    ],
    xTicks: [...year].map((value) => [value, format.locale.yearTick(value)] as const),
    yTick: (value) => format.moneyTick(value),
    reading: {
      label: "",
      text: (index) =>
        labelled(
          format.locale.yearTick(year[index] ?? index),
          list([
            labelled(chart.paid, format.money(cumulative[index] ?? 0)),
            labelled(chart.presentValue, format.money(presentValue[index] ?? 0)),
          ]),
        ),
    },
  });
}
