import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { source } from "./source.mjs";

const { csv, field, plainText } = await source("export/csv");
const { citeBibtex, citeText } = await source("export/cite");

const hostile = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\r=1"];

test("a text that a spreadsheet would compute stays a text; numbers stay numbers", () => {
  for (const text of hostile) assert.match(field(text).replace(/^"/, ""), /^'/);
  assert.equal(field(-2.5), "-2.5");
  assert.equal(field(Number.NaN), "");
  assert.equal(field(null), "");
});

test("a CSV is read back by a parser as it was, quotes and line breaks included", () => {
  const rows = [
    ['say "so"', 1.5],
    ["two\r\nlines, and a comma", null],
    ["年", -3e9],
  ];
  const text = csv([{ head: ["A head\nof one line"], columns: ["a", "b"], rows }]);
  assert.ok(text.startsWith("\uFEFF# A head of one line\r\n"));
  const read = parse(text, { bom: true, comment: "#", comment_no_infix: true });
  assert.deepEqual(read, [
    ["a", "b"],
    ...rows.map(([one, two]) => [one, two === null ? "" : String(two)]),
  ]);
});

test("as text, every row is a line", () => {
  const text = plainText([{ head: ["h"], columns: ["a", "b"], rows: [["x\ny", 2]] }]);
  assert.equal(text, "h\na\tb\nx y\t2");
});

test("a citation says what, where and when, and BibTeX reads nothing into it", () => {
  const cited = {
    title: "Should you buy 1,000 GPUs, or rent them?",
    sentence: "Buy. 50% & more {x} \\input",
    address: "https://example.org/?a=1&b={2}",
    version: "0.2.0",
    date: "2026-11-26",
  };
  assert.ok(citeText(cited).includes(cited.address));
  const bibtex = citeBibtex(cited);
  assert.ok(bibtex.includes("50\\% \\& more \\{x\\} \\textbackslash{}input"));
  assert.ok(bibtex.includes("\\url{https://example.org/?a=1&b=%7B2%7D}"));
});
