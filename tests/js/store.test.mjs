import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { source } from "./source.mjs";

const { Store } = await source("state/store");
const { calculators } = await source("generated/metadata");
const { DESK, PHONE, ROOM } = await source("elements/layout");

const PRESETS = { cheap: { gpuPrice: [20000, "a"], cloudRate: [2, "b"] } };
const store = () => new Store(calculators.cloudBreakEven, PRESETS);
const info = (name) => calculators.cloudBreakEven.parameters.find((known) => known.name === name);

test("default, preset, attribute, property, reader: each goes before those before it", () => {
  const state = store();
  const rate = () => state.value(info("cloudRate"), state.compose().input);
  assert.equal(rate(), 7);
  state.setAttribute("preset", "cheap");
  assert.equal(rate(), 2);
  state.setAttribute("cloud-rate", "3");
  assert.equal(rate(), 3);
  state.setProperty({ cloudRate: 4 });
  assert.equal(rate(), 4);
  state.set("cloudRate", 5);
  assert.equal(rate(), 5);
  state.reset();
  assert.equal(rate(), 4);
  assert.equal(state.source(info("cloudRate"), state.compose().input), undefined);
  assert.equal(state.source(info("gpuPrice"), state.compose().input), "a");
});

test("what the page sets anew ends an entry and a movement, unless it is what is being typed", () => {
  const state = store();
  state.type("gpus", "5");
  state.setProperty({ gpus: 10 });
  assert.equal(state.text("gpus"), undefined);
  state.settle("gpus");
  assert.equal(state.compose().input.gpus, 10);
  state.type("cloudRate", "7.");
  state.setProperty({ gpus: 10, cloudRate: 7 });
  assert.equal(state.text("cloudRate"), "7.");
  state.type("cloudRate", "7.5");
  state.settle("cloudRate");
  assert.equal(state.compose().input.cloudRate, 7.5);
  state.set("years", 4);
  state.setProperty({ years: 4 });
  state.set("years", 6);
  assert.ok(state.canUndo);
  state.undo();
  assert.equal(state.compose().input.years, 4);
});

test("an input that is shown is one step, which can be undone", () => {
  const state = store();
  state.setAttribute("gpus", "64");
  state.set("years", 4);
  state.rest();
  state.adopt({ preset: "cheap", gpus: 1000, discountRate: 0, years: null });
  assert.deepEqual({ ...state.compose().input }, { preset: "cheap", gpus: 1000, discountRate: 0 });
  assert.ok(state.edited);
  state.undo();
  assert.deepEqual({ ...state.compose().input }, { gpus: 64, years: 4 });
  state.redo();
  state.reset();
  assert.deepEqual({ ...state.compose().input }, { gpus: 64 });
});

test("a figure typed anew that is the same is no change", () => {
  const state = store();
  state.setAttribute("gpu-price", "37000");
  state.type("gpuPrice", "37k");
  assert.ok(!state.edited && !state.isEdited("gpuPrice"));
  state.type("gpuPrice", "38k");
  assert.ok(state.edited && state.isEdited("gpuPrice"));
});

test("the reader's preset goes before the page's figures, and the reader's figures before it", () => {
  const state = store();
  state.setAttribute("cloud-rate", "3");
  state.setAttribute("years", "4");
  state.choosePreset("cheap");
  assert.deepEqual({ ...state.compose().input }, { preset: "cheap", years: 4 });
  state.set("cloudRate", 6);
  assert.equal(state.compose().input.cloudRate, 6);
  state.undo();
  state.undo();
  assert.deepEqual({ ...state.compose().input }, { cloudRate: 3, years: 4 });
});

test("the page's own set can be chosen again, and a preset alone is none", () => {
  const state = store();
  state.setAttribute("preset", "cheap");
  assert.ok(!state.isGiven);
  state.setAttribute("years", "4");
  assert.ok(state.isGiven && state.pagePreset === "cheap" && state.chosen === undefined);
  state.choosePreset("");
  assert.deepEqual({ ...state.compose().input }, { years: 4 });
  state.choosePreset(undefined);
  assert.deepEqual({ ...state.compose().input }, { preset: "cheap", years: 4 });
  assert.ok(!state.edited && state.canUndo);
});

test("one movement is one step; what was done after an undo cannot be redone", () => {
  const state = store();
  for (const value of [8, 9, 10]) state.set("cloudRate", value);
  state.rest();
  state.set("cloudRate", 11);
  state.rest();
  state.undo();
  assert.equal(state.compose().input.cloudRate, 10);
  state.undo();
  assert.equal(state.compose().input.cloudRate, undefined);
  assert.ok(!state.canUndo && !state.edited);
  state.redo();
  assert.equal(state.compose().input.cloudRate, 10);
  state.set("gpus", 5);
  assert.ok(!state.canRedo);
});

