// The figures that the words and widgets of a page share.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { built } from "./source.mjs";

const { Scope, calculators } = await built("../../tests/js/scope");
const { cloudBreakEven, clusterTco, investmentReturn } = calculators;

/** Both take the price of a GPU, and each what the other does not. */
function pair(page) {
  const scope = new Scope(page);
  return { scope, cloud: scope.store(cloudBreakEven), cluster: scope.store(clusterTco) };
}

function drag(store, name, values) {
  for (const value of values) store.set(name, value);
  store.rest();
}

test("a movement in one widget is one step there and none in the others", () => {
  const { cloud, cluster } = pair();
  drag(
    cloud,
    "gpuPrice",
    Array.from({ length: 50 }, (_, step) => 37_000 + step),
  );
  assert.equal(cluster.edit("gpuPrice"), 37_049);
  assert.ok(cloud.canUndo && !cluster.canUndo);
  cloud.undo();
  assert.equal(cluster.edit("gpuPrice"), undefined);
  assert.ok(!cloud.canUndo && !cluster.canUndo && !cluster.edited);
});

test("undoing what was done here leaves what was done elsewhere", () => {
  const { cloud, cluster } = pair();
  drag(cluster, "densePflops", [3]);
  drag(cloud, "gpuPrice", [40_000]);
  cluster.undo();
  assert.equal(cluster.edit("densePflops"), undefined);
  assert.equal(cluster.edit("gpuPrice"), 40_000);
  cluster.redo();
  assert.equal(cluster.edit("densePflops"), 3);
  assert.equal(cloud.edit("gpuPrice"), 40_000);
});

test("a step that another widget has gone over is none to undo any more", () => {
  const { cloud, cluster } = pair();
  drag(cluster, "gpuPrice", [35_000]);
  drag(cloud, "gpuPrice", [40_000]);
  assert.ok(!cluster.canUndo);
  cloud.undo();
  assert.equal(cluster.edit("gpuPrice"), 35_000);
});

test("a range counts as a range for both", () => {
  const { cloud, cluster } = pair();
  cloud.setRange("gpuPrice", [30_000, 40_000]);
  cloud.rest();
  assert.deepEqual(cluster.ranges.get("gpuPrice"), [30_000, 40_000]);
  assert.equal(cluster.edit("gpuPrice"), 35_000);
  cluster.resetOne("gpuPrice");
  assert.ok(!cloud.ranges.has("gpuPrice") && cloud.edit("gpuPrice") === undefined);
});

test("what was there before a calculator was first asked for counts for it", () => {
  const scope = new Scope();
  drag(scope.store(cloudBreakEven), "gpuPrice", [40_000]);
  assert.equal(scope.store(clusterTco).edit("gpuPrice"), 40_000);
});

test("a preset of some is none of the others', from the start and when it changes", async () => {
  const { window } = new JSDOM('<chip-scope preset="h100"></chip-scope>');
  globalThis.MutationObserver = window.MutationObserver;
  try {
    const page = window.document.querySelector("chip-scope");
    const { scope, cloud } = pair(page);
    const investment = scope.store(investmentReturn);
    const presets = () => [cloud.preset, investment.preset];
    assert.deepEqual(presets(), ["h100", ""]);
    page.setAttribute("preset", "h200");
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(presets(), ["h200", ""]);
    page.removeAttribute("preset");
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(presets(), ["", ""]);
  } finally {
    delete globalThis.MutationObserver;
  }
});
