/** `<chip-scope>` alone, without registering it. */
import { ChipScopeElement } from "../../prose/scope.js";
import { register } from "../../register.js";

export { ChipScopeElement as ChipScope };

/** Registers the tag. */
export function define(): void {
  register("chip-scope", ChipScopeElement);
}
