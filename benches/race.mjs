/** Times contestants against each other, in Node and in a page alike. */

export const ROUNDS = 7;

/** Rounds before those, in which engines compile what turns out to be hot. */
const WARM = 3;

/** Milliseconds of each contestant, one after the other in each round, sorted. */
export async function race(contestants) {
  const rounds = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = -WARM; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(contestants)) {
      const start = performance.now();
      await work();
      if (round >= 0) rounds[name].push(performance.now() - start);
    }
  }
  for (const list of Object.values(rounds)) list.sort((a, b) => a - b);
  return rounds;
}

export const middle = (sorted) => sorted[sorted.length >> 1];
