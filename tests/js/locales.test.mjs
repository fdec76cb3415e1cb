import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { localeOf, shared } = await source("i18n");
const { texts: own } = await source("locales/all");
const { ownership } = await source("locales/ownership");
const { calculators, reasons, fieldCodes } = await source("generated/metadata");
const { groups: known } = await source("generated/groups");

const all = Object.values(calculators);
const parameters = all.flatMap((info) => info.parameters);
const outputs = all.flatMap((info) => info.outputs);
const unique = (names) => [...new Set(names)].sort();

/** Fields of an input that are not in the parameter tables: lists and what their rows hold. */
const OTHER_FIELDS = {
  cloudBreakEven: ["offers"],
  pricePerformance: ["baseline", "chips", "price", "powerW", "performance", "sparsity"],
};

/** How many calculators have a name among what `of` gives. */
function owners(of) {
  const counts = new Map();
  for (const info of all) {
    for (const name of of(info)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The places of all texts of a locale and their kinds, so that two can be compared. */
function places(value, path = []) {
  if (typeof value !== "object") return [[...path, typeof value].join(" › ")];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

function texts(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" ? Object.values(value).flatMap(texts) : [];
}

const choices = ({ parameters, outputs }) =>
  [...parameters, ...outputs].filter(({ kind }) => kind === "choice");

const names = {
  parameters: (info) => info.parameters.map(({ name }) => name),
  outputs: (info) => info.outputs.map(({ name }) => name),
  choices: (info) => choices(info).map(({ name }) => name),
};

test("the locales have the same keys, of the same kinds", () => {
  assert.deepEqual(places(shared.zh).sort(), places(shared.en).sort());
  assert.deepEqual(places(ownership.zh).sort(), places(ownership.en).sort());
  for (const [calculator, { en, zh }] of Object.entries(own)) {
    assert.deepEqual(places(zh).sort(), places(en).sort(), calculator);
  }
});

for (const language of ["en", "zh"]) {
  for (const info of all) {
    const words = own[info.name][language];
    const locale = localeOf(language, words);
    const others = OTHER_FIELDS[info.name] ?? [];

    test(`${language}: every parameter, output and choice of ${info.name} has its words`, () => {
      assert.notEqual(locale.title, "");
      for (const name of [...names.parameters(info), ...others, "preset"]) {
        assert.ok(locale.parameters[name], name);
      }
      for (const name of names.outputs(info)) assert.ok(locale.outputs[name], name);
      for (const { name, words } of choices(info)) {
        assert.deepEqual(Object.keys(locale.choices[name]).sort(), unique(words), name);
      }
    });

    test(`${language}: ${info.name} has no words but its own`, () => {
      assert.deepEqual(
        Object.keys(words.parameters).filter(
          (name) => !names.parameters(info).includes(name) && !others.includes(name),
        ),
        [],
      );
      for (const kind of ["outputs", "choices"]) {
        const known = names[kind](info);
        assert.deepEqual(
          Object.keys(words[kind]).filter((name) => !known.includes(name)),
          [],
        );
      }
      const hinted = Object.keys(words.hints);
      assert.deepEqual(
        hinted.filter((name) => !names.parameters(info).includes(name)),
        [],
      );
    });
  }

  test(`${language}: words that all share are of what several have, and are nowhere else`, () => {
    const { preset, ...labels } = shared[language].parameters;
    assert.ok(preset);
    // The scenarios tell of verdicts as well.
    const { verdict, ...chosen } = shared[language].choices;
    assert.ok(verdict);
    const given = { parameters: labels, outputs: shared[language].outputs, choices: chosen };
    for (const [kind, of] of Object.entries(names)) {
      const counts = owners(of);
      for (const name of Object.keys(given[kind])) {
        assert.ok((counts.get(name) ?? 0) > 1, `${kind} ${name}`);
        for (const words of Object.values(own)) assert.ok(!(name in words[language][kind]), name);
      }
    }
    for (const name of Object.keys(shared[language].hints)) assert.ok(name in labels, name);
  });

  test(`${language}: every unit, group, reason and code is named, and no more`, () => {
    const { units, groups, reasons: why, codes } = shared[language];
    assert.deepEqual(
      Object.keys(units).sort(),
      unique([...[...parameters, ...outputs].map(({ unit }) => unit), "W"]),
    );
    assert.deepEqual(Object.keys(groups).sort(), unique(known));
    assert.deepEqual(Object.keys(why).sort(), unique(reasons));
    assert.deepEqual(Object.keys(codes).sort(), unique(fieldCodes));
  });

  test(`${language}: no text is empty, save the units and spaces that are`, () => {
    const { units, space: _, ...rest } = shared[language];
    for (const text of texts([rest, Object.values(own).map((words) => words[language])])) {
      assert.notEqual(text.trim(), "");
    }
    for (const { value } of Object.values(units)) assert.match(value, /\{\}/);
  });
}
