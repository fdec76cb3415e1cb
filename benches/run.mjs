/**
 * The package against its peers, in one run: only the ratios mean something, for machines are noisy.
 * `cargo xtask bench` builds the package first and prints what this prints.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { batch, monteCarlo } from "../pkg/index.js";
import { chromium } from "./chromium.mjs";
import { command } from "./command.mjs";
import { medians } from "./median.mjs";
import { plain, squiggle, UNCERTAIN } from "./peers/monte-carlo.mjs";
import * as peer from "./peers/plain.mjs";
import { middle, ROUNDS, race } from "./race.mjs";
import { reader } from "./reader.mjs";
import { INPUTS, SINGLE, single } from "./single.mjs";
import { table } from "./table.mjs";

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

function spreads(contestants) {
  const spread = Object.entries(contestants).map(([name, list]) => {
    const unit = list[0] < 0.1 ? [1000, "µs"] : [1, "ms"];
    return `${name} ${list
      .map((ms) => (ms * unit[0]).toPrecision(3))
      .filter((_, i) => i === 0 || i === list.length >> 1 || i === list.length - 1)
      .join("/")} ${unit[1]}`;
  });
  return spread.join(", ");
}

function report(work, contestants, [ours, theirs], least) {
  const ratio = middle(contestants[theirs]) / middle(contestants[ours]);
  const told = ratio >= 1 ? `${ratio.toFixed(1)}x as fast` : `${(1 / ratio).toFixed(1)}x as long`;
  const aim = least === undefined ? "" : `at least ${least}x as fast`;
  rows.push([work, `${told} as ${theirs}`, aim, spreads(contestants), ratio < least]);
}

for (const [name, [ours, theirs]] of Object.entries(SINGLE)) {
  for (const input of INPUTS) alike(ours(input), theirs(input), name);
}
const { CHROMIUM, CHROMEDRIVER } = process.env;
const page = CHROMIUM && CHROMEDRIVER ? await chromium() : undefined;
for (const [host, found] of [
  ["Node", await single()],
  ["Chromium", page?.single ?? {}],
]) {
  for (const [name, times] of Object.entries(found)) {
    const work = `one ${name}, object in and out, ${host}`;
    const took = 1000 * middle(times.wasm);
    rows.push([work, `${took.toFixed(1)} µs`, "at most 40 µs", spreads(times), took > 40]);
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
report("batch of 1,000,000 cloudBreakEven", batches, ["wasm", "plain"], 2);
if (process.argv[2]) {
  const native = JSON.parse(execFileSync(process.argv[2], { encoding: "utf8" }));
  report("the same", { ...batches, native }, ["wasm", "native"]);
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
report("monteCarlo of 100,000 samples", carlo, ["wasm", "squiggle"], 8);
report("the same", carlo, ["wasm", "plain"]);

/** Starts in processes of their own. */
function starts(what) {
  const file = fileURLToPath(new URL("start.mjs", import.meta.url));
  const run = () => Number(execFileSync(process.execPath, [file, what], { encoding: "utf8" }));
  return Array.from({ length: ROUNDS }, run).sort((a, b) => a - b);
}
for (const [what, work] of [
  ["instantiate", "the module from its bytes"],
  ["first", "the first result, from the first call on"],
]) {
  const times = { Node: starts(what), ...(page && { Chromium: page.start[what] }) };
  const told = Object.entries(times).map(([host, list]) => `${middle(list).toFixed(1)} ms ${host}`);
  rows.push([work, told.join(", "), "", spreads(times)]);
}

for (const { name, even, few, random } of medians()) {
  const told = even <= random ? "reach" : "do not reach";
  const [a, b, c] = [even, few, random].map((error) => error.toExponential(1));
  const work = `error of the median, ${name}`;
  const detail = `in standard deviations: 4,096 even ${a}, 4,096 random ${b}, 100,000 random ${c}`;
  rows.push([work, `4,096 even samples ${told} 100,000 random ones`, "", detail]);
}

rows.push(...command());
if (page) rows.push(...(await reader()));

console.log(`\n${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores`);
console.log(`Node ${process.version}, ${page ? `Chromium ${page.version}` : "no Chromium found"}`);
console.log(`least/median/greatest of ${ROUNDS} rounds\n`);
for (const [work, found, aim, detail, missed] of rows) {
  const told = aim && `(${aim}${missed ? ": missed" : ""})`;
  console.log(`${work.padEnd(58)} ${found.padEnd(28)} ${told}\n    ${detail}`);
}
if (process.argv[3]) writeFileSync(process.argv[3], table(rows));
