/** One widget, as the loader starts it. */
import { version } from "virtual:embed";
import { init } from "../instance/loaded.js";
import { languagesFrom } from "../locales/registry.js";
import type { BuiltIn, Locale } from "../locales/types.js";

/** Where the module is, seen from `embed/`. */
const MODULE = "../core_bg.wasm";

/** A language is a file for all widgets, seen from `embed/`. */
async function language(name: BuiltIn, self: string): Promise<Locale> {
  const file = new URL(`./languages/${name}.js?${version}`, self).href;
  return ((await import(/* @vite-ignore */ file)) as Record<typeof name, Locale>)[name];
}

/**
 * Starts the module and registers the tag. A loader of another version, from a cache, brings another
 * module: then this file takes its own. `more` is what else has to be there first.
 */
export function starter(define: () => void, self: string, more?: (self: string) => unknown) {
  languagesFrom((name) => language(name, self));
  return async (loader: string, module: Promise<WebAssembly.Module>): Promise<void> => {
    const started = init(loader === version ? module : new URL(`${MODULE}?${version}`, self));
    await Promise.all([started, more?.(self)]);
    define();
  };
}
