/** The functions of the module, and that it is the one these files were built with. */

import { version as expected } from "virtual:core-wasm";
import { CoreUnavailableError } from "./errors.js";
import { exports as core } from "./generated/exports.js";

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
