import { readFileSync } from "node:fs";
import {
  type ClusterTcoInput,
  clusterTco,
  type MonteCarloRequest,
  monteCarlo,
} from "chip-calculators";
import { chips } from "chip-calculators/data";
import { type ChipClusterTcoElement, define } from "chip-calculators/elements/cluster-tco";
import { addLanguage } from "chip-calculators/language";
import { initSync, clusterTco as slimClusterTco } from "chip-calculators/slim";

interface Calls {
  clusterTco: ClusterTcoInput;
  monteCarlo: MonteCarloRequest;
}

const [, , text = ""] = process.argv;
const calls: Calls = JSON.parse(readFileSync(text, "utf8"));
initSync(readFileSync(new URL(import.meta.resolve("chip-calculators/core.wasm"))));
define();
addLanguage("fr", { calculators: { clusterTco: { name: "Le coût d’une heure de GPU" } } });
// @ts-expect-error: there is no such text
addLanguage("fr", { calculators: { clusterTco: { nmae: "x" } } });
export const totalOf = (element: ChipClusterTcoElement) => element.result?.total;

console.log(
  JSON.stringify({
    results: {
      clusterTco: clusterTco(calls.clusterTco),
      monteCarlo: monteCarlo(calls.monteCarlo),
    },
    slim: { clusterTco: slimClusterTco(calls.clusterTco) },
    chips: chips.length,
  }),
);
