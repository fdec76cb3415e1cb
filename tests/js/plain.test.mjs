// Results through JSON and back: what a store, a worker or another program keeps of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as functions from "../../pkg/index.js";

const { plainResult, ...calls } = functions;
const calculator = "cloudBreakEven";

const REQUESTS = {
  pricePerformance: {
    chips: ["h100-sxm", { id: "h200-sxm", price: 9000 }],
  },
  clusterTco: { gpus: 72, preset: "article" },
  cloudBreakEven: { demand: { trace: [1, 2, 3, 1000] }, offers: [{ id: "spot", cloudRate: 3 }] },
  investmentReturn: { years: 3 },
  productLine: {},
  scenarioOutlook: {},
  responseCurve: { calculator, parameter: "utilization", points: 11 },
  responseCurves: { calculator, parameters: ["utilization", "cloudRate"], points: 11 },
  tornado: { calculator, output: "saving" },
  goalSeek: { calculator, parameter: "cloudRate", target: 0 },
  monteCarlo: {
    calculator,
    samples: 100,
    draws: true,
    uncertain: [{ parameter: "cloudRate", distribution: "uniform", low: 1, high: 5 }],
  },
  batch: { calculator, columns: { cloudRate: [1, 2] }, outputs: ["saving"] },
};

for (const [name, request] of Object.entries(REQUESTS)) {
  test(`${name}: its result survives JSON, and its input is taken again`, () => {
    const call = calls[name];
    const result = call(request);
    const stored = JSON.parse(JSON.stringify(plainResult(result)));
    assert.deepEqual(stored, plainResult(result));
    // What varies is in the input as it is where nothing does; a batch takes it as a column alone.
    for (const varied of Object.keys(request.columns ?? {})) delete stored.input[varied];
    const input = "calculator" in request ? { ...request, input: stored.input } : stored.input;
    const again = plainResult(call(input));
    for (const varied of Object.keys(request.columns ?? {})) delete again.input[varied];
    assert.deepEqual(again, stored);
  });
}

test("columns are lists in which null stands for what is no number; all else stays", () => {
  const columns = { a: Float64Array.of(1, Number.NaN, -0), b: [{ c: Float64Array.of() }], d: null };
  assert.deepEqual(plainResult(columns), { a: [1, null, 0], b: [{ c: [] }], d: null });
  assert.equal(plainResult("text"), "text");
});
