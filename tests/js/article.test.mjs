/** The articles' checks: their module, the shape of its answers, the files against their schema. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { builtInArticle, checkClaims, ruleMap } from "../../pkg/checks.js";
import { draftArticle } from "../../pkg/drafts.js";
import { built } from "./source.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const json = (name) => JSON.parse(readFileSync(join(root, name), "utf8"));

const FILES = [
  "data/article.json",
  "tests/articles/inference-costs.json",
  "tests/articles/suanli.json",
  "tests/articles/cloud-prices.json",
  "tests/articles/zhisuan.json",
];

test("every article's file is of the published shape, and is checked", () => {
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(
    json("data/schema/article.schema.json"),
  );
  for (const name of FILES) {
    const file = json(name);
    assert.ok(validate(file), `${name}: ${JSON.stringify(validate.errors)}`);
    assert.equal(checkClaims(file).claims.length, file.claims.length, name);
  }
});

test("what the schema refuses, the check refuses as well", () => {
  const validate = new Ajv({ strict: false }).compile(json("data/schema/article.schema.json"));
  const spoilt = [
    (file) => delete file.date,
    (file) => Object.assign(file.claims[0], { verdict: "agrees" }),
    (file) => Object.assign(file.claims[0], { id: "Not an id" }),
    (file) => Object.assign(file.claims[0], { checks: [{ figure: "none" }] }),
    (file) => Object.assign(file, { claims: [] }),
  ];
  for (const spoil of spoilt) {
    const file = json(FILES[1]);
    spoil(file);
    assert.equal(validate(file), false, String(spoil));
    assert.throws(() => checkClaims(file), { name: "CalculatorError" }, String(spoil));
  }
});

test("the module holds the package's own article", () => {
  assert.deepEqual(JSON.parse(builtInArticle()), json("data/article.json"));
  assert.deepEqual(checkClaims(), checkClaims(json("data/article.json")));
});

test("with a figure changed, the claims that take it are checked again, and no others", async () => {
  const { recheck } = await built("article/recheck");
  for (const name of FILES) {
    const file = json(name);
    const { inputs = {}, claims } = file;
    // What an unknown is elsewhere may be a figure of another claim as well.
    const power = claims.find(({ id }) => id === "power-1mw");
    if (power !== undefined) {
      power.checks[0].unknown.known = { figure: "price-performance-index.h100" };
    }
    const report = checkClaims(file);
    // A figure of another claim among the article's own is there for any of them.
    const shared = { ...inputs, again: { figure: figureOf(claims) } };
    for (const [input, given] of Object.entries(shared)) {
      if (typeof given.value !== "string") continue;
      const changed = {
        [input]: { ...given, value: 0.8 * Number(given.value.replaceAll(",", "")) },
      };
      let computed = 0;
      const again = recheck({ ...file, inputs: shared }, report, changed, (part) => {
        computed = part.claims.filter(({ checks }) => checks !== undefined).length;
        return checkClaims(part);
      });
      assert.deepEqual(again, checkClaims({ ...file, inputs: { ...inputs, ...changed } }), input);
      assert.ok(computed < claims.length / 2, `${name}: ${computed} claims take ${input}`);
      const last = again.claims.findLast((claim, index) => claim !== report.claims[index]);
      if (last === undefined) continue;
      // One claim alone, as a figure in the text asks for it.
      const alone = recheck({ ...file, inputs: shared }, report, changed, checkClaims, last.id);
      assert.deepEqual(
        alone.claims.find(({ id }) => id === last.id),
        last,
        input,
      );
    }
    assert.equal(
      recheck(file, report, {}, () => assert.fail()),
      report,
    );
  }
});

test("a figure that the reader changes replaces the article's, however that is given", async () => {
  const [{ changes }, { recheck }, { Scope }, { calculators }] = await Promise.all(
    ["article/changes", "article/recheck", "state/scope", "generated/metadata"].map((path) =>
      built(path),
    ),
  );
  const ways = {
    value: [{ value: "37,000", unit: "USD/GPU", date: "2024-11" }, 30000, "USD/GPU", "article"],
    thousands: [{ value: "37", unit: "thousand USD/GPU" }, 30, "thousand USD/GPU", "article"],
    figure: [{ figure: "stated.price" }, 30000, "USD/GPU", "article"],
    catalogue: [{ catalogue: "chips/h200-sxm/price" }, 30000, "USD/GPU", "assumed"],
    sourced: [
      { value: "37,000", unit: "USD", source: "epoch-hardware-prices", status: "estimated" },
      30000,
      "USD",
      "assumed",
    ],
    nothing: [{ value: "0", unit: "thousand USD/GPU" }, 30000, "USD", "article"],
  };
  for (const [way, [price, value, unit, status]] of Object.entries(ways)) {
    const file = {
      id: "one",
      title: { en: "One" },
      date: "2024-11-06",
      source: "seed-article",
      inputs: { price, running: { value: "20", unit: "%" }, rate: "0.1" },
      claims: [
        {
          id: "stated",
          says: { en: "A GPU costs $37,000." },
          stated: { price: { value: "37,000", unit: "USD/GPU" } },
        },
        {
          id: "owning",
          says: { en: "Owning costs $84 million." },
          stated: { cost: { value: "84", unit: "million USD" } },
          checks: [
            {
              figure: "cost",
              calculator: "clusterTco",
              input: { gpuPrice: "=price", operationsFraction: "=running", discountRate: "=rate" },
              output: "presentValue",
            },
          ],
        },
        {
          id: "own-name",
          says: { en: "Another price." },
          inputs: { price: { value: "5", unit: "USD" } },
          stated: { cost: { value: "5", unit: "USD" } },
          checks: [
            {
              calculator: "clusterTco",
              input: { siteCapex: "=price" },
              output: "capital",
            },
          ],
        },
      ],
    };
    const report = checkClaims(file);
    const scope = new Scope();
    assert.deepEqual(changes(file, report, scope), {}, way);
    const store = scope.store(calculators.clusterTco);
    store.set("siteCapex", 1e6);
    assert.deepEqual(changes(file, report, scope), {}, `${way}: a claim's own is another one`);
    store.set("gpuPrice", 30000);
    store.set("operationsFraction", 0.3);
    store.set("discountRate", 0.2);
    const again = recheck(file, report, changes(file, report, scope), checkClaims);
    const { inputs, checks } = again.claims.find(({ id }) => id === "owning");
    assert.deepEqual(
      [inputs.price.value.from, inputs.price.unit, inputs.price.status, inputs.price.date],
      [value, unit, status, undefined],
      way,
    );
    assert.deepEqual([inputs.running.value.from, inputs.running.unit], [30, "%"]);
    const { gpuPrice, operationsFraction, discountRate } = checks[0].input;
    assert.deepEqual([gpuPrice, operationsFraction, discountRate], [30000, 0.3, 0.2], way);
  }
});

/** The name of some figure that a claim states. */
function figureOf(claims) {
  const { id, stated } = claims.find((claim) => claim.stated !== undefined);
  return `${id}.${Object.keys(stated)[0]}`;
}

