import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { parse, parseNumber } = await source("formats/parse");

function holds(cases, options) {
  for (const [text, value] of cases) assert.deepEqual(parse(text, options), { value }, text);
}

function asked(text, readings, options) {
  const { ambiguous } = parse(text, options);
  assert.ok(ambiguous, text);
  const meant = ambiguous.map(({ value, range }) => value ?? range);
  assert.deepEqual(meant, readings, text);
  for (const { text: shown } of ambiguous) assert.match(shown, /\d/);
}

test("numbers as readers type them", () => {
  holds([
    ["37000", 37000],
    ["37,000", 37000],
    ["37 000", 37000],
    ["37\u00a0000", 37000],
    ["37\u202f000", 37000],
    ["37'000", 37000],
    ["1,234,567.5", 1234567.5],
    ["1.234.567", 1234567],
    ["1.234,56", 1234.56],
    ["  42 ", 42],
    ["1e6", 1e6],
    ["1e-5", 1e-5],
    [".5", 0.5],
    ["5.", 5],
    ["+3", 3],
    ["0", 0],
    ["-0", 0],
  ]);
});

test("a comma that does not stand before exactly three digits is a decimal one", () => {
  holds([
    ["3,7", 3.7],
    ["0,08", 0.08],
    ["3,70", 3.7],
    ["0,085", 0.085],
    ["3,1452", 3.1452],
    ["3,700", 3700],
  ]);
});

test("magnitudes in words and letters, as the widgets print them and as readers write them", () => {
  holds([
    ["37k", 37000],
    ["37 K", 37000],
    ["1.2M", 1.2e6],
    ["2.5m", 2.5e6],
    ["85B", 85e9],
    ["1bn", 1e9],
    ["$2B", 2e9],
    ["$16.8 million", 16.8e6],
    ["6.48 billion", 6.48e9],
    ["$5T", 5e12],
    ["2.62 trillion", 2.62e12],
    ["3.7万", 37000],
    ["1.5亿", 1.5e8],
    ["850亿", 85e9],
    ["1,100万", 11e6],
    ["1,100.9亿", 110.09e9],
    ["2.62万亿", 2.62e12],
    ["3百万", 3e6],
    ["5千万", 5e7],
    ["3万4000", 34000],
    ["25万6千", 256000],
    ["1亿2000万", 1.2e8],
  ]);
});

test("the last figure of a mixed number counts what is sure, and is asked about where it is not", () => {
  holds([["3万400", 30400]]);
  asked("3万4", [34000, 30004]);
});

test("numbers in Chinese characters", () => {
  holds([
    ["零", 0],
    ["五", 5],
    ["十", 10],
    ["十五", 15],
    ["三十", 30],
    ["一百五十", 150],
    ["一百五", 150],
    ["一百零五", 105],
    ["两千", 2000],
    ["一千二百", 1200],
    ["三万七千", 37000],
    ["三万七", 37000],
    ["三万零七", 30007],
    ["三萬七千美元", 37000],
    ["十二万三千四百五十六", 123456],
    ["两百万", 2e6],
    ["一亿两千万", 1.2e8],
    ["一亿五", 1.5e8],
    ["二万亿", 2e12],
    ["三点五", 3.5],
    ["三点七万", 37000],
    ["十二点五亿", 12.5e8],
    ["七点二四", 7.24],
  ]);
});

test("tenths and hundredths in Chinese are parts of something", () => {
  const parts = [
    ["三成", 0.3],
    ["3成", 0.3],
    ["七成五", 0.75],
    ["7成5", 0.75],
    ["三成半", 0.35],
    ["七点五成", 0.75],
    ["十成", 1],
    ["百分之三十", 0.3],
    ["百分之七点五", 0.075],
    ["百分之一百", 1],
  ];
  holds(parts);
  holds([...parts, ["七十", 0.7], ["七十五点五", 0.755], ["一百", 1]], { percent: true });
  for (const text of ["三成", "百分之三十"]) {
    assert.deepEqual(parse(text, { percent: false }), { bad: "notANumber" }, text);
  }
  assert.deepEqual(parse("三万", { percent: true }), { bad: "notANumber" });
  asked("零点七", [0.7, 0.007], { percent: true });
});

test("ranges in Chinese characters; a unit said once is asked about where it may be missing", () => {
  const cases = [
    ["三万到四万", 3e4, 4e4],
    ["三到四万", 3e4, 4e4],
    ["三万五至四万", 35e3, 4e4],
    ["三成到四成", 0.3, 0.4],
    ["三到四成", 0.3, 0.4],
    ["五到十", 5, 10],
    ["八到十五", 8, 15],
  ];
  for (const [text, low, high] of cases)
    assert.deepEqual(parse(text), { range: [low, high] }, text);
  asked("三到四百", [
    [3, 400],
    [300, 400],
  ]);
});

test("Chinese numerals that could be two numbers are none", () => {
  const texts = [
    "三七",
    "三四万",
    "百万",
    "一亿两千",
    "三千五十",
    "三万三万",
    "零零",
    "点五",
    "三点",
  ];
  for (const text of [...texts, "百分之三成", "三成七成", "一百零", "万三", "三3", "两半"]) {
    assert.deepEqual(parse(text), { bad: "notANumber" }, text);
  }
});

test("full width, every minus, and what cannot be seen", () => {
  holds([
    ["３７，０００", 37000],
    ["１.５亿", 1.5e8],
    ["０。７", 0.7],
    ["－３", -3],
    ["-3", -3],
    ["−3", -3],
    ["–3", -3],
    ["\u202d37000\u202c", 37000],
    ["37000\u202c", 37000],
    ["\u200e37,000", 37000],
    ["37\u200b000", 37000],
    ["\u206637000\u2069", 37000],
    ["\ufeff37000", 37000],
  ]);
});

