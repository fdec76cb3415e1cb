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
  // What another row has is no other's.
  state.setRowId(chips, key, "h100-sxm");
  assert.deepEqual(entriesOf(state.widget, chips), ["h100-sxm", "mi300x"]);
  state.setRowId(chips, key, "h200-sxm");
  const h200 = { id: "h200-sxm", price: 9000 };
  assert.deepEqual(entriesOf(state.widget, chips), ["h100-sxm", "mi300x", h200]);
  // Nor are its figures gone with a tick in the catalogue.
  for (const isChosen of [true, false]) state.chooseId(chips, "h200-sxm", isChosen);
  assert.deepEqual(entriesOf(state.widget, chips)[2], h200);
  state.setRowId(chips, key, "");
  state.setRow(chips, key, "name", "Ours");
  assert.deepEqual(entriesOf(state.widget, chips)[2], { id: "own-1", name: "Ours", price: 9000 });
  for (const id of ["mi300x", "h100-sxm"]) state.chooseId(chips, id, false);
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

test("figures of the JSON go to their fields, from where they are changed", () => {
  const offers = listNamed("offers");
  const state = opened("calculator=cloud-break-even&gpus=8");
  const demand = { mean: 400 };
  const given = { gpus: 64, utilization: "70%", "cloud-rate": 3, preset: "h100", demand };
  state.set("figures", JSON.stringify({ ...given, offers: [{ id: "a", cloudRate: 2 }] }));
  const { figures, ...single } = state.widget.attributes;
  assert.deepEqual(single, {
    preset: "h100",
    gpus: "64",
    utilization: "0.7",
    "cloud-rate": "3",
    lang: "en",
  });
  assert.deepEqual(state.others, { demand });
  assert.deepEqual(JSON.parse(figures), { demand, offers: [{ id: "a", cloudRate: 2 }] });
  state.set("gpus", "32");
  assert.equal(published(state.pasted, "2026-11-28", "0.0.0", false).state.attributes.gpus, "32");
  // A list that is not named stays, and one that is named is that.
  state.set("figures", '{"demand":{"mean":300}}');
  assert.equal(state.rows(offers).length, 1);
  state.set("figures", "");
  assert.deepEqual(JSON.parse(state.widget.attributes.figures), {
    offers: [{ id: "a", cloudRate: 2 }],
  });
  state.set("figures", '{"offers":[]}');
  assert.equal(state.rows(offers).length, 0);
  assert.equal(state.widget.attributes.figures, undefined);
  // Of an address as well, where the JSON counts as it does in the code.
  const both = opened(
    `calculator=cloud-break-even&gpus=8&figures=${encodeURIComponent('{"gpus":64}')}`,
  );
  assert.deepEqual(both.widget.attributes, { gpus: "64", lang: "en" });
});

test("figures of the JSON that their fields refuse are refused there", () => {
  const state = opened("calculator=cloud-break-even&gpus=8");
  state.set("figures", '{"gpus":0,"cloudBilling":"often","__proto__":{"years":3}}');
  assert.deepEqual(state.draft("gpus"), {
    text: "0",
    wrong: { code: "belowMinimum", bound: "1" },
  });
  assert.equal(state.widget.attributes.gpus, "8");
  // A list of choices has no place for another word.
  assert.equal(state.others.cloudBilling, "often");
  state.set("cloud-billing", "reserved");
  assert.equal(state.others.cloudBilling, undefined);
  assert.equal(state.widget.attributes["cloud-billing"], "reserved");
  assert.equal(state.widget.attributes.years, undefined);
});

test("a text that is no JSON, or whose numbers are none, stays while rows are changed", () => {
  const offers = listNamed("offers");
  const state = opened("calculator=cloud-break-even");
  for (const [text, code] of [
    ["{demand", "notAnObject"],
    ['{"demand":{"trace":[1,1e999]}}', "notANumber"],
    [`{"demand":${"[".repeat(40_000)}${"]".repeat(40_000)}}`, "notAnObject"],
    [`{"a":"${"x".repeat(100_000)}"}`, "tooLong"],
  ]) {
    state.set("figures", text);
    state.setRow(offers, state.addRow(offers).key, "id", text.slice(0, 5));
    assert.equal(state.draft("figures").text, text);
    assert.equal(state.draft("figures").wrong.code, code);
    assert.deepEqual(state.others, {});
  }
});

