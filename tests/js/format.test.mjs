import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "./source.mjs";

const { Format, isMoney, isPercent } = await source("formats/format");
const { today } = await source("formats/date");
const { parse } = await source("formats/parse");
const { calculators } = await source("generated/metadata");

const en = new Format("en");
const zh = new Format("zh");
const euros = { code: "EUR", rate: 0.86, date: "2026-11-20" };
const yuan = { code: "CNY", rate: 7.1, date: "2026-11-20" };
const formats = [en, zh, new Format("en", {}, euros), new Format("zh", {}, yuan)];
const all = Object.values(calculators);
const parameters = all.flatMap((info) => info.parameters).filter(({ kind }) => kind !== "choice");
const outputs = all.flatMap((info) => info.outputs).filter(({ kind }) => kind !== "choice");
const quantity = (name) => [...outputs, ...parameters].find((known) => known.name === name);

/** Values of every size and sign, from a fixed seed. */
function* values() {
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  yield* [0, 1, -1, 0.5, 0.995, 0.0996, 99.995, 999.6, 1000, 1234.5, 34.918, 999_999, 1e6, 1e12];
  for (let index = 0; index < 300; index++) {
    const size = 10 ** (next() * 17 - 4);
    yield next() < 0.3 ? -size : size;
  }
}

test("money in each language", () => {
  const cases = [
    [88_900_000, "$88.9 million", "8,890 万美元"],
    [19_500_000, "$19.5 million", "1,950 万美元"],
    [2.62e12, "$2.62 trillion", "2.62 万亿美元"],
    [37_000, "$37,000", "3.7 万美元"],
    [5480, "$5,480", "5,480 美元"],
    [999_999, "$1 million", "100 万美元"],
    [100, "$100", "100 美元"],
    [18.42, "$18.42", "18.42 美元"],
    [7, "$7", "7 美元"],
    [3.176, "$3.18", "3.18 美元"],
    [1.2, "$1.20", "1.20 美元"],
    [0.0806, "$0.0806", "0.0806 美元"],
    [0, "$0", "0 美元"],
    [-5_000_000, "−$5 million", "−500 万美元"],
  ];
  for (const [value, english, chinese] of cases) {
    assert.equal(en.money(value), english);
    assert.equal(zh.money(value), chinese);
  }
  assert.equal(en.money(28_250, 4), "$28,250");
  assert.equal(en.moneyTick(40e6), "$40M");
  assert.equal(zh.moneyTick(40e6), "4,000 万美元");
  assert.equal(en.moneyExact(84_123_456), "$84,123,456");
});

test("shares are whole per cents, with more digits where two would look alike", () => {
  assert.equal(en.share(0.3178), "32%");
  assert.equal(en.share(0.055), "5.5%");
  assert.deepEqual(en.shares(0.698, 0.7), ["69.8%", "70%"]);
  assert.deepEqual(en.shares(0.3001, 0.3003), ["30.01%", "30.03%"]);
  assert.equal(en.percent(0.3379), "33.8%");
});

test("one of a thing is singular", () => {
  assert.equal(en.monthSpan(1), "1 month");
  assert.equal(en.monthSpan(14.61), "14.6 months");
  assert.equal(en.years(1), "one year");
  assert.equal(en.years(5), "five years");
  assert.equal(en.years(12), "12 years");
  assert.equal(en.gpus(1), "1 GPU");
  assert.equal(en.gpus(1000), "1,000 GPUs");
  assert.equal(en.quantity(quantity("years"), 1), "1 year");
  assert.equal(en.quantity(quantity("gpus"), 1), "1 GPU");
  assert.equal(en.quantity(quantity("paybackMonths"), 1), "1 month");
  assert.equal(zh.years(2), "两年");
});

test("a quantity with its unit", () => {
  assert.equal(en.quantity(quantity("gpuMonthsPerYear"), 8219.178), "8,219 GPU-months a year");
  assert.equal(zh.quantity(quantity("gpuMonthsPerYear"), 8219.178), "每年 8,219 卡月");
  assert.equal(en.quantity(quantity("cloudRate"), 7), "$7 an hour");
  assert.equal(zh.quantity(quantity("cloudRate"), 7), "每卡时 7 美元");
});

test("fractions are per cent", () => {
  const bare = [...parameters, ...outputs].filter(({ unit }) => unit === "");
  const plain = new Set(bare.filter((known) => !isPercent(known)).map(({ name }) => name));
  // What has no unit and is not per cent: what is new here needs a decision.
  assert.deepEqual(
    [...plain],
    ["pue", "profitabilityIndex", "expected", "standardDeviation", "min", "max"],
  );
  for (const known of [...parameters, ...outputs]) {
    if (known.unit !== "") assert.ok(!isPercent(known), known.name);
  }
});

