/** `<chip-variable>` alone, without registering it. */
import { ChipVariableElement as Element } from "../../prose/variable.js";
import { register } from "../../register.js";
import type { ChipVariableElement } from "../../types.js";

export const ChipVariable: new () => ChipVariableElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-variable", Element);
}

export type * from "../../types.js";
