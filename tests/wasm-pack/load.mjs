// Loads what `wasm-pack build` wrote for a target as that target's hosts do, calls every function,
// and prints what there was and what came of it. `node load.mjs TARGET FOLDER`; the bundler's package
// imports its module, which Node does with --experimental-wasm-modules.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { calls } from "./calls.mjs";

const [target, folder] = process.argv.slice(2);
const { main, module = main, version } = JSON.parse(readFileSync(join(folder, "package.json")));
const file = join(folder, module);

const load = {
  nodejs: () => createRequire(import.meta.url)(folder),
  bundler: () => import(pathToFileURL(file)),
  web: async () => {
    const loaded = await import(pathToFileURL(file));
    loaded.initSync({ module: readFileSync(file.replace(/\.js$/, "_bg.wasm")) });
    return loaded;
  },
};

const functions = await load[target]();
const results = {};
for (const name of Object.keys(functions)) {
  const call = calls[name];
  if (call === undefined) continue;
  try {
    const given = typeof call === "function" ? call(functions) : call;
    results[name] = await functions[name](...given);
  } catch (error) {
    results[name] = { threw: String(error) };
  }
}
const columns = (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
console.log(JSON.stringify({ names: Object.keys(functions), version, results }, columns));
