import { readFileSync, writeFileSync } from "node:fs";
import { render } from "chip-calculators/static";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const widget = render("clusterTco", JSON.parse(read("../calls.json")).clusterTco);

writeFileSync(
  "page.html",
  read("layout.html").replace("{{ widget }}", () => widget),
);
console.log(JSON.stringify({ widget }));
