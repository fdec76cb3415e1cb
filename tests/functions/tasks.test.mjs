// The long tasks of the built package leave Node's event loop to others, in a worker thread as well.
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { aborted } from "./aborted.mjs";

test("a timer aborts a long task in the main thread", async () => {
  assert.deepEqual(await aborted(), { ended: "enough", ticks: 3 });
});

test("a timer aborts a long task in a worker thread", async () => {
  const worker = new Worker(new URL("./aborted.mjs", import.meta.url));
  const [found] = await once(worker, "message");
  assert.deepEqual(found, { ended: "enough", ticks: 3 });
});
