import { html, type TemplateResult } from "lit";
import type { ClusterTcoInput, ClusterTcoResult } from "#core";
import { core } from "#instance";
import { barChart } from "../../chart/bars.js";
import { lineChart } from "../../chart/lines.js";
import { clusterTco } from "../../generated/cluster-tco.js";
import { texts } from "../../locales/cluster-tco.js";
import { dataTable, resultsTable } from "../../table.js";
import { type Tab, tabs } from "../../tabs.js";
import { CalculatorElement, type Verdict } from "../calculator-element.js";
import type { FrameView } from "../frame.js";

type View = "parts" | "years";

interface Part {
  readonly name: string;
  readonly label: string;
  readonly presentValue: number;
  readonly share: number;
}

/** Total cost of ownership. */
export class ClusterTcoElement extends CalculatorElement<ClusterTcoInput, ClusterTcoResult> {
  static override readonly info = clusterTco;

  static override readonly texts = texts;

  static override readonly output = "costPerGpuHourUsed";

  #view: View = "parts";

  protected override calculate(input: ClusterTcoInput): ClusterTcoResult {
    return core().clusterTco(input);
  }

  get #text() {
    return texts[this.format.language].text;
  }

  #years(result: ClusterTcoResult): string {
    return this.format.years(result.input.years);
  }

  /** The parts that cost anything, the largest first. */
  #parts(result: ClusterTcoResult): Part[] {
    return Object.entries(result.parts)
      .map(([name, { presentValue, share }]) => ({
        name,
        label: this.#text.parts[name] ?? name,
        presentValue,
        share: share ?? 0,
      }))
      .filter(({ presentValue }) => presentValue > 0)
      .sort((a, b) => b.presentValue - a.presentValue);
  }

  #headline(result: ClusterTcoResult): { value: string; label: string } {
    const { costPerGpuHourUsed, costPerGpuHourAvailable, input } = result;
    if (costPerGpuHourUsed === null) {
      return {
        value: this.format.money(costPerGpuHourAvailable),
        label: this.#text.headlineAvailable,
      };
    }
    return {
      value: this.format.money(costPerGpuHourUsed),
      label: this.#text.headlineUsed(this.format.percent(input.utilization)),
    };
  }

  override verdict(result: ClusterTcoResult): Verdict {
    const { value, label } = this.#headline(result);
    return { lead: `${value} ${label}`, rest: this.#sentence(result), more: "" };
  }

  #sentence(result: ClusterTcoResult): string {
    const { format } = this;
    const text = this.#text;
    const costs = text.costs(
      this.#years(result),
      format.gpus(result.input.gpus),
      format.money(result.total),
      format.money(result.presentValue),
      format.money(result.annualCost),
    );
    const [largest] = this.#parts(result);
    return largest === undefined
      ? costs
      : costs + format.locale.space + text.largest(largest.label, format.percent(largest.share));
  }

  override chart(result: ClusterTcoResult): TemplateResult {
    const text = this.#text;
    const all: readonly Tab<View>[] = [
      { id: "parts", label: text.partsTab, title: text.partsTitle },
      { id: "years", label: text.yearsTab, title: text.yearsTitle },
    ];
    const select = (view: View) => {
      this.#view = view;
      this.requestUpdate();
    };
    const drawn = this.#view === "parts" ? this.#partsChart(result) : this.#yearsChart(result);
    return tabs(all, this.#view, select, drawn);
  }

  #partsChart(result: ClusterTcoResult): TemplateResult {
    const { format } = this;
    const parts = this.#parts(result);
    return barChart({
      ...this.chartSize,
      alternative: this.#text.partsAlternative(
        parts.map(({ label, share }) => [label, format.percent(share)] as const),
      ),
      bars: parts.map(({ label, presentValue, share }) => ({
        className: "part",
        label,
        note: format.money(presentValue),
        value: share,
        text: format.percent(share),
      })),
      highest: 1,
    });
  }

  #yearsChart(result: ClusterTcoResult): TemplateResult {
    const { format } = this;
    const text = this.#text;
    const { year, cumulative, presentValue } = result.schedule;
    return lineChart({
      ...this.chartSize,
      alternative: text.yearsAlternative(
        this.#years(result),
        format.money(result.total),
        format.money(result.presentValue),
      ),
      lines: [
        { className: "rent", label: text.presentValue, x: year, y: presentValue },
        { className: "own", label: text.cumulative, x: year, y: cumulative },
      ],
      marks: [],
      xTicks: Array.from(year, (value) => [value, format.locale.yearTick(value)] as const),
      yTick: (value) => format.moneyTick(value),
    });
  }

  override views(result: ClusterTcoResult): readonly FrameView[] {
    return [
      { id: "table", title: this.format.locale.ui.results, render: () => this.#table(result) },
    ];
  }

  #table(result: ClusterTcoResult): TemplateResult {
    const { format } = this;
    const { locale } = format;
    const { year, capital, operating, cumulative, presentValue } = result.schedule;
    const columns = { capital, operating, cumulative, presentValue };
    const parts = dataTable(
      this.#text.partsTitle,
      [
        { label: locale.ui.part, cell: ({ label }: Part) => label },
        { label: this.#text.presentValue, cell: ({ presentValue }) => format.money(presentValue) },
        { label: locale.ui.share, cell: ({ share }) => format.percent(share) },
      ],
      this.#parts(result),
    );
    const schedule = dataTable(
      this.#text.schedule,
      [
        {
          label: this.#text.columns.year ?? "",
          cell: (row: number) => locale.yearTick(year[row] ?? 0),
        },
        ...Object.entries(columns).map(([name, column]) => ({
          label: this.#text.columns[name] ?? name,
          cell: (row: number) => format.money(column[row] ?? 0),
        })),
      ],
      Array.from(year, (_, row) => row),
    );
    return html`
      ${resultsTable(format, this.info, result)}
      <details class="schedule" data-part="schedule">
        <summary>${this.#text.tables}</summary>
        ${parts} ${schedule}
      </details>
    `;
  }
}