test("what a field shows is read back as the same number", () => {
  for (const format of [en, zh]) {
    for (const info of parameters) {
      const given = [info.default, info.min, info.max, info.low?.value, info.high?.value];
      for (const value of [...given, 0.335, 34918.56, 34.918]) {
        if (typeof value !== "number" || value < info.min || value > info.max) continue;
        if (info.kind === "integer" && !Number.isInteger(value)) continue;
        for (const text of [format.field(info, value), format.plain(info, value)]) {
          assert.deepEqual(format.read(info, text), { value }, `${info.name} ${text}`);
        }
      }
    }
  }
});

/** The digits of a text: half a unit of the last of them is what was rounded away. */
function isClose(read, value) {
  return Math.abs(read - value) <= Math.abs(value) * 0.0051 + 1e-9;
}

test("whatever is printed is read back, in every language, unit and currency", () => {
  const seen = new Set();
  for (const format of formats) {
    for (const info of [...outputs, ...parameters]) {
      const key = `${format.words.tag} ${format.currencyCode} ${info.unit} ${info.kind}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const unbounded = {
        name: info.name,
        unit: info.unit,
        kind: isPercent(info) ? "fraction" : "number",
      };
      for (const value of values()) {
        for (const text of [format.quantity(info, value), format.exact(info, value)]) {
          const reading = format.read(unbounded, text);
          // Three digits behind a stop are two numbers to a reader; one of them is what was printed.
          const read = reading.ambiguous?.map(({ value }) => value) ?? [reading.value];
          const tiny = isPercent(info)
            ? 0.006
            : isMoney(info)
              ? 0.006 * (format.currency?.rate ?? 1)
              : 0.06;
          assert.ok(
            read.some((each) => isClose(each, value) || Math.abs(each - value) <= tiny),
            `${key}: ${value} is ${text}, read as ${JSON.stringify(reading)}`,
          );
        }
      }
    }
  }
  assert.ok(seen.size > 60);
});

test("numbers without a unit are read back as well", () => {
  for (const format of [en, zh]) {
    for (const value of values()) {
      const money = [format.money(value), format.moneyTick(value)];
      const plain = [format.compact(value), format.round(value), format.factor(value)];
      for (const text of [...money, ...plain]) {
        const reading = parse(text, { percent: false });
        const read = reading.ambiguous?.map((each) => each.value) ?? [reading.value];
        assert.ok(
          read.some((each) => Math.abs(each - value) <= Math.abs(value) * 0.051 + 0.006),
          `${value} is ${text}, read as ${JSON.stringify(reading)}`,
        );
      }
    }
  }
});

test("a message says what to type, with an example that the field takes", () => {
  const gpus = quantity("gpus");
  assert.equal(
    en.message({ code: "notANumber" }, quantity("cloudRate")),
    "Enter a number from 0 to 1,000, such as 7.",
  );
  assert.equal(
    zh.message({ code: "notANumber" }, quantity("cloudRate")),
    "请填 0 至 1,000 之间的数，例如 7。",
  );
  assert.equal(
    en.message({ code: "notAnInteger" }, gpus),
    "Enter a whole number from 1 to 1,000,000, such as 1,000.",
  );
  assert.equal(en.message({ code: "belowMinimum", min: 1 }), "Enter 1 or more.");
  for (const format of formats) {
    for (const info of parameters) {
      const text = format.message({ code: "aboveMaximum" }, info);
      const [, example] = /(?:such as |例如)(.*)[.。]$/.exec(text) ?? [];
      const { value } = format.read(info, example);
      assert.ok(value >= info.min && value <= info.max, `${info.name}: ${text}`);
    }
  }
});

test("a currency on show changes what is shown and read, not what is calculated", () => {
  const format = new Format("en", {}, euros);
  const price = quantity("gpuPrice");
  assert.equal(format.money(37_000), "€31,800");
  assert.equal(format.fieldUnit(price), "€");
  assert.deepEqual(format.read(price, format.field(price, 37_000)), { value: 37_000 });
  assert.deepEqual(format.read(price, "$37,000"), { bad: "otherCurrency" });
  assert.match(format.currencyNote, /€0\.86 for \$1, as of November 20, 2026/);
  assert.equal(zh.fieldUnit(quantity("cloudRate")), "美元/卡时");
});

test("a unit may be typed as people write it", () => {
  const cases = [
    [en, "gpuPrice", "$37k each", 37_000],
    [en, "gpuPrice", "37,000 per GPU", 37_000],
    [en, "cloudRate", "$7/h", 7],
    [en, "cloudRate", "7 USD/GPU-hour", 7],
    [en, "cloudRate", "$3.18 an hour", 3.18],
    [en, "electricityPrice", "8 cents", undefined],
    [en, "electricityPrice", "0.08 $/kWh", 0.08],
    [en, "years", "5 yrs", 5],
    [en, "years", "5y", 5],
    [en, "gpus", "64 cards", 64],
    [en, "gpus", "64 GPUs", 64],
    [en, "annualBenefit", "$68m/year", 68e6],
    [en, "gpuPrice", "$7/h", undefined],
    [en, "gpus", "64 years", undefined],
    [zh, "gpuPrice", "3.7万美元/张", 37_000],
    [zh, "gpuPrice", "每张", undefined],
    [zh, "cloudRate", "7美元/小时", 7],
    [zh, "gpus", "64张卡", 64],
    [zh, "gpus", "六十四块", 64],
    [zh, "electricityPrice", "0.08美元/度", 0.08],
    [zh, "years", "5年", 5],
  ];
  for (const [format, name, text, value] of cases) {
    const expected = value === undefined ? { bad: "notANumber" } : { value };
    assert.deepEqual(format.read(quantity(name), text), expected, `${name}: ${text}`);
  }
  assert.deepEqual(en.read(quantity("years"), "3–5 years"), { range: [3, 5] });
  assert.deepEqual(en.read(quantity("cloudRate"), "$3-7/h"), { range: [3, 7] });
});

test("beside a label a quantity does not say again what the label says", () => {
  const rate = quantity("cloudRate");
  assert.equal(en.beside("Cloud price, an hour", rate, 3.18), "$3.18");
  assert.equal(en.beside("Cloud price", rate, 3.18), "$3.18 an hour");
  assert.equal(zh.beside("云端每卡时价格", rate, 3.18), "3.18 美元");
  assert.equal(en.fieldUnit(rate, "Cloud price, an hour"), "$");
  const units = quantity("units");
  assert.equal(en.beside("Chips sold a year", units, 28_829), "28,829");
  assert.equal(en.fieldUnit(units, "Chips sold a year"), "");
  assert.equal(zh.beside("年销量", units, 28_829), "2.88 万颗");
  assert.equal(zh.fieldUnit(units, "年销量"), "颗");
});

test("a difference has its sign before the figure", () => {
  const cost = { name: "costPerGpuHourUsed", unit: "USD/GPU-hour", kind: "money" };
  assert.equal(en.change(cost, 0.21, 2), "+$0.21 an hour");
  assert.equal(en.change(cost, -0.21, 2), "−$0.21 an hour");
  assert.equal(zh.change(cost, 0.21, 2), "每卡时 +0.21 美元");
});

test("a length of time that is a range", () => {
  assert.equal(en.yearsWithin([2, 10]), "two to ten years");
  assert.equal(en.yearsWithin([1, 1]), "one year");
  assert.equal(zh.yearsWithin([2, 10]), "两至十年");
});

test("dates, as precise as they are", () => {
  assert.equal(en.date("2024-11-06"), "November 6, 2024");
  assert.equal(en.date("2023"), "2023");
  assert.equal(zh.date("2024-11"), "2024 年 11 月");
});

test("a page that puts members on Object.prototype changes no number", () => {
  Object.defineProperty(Object.prototype, "style", {
    value: "currency",
    configurable: true,
    enumerable: true,
  });
  try {
    assert.equal(new Format("en").number(1234.5678), "1,235");
    assert.equal(new Format("en").round(0.123456), "0.123");
  } finally {
    delete Object.prototype.style;
  }
});

test("a price in a sentence keeps the digits that were typed", () => {
  const format = new Format("en");
  const typed = [3.895, 3.9, 7, 37_000, 68_000_000].map((value) => format.moneyTyped(value));
  assert.deepEqual(typed, ["$3.895", "$3.90", "$7", "$37,000", "$68 million"]);
});

test("today is the day where the reader is", (t) => {
  const { TZ } = process.env;
  t.after(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  for (const [zone, at, day] of [
    ["Asia/Shanghai", "2026-11-27T16:30:00Z", "2026-11-28"],
    ["America/Los_Angeles", "2027-01-01T05:00:00Z", "2026-12-31"],
    ["UTC", "2026-03-04T23:59:59Z", "2026-03-04"],
  ]) {
    process.env.TZ = zone;
    assert.equal(today(new Date(at)), day);
  }
});
