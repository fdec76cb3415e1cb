/** The companion pages: every figure in them is what the model gives. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { JSDOM } from "jsdom";
import { checkClaims, ruleMap } from "../../pkg/checks.js";
import * as model from "../../pkg/index.js";
import { built } from "./source.mjs";

const json = (name) =>
  JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));

const page = (name) => readFileSync(new URL(`../../www/${name}`, import.meta.url), "utf8");

/** A printed number, and by how much it may be off: half of its last digit. */
function printed(text) {
  const digits = text.replace(/[^\d.−-]/g, "").replace("−", "-");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return { value: Number(digits), slack: 0.5 * 10 ** -decimals + 1e-9 };
}

function holds(text, expected, what) {
  const { value, slack } = printed(text);
  assert.ok(Math.abs(value - expected) <= slack, `${what}: ${text} is printed for ${expected}`);
}

/** The elements of a page, of which there is at least one: a test of none holds always. */
function all(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  assert.ok(found.length > 0, `no ${selector}`);
  return found;
}

/** What the tables hold, row by row; money as `[USD]`, which a page prints in its own unit. */
function tables() {
  const { rows } = model.pricePerformance({
    chips: ["h200-sxm", "h100-sxm", "mi300x", "b200-sxm"],
  });
  const still = model.clusterTco({ discountRate: 0 });
  const due = model.clusterTco({});
  const cloud = [{ discountRate: 0 }, {}, { cloudRate: 3.895 }].map((input) =>
    model.cloudBreakEven(input),
  );
  const investment = model.investmentReturn({});
  return {
    "chip-price-performance": rows.map(({ price, performance, costPerUnit, index }) => [
      price,
      performance,
      costPerUnit,
      index,
    ]),
    "chip-cluster-tco": [
      [[still.capital], [due.capital]],
      [[still.presentValue], [due.presentValue]],
      [[still.annualCost], [due.annualCost]],
      [still.costPerGpuHourAvailable, due.costPerGpuHourAvailable],
      [still.costPerGpuHourUsed, due.costPerGpuHourUsed],
    ],
    "chip-cloud-break-even": [
      cloud.map(({ breakEvenUtilization }) => breakEvenUtilization * 100),
      cloud.map(({ breakEvenUtilization, input }) => breakEvenUtilization * input.gpus * 12),
      cloud.map(({ breakEvenUtilization, input }) => breakEvenUtilization * input.gpus),
      cloud.map(({ paybackMonths }) => paybackMonths),
      cloud.map(({ presentValueSaving }) => [presentValueSaving]),
    ],
    "chip-investment-return": [
      [undefined, investment.paybackMonths],
      [undefined, [investment.npv]],
      [undefined, investment.irr * 100],
    ],
  };
}

/** USD in one of what a row's or a table's words say. */
function scaleOf(text) {
  if (/million|万美元/.test(text)) return /万美元/.test(text) ? 1e4 : 1e6;
  return /亿美元/.test(text) ? 1e8 : 1;
}

/** By what a number's own words multiply it. */
const WORDS = [
  [/%/, 0.01],
  [/million/, 1e6],
  [/billion/, 1e9],
  [/万/, 1e4],
  [/亿/, 1e8],
];

const scaleWithin = (text) => WORDS.find(([word]) => word.test(text))?.[1] ?? 1;

