/** What a publisher has misspelt. */
import type { CalculatorInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import { nearest } from "../suggest.js";

/** Attributes that any element may have, and those of the tools that write pages. */
const GLOBAL =
  /^(?:accesskey|autofocus|class|contenteditable|dir|draggable|exportparts|hidden|id|inert|is|item\w+|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|xmlns|on\w+)$|[-:@.](?![a-z-]*$)|^(?:aria|data|v|x|hx|ng|_ng|wire|js)[-:]|^[^a-z]/;

interface Class {
  readonly info: CalculatorInfo;
  readonly observedAttributes: readonly string[];
}

const told = new Set<string>();

/** Names on the console an attribute that is none, when one there is was probably meant; once each. */
export function tellUnknown(element: Element, { observedAttributes }: Class): void {
  const names = observedAttributes.filter((name) => name === kebab(name));
  for (const attribute of element.getAttributeNames?.() ?? []) {
    if (observedAttributes.includes(attribute) || GLOBAL.test(attribute)) continue;
    const meant = nearest(attribute, names);
    const key = `${element.localName} ${attribute}`;
    if (meant === undefined || told.has(key)) continue;
    told.add(key);
    console.warn(
      `chip-calculators: <${element.localName}> has no attribute ${attribute}; did you mean ${meant}?`,
    );
  }
}
