import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { sliderScale, windowOf } = await source("controls/scale");
const { calculators } = await source("generated/metadata");

const numbers = Object.values(calculators)
  .flatMap(({ parameters }) => parameters)
  .filter(({ kind, default: value }) => kind !== "choice" && value !== null);

test("a value beyond the window widens it, within the bounds", () => {
  for (const info of numbers) {
    assert.equal(windowOf(info, info.max)[1], info.max, info.name);
    assert.equal(windowOf(info, info.min)[0], info.min, info.name);
    assert.deepEqual(windowOf(info, Number.NaN), info.window, info.name);
  }
});

test("a slider stands where its value is, and gives it back exactly", () => {
  for (const info of numbers) {
    const scale = sliderScale(info, windowOf(info, info.default));
    const position = scale.toPosition(info.default);
    assert.ok(position >= 0 && position <= scale.max, info.name);
    assert.equal(scale.toValue(position, info.default), info.default, info.name);
  }
});

test("the ends of a slider are the ends of its window", () => {
  for (const info of numbers) {
    const [low, high] = windowOf(info, info.default);
    const scale = sliderScale(info, [low, high]);
    assert.equal(scale.toValue(0), low, info.name);
    assert.equal(scale.toValue(scale.max), high, info.name);
    assert.equal(scale.move(low, -1), low, info.name);
    assert.equal(scale.move(high, 10), high, info.name);
    assert.equal(scale.move(low, 100), high, info.name);
  }
});

test("every key moves the value, and back and forth stays within a hundredth", () => {
  for (const info of numbers) {
    const [low, high] = windowOf(info, info.default);
    const scale = sliderScale(info, [low, high]);
    for (let value = low, presses = 0; value < high; presses += 1) {
      const next = scale.move(value, 1);
      assert.ok(next > value, `${info.name} sticks at ${value}`);
      assert.ok(scale.move(next, -1) < next, info.name);
      assert.ok(presses < 400, `${info.name} takes ${presses} presses`);
      value = next;
    }
  }
});

test("an assistive technology has at most fifty steps, or one for each whole number", () => {
  for (const info of numbers) {
    const { max, step } = sliderScale(info, info.window);
    assert.ok(max / step <= 60, `${info.name}: ${max / step}`);
  }
});

test("whole numbers stay whole", () => {
  for (const info of numbers.filter(({ kind }) => kind === "integer")) {
    const scale = sliderScale(info, info.window);
    for (let position = 0; position <= scale.max; position += 1) {
      assert.ok(Number.isInteger(scale.toValue(position)), `${info.name} ${position}`);
    }
  }
});
