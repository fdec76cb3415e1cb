import { createRequire } from "node:module";
import { dirname } from "node:path";

export default function (config) {
  // The package's files, to /chips/.
  const chips = dirname(createRequire(import.meta.url).resolve("chip-calculators/package.json"));
  config.addPassthroughCopy({ [chips]: "chips" });
}
