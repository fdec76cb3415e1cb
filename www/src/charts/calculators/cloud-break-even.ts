/** Cost a year by how busy the GPUs are; its handle is the utilization. */
import type { TemplateResult } from "lit";
import type { CloudBreakEvenResult } from "#core";
import { words } from "../../locales/calculators/cloud-break-even.js";
import type { Chart } from "../chart.js";
import type { PlacedHost } from "../host.js";
import { type Line, lineChart } from "../lines.js";
import { heightAt } from "../scale.js";
import { type Choice, switched } from "../switch.js";

export const chart: Chart = {
  handle: () => "utilization",
  render(host) {
    const { chart } = words(host.format.language);
    const choices: readonly Choice[] = [
      { id: "use", label: chart.useTab, title: chart.byUse, render: byUse },
      { id: "month", label: chart.monthTab, title: chart.byMonth, render: byMonth },
    ];
    return switched(host, choices);
  },
};

type Drawn = (host: PlacedHost, title: string, height: number) => TemplateResult;

function resultOf(host: PlacedHost): CloudBreakEvenResult {
  return host.result as unknown as CloudBreakEvenResult;
}

function lines(
  { format }: PlacedHost,
  x: ArrayLike<number>,
  own: ArrayLike<number>,
  rent: ArrayLike<number>,
): readonly Line[] {
  const { chart } = words(format.language);
  return [
    { tone: "negative", label: chart.rent, x, y: rent },
    { tone: "positive", label: chart.own, x, y: own },
  ];
}

const byUse: Drawn = (host, title, height) => {
  const { format, info } = host;
  const result = resultOf(host);
  const { chart, sides } = words(format.language);
  const { utilization: x, own, rent } = result.series.byUtilization;
  const { utilization } = result.input;
  const crossing = result.breakEvenUtilization;
  const parameter = info.parameters.find(({ name }) => name === "utilization");
  const difference = Math.abs(result.annualRent - result.annualOwn);
  const side = result.annualRent >= result.annualOwn ? "positive" : "negative";
  const share = format.percent(utilization);
  return lineChart(host, {
    ...sized(host, "use", title, height),
    alternative: chart.byUseText(
      format.money(own[own.length - 1] ?? 0),
      format.money(rent[rent.length - 1] ?? 0),
    ),
    lines: lines(host, x, own, rent),
    crossing:
      crossing === null
        ? undefined
        : {
            x: crossing,
            y: heightAt(x, own, crossing),
            label: chart.crossing(format.percent(crossing)),
          },
    handle: {
      label: chart.handle,
      value: utilization,
      step: 0.01,
      bounds: [parameter?.min ?? 0, parameter?.max ?? 1],
      shown: share,
      text: format.locale.ui.labelled(
        share + format.words.comma + sides.sentence[side],
        format.money(difference),
      ),
      onSlide: (value) => host.set("utilization", value),
      onRest: () => host.rest(),
    },
    xTicks: [0, 0.25, 0.5, 0.75, 1].map((tick) => [tick, format.percent(tick)] as const),
    yTick: (value) => format.moneyTick(value),
  });
};

const byMonth: Drawn = (host, title, height) => {
  const { format } = host;
  const result = resultOf(host);
  const { chart } = words(format.language);
  const { month, own, rent } = result.series.cumulative;
  const { paybackMonths, input } = result;
  const at = (index: number) => ({
    month: format.monthSpan(month[index] ?? 0),
    own: format.money(own[index] ?? 0),
    rent: format.money(rent[index] ?? 0),
  });
  const ticks: [number, string][] = [];
  for (let year = 0; year <= input.years; year++) {
    ticks.push([year * 12, format.locale.yearTick(year)]);
  }
  return lineChart(host, {
    ...sized(host, "month", title, height),
    alternative: chart.byMonthText(
      format.years(input.years),
      format.money(own[own.length - 1] ?? 0),
      format.money(rent[rent.length - 1] ?? 0),
    ),
    lines: lines(host, month, own, rent),
    crossing:
      paybackMonths === null
        ? undefined
        : {
            x: paybackMonths,
            y: heightAt(month, own, paybackMonths),
            label: chart.payback(format.monthSpan(paybackMonths)),
          },
    xTicks: ticks,
    yTick: (value) => format.moneyTick(value),
    reading: {
      label: "",
      text: (index) => {
        const { labelled, list } = format.locale.ui;
        const told = at(index);
        return labelled(
          told.month,
          list([labelled(chart.own, told.own), labelled(chart.rent, told.rent)]),
        );
      },
    },
  });
};

function sized(host: PlacedHost, name: string, title: string, height: number) {
  const { id, width, em, format } = host;
  return { id: id(name), title, width, height, em, rate: format.currency?.rate };
}
