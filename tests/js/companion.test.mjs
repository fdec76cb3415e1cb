/** The companion pages: every figure in them is what the model gives. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { JSDOM } from "jsdom";
import { checkClaims } from "../../pkg/checks.js";
import * as model from "../../pkg/index.js";
import { built } from "./source.mjs";

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
        ].map(built),
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
      for (const element of document.querySelectorAll("chip-value")) {
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
      for (const element of document.querySelectorAll("chip-variable")) {
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
      for (const element of document.querySelectorAll("chip-if")) {
        const output = element.getAttribute("of") ?? "verdict";
        const info = calculatorFor(element, ({ outputs }) =>
          outputs.some(({ name }) => name === output),
        );
        const holds = element.getAttribute("when").split(" ").includes(scope.result(info)[output]);
        assert.equal(element.hidden, !holds, element.outerHTML);
      }
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
