/** The custom elements' classes, without registering them. */
export { define } from "../define.js";
export {
  ChipCloudBreakEven,
  ChipClusterTco,
  ChipInvestmentReturn,
  ChipPricePerformance,
  ChipProductLine,
  ChipScenarioOutlook,
} from "../elements/index.js";
export type {
  CalculatorElement,
  ChipErrorDetail,
  ChipInputDetail,
  ChipResultDetail,
} from "../types.js";
