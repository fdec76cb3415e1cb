/** `<chip-if>` alone, without registering it. */
import { ChipIfElement } from "../../prose/choice.js";
import { register } from "../../register.js";

export { ChipIfElement as ChipIf };

/** Registers the tag. */
export function define(): void {
  register("chip-if", ChipIfElement);
}
