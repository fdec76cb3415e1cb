import { readFileSync } from "node:fs";
import { clusterTco, monteCarlo } from "chip-calculators";
import { checkClaims } from "chip-calculators/article";
import { chips } from "chip-calculators/data";
import { draftArticle } from "chip-calculators/draft";
import * as slim from "chip-calculators/slim";
// A server renders pages with elements in them: importing these needs no DOM.
import "chip-calculators/auto";
import { ChipClusterTco } from "chip-calculators/elements";
import * as alone from "chip-calculators/elements/cluster-tco";

const calls = JSON.parse(readFileSync(new URL("../calls.json", import.meta.url), "utf8"));
slim.initSync(readFileSync(new URL(import.meta.resolve("chip-calculators/core.wasm"))));
alone.define();
if (alone.ChipClusterTco !== ChipClusterTco) throw new Error("an element is there twice");

console.log(
  JSON.stringify({
    results: {
      clusterTco: clusterTco(calls.clusterTco),
      monteCarlo: monteCarlo(calls.monteCarlo),
    },
    slim: { clusterTco: slim.clusterTco(calls.clusterTco) },
    chips: chips.length,
    claims: checkClaims().claims.map(({ id }) => id),
    drafted: draftArticle("It costs $42 million.").figures.map(({ unit }) => unit),
  }),
);