test("answers are of the types that are declared", () => {
  // The compiler compares literals: a field more, less or of another type is an error.
  const literal = (type, value) => `const _: ${type} = ${JSON.stringify(value)};`;
  const reports = FILES.map((name) => checkClaims(json(name)));
  const kinds = new Set(
    reports.flatMap(({ claims }) =>
      claims.flatMap(({ checks }) => checks.flatMap(({ slips }) => slips.map(({ kind }) => kind))),
    ),
  );
  assert.ok(kinds.size >= 6, [...kinds].join());
  const values = [
    ...reports.map((report) => ["checks", "Report", report]),
    ["checks", "RuleMap", ruleMap()],
    [
      "drafts",
      "Draft",
      draftArticle("# Costs\n\nRenting costs over $7/GPU-hour, owning about $40-42 million."),
    ],
  ];
  const folder = mkdtempSync(join(root, "target", "article-types-"));
  try {
    for (const [index, [entry, type, value]] of values.entries()) {
      writeFileSync(
        join(folder, `${index}.ts`),
        `import type { ${type} } from "../../pkg/types/entries/${entry}.js";
         export ${literal(type, value).replace("_", "value")}\n`,
      );
    }
    const files = values.map((_, index) => join(folder, `${index}.ts`));
    const options = "--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --types".split(
      " ",
    );
    const kind = ["", "--target", "es2022", "--module", "nodenext", "--skipLibCheck"];
    const tsc = join(root, "node_modules/.bin/tsc");
    const checked = () => execFileSync(tsc, [...options, ...kind, ...files], { encoding: "utf8" });
    assert.doesNotThrow(checked, (error) => assert.fail(error.stdout || error.message));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every verdict and every slip is told in both languages", async () => {
  const { summary, slipped } = await built("article/describe");
  const slips = [
    { kind: "unit", from: "GPU-month", to: "GPU-year", value: 8219, valueInOther: 684.9 },
    { kind: "powerOfTen", factor: 1000 },
    { kind: "server", gpus: 8, ofServer: true },
    { kind: "perGpu", input: "gpus" },
    { kind: "hours", here: 8760, fits: 8640 },
    { kind: "sparsity", input: "rate", fits: "chips/h200-sxm/fp8Sparse" },
    { kind: "percentagePoints", percent: 50 },
    { kind: "percent", points: 20 },
    { kind: "base", value: 10, after: null, before: null },
    { kind: "ratio", value: 100, falls: false },
    { kind: "growth", value: 31.5, divided: false },
    { kind: "inputUnit", input: "energy", from: "万千瓦", to: "万 kWh" },
    { kind: "roundedTooFar", digits: 1, value: 7.4 },
    { kind: "cutOff", value: 7.41 },
    { kind: "convention", parameter: "paybackConvention", word: "simple" },
    { kind: "inverted", value: 2 },
    { kind: "sign" },
    { kind: "negativeBase" },
    { kind: "ends", lower: true, upper: false },
    { kind: "farWithin", times: 10 },
    { kind: "bounded", input: "power" },
  ];
  const declared = readFileSync(join(root, "src/article.d.ts"), "utf8");
  const kinds = declared.match(/export type Slip =[\s\S]*?;\n\n/)[0].matchAll(/kind: "(\w+)"/g);
  assert.deepEqual(
    slips.map(({ kind }) => kind).sort(),
    Array.from(kinds, ([, kind]) => kind).sort(),
  );
  for (const language of ["en", "zh"]) {
    for (const slip of slips) {
      const text = slipped(slip, { unit: "month" }, language);
      assert.match(text, language === "en" ? /^[A-Z].*\.$/ : /[\u4e00-\u9fff].*。$/, slip.kind);
    }
    for (const claim of checkClaims().claims) {
      const text = summary(claim, language);
      assert.match(text, language === "en" ? /[.”]$/ : /。$/, `${claim.id}: ${text}`);
      assert.doesNotMatch(text, /undefined|NaN|null/, claim.id);
    }
  }
});

test("then and now: both dates, both results, and the price that moved most", async () => {
  const { thenAndNow, turned } = await built("article/reruns");
  const file = JSON.parse(builtInArticle());
  const dated = ({ claims }) => claims.find(({ id }) => id === "own-against-rent");
  // In the article the dated prices stand beside the claim and decide nothing.
  assert.equal(turned(dated(checkClaims(file)), "en"), "");
  dated(file).checks[4].figure = "saving";
  const claim = dated(checkClaims(file));
  const [saving, use] = claim.reruns;
  assert.match(
    thenAndNow(saving, claim, "en"),
    /^Saved .+: \$[\d.]+ million at the prices of November 6, 2024; −?\$[\d.]+ million at the newest, of \w+ \d+, 20\d\d\. It held then; now it does not\. What moved it most is the cloud price of the H100 SXM5 80GB, \$3\.70 per GPU-hour then and \$[\d.]+ now; that alone takes off \$[\d.]+ million\. It stands in for the price of the H200 SXM 141GB\.$/,
  );
  // What only stands beside the claim neither holds nor does not.
  assert.match(
    thenAndNow(use, claim, "en"),
    /\d%.*\d%.* adds [\d.]+ percentage points\. It stands in/,
  );
  assert.doesNotMatch(thenAndNow(use, claim, "en"), /held/);
  assert.match(
    thenAndNow(saving, claim, "zh"),
    /按 2024 年 11 月 6 日的价格，结果为 [\d,.]+ 万美元；按 20\d\d 年.+的最新价格，为 .+ 万美元。当时成立，现在不再成立。影响最大的是 H100 SXM5 80GB 的云端租价（代替 H200 SXM 141GB 的价格）：当时 3\.70 美元\/卡时，现在 .+，仅此一项就使结果减少 [\d,.]+ 万美元。$/,
  );
  assert.equal(
    turned(claim, "en"),
    "At the newest cloud price of the H100 SXM5 80GB, in place of the H200 SXM 141GB’s, it no longer holds.",
  );
  assert.equal(
    turned(claim, "zh"),
    "按最新的 H100 SXM5 80GB 的云端租价（代替 H200 SXM 141GB 的价格）已不成立。",
  );
  assert.match(
    thenAndNow(saving, claim, "en"),
    / million\. It stands in for the price of the H200 SXM 141GB\.$/,
  );
  // A chip's own price stands in for none.
  const [own] = saving.moves.filter(({ standsFor }) => standsFor === undefined);
  const swapped = { ...saving, moves: [own] };
  assert.doesNotMatch(thenAndNow(swapped, claim, "en"), /stands in/);
  assert.doesNotMatch(thenAndNow(swapped, claim, "zh"), /代替/);

  const stands = (before, after) => {
    const rerun = structuredClone(saving);
    rerun.then.holds = before;
    rerun.now.holds = after;
    return rerun;
  };
  for (const language of ["en", "zh"]) {
    const texts = [true, false].flatMap((before) =>
      [true, false].map((after) => thenAndNow(stands(before, after), claim, language)),
    );
    assert.equal(new Set(texts).size, 4);
    assert.equal(turned({ ...claim, reruns: [stands(true, true)] }, language), "");
    const none = { ...saving, now: { ...saving.now, value: null } };
    const still = { ...saving, moves: saving.moves.map((move) => ({ ...move, effect: 0 })) };
    for (const rerun of [none, still]) {
      assert.doesNotMatch(thenAndNow(rerun, claim, language), /null|NaN|undefined/);
    }
    assert.doesNotMatch(thenAndNow(still, claim, language), /adds|takes off|增加|减少/);
  }
});

test("formulas are in words: labels, then a calculator's own, then names", async () => {
  const [{ formula, labelOf, terms }, { words }] = await Promise.all(
    ["article/formula", "generated/words"].map((path) => built(path)),
  );
  const { claims } = checkClaims();
  const of = (id, index, language) => {
    const claim = claims.find((claim) => claim.id === id);
    return formula(claim.checks[index], claim, language);
  };
  assert.equal(of("meta-investment", 0, "en"), "number of cards × price of a card = $900 million");
  assert.equal(of("meta-investment", 0, "zh"), "卡数 × 单价 = 9 亿美元");
  assert.equal(of("vendor-eps", 0, "en"), "net profit ÷ the number of shares = $22");
  assert.equal(
    of("training-growth", 0, "zh"),
    "(2027 年训练市场 ÷ 2024 年训练市场) ^ (1 ÷ 3) − 1 = 23.3%",
  );
  assert.match(of("portfolio", 0, "en"), /^chip vendor \+ cloud \+ .+ \+ cash = \$1 million$/);
  assert.equal(of("roi-payback", 0, "en"), undefined);
  for (const claim of claims) {
    for (const language of ["en", "zh"]) {
      for (const line of claim.checks.map((check) => formula(check, claim, language))) {
        // A name of the file alone has small and capital letters, or is of the other language.
        const left = (line ?? "").split(" = ")[0];
        assert.doesNotMatch(left.replace("kW", ""), /\b[a-z]+[A-Z0-9]\w*|undefined|[*/]/, claim.id);
        if (language === "zh") {
          assert.doesNotMatch(left.replaceAll("token", ""), /[a-z]{3,}/, claim.id);
        }
      }
      assert.equal(new Set(terms(claim, language)).size, terms(claim, language).length);
    }
  }
  const given = { value: { from: 8, to: 8 }, unit: "USD/GPU" };
  assert.equal(labelOf({ ...given, label: { zh: "单价" } }, "en"), "单价");
  assert.equal(labelOf({ ...given, parameter: "clusterTco.gpuPrice" }, "en"), "price of a GPU");
  assert.equal(
    labelOf({ ...given, parameter: "clusterTco.gpuPrice" }, "zh"),
    words.clusterTco("zh").parameters.gpuPrice,
  );
  assert.equal(labelOf({ ...given, reference: "parameters/clusterTco/pue" }, "en"), "PUE");
  assert.equal(
    labelOf({ ...given, reference: "presets/h100/cloudRate" }, "en"),
    "cloud price, an hour",
  );
  for (const none of [
    given,
    { ...given, parameter: "clusterTco.toString" },
    { ...given, parameter: "valueOf.x" },
  ]) {
    assert.equal(labelOf(none, "en"), undefined);
  }
  const plain = {
    id: "plain",
    stated: {},
    inputs: { gpuPrice: given, rate: { ...given, parameter: "cloudBreakEven.cloudRate" } },
    checks: [],
  };
  const check = {
    expression: "-gpuPrice * 8 + max(2, rate) ^ 2",
    figure: null,
    assumption: null,
    recomputed: null,
  };
  assert.equal(
    formula(check, plain, "en"),
    "−gpuPrice × 8 + greatest of (2, “cloud price, an hour”) ^ 2",
  );
  const written = (expression, language = "en") =>
    formula({ ...check, expression }, { ...plain, inputs: {} }, language);
  assert.equal(written("sum(a, b - 1, c)"), "a + b − 1 + c");
  assert.equal(written("2 * sum(a, b) / sum(c, (d + e))"), "2 × (a + b) ÷ (c + (d + e))");
  assert.equal(written("sum(a, b) - sum(c)"), "(a + b) − (c)");
  assert.equal(
    written("sqrt(constructor) + min(a, sum(b, c))", "zh"),
    "平方根(constructor) + 最小值(a、(b + c))",
  );
});

test("what a name of the article's file is, an editor is told", async () => {
  const { meaning, wasRead, whenRead } = await built("article/names");
  const file = JSON.parse(builtInArticle());
  assert.equal(
    meaning(file, "price"),
    "is a figure of the article’s file; calculators take it as gpuPrice",
  );
  assert.equal(
    meaning(file, "dated"),
    'is a figure of the claim "own-against-rent" alone, which the reader’s changes do not reach; calculators take it as cloudRate',
  );
  assert.match(meaning(file, "optimisticChange"), /"scenario-market-cap" alone, .+reach$/);
  assert.equal(meaning(file, "toString"), undefined);
  const heard = [];
  const end = whenRead((read) => heard.push(read));
  wasRead(file);
  wasRead(file);
  end();
  wasRead({});
  assert.deepEqual(heard, [file]);
});

test("a Chinese sentence carries no English name of what is left out", async () => {
  const { working } = await built("article/describe");
  const texts = checkClaims().claims.flatMap((claim) =>
    claim.checks
      .filter(({ assumption }) => assumption !== null)
      .map((check) => working(check, claim, "zh")),
  );
  assert.ok(texts.length > 0);
  for (const text of texts) {
    assert.doesNotMatch(text.replace(/GPU|H100|MI300X|FLOP/g, ""), /[a-z]{3,}/i, text);
  }
});

test("amounts in Chinese are as a paper writes them", async () => {
  const { amount, range } = await built("article/amounts");
  const cases = [
    [5.694e9, "hour·W", "569.4 万千瓦时"],
    [1.075, "亿元", "1.075 亿元"],
    [0.12, "元/卡-时", "0.12 元/卡时"],
    [12, "元/GPU小时", "12 元/卡时"],
    [8.073, "千万元/年", "8,073 万元/年"],
    [3.3, "x", "3.3 倍"],
    [2.5e9, "", "25 亿"],
    [30, "万张", "30 万张"],
    [60, "万元/年", "60 万元/年"],
    [43.8, "万亿token/年", "43.8 万亿 token/年"],
    [652.8, "千瓦时", "652.8 千瓦时"],
    [8208, "GPU-months", "8,208 卡月"],
    [876, "万GPU-hours/year", "876 万卡时/年"],
    [538.2, "万卡-时", "538.2 万卡时"],
    [684, "卡-year", "684 卡年"],
    [8, "元/hour·server", "8 元/台时"],
    [3, "tokens/s-GPU", "3 token/秒/张"],
    [0.0168, "bn USD", "1,680 万美元"],
  ];
  for (const [value, unit, text] of cases) assert.equal(amount(value, unit, "zh"), text);
  assert.equal(range({ from: 3.5, to: 4 }, "亿美元", "zh"), "3.5 亿美元至 4 亿美元");
});

test("amounts in English are as a paper writes them, from a Chinese file as well", async () => {
  const { amount, unitWord } = await built("article/amounts");
  const cases = [
    [2.611e6, "hour·W", "2.611 MWh"],
    [2628, "GWh/year", "2,628 GWh a year"],
    [652800, "W", "652.8 kW"],
    [700, "W", "700 W"],
    [8611, "万元/年", "86.11 million CNY a year"],
    [50.23, "个月", "50.23 months"],
    [2, "倍", "2×"],
    [2.95, "成", "29.5%"],
    [19, "%/year", "19% a year"],
    [35, "万元/张", "350,000 CNY per GPU"],
    [652.8, "千瓦时", "652.8 kWh"],
    [43.8, "万亿token/年", "43.8 trillion tokens a year"],
    [4909, "m USD/year", "$4,909 million a year"],
    [0.016, "bn USD", "$16 million"],
    [3, "tokens/s-GPU", "3 tokens per second per GPU"],
    [5, "USD/hour·server", "$5 per server-hour"],
    [960.0000001, "USD/day", "$960 a day"],
    [0.000095, "USD/token", "$0.000095 per token"],
    [95, "USD/1M tokens", "$95 per million tokens"],
    [684, "卡-year", "684 GPU-years"],
    [1, "months", "1 month"],
    [1, "percentage points", "1 percentage point"],
    [4.8, "TB/s", "4.8 TB/s"],
    [144, "元/台-时", "144 CNY per server-hour"],
    [3, "元/万token", "3 CNY per 10,000 tokens"],
  ];
  for (const [value, unit, text] of cases) assert.equal(amount(value, unit, "en"), text, unit);
  // A scale that English has no word for is part of a unit all the same.
  const units = {
    万千瓦时: "10,000 kWh",
    亿千瓦时: "100 million kWh",
    千瓦时: "kWh",
    "million kWh": "million kWh",
  };
  for (const [unit, text] of Object.entries(units)) assert.equal(unitWord(unit, "en"), text);
});

test("what no figure can be is said, and a slip reads as a sentence", async () => {
  const { slipped, summary } = await built("article/describe");
  const file = (stated) => ({
    id: "one",
    date: "2026",
    source: "seed-article",
    claims: [{ id: "only", says: "so", stated: { figure: stated } }],
  });
  const told = (stated, language) => summary(checkClaims(file(stated)).claims[0], language);
  const use = { value: "130", unit: "%", quantity: "utilization" };
  assert.equal(
    told(use, "en"),
    "Contradicted by the figure’s own definition. No utilization is above 100%.",
  );
  assert.equal(told(use, "zh"), "不成立：与该数字的定义矛盾。利用率不可能超过 100%。");
  assert.match(told({ value: "0.9", quantity: "pue" }, "en"), / No PUE is below 1\.$/);
  assert.match(
    told({ value: "-5", unit: "%", quantity: "share" }, "en"),
    / No share is below 0%\.$/,
  );
  const check = { unit: "%" };
  assert.equal(
    slipped(
      { kind: "unit", from: "billion USD", to: "千万 USD", value: 0.07, valueInOther: 7 },
      check,
      "en",
    ),
    "It is a hundred times too large.",
  );
  assert.equal(
    slipped({ kind: "ratio", value: 60, falls: true }, check, "en"),
    "That is what is left; the fall is 60%.",
  );
  assert.match(
    slipped({ kind: "growth", value: 41.4, divided: true }, check, "zh"),
    /不是复合增长率/,
  );
});

test("what nobody had prepared is told in sentences that are true", async () => {
  const { summary } = await built("article/describe");
  const judged = (claim) =>
    checkClaims({
      id: "one",
      date: "2026",
      source: "seed-article",
      claims: [{ id: "only", says: "so", ...claim }],
    }).claims[0];
  const one = (f, inputs, expression = "a") =>
    judged({ stated: { f }, inputs, checks: [{ figure: "f", expression }] });
  const of = (value, unit) => ({ value, unit });
  const told = (claim) => ["en", "zh"].map((language) => summary(claim, language));
  const range = (from, to) => ({ value: { from, to } });

  const [en, zh] = told(one(range("180", "240"), { a: range("150", "200") }));
  assert.match(en, /150 to 200; the article’s 180 to 240 overlaps with that only in part\.$/);
  assert.match(zh, /复算得 150 至 200，与报道的 180 至 240 只有一部分重合。$/);
  assert.match(
    told(one(range("160", "190"), { a: range("150", "200") }))[1],
    /报道的 160 至 190 只是其中一部分。$/,
  );

  const rounded = told(
    one(of("142", "%"), { a: of("115.2", "billion USD"), b: of("47.5", "billion USD") }, "a/b-1"),
  );
  assert.match(rounded[0], /^Adds up\. .* are rounded, it may be 142\.2% to 142\.9%: .* fits\.$/);
  assert.match(rounded[1], /^算得通。.*经过舍入，结果可以是 142\.2% 至 142\.9%，.*在此范围内。$/);

  const zero = told(one(of("3"), { a: "1", b: "0" }, "a / b"));
  assert.match(zero[0], / There is no answer: the formula has no value there/);
  assert.match(zero[1], /没有答案：算式没有结果/);
  const never = judged({
    stated: { f: of("14", "month") },
    inputs: { i: of("42", "million USD"), b: of("1", "million USD/year") },
    checks: [
      {
        figure: "f",
        calculator: "investmentReturn",
        output: "paybackMonths",
        input: { investment: "=i", annualBenefit: "=b" },
      },
    ],
  });
  assert.match(told(never)[0], / There is no answer: not within the years in service\.$/);
  const busy = judged({
    stated: { f: of("14", "USD") },
    inputs: { use: of("170", "%") },
    checks: [
      {
        figure: "f",
        calculator: "clusterTco",
        output: "total",
        input: { utilization: "=use" },
      },
    ],
  });
  assert.match(told(busy)[0], / There is no answer: the calculator takes no such utilization\.$/);

  const over = told(one({ ...of("1", "MW"), bound: "above" }, { a: of("900", "kW") }));
  assert.match(over[0], /0\.9 MW; the article says over 1 MW\.$/);
  assert.match(over[1], /报道写的是超过 1 兆瓦。$/);
  const about = told(one({ ...of("20", "%"), precision: 1 }, { a: of("27", "%") }));
  assert.match(about[0], /says about 20%\.$/);
  assert.match(about[1], /写的是约 20%。$/);

  const year = told(one(of("114", "million USD"), { a: of("113.7", "million USD/year") }));
  assert.match(
    year[0],
    /\$113\.7 million a year; the article says \$114 million\. The number fits, the unit does not\.$/,
  );
  assert.match(year[1], /数字对得上，单位不对。$/);
  assert.match(told(one(of("12", "EUR"), { a: of("37", "MW") }))[0], /€12, in another unit\.$/);

  const small = told(one(of("37", "USD"), { a: of("37,000", "USD") }));
  assert.match(small[0], / It is a thousand times too small\.$/);
  assert.match(small[1], /恰为应有数字的千分之一。$/);
  const server = told(one(of("296,000", "USD/server"), { a: of("37,000", "USD/GPU") }));
  assert.match(
    server[0],
    / A GPU and a server of 8 are mixed up: the two figures are 8 times apart\.$/,
  );

  const none = judged({
    inputs: { a: { catalogue: "chips/h200-sxm/memoryGb" } },
    checks: [{ expression: "a" }],
  });
  assert.match(
    told(none)[0],
    /The article draws no conclusion from it\. The catalogue has 141 GB \(.+\d\)\.$/,
  );
  assert.match(told(none)[1], /目录为 141 GB（.+）。$/);

  const solved = (value) =>
    judged({
      stated: { f: of(value, "million USD") },
      inputs: { hours: of("2", "million GPU-hours") },
      checks: [
        {
          figure: "f",
          expression: "hours * rent",
          unknown: {
            name: "rent",
            label: { en: "the rent", zh: "租价" },
            unit: "USD/GPU-hour",
            between: [3, 10],
          },
        },
      ],
    });
  const beyond = told(solved("30"));
  assert.equal(
    beyond[0],
    "Off. For no rent between $3 per GPU-hour and $10 per GPU-hour does it hold; it would take $15 per GPU-hour.",
  );
  assert.equal(
    beyond[1],
    "有出入。租价在 3 美元/卡时至 10 美元/卡时之间取任何值都不成立；要成立，须为 15 美元/卡时。",
  );
  assert.match(told(solved("-30"))[0], /\$10 per GPU-hour does it hold\.$/);
});

test("a calculator's own assumptions are told, and contradict nobody", async () => {
  const { summary } = await built("article/describe");
  const { givenTo, takenIn } = await built("article/formula");
  const [claim] = checkClaims({
    id: "one",
    date: "2026",
    source: "seed-article",
    claims: [
      {
        id: "only",
        says: "so",
        stated: { f: { value: "10", unit: "%" } },
        inputs: {
          a: { value: "42", unit: "million USD" },
          b: { value: "18", unit: "million USD/year" },
        },
        checks: [
          {
            figure: "f",
            calculator: "investmentReturn",
            output: "irr",
            input: { investment: "=a", annualBenefit: "=b" },
          },
        ],
      },
    ],
  }).claims;
  assert.match(
    summary(claim, "en"),
    /^Off\. Worked out: 32\.\d%, with the calculator’s own assumptions for the rest; the article says 10%\.$/,
  );
  assert.match(
    summary(claim, "zh"),
    /^有出入。复算得 32\.\d%（报道未给出的，按计算器自己的假设），报道写的是 10%。$/,
  );
  assert.deepEqual(
    takenIn(claim, "en").map(([, value]) => value),
    ["5 years"],
  );
  assert.equal(givenTo("investmentReturn", claim, "en").length, 2);
  assert.match(
    givenTo("investmentReturn", claim, "en").join(),
    /\$42 million,.+\$18 million a year/,
  );
});

test("what differs is told in digits that differ, and slips name what they are of", async () => {
  const { summary } = await built("article/describe");
  const told = (stated, inputs, expression) => {
    const claims = [
      {
        id: "only",
        says: "so",
        stated: { f: stated },
        inputs,
        checks: [{ figure: "f", expression }],
      },
    ];
    const [claim] = checkClaims({ id: "one", date: "2026", source: "seed-article", claims }).claims;
    return ["en", "zh"].map((language) => summary(claim, language));
  };
  const of = (value, unit, label) => ({ value, unit, ...(label && { label }) });
  assert.match(
    told(of("0.281", "USD/GPU-hour"), { a: of("0.2837", "USD/GPU-hour") }, "a * 1")[0],
    /Worked out: \$0\.284 per GPU-hour; the article says \$0\.281 per GPU-hour\./,
  );
  assert.match(
    told(of("3.454", "USD"), { a: of("3.451", "USD") }, "a * 1")[0],
    /Worked out: \$3\.451; the article says \$3\.454\./,
  );

  const saving = told(
    of("22", "%"),
    {
      own: of("13.2", "million USD", { en: "the cost of owning", zh: "自购成本" }),
      rent: of("16.1", "million USD", { en: "the cost of renting", zh: "租用成本" }),
    },
    "(rent - own) / rent",
  );
  assert.match(
    saving[0],
    / It is measured against the cost of owning; against the cost of renting it is 18%\.$/,
  );
  assert.match(saving[1], /这里以“自购成本”为基数；以“租用成本”为基数，应为 18%。$/);

  for (const unit of ["USD", "USD/server"]) {
    const node = told(
      of("7.68", "million USD"),
      { node: of("30,000", unit), gpus: of("256", "GPU") },
      "node / 8 * gpus",
    );
    assert.match(node[0], / A GPU and a server of 8 are mixed up: .+ 8 times apart\.$/, unit);
    assert.match(node[1], /单卡与 8 卡服务器混淆了：两数恰好差 8 倍。$/, unit);
  }

  const [power] = told(of("5.6", "kWh"), { a: of("700", "W"), b: of("8", "GPU") }, "a * b");
  assert.match(power, /5\.6 kW; the article says 5\.6 kWh\. The number fits, the unit does not\.$/);
});

test("a part of a range, what must hold, and what is known have sentences of their own", async () => {
  const { working, summary, verdictMarks } = await built("article/describe");
  const { claims } = checkClaims();
  const told = (id, index, language) => {
    const claim = claims.find((claim) => claim.id === id);
    return working(claim.checks[index], claim, language);
  };
  assert.equal(
    told("openai-saving", 0, "en"),
    "30 to 40% more cards at the same price: $150 million to $266.7 million; the article’s $150 million is one end of that.",
  );
  assert.match(
    told("medical-delivery", 0, "en"),
    /1\.5× to 3×; the article’s 2× is one value of that\.$/,
  );
  assert.match(told("medical-delivery", 0, "zh"), /报道的 2 倍只是其中一个值。$/);
  assert.equal(
    told("price-performance-index", 0, "en"),
    "To hold, the price of an H100 must be $33,750 per GPU. The catalogue says $34,919 per GPU.",
  );
  const docs = readFileSync(join(root, "docs/editors.md"), "utf8");
  assert.ok(docs.includes(`“${told("price-performance-index", 0, "en")}”`));
  assert.equal(
    told("output-2025", 0, "en"),
    "The low end: to hold, the time of such output in the year must be 10 months.",
  );
  assert.equal(
    told("output-2025", 2, "en"),
    "Twelve months of it would be: 180,000 GPUs to 240,000 GPUs.",
  );
  // Above 1 MW: from there on.
  assert.match(
    told("power-1mw", 0, "en"),
    /must be 1\.429 to 5\. Assumed here: 2\.37, which fits\.$/,
  );
  assert.equal(verdictMarks.differs, "≠");
  const price = claims.find(({ id }) => id === "cloud-price-p5");
  assert.match(
    summary(price, "en"),
    /^Off\. The H100’s median on-demand price of the year before, no H200’s being known: \$3\.70/,
  );
  // No check is the checker's want, not the article's.
  const none = {
    ...price,
    verdict: "notStated",
    notStated: "source",
    contradictedBy: [],
    checks: [],
  };
  assert.equal(summary(none, "en"), "No check written yet.");
  assert.equal(summary(none, "zh"), "尚未核对。");
});

test("after the reader's change a verdict is by the reader's figures", async () => {
  const { verdict } = await built("article/describe");
  const own = checkClaims().claims.find(({ id }) => id === "break-even-684");
  assert.equal(verdict(own, "en"), "Contradicted by the article’s own figures.");
  const again = structuredClone(own);
  assert.equal(verdict(again, "en", own), "Contradicted by your figures.");
  assert.equal(verdict(again, "zh", own), "不成立：与您改动后的数字矛盾。");
});

test("the claims write amounts as the text does", () => {
  for (const { id, says, note, checks } of checkClaims().claims) {
    for (const words of [says, note, ...checks.map(({ label }) => label)]) {
      assert.doesNotMatch(
        words?.en ?? "",
        /\d %|\d (million |billion |trillion )?USD|(^|[^\w])-\d/,
        id,
      );
      assert.doesNotMatch(words?.zh ?? "", /\d %|(^|[^\w])-\d/, id);
    }
  }
});

test("where the article's own figures are asked of another price, the price is named", () => {
  const { note, checks, reruns, inputs } = checkClaims().claims.find(
    ({ id }) => id === "own-against-rent",
  );
  assert.match(note.en, /No H200 cloud price is known for November 2024/);
  assert.equal(inputs.cloudH200.value.from, 3.895);
  assert.match(checks[3].label.en, /H200’s own newest cloud price/);
  assert.ok(reruns[0].now.value < 0);
  assert.ok(checks[2].recomputed.from > 0);
});
