/** What a reader's text is for a parameter. */
import type { ParameterInfo } from "../generated/metadata.js";
import { parseNumber } from "../parse.js";
import type { Problem } from "./store.js";

/** A good number (null: the field is empty), or what is wrong with the text. */
export type Reading = { readonly value: number | null } | { readonly problem: Problem };

/**
 * Reads a text within the parameter's bounds. They are looked at here although the calculator looks at
 * them too: what is half typed must not become an answer, and only the field knows what is half typed.
 */
export function read(info: ParameterInfo, text: string): Reading {
  const { name: path, min, max } = info;
  const value = parseNumber(text, info.kind === "fraction");
  if (value === undefined) return { problem: { path, code: "notANumber" } };
  if (value === null) return { value };
  if (!Number.isFinite(value)) return { problem: { path, code: "notFinite" } };
  if (info.kind === "integer" && !Number.isInteger(value)) {
    return { problem: { path, code: "notAnInteger" } };
  }
  if (value < min) return { problem: { path, code: "belowMinimum", min } };
  if (value > max) return { problem: { path, code: "aboveMaximum", max } };
  return { value };
}
