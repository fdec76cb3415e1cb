/** The calculators and the analyses as functions: one plain object in, one out. */

import { core } from "#instance";
import type { Core } from "./core.js";

export { CoreUnavailableError } from "./errors.js";
export * from "./generated/functions.js";
export { type Plain, plainResult } from "./plain.js";

/** What `structuredClone` and `postMessage` keep of a `CalculatorError` only in this form. */
export const plainError: Core["plainError"] = (error) => core().plainError(error);
