import assert from "node:assert/strict";
import { test } from "node:test";
import { built } from "./source.mjs";

const { calculators } = await built("generated/metadata");
const { readLink, writeLink } = await built("state/link");
const { Store } = await built("state/store");
const { readState } = await built("publishing/state");
const { originOf, sourceOf } = await built("citation");
const { currencyOf } = await built("elements/currency");

const info = calculators.cloudBreakEven;
const none = () => undefined;

/** What is told on the console meanwhile. */
function warnings(run) {
  const told = [];
  const { warn } = console;
  console.warn = (text) => told.push(text);
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return told;
}

function stored(attributes = {}) {
  const store = new Store(info, { article: { gpus: [1000, "seed-article"] } });
  for (const [name, value] of Object.entries(attributes)) store.setAttribute(name, value);
  return store;
}

test("a link restores the figures, the ranges and the set of figures, as one step", () => {
  const from = stored({ "cloud-rate": "3.895" });
  from.set("gpus", 64);
  from.rest();
  from.set("cloudBilling", "reserved");
  from.rest();
  from.setRange("gpuPrice", [35_000, 40_000]);
  from.rest();
  const query = writeLink(info, from.linked, 0);
  const to = stored({ "cloud-rate": "3.895" });
  assert.deepEqual(
    warnings(() => to.follow(readLink(info, 0, `#${query}`, none))),
    [],
  );
  assert.deepEqual(to.compose().input, from.compose().input);
  assert.deepEqual([...to.ranges], [["gpuPrice", [35_000, 40_000]]]);
  // What the page says already is no change of the reader's.
  assert.ok(!to.isEdited("cloudRate") && to.isEdited("gpus"));
  to.undo();
  assert.ok(!to.edited);
});

test("what has a name of the address's own is a figure all the same, in old links too", () => {
  const info = calculators.scenarioOutlook;
  const values = new Map([
    ["calculator", "cloudBreakEven"],
    ["output", "paybackMonths"],
    ["probability-0", 0.25],
  ]);
  const row = (name) =>
    name === "probability-0" ? { ...info.lists[0].parameters[0], name } : undefined;
  const query = writeLink(info, { preset: "article", values, ranges: new Map() }, 0);
  assert.equal(new URLSearchParams(query).get("calculator"), "scenario-outlook");
  const old = `v=1&calculator=cloudBreakEven&preset=article&output=paybackMonths&probability-0=0.25`;
  for (const link of [query, old]) {
    const read = readLink(info, 0, link, row);
    assert.deepEqual(
      [read.unread, read.preset, [...read.values].sort()],
      [undefined, "article", [...values].sort()],
    );
  }
  assert.equal(readLink(calculators.cloudBreakEven, 0, old, none), undefined);
});

test("a row's field keeps the letters of its id", () => {
  const info = calculators.pricePerformance;
  const values = new Map([["price-H100_A", 5]]);
  const query = writeLink(info, { preset: undefined, values, ranges: new Map() }, 0);
  const row = (name) => ({ name, kind: "money", min: 0, max: 10 });
  assert.deepEqual(readLink(info, 0, query, row).values, values);
  const told = warnings(() => {
    const link = "v=1&calculator=price-performance&price-x=1..2";
    assert.equal(readLink(info, 0, link, row).unread, "all", "a row is a number");
  });
  assert.equal(told.length, 1);
});

test("a link holds what the page said, in case it says otherwise later", () => {
  const query = writeLink(info, stored({ "cloud-rate": "3.895" }).linked, 0);
  const to = stored({ "cloud-rate": "5" });
  to.follow(readLink(info, 0, `#${query}`, none));
  assert.equal(to.compose().input.cloudRate, 3.895);
});

test("a link without ranges is an address of frame.html", () => {
  const store = stored();
  store.set("gpus", 64);
  store.rest();
  const { state, problems } = readState(writeLink(info, store.linked, 0));
  assert.deepEqual(problems, []);
  assert.deepEqual(state.attributes, { gpus: "64" });
});