/** Every number of the running text, by the name that its `data-is` has; money in USD. */
function numbers(report) {
  const claim = (id) => report.claims.find((claim) => claim.id === id);
  const stated = (id, figure) => claim(id).stated[figure].value.from;
  const input = (id, name) => claim(id).inputs[name].value.from;
  const check = (id, index) => claim(id).checks[index].recomputed.from;
  const chip = (wanted) => json("chips").find(({ id }) => id === wanted);

  const still = model.clusterTco({ discountRate: 0 });
  const due = model.clusterTco({});
  const lowUse = 0.3;
  const median = json("presets").find(({ id }) => id === "h200").values.cloudRate.value;
  const cloud = {
    still: model.cloudBreakEven({ discountRate: 0 }),
    due: model.cloudBreakEven({}),
    median: model.cloudBreakEven({ cloudRate: median }),
  };
  const { gpus, gpuPrice, siteCapex, operationsFraction, utilization, discountRate } = due.input;
  const { cloudRate } = cloud.due.input;
  const investment = model.investmentReturn({});
  const product = model.productLine({});
  const outlook = model.scenarioOutlook({});
  const { low, high } = (({ from, to }) => ({ low: from, high: to }))(
    claim("h200-price").stated.price.value,
  );
  const middle = (low + high) / 2;
  const { assumption } = claim("price-performance-index").checks[0];
  const index = (chips, metric) => model.pricePerformance({ chips, ...metric }).rows[1].index;
  const perTflops = Object.fromEntries(
    model
      .pricePerformance({ chips: ["h200-sxm", "h100-sxm", "mi300x", "b200-sxm"] })
      .rows.map(({ id, costPerUnit }) => [`perTflops.${id.replace("-sxm", "")}`, costPerUnit]),
  );
  const rentOfOne = cloudRate * 8760;
  const uses = Object.entries(cloud).flatMap(([name, { breakEvenUtilization, paybackMonths }]) => [
    [`${name}.use`, breakEvenUtilization],
    [`${name}.gpuMonths`, breakEvenUtilization * gpus * 12],
    [`${name}.gpuYears`, breakEvenUtilization * gpus],
    [`${name}.payback`, paybackMonths],
  ]);
  const rule = Object.entries(ruleMap().rule).map(([name, value]) => [`rule.${name}`, value]);

  return {
    "claimed.gain": check("h200-vs-h100-fp8", 0) / 100,
    "claimed.h100": stated("h200-vs-h100-fp8", "h100"),
    "claimed.index": stated("price-performance-index", "h100"),
    "claimed.npv": stated("roi-npv", "npv") * 1e6,
    "claimed.use": stated("break-even-684", "use"),
    sparse: stated("h200-vs-h100-fp8", "h200"),
    dense: check("h200-vs-h100-fp8", 3),
    sparseSheet: chip("h200-sxm").figures.fp8Sparse.value / 1000,
    denseGain: check("h200-vs-h100-fp8", 1) / 100,
    "memory.h100": check("h200-memory", 2),
    "memory.h200": check("h200-memory", 1),
    "bandwidth.h100": check("h200-bandwidth", 2),
    "bandwidth.h200": check("h200-bandwidth", 1),
    "h200.middle": middle,
    "implied.price": assumption.value,
    "implied.index": index([
      { id: "h200-sxm", price: middle },
      { id: "h100-sxm", price: assumption.value },
    ]),
    "quoted.index": index(["h200-sxm", "h100-sxm"]),
    "tokens.h100": input("h200-vs-h100-fp8", "h100Tokens"),
    "tokens.h200": input("h200-vs-h100-fp8", "h200Tokens"),
    "tokens.gain": check("h200-vs-h100-fp8", 2) / 100,
    "tokens.index": index(["h200-sxm", "h100-sxm"], { metric: "llama2_70bOfflineV41" }),
    ...perTflops,
    "quotes.h100": chip("h100-sxm").price.quotes,
    "quotes.h200": chip("h200-sxm").price.quotes,
    "quotes.mi300x": chip("mi300x").price.quotes,
    gpus,
    gpuPrice,
    site: siteCapex,
    capital: due.capital,
    operations: operationsFraction,
    running: due.capital * operationsFraction,
    total: still.presentValue,
    utilization,
    discount: discountRate,
    lowUse,
    "hour.still": still.costPerGpuHourUsed,
    "hour.due": due.costPerGpuHourUsed,
    "hour.lowUse": model.clusterTco({ utilization: lowUse }).costPerGpuHourUsed,
    cloudRate,
    median,
    rentOfOne,
    hoursOfYear: 8760,
    hoursOfMonth: 730,
    allGpuMonths: gpus * 12,
    "use.gpuYears": due.capital / rentOfOne,
    "use.gpuMonths": check("break-even-684", 0),
    ...Object.fromEntries(uses),
    launch: input("roi-benefit", "revenue") * 1e6,
    saved: input("roi-saving", "saved"),
    "saved.worth": check("roi-saving", 0) * 1e6,
    perSaved: check("roi-saving", 1),
    "article.discount": investment.input.discountRate,
    benefit: investment.input.annualBenefit,
    payback: investment.paybackMonths,
    npv: investment.npv,
    units: product.input.units,
    margin: product.input.grossMargin,
    research: product.input.research,
    revenue: product.revenue,
    operatingProfit: product.operatingProfit,
    operatingMargin: product.operatingMargin,
    segmentShare: product.segmentShare,
    expected: outlook.expected,
    belowPrice: gpuPrice - outlook.expected,
    "scenario.low": outlook.min,
    "scenario.high": outlook.max,
    ...Object.fromEntries(rule),
  };
}

