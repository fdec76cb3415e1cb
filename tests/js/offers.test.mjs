// Several clouds' offers, as the table of the widget and static pages show them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawing } from "./source.mjs";

const { CloudBreakEvenElement } = await drawing("elements/calculators/cloud-break-even");

const OFFERS = [
  { id: "Reserved", cloudRate: 2.5 },
  { id: "Free", cloudRate: 0 },
];

const SHOWN = {
  en: {
    table: [
      ["Reserved", "$2.50", "Rent", "88.95%", "−$15,729,848"],
      ["Free", "$0", "Rent", "nothing is rented", "−$73,842,609"],
    ],
    main: [
      ["Reserved", "Rent (Saved by owning: −$15.7 million)"],
      ["Free", "Rent (Saved by owning: −$73.8 million)"],
    ],
  },
  zh: {
    table: [
      ["Reserved", "2.50 美元", "租", "88.95%", "−15,729,848 美元"],
      ["Free", "0 美元", "租", "没有租用", "−73,842,609 美元"],
    ],
    main: [
      ["Reserved", "租（自购省下：−1,570 万美元）"],
      ["Free", "租（自购省下：−7,380 万美元）"],
    ],
  },
};

for (const [lang, { table, main }] of Object.entries(SHOWN)) {
  test(`${lang}: offers stand beside each other, each with its price and its verdict`, () => {
    const made = new CloudBreakEvenElement();
    made.setAttributes([["lang", lang]]);
    made.measure.width = 480;
    made.input = { offers: OFFERS };
    made.willUpdate();
    const [{ columns, rows }] = made.lists(made.result);
    assert.deepEqual(
      rows.map((row) => row.map(({ text }) => text)),
      table,
    );
    assert.equal(columns.length, table[0].length);
    assert.deepEqual(made.main(made.result), main);
  });
}

test("without offers there is no table of them", () => {
  const made = new CloudBreakEvenElement();
  made.setAttributes([["lang", "en"]]);
  made.measure.width = 480;
  made.willUpdate();
  assert.deepEqual(
    made.lists(made.result).flatMap(({ rows }) => rows),
    [],
  );
  assert.deepEqual(made.main(made.result), []);
});
