/**
 * How far Monte Carlo's median is off: evenly spread samples against pseudo-random ones, as the root mean
 * square over many seeds in standard deviations of the output.
 */
import { monteCarlo } from "../pkg/index.js";
import { UNCERTAIN } from "./peers/monte-carlo.mjs";

const SEEDS = 40;
const CASES = {
  "1 input": [{ parameter: "utilization", distribution: "normal", mean: 0.6, sd: 0.1 }],
  "5 inputs": UNCERTAIN,
};

const run = (uncertain, sequence, samples, seed) =>
  monteCarlo({ calculator: "cloudBreakEven", uncertain, sequence, samples, seed, bins: 1 });

const seeds = Array.from({ length: SEEDS }, (_, seed) => seed);
const mean = (list) => list.reduce((sum, x) => sum + x) / list.length;

/** The errors of each case, of 4,096 even, 4,096 random and 100,000 random samples. */
export function medians() {
  return Object.entries(CASES).map(([name, uncertain]) => {
    const median = (...plan) => run(uncertain, ...plan).percentiles.p50;
    // Of other seeds than those that are measured.
    const truth = mean(seeds.map((seed) => median("lowDiscrepancy", 65536, 1000 + seed)));
    const { sd } = run(uncertain, "lowDiscrepancy", 65536, 1000);
    const error = (...plan) =>
      Math.sqrt(mean(seeds.map((seed) => (median(...plan, seed) - truth) ** 2))) / sd;
    return {
      name,
      even: error("lowDiscrepancy", 4096),
      few: error("pseudoRandom", 4096),
      random: error("pseudoRandom", 100_000),
    };
  });
}
