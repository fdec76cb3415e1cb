/** The calculators by the names they go by. */
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { NAMES } from "../generated/names.js";
import { kebab } from "../names.js";

export { NAMES };

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
