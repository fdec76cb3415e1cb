/** The words of every calculator. */
import type { CalculatorName } from "../generated/metadata.js";
import { texts as cloudBreakEven } from "./cloud-break-even.js";
import { texts as clusterTco } from "./cluster-tco.js";
import { texts as investmentReturn } from "./investment-return.js";
import { texts as pricePerformance } from "./price-performance.js";
import { texts as productLine } from "./product-line.js";
import { texts as scenarioOutlook } from "./scenario-outlook.js";
import type { Texts } from "./words.js";

export const texts: Readonly<Record<CalculatorName, Texts>> = {
  pricePerformance,
  clusterTco,
  cloudBreakEven,
  investmentReturn,
  productLine,
  scenarioOutlook,
};
