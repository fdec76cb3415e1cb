// The currency that a publisher shows amounts in: which are taken, and what is said of the others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { isDay } = await source("formats/date");
const { isCode } = await source("currencies");
const { settings } = await source("publishing/options");
const { currencyOf } = await source("elements/currency");

test("a day is one of the calendar, in these two centuries", () => {
  for (const day of ["2026-11-01", "2024-02-29", "1999-12-31"]) assert.ok(isDay(day), day);
  const none = [
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "0099-01-01",
    "9999-12-31",
    "2026-1-1",
    "",
  ];
  for (const day of none) assert.ok(!isDay(day), day);
});

test("amounts are converted into another currency than theirs, at a rate there can be", () => {
  assert.ok(isCode("EUR") && !isCode("USD") && !isCode("eur"));
  const check = (name, text) =>
    settings("cloudBreakEven")
      .find((setting) => setting.name === name)
      .check(text);
  assert.deepEqual(check("currency", "USD").wrong.code, "unknownChoice");
  assert.notEqual(check("currency", "USD").wrong.bound, "USD");
  assert.equal(check("rate", "1e300").wrong.code, "aboveMaximum");
  assert.equal(check("rate", "1e-300").wrong.code, "belowMinimum");
  assert.equal(check("rate", "0").wrong.code, "belowMinimum");
  assert.equal(check("rate", "0.92").value, "0.92");
  assert.equal(check("rate-date", "2026-02-30").wrong.code, "unknownChoice");
});

test("a tag whose currency cannot be stays in dollars, and says why", (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  const element = { localName: "chip-cluster-tco" };
  assert.equal(currencyOf(element, "USD", "3", "2026-11-01"), undefined);
  assert.equal(currencyOf(element, "EUR", "1e300", "2026-11-01"), undefined);
  assert.equal(currencyOf(element, "EUR", "0.92", "2026-02-30"), undefined);
  assert.equal(warn.mock.callCount(), 3);
  const [[usd], [rate], [day]] = warn.mock.calls.map((call) => call.arguments);
  assert.match(usd, /currency="USD" is not a code such as/);
  assert.match(rate, /rate="1e300" is not a number from 0\.0001 to 100000000/);
  assert.match(day, /rate-date="2026-02-30" is not a day such as/);
  const euros = { code: "EUR", rate: 0.92, date: "2026-11-01" };
  assert.deepEqual(currencyOf(element, "EUR", "0.92", "2026-11-01"), euros);
});
