import module from "chip-calculators/core.wasm";
import { clusterTco, initSync, monteCarlo } from "chip-calculators/slim";
import calls from "../calls.json";

initSync(module);

export default {
  fetch: () =>
    Response.json({
      results: {
        clusterTco: clusterTco(calls.clusterTco),
        monteCarlo: monteCarlo(calls.monteCarlo),
      },
    }),
};
