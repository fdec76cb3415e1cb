import assert from "node:assert/strict";
import { test } from "node:test";
import { built } from "./source.mjs";

const { core } = await built("instance/inlined");
const { calculators } = await built("generated/metadata");
const { Format } = await built("formats/format");
const { losing, ranges, sentence } = await built("views/sure");
const { around } = await built("state/range");
const { distribution, flipOf, moving, tornado } = await built("views/engine");
const { edge, turned } = await built("views/decides");
const { verdict: productLineVerdict } = await built("locales/calculators/product-line");
const { changes, parts } = await built("views/keep");
const { bars: scenarioBars } = (await built("charts/calculators/scenario-outlook")).chart;
const { bars: productLineBars } = (await built("charts/calculators/product-line")).chart;
const { words } = await built("generated/words");

const format = new Format("en");

/** The outputs by which the elements judge where the table names none. */
const DECIDED = { productLine: "operatingProfit", clusterTco: "costPerGpuHourUsed" };

/** A host as an element is one, without drawing. */
function hostOf(name, given = {}) {
  const info = calculators[name];
  const result = core()[name](given);
  const all = {};
  for (const { name: parameter } of info.parameters) {
    const value = result.input[parameter];
    if (value !== null && value !== undefined) all[parameter] = value;
  }
  return {
    info,
    format,
    words: words[name]("en"),
    decision: info.decisiveOutput ?? DECIDED[name],
    ranges: new Map(),
    result,
    input: result.input,
    given: all,
    functions: core(),
  };
}

test("dots are ascending, and those on the losing side are as many as the share says", () => {
  for (const cloudRate of [2, 3.18, 4, 7, 30]) {
    const host = hostOf("cloudBreakEven", { cloudRate });
    for (const dots of [20, 50]) {
      const found = distribution(host, ranges(host), 4096, dots);
      assert.equal(found.dots.length, dots);
      for (let index = 1; index < dots; index++) {
        assert.ok(found.dots[index] >= found.dots[index - 1]);
      }
      const below = found.dots.filter((value) => value < 0).length;
      const told = losing(found.above, dots);
      // A quantile may lie on either side of zero where the share is just between two dots.
      assert.ok(Math.abs(below - told) <= 1, `${cloudRate}: ${below} dots, ${told} told`);
    }
  }
});

test("the same figures give the same futures, and a small step moves them little", () => {
  const at = (cloudRate) => {
    const host = hostOf("cloudBreakEven", { cloudRate });
    return distribution(host, ranges(host), 2048, 50).above;
  };
  assert.equal(at(7), at(7));
  assert.ok(Math.abs(at(7) - at(7.01)) < 0.005);
});

test("where few futures reach the sum of the answer, that is said", () => {
  const told = (given) => {
    const host = hostOf("cloudBreakEven", given);
    const used = ranges(host);
    const found = distribution(host, used, 2048, 50);
    return { found, host, text: sentence(host, used, found, host.words.futures) };
  };
  const OTHER = /\d of 50 save more than .* most results fall short of it\./;
  for (const cloudRate of [3.3, 5, 7, 9]) {
    const { found, host, text } = told({ cloudRate });
    const reached = found.dots.filter((dot) => dot > host.result[host.decision]).length;
    if (found.above > found.below) assert.equal(OTHER.test(text), reached < 50 / 3, text);
  }
});

test("a default that another figure holds is not in play until it is given", () => {
  const names = (given) =>
    ranges(hostOf("cloudBreakEven", given)).map(({ parameter }) => parameter.name);
  assert.ok(!names({}).includes("electricityPrice"));
  assert.ok(names({ electricityPrice: 0.1 }).includes("electricityPrice"));
  assert.ok(names({}).includes("cloudRate"));
});

test("a sourced range keeps its spread around another figure, within the bounds", () => {
  const rate = calculators.cloudBreakEven.parameters.find(({ name }) => name === "cloudRate");
  assert.deepEqual(around(rate, rate.default), [rate.low.value, rate.high.value]);
  const [low, high] = around(rate, 14);
  assert.ok(Math.abs(low / rate.low.value - 2) < 0.01);
  assert.ok(Math.abs(high / rate.high.value - 2) < 0.01);
});