/** A number, but for those in names: H100, v4.1. */
const NUMBER = /(?<![A-Za-z\d.,-])\d[\d.,]*/g;

for (const [name, language] of [
  ["index.html", "en"],
  ["zh.html", "zh"],
]) {
  describe(name, () => {
    let document;
    let report;
    let scope;
    let bare;
    let formatOf;
    let calculatorFor;

    before(async () => {
      ({ document } = new JSDOM(page(name)).window);
      report = checkClaims();
      const [{ Scope }, prose, found, { words }, { Format }] = await Promise.all(
        [
          "state/scope",
          "prose/prose-element",
          "prose/calculator",
          "generated/words",
          "formats/format",
        ].map((path) => built(path)),
      );
      const around = document.querySelector("chip-scope");
      scope = new Scope(around);
      bare = prose.bare;
      calculatorFor = found.calculatorFor;
      formatOf = (info) => new Format(language, words[info.name](language));
    });

    test("a figure is a claim of the article", () => {
      const ids = report.claims.map(({ id }) => id);
      const figures = [...document.querySelectorAll("chip-figure")];
      assert.ok(figures.length > 10);
      for (const figure of figures) assert.ok(ids.includes(figure.getAttribute("claim")));
    });

    test("a value is the model's, as the element shows it", () => {
      for (const element of all(document, "chip-value")) {
        const output = element.getAttribute("of");
        const info = calculatorFor(element, ({ outputs }) =>
          outputs.some(({ name }) => name === output),
        );
        const value = scope.result(info)[output];
        const shown = bare(
          formatOf(info),
          info.outputs.find(({ name }) => name === output),
          element.hasAttribute("absolute") ? Math.abs(value) : value,
        );
        // Of a sentence that does not hold, no figure is printed.
        const hidden = element.closest("[hidden]") !== null;
        assert.equal(element.textContent, hidden ? "" : shown, output);
      }
    });

    test("a variable is the figure that the page starts from", () => {
      for (const element of all(document, "chip-variable")) {
        const parameter = element.getAttribute("name");
        const info = calculatorFor(element, ({ parameters }) =>
          parameters.some(({ name }) => name === parameter),
        );
        const shown = bare(
          formatOf(info),
          info.parameters.find(({ name }) => name === parameter),
          scope.value(info, parameter),
        );
        assert.equal(element.textContent, shown, parameter);
      }
    });

    test("only the sentence that holds is shown", () => {
      for (const element of all(document, "chip-if")) {
        const output = element.getAttribute("of") ?? "verdict";
        const info = calculatorFor(element, ({ outputs }) =>
          outputs.some(({ name }) => name === output),
        );
        const holds = element.getAttribute("when").split(" ").includes(scope.result(info)[output]);
        assert.equal(element.hidden, !holds, element.outerHTML);
      }
    });

    test("the figures within a claim's tag are those that the article states", () => {
      for (const figure of all(document, "chip-figure")) {
        const id = figure.getAttribute("claim");
        const { stated, inputs } = report.claims.find((claim) => claim.id === id);
        const known = Object.values({ ...inputs, ...stated }).flatMap(({ value, unit }) => {
          const own = [value.from, value.to];
          return [...own, ...own.map((one) => one * scaleWithin(unit))];
        });
        const text = figure.textContent;
        for (const [number] of text.matchAll(NUMBER)) {
          const { value, slack } = printed(number);
          const scale = scaleWithin(text);
          const fits = (one) =>
            [1, scale].some((by) => Math.abs(value * by - one) <= slack * by * (1 + 1e-9));
          assert.ok(known.some(fits), `${id} states no ${text}`);
        }
      }
    });

    test("every number of the text is the model's, or says why it needs no check", () => {
      const known = numbers(report);
      const running = document.querySelector("article");
      for (const element of all(running, "[data-is]")) {
        const { textContent: text, dataset } = element;
        const value = Object.hasOwn(known, dataset.is) ? known[dataset.is] : undefined;
        assert.notEqual(value, undefined, `no number is called ${dataset.is}`);
        holds(text, value / scaleWithin(text), dataset.is);
      }
      for (const { dataset, textContent } of all(running, "[data-unchecked]")) {
        assert.match(dataset.unchecked, /\w+ \w+/, `${textContent}: say why it needs no check`);
      }
      for (const { dateTime, textContent } of all(running, "time")) {
        const digits = (text) => text.match(/\d+/g).map(Number);
        const inText = digits(textContent);
        assert.ok(digits(dateTime).includes(inText.at(-1)), `${textContent} is not ${dateTime}`);
        assert.equal(
          digits(dateTime)[0],
          inText.find((number) => number > 31),
        );
      }
      const checked = [
        "[data-is], [data-unchecked], time, code",
        "chip-figure, chip-value, chip-variable, chip-fact-check",
        ...Object.keys(tables()).map((tag) => `${tag} td`),
      ].join();
      const { NodeFilter } = document.defaultView;
      const texts = document.createTreeWalker(running, NodeFilter.SHOW_TEXT);
      const loose = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (parentElement.closest(checked) === null && data.match(NUMBER) !== null) {
          loose.push(data.trim());
        }
      }
      assert.deepEqual(loose, [], "numbers that nothing checks: give them a data-is");
    });

    test("the summary counts as the report does", () => {
      const { agrees, differs, contradicted, needsAssumption, notStated } = report.counts;
      const counts = document
        .querySelector("chip-fact-check")
        .textContent.match(/\d+/g)
        .map(Number);
      assert.deepEqual(counts, [
        report.claims.length,
        agrees,
        differs,
        contradicted,
        needsAssumption,
        notStated,
      ]);
    });

    test("every cell of the answers without script is the model's", () => {
      for (const [tag, rows] of Object.entries(tables())) {
        const table = document.querySelector(`${tag} table`);
        const printedRows = [...table.querySelectorAll("tbody tr")];
        assert.equal(printedRows.length, rows.length, tag);
        for (const [index, row] of printedRows.entries()) {
          const head = row.querySelector("th").textContent;
          const cells = [...row.querySelectorAll("td")].map(({ textContent }) => textContent);
          assert.equal(cells.length, rows[index].length, `${tag}: ${head}`);
          for (const [column, expected] of rows[index].entries()) {
            if (expected === undefined) continue;
            const value = Array.isArray(expected) ? expected[0] / scaleOf(head) : expected;
            holds(cells[column], value, `${tag}: ${head}`);
          }
        }
      }
    });
  });
}
