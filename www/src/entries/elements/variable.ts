/** `<chip-variable>` alone, without registering it. */
import { ChipVariableElement } from "../../prose/variable.js";
import { register } from "../../register.js";

export { ChipVariableElement as ChipVariable };

/** Registers the tag. */
export function define(): void {
  register("chip-variable", ChipVariableElement);
}
