/** `<chip-value>` alone, without registering it. */
import { ChipValueElement } from "../../prose/value.js";
import { register } from "../../register.js";

export { ChipValueElement as ChipValue };

/** Registers the tag. */
export function define(): void {
  register("chip-value", ChipValueElement);
}
