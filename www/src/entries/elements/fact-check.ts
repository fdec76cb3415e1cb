/** `<chip-fact-check>` alone, without registering it. */
import { ChipFactCheckElement as Element } from "../../prose/fact-check.js";
import { register } from "../../register.js";
import type { ChipFactCheckElement } from "../../types.js";

export const ChipFactCheck: new () => ChipFactCheckElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-fact-check", Element);
}

export type * from "../../types.js";
