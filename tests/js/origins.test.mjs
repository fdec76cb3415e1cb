// Where the widgets say that a figure comes from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawing } from "./source.mjs";

function element(Element, attributes = []) {
  const made = new Element();
  made.setAttributes([["lang", "en"], ...attributes]);
  made.measure.width = 480;
  made.willUpdate();
  return made;
}

test("a price of the list is the catalogue's until the reader gives another", async () => {
  const { PricePerformanceElement } = await drawing("elements/calculators/price-performance");
  const made = element(PricePerformanceElement, [["chips", "h200-sxm h100-sxm"]]);
  const [row] = made.result.rows;
  const info = made.rowInfo(`price-${row.id}`);
  assert.equal(made.origin(info).source, row.priceSource);
  assert.equal(made.origin(info).status, row.priceStatus);
  made.store.set(info.name, 30_000);
  made.willUpdate();
  assert.equal(made.origin(info), undefined);
});

test("a scenario's figure is the article's until the reader moves it", async () => {
  const { ScenarioOutlookElement } = await drawing("elements/calculators/scenario-outlook");
  const made = element(ScenarioOutlookElement);
  const info = made.rowInfo("probability-0");
  assert.deepEqual(made.origin(info), { source: "seed-article", status: "article" });
  made.store.set(info.name, 0.5);
  made.willUpdate();
  assert.equal(made.origin(info), undefined);
  assert.ok(made.origin(made.rowInfo("value-0")) !== undefined);
});
