/** The one instance of the WebAssembly module on a page, made from where the page says. */
import load, { type InitInput, initSync as start } from "#core";
import { type Core, started as ready } from "../core.js";
import { CoreUnavailableError } from "../errors.js";

/** An address, a response, bytes, or a compiled module; each may be a promise. */
export type CoreSource = InitInput | Promise<InitInput>;

let started: Core | undefined;
let starting: Promise<void> | undefined;
let waiting: { readonly promise: Promise<void>; readonly settle: () => void } | undefined;

/** The calculators. */
export function core(): Core {
  if (started === undefined)
    throw new CoreUnavailableError("init has not been called or not ended");
  return started;
}

/** What has to be waited for before {@link core} may be called. */
export function pending(): Promise<void> | undefined {
  if (started !== undefined) return undefined;
  if (waiting === undefined) {
    let settle = () => {};
    const promise = new Promise<void>((resolve) => {
      settle = resolve;
    });
    waiting = { promise, settle };
  }
  return waiting.promise;
}

/** The same: it is for the page to start it. */
export const launch = pending;

function take(): void {
  started = ready();
  waiting?.settle();
}

/** What was thrown, where it says why itself. */
function unavailable(cause: unknown): CoreUnavailableError {
  if (cause instanceof CoreUnavailableError) return cause;
  return new CoreUnavailableError("WebAssembly could not be started", { cause });
}

/**
 * Starts the module, `chip-calculators/core.wasm`, once: what is asked while it starts, or later, waits
 * for the same one. After a failure it may be tried again, but not
 * where the module was of another version: wasm-bindgen keeps the first that starts, and the page has to be
 * loaded anew.
 *
 * @throws {CoreUnavailableError} (the promise rejects) with the reason as `cause`; where the module is of
 * another version than these files, that is the error's message.
 */
export function init(source: CoreSource): Promise<void> {
  if (started !== undefined) return Promise.resolve();
  starting ??= attempt(source);
  return starting;
}

async function attempt(source: CoreSource): Promise<void> {
  try {
    const given = await source;
    if (given === undefined || given === null)
      throw new TypeError("init needs the module or its address");
    // Meanwhile, by initSync.
    if (started !== undefined) return;
    await load({ module_or_path: given });
    take();
  } catch (cause) {
    starting = undefined;
    throw unavailable(cause);
  }
}

/**
 * Starts the module at once, from its bytes or from it compiled.
 *
 * @throws {CoreUnavailableError} as {@link init} does.
 */
export function initSync(module: BufferSource | WebAssembly.Module): void {
  if (started !== undefined) return;
  try {
    start({ module });
    take();
  } catch (cause) {
    throw unavailable(cause);
  }
}