test("each button of what would have to be true turns the verdict, next to goalSeek's value", () => {
  for (const given of [{}, { cloudRate: 2.68 }, { cloudRate: 4, utilization: 0.6 }]) {
    const host = hostOf("cloudBreakEven", given);
    let tried = 0;
    for (const { parameter, flip } of tornado(host)) {
      if (flip === null) continue;
      const seek = core().goalSeek({
        calculator: "cloudBreakEven",
        input: host.given,
        parameter,
        output: "saving",
        target: 0,
      });
      assert.equal(flip, seek.value, parameter);
      const isBelow = flip < host.input[parameter];
      const value = turned(host, parameter, flip, isBelow);
      const { saving, verdict } = core().cloudBreakEven({ ...host.given, [parameter]: value });
      assert.notEqual(verdict, "tie", `${parameter} ${value}`);
      assert.equal(Math.sign(saving), -Math.sign(host.result.saving), `${parameter} ${value}`);
      // No nearer round number would do: halfway there it is a toss-up.
      if (Math.abs(value / flip - 1) > 0.01) {
        const half = { ...host.given, [parameter]: (value + flip) / 2 };
        assert.equal(core().cloudBreakEven(half).verdict, "tie", `${parameter} ${value} ${flip}`);
      }
      tried++;
    }
    assert.ok(tried > 0);
  }
});

test("what was changed is told with what each change does alone, the greatest first", () => {
  const before = hostOf("cloudBreakEven");
  const after = hostOf("cloudBreakEven", { cloudRate: 5, gpuPrice: 37_100 });
  const found = changes(after, { given: before.given, value: before.result.saving });
  assert.deepEqual(
    found.map(({ name }) => name),
    ["cloudRate", "gpuPrice"],
  );
  const alone = core().cloudBreakEven({ ...before.given, cloudRate: 5 }).saving;
  assert.equal(found[0].effect, alone - before.result.saving);
});

test("what the changes do alone and together adds up to the difference, as it is shown", () => {
  const before = hostOf("cloudBreakEven");
  const after = hostOf("cloudBreakEven", { cloudRate: 5, gpus: 2000, utilization: 0.5 });
  const found = changes(after, { given: before.given, value: before.result.saving });
  const gap = after.result.saving - before.result.saving;
  const { together, unit, ...told } = parts(
    gap,
    found.map(({ effect }) => effect),
  );
  assert.notEqual(together, 0);
  const steps = [...told.effects, together].map((value) => Math.round(value / unit));
  assert.equal(
    steps.reduce((sum, step) => sum + step),
    Math.round(told.gap / unit),
  );
  assert.ok(Math.abs(told.gap / gap - 1) < 0.005);
});

test("parts that only add up have no joint effect, however they are rounded", () => {
  for (const [gap, effects] of [
    [3.45, [1.23456, 2.21544]],
    [0.0345, [0.0123456, 0.0221544]],
    [-34.5e6, [-50.04e6, 15.54e6]],
    [7, [7]],
    [0, [0, 0]],
  ]) {
    const { together, ...told } = parts(gap, effects);
    assert.equal(together, 0, String(effects));
    const sum = told.effects.reduce((sum, effect) => sum + effect);
    assert.ok(Math.abs(sum - told.gap) < 1e-9 * Math.max(1, Math.abs(gap)), String(effects));
  }
});

test("what the reader decides is not uncertain, unless a range is typed", () => {
  for (const [name, parameter] of [
    ["cloudBreakEven", "gpus"],
    ["investmentReturn", "years"],
  ]) {
    const host = hostOf(name);
    const names = () => ranges(host).map((range) => range.parameter.name);
    assert.ok(names().length > 0);
    assert.ok(!names().includes(parameter), parameter);
    const typed = new Map([[parameter, [4, 8]]]);
    const own = ranges({ ...host, ranges: typed }).find(
      (range) => range.parameter.name === parameter,
    );
    assert.deepEqual(own.range, [4, 8]);
  }
});

test("a scenario's row says what was entered where it counts as something else", () => {
  const notes = (language, weights) => {
    const scenarios = ["a", "b"].map((id, index) => ({
      id,
      probability: weights[index],
      value: 1,
    }));
    const result = core().scenarioOutlook({ scenarios, normalize: true });
    const host = { format: new Format(language), result, input: result.input, resultText: String };
    return scenarioBars(host).bars.map(({ note }) => note);
  };
  assert.deepEqual(notes("en", [0.6, 0.7]), ["60%, counted as 46.2%", "70%, counted as 53.8%"]);
  assert.deepEqual(notes("zh", [0.6, 0.7]), ["60%，按 46.2% 计", "70%，按 53.8% 计"]);
  assert.deepEqual(notes("en", [0.6, 0.4]), ["60%", "40%"]);
});

