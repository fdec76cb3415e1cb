/** The words of every calculator, by language. */
import { words as cloudBreakEven } from "./calculators/cloud-break-even.js";
import { words as clusterTco } from "./calculators/cluster-tco.js";
import { words as investmentReturn } from "./calculators/investment-return.js";
import { words as pricePerformance } from "./calculators/price-performance.js";
import { words as productLine } from "./calculators/product-line.js";
import { words as scenarioOutlook } from "./calculators/scenario-outlook.js";
import type { CalculatorName, Calculators, Language } from "./types.js";

export const words: {
  readonly [Name in CalculatorName]: (language: Language) => Calculators[Name];
} = {
  pricePerformance,
  clusterTco,
  cloudBreakEven,
  investmentReturn,
  productLine,
  scenarioOutlook,
};
