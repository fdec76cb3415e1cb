import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { locales } = await source("i18n");
const { calculators, reasons, fieldCodes } = await source("generated/metadata");
const { GROUPS } = await source("form");

const all = Object.values(calculators);
const parameters = all.flatMap((info) => info.parameters);
const outputs = all.flatMap((info) => info.outputs);
const unique = (names) => [...new Set(names)].sort();

/** Fields of an input that are not in the parameter tables: presets, lists and what their rows hold. */
const OTHER_FIELDS = [
  "preset",
  "baseline",
  "chips",
  "offers",
  "price",
  "powerW",
  "performance",
  "sparsity",
];

/** The places of all texts of a locale and their kinds, so that two can be compared. */
function places(value, path = []) {
  if (typeof value !== "object") return [[...path, typeof value].join(" › ")];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

function texts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

test("the locales have the same keys, of the same kinds", () => {
  assert.deepEqual(places(locales.zh).sort(), places(locales.en).sort());
});

for (const [language, locale] of Object.entries(locales)) {
  test(`${language}: every parameter has a label, and every label a parameter`, () => {
    assert.deepEqual(
      Object.keys(locale.parameters).sort(),
      unique([...parameters.map(({ name }) => name), ...OTHER_FIELDS]),
    );
  });

  test(`${language}: every output, reason, code and choice has its words, and no more`, () => {
    assert.deepEqual(Object.keys(locale.outputs).sort(), unique(outputs.map(({ name }) => name)));
    assert.deepEqual(Object.keys(locale.reasons).sort(), unique(reasons));
    assert.deepEqual(Object.keys(locale.codes).sort(), unique(fieldCodes));
    const chosen = [...parameters, ...outputs].filter(({ kind }) => kind === "choice");
    assert.deepEqual(Object.keys(locale.choices).sort(), unique(chosen.map(({ name }) => name)));
    for (const { name, choices } of chosen) {
      assert.deepEqual(Object.keys(locale.choices[name]).sort(), unique(choices), name);
    }
  });

  test(`${language}: every unit, group and calculator is named`, () => {
    assert.deepEqual(
      Object.keys(locale.units).sort(),
      unique([...[...parameters, ...outputs].map(({ unit }) => unit), "W"]),
    );
    assert.deepEqual(Object.keys(locale.groups).sort(), unique([...Object.keys(GROUPS), "other"]));
    assert.deepEqual(Object.keys(locale.titles).sort(), unique(all.map(({ name }) => name)));
  });

  test(`${language}: hints are about parameters`, () => {
    const names = new Set(parameters.map(({ name }) => name));
    for (const name of Object.keys(locale.hints)) assert.ok(names.has(name), name);
  });

  test(`${language}: no text is empty, save the units and spaces that are`, () => {
    const { units, space: _, ...rest } = locale;
    for (const text of texts(rest)) assert.notEqual(text.trim(), "");
    for (const { value } of Object.values(units)) assert.match(value, /\{\}/);
  });
}

test("every grouped name is a parameter", () => {
  const names = new Set(parameters.map(({ name }) => name));
  for (const name of Object.values(GROUPS).flat()) assert.ok(names.has(name), name);
});
