// The element of scenarios, drawn without a DOM.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { drawing } from "./source.mjs";

const { core } = await drawing("instance/inlined");
const element = (Element, input) => {
  const made = new Element();
  made.setAttributes([["lang", "en"]]);
  made.measure.width = 480;
  made.input = input;
  return made;
};

const OUTCOMES = {
  calculator: "cloudBreakEven",
  output: "saving",
  scenarios: [
    { id: "cheap", probability: 0.4, overrides: { cloudRate: 2 } },
    { id: "dear", probability: 0.6, overrides: { cloudRate: 5 } },
  ],
};

test("a curve is what the calculator says of each weight beside the others", async () => {
  const { ScenarioOutlookElement } = await drawing("elements/calculators/scenario-outlook");
  const weights = [
    { id: "a", probability: 3, value: 10 },
    { id: "b", probability: 5, value: 2 },
    { id: "c", probability: 0, value: 7 },
  ];
  const certain = [
    { id: "a", probability: 1, value: 10 },
    { id: "b", probability: 0, value: 2 },
  ];
  for (const input of [
    {},
    { scenarios: weights, normalize: true },
    { scenarios: certain },
    OUTCOMES,
  ]) {
    const made = element(ScenarioOutlookElement, input);
    made.willUpdate();
    const { scenarios } = made.result.input;
    for (const [at, { id }] of scenarios.entries()) {
      const { values, results } = made.curves.response(`probability-${at}`);
      assert.equal(values.length, 21);
      values.forEach((probability, index) => {
        const rows = scenarios.map((row) => (row.id === id ? { ...row, probability } : row));
        const isNone = rows.every((row) => row.probability === 0);
        const expected = isNone
          ? Number.NaN
          : core().scenarioOutlook({ ...input, scenarios: rows, normalize: true }).expected;
        const near = Math.abs(results[index] - expected) <= 1e-12 * Math.abs(expected);
        assert.ok(near || (isNone && Number.isNaN(results[index])), `${id} at ${probability}`);
      });
    }
  }
});

test("one scenario alone has no curve", async () => {
  const { ScenarioOutlookElement } = await drawing("elements/calculators/scenario-outlook");
  const [only] = OUTCOMES.scenarios;
  const made = element(ScenarioOutlookElement, {
    ...OUTCOMES,
    scenarios: [{ ...only, probability: 1 }],
  });
  made.willUpdate();
  assert.ok(made.result !== undefined && made.curves.response("probability-0") === undefined);
});

test("where the names of results cannot be loaded, that is told once and tried again", async (t) => {
  let tries = 0;
  globalThis.countTry = () => (tries += 1);
  const missing = {
    name: "missing",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("elements/calculators/scenario-outlook.ts")) return undefined;
      const call = 'await import("../../generated/output-names.js")';
      assert.ok(code.includes(call));
      return code.replace(call, 'await (countTry(), Promise.reject(new Error("offline")))');
    },
  };
  const { ScenarioOutlookElement } = await drawing("elements/calculators/scenario-outlook", [
    missing,
  ]);
  const warnings = t.mock.method(console, "warn", () => {});
  const made = element(ScenarioOutlookElement, OUTCOMES);
  for (const cloudRate of [5, 6]) {
    made.input = { ...OUTCOMES, base: { cloudRate } };
    made.willUpdate();
    assert.match(made.verdict(made.result).lead, /\$/);
    // An unhandled rejection would fail the test.
    await setImmediate();
  }
  assert.equal(tries, 2);
  assert.equal(warnings.mock.callCount(), 1);
  assert.match(warnings.mock.calls[0].arguments[0], /^chip-calculators: <.*offline/);
});

test("scenarios beside a set's name are the article's while they are the same, and else the page's", async () => {
  const { ScenarioOutlookElement } = await drawing("elements/calculators/scenario-outlook");
  const { scenarios } = core().scenarioOutlook({ preset: "article" }).input;
  const own = scenarios.map((row, index) => (index === 0 ? { ...row, value: 26_000 } : row));
  for (const [rows, said] of [
    [scenarios, /^By a news article’s probabilities, an H200 will cost \$28,250 on average\./],
    [own, /^Outcome: 28,550 on average\./],
  ]) {
    const made = element(ScenarioOutlookElement, { preset: "article", scenarios: rows });
    made.willUpdate();
    const { lead } = made.verdict(made.result);
    assert.match(lead, said);
    // No unit that the sentence does not have.
    const unit = rows === own ? "20,000" : "$20,000";
    assert.equal(made.constructor.chart.bars(made.seen).bars[2].text, unit);
  }
});
