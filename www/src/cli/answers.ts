/** What a row comes to: a result, or what is wrong with it. */
import type { FieldError } from "#core";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { oneOf } from "../suggest.js";
import type { Row } from "./rows.js";
import { fieldMessage, shown } from "./terminal.js";

interface Refusal {
  readonly message: string;
  readonly fields: readonly FieldError[];
}

export type Outcome = { readonly result: object } | { readonly refusal: Refusal };

export type Calculate = (input: unknown) => object;

export function answer(calculate: Calculate, row: Row): Outcome {
  if ("bad" in row) return { refusal: { message: row.bad, fields: [] } };
  try {
    return { result: calculate(row.input) };
  } catch (error) {
    const { message, fields } = error as Refusal;
    if (fields === undefined) throw error;
    return { refusal: { message, fields } };
  }
}

/** What is wrong with a row, a line each; `given` is the row where it may be no object. */
export function complaintsOf(
  calculator: CalculatorName,
  outcome: Outcome,
  given?: unknown,
): string[] {
  if ("result" in outcome) return [];
  const { message, fields } = outcome.refusal;
  if (fields.length === 0) return [message];
  return fields.map((field) => {
    const { path, code, value } = field;
    if (path === "input" && code === "wrongType") {
      return `${shown(given ?? value)} is no input: write an object; {} takes every default`;
    }
    const words = wordsOf(calculator, path);
    return code.startsWith("unknown") && words.length > 0
      ? `${path} = ${shown(value)}: ${oneOf(words, value)}`
      : fieldMessage(field);
  });
}

/** What may be chosen for a field; of a number nothing. */
function wordsOf(calculator: CalculatorName, path: string): readonly string[] {
  const { parameters, presets } = calculators[calculator];
  if (path === "preset") return presets;
  return parameters.find(({ name }) => name === path)?.words ?? [];
}

/** The results that are single figures or words, in the order of the table; what there is not is empty. */
export function lineOf(
  kept: readonly string[],
  names: readonly string[],
  outcome: Outcome,
): string {
  const result = "result" in outcome ? (outcome.result as Record<string, unknown>) : {};
  return [...kept, ...names.map((name) => String(result[name] ?? ""))].join(",");
}
