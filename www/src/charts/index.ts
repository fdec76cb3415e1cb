/** The chart of each calculator. */
import type { TemplateResult } from "lit";
import type { CalculatorName } from "../generated/metadata.js";
import type { BarChart } from "./bars.js";
import { breakEvenChart } from "./calculators/cloud-break-even.js";
import { costChart } from "./calculators/cluster-tco.js";
import { returnChart } from "./calculators/investment-return.js";
import { priceChart } from "./calculators/price-performance.js";
import { profitChart } from "./calculators/product-line.js";
import { scenarioChart } from "./calculators/scenario-outlook.js";
import type { PlacedHost } from "./host.js";

export { chartStyles } from "./styles.js";

export interface Chart {
  /** The parameter that its handle controls: no second control is shown for it. */
  handle?(host: PlacedHost): string | undefined;
  render(host: PlacedHost): TemplateResult;
  /** The bars it shows, where it shows some: on the page they are a list, no drawing. */
  bars?(host: PlacedHost): BarChart;
}

export const charts: Readonly<Record<CalculatorName, Chart>> = {
  cloudBreakEven: breakEvenChart,
  clusterTco: costChart,
  investmentReturn: returnChart,
  productLine: profitChart,
  pricePerformance: priceChart,
  scenarioOutlook: scenarioChart,
};
