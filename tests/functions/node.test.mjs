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
  // Two columns in and one out are 7.2 MB.
  assert.ok(after - before < 9 << 20);
  assert.equal(run(), after);
});

/** The bad fields of a call that is refused. */
function refused(call) {
  try {
    call();
  } catch (error) {
    assert.equal(error.name, "CalculatorError", String(error));
    return error.fields;
  }
  return assert.fail("was not refused");
}

test("a batch that fails takes no memory beyond its columns", () => {
  const length = 1_000_000;
  const units = new Float64Array(length).fill(8);
  const request = { calculator: "productLine", columns: { units } };
  const run = (call) => {
    const before = memory.buffer.byteLength;
    call();
    return memory.buffer.byteLength - before;
  };
  units[length - 1] = -1;
  const bad = run(() => {
    assert.deepEqual(refused(() => functions.batch(request))[0].path, "units[999999]");
  });
  units[length - 1] = 8;
  const good = run(() => functions.batch(request));
  assert.ok(bad <= 8 * length + (1 << 20), `${bad} bytes`);
  // Five results, of which the bad batch had none.
  assert.ok(good > 4 * 8 * length, `${good} bytes`);
});

test("results that no memory could hold are refused before any is taken", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => ({ id: `offer-${at}` }));
  const request = {
    calculator: "cloudBreakEven",
    input: { offers: ids },
    columns: { gpus: new Float64Array(100_000).fill(64) },
  };
  const before = memory.buffer.byteLength;
  // 16 results of each offer, 12.8 GB.
  const [{ path, code, value }] = refused(() => functions.batch(request));
  assert.deepEqual([path, code, value], ["columns", "tooManyEntries", 100_000]);
  const taken = memory.buffer.byteLength - before;
  assert.ok(taken < 64 << 20, `${taken} bytes`);
});

test("results for which there is no memory are an error, and the module goes on", () => {
  const columns = { gpus: new Float64Array(40_000_000).fill(64) };
  // Fifteen columns of 320 MB are more than a module can have.
  const fields = refused(() => functions.batch({ calculator: "clusterTco", columns }));
  const [{ path, code, value }] = fields;
  assert.deepEqual([path, code, value], ["columns", "tooManyEntries", 40_000_000]);
  assert.equal(functions.clusterTco().capital, 42e6);
});

test("results for which JavaScript has no memory are an error, and the module goes on", () => {
  const Whole = Float64Array;
  globalThis.Float64Array = class extends Whole {
    constructor(...given) {
      if (given[0] instanceof Whole) throw new RangeError("Array buffer allocation failed");
      super(...given);
    }
  };
  try {
    const [{ path, code }] = refused(() => functions.clusterTco());
    assert.deepEqual([path, code], ["input", "tooManyEntries"]);
  } finally {
    globalThis.Float64Array = Whole;
  }
  assert.equal(functions.clusterTco().capital, 42e6);
});
