import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { along, placed, spread, textWidth, wrapText } = await source("charts/text");
const { columns } = await source("charts/dots");
const { heightAt } = await source("charts/scale");

test("labels stay within the drawing, whatever their length and place", () => {
  for (const text of ["0%", "same cost at 31.8%", "14.6个月后回本，一个很长的标签"]) {
    for (const width of [60, 180, 320]) {
      for (const at of [0, 10, width / 2, width - 3, width]) {
        const { from, to, text: shown } = placed(text, at, 13, 0, width);
        assert.ok(from >= -1e-9 && to <= width + 1e-9, `${text} ${width} ${at}`);
        assert.ok(textWidth(shown, 13) <= width || shown.length <= 2);
      }
    }
  }
});

test("labels that would touch an earlier one are left out", () => {
  const at = (x) => placed("100%", x, 10, 0, 300);
  const kept = spread([at(0), at(300), at(20), at(150), at(160)], 4);
  for (const one of kept) {
    for (const other of kept) {
      if (one !== other) assert.ok(one.to + 4 <= other.from || other.to + 4 <= one.from);
    }
  }
  assert.equal(kept.length, 3);
});

test("where the first year has no room for its unit, its number stays", () => {
  const ticks = (width) =>
    ["start", "1 year", "2", "3", "4", "5"].map((label, index) => [(index * width) / 5, label]);
  const texts = (width) => along(ticks(width), 13, width, 11).map(({ text }) => text);
  assert.deepEqual(texts(300), ["start", "5", "1", "2", "3", "4"]);
  assert.deepEqual(texts(600), ["start", "5", "1 year", "2", "3", "4"]);
  assert.deepEqual(along([[0, "start"]], 13, 300, 11).length, 1);
});

test("a text breaks at spaces and between Chinese characters, and loses none", () => {
  const text = "Cost a year, by how busy the GPUs are";
  assert.equal(wrapText(text, 14, 120).join(" "), text);
  const chinese = "年成本随利用率的变化，以及回本时间";
  assert.equal(wrapText(chinese, 14, 80).join(""), chinese);
  // An address has no spaces.
  const address = "https://example.org/article#v=1&calculator=cloud-break-even&gpus=64";
  const lines = wrapText(`From ${address}`, 14, 120);
  assert.equal(lines.join(""), `From${address}`);
  for (const line of lines) assert.ok(textWidth(line, 14) <= 120, line);
  for (const line of wrapText(chinese, 14, 80)) assert.ok(!/^[，。]/.test(line), line);
});

test("no column of dots holds both sides, and zero lies between two", () => {
  const values = [-30, -12, -1, 0.5, 3, 14, 15, 16, 40];
  for (const { column, side } of columns(values, 3, 10)) {
    assert.equal(side, column < 0 ? "negative" : "positive");
  }
  const dots = columns(values, 3, 10);
  const places = new Set(dots.map(({ column, row }) => `${column} ${row}`));
  assert.equal(places.size, values.length);
});

test("a curve is read between its points", () => {
  assert.equal(heightAt([0, 1, 3], [0, 10, 30], 2), 20);
  assert.equal(heightAt([0, 1], [5, 5], 0.3), 5);
});
