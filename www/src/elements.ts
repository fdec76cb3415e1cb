/** The custom elements' classes, without registering them. */
export { define } from "./define.js";
export { ChipCloudBreakEven, ChipClusterTco, ChipPricePerformance } from "./elements/index.js";
export type {
  CalculatorElement,
  ChipErrorDetail,
  ChipInputDetail,
  ChipResultDetail,
} from "./types.js";
