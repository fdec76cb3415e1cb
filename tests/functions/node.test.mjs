// The built package's functions in Node.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "./checks.mjs";
import { vectors } from "./vectors.mjs";

/** The memory of the one instance, which the package keeps to itself. */
let memory;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    memory = this.exports.memory;
  }
};
const functions = await import("../../pkg/index.js");

test("importing starts nothing", () => {
  assert.equal(memory, undefined);
});

test("the functions hold in Node", () => {
  assert.ok(check(functions, vectors) > 100);
});

test("a batch takes the memory of its columns once, however often it runs", () => {
  const length = 300_000;
  const columns = {
    units: new Float64Array(length).fill(8),
    averageSellingPrice: new Float64Array(length).fill(9),
  };
  const run = () => {
    const answer = functions.batch({ calculator: "productLine", outputs: ["revenue"], columns });
    assert.equal(answer.columns.revenue.length, length);
    assert.equal(answer.columns.revenue[length - 1], 72);
    return memory.buffer.byteLength;
  };
  const before = memory.buffer.byteLength;
  const after = run();
  // Three columns are 7.2 MB; two of them are there twice while the request is read.
  assert.ok(after - before < 16 << 20);
  assert.equal(run(), after);
});
