import type { CalculatorError } from "#core";

/**
 * WebAssembly is not there: most often a content security policy without `'wasm-unsafe-eval'`, or, of
 * the entry without the module, a function called before `init`.
 */
export class CoreUnavailableError extends Error {
  override readonly name = "CoreUnavailableError";
  readonly code = "coreUnavailable";
}

/** An input that cannot be computed, found before the module is asked: every bad field. */
export function calculatorError(fields: CalculatorError["fields"]): CalculatorError {
  const bad = fields.map(({ path, code }) => `${path} (${code})`).join(", ");
  const kind = { name: "CalculatorError", code: "invalidInput" } as const;
  return Object.assign(new Error(`invalid input: ${bad}`), kind, { fields });
}
