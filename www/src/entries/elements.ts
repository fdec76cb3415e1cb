/** The custom elements' classes, without registering them. */
export { define } from "../define.js";
export * from "../generated/element-classes.js";
export {
  ChipFactCheck,
  ChipFigure,
  ChipIf,
  ChipRuleMap,
  ChipScope,
  ChipValue,
  ChipVariable,
} from "../prose/index.js";
export type {
  CalculatorElement,
  ChipErrorDetail,
  ChipInputDetail,
  ChipResultDetail,
} from "../types.js";
