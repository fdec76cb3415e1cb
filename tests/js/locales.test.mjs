import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { source } from "./source.mjs";

const functions = await import("../../pkg/index.js");
const { en } = await source("generated/locales/en");
const { zh } = await source("generated/locales/zh");
const { languageFor } = await source("locales/registry");
const { calculators, reasons, fieldCodes } = await source("generated/metadata");
const { groups } = await source("generated/groups");
const { states, IMPOSSIBLE, KINDS } = await source("../gallery/states");
const { linesOf } = await source("../gallery/texts");
const { isTooClose, counted } = await source("locales/calculators/say");
const { Format } = await source("formats/format");
const { sentences } = await source("generated/sentences");
const { verdict: scenarioVerdict } = await source("locales/calculators/scenario-outlook");

const languages = { en, zh };
const all = Object.values(calculators);
const parameters = all.flatMap((info) => info.parameters);
const outputs = all.flatMap((info) => info.outputs);
const unique = (names) => [...new Set(names)].sort();

/** Fields of an input that are not in the parameter tables: lists and what their rows hold. */
const OTHER_FIELDS = {
  cloudBreakEven: ["offers"],
  pricePerformance: ["baseline", "chips", "price", "powerW", "performance", "sparsity"],
};

/** The places of all texts of a locale and their kinds, so that two can be compared. */
function places(value, path = []) {
  if (typeof value !== "object") return [[...path, typeof value].join(" › ")];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

function texts(value, path = "") {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test("the languages have the same keys, of the same kinds", () => {
  assert.deepEqual(places(zh).sort(), places(en).sort());
});

for (const [tag, { shared, calculators: words }] of Object.entries(languages)) {
  for (const info of all) {
    const own = words[info.name];

    test(`${tag}: every parameter, result and choice of ${info.name} has its words`, () => {
      for (const { name } of info.parameters) {
        assert.ok(own.parameters[name], `label of ${name}`);
        assert.ok(own.hints[name] || name === "basis", `hint of ${name}`);
      }
      for (const name of OTHER_FIELDS[info.name] ?? []) assert.ok(own.parameters[name], name);
      for (const { name } of info.outputs) {
        assert.ok(own.outputs[name], `name of ${name}`);
        assert.ok(own.formulas[name]?.words, `formula of ${name}`);
        assert.ok(own.formulas[name]?.symbols, `formula of ${name}`);
      }
      for (const { name, kind, words } of [...info.parameters, ...info.outputs]) {
        if (kind !== "choice") continue;
        assert.deepEqual(Object.keys(own.choices[name]).sort(), unique(words), name);
      }
    });

    test(`${tag}: a result that decides has its two sides`, () => {
      if (info.decisiveOutput === null) return;
      for (const side of ["positive", "negative"]) {
        assert.ok(own.sides[side] && own.sides.sentence[side] && own.sides.wins[side]);
      }
    });
  }

  test(`${tag}: every unit, group, reason and code is named`, () => {
    const units = unique([...parameters, ...outputs].map(({ unit }) => unit));
    for (const unit of units) assert.match(shared.units[unit]?.value ?? "", /\{\}/, unit);
    for (const group of groups) assert.ok(shared.groups[group], group);
    for (const reason of reasons) assert.ok(shared.reasons[reason], reason);
    for (const code of fieldCodes) assert.ok(shared.codes[code], code);
  });

  test(`${tag}: no text is empty, double-spaced or an aside`, () => {
    for (const [path, text] of texts({ shared, words })) {
      const mayBeEmpty = /\.units\.|\.space$|\.units$/.test(path);
      if (!mayBeEmpty) assert.notEqual(text.trim(), "", path);
      assert.doesNotMatch(text, / {2}|\bdearer\b|\bper cent\b|invalid/i, path);
    }
  });

  test(`${tag}: a hint is a sentence`, () => {
    const end = tag === "zh" ? /[。？]$/ : /[.?]$/;
    for (const { hints } of Object.values(words)) {
      for (const hint of Object.values(hints)) assert.match(hint, end);
    }
  });
}

test("Chinese is set as Chinese is: full-width punctuation, a space between it and Latin or figures", () => {
  const { symbols: _, ...shared } = zh.shared;
  for (const [path, text] of texts({ shared, calculators: zh.calculators })) {
    if (/\.(symbols|words)$|\.choices\.metric\.|htmlTag|\.units\./.test(path)) continue;
    assert.doesNotMatch(
      text,
      /[\u4e00-\u9fff][,.:;?!()]|[\u4e00-\u9fff][\dA-Za-z]|[\dA-Za-z%][\u4e00-\u9fff]/,
      path,
    );
  }
});

const told = states.map((state) => [state, functions[state.calculator](state.input)]);

for (const [state, result] of told) {
  test(`${state.calculator}, ${state.name}: short sentences without asides, in each language`, () => {
    const lines = linesOf(state, result);
    const said = (what) => lines.find((line) => line.what === what)?.texts ?? ["", ""];
    for (const [english, chinese] of [said("lead"), said("rest"), said("more"), said("warning")]) {
      for (const sentence of english.match(/[^.?!]*(?:\.(?=\d)[^.?!]*)*[.?!]/g) ?? []) {
        assert.ok(sentence.trim().split(/\s+/).length <= 20, sentence);
      }
      assert.doesNotMatch(english, /[()]|undefined|NaN|null|\bNPV\b|\{|\}/, english);
      assert.doesNotMatch(chinese, /undefined|NaN|null|\{|\}|,(?!\d{3})|[;?!()]/, chinese);
    }
    const [english, chinese] = said("lead");
    assert.match(english, /^\p{Lu}|^\$|^\d/u);
    assert.match(english, /[.]$/);
    assert.match(chinese, /。$/);
    for (const [title, end] of said("title").map((title, index) => [title, "?？"[index]])) {
      assert.ok(title.endsWith(end), title);
    }
  });
}

test("the article's figures, in the words of a newspaper", () => {
  const spoken = (calculator, index) => {
    const [state, result] = told.find(([state]) => state.calculator === calculator);
    const lines = linesOf(state, result);
    const text = (what) => lines.find((line) => line.what === what)?.texts[index] ?? "";
    return [text("title"), `${text("lead")} ${text("rest")}`.trim(), text("more")];
  };
  assert.deepEqual(spoken("cloudBreakEven", 0), [
    "Should you buy 1,000 GPUs, or rent them?",
    "Buy. Owning saves $88.9 million over five years in today’s money if the GPUs are busy 70% of the time. Renting is cheaper only below 32%.",
    "$19.5 million a year to own, $42.9 million a year to rent. The purchase pays for itself in 14.6 months.",
  ]);
  assert.deepEqual(spoken("cloudBreakEven", 1), [
    "1,000 张 GPU，买还是租？",
    "买。 利用率 70% 时，五年省下 8,890 万美元（折成现值）。低于 32%，租用才更便宜。",
    "自购每年 1,950 万美元，租用每年 4,290 万美元。14.6 个月回本。",
  ]);
  assert.match(
    spoken("clusterTco", 0)[1],
    /^\$3\.18 for every hour a GPU is busy\. .* costs \$84 million in cash over five years\. Hardware costs \$37 million, the site \$5 million and running it \$42 million\.$/,
  );
  assert.match(
    spoken("investmentReturn", 0)[1],
    /^Yes, if the benefits come\. .*7\.4 months.*\$186 million/,
  );
  assert.match(
    spoken("productLine", 0)[1],
    /^\$4\.06 billion a year, 63 cents on every dollar of sales\./,
  );
  assert.match(
    spoken("scenarioOutlook", 0)[1],
    /an H200 will cost \$28,250 on average\. .*\$20,000, with a probability of 20%, .*\$33,500, with a probability of 50%/,
  );
});

test("a title asks about the figures at hand: how many of which chip, measured how", () => {
  const titles = (calculator, input, more = {}) => {
    const result = functions[calculator](input);
    return [new Format("en"), new Format("zh")].map((format) =>
      sentences[calculator].title({ format, result, changed: false, ...more }),
    );
  };
  const ask = (...given) => titles(...given)[0];
  const chip = "H100 SXM";
  assert.deepEqual(titles("cloudBreakEven", { gpus: 64 }, { chip }), [
    "Should you buy 64 H100 SXM GPUs, or rent them?",
    "64 张 H100 SXM GPU，买还是租？",
  ]);
  const one = ask("cloudBreakEven", { gpus: 1 }, { chip });
  assert.equal(one, "Should you buy one H100 SXM GPU, or rent it?");
  assert.match(ask("clusterTco", {}, { chip }), /GPU-hour of the H100 SXM/);
  assert.match(ask("pricePerformance", { metric: "llama2_70bOfflineV60" }), /tokens/);
  assert.match(ask("pricePerformance", { metric: "memoryGb" }), /memory/);
  assert.match(ask("productLine", {}), /NVIDIA earn on the H200/);
  // Figures that a page gives are no more the H200's than those that a reader types.
  assert.match(ask("productLine", { units: 50_000 }), /such a chip/);
  assert.match(ask("productLine", { segmentRevenue: 50e9 }), /NVIDIA earn on the H200/);
  assert.match(ask("investmentReturn", { investment: 3e6 }), /\$3 million/);
  const preset = "articleMarketValue";
  const subject = { article: preset, name: "", show: String };
  assert.match(ask("scenarioOutlook", { preset }, { subject }), /NVIDIA be worth/);
  const other = { name: "", show: String };
  assert.match(ask("scenarioOutlook", { preset }, { subject: other }), /turns out differently/);
});

test("in another currency a share of sales is no cents of a dollar", () => {
  const result = functions.productLine({});
  const euros = new Format("en", {}, { code: "EUR", rate: 0.9, date: "2026-11-01" });
  const { lead } = sentences.productLine.verdict({ format: euros, result, changed: false });
  assert.equal(lead, "€3.65 billion a year, 63% of sales.");
});

test("an answer from mixed figures says so beside itself", () => {
  const result = functions.pricePerformance({ preset: "article" });
  for (const [language, words] of [
    ["en", /^Beware: dense and sparse/],
    ["zh", /^注意：/],
  ]) {
    const format = new Format(language);
    const { rest } = sentences.pricePerformance.verdict({ format, result, changed: false });
    assert.match(rest, words);
  }
});

test("chips that a measure has lost are named, or counted", () => {
  const more = (input, changed = true) => {
    const result = functions.pricePerformance(input);
    return sentences.pricePerformance.verdict({ format: new Format("en"), result, changed }).more;
  };
  const chips = ["h100-sxm", "h200-sxm", "b200-sxm"].map((id) => ({ id }));
  const metric = "fp4Dense";
  assert.match(more({ chips, metric }), /^No figure: H100 SXM5 80GB, H200 SXM 141GB\./);
  assert.doesNotMatch(more({ chips, metric }, false), /No figure/);
  assert.match(more({ metric }), /^No such figure for \w+ chips\./);
});

test("never is said with its reason and its way out", () => {
  const said = (name) => {
    const [state, result] = told.find(([state]) => state.name === name);
    return linesOf(state, result)
      .map(({ texts }) => texts[0])
      .join(" ");
  };
  assert.match(said("Rent, however busy"), /\$34 million.*\$1\.20 an hour.*below \$10,900 a GPU/);
  assert.match(said("Not even free GPUs"), /even if the GPUs cost nothing/);
  assert.match(said("Power costs more than rent"), /power a GPU uses in an hour/);
  const few = functions.cloudBreakEven({ preset: "article", gpus: 8 });
  const small = sentences.cloudBreakEven.verdict({
    format: new Format("en"),
    result: few,
    changed: true,
  });
  assert.match(small.more, /The site’s \$5 million is counted in full, however few the GPUs\.$/);
  assert.match(said("Reserved: rent"), /more than \$2\.22 an hour/);
  assert.match(said("Cheap cloud: rent"), /more than 83% of the time; yours are at 70%/);
});

test("amounts beside one another stand on one basis, or say on which", () => {
  const said = (calculator, input, also = {}) => {
    const result = functions[calculator](input);
    return linesOf({ calculator, input, also }, result)
      .map(({ texts }) => texts[0])
      .join(" ");
  };
  const cheap = said("cloudBreakEven", { cloudRate: 3 });
  assert.match(cheap, /paid back after 50\.4 months; with interest at 10% it is not\./);
  assert.match(said("cloudBreakEven", {}), /pays for itself in 14\.6 months/);
  const slow = said("investmentReturn", { annualBenefit: 11e6 });
  assert.match(slow, /In cash the money is back in 45\.8 months; with interest at 15% it is not\./);
  // Cash with cash, and the interest by its name.
  const sold = said("clusterTco", { residualFraction: 0.1 });
  assert.match(sold, /and running it \$42 million\. Resale brings back \$3\.7 million\./);
  // Where nothing is bought, the site comes first; a total of one part is not taken apart.
  assert.match(
    said("clusterTco", { gpuPrice: 0 }),
    /in cash over five years\. The site costs \$5 million and running it \$5 million\./,
  );
  assert.doesNotMatch(said("clusterTco", { siteCapex: 0, operationsFraction: 0 }), /takes.*takes/);
  assert.match(said("clusterTco", {}), /With interest at 10%, that is like paying \$19\.5 million/);
  assert.match(said("clusterTco", { discountRate: 0 }), /That is \$16\.8 million a year\./);
  // What is paid for without being used.
  const few = said("clusterTco", { gpus: 3 });
  assert.match(few, /Hardware costs.* GPUs come in servers of 8, so hardware for 8 is bought\./);
  assert.doesNotMatch(said("clusterTco", {}), /servers/);
  assert.match(
    said("investmentReturn", { annualBenefit: 0, annualCost: 0 }),
    /No year brings in anything/,
  );
  assert.match(
    said("investmentReturn", { annualBenefit: 1e6, annualCost: 2e6 }),
    /costs as much as it brings in, or more/,
  );
});

test("what a reader's probabilities add up to is said", () => {
  const input = { preset: "article" };
  const result = functions.scenarioOutlook(input);
  const subject = { name: "Figure", show: String };
  const format = new Format("en");
  const more = (sum) => scenarioVerdict({ format, result, subject, sum }).more;
  assert.match(more(1.7), /add up to 170%; they are scaled to 100%\./);
  assert.doesNotMatch(more(undefined), /add up/);
});

test("a scenario that cannot come is no part of the range", () => {
  const format = new Format("en");
  const subject = { name: "Figure", show: String };
  const rest = (...odds) => {
    const scenarios = odds.map((probability, index) => ({
      id: `s${index}`,
      probability,
      value: index,
    }));
    const result = functions.scenarioOutlook({ scenarios });
    return scenarioVerdict({ format, result, subject }).rest;
  };
  assert.match(rest(0.25, 0, 0.75), /from 0, with a probability of 25%, to 2, .* of 75%\.$/);
  assert.match(rest(0, 0.5, 0.5), /from 1, .*, to 2,/);
  assert.equal(rest(0, 1, 0), "");
});

test("counts of futures say all or none only where it is so", () => {
  const format = new Format("en");
  assert.equal(counted(format, 0.854, 100), "85 of 100");
  assert.equal(counted(format, 0.9999, 100), "more than 99 of 100");
  assert.equal(counted(format, 0.0001, 100), "fewer than 1 of 100");
  assert.equal(counted(format, 1, 100), "all 100");
  assert.equal(counted(format, 0, 100), "none of 100");
  assert.ok(isTooClose(0.52, 0.46) && !isTooClose(0.61, 0.39));
});

// A registry of its own for each: what one test says otherwise must not be heard in the next.
const registry = () => source("locales/registry");
const PLACE = Symbol.for("chip-calculators.words");
afterEach(() => {
  delete globalThis[PLACE];
});

test("code asks for a language's words, never which language it is", () => {
  const folder = fileURLToPath(new URL("../../www/src", import.meta.url));
  const asking = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".ts") && !/^locales[\\/]/.test(name))
    .filter((name) => /"(zh|zh-Hans)"/.test(readFileSync(join(folder, name), "utf8")));
  assert.deepEqual(asking, []);
});

