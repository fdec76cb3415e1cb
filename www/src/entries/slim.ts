/** The functions without the module: `init` first. */
export * from "../api.js";
export { type CoreSource, init, initSync } from "../instance/loaded.js";
