/** One widget, as the loader starts it. */
import { version } from "virtual:embed";
import { init } from "../instance/loaded.js";

/** Where the module is, seen from `embed/`. */
const MODULE = "../core_bg.wasm";

/**
 * Starts the module and registers the tag. A loader of another version, from a cache, brings another
 * module: then this file takes its own.
 */
export function starter(define: () => void, self: string) {
  return async (loader: string, module: Promise<WebAssembly.Module>): Promise<void> => {
    await init(loader === version ? module : new URL(`${MODULE}?${version}`, self));
    define();
  };
}