test("a tag means the language it names, however it is written", () => {
  const tags = { zh: "zh", "zh-Hans": "zh", zh_CN: "zh", "ZH-tw": "zh", en: "en", "en-GB": "en" };
  for (const [tag, language] of Object.entries(tags)) assert.equal(languageFor(tag), language, tag);
  assert.equal(languageFor("zhx"), "en");
  assert.equal(languageFor("fr"), "en");
});

test("a page can add a language", async () => {
  const { addLanguage, languageFor, sharedWords, wordsOf } = await registry();
  const words = wordsOf("cloudBreakEven", {
    en: en.calculators.cloudBreakEven,
    zh: zh.calculators.cloudBreakEven,
  });
  const shared = { ...en.shared, tag: "de", name: "Deutsch" };
  const cloudBreakEven = { ...en.calculators.cloudBreakEven, about: "Kaufen oder mieten?" };
  addLanguage("de", { shared, calculators: { ...en.calculators, cloudBreakEven } });
  assert.equal(languageFor("de-AT"), "de");
  assert.equal(sharedWords("de").name, "Deutsch");
  assert.equal(words("de").about, "Kaufen oder mieten?");
  assert.equal(words("en").about, en.calculators.cloudBreakEven.about);
});

test("what an added language leaves out stands in English, and is told", async () => {
  const { addLanguage, sharedWords, wordsOf } = await registry();
  const words = wordsOf("cloudBreakEven", {
    en: en.calculators.cloudBreakEven,
    zh: zh.calculators.cloudBreakEven,
  });
  const told = await toldBy(() => {
    addLanguage("fr", { calculators: { cloudBreakEven: { verdict: { own: "Achetez." } } } });
    assert.equal(sharedWords("fr").tag, "fr");
    assert.equal(sharedWords("fr").frame.reset, en.shared.frame.reset);
    assert.equal(words("fr").verdict.own, "Achetez.");
    assert.equal(words("fr").verdict.rent, "Rent.");
    const { tag: _, htmlTag: __, useGrouping: ___, compactFrom: ____, ...shared } = en.shared;
    addLanguage("fr", { shared, calculators: { cloudBreakEven: en.calculators.cloudBreakEven } });
    assert.equal(words("fr").verdict.rent, "Rent.");
    assert.equal(sharedWords("fr").frame.reset, en.shared.frame.reset);
  });
  assert.equal(told.length, 2);
  assert.match(
    told[0],
    /^fr\.calculators\.cloudBreakEven: in English for want of .*verdict\.rent,/,
  );
  assert.doesNotMatch(told[0], /verdict\.own,/);
  assert.match(told[1], /^fr\.shared: in English for want of .*, frame,/);
});

