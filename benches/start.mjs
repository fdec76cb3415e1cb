/**
 * How long the module takes to start, in milliseconds. Each can be measured once in a process or page:
 * an engine keeps what it has compiled.
 */

/** From the bytes of the module to its functions. */
export async function instantiate(bytes) {
  const { initSync } = await import("../pkg/core.js");
  const start = performance.now();
  initSync({ module: bytes });
  return performance.now() - start;
}

/** From the first call of the package to its result: unpacking, compiling, computing. */
export async function first() {
  const { clusterTco } = await import("../pkg/index.js");
  const start = performance.now();
  clusterTco({});
  return performance.now() - start;
}

// In Node, a process of its own prints the one it is asked for.
if (typeof process === "object") {
  const { readFile } = await import("node:fs/promises");
  const bytes = () => readFile(new URL("../pkg/core_bg.wasm", import.meta.url));
  console.log(process.argv[2] === "first" ? await first() : await instantiate(await bytes()));
}
