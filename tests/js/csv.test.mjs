/** The module of the command's tables against what JavaScript writes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Column, initSync, Results, Rows } from "../../pkg/csv.js";

initSync({ module: readFileSync(new URL("../../pkg/csv_bg.wasm", import.meta.url)) });

/** Numbers as a column of CSV. */
function written(numbers) {
  const rows = Rows.read("-\n".repeat(numbers.length), ",", [Column.any()], new Uint32Array());
  const results = new Results();
  results.numbers(Float64Array.from(numbers));
  const text = new TextDecoder().decode(results.lines(rows).takeText());
  return text.split("\n").slice(0, -1);
}

/** Numbers by their bits: the same ones in every run, by xorshift. */
function* bits() {
  let state = 0x9e3779b97f4a7c15n;
  for (;;) {
    state ^= BigInt.asUintN(64, state << 13n);
    state ^= state >> 7n;
    state ^= BigInt.asUintN(64, state << 17n);
    yield new Float64Array(BigUint64Array.of(state).buffer)[0];
  }
}

function some(count, make) {
  const numbers = [];
  for (const number of bits()) {
    if (numbers.length === count) return numbers;
    if (Number.isFinite(number)) numbers.push(make(number));
  }
}

const powers = Array.from({ length: 632 }, (_, index) => Number(`1e${index - 323}`));
const around = (number) => {
  const [pattern] = new BigUint64Array(Float64Array.of(number).buffer);
  return [-1n, 0n, 1n].map((step) => new Float64Array(BigUint64Array.of(pattern + step).buffer)[0]);
};

for (const [what, numbers] of [
  ["any bits", some(100_000, (number) => number)],
  // Where no exponent is written: significands as they come, magnitudes from 1e-8 to 1e22.
  [
    "plain sizes",
    some(100_000, (number) =>
      Number(
        number
          .toExponential()
          .replace(/e.*/, `e${(Math.abs(Math.trunc(Math.log10(Math.abs(number) || 1))) % 31) - 8}`),
      ),
    ),
  ],
  ["few digits", some(50_000, (number) => Math.trunc(number % 1e6 || 0) / 100)],
  ["whole numbers", some(50_000, (number) => Math.trunc(number % 2 ** 60))],
  ["powers of ten", powers.filter(Number.isFinite)],
  ["what is next to them", powers.filter((power) => power > 0 && power < 1e308).flatMap(around)],
  ["powers of two", Array.from({ length: 2098 }, (_, index) => 2 ** (index - 1074))],
  [
    "edges",
    [
      0,
      -0,
      1e16,
      -1e16,
      1e21,
      1e-5,
      1e-6,
      1e-7,
      2 ** 53,
      2 ** 53 - 1,
      5e-324,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      Number.MIN_VALUE,
      0.1 + 0.2,
      1.5e-5,
    ],
  ],
]) {
  test(`numbers are written as JavaScript does: ${what}`, () => {
    assert.deepEqual(written(numbers), numbers.map(String));
  });
}

test("what is no finite number is an empty cell", () => {
  assert.deepEqual(written([Number.NaN, 1, Infinity, -Infinity]), ["", "1", "", ""]);
});
