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
export { ChipIfElement as ChipIf } from "../prose/choice.js";
export { ChipFactCheckElement as ChipFactCheck } from "../prose/fact-check.js";
export { ChipFigureElement as ChipFigure } from "../prose/figure.js";
export { ChipRuleMapElement as ChipRuleMap } from "../prose/rule-map.js";
export { ChipScopeElement as ChipScope } from "../prose/scope.js";
export { ChipValueElement as ChipValue } from "../prose/value.js";
export { ChipVariableElement as ChipVariable } from "../prose/variable.js";
export type {
  CalculatorElement,
  ChipErrorDetail,
  ChipInputDetail,
  ChipResultDetail,
} from "../types.js";
