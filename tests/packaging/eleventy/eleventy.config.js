import { createRequire } from "node:module";
import { dirname } from "node:path";

export default function (config) {
  // The files that the page loads, from the package to /chips/.
  const chips = dirname(createRequire(import.meta.url).resolve("chip-calculators/package.json"));
  for (const name of ["embed.js", "embed.single.js", "embed", "core_bg.wasm"]) {
    config.addPassthroughCopy({ [`${chips}/${name}`]: `chips/${name}` });
  }
}
