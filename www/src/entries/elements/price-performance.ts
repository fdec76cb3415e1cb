/** `<chip-price-performance>` alone, without registering it. */
import { PricePerformanceElement } from "../../elements/price-performance/price-performance.js";
import { register } from "../../register.js";
import type { ChipPricePerformanceElement } from "../../types.js";

export const ChipPricePerformance =
  PricePerformanceElement as unknown as new () => ChipPricePerformanceElement;

/** Registers the tag. */
export function define(): void {
  register("chip-price-performance", PricePerformanceElement);
}

export type * from "../../types.js";
