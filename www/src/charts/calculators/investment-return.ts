/** What an investment has brought back by each year. */
import type { InvestmentReturnResult } from "#core";
import { words } from "../../locales/calculators/investment-return.js";
import type { Chart } from "../chart.js";
import { lineChart } from "../lines.js";

export const chart: Chart = {
  render(host) {
    const { format, width, height, em } = host;
    const { chart } = words(format.language);
    const result = host.result as unknown as InvestmentReturnResult;
    const { year, cumulative, presentValue } = result.schedule;
    const { paybackMonths } = result;
    const { labelled, list } = format.locale.ui;
    return lineChart(host, {
      id: host.id("return"),
      title: host.caption(chart.title),
      width,
      height,
      em,
      rate: format.currency?.rate,
      alternative: chart.text(
        format.years(result.input.years),
        format.money(cumulative[cumulative.length - 1] ?? 0),
        format.money(result.npv),
      ),
      lines: [
        { tone: "plain", label: chart.presentValue, x: year, y: presentValue },
        { tone: "positive", label: chart.cumulative, x: year, y: cumulative },
      ],
      crossing:
        paybackMonths === null
          ? undefined
          : { x: paybackMonths / 12, y: 0, label: chart.mark(format.monthSpan(paybackMonths)) },
      xTicks: [...year].map((value) => [value, format.locale.yearTick(value)] as const),
      yTick: (value) => format.moneyTick(value),
      reading: {
        label: "",
        text: (index) =>
          labelled(
            format.locale.yearTick(year[index] ?? index),
            list([
              labelled(chart.cumulative, format.money(cumulative[index] ?? 0)),
              labelled(chart.presentValue, format.money(presentValue[index] ?? 0)),
            ]),
          ),
      },
    });
  },
};
