/** The command `chip-calculators compute` over many rows, and what a batch that fails costs. */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** As many as make the start of Node a small part. */
const ROWS = 1_000_000;
const ROUNDS = 5;
const file = (name) => new URL(`../pkg/${name}`, import.meta.url);
const cli = fileURLToPath(file("cli.js"));

const COMMAND = [cli, "compute", "cloud-break-even", "--csv"];

/** Seconds of a process from its start to its end, and what it prints, if that goes nowhere else. */
function timed(args, stdin, stdout) {
  const start = performance.now();
  const { status, stdout: said } = spawnSync(process.execPath, args, {
    stdio: [stdin, stdout, "inherit"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
  return { seconds: (performance.now() - start) / 1000, said };
}

/** The command over a table in a file, into another; as many lines come out as go in. */
function compute(folder, rows) {
  const [from, to] = ["inputs.csv", "results.csv"].map((name) => join(folder, name));
  const lines = ["gpus,cloudRate,utilization"];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`${1 + (row % 5000)},${2 + (row % 700) / 100},${(1 + (row % 99)) / 100}`);
  }
  writeFileSync(from, `${lines.join("\n")}\n`);
  const [stdin, stdout] = [openSync(from, "r"), openSync(to, "w")];
  const { seconds } = timed(COMMAND, stdin, stdout);
  closeSync(stdin);
  closeSync(stdout);
  let count = 0;
  for (const byte of readFileSync(to)) count += byte === 10;
  if (count !== lines.length) throw new Error(`${count} lines of ${lines.length}`);
  return seconds;
}

/** In a process of its own: the same results of the same rows as columns; prints the seconds of the call. */
const BATCH = `
  const { batch } = await import(${JSON.stringify(file("index.js").href)});
  const [rows, outputs] = [Number(process.argv[1]), process.argv[2].split(",")];
  const [gpus, cloudRate, utilization] = [1, 2, 3].map(() => new Float64Array(rows));
  for (let row = 0; row < rows; row += 1) {
    gpus[row] = 1 + (row % 5000);
    cloudRate[row] = 2 + (row % 700) / 100;
    utilization[row] = (1 + (row % 99)) / 100;
  }
  const start = performance.now();
  batch({ calculator: "cloudBreakEven", outputs, columns: { gpus, cloudRate, utilization } });
  console.log((performance.now() - start) / 1000);`;

/** In turns, so that what else the machine does falls upon all of them; the least of each. */
function measured() {
  const folder = mkdtempSync(join(tmpdir(), "chips-"));
  const outputs = execFileSync(process.execPath, COMMAND, { input: "gpus\n", encoding: "utf8" });
  const found = { command: [], start: [], batch: [], call: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      found.command.push(compute(folder, ROWS));
      found.start.push(compute(folder, 1));
      const args = ["--input-type=module", "--eval", BATCH, String(ROWS), outputs.trim()];
      const { seconds, said } = timed(args, "ignore", "pipe");
      found.batch.push(seconds);
      found.call.push(Number(said));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, Math.min(...all)]));
}

/** In a process of its own: MiB that the module's memory grows by in batches, good or bad in their last row. */
const MEMORY = `
  let memory;
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(...given) { super(...given); memory = this.exports.memory; }
  };
  const { batch, clusterTco } = await import(${JSON.stringify(new URL("../pkg/index.js", import.meta.url).href)});
  clusterTco({});
  const before = memory.buffer.byteLength;
  const gpus = new Float64Array(1_000_000).fill(64);
  if (process.argv[1] === "bad") gpus[999_999] = -1;
  try { batch({ calculator: "clusterTco", outputs: ["total"], columns: { gpus } }); } catch {}
  console.log((memory.buffer.byteLength - before) / 2 ** 20);`;

const speed = (seconds) => Math.round(ROWS / seconds).toLocaleString("en-US");
const share = (part, whole) => `${((100 * part) / whole).toFixed(0)}%`;

export function command() {
  const { command, start, batch, call } = measured();
  const grown = (which) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", MEMORY, which], {
      encoding: "utf8",
    }).trim();
  const [good, bad] = [grown("good"), grown("bad")].map((mib) => `${Number(mib).toFixed(1)} MiB`);
  return [
    [
      "the command, CSV in and out",
      `${speed(command)} rows a second`,
      "at least half of batch",
      `${ROWS.toLocaleString("en-US")} rows in ${command.toFixed(2)} s, the start of Node included; ` +
        `share of batch, a process each: ${share(batch, command)}`,
      command > 2 * batch,
    ],
    [
      "the same without the start of Node",
      `${speed(command - start)} rows a second`,
      "at least half of batch",
      `the call of batch, the same results as columns of numbers: ${speed(call)}; ` +
        `share of batch: ${share(call, command - start)}`,
      command - start > 2 * call,
    ],
    [
      "memory of a batch of 1,000,000 whose last row is bad",
      bad,
      "",
      `of one that is good: ${good}`,
    ],
  ];
}