test("half a number counts while it is typed; one left bad counts for nothing, and stays", () => {
  const state = store();
  state.set("cloudRate", 9);
  state.rest();
  state.type("cloudRate", "1");
  assert.equal(state.compose().input.cloudRate, 1);
  state.type("cloudRate", "1 orange");
  assert.equal(state.compose().input.cloudRate, 1);
  assert.deepEqual(state.compose().problems, []);
  state.settle("cloudRate");
  assert.equal(state.compose().input.cloudRate, 9);
  assert.equal(state.text("cloudRate"), "1 orange");
  assert.equal(state.compose().problems[0].path, "cloudRate");
  state.type("cloudRate", "12");
  state.settle("cloudRate");
  assert.equal(state.compose().input.cloudRate, 12);
  assert.deepEqual(state.compose().problems, []);
});

test("a row takes no range: it would count as its middle", () => {
  const info = calculators.scenarioOutlook;
  const [, value] = info.lists[0].parameters;
  const rows = new Store(info, {}, (name) => (name === "value-0" ? { ...value, name } : undefined));
  for (const text of ["20k-40k", "20.000-40.000"]) {
    rows.type("value-0", text);
    assert.deepEqual([rows.compose().rows.size, rows.ranges.size], [0, 0], text);
    rows.settle("value-0");
    assert.deepEqual(rows.compose().problems, [{ path: "value-0", code: "noRange" }], text);
    assert.equal(rows.text("value-0"), text);
  }
  const state = store();
  state.type("cloudRate", "2-4");
  assert.deepEqual([...state.ranges], [["cloudRate", [2, 4]]]);
});

test("Escape is as if nothing had been typed", () => {
  const state = store();
  state.type("gpus", "5");
  state.cancel("gpus");
  assert.ok(!state.edited && !state.canUndo);
});

test("a later word of the page goes before an earlier one of the reader, for that figure alone", () => {
  const state = store();
  state.set("cloudRate", 9);
  state.rest();
  state.set("gpus", 5);
  state.rest();
  state.setAttribute("cloud-rate", "3");
  assert.deepEqual({ ...state.compose().input }, { cloudRate: 3, gpus: 5 });
});

test("what is not the page's own is not read: a prototype's members, values without a text", () => {
  const state = store();
  state.setProperty({ preset: Object.create(null) });
  assert.equal(state.preset, "");
  assert.equal(typeof state.compose().input.preset, "object");
  assert.equal(state.compose().input.value, undefined);
});

test("the composed input is made once a change", () => {
  const state = store();
  const first = state.compose();
  assert.equal(state.compose(), first);
  state.set("gpus", 5);
  assert.notEqual(state.compose(), first);
});

test("pages keep the room that the widgets have", () => {
  const css = readFileSync(new URL("../../www/src/reserve.css", import.meta.url), "utf8");
  const flat = css.replace(/\s+/g, " ");
  assert.ok(flat.includes(`clamp(${ROOM.desk}em, (${DESK}em - 100%) * 9999, ${ROOM.phone}em)`));
  const less = ROOM.phone - ROOM.compact;
  assert.ok(flat.includes(`clamp(0em, (${PHONE}em - 100%) * 9999, ${less}em)`));
});

test("the page's JSON goes before its attributes and after its input property", () => {
  const state = store();
  state.setAttribute("cloud-rate", "3");
  state.setAttribute("years", "4");
  state.setJson({ cloudRate: 4, gpus: 8, offers: [{ id: "a" }], preset: "cheap" });
  const asked = () => ({ ...state.compose().input });
  const offers = [{ id: "a" }];
  assert.deepEqual(asked(), { years: 4, cloudRate: 4, gpus: 8, offers, preset: "cheap" });
  state.setProperty({ gpus: 16 });
  assert.deepEqual(asked(), { years: 4, cloudRate: 4, gpus: 16, offers, preset: "cheap" });
  assert.equal(state.original(info("gpus")), 16);
  state.setJson({});
  assert.deepEqual(asked(), { years: 4, cloudRate: 3, gpus: 16 });
});

test("JSON that cannot be read leaves no answer", () => {
  const state = store();
  const problem = { path: "chip-figures", code: "invalidText" };
  state.setJson({}, problem);
  assert.deepEqual(state.compose().problems, [problem]);
  assert.ok(state.compose().isPartial);
  state.setJson({ gpus: 8 });
  assert.ok(!state.compose().isPartial);
});
