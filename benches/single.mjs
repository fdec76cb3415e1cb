/** Single calls against plain JavaScript, in Node and in a page alike. */
import { cloudBreakEven, clusterTco } from "../pkg/index.js";
import * as peer from "./peers/plain.mjs";
import { race } from "./race.mjs";

const GIVEN = { gpus: 64, years: 4, utilization: 0.6, discountRate: 0.08, gpuPrice: 30000 };

/** Each function with its peer, and inputs whose results must be the same. */
export const SINGLE = {
  clusterTco: [clusterTco, peer.clusterTco],
  cloudBreakEven: [cloudBreakEven, peer.cloudBreakEven],
};
export const INPUTS = [{}, GIVEN, { ...GIVEN, electricityPrice: 0.1, timing: "mid" }];

const CALLS = 5000;

/** Milliseconds of one call, by function and contestant. */
export async function single() {
  const found = {};
  for (const [name, [ours, theirs]] of Object.entries(SINGLE)) {
    // Many calls a round: a page's clock is coarse.
    const calls = (call) => () => {
      for (let count = 0; count < CALLS; count++) call(GIVEN);
    };
    const times = await race({ wasm: calls(ours), plain: calls(theirs) });
    const each = ([who, list]) => [who, list.map((ms) => ms / CALLS)];
    found[name] = Object.fromEntries(Object.entries(times).map(each));
  }
  return found;
}
