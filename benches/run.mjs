/**
 * The package against its peers, in one run: only the ratios mean something, for machines are noisy.
 * `cargo xtask bench` builds the package first and prints what this prints.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { batch, cloudBreakEven, clusterTco, monteCarlo } from "../pkg/index.js";
import { inChromium, startsInNode } from "./hosts.mjs";
import { plain, squiggle, UNCERTAIN } from "./peers/monte-carlo.mjs";
import * as peer from "./peers/plain.mjs";
import { GIVEN, middle, ROUNDS, race, singleCalls } from "./race.mjs";

/** Numbers within a part of each other, at every place of two results. */
function alike(a, b, at = "") {
  if (typeof a === "number") {
    assert.ok(Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a)), `${at}: ${a}, ${b}`);
  } else if (a !== null && typeof a === "object") {
    assert.deepEqual(Object.keys(a), Object.keys(b), at);
    for (const key of Object.keys(a)) alike(a[key], b[key], `${at}.${key}`);
  } else assert.equal(a, b, at);
}

const rows = [];

function report(work, contestants, [ours, theirs], target) {
  const ratio = middle(contestants[theirs]) / middle(contestants[ours]);
  const told = ratio >= 1 ? `${ratio.toFixed(1)}x as fast` : `${(1 / ratio).toFixed(1)}x as long`;
  const spread = Object.entries(contestants).map(([name, list]) => {
    const unit = list[0] < 0.1 ? [1000, "µs"] : [1, "ms"];
    return `${name} ${list
      .map((ms) => (ms * unit[0]).toPrecision(3))
      .filter((_, i) => i === 0 || i === list.length >> 1 || i === list.length - 1)
      .join("/")} ${unit[1]}`;
  });
  rows.push([work, `${told} as ${theirs}`, target, spread.join(", ")]);
}

for (const [name, ours, theirs] of [
  ["clusterTco", clusterTco, peer.clusterTco],
  ["cloudBreakEven", cloudBreakEven, peer.cloudBreakEven],
]) {
  for (const input of [{}, GIVEN, { ...GIVEN, electricityPrice: 0.1, timing: "mid" }]) {
    alike(ours(input), theirs(input), name);
  }
}
const chromium = await inChromium();
const hosts = { Node: { calls: await singleCalls({ clusterTco, cloudBreakEven }, peer) } };
hosts.Node.starts = await startsInNode();
if (chromium !== undefined) hosts.Chromium = chromium;
for (const [host, { calls }] of Object.entries(hosts)) {
  for (const [name, times] of Object.entries(calls)) {
    report(`one ${name} in ${host}`, times, ["wasm", "plain"], "at most 5x as long");
  }
}

const ROWS = 1_000_000;
const spread = (low, high, step) =>
  Float64Array.from({ length: ROWS }, (_, row) => low + (high - low) * ((row * step) % 1));
const columns = {
  cloudRate: spread(2, 9, 0.618034),
  gpuPrice: spread(2e4, 5e4, 0.414214),
  utilization: spread(0.2, 1, 0.732051),
  discountRate: spread(0.05, 0.15, 0.236068),
  operationsFraction: spread(0.05, 0.25, 0.645751),
};
const outputs = ["saving", "breakEvenUtilization"];
const ours = () => batch({ calculator: "cloudBreakEven", columns, outputs }).columns;
const [found, expected] = [ours(), peer.batch(columns)];
for (let row = 0; row < ROWS; row += 997) {
  for (const name of outputs) {
    const near = Math.abs(found[name][row] - expected[name][row]);
    assert.ok(near <= 1e-6 || Number.isNaN(found[name][row]), `${name}[${row}]`);
  }
}
const batches = await race({ wasm: ours, plain: () => peer.batch(columns) });
report("batch of 1,000,000 cloudBreakEven", batches, ["wasm", "plain"], "at least 1.5x as fast");
if (process.argv[2]) {
  const native = JSON.parse(execFileSync(process.argv[2], { encoding: "utf8" }));
  report("the same", { ...batches, native }, ["wasm", "native"], "at most 1.7x as long");
}

const SAMPLES = 100_000;
const request = { calculator: "cloudBreakEven", samples: SAMPLES, uncertain: UNCERTAIN };
const { mean, sd } = monteCarlo(request);
const error = (5 * sd) / Math.sqrt(SAMPLES);
assert.ok(Math.abs(plain(SAMPLES).mean - mean) < error, "the plain mean");
assert.ok(Math.abs((await squiggle(SAMPLES))[0] - mean) < error, "Squiggle's mean");
const carlo = await race({
  wasm: () => monteCarlo(request),
  plain: () => plain(SAMPLES),
  squiggle: () => squiggle(SAMPLES),
});
report("monteCarlo of 100,000 samples", carlo, ["wasm", "squiggle"], "at least 10x as fast");
report("the same", carlo, ["wasm", "plain"], "at least 1.5x as fast");

/** How far the median is off, in standard deviations: root mean square of twenty seeds. */
function medianError(uncertain, sequence, samples) {
  const ask = (sequence, samples, seed) =>
    monteCarlo({ calculator: "cloudBreakEven", uncertain, sequence, samples, seed });
  // Even points of other seeds, together far more than are judged.
  const others = Array.from({ length: 40 }, (_, seed) =>
    ask("lowDiscrepancy", 65_536, 1000 + seed),
  );
  const truth = others.reduce((sum, { quantiles }) => sum + quantiles.p50, 0) / others.length;
  let squares = 0;
  for (let seed = 1; seed <= 20; seed++) {
    squares += ((ask(sequence, samples, seed).quantiles.p50 - truth) / others[0].sd) ** 2;
  }
  return Math.sqrt(squares / 20);
}

console.log(`\n${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores; Node ${process.version}`);
console.log(`least/median/greatest of ${ROUNDS} rounds\n`);
for (const [work, ratio, target, spread] of rows) {
  console.log(`${work.padEnd(42)} ${ratio.padEnd(28)} (${target})\n    ${spread}`);
}

console.log("\nfirst result, median ms");
for (const [host, { starts }] of Object.entries(hosts)) {
  const told = Object.entries(starts).map(([what, list]) => `${what} ${middle(list).toFixed(1)}`);
  console.log(`${host.padEnd(10)} ${told.join(", ")}`);
}
if (chromium === undefined) console.log("Chromium   not there, not measured");

console.log("\nerror of the median, standard deviations");
for (const uncertain of [UNCERTAIN.slice(0, 1), UNCERTAIN]) {
  const [few, even, many] = [
    ["pseudoRandom", 4096],
    ["lowDiscrepancy", 4096],
    ["pseudoRandom", 100_000],
  ].map(([sequence, samples]) => medianError(uncertain, sequence, samples));
  const reaches = even <= many ? "reach" : "do not reach";
  console.log(
    `${uncertain.length} uncertain: 4,096 random ${few.toExponential(1)}, 4,096 even ${even.toExponential(1)}, ` +
      `100,000 random ${many.toExponential(1)}: the even ones ${reaches} it`,
  );
}
