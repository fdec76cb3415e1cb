import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { parseNumber } = await source("parse");

test("numbers as readers type them", () => {
  const cases = [
    ["37000", 37000],
    ["37,000", 37000],
    ["37 000", 37000],
    ["37\u00a0000", 37000],
    ["1,234,567.5", 1234567.5],
    ["  42 ", 42],
    ["$37,000", 37000],
    ["US$ 5", 5],
    ["5 USD", 5],
    ["3.7万", 37000],
    ["１.５亿", 1.5e8],
    ["37k", 37000],
    ["2.5m", 2.5e6],
    ["1bn", 1e9],
    ["1e6", 1e6],
    [".5", 0.5],
    ["5.", 5],
    ["-3", -3],
    ["−3", -3],
    ["+3", 3],
    ["３７，０００", 37000],
    ["０。７", 0.7],
    ["70%", 0.7],
    ["７０％", 0.7],
    ["0", 0],
  ];
  for (const [text, value] of cases) assert.equal(parseNumber(text), value, text);
});

test("a bare number in a field of per cent is per cent", () => {
  assert.equal(parseNumber("70", true), 0.7);
  assert.equal(parseNumber("70%", true), 0.7);
  assert.equal(parseNumber("0.7", true), 0.007);
});

test("per cent gives the nearest double", () => {
  for (let tenth = 0; tenth <= 1000; tenth++) {
    const text = (tenth / 10).toFixed(1);
    assert.equal(parseNumber(text, true), Number(`${tenth}e-3`), text);
  }
});

test("an empty text is no number and no mistake", () => {
  assert.equal(parseNumber(""), null);
  assert.equal(parseNumber("  "), null);
});

test("nothing is guessed", () => {
  const texts = [
    "abc",
    "1.2.3",
    "3,7",
    "37,00",
    "1,0000",
    "--1",
    "1e",
    "e5",
    ".",
    "-",
    "%",
    "0x10",
    "Infinity",
    "NaN",
    "1 2",
    "<img>",
    "7 7%",
    "١٢",
  ];
  for (const text of texts) assert.equal(parseNumber(text), undefined, text);
});

test("what is too large for a double is left for the calculator to refuse", () => {
  assert.equal(parseNumber("1e999"), Number.POSITIVE_INFINITY);
});

test("a hostile text is refused quickly", () => {
  const started = performance.now();
  assert.equal(parseNumber(`${"1,".repeat(50_000)}x`), undefined);
  assert.equal(parseNumber(`${" ".repeat(50_000)}x`), undefined);
  assert.equal(parseNumber(`${"1".repeat(100_000)}x`), undefined);
  assert.ok(performance.now() - started < 1000);
});
