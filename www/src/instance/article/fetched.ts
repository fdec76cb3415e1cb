/** The article's module from the folder that the embed came from. */
import { version } from "virtual:core-wasm";
import { compile } from "../../embed/compile.js";

const FILE = "article_bg.wasm";

let folder: string | undefined;

/** Says which folder that is. */
export function from(address: string): void {
  folder = address;
}

/** The module, compiled while it arrives. */
export function source(): Promise<WebAssembly.Module> {
  if (folder === undefined) throw new TypeError("nobody has said which folder it is in");
  return compile(new URL(`${FILE}?${version}`, folder).href);
}