test("words of a page that are in a language of the world add it, others are told", async () => {
  const { languageFor, languageToSay } = await registry();
  assert.equal(languageToSay("EN"), "en");
  for (const tag of ["xx", "zh-Hans", "en-GB", "", "f r", "__proto__"]) {
    assert.equal(languageToSay(tag), undefined, tag);
  }
  assert.equal(languageFor("fr"), "en");
  assert.equal(languageToSay("pt-BR"), "pt-br");
  assert.equal(languageFor("pt"), "pt-br");
});

test("a publisher can say any text otherwise, and is told of a slip", async () => {
  const { overrideWords, sharedWords, wordsOf } = await registry();
  const words = wordsOf("cloudBreakEven", {
    en: en.calculators.cloudBreakEven,
    zh: zh.calculators.cloudBreakEven,
  });
  overrideWords("en", {
    shared: { frame: { reset: "Start over" } },
    calculators: { cloudBreakEven: { verdict: { own: "Build.", saves: "{2}: {1} <b>less</b>." } } },
  });
  assert.equal(sharedWords("en").frame.reset, "Start over");
  assert.equal(sharedWords("en").frame.undo, "Undo");
  assert.equal(words("en").verdict.own, "Build.");
  assert.equal(words("en").verdict.saves("$5", "two years", "70%"), "two years: $5 <b>less</b>.");
  assert.equal(words("zh").verdict.own, "买。");
  assert.throws(
    () => overrideWords("en", { shared: { frame: { rest: "x" } } }),
    /shared\.frame\.rest/,
  );
  const hostile = JSON.parse('{"shared": {"__proto__": {"polluted": 1}}}');
  assert.throws(() => overrideWords("en", hostile), TypeError);
  assert.equal({}.polluted, undefined);
});

