/** `<chip-fact-check>` alone, without registering it. */
import { ChipFactCheckElement } from "../../prose/fact-check.js";
import { register } from "../../register.js";

export { ChipFactCheckElement as ChipFactCheck };

/** Registers the tag. */
export function define(): void {
  register("chip-fact-check", ChipFactCheckElement);
}
