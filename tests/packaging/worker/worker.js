import { clusterTco, monteCarlo } from "chip-calculators";

self.onmessage = ({ data: calls }) => {
  self.postMessage({
    results: {
      clusterTco: clusterTco(calls.clusterTco),
      monteCarlo: monteCarlo(calls.monteCarlo),
    },
  });
};
