/** The calculators alone, without the analyses; their module is that of the elements. */
export type * from "#core";
export {
  CoreUnavailableError,
  cloudBreakEven,
  clusterTco,
  investmentReturn,
  pricePerformance,
  productLine,
  scenarioOutlook,
} from "../api.js";
