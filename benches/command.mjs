/** The command `chip-calculators compute` over many rows, and what a batch that fails costs. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROWS = 50_000;
const cli = fileURLToPath(new URL("../pkg/cli.js", import.meta.url));

function* csv() {
  yield "gpus,cloudRate,utilization\n";
  for (let row = 0; row < ROWS; row += 1) {
    yield `${1 + (row % 5000)},${2 + (row % 700) / 100},${(1 + (row % 99)) / 100}\n`;
  }
}

/** Seconds of the command from its start to its end, as many lines in as out. */
async function compute(args, lines) {
  const text = [...lines].join("");
  const start = performance.now();
  const child = spawn(process.execPath, [cli, "compute", ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let out = 0;
  child.stdout.on("data", (chunk) => {
    for (const byte of chunk) out += byte === 10;
  });
  child.stdin.end(text);
  const [code] = await once(child, "close");
  if (code !== 0 || out < ROWS)
    throw new Error(`the command ended with ${code} after ${out} lines`);
  return (performance.now() - start) / 1000;
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

export async function command() {
  const seconds = await compute(["cloud-break-even", "--csv"], csv());
  const grown = (which) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", MEMORY, which], {
      encoding: "utf8",
    }).trim();
  const [good, bad] = [grown("good"), grown("bad")].map((mib) => `${Number(mib).toFixed(1)} MiB`);
  return [
    [
      "the command, CSV in and out",
      `${Math.round(ROWS / seconds).toLocaleString("en-US")} rows a second`,
      "",
      `${ROWS.toLocaleString("en-US")} rows in ${seconds.toFixed(1)} s, the start of Node included`,
    ],
    [
      "memory of a batch of 1,000,000 whose last row is bad",
      bad,
      "",
      `of one that is good: ${good}`,
    ],
  ];
}
