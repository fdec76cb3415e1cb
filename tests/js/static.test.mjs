/** Widgets as HTML strings, rendered by the built package where there is no DOM. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import { parse, parseFragment } from "parse5";
import { render } from "../../pkg/static.js";
import { source } from "./source.mjs";

const { Format } = await source("formats/format");
const functions = await import("../../pkg/index.js");

/** The number that each widget's answer turns on, from what the function returns. */
const NUMBERS = {
  cloudBreakEven: (result, format) => format.money(result.saving),
  clusterTco: (result, format) => format.money(result.costPerGpuHourUsed),
  investmentReturn: (result, format) => format.monthSpan(result.paybackMonths),
  productLine: (result, format) => format.money(result.operatingProfit),
  pricePerformance: ({ rows }, format) =>
    format.factor(1 / Math.min(...rows.map(({ index }) => index))),
  scenarioOutlook: (result, format) => format.money(result.expected, 4),
};

const OPTIONS = {
  cloudBreakEven: { preset: "article", gpus: 640, cloudRate: 9.5 },
  clusterTco: { preset: "h200", years: 4, electricityPrice: 0.11 },
  investmentReturn: { investment: 31_000_000 },
  productLine: { units: 123_456 },
  pricePerformance: { chips: ["h100-sxm", "h200-sxm", "b200-sxm"], baseline: "h100-sxm" },
  scenarioOutlook: { preset: "article" },
};

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The tree of an HTML string in which the parser finds nothing wrong. */
function tree(html) {
  const errors = [];
  const root = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  assert.deepEqual(errors, []);
  return root;
}

function* walk(node) {
  yield node;
  for (const child of node.content?.childNodes ?? []) yield* walk(child);
  for (const child of node.childNodes ?? []) yield* walk(child);
}

const attribute = (node, name) => node.attrs?.find((attr) => attr.name === name)?.value;
const textOf = (node) =>
  node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(textOf).join("");
const find = (root, wanted) => [...walk(root)].find(wanted);
const part = (root, name) => find(root, (node) => attribute(node, "data-part") === name);

for (const [name, options] of Object.entries(OPTIONS)) {
  for (const lang of ["en", "zh"]) {
    test(`${name} shows in ${lang} what the function returns`, () => {
      const format = new Format(lang);
      const expected = NUMBERS[name](functions[name](options), format);
      const [element, ...others] = tree(render(name, { ...options, lang })).childNodes;
      assert.deepEqual(others, []);
      assert.equal(element.tagName, `chip-${kebab(name)}`);
      assert.equal(attribute(element, "lang"), lang);
      const [sentence, template, ...more] = element.childNodes.filter(({ tagName }) => tagName);
      assert.equal(template.tagName, "template");
      assert.equal(attribute(template, "shadowrootmode"), "open");
      const shown = textOf(part(template, "sentence"));
      assert.ok(shown.includes(expected), `${shown} lacks ${expected}`);
      assert.ok(textOf(part(template, "lead")).length > 0);
      assert.ok(part(template, "chart") !== undefined);
      assert.equal(textOf(part(template, "stale") ?? { childNodes: [] }), "");
      // For those that read no shadow root: the same, as text.
      assert.equal(textOf(sentence).replace(/\s+/g, ""), shown.replace(/\s+/g, ""));
      assert.deepEqual(more, []);
      assert.equal(textOf(element).trim(), textOf(sentence));
    });
  }
}

test("figures are attributes, from which the element computes the same", () => {
  const html = render("cloudBreakEven", {
    cloudRate: 1e-7,
    gpus: 64,
    preset: "h100",
    theme: "dark",
  });
  const start =
    '<chip-cloud-break-even preset="h100" gpus="64" cloud-rate="1e-7" lang="en" theme="dark">\n<p>';
  assert.ok(html.startsWith(start), html.slice(0, 120));
  const chips = render("chip-price-performance", { chips: ["h100-sxm", "h200-sxm"] });
  assert.match(chips, /^<chip-price-performance chips="h100-sxm h200-sxm" lang="en">/);
});

test("an absent figure is an empty attribute, an undefined one is none", () => {
  const html = render("clusterTco", { densePflops: null });
  assert.match(html, /^<chip-cluster-tco dense-pflops="" lang="en">/);
  assert.equal(render("clusterTco", { densePflops: undefined }), render("clusterTco"));
});