test("where the table names no output that decides, its sign is counted and its flips are sought", () => {
  const host = hostOf("productLine", { research: 4.6e9 });
  const found = distribution(host, ranges(host), 4096, 50);
  assert.ok(found.above > 0.1 && found.above < 0.9, String(found.above));
  assert.ok(Math.abs(found.above + found.below + found.tie - 1) < 1e-12);
  const dots = found.dots.filter((dot) => dot > 0).length / found.dots.length;
  assert.ok(Math.abs(dots - found.above) <= 0.02);
  // Whole numbers: the flip is the first on the other side.
  const flip = flipOf(host, "units");
  const profit = (units) => core().productLine({ ...host.given, units }).operatingProfit;
  assert.ok(Number.isInteger(flip));
  const side = Math.sign(host.result.operatingProfit);
  const back = flip > host.input.units ? flip - 1 : flip + 1;
  assert.notEqual(Math.sign(profit(flip)), side);
  assert.equal(Math.sign(profit(back)), side);
});

test("of whole numbers a side wins from the first on it, in one figure wherever it is told", () => {
  const plan = { investment: 42e6, annualBenefit: 16e6, annualCost: 0 };
  const worth = (years) => core().investmentReturn({ ...plan, years }).npv;
  const short = hostOf("investmentReturn", { ...plan, years: 1 });
  const up = edge(short, "years", flipOf(short, "years"), false);
  assert.equal(up.by, "from");
  assert.ok(worth(up.value) > 0 && worth(up.value - 1) < 0, String(up.value));
  const long = hostOf("investmentReturn", { ...plan, years: 9 });
  assert.deepEqual(edge(long, "years", flipOf(long, "years"), true), { ...up, by: "below" });
  const price = hostOf("cloudBreakEven", { cloudRate: 3 });
  assert.equal(edge(price, "cloudRate", flipOf(price, "cloudRate"), false).by, "above");
  // What the answer says of it is the same figure.
  const few = hostOf("productLine", { research: 5e9, units: 1000 });
  const { value, by } = edge(few, "units", flipOf(few, "units"), false);
  assert.equal(by, "from");
  const { more } = productLineVerdict({ format, result: few.result });
  assert.ok(more.includes(`from ${format.round(value)} chips on`), `${value}: ${more}`);
});

test("figures without a source's range are tried a quarter either way, so that none seems to decide nothing", () => {
  const tried = moving(hostOf("cloudBreakEven")).filter(({ isSourced }) => !isSourced);
  const names = tried.map(({ parameter }) => parameter);
  for (const name of ["utilization", "discountRate"]) assert.ok(names.includes(name), name);
  const bars = moving(hostOf("investmentReturn"));
  assert.ok(bars.length >= 3 && bars.every(({ isSourced }) => !isSourced));
  const benefit = bars.find(({ parameter }) => parameter === "annualBenefit");
  const { input, given } = hostOf("investmentReturn");
  assert.equal(benefit.low, input.annualBenefit * 0.75);
  assert.equal(benefit.high, input.annualBenefit * 1.25);
  const { npv } = core().investmentReturn({ ...given, annualBenefit: benefit.low });
  assert.equal(benefit.lowResult, npv);
  for (let index = 1; index < bars.length; index++) {
    assert.ok(bars[index].swing <= bars[index - 1].swing);
  }
});

test("a figure outside its source's range takes the range with it, so that its bar is about it", () => {
  const host = hostOf("cloudBreakEven", { cloudRate: 2.1, gpuPrice: 20_000 });
  const bars = moving(host);
  for (const name of ["cloudRate", "gpuPrice"]) {
    const info = calculators.cloudBreakEven.parameters.find((info) => info.name === name);
    const bar = bars.find(({ parameter }) => parameter === name);
    assert.deepEqual([bar.low, bar.high], around(info, host.input[name]));
    assert.ok(bar.low <= host.input[name] && host.input[name] <= bar.high, name);
    assert.ok(bar.isMoved && bar.isSourced);
    const at = core().cloudBreakEven({ ...host.given, [name]: bar.low });
    assert.equal(bar.lowResult, at[host.decision]);
  }
  assert.ok(moving(hostOf("cloudBreakEven")).every(({ isMoved }) => !isMoved));
});

test("bars of a product that is made at a loss fit beside one another", () => {
  const host = hostOf("productLine", { grossMargin: -0.5 });
  const caption = (text) => text;
  const { bars, highest } = productLineBars({ ...host, caption });
  for (const { value } of bars) assert.ok(value <= highest);
  assert.deepEqual(
    bars.map(({ tone }) => tone),
    ["plain", "negative", "negative", "negative", "negative"],
  );
});
