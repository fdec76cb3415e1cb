// What the builder holds: lists row by row, its address, and what is refused of either.
import assert from "node:assert/strict";
import { test } from "node:test";
import { built, drawing } from "./source.mjs";

const { calculators } = await built("generated/metadata");
const { checkedRow, entriesOf, textsOf, withEntries } = await built("publishing/lists");
const { readState, writeState } = await built("publishing/state");
const { published } = await drawing("publishing/describe");
const { BuilderState } = await built("builder/state");

const FOLDER = "https://example.org/chips/";
const LISTS = Object.values(calculators).flatMap(({ name, lists }) =>
  lists.map((list) => ({ calculator: name, list })),
);
const listNamed = (name) => LISTS.find(({ list }) => list.name === name).list;
const opened = (query) => new BuilderState(`lang=en&${query}`, FOLDER);

test("what a state gives of a list comes back, and other lists stay", () => {
  for (const { calculator, list } of LISTS) {
    const { state } = readState(
      `calculator=${calculator}&figures=${encodeURIComponent('{"other":[1]}')}`,
    );
    const rows = [
      { id: "a", name: "A" },
      { id: "b", extra: { kept: true } },
    ];
    const held = withEntries(state, list, rows);
    assert.deepEqual(entriesOf(readState(writeState(held)).state, list), rows, list.name);
    assert.deepEqual(JSON.parse(held.attributes.figures).other, [1]);
    assert.deepEqual(withEntries(held, list, []), state);
  }
});

test("ids alone are an attribute, and with rows among them JSON", () => {
  const chips = listNamed("chips");
  const { state } = readState("calculator=price-performance&chips=h100-sxm");
  assert.deepEqual(entriesOf(state, chips), ["h100-sxm"]);
  const two = withEntries(state, chips, ["h100-sxm", "mi300x"]);
  assert.deepEqual(two.attributes, { chips: "h100-sxm mi300x" });
  const own = withEntries(two, chips, ["h100-sxm", { id: "own" }]);
  assert.deepEqual(own.attributes, { figures: '{"chips":["h100-sxm",{"id":"own"}]}' });
});

test("what is no row is one of nothing, whoever wrote it", () => {
  const offers = listNamed("offers");
  for (const [given, rows] of [
    ['{"offers":[1,null,"a",[2],{"id":"b"}]}', [{}, {}, {}, {}, { id: "b" }]],
    ['{"offers":"all"}', []],
    ['{"__proto__":{"offers":[1]}}', []],
  ]) {
    const { state } = readState(`calculator=cloud-break-even&figures=${encodeURIComponent(given)}`);
    assert.deepEqual(entriesOf(state, offers), rows, given);
  }
});

test("the fields of a row are checked by the table, and what has no field stays", () => {
  const offers = listNamed("offers");
  const known = { id: "a", cloudRate: 9, note: "kept" };
  assert.deepEqual(textsOf(offers, known), { id: "a", cloudRate: "9" });
  const good = { id: " Reserved  <b> ", cloudRate: "$2.50", cloudBilling: "reserved" };
  assert.deepEqual(checkedRow(offers, good, known), {
    row: { id: "Reserved <b>", cloudRate: 2.5, cloudBilling: "reserved", note: "kept" },
    wrong: {},
  });
  const bad = { id: "", cloudRate: "1e9", cloudBilling: "monthly", cloudRateDecline: "often" };
  const { wrong } = checkedRow(offers, bad);
  assert.deepEqual(
    Object.entries(wrong).map(([name, { code }]) => [name, code]),
    [
      ["id", "missing"],
      ["cloudRate", "aboveMaximum"],
      ["cloudBilling", "unknownChoice"],
      ["cloudRateDecline", "notANumber"],
    ],
  );
  const long = checkedRow(offers, { id: "a".repeat(201) }).wrong;
  assert.equal(long.id.code, "tooLong");
});

