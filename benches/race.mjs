/** Contestants against each other, wherever JavaScript runs. */

export const ROUNDS = 7;

export const GIVEN = { gpus: 64, years: 4, utilization: 0.6, discountRate: 0.08, gpuPrice: 30000 };

const CALLS = 5000;

export const middle = (sorted) => sorted[sorted.length >> 1];

/** Milliseconds of each contestant, one after the other in each round, sorted. */
export async function race(contestants) {
  const rounds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, work] of Object.entries(contestants)) {
      const start = performance.now();
      await work();
      // The first round is for the compilers.
      if (round > 0) rounds[name].push(performance.now() - start);
    }
  }
  for (const list of Object.values(rounds)) list.sort((a, b) => a - b);
  return rounds;
}

/** One call, object in and object out, of each function against its peer. */
export async function singleCalls(functions, peers) {
  const all = {};
  for (const [name, ours] of Object.entries(functions)) {
    // Many calls a round, without the promise that awaiting each would cost.
    const calls = (call) => () => {
      for (let count = 0; count < CALLS; count++) call(GIVEN);
    };
    const times = await race({ wasm: calls(ours), plain: calls(peers[name]) });
    all[name] = Object.fromEntries(
      Object.entries(times).map(([who, list]) => [who, list.map((ms) => ms / CALLS)]),
    );
  }
  return all;
}
