/** `<chip-if>` alone, without registering it. */
import { ChipIfElement as Element } from "../../prose/choice.js";
import { register } from "../../register.js";
import type { ChipIfElement } from "../../types.js";

export const ChipIf: new () => ChipIfElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-if", Element);
}

export type * from "../../types.js";
