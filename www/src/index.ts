/** The calculators as functions: one plain object in, one out; the first call starts WebAssembly. */
import { type Core, core } from "./core.js";

export type * from "#core";
export { CoreUnavailableError } from "./core.js";

export const clusterTco: Core["clusterTco"] = (input) => core().clusterTco(input);
export const cloudBreakEven: Core["cloudBreakEven"] = (input) => core().cloudBreakEven(input);
export const pricePerformance: Core["pricePerformance"] = (input) => core().pricePerformance(input);
