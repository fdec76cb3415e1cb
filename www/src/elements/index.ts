/** The classes, as the types that the outside sees: properties that reflect attributes are made of the table. */
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

export const ChipCloudBreakEven =
  CloudBreakEvenElement as unknown as new () => ChipCloudBreakEvenElement;
export const ChipClusterTco = ClusterTcoElement as unknown as new () => ChipClusterTcoElement;
export const ChipPricePerformance =
  PricePerformanceElement as unknown as new () => ChipPricePerformanceElement;
export const ChipInvestmentReturn =
  InvestmentReturnElement as unknown as new () => ChipInvestmentReturnElement;
export const ChipProductLine = ProductLineElement as unknown as new () => ChipProductLineElement;
export const ChipScenarioOutlook =
  ScenarioOutlookElement as unknown as new () => ChipScenarioOutlookElement;
