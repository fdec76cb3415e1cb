import type { Problem } from "./state/store.js";

/**
 * WebAssembly is not there: most often a content security policy without `'wasm-unsafe-eval'`, or, of
 * the entry without the module, a function called before `init`.
 */
export class CoreUnavailableError extends Error {
  override readonly name = "CoreUnavailableError";
  readonly code = "coreUnavailable";
}

/** The error that a calculator throws, of an input that it is not asked: every bad field. */
export function calculatorError(fields: readonly Problem[]): Error {
  const bad = fields.map(({ path, code }) => `${path} (${code})`).join(", ");
  const kind = { name: "CalculatorError", code: "invalidInput" };
  return Object.assign(new Error(`invalid input: ${bad}`), kind, { fields });
}