test("currencies, by sign and by word, before and behind", () => {
  holds([
    ["$37,000", 37000],
    ["US$ 5", 5],
    ["5 USD", 5],
    ["-$5", -5],
    ["$-5", -5],
    ["−$5 million", -5e6],
    ["¥37,000", 37000],
    ["￥37,000", 37000],
    ["37000元", 37000],
    ["1950万美元", 19.5e6],
    ["5 dollars", 5],
    ["€5", 5],
  ]);
});

test("an amount in another currency than the field's is not taken for one in it", () => {
  holds([["$5", 5]], { currency: "USD" });
  assert.deepEqual(parse("¥5", { currency: "USD" }), { bad: "otherCurrency" });
  assert.deepEqual(parse("3万元到4万元", { currency: "USD" }), { bad: "otherCurrency" });
});

test("per cent gives the nearest double", () => {
  for (let tenth = 0; tenth <= 1000; tenth++) {
    const text = `${(tenth / 10).toFixed(1)}%`;
    assert.deepEqual(parse(text), { value: Number(`${tenth}e-3`) }, text);
  }
  holds([["７０％", 0.7]]);
  holds([["百分之70", 0.7]]);
});

test("in a field of per cent a bare number is per cent, and one below 1 is asked about", () => {
  const options = { percent: true };
  holds(
    [
      ["70", 0.7],
      ["70%", 0.7],
      ["0.7%", 0.007],
      ["0", 0],
      ["1", 0.01],
    ],
    options,
  );
  asked("0.7", [0.7, 0.007], options);
  asked("0,7", [0.7, 0.007], options);
  // Where only one of the two can be, it is that one.
  holds([["0.7", 0.007]], { ...options, max: 0.1 });
  assert.deepEqual(parse("5k", options), { bad: "notANumber" });
  assert.deepEqual(parse("70%", { percent: false }), { bad: "notANumber" });
});

test("a stop before three digits is asked about, unless the bounds or the kind tell", () => {
  asked("37.000", [37, 37000]);
  asked("$37.000", [37, 37000]);
  holds([["1.275", 1.275]], { min: 0, max: 100 });
  holds([["37.500", 37500]], { integer: true });
  holds([["0.370", 0.37]]);
  holds([["1.275 million", 1.275e6]]);
});

test("a digit put behind a grouped number is asked about", () => {
  asked("1,0000", [1, 10000]);
});

test("in a language with a decimal comma, stop and comma change places", () => {
  const options = { decimal: "," };
  holds(
    [
      ["37.000", 37000],
      ["3,7", 3.7],
      ["3.7", 3.7],
      ["1.234,5", 1234.5],
    ],
    options,
  );
  asked("37,000", [37, 37000], options);
});

test("ranges", () => {
  const cases = [
    ["35k–40k", 35e3, 40e3],
    ["35k to 40k", 35e3, 40e3],
    ["35k-40k", 35e3, 40e3],
    ["35~40k", 35e3, 40e3],
    ["35–40k", 35e3, 40e3],
    ["$35k – $40k", 35e3, 40e3],
    ["500–1k", 500, 1000],
    ["3.5万到4万", 35e3, 40e3],
    ["3.5到4万", 35e3, 40e3],
    ["3.5万至4万", 35e3, 40e3],
    ["３．５万～４万", 35e3, 40e3],
    ["-5 to -3", -5, -3],
    ["-5–-3", -5, -3],
    ["30–40%", 0.3, 0.4],
    ["30% to 40%", 0.3, 0.4],
  ];
  for (const [text, low, high] of cases)
    assert.deepEqual(parse(text), { range: [low, high] }, text);
  holds([["5-5", 5]]);
  assert.deepEqual(parse("40k-35k"), { bad: "badRange" });
  asked(
    "0.7 to 0.8",
    [
      [0.7, 0.8],
      [0.007, 0.008],
    ],
    { percent: true },
  );
});

test("a lone negative number is no range", () => {
  holds([
    ["-5", -5],
    ["–5", -5],
    ["−5", -5],
  ]);
});

test("a raised or circled digit is never part of a number", () => {
  for (const text of ["7²", "3.82¹", "37000³", "70²", "10²", "①", "½"]) {
    assert.deepEqual(parse(text), { bad: "notANumber" }, text);
  }
});

test("an empty text is no number and no mistake", () => {
  assert.deepEqual(parse(""), { value: null });
  assert.deepEqual(parse(" \u200b "), { value: null });
});

test("nothing is guessed", () => {
  const texts = [
    "abc",
    "1.2.3",
    "1,23,4",
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
    "$",
    "万",
    "$5 USD",
    "2024年",
    "4万3亿",
  ];
  for (const text of texts) assert.deepEqual(parse(text), { bad: "notANumber" }, text);
});

test("what is too large for a double is left for the calculator to refuse", () => {
  holds([["1e999", Number.POSITIVE_INFINITY]]);
});

test("what a program has written is read as it stands", () => {
  assert.equal(parseNumber("1.275"), 1.275);
  assert.equal(parseNumber("37.000"), 37);
  assert.equal(parseNumber("37,000"), 37000);
  assert.equal(parseNumber(""), null);
  assert.equal(parseNumber("€40"), undefined);
  assert.equal(parseNumber("3万4"), undefined);
  assert.equal(parseNumber("5-7"), undefined);
});

test("a hostile text is refused", () => {
  for (const text of [`${"1,".repeat(50_000)}x`, "1".repeat(100_000), `${"-".repeat(79)}`]) {
    assert.deepEqual(parse(text), { bad: "notANumber" });
  }
  assert.deepEqual(parse(" ".repeat(50_000)), { value: null });
});
