/** The article's module inside this file. */
import { frequent, text } from "virtual:article-wasm/text";
import { decode } from "../../inline.js";

export function bytes(): Uint8Array<ArrayBuffer> {
  return decode(text, frequent);
}