test("a calculator goes by its name, in kebab-case or as a tag, and by no other", () => {
  const html = render("clusterTco", { gpus: 8 });
  assert.equal(render("cluster-tco", { gpus: 8 }), html);
  assert.equal(render("chip-cluster-tco", { gpus: 8 }), html);
  for (const name of ["tco", "", "ClusterTco", "constructor", "__proto__", undefined, {}, 1]) {
    assert.throws(() => render(name), RangeError, String(name));
  }
});

test("the same options give the same bytes, in whatever order and process", () => {
  const first = render("cloudBreakEven", { gpus: 64, preset: "h200", lang: "zh" });
  assert.equal(render("cloudBreakEven", { lang: "zh", preset: "h200", gpus: 64 }), first);
  render("cloudBreakEven", { gpus: 9 });
  assert.equal(render("cloudBreakEven", { gpus: 64, preset: "h200", lang: "zh" }), first);
  const code = `import { render } from ${JSON.stringify(new URL("../../pkg/static.js", import.meta.url))};
    process.stdout.write(render("cloudBreakEven", { gpus: 64, preset: "h200", lang: "zh" }));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code]);
  assert.equal(stdout.toString(), first);
});

test("CommonJS renders the same", () => {
  const required = createRequire(import.meta.url)("../../pkg/static.cjs");
  assert.equal(required.render("productLine"), render("productLine"));
});

test("the selected option is the one that counts, and no other", () => {
  const root = tree(render("pricePerformance", { metric: "bf16Dense" }));
  const select = find(
    root,
    (node) => node.tagName === "select" && attribute(node, "id") === "metric",
  );
  const selected = [...walk(select)].filter((node) => attribute(node, "selected") !== undefined);
  assert.deepEqual(
    selected.map((node) => attribute(node, "value")),
    ["bf16Dense"],
  );
});

test("lines are drawn for the width", () => {
  const width = (options) => {
    const chart = part(tree(render("cloudBreakEven", options)), "chart");
    return Number(attribute(chart, "viewBox").split(" ")[2]);
  };
  assert.ok(width({ width: 400 }) <= 400);
  assert.ok(width({ width: 400 }) > 340);
  assert.equal(width({}), width({ width: 480 }));
});

/** The lines of a chart as points, and the boxes of their names, roughly. */
function linesAndNames(svg) {
  const nodes = [...walk(svg)];
  const classed = (name) =>
    nodes.filter((node) => attribute(node, "class")?.split(" ").includes(name));
  const size = Number(
    attribute(
      find(svg, (node) => attribute(node, "font-size")),
      "font-size",
    ),
  );
  const lines = classed("line").map((line) =>
    [...attribute(line, "d").matchAll(/[ML]([-\d.]+),([-\d.]+)/g)].map(([, x, y]) => [+x, +y]),
  );
  const names = classed("name").map((name) => {
    assert.equal(attribute(name, "text-anchor"), "end");
    const [right, baseline] = [Number(attribute(name, "x")), Number(attribute(name, "y"))];
    const left = right - [...textOf(name)].length * 0.5 * size;
    return { left, right, top: baseline - 0.75 * size, bottom: baseline + 0.2 * size };
  });
  return { lines, names };
}

/** Whether a line passes through a box. */
const crosses = (points, { left, right, top, bottom }) =>
  points.slice(1).some(([x, y], index) => {
    const [fromX, fromY] = points[index];
    return Array.from({ length: 101 }, (_, step) => step / 100).some((t) => {
      const [atX, atY] = [fromX + t * (x - fromX), fromY + t * (y - fromY)];
      return atX >= left && atX <= right && atY >= top && atY <= bottom;
    });
  });

test("the names of lines lie on no line, nor on each other, and within the chart", () => {
  const cases = [
    ["investmentReturn", {}],
    ["investmentReturn", { discountRate: 0 }],
    ["investmentReturn", { annualBenefit: 0 }],
    ["investmentReturn", { years: 10 }],
    ["cloudBreakEven", { preset: "article" }],
    ["cloudBreakEven", { cloudRate: 1 }],
    ["cloudBreakEven", { cloudBilling: "reserved" }],
  ];
  for (const lang of ["en", "zh"]) {
    for (const [calculator, options] of cases) {
      for (const width of [288, 400, 736, 896]) {
        const told = JSON.stringify([calculator, lang, width, options]);
        const svg = part(tree(render(calculator, { ...options, lang, width })), "chart");
        const [, , , height] = attribute(svg, "viewBox").split(" ").map(Number);
        const { lines, names } = linesAndNames(svg);
        assert.deepEqual([lines.length, names.length], [2, 2], told);
        const [one, other] = names;
        assert.ok(one.bottom < other.top || other.bottom < one.top, told);
        for (const name of names) {
          assert.ok(name.left >= 0 && name.top >= 0 && name.bottom <= height, told);
          assert.ok(!lines.some((line) => crosses(line, name)), told);
        }
      }
    }
  }
});

test("nothing of the renderer is left in the string", () => {
  for (const name of Object.keys(OPTIONS)) {
    assert.doesNotMatch(render(name), /<!--|<\?|lit-|\$lit\$|undefined|\[object|NaN/);
  }
});

/** The bad fields of a call. */
function refused(name, options) {
  try {
    render(name, options);
  } catch (error) {
    assert.equal(error.name, "CalculatorError");
    assert.equal(error.code, "invalidInput");
    for (const { path } of error.fields) assert.ok(error.message.includes(path));
    return error.fields.map(({ path, code }) => [path, code]);
  }
  assert.fail("nothing was refused");
}

test("every bad option is refused at once", () => {
  const options = {
    gpus: 0,
    colour: "red",
    preset: '"><script>',
    lang: "fr",
    theme: 1,
    width: NaN,
  };
  assert.deepEqual(refused("cloudBreakEven", options), [
    ["preset", "unknownPreset"],
    ["gpus", "belowMinimum"],
    ["colour", "unknownField"],
    ["lang", "unknownChoice"],
    ["theme", "wrongType"],
    ["width", "notANumber"],
  ]);
  for (const [width, code] of [
    [159, "belowMinimum"],
    [1e9, "aboveMaximum"],
    ["640", "wrongType"],
  ]) {
    assert.deepEqual(refused("productLine", { width }), [["width", code]]);
  }
});

test("the functions' own errors are the functions' own", () => {
  const options = {
    gpus: -1,
    pue: Number.POSITIVE_INFINITY,
    years: 2.5,
    timing: "noon",
    utilization: "1",
  };
  let fields;
  try {
    functions.clusterTco(options);
  } catch (error) {
    fields = error.fields;
  }
  assert.throws(
    () => render("clusterTco", options),
    (error) => {
      assert.deepEqual(error.fields, fields);
      return true;
    },
  );
});

test("what no attribute can hold is refused", () => {
  const own = { id: "own", name: "Own", price: 1, performance: 1, sparsity: "dense" };
  assert.deepEqual(refused("pricePerformance", { chips: ["h100-sxm", own] }), [
    ["chips", "wrongType"],
  ]);
  const scenarios = [{ id: "a", probability: 1, value: 1 }];
  assert.deepEqual(refused("scenarioOutlook", { scenarios }), [["scenarios", "wrongType"]]);
  for (const options of [null, [], "gpus", 5]) {
    assert.deepEqual(refused("clusterTco", options), [["options", "wrongType"]]);
  }
});

test("hostile names and values go nowhere near the markup", () => {
  const hostile = '"><script>alert(1)</script><!--';
  for (const options of [
    { preset: hostile },
    { [hostile]: 1 },
    { gpus: hostile },
    { lang: hostile },
    { timing: hostile },
  ]) {
    assert.ok(refused("clusterTco", options).length === 1);
  }
  assert.deepEqual(refused("pricePerformance", { chips: [hostile] }).length > 0, true);
  assert.throws(() => render(hostile), RangeError);
});

test("importing leaves no element and no shim behind", () => {
  const code = `const before = Reflect.ownKeys(globalThis).filter((key) => !/^lit/.test(String(key)));
    await import(${JSON.stringify(new URL("../../pkg/static.js", import.meta.url))});
    const after = Reflect.ownKeys(globalThis)
      .filter((key) => !before.includes(key) && globalThis[key] !== undefined);
    process.stdout.write(JSON.stringify(after.map(String)));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code]);
  // Lit counts its copies.
  const left = JSON.parse(stdout).filter((key) => !/^\w+Versions$|^litPropertyMetadata$/.test(key));
  assert.deepEqual(left, []);
});

test("a page is a document with the widget in it", async () => {
  const { document } = await source("ssr/document");
  const widget = render("investmentReturn", { lang: "zh" });
  const errors = [];
  const html = document("investmentReturn", widget, "zh", undefined, undefined);
  const root = parse(html, { onParseError: ({ code }) => errors.push(code) });
  assert.deepEqual(errors, []);
  assert.equal(
    attribute(
      find(root, ({ tagName }) => tagName === "html"),
      "lang",
    ),
    "zh-Hans",
  );
  assert.ok(find(root, ({ tagName }) => tagName === "chip-investment-return"));
});
