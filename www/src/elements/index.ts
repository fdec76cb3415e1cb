/** The classes, as the types that the outside sees. */
import type {
  ChipCloudBreakEvenElement,
  ChipClusterTcoElement,
  ChipInvestmentReturnElement,
  ChipPricePerformanceElement,
  ChipProductLineElement,
  ChipScenarioOutlookElement,
} from "../types.js";
import { CloudBreakEvenElement } from "./cloud-break-even/cloud-break-even.js";
import { ClusterTcoElement } from "./cluster-tco/cluster-tco.js";
import { InvestmentReturnElement } from "./investment-return/investment-return.js";
import { PricePerformanceElement } from "./price-performance/price-performance.js";
import { ProductLineElement } from "./product-line/product-line.js";
import { ScenarioOutlookElement } from "./scenario-outlook/scenario-outlook.js";

export const ChipCloudBreakEven: new () => ChipCloudBreakEvenElement = CloudBreakEvenElement;
export const ChipClusterTco: new () => ChipClusterTcoElement = ClusterTcoElement;
export const ChipPricePerformance: new () => ChipPricePerformanceElement = PricePerformanceElement;
export const ChipInvestmentReturn: new () => ChipInvestmentReturnElement = InvestmentReturnElement;
export const ChipProductLine: new () => ChipProductLineElement = ProductLineElement;
export const ChipScenarioOutlook: new () => ChipScenarioOutlookElement = ScenarioOutlookElement;