/** What is told on the console meanwhile. */
async function toldBy(work) {
  const { warn } = console;
  const told = [];
  console.warn = (line) => told.push(line.replace("chip-calculators: words ", ""));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return told.sort();
}

test("of words that a page gives as data, everything that is no text is told, and the rest counts", async () => {
  const { overrideFrom, sharedWords, wordsOf } = await registry();
  const words = wordsOf("cloudBreakEven", {
    en: en.calculators.cloudBreakEven,
    zh: zh.calculators.cloudBreakEven,
  });
  const data = JSON.parse(`{
    "shard": {},
    "shared": {
      "tag": "x-evil", "compactFrom": 5, "counts": ["none", "one"],
      "frame": { "reset": "Start over", "udno": "x", "redo": 7, "share": " ", "flat": null },
      "times": "{1}-fold", "years": "{3} years", "units": { "GPU": { "value": "cards" } },
      "views": "all of them", "constructor": { "prototype": 1 }, "__proto__": { "polluted": 1 },
      "ui": { "and": "${"long ".repeat(200)}" }
    },
    "calculators": {
      "cloudBreakevn": {},
      "cloudBreakEven": { "verdict": { "own": "Build.", "saves": "<b>{2}</b>: {1}", "sves": "" } }
    }
  }`);
  const told = await toldBy(() => {
    overrideFrom("en", data);
    assert.equal(sharedWords("en").frame.reset, "Start over");
    assert.equal(sharedWords("en").times("two"), "two-fold");
    assert.deepEqual(sharedWords("en").counts.slice(0, 3), ["none", "one", "two"]);
    assert.equal(sharedWords("en").tag, "en");
    assert.equal(sharedWords("en").years("5", false), "5 years");
    assert.equal(words("en").verdict.own, "Build.");
    assert.equal(words("en").verdict.saves("$5", "two years", "70%"), "<b>two years</b>: $5");
    assert.equal(words("zh").verdict.own, "买。");
  });
  assert.deepEqual(told, [
    "en.calculators.cloudBreakEven.verdict.sves: there is no such text; did you mean saves?",
    "en.calculators.cloudBreakevn: there is no such text; did you mean cloudBreakEven?",
    "en.shard: there is no such text; did you mean shared?",
    "en.shared.__proto__: there is no such text",
    "en.shared.compactFrom: no text",
    "en.shared.constructor: there is no such text",
    "en.shared.frame.flat: not a text",
    "en.shared.frame.redo: not a text",
    "en.shared.frame.share: empty",
    "en.shared.frame.udno: there is no such text; did you mean undo?",
    "en.shared.tag: no text",
    "en.shared.ui.and: longer than 500 characters",
    "en.shared.units.GPU.value: {} is missing, which is its figure",
    "en.shared.views: not a text but texts, by name",
    "en.shared.years: there is no {3}; it has {1} to {2}",
  ]);
  assert.equal({}.polluted, undefined);
  assert.deepEqual(await toldBy(() => overrideFrom("en", "words")), ["en: no object"]);
});

