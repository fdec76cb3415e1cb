/** `<chip-figure>` alone, without registering it. */
import { ChipFigureElement } from "../../prose/figure.js";
import { register } from "../../register.js";

export { ChipFigureElement as ChipFigure };

/** Registers the tag. */
export function define(): void {
  register("chip-figure", ChipFigureElement);
}
