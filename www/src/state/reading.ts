/** What a reader's text is for a parameter. */

import type { Format } from "../formats/format.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Range } from "./range.js";
import type { Problem } from "./store.js";

/** A good number (null: the field is empty), a range, or what is wrong with the text. */
export type Reading =
  | { readonly value: number | null }
  | { readonly range: Range }
  | { readonly problem: Problem };

/**
 * Reads a text, which may be a range where the figure is one of the table's: an answer between two others
 * comes of no other. Within the parameter's bounds: they are looked at here although the calculator looks at them
 * too, for what is half typed must not become an answer, and only the field knows what is half typed.
 */
export function read(
  format: Format,
  info: ParameterInfo,
  text: string,
  takesRange = true,
): Reading {
  const { name: path } = info;
  const reading = format.read(info, text);
  if ("bad" in reading) return { problem: { path, code: reading.bad } };
  const meanings = "ambiguous" in reading ? reading.ambiguous : [reading];
  if (!takesRange && meanings.some((meant) => "range" in meant)) {
    return { problem: { path, code: "noRange" } };
  }
  if ("ambiguous" in reading) {
    return { problem: { path, code: "ambiguous", readings: reading.ambiguous } };
  }
  if ("range" in reading) {
    const problem = reading.range
      .map((value) => wrong(info, value))
      .find((found) => found !== undefined);
    return problem === undefined ? { range: reading.range } : { problem };
  }
  const problem = reading.value === null ? undefined : wrong(info, reading.value);
  return problem === undefined ? { value: reading.value } : { problem };
}

/** What the table says against a value. */
function wrong({ name: path, kind, min, max }: ParameterInfo, value: number): Problem | undefined {
  if (!Number.isFinite(value)) return { path, code: "notFinite" };
  if (kind === "integer" && !Number.isInteger(value)) return { path, code: "notAnInteger" };
  if (value < min) return { path, code: "belowMinimum", min };
  return value > max ? { path, code: "aboveMaximum", max } : undefined;
}
