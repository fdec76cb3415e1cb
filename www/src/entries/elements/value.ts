/** `<chip-value>` alone, without registering it. */
import { ChipValueElement as Element } from "../../prose/value.js";
import { register } from "../../register.js";
import type { ChipValueElement } from "../../types.js";

export const ChipValue: new () => ChipValueElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-value", Element);
}

export type * from "../../types.js";
