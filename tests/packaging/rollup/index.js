import { clusterTco, monteCarlo } from "chip-calculators";
import { define } from "chip-calculators/elements/cluster-tco";
import calls from "../calls.json";

const results = {
  clusterTco: clusterTco(calls.clusterTco),
  monteCarlo: monteCarlo(calls.monteCarlo),
};

document.addEventListener("chip-result", ({ detail }) => {
  document.querySelector("#results").textContent = JSON.stringify({
    results,
    heard: detail.result,
  });
});
document.querySelector("chip-cluster-tco").input = calls.clusterTco;
define();
