/** The custom elements without the module: they start when `init` has. */
export { type CoreSource, init, initSync } from "../instance/loaded.js";
export * from "./elements.js";