test("the package's list of all texts is what a page may say otherwise", async () => {
  const { wordFiles } = await source("../build/words");
  for (const [tag, locale] of Object.entries(languages)) {
    const { overrideFrom, sharedWords, wordsOf } = await registry();
    const listed = JSON.parse(wordFiles()[`words/${tag}.json`])[tag];
    const told = await toldBy(() => {
      overrideFrom(tag, listed);
      for (const [path, text] of texts({ shared: sharedWords(tag) })) assert.ok(path, text);
      for (const { name } of all) {
        const words = wordsOf(name, { en: en.calculators[name], zh: zh.calculators[name] });
        assert.deepEqual(places(words(tag)).sort(), places(locale.calculators[name]).sort());
      }
    });
    assert.deepEqual(told, []);
    assert.equal(listed.shared.frame.reset, locale.shared.frame.reset);
    assert.match(listed.calculators.cloudBreakEven.verdict.saves, /\{1\}.*|\{3\}.*/);
    // Lists of names, and what reads like no text, have none; everything else has.
    const count = (of) => places(of).length;
    assert.ok(count(listed) > 0.97 * count(locale), `${count(listed)} of ${count(locale)}`);
  }
});

test("the gallery shows each calculator in every kind of state, or says why it cannot", () => {
  for (const { name } of all) {
    for (const kind of KINDS.filter((kind) => kind !== "bad")) {
      const is = (state) => state.calculator === name && state.kind === kind;
      assert.notEqual(states.some(is), IMPOSSIBLE.some(is), `${name}, ${kind}`);
    }
  }
});
