/** `<chip-product-line>` alone, without registering it. */
import { ProductLineElement } from "../../elements/product-line/product-line.js";
import { register } from "../../register.js";
import type { ChipProductLineElement } from "../../types.js";

export const ChipProductLine = ProductLineElement as unknown as new () => ChipProductLineElement;

/** Registers the tag. */
export function define(): void {
  register("chip-product-line", ProductLineElement);
}

export type * from "../../types.js";
