import { clusterTco, monteCarlo } from "chip-calculators";
import address from "chip-calculators/core.wasm?url";
import { define } from "chip-calculators/elements/cluster-tco";
import * as slim from "chip-calculators/slim";
import calls from "../calls.json";

await slim.init(address);
const results = {
  clusterTco: clusterTco(calls.clusterTco),
  monteCarlo: monteCarlo(calls.monteCarlo),
};

document.addEventListener("chip-result", ({ detail }) => {
  document.querySelector("#results").textContent = JSON.stringify({
    results,
    slim: { clusterTco: slim.clusterTco(calls.clusterTco) },
    heard: detail.result,
  });
});
document.querySelector("chip-cluster-tco").input = calls.clusterTco;
define();
