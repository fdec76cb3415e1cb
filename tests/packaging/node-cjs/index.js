const { readFileSync } = require("node:fs");
const { clusterTco, monteCarlo } = require("chip-calculators");
const { checkClaims } = require("chip-calculators/article");
const { chips } = require("chip-calculators/data");
const { draftArticle } = require("chip-calculators/draft");
const { addLanguage } = require("chip-calculators/language");
const slim = require("chip-calculators/slim");
const { ChipClusterTco, define } = require("chip-calculators/elements");
const alone = require("chip-calculators/elements/cluster-tco");
const calls = require("../calls.json");

require("chip-calculators/auto");
slim.initSync(readFileSync(require.resolve("chip-calculators/core.wasm")));
define();
addLanguage("fr", {});
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
