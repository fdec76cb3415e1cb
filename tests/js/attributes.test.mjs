// What a publisher is told of a tag: each value that is not taken, with what to write.
import assert from "node:assert/strict";
import { test } from "node:test";
import { built } from "./source.mjs";

const { calculators } = await built("generated/metadata");
const { placeAdvice, tellFaults } = await built("elements/attributes");

/** What the console says of a tag, without its beginning. */
function told(attributes, info = calculators.cloudBreakEven) {
  const names = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const observed = ["preset", "lang", "theme", "layout", "fields", "heading-level"];
  const observedAttributes = [
    ...observed,
    ...info.parameters.map(({ name }) => name.replace(/[A-Z]/g, (at) => `-${at.toLowerCase()}`)),
    "cloudrate",
  ];
  const lines = [];
  const { warn } = console;
  console.warn = (line) => lines.push(line);
  try {
    tellFaults({ localName: info.element, attributes: names }, { info, observedAttributes });
  } finally {
    console.warn = warn;
  }
  return lines.map((line) => line.replace(`chip-calculators: <${info.element}> `, ""));
}

test("a figure that is not taken is told with its limits and what to write", () => {
  for (const [name, value, advice] of [
    ["utilization", "70", "only numbers from 0 to 1; for 70% write 0.7"],
    ["utilization", "700", "only numbers from 0 to 1, such as 0.7"],
    ["utilization", "x", "only numbers from 0 to 1, such as 0.7"],
    ["years", "abc", "only whole numbers from 1 to 30, such as 5"],
    ["gpus", "-5", "only whole numbers from 1 to 1000000, such as 1000"],
    ["gpus", "1.5", "only whole numbers from 1 to 1000000, such as 1000"],
    ["gpus", "1e999", "only whole numbers from 1 to 1000000, such as 1000"],
    ["gpu-price", "-1", "only US dollars from 0 to 1000000, such as 37000"],
    ["cloudrate", "x", "only US dollars from 0 to 1000, such as 7"],
    ["cloud-billing", "reservd", "only used or reserved; did you mean reserved?"],
    ["preset", "h20", /^only .* or .*; did you mean h\d+\?$/],
  ]) {
    const [line, ...more] = told({ [name]: value });
    const start = `does not take ${name}="${value}", `;
    assert.ok(line?.startsWith(start), line);
    if (typeof advice === "string") assert.equal(line.slice(start.length), advice);
    else assert.match(line.slice(start.length), advice);
    assert.deepEqual(more, []);
    // Once.
    assert.deepEqual(told({ [name]: value }), []);
  }
});

test("a setting's bad word is told with the words there are, the nearest among them", () => {
  for (const [name, value, advice] of [
    ["layout", "compct", "only compact or full; did you mean compact?"],
    ["theme", "drak", "only light or dark; did you mean dark?"],
    ["heading-level", "9", "only 2, 3, 4, 5 or 6"],
    ["lang", "fr", /^only en or zh$/],
    [
      "fields",
      "gpus clod-rate",
      /^only names of controls; clod-rate is none; did you mean cloud-rate\?$/,
    ],
    ["fields", "qqqqqqqqqqqqqqqq", /^only names of controls; q+ is none: .*gpus, .* or /],
  ]) {
    const [line, ...more] = told({ [name]: value });
    const start = `does not take ${name}="${value}", `;
    assert.ok(line?.startsWith(start), line);
    if (typeof advice === "string") {
      assert.ok(line.slice(start.length).startsWith(advice), line);
    } else {
      assert.match(line.slice(start.length), advice);
    }
    assert.deepEqual(more, []);
  }
});

test("an attribute that there is not is told with the name that it has in HTML", () => {
  assert.deepEqual(told({ clodrate: "7" }), [
    "has no attribute clodrate; did you mean cloud-rate?",
  ]);
});

test("of what is taken nothing is told", () => {
  const good = [
    { utilization: "0.7", gpus: "64", "gpu-price": "$37k", years: "", preset: "" },
    { utilization: "70%", "cloud-billing": "reserved", preset: "h100", layout: "compact" },
    { lang: "zh-Hans", theme: "dark", "heading-level": "2", fields: "gpus cloudRate" },
    { lang: "en_US", theme: "", layout: "", fields: "", id: "gpus", class: "x", "data-gpus": "x" },
  ];
  for (const attributes of good) assert.deepEqual(told(attributes), []);
});

test("in a page's JSON, rows of lists have limits as well", () => {
  const info = calculators.cloudBreakEven;
  assert.match(
    placeAdvice(info, "offers[1].cloudRate", -1),
    /^only US dollars from 0 to \d+, such as/,
  );
  assert.match(placeAdvice(info, "utilization", 70), /; for 70% write 0\.7$/);
  assert.equal(placeAdvice(info, "utilization", 0.7), undefined);
  assert.equal(placeAdvice(info, "offers[1].id", 1), undefined);
  assert.equal(placeAdvice(info, "toString", 1), undefined);
});
