// Addresses of frames: what a version wrote, every later one reads; nothing in one is believed unseen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { fits, readState, styleOf, withInput, writeState } = await source("publishing/state");
const { problemText } = await source("publishing/problems");

/** Addresses as they stand in articles, by the version that wrote them: never changed, only added to. */
const PUBLISHED = {
  1: {
    "v=1&calculator=cloud-break-even&gpus=64&lang=en": {
      calculator: "cloudBreakEven",
      attributes: { gpus: "64", lang: "en" },
      colors: {},
    },
    "v=1&calculator=cluster-tco&preset=h100&dense-pflops=&utilization=0.7&heading=A+%26+B&layout=compact&theme=dark&accent-color=0a6b68":
      {
        calculator: "clusterTco",
        attributes: {
          preset: "h100",
          utilization: "0.7",
          "dense-pflops": "",
          heading: "A & B",
          layout: "compact",
          theme: "dark",
        },
        colors: { accent: "0a6b68" },
      },
    "v=1&calculator=price-performance&chips=h100-sxm+h200-sxm&baseline=h100-sxm": {
      calculator: "pricePerformance",
      attributes: { chips: "h100-sxm h200-sxm", baseline: "h100-sxm" },
      colors: {},
    },
  },
};

for (const [version, addresses] of Object.entries(PUBLISHED)) {
  test(`addresses of version ${version} are read as they were meant`, () => {
    for (const [query, state] of Object.entries(addresses)) {
      assert.deepEqual(readState(query), { state, problems: [] }, query);
      // And written again they mean the same.
      assert.deepEqual(readState(writeState(state)).state, state);
    }
  });
}

test("what hosts add to an address is no mistake", () => {
  const added =
    "childId=pym-0&initialWidth=640&parentTitle=A&parentUrl=https%3A%2F%2Fa.invalid&utm_source=x";
  assert.deepEqual(readState(`calculator=cluster-tco&${added}`).problems, []);
});

test("names count without capitals and hyphens", () => {
  const { state, problems } = readState("calculator=cloudBreakEven&cloudRate=3&clouddiscount=0.1");
  assert.equal(state.attributes["cloud-rate"], "3");
  assert.equal(problems.length, "cloud-discount" in state.attributes ? 0 : 1);
});

test("every bad part is named with what is wrong, and none is used", () => {
  const bad = {
    "gpus=0": "gpus=0: must be at least 1",
    "gpus=1e99": "gpus=1e99: must be at most 1000000",
    "gpus=1.5": "gpus=1.5: must be a whole number",
    "gpus=NaN": "gpus=NaN: is not a number",
    "gpus=": "gpus: is not a number",
    "gpus=0x10": "gpus=0x10: is not a number",
    "gpus=1&gpus=2": "gpus=2: is given more than once; the first counts",
    "preset=h10": "preset=h10: is not one of the choices; did you mean h100?",
    "gpu=3": "gpu=3: no setting has this name; did you mean gpus?",
    "__proto__=3": "__proto__=3: no setting has this name",
    "constructor=3": "constructor=3: no setting has this name",
    "accent-color=red": null,
    "fields=gpus+nonsense": null,
    "heading-level=1": null,
    "lang=fr": null,
    "v=2": null,
  };
  for (const [part, text] of Object.entries(bad)) {
    const { state, problems } = readState(`calculator=cluster-tco&${part}`);
    assert.equal(problems.length, 1, part);
    const told = problemText(problems[0], "en");
    if (text !== null) assert.equal(told, text);
    assert.match(problemText(problems[0], "zh"), /[\u4e00-\u9fff]/);
    const used = part.startsWith("gpus=1&") ? { gpus: "1" } : {};
    assert.deepEqual([state.attributes, state.colors], [used, {}], part);
  }
});

test("hostile texts are texts, and hostile lengths are refused", () => {
  const hostile = `"><script>alert(1)</script>;}*{color:red`;
  const query = new URLSearchParams({ calculator: "cluster-tco", heading: hostile });
  query.set("accent-color", hostile);
  const { state, problems } = readState(query);
  assert.equal(state.attributes.heading, hostile);
  assert.equal(styleOf(state), "");
  assert.deepEqual(
    problems.map(({ name }) => name),
    ["accent-color"],
  );
  for (const long of [`calculator=cluster-tco&heading=${"a".repeat(1000)}`, "a=b&".repeat(5000)]) {
    assert.equal(readState(long).problems[0].code, "tooLong");
  }
  for (const name of ["toString", "__proto__", "constructor", ""]) {
    assert.equal(readState(`calculator=${name}`).state, undefined);
  }
});

test("an element's input becomes a state, its lists too", () => {
  const { state } = readState("calculator=price-performance&heading=Mine&lang=zh");
  const own = [{ id: "own", name: "Own", price: 1 }];
  const with_ = withInput(state, { chips: own, baseline: undefined });
  assert.equal(with_.attributes.figures, JSON.stringify({ chips: own }));
  assert.deepEqual(readState(writeState(with_)), { state: with_, problems: [] });
  const trace = withInput(readState("calculator=cloud-break-even").state, {
    demand: { trace: Float64Array.of(1, 2) },
  });
  assert.equal(trace.attributes.figures, '{"demand":{"trace":[1,2]}}');
  assert.ok(fits(trace));
  assert.ok(!fits(withInput(trace, { demand: { trace: new Float64Array(8760) } })));

  const input = { chips: ["h100-sxm", "h200-sxm"], baseline: "h100-sxm" };
  assert.equal(
    writeState(withInput(state, input)),
    "v=1&calculator=price-performance&chips=h100-sxm+h200-sxm&baseline=h100-sxm&heading=Mine&lang=zh",
  );
});
