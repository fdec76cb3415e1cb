/** `<chip-rule-map>` alone, without registering it. */
import { ChipRuleMapElement as Element } from "../../prose/rule-map.js";
import { register } from "../../register.js";
import type { ChipRuleMapElement } from "../../types.js";

export const ChipRuleMap: new () => ChipRuleMapElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-rule-map", Element);
}

export type * from "../../types.js";
