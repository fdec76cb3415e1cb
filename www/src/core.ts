/** The functions of the module, and that it is the one these files were built with. */

import { version as expected } from "virtual:core-wasm";
import {
  batch,
  batchAsync,
  cloudBreakEven,
  clusterTco,
  goalSeek,
  investmentReturn,
  monteCarlo,
  monteCarloAsync,
  plainError,
  pricePerformance,
  productLine,
  responseCurve,
  responseCurves,
  scenarioOutlook,
  tornado,
  tornadoAsync,
  version,
} from "#core";
import { CoreUnavailableError } from "./errors.js";

// Named one by one: a namespace is made of getters, whose descriptors inherit what a page has put on
// `Object.prototype`, and holds the glue's own loading, which these files have no use for.
const core = {
  batch,
  batchAsync,
  cloudBreakEven,
  clusterTco,
  goalSeek,
  investmentReturn,
  monteCarlo,
  monteCarloAsync,
  plainError,
  pricePerformance,
  productLine,
  responseCurve,
  responseCurves,
  scenarioOutlook,
  tornado,
  tornadoAsync,
  version,
};

/** The module's exports, once it has been started. */
export type Core = typeof core;

/**
 * The functions of a module that has been started.
 *
 * @throws {CoreUnavailableError} where the module is of another version than these files: one that a
 * cache kept, say, whose results would have other names.
 */
export function started(): Core {
  const found = core.version();
  if (found !== expected) {
    throw new CoreUnavailableError(
      `the WebAssembly module is of version ${found}, not of ${expected}`,
    );
  }
  return core;
}
