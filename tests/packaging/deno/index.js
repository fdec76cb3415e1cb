import { clusterTco, monteCarlo } from "chip-calculators";
import calls from "../calls.json" with { type: "json" };

console.log(
  JSON.stringify({
    results: {
      clusterTco: clusterTco(calls.clusterTco),
      monteCarlo: monteCarlo(calls.monteCarlo),
    },
  }),
);
