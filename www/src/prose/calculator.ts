/** Which calculator a tag within a sentence asks. */
import { type CalculatorInfo, calculators } from "../generated/metadata.js";
import { camel } from "../names.js";

/** The one that its attribute names, else the first that knows the name. */
export function calculatorFor(
  element: Element,
  knows: (info: CalculatorInfo) => boolean,
): CalculatorInfo | undefined {
  const asked = element.getAttribute("calculator");
  const name = asked === null ? undefined : camel(asked);
  return Object.values(calculators).find(
    (info) => (name === undefined || info.name === name) && knows(info),
  );
}
