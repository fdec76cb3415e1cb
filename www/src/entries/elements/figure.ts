/** `<chip-figure>` alone, without registering it. */
import { ChipFigureElement as Element } from "../../prose/figure.js";
import { register } from "../../register.js";
import type { ChipFigureElement } from "../../types.js";

export const ChipFigure: new () => ChipFigureElement = Element;

/** Registers the tag. */
export function define(): void {
  register("chip-figure", Element);
}

export type * from "../../types.js";
