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
let compiling: Promise<void> | undefined;

/**
 * The calculators.
 *
 * @throws {CoreUnavailableError} when the module cannot be started; again on every call, as a policy
 * does not change while a page lives, unless it is compiled meanwhile ({@link pending}).
 */
export function core(): Core {
  if (started !== undefined) return started;
  if (failure !== undefined) throw failure;
  const bytes = decode(text, frequent);
  try {
    return take(bytes);
  } catch (cause) {
    failure = new CoreUnavailableError("WebAssembly could not be started", { cause });
    // Chromium before 114 compiles no more than 4 KB at once on a page's own thread.
    if (cause instanceof RangeError) compiling = compile(bytes);
    throw failure;
  }
}

function take(module: BufferSource | WebAssembly.Module): Core {
  initSync({ module });
  started = ready();
  return started;
}

/** Where this fails too, what went wrong first is what is told. */
async function compile(bytes: BufferSource): Promise<void> {
  try {
    take(await WebAssembly.compile(bytes));
  } catch {}
  compiling = undefined;
}

/** What has to be waited for before {@link core} may be called: mostly nothing. */
export function pending(): Promise<void> | undefined {
  return compiling;
}

/** Starts the module now; what has to be waited for where that takes longer. */
export function launch(): Promise<void> | undefined {
  try {
    core();
  } catch {
    // Told by whoever needs it.
  }
  return compiling;
}
