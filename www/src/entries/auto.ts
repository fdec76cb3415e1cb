/** Registers the custom elements. */
import { define } from "../define.js";

define();

export type * from "../types.js";