test("rows that are begun stay when the starting figures change", () => {
  const offers = listNamed("offers");
  const cloud = opened("calculator=cloud-break-even");
  cloud.setRow(offers, cloud.addRow(offers).key, "cloudRate", "2");
  cloud.set("preset", "h200");
  assert.equal(cloud.rows(offers)[0].texts.cloudRate, "2");

  const scenarios = listNamed("scenarios");
  const outlook = opened("calculator=scenario-outlook&preset=article");
  const bring = () =>
    outlook.bring(published(outlook.pasted, "2026-11-28", "0.0.0", false).description.lists);
  bring();
  const texts = () => outlook.rows(scenarios).map(({ texts }) => texts);
  const article = texts();
  outlook.addRow(scenarios);
  // Nothing is typed yet: the next set has its own.
  outlook.set("preset", "");
  bring();
  assert.equal(texts().length, 3);
  outlook.setRow(scenarios, outlook.addRow(scenarios).key, "value", "7");
  outlook.set("preset", "article");
  bring();
  assert.deepEqual(texts().slice(0, 3), article);
  assert.equal(texts()[3].value, "7");
  // They are what counts, and the way back to the set is still there.
  assert.equal(entriesOf(outlook.widget, scenarios).length, 3);
  assert.ok(outlook.bringsRows(scenarios));
});

test("the last row of a set stays, for without it all would be back", () => {
  const scenarios = listNamed("scenarios");
  const state = opened("calculator=scenario-outlook");
  state.bring(published(state.pasted, "2026-11-28", "0.0.0", false).description.lists);
  for (const { key } of state.rows(scenarios).slice(1)) state.removeRow(scenarios, key);
  const [last] = state.rows(scenarios);
  assert.equal(state.isRemovable(scenarios, last), false);
  // An address that has it alone says nothing of the set.
  const reopened = new BuilderState(state.query, FOLDER);
  assert.equal(reopened.isRemovable(scenarios, reopened.rows(scenarios)[0]), false);
  const added = state.addRow(scenarios);
  assert.equal(state.isRemovable(scenarios, last), false);
  assert.equal(state.isRemovable(scenarios, added), true);
  const offers = listNamed("offers");
  const cloud = opened("calculator=cloud-break-even");
  assert.equal(cloud.isRemovable(offers, cloud.addRow(offers)), true);
});

test("another calculator and back: everything is as it was left", () => {
  const offers = listNamed("offers");
  const state = opened("calculator=cloud-break-even&gpus=8&fields=gpus&heading=Mine");
  state.setServed("base", "https://cdn.example/chips/");
  state.setServed("at", "embeds");
  state.set("utilization", "often");
  state.set("figures", "{demand");
  state.setRow(offers, state.addRow(offers).key, "cloudRate", "2");
  const { query } = state;
  state.choose("scenarioOutlook");
  assert.deepEqual(state.widget.attributes, { heading: "Mine", lang: "en" });
  assert.equal(state.base, "https://cdn.example/chips/");
  assert.equal(state.draft("at").text, "embeds");
  assert.equal(state.uncounted, 1);
  state.set("heading-level", "3");
  state.set("preset-label", "Ours");
  state.setColor("accent", "#123456");
  state.choose("cloudBreakEven");
  assert.equal(state.draft("utilization").text, "often");
  assert.equal(state.draft("figures").text, "{demand");
  assert.equal(state.rows(offers)[0].texts.cloudRate, "2");
  state.set("heading-level", "");
  state.set("preset-label", "");
  state.setColor("accent", undefined);
  assert.equal(state.query, query);
});

test("the example of JSON is one that the calculator takes", async () => {
  const { exampleOf } = await built("builder/refusals");
  for (const { name, element } of Object.values(calculators)) {
    const state = opened(`calculator=${element.replace("chip-", "")}`);
    state.set("figures", exampleOf(name));
    assert.ok(published(state.pasted, "2026-11-28", "0.0.0", false).description.sentence, name);
  }
});

test("a heading of blanks is none", () => {
  const state = opened("calculator=cluster-tco&heading=+&preset-label=");
  assert.deepEqual(state.widget.attributes, { lang: "en" });
  state.set("heading", "Mine");
  state.set("heading", "  ");
  assert.deepEqual(state.widget.attributes, { lang: "en" });
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
