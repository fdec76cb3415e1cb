/** The one instance of the module that checks articles, started when something first asks for it. */

import { version as expected } from "virtual:core-wasm";
import { source } from "#article-module";
import { CoreUnavailableError } from "../../errors.js";

/** The module's exports, once it has been started. */
export type Article = typeof import("#article");

let started: Article | undefined;
let starting: Promise<void> | undefined;

/**
 * The checks.
 *
 * @throws {CoreUnavailableError} until what {@link pending} gives has ended.
 */
export function article(): Article {
  if (started === undefined)
    throw new CoreUnavailableError("the article's module is not there yet");
  return started;
}

/**
 * What has to be waited for before {@link article} may be called; the first to ask starts it.
 *
 * @throws {CoreUnavailableError} (the promise rejects) with the reason as `cause`. It may be tried again.
 */
export function pending(): Promise<void> | undefined {
  if (started !== undefined) return undefined;
  starting ??= start();
  return starting;
}

async function start(): Promise<void> {
  try {
    // Neither is paid for by pages that have no such tag.
    const [functions, module_or_path] = await Promise.all([import("#article"), source()]);
    await functions.default({ module_or_path });
    const found = functions.version();
    if (found !== expected) throw new TypeError(`it is of version ${found}, not of ${expected}`);
    started = functions;
  } catch (cause) {
    starting = undefined;
    throw new CoreUnavailableError("the article's module could not be started", { cause });
  }
}