test("a bad text of a row leaves what counted before", () => {
  const offers = listNamed("offers");
  const state = opened("calculator=cloud-break-even");
  const { key } = state.addRow(offers);
  assert.equal(state.widget.attributes.figures, undefined);
  state.setRow(offers, key, "id", "Spot");
  state.setRow(offers, key, "cloudRate", "2");
  state.setRow(offers, key, "cloudRate", "cheap");
  assert.equal(state.uncounted, 1);
  assert.deepEqual(entriesOf(state.widget, offers), [{ id: "Spot", cloudRate: 2 }]);
  assert.equal(state.rows(offers)[0].texts.cloudRate, "cheap");
  const reopened = new BuilderState(state.query, FOLDER);
  assert.deepEqual(reopened.rows(offers)[0].texts, { id: "Spot", cloudRate: "2" });
});

test("rows that a set brings are shown, and are one's own once they differ", () => {
  const scenarios = listNamed("scenarios");
  const state = opened("calculator=scenario-outlook");
  const { description } = published(state.pasted, "2026-11-28", "0.0.0", false);
  state.bring(description.lists);
  const [first] = state.rows(scenarios);
  assert.deepEqual(first.texts, { id: "optimistic", probability: "0.3", value: "25000" });
  state.setRow(scenarios, first.key, "value", "x");
  assert.equal(state.widget.attributes.figures, undefined);
  state.setRow(scenarios, first.key, "value", "26000");
  assert.equal(entriesOf(state.widget, scenarios).length, 3);
  state.dropRows(scenarios);
  assert.deepEqual(state.rows(scenarios)[0].texts, first.texts);
  assert.equal(state.widget.attributes.figures, undefined);
});

test("a row is of one chip of the catalogue, or of one's own", () => {
  const chips = listNamed("chips");
  const state = opened("calculator=price-performance&chips=h100-sxm+mi300x");
  const { key } = state.addRow(chips);
  state.setRow(chips, key, "price", "9000");
  // Without a name it is nobody's.
  assert.deepEqual(state.rows(chips)[2].wrong, { name: { code: "missing" } });
  state.setRowId(chips, key, "h100-sxm");
  assert.deepEqual(entriesOf(state.widget, chips), ["mi300x", { id: "h100-sxm", price: 9000 }]);
  state.setRowId(chips, key, "");
  state.setRow(chips, key, "name", "Ours");
  assert.deepEqual(entriesOf(state.widget, chips)[1], { id: "own-1", name: "Ours", price: 9000 });
  state.chooseId(chips, "mi300x", false);
  assert.equal(entriesOf(state.widget, chips).length, 1);
});

test("a currency without its rate or its day stays in the address, and out of the code", () => {
  const state = opened("calculator=cluster-tco&currency=eur");
  assert.equal(state.widget.attributes.currency, "EUR");
  assert.deepEqual(state.pasted.attributes, { lang: "en" });
  state.set("rate", "0,92");
  state.set("rate-date", "2026-11-02");
  assert.deepEqual(state.pasted, state.widget);
  assert.match(state.query, /currency=EUR&rate=0\.92&rate-date=2026-11-02$/);
  for (const rate of ["0", "-1", "1e999", "x", "0.9.2"]) {
    state.set("rate", rate);
    assert.equal(state.draft("rate").text, rate);
    assert.equal(state.widget.attributes.rate, "0.92");
  }
});

test("another calculator keeps what both have", () => {
  const state = opened(
    "calculator=scenario-outlook&theme=dark&gpus=x&accent-color=123456&currency=EUR&rate=1&rate-date=2026-11-02&figures=%7B%22normalize%22%3Atrue%7D",
  );
  state.choose("cloudBreakEven");
  assert.deepEqual(state.widget, {
    calculator: "cloudBreakEven",
    attributes: {
      lang: "en",
      theme: "dark",
      currency: "EUR",
      rate: "1",
      "rate-date": "2026-11-02",
    },
    colors: { accent: "123456" },
  });
  assert.deepEqual(state.unread, []);
});

test("every list of the tables has its label and its hint in each language", async () => {
  const { words } = await built("builder/words");
  const { labelOf } = await built("publishing/labels");
  for (const { calculator, list } of LISTS) {
    for (const [tag, { listHints, rowTexts }] of Object.entries(words)) {
      assert.ok(listHints[list.name], `${tag}: hint of ${list.name}`);
      for (const { name } of [list, ...list.texts, ...list.parameters]) {
        const label = rowTexts[name] ?? labelOf(calculator, tag, { name });
        assert.notEqual(label, name, `${tag}: label of ${name}`);
      }
    }
  }
});
