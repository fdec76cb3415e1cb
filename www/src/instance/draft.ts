/** The module that drafts an article's file, made on the first call from the copy inside this file. */
import { frequent, text } from "virtual:draft-wasm/text";
import * as functions from "#draft";
import { CoreUnavailableError } from "../errors.js";
import { decode } from "../inline.js";

let isStarted = false;

/** Its functions. */
export function draft(): typeof functions {
  if (isStarted) return functions;
  try {
    functions.initSync({ module: decode(text, frequent) });
  } catch (cause) {
    throw new CoreUnavailableError("WebAssembly could not be started", { cause });
  }
  isStarted = true;
  return functions;
}
