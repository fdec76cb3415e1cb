/** `<chip-rule-map>` alone, without registering it. */
import { ChipRuleMapElement } from "../../prose/rule-map.js";
import { ChipVariableElement } from "../../prose/variable.js";
import { register } from "../../register.js";

export { ChipRuleMapElement as ChipRuleMap };

/** Registers the tag, and that of the numbers in its sentence. */
export function define(): void {
  register("chip-variable", ChipVariableElement);
  register("chip-rule-map", ChipRuleMapElement);
}
