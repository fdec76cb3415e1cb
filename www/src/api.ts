/** The calculators and the analyses as functions: one plain object in, one out. */

import { core } from "#instance";
import type { Core } from "./core.js";

export type * from "#core";
export { CoreUnavailableError } from "./errors.js";

export const clusterTco: Core["clusterTco"] = (input) => core().clusterTco(input);
export const cloudBreakEven: Core["cloudBreakEven"] = (input) => core().cloudBreakEven(input);
export const pricePerformance: Core["pricePerformance"] = (input) => core().pricePerformance(input);
export const investmentReturn: Core["investmentReturn"] = (input) => core().investmentReturn(input);
export const productLine: Core["productLine"] = (input) => core().productLine(input);
export const scenarioOutlook: Core["scenarioOutlook"] = (input) => core().scenarioOutlook(input);

export const responseCurve: Core["responseCurve"] = (request) => core().responseCurve(request);
export const responseCurves: Core["responseCurves"] = (request) => core().responseCurves(request);
export const tornado: Core["tornado"] = (request) => core().tornado(request);
export const goalSeek: Core["goalSeek"] = (request) => core().goalSeek(request);
export const monteCarlo: Core["monteCarlo"] = (request) => core().monteCarlo(request);
export const batch: Core["batch"] = (request) => core().batch(request);

/** In short slices, so that a page or a worker goes on meanwhile. */
export const tornadoAsync: Core["tornadoAsync"] = (request, options) =>
  core().tornadoAsync(request, options);
export const monteCarloAsync: Core["monteCarloAsync"] = (request, options) =>
  core().monteCarloAsync(request, options);
export const batchAsync: Core["batchAsync"] = (request, options) =>
  core().batchAsync(request, options);

/** What `structuredClone` and `postMessage` keep of a `CalculatorError` only in this form. */
export const plainError: Core["plainError"] = (error) => core().plainError(error);
