/**
 * The one instance of the WebAssembly module on a page: made on the first call, synchronously, from
 * the copy inside this file, so that neither a bundler nor a host has to know about a second one.
 */

import { frequent, text } from "virtual:core-wasm/text";
import { initSync } from "#core";
import { type Core, started as ready } from "../core.js";
import { CoreUnavailableError } from "../errors.js";
import { decode } from "../inline.js";

let started: Core | undefined;
let failure: CoreUnavailableError | undefined;

/**
 * The calculators.
 *
 * @throws {CoreUnavailableError} when the module cannot be started; again on every call, as a policy
 * does not change while a page lives.
 */
export function core(): Core {
  if (failure !== undefined) throw failure;
  if (started === undefined) {
    try {
      initSync({ module: decode(text, frequent) });
      started = ready();
    } catch (cause) {
      failure = new CoreUnavailableError("WebAssembly could not be started", { cause });
      throw failure;
    }
  }
  return started;
}

/** What has to be waited for before {@link core} may be called: nothing. */
export function pending(): Promise<void> | undefined {
  return undefined;
}
