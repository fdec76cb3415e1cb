/** Which calculator a tag within a sentence asks. */
import { type CalculatorInfo, calculators } from "../generated/metadata.js";
import { camel, kebab } from "../names.js";
import { suggestion } from "../suggest.js";

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

/** The names of a calculator's results. */
export const results = ({ outputs }: CalculatorInfo): string[] => outputs.map(({ name }) => name);

/** What is wrong with a name: none is given, or no such calculator has it; `names` are those that one has. */
export function unknown(
  element: Element,
  what: string,
  name: string | undefined,
  names: (info: CalculatorInfo) => readonly string[],
): string {
  if (!name) return `names no ${what}.`;
  const all = Object.values(calculators);
  const asked = element.getAttribute("calculator");
  const info = asked === null ? undefined : all.find(({ name }) => name === camel(asked));
  if (asked !== null && info === undefined) {
    const tags = all.map(({ name }) => kebab(name));
    return `knows no calculator "${asked}"${suggestion(asked, tags) || "."}`;
  }
  const known = (info === undefined ? all : [info]).flatMap(names);
  return `knows no ${what} "${name}"${suggestion(name, known) || "."}`;
}
