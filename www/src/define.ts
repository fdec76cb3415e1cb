// Tables beside tables and words beside words compress better than either among the widgets' code.
import "./generated/metadata.js";
import "./generated/words.js";
import { byTag } from "./generated/elements.js";
import {
  ChipFactCheck,
  ChipFigure,
  ChipIf,
  ChipRuleMap,
  ChipScope,
  ChipValue,
  ChipVariable,
} from "./prose/index.js";
import { register } from "./register.js";

const CLASSES = {
  ...byTag,
  "chip-scope": ChipScope,
  "chip-variable": ChipVariable,
  "chip-value": ChipValue,
  "chip-if": ChipIf,
  "chip-figure": ChipFigure,
  "chip-fact-check": ChipFactCheck,
  "chip-rule-map": ChipRuleMap,
} as const satisfies Readonly<Record<string, CustomElementConstructor>>;

/** The tags there are. */
export type ChipTag = keyof typeof CLASSES;

/**
 * Registers a tag, or all of them. Does nothing where there are no elements, as on a server.
 *
 * @throws {RangeError} when no calculator has this tag.
 */
export function define(tag?: ChipTag): void {
  if (tag !== undefined && !Object.hasOwn(CLASSES, tag)) {
    throw new RangeError(
      `no calculator has the tag ${tag}; there are ${Object.keys(CLASSES).join(", ")}`,
    );
  }
  for (const [name, element] of Object.entries(CLASSES)) {
    if (tag === undefined || tag === name) register(name, element as CustomElementConstructor);
  }
}
