import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { sliderScale, windowOf } = await source("controls/scale");
const { calculators } = await source("generated/metadata");

const numbers = Object.values(calculators)
  .flatMap(({ parameters }) => parameters)
  .filter(({ kind, default: value }) => kind !== "choice" && value !== null);

test("a window lies within the bounds and holds default and sourced range", () => {
  for (const info of numbers) {
    const [low, high] = windowOf(info, info.default);
    assert.ok(low < high, info.name);
    assert.ok(low >= info.min && high <= info.max, info.name);
    for (const value of [info.default, info.low?.value, info.high?.value]) {
      if (value !== undefined) assert.ok(low <= value && value <= high, `${info.name} ${value}`);
    }
  }
});

test("a value beyond the window widens it", () => {
  for (const info of numbers) {
    assert.equal(windowOf(info, info.max)[1], info.max, info.name);
    assert.equal(windowOf(info, info.min)[0], info.min, info.name);
  }
});

test("a slider stands where its value is, and gives it back", () => {
  for (const info of numbers) {
    const scale = sliderScale(info, windowOf(info, info.default));
    const position = scale.toPosition(info.default);
    assert.ok(position >= scale.min && position <= scale.max, info.name);
    assert.equal(scale.toValue(position, info.default), info.default, info.name);
  }
});

test("the ends of a slider are the ends of its window", () => {
  for (const info of numbers) {
    const [low, high] = windowOf(info, info.default);
    const scale = sliderScale(info, [low, high]);
    assert.equal(scale.toValue(scale.min, info.default), low, info.name);
    assert.equal(scale.toValue(scale.max, info.default), high, info.name);
  }
});

test("an arrow key always moves a logarithmic slider, and moves it back to where it was", () => {
  const info = numbers.find(({ name }) => name === "gpus");
  const scale = sliderScale(info, windowOf(info, 1000));
  let value = 1;
  let presses = 0;
  while (value < 100_000) {
    const next = scale.toValue(scale.toPosition(value) + scale.step, value);
    assert.ok(next > value, `${value} → ${next}`);
    assert.ok(Number.isInteger(next), String(next));
    value = next;
    assert.ok(++presses < 400);
  }
  while (value > 1) {
    const next = scale.toValue(scale.toPosition(value) - scale.step, value);
    assert.ok(next < value, `${value} → ${next}`);
    value = next;
  }
});