test("a link is another widget's, or none", () => {
  const query = "v=1&calculator=cloud-break-even&gpus=64";
  assert.equal(readLink(info, 1, query, none), undefined);
  assert.equal(readLink(calculators.clusterTco, 0, query, none), undefined);
  assert.equal(readLink(info, 0, "#section-2", none), undefined);
  assert.equal(readLink(info, 0, `v=1${"&gpus=1".repeat(5000)}`, none), undefined);
  assert.equal(readLink(info, 2, `${query}&place=2`, none).values.get("gpus"), 64);
});

test("a link that was cut within the calculator's name is told by its widget", () => {
  const read = (fragment, of = info) => readLink(of, 0, fragment, none)?.unread;
  const told = warnings(() => {
    assert.equal(read("#v=1&calculator=cloud-break-ev"), "all");
    assert.equal(read("#v=1&calculator=cl", calculators.clusterTco), "all");
  });
  assert.equal(told.length, 2);
  assert.equal(read("#v=1&calculator=cloud-break-ev", calculators.clusterTco), undefined);
  // Somebody else's address, or one that goes on.
  assert.equal(read("#v=1"), undefined);
  assert.equal(read("#v=1&calculator=cloud&gpus=64"), undefined);
});

test("what is no good in a link is told, and not used", () => {
  for (const bad of [
    "gpus=0",
    "gpus=1.5",
    "gpus=1e999",
    "gpus=%3Cb%3E",
    "gpus=",
    "gpuPrice=1",
    "gpu-price=2..1",
    "gpu-price=1..2..3",
    "cloud-billing=never",
    "preset=constructor",
    "__proto__=1",
    "v=1&v=2&v=x&toString=1",
  ]) {
    const told = warnings(() => {
      const linked = readLink(info, 0, `v=1&calculator=cloud-break-even&${bad}`, none);
      assert.equal(linked.values.size + linked.ranges.size, 0, bad);
      assert.equal(linked.preset, undefined);
      assert.equal(linked.unread, "all", bad);
    });
    assert.equal(told.length, 1, bad);
  }
  for (const [query, unread, count] of [
    ["gpus=64", undefined, 1],
    ["gpus=64&pue=x", "part", 1],
    ["preset=h100&pue=x", "part", 0],
    [`gpus=64&x=${"9".repeat(10_000)}`, "all", 0],
  ]) {
    warnings(() => {
      const linked = readLink(info, 0, `v=1&calculator=cloud-break-even&${query}`, none);
      assert.deepEqual([linked.unread, linked.values.size], [unread, count], query.slice(0, 40));
    });
  }
  const told = warnings(() => {
    const linked = readLink(info, 0, "v=2&calculator=cloud-break-even&gpus=64&preset=h100", none);
    assert.deepEqual([linked.values.size, linked.preset, linked.unread], [0, undefined, "all"]);
  });
  assert.equal(told.length, 1);
});

test("a source says what kind of figure is taken from it", () => {
  assert.equal(originOf("seed-article").status, "article");
  assert.equal(originOf("mlperf-inference-v4-1").status, "measured");
  assert.equal(originOf("epoch-hardware-prices", "estimated").status, "estimated");
  assert.equal(sourceOf("project-assumption"), undefined);
  assert.equal(sourceOf("toString"), undefined);
});

test("amounts show in another currency only with its rate and the day of it", () => {
  const element = { localName: "chip-cluster-tco" };
  assert.deepEqual(currencyOf(element, "EUR", "0.92", "2026-11-01"), {
    code: "EUR",
    rate: 0.92,
    date: "2026-11-01",
  });
  assert.equal(currencyOf(element, "", "", ""), undefined);
  for (const given of [
    ["EUR", "0.92", ""],
    ["eur", "0.92", "2026-11-01"],
    ["EUR", "0", "2026-11-01"],
    ["EUR", "Infinity", "2026-11-01"],
    ["", "0.92", "2026-11-01"],
  ]) {
    // The same is told once of the same tag.
    const tag = { localName: `chip-${given.join("-")}` };
    const told = warnings(() => {
      assert.equal(currencyOf(tag, ...given), undefined);
      assert.equal(currencyOf(tag, ...given), undefined);
    });
    assert.equal(told.length, 1, given.join());
  }
});
