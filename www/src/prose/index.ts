/** The classes, as the types that the outside sees: free of the library they are built with. */
import type {
  ChipFactCheckElement,
  ChipFigureElement,
  ChipIfElement,
  ChipRuleMapElement,
  ChipScopeElement,
  ChipValueElement,
  ChipVariableElement,
} from "../types.js";
import { ChipIfElement as If } from "./choice.js";
import { ChipFactCheckElement as FactCheck } from "./fact-check.js";
import { ChipFigureElement as Figure } from "./figure.js";
import { ChipRuleMapElement as RuleMap } from "./rule-map.js";
import { ChipScopeElement as Scope } from "./scope.js";
import { ChipValueElement as Value } from "./value.js";
import { ChipVariableElement as Variable } from "./variable.js";

export const ChipIf: new () => ChipIfElement = If;
export const ChipFactCheck: new () => ChipFactCheckElement = FactCheck;
export const ChipFigure: new () => ChipFigureElement = Figure;
export const ChipRuleMap: new () => ChipRuleMapElement = RuleMap;
export const ChipScope: new () => ChipScopeElement = Scope;
export const ChipValue: new () => ChipValueElement = Value;
export const ChipVariable: new () => ChipVariableElement = Variable;
