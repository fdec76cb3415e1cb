/** The calculators by the names they go by. */
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { kebab } from "../names.js";

/** In the order in which they are declared. */
export const NAMES = Object.keys(calculators) as readonly CalculatorName[];

/** The calculator called `cloudBreakEven`, `cloud-break-even` or `chip-cloud-break-even`. */
export function calculatorNamed(name: unknown): CalculatorName | undefined {
  return NAMES.find(
    (known) => name === known || name === kebab(known) || name === calculators[known].element,
  );
}

/** What a calculator takes beside its parameters, and a widget as an attribute. */
export function textOptions(calculator: CalculatorName): readonly string[] {
  return calculator === "pricePerformance" ? ["preset", "baseline", "chips"] : ["preset"];
}
