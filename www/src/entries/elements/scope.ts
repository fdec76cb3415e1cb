/** `<chip-scope>` alone, without registering it. */
import { ChipScopeElement as Element } from "../../prose/scope.js";
import { register } from "../../register.js";
import type { ChipScopeElement } from "../../types.js";

export const ChipScope: new () => ChipScopeElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-scope", Element);
}

export type * from "../../types.js";
