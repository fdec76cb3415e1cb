// A site whose page has the element's code, built without a network.
import { cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const chips = dirname(createRequire(import.meta.url).resolve("chip-calculators/package.json"));
mkdirSync("src/chips", { recursive: true });
cpSync(join(chips, "embed.single.js"), "src/chips/embed.single.js");

// Of each library that some page may use, Framework asks the registry for the newest version, unless it
// keeps one; the library itself only where a page does use it. This one uses none: empty folders will do.
for (const name of [
  ...["@observablehq/plot", "@observablehq/sample-datasets", "apache-arrow", "arquero", "d3"],
  ...["d3-dsv", "echarts", "htl", "leaflet", "lodash", "mapbox-gl", "parquet-wasm", "react"],
  ...["react-dom", "topojson-client"],
]) {
  mkdirSync(join("src/.observablehq/cache/_npm", `${name}@0.0.0`), { recursive: true });
}
globalThis.fetch = (address) => {
  throw new Error(`Framework asks for ${address}`);
};

await import("@observablehq/framework/dist/bin/observable.js");
