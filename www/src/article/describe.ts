/** A claim's verdict and working in words. */
import { namesOf, sourceOf } from "../citation.js";
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { spaced } from "../locales/spaced.js";
import { amount, range, timesApart, unitWord } from "./amounts.js";
import { labelOf, parameterLabel, within } from "./formula.js";
import type { Assumption, Check, Claim, Range, Slip, Stated, Verdict, Words } from "./report.js";
import { date as day } from "./reruns.js";

/** A text in the language, or in the other where it is all there is. */
export function told(words: Words | null | undefined, language: Language): string {
  return words?.[language] ?? words?.en ?? words?.zh ?? "";
}

export const verdictWords: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  en: {
    agrees: "Adds up",
    differs: "Off",
    contradicted: "Contradicted",
    needsAssumption: "Depends",
    notStated: "Not checkable",
  },
  zh: {
    agrees: "算得通",
    differs: "有出入",
    contradicted: "不成立",
    needsAssumption: "有前提",
    notStated: "无从核算",
  },
};

/** A mark that tells the verdicts apart without colour. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  agrees: "✓",
  differs: "≠",
  contradicted: "✕",
  needsAssumption: "?",
  notStated: "–",
};

const BY = {
  en: {
    article: "the article’s own figures",
    reader: "your figures",
    dataSheet: "published figures",
    measurement: "a measurement",
    definition: "the figure’s own definition",
  },
  zh: {
    article: "报道自己的数字",
    reader: "您改动后的数字",
    dataSheet: "公开数据",
    measurement: "实测结果",
    definition: "该数字的定义",
  },
} as const;

const NOT_STATED = {
  en: {
    result: "The article gives the parts but never puts them together.",
    none: "The article draws no conclusion from it.",
    source: "The article gives neither a source nor a way to work it out.",
    working: "The article names a source; nothing here can work it out.",
  },
  zh: {
    result: "报道给出了各部分，却没有合计。",
    none: "报道没有就此给出结论。",
    source: "报道没有给出来源，也没有给出算法。",
    working: "报道注明了来源，但无从复算。",
  },
} as const;

/** The verdict in a sentence; `own` is the claim on the article's own figures, where the reader has others. */
export function verdict(claim: Claim, language: Language, own: Claim = claim): string {
  const words = verdictWords[language][claim.verdict];
  const stop = language === "zh" ? "。" : ".";
  if (claim.verdict === "notStated") {
    // Where no check is written, it is not the article that leaves something out.
    const none = claim.checks.length === 0 && Object.keys(claim.stated).length > 0;
    const why = none ? NO_CHECK[language] : unstated(claim, language);
    return sentences([none ? "" : `${words}${stop}`, why], language);
  }
  const by = claim.contradictedBy.map(
    (by) => BY[language][by === "article" && own !== claim ? "reader" : by],
  );
  return `${by.length === 0 ? words : contradicted(words, by, language)}${stop}`;
}

/** What the article leaves out; parts are several, and its own. */
function unstated({ notStated, inputs, checks }: Claim, language: Language): string {
  if (notStated === null) return "";
  const isOwn = Object.values(inputs).every(({ status }) => status === "article");
  const isPut = checks.some(({ expression }) => !/^\s*\w+\s*$/.test(expression ?? ""));
  return NOT_STATED[language][notStated === "result" && !(isOwn && isPut) ? "none" : notStated];
}

const NO_CHECK = { en: "No check written yet.", zh: "尚未核对。" } as const;

/** The same with what the figure cannot be, where that decides. */
export function judged(claim: Claim, language: Language, own: Claim = claim): string {
  return sentences([verdict(claim, language, own), ...impossible(claim, language)], language);
}

/** The same with the figure that decides it. */
export function summary(claim: Claim, language: Language, own: Claim = claim): string {
  const deciding = claim.checks.find(({ outcome }) => OUTCOMES[claim.verdict].includes(outcome));
  const slips = claim.verdict === "notStated" ? [] : (deciding?.slips.slice(0, 1) ?? []);
  return sentences(
    [
      judged(claim, language, own),
      deciding === undefined ? "" : working(deciding, claim, language),
      ...slips.map((slip) => slipped(slip, deciding as Check, language, claim)),
    ],
    language,
  );
}

/** A check's working with all that would explain its figure. */
export function explained(check: Check, claim: Claim, language: Language): string {
  const slips = check.slips.map((slip) => slipped(slip, check, language, claim));
  return sentences([working(check, claim, language), ...slips], language);
}

const QUANTITIES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  share: ["share", "占比"],
  utilization: ["utilization", "利用率"],
  probability: ["probability", "概率"],
  efficiency: ["efficiency", "效率"],
  margin: ["margin", "利润率"],
  fall: ["fall", "降幅"],
  growth: ["growth", "增长率"],
  pue: ["PUE", "PUE"],
  count: ["count", "数量"],
  price: ["price", "价格"],
  power: ["power", "功率"],
  duration: ["duration", "时长"],
};

/** Those that are told in per cent. */
const FRACTIONS = ["share", "utilization", "probability", "efficiency", "margin", "fall", "growth"];

/** What a figure cannot be: "No utilization is above 100%." */
function impossible(claim: Claim, language: Language): string[] {
  return claim.issues.flatMap((issue) => {
    if (issue.kind !== "impossible") return [];
    const { name, quantity, min, max } = issue;
    const { value } = claim.stated[name] ?? claim.inputs[name] ?? {};
    const isLow = max === null || (min !== null && value !== undefined && value.from < min);
    const bound = isLow ? (min ?? 0) : max;
    const [unit, shown] = FRACTIONS.includes(quantity) ? ["%", bound * 100] : ["", bound];
    const limit = amount(shown, unit, language);
    const [en, zh] = QUANTITIES[quantity] ?? [quantity, quantity];
    return language === "zh"
      ? spaced(`${zh}不可能${isLow ? "低于" : "超过"} ${limit}。`)
      : `No ${en} is ${isLow ? "below" : "above"} ${limit}.`;
  });
}

function sentences(all: readonly string[], language: Language): string {
  return all.filter((part) => part !== "").join(language === "zh" ? "" : " ");
}

function contradicted(words: string, by: readonly string[], language: Language): string {
  const list = new Intl.ListFormat(language, { type: "conjunction" }).format(by);
  return language === "zh" ? `${words}：与${list}矛盾` : `${words} by ${list}`;
}

const OUTCOMES: Readonly<Record<Verdict, readonly Check["outcome"][]>> = {
  agrees: ["agrees"],
  differs: ["differs"],
  contradicted: ["contradicted", "wrongUnit", "impossible", "never"],
  needsAssumption: ["assumes", "never"],
  notStated: ["computed"],
};

/** What the printed figure is of a range that is worked out. */
const PARTS = {
  en: { end: "one end", value: "one value", part: "a part" },
  zh: { end: "一端", value: "一个值", part: "一部分" },
} as const;

const BOUNDS = {
  en: { atLeast: "at least", above: "over", atMost: "at most", below: "under", about: "about" },
  zh: { atLeast: "至少", above: "超过", atMost: "至多", below: "不到", about: "约" },
} as const;

/** A figure as the article has it: "over 1 MW", "about 20%". */
function asPrinted({ value, unit, bound, about }: Stated, language: Language, finer = 0): string {
  const key = bound === "exactly" ? (about ? "about" : undefined) : bound;
  const text = range(value, unit, language, finer);
  if (key === undefined) return text;
  const word = BOUNDS[language][key];
  return language === "zh" ? spaced(word + text) : `${word} ${text}`;
}

/** What a check gives, in a sentence. */
export function working(check: Check, claim: Claim, language: Language): string {
  const zh = language === "zh";
  const { recomputed, unit, assumption } = check;
  const stated = claim.stated[check.figure ?? ""];
  // One of several says which figure it is about; what is assumed has a name of its own.
  const named = claim.checks.length > 1 && assumption === null ? stated?.label : undefined;
  const label = told(check.label ?? named, language);
  const lead = label === "" ? "" : zh ? `${label}：` : `${capital(label)}: `;
  if (assumption !== null) {
    const { bound = "exactly" } = stated ?? {};
    const needed = assumed(assumption, bound === "exactly", language);
    return lead === "" ? capital(needed) : lead + needed;
  }
  if (recomputed === null) {
    const why = noAnswer(check, language);
    return lead === "" ? capital(why) : lead + why;
  }
  // Two figures that differ are told in as many digits as show it.
  const finer =
    check.outcome === "differs" && stated !== undefined ? apart(recomputed, unit, stated) : 0;
  const found = range(recomputed, unit, language, finer);
  const cited = lead === "" ? citation(check, claim, language) : undefined;
  const own = check.taken.length > 0 && check.outcome === "differs" ? OWN[language] : "";
  const start =
    cited !== undefined
      ? zh
        ? `目录为 ${found}（${cited}）`
        : `The catalogue has ${found} (${cited})`
      : zh
        ? `${lead}复算得 ${found}${own}`
        : `${lead || "Worked out: "}${found}${own}`;
  const stop = zh ? "。" : ".";
  if (stated === undefined) return start + stop;
  const isBounded = check.slips.some(({ kind }) => kind === "bounded");
  if (check.leftOpen !== null) return start + leftOpen(check.leftOpen, check, stated, language);
  if (check.outcome === "agrees") return start + stop;
  const isPart = check.taken.length > 0 && recomputed.from !== recomputed.to;
  if (check.outcome === "assumes" && !isBounded && (check.basis !== "assumed" || isPart)) {
    return start + overlap(recomputed, stated, language);
  }
  const printed = asPrinted(stated, language, finer);
  const differ = check.outcome === "wrongUnit" && check.slips.length === 0;
  if (zh) return spaced(`${start}，报道写的是${printed}${differ ? "，单位不同" : ""}。`);
  return `${start}; the article says ${printed}${differ ? ", in another unit" : ""}.`;
}

const OWN = {
  en: ", with the calculator’s own assumptions for the rest",
  zh: "（报道未给出的，按计算器自己的假设）",
} as const;

const MOST_DIGITS = 4;

/** How many more digits than usual tell a figure from the one that is printed. */
function apart(found: Range, unit: string, { value, unit: printed }: Stated): number {
  let finer = 0;
  const same = () => range(found, unit, "en", finer) === range(value, printed, "en", finer);
  while (finer < MOST_DIGITS && same()) finer += 1;
  return finer;
}

/** Where a figure is from that was looked up rather than worked out: source and date. */
function citation({ expression }: Check, { inputs }: Claim, language: Language) {
  const name = expression?.trim() ?? "";
  const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (given?.reference === undefined || ["article", "assumed"].includes(given.status)) return;
  const source = sourceOf(given.source);
  if (source === undefined) return;
  const { title, comma } = namesOf(source, language);
  return given.date === undefined ? title : title + comma + day(given.date, language);
}

/** What the rounding of the figures that it rests on leaves open. */
function leftOpen(open: Range, { unit, outcome }: Check, stated: Stated, language: Language) {
  const could = range(open, unit, language);
  const printed = asPrinted(stated, language);
  const isSure = outcome === "agrees";
  if (language === "zh") {
    const fits = isSure ? "在此范围内" : "虽在此范围内，但无从确认";
    return spaced(`；所依据的数字经过舍入，结果可以是${could}，报道的${printed}${fits}。`);
  }
  const fits = isSure ? "fits" : "fits, but so does much else";
  return `; as the figures it rests on are rounded, it may be ${could}: the article’s ${printed} ${fits}.`;
}

/** What a printed figure is of a range that it does not cover. */
function overlap(found: Range, stated: Stated, language: Language): string {
  const zh = language === "zh";
  const { value, standsFor, bound } = stated;
  const printed = asPrinted(stated, language);
  if (bound !== "exactly") {
    return zh
      ? `，报道的“${printed}”只对其中一部分成立。`
      : `; the article’s “${printed}” holds for a part of that.`;
  }
  const single = value.from === value.to;
  const slack = 1e-9 * Math.max(Math.abs(found.from), Math.abs(found.to));
  if (!single && (standsFor.from < found.from - slack || standsFor.to > found.to + slack)) {
    return zh
      ? spaced(`，与报道的${printed}只有一部分重合。`)
      : `; the article’s ${printed} overlaps with that only in part.`;
  }
  const near = (end: number) => Math.abs(value.from - end) <= 1e-9 * Math.abs(end);
  const isEnd = single && (near(found.from) || near(found.to));
  const part = PARTS[language][isEnd ? "end" : single ? "value" : "part"];
  return zh
    ? spaced(`，报道的${printed}只是其中${part}。`)
    : `; the article’s ${printed} is ${part} of that.`;
}

/** Why a check gives no number. */
function noAnswer({ reason, calculator, outcome }: Check, language: Language): string {
  const zh = language === "zh";
  const none = zh ? "没有答案" : "there is no answer";
  const stop = zh ? "。" : ".";
  if (outcome === "wrongUnit") {
    return zh ? "算出来的不是这种量，单位不符。" : "it measures something else: the units differ.";
  }
  if (reason === null) return none + stop;
  const colon = zh ? "：" : ": ";
  if (outcome === "impossible") {
    const refused = [...reason.matchAll(/([\w.[\]]+) \(\w+\)/g)].map(
      ([, name = ""]) => parameterLabel(`${calculator}.${name}`, language) ?? name,
    );
    const list = new Intl.ListFormat(language, { type: "conjunction" }).format(refused.map(within));
    return zh
      ? spaced(`${none}：这样的${list}不可能。`)
      : `${none}: the calculator takes no such ${list}.`;
  }
  const reasons: Readonly<Record<string, string>> = sharedWords(language).reasons;
  const why = reason === "noNumber" ? NO_VALUE[language] : reasons[reason];
  return why === undefined ? none + stop : none + colon + why + stop;
}

const NO_VALUE = {
  en: "the formula has no value there, as in a division by zero",
  zh: "算式没有结果，例如除数为零",
} as const;

function assumed(
  { name, label, unit, value, holds, between, beyond, known, holdsAsKnown }: Assumption,
  isExact: boolean,
  language: Language,
) {
  const zh = language === "zh";
  const what = told(label, language) || spoken(name);
  const needed =
    value !== null && (isExact || holds === null)
      ? amount(value, unit, language)
      : holds !== null
        ? range(holds, unit, language)
        : undefined;
  if (needed === undefined) {
    // Only between these was it looked for.
    const [low, high] = [between.from, between.to].map((end) => amount(end, unit, language));
    const more = beyond === null ? "" : amount(beyond, unit, language);
    if (zh) {
      const needs = more && `；要成立，须为 ${more}`;
      return spaced(`${what}在 ${low}至 ${high}之间取任何值都不成立${needs}。`);
    }
    const needs = more && `; it would take ${more}`;
    return `for no ${bare(what)} between ${low} and ${high} does it hold${needs}.`;
  }
  const must = zh
    ? spaced(`要成立，${what}须为 ${needed}。`)
    : `to hold, ${what} must be ${needed}.`;
  if (known === null) return must;
  const is = range(known.value, known.unit, language);
  const isAssumed = known.status === "assumed";
  const fits = holdsAsKnown === true ? (zh ? "，相符" : ", which fits") : "";
  const reading = zh
    ? `${isAssumed ? "此处假设为" : "目录所载为"} ${is}${fits}。`
    : `${isAssumed ? "Assumed here:" : "The catalogue says"} ${is}${fits}.`;
  return zh ? `${must}${reading}` : `${must} ${reading}`;
}

/** Orders of magnitude by their exponent, in words. */
const ORDERS: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  en: {
    1: "ten",
    2: "a hundred",
    3: "a thousand",
    4: "ten thousand",
    5: "a hundred thousand",
    6: "a million",
    7: "ten million",
    8: "a hundred million",
    9: "a billion",
    12: "a trillion",
  },
  zh: {
    1: "十",
    2: "百",
    3: "千",
    4: "万",
    5: "十万",
    6: "百万",
    7: "千万",
    8: "亿",
    9: "十亿",
    12: "万亿",
  },
};

const magnitude = (factor: number) => Math.abs(Math.round(Math.log10(factor)));

/** "It is a thousand times too large." */
function order(factor: number, language: Language): string {
  const size = ORDERS[language][magnitude(factor)] ?? amount(factor, "", language);
  if (language === "zh") return `恰为应有数字的${size}${factor > 1 ? "倍" : "分之一"}。`;
  return `It is ${size} times too ${factor > 1 ? "large" : "small"}.`;
}

/** A slip that would explain the figure. */
export function slipped(slip: Slip, check: Check, language: Language, claim?: Claim): string {
  const zh = language === "zh";
  const { unit } = check;
  switch (slip.kind) {
    case "unit": {
      if (slip.value === null) {
        // What it is stands before.
        return zh ? "数字对得上，单位不对。" : "The number fits, the unit does not.";
      }
      const apart = timesApart(slip.from, slip.to);
      if (apart !== undefined && ORDERS[language][magnitude(apart)] !== undefined) {
        return order(apart, language);
      }
      const other = amount(slip.valueInOther, slip.to, language);
      return zh ? spaced(`数字与${other}对得上。`) : `The number fits ${other}.`;
    }
    case "powerOfTen":
      return order(slip.factor, language);
    case "server": {
      const gpus = amount(slip.gpus, "", language);
      // Which of the two is of a server, the printed figure or what it rests on, is not known.
      return zh
        ? `单卡与 ${gpus} 卡服务器混淆了：两数恰好差 ${gpus} 倍。`
        : `A GPU and a server of ${gpus} are mixed up: the two figures are ${gpus} times apart.`;
    }
    case "perGpu":
      return zh ? "单卡与总数混淆了。" : "The figure for one and the figure for all are mixed up.";
    case "hours": {
      const [here, fits] = [slip.here, slip.fits].map((hours) => amount(hours, "", language));
      return zh
        ? `按 ${fits} 小时才算得出这个数，这里应按 ${here} 小时。`
        : `It fits with ${fits} hours, where ${here} are meant.`;
    }
    case "sparsity":
      return zh ? "稀疏算力与稠密算力混用了。" : "Sparse and dense FLOPS are mixed up.";
    case "percentagePoints":
      return zh
        ? `这是百分点；按百分比应为 ${amount(slip.percent, "%", language)}。`
        : `These are percentage points; in per cent it is ${amount(slip.percent, "%", language)}.`;
    case "percent":
      return zh
        ? `这是百分比；按百分点应为 ${amount(slip.points, "percentage point", language)}。`
        : `This is per cent; in percentage points it is ${amount(slip.points, "", language)}.`;
    case "base": {
      const right = amount(slip.value, unit, language);
      // Two figures side by side have changed into nothing.
      const [after, before] = [slip.after, slip.before].map((name) =>
        labelOf(claim?.inputs[name ?? ""] ?? claim?.stated[name ?? ""], language),
      );
      if (after !== undefined && before !== undefined) {
        return zh
          ? spaced(`这里以“${after}”为基数；以“${before}”为基数，应为 ${right}。`)
          : `It is measured against the ${bare(after)}; against the ${bare(before)} it is ${right}.`;
      }
      return zh
        ? `这里以另一个数为基数；按算式的基数，应为 ${right}。`
        : `It is measured against the other of the two figures; against the one in the formula it is ${right}.`;
    }
    case "growth": {
      const year = amount(slip.value, unit, language);
      if (zh)
        return slip.divided
          ? `这是总增幅除以年数，不是复合增长率：每年应为 ${year}。`
          : `这是各年合计的增幅，不是一年的：每年应为 ${year}。`;
      return slip.divided
        ? `It is the whole growth divided by the years; compounded it is ${year} a year.`
        : `It is the growth of all the years together; a year it is ${year}.`;
    }
    case "inputUnit": {
      const [from, to] = [slip.from, slip.to].map((unit) => unitWord(unit, language));
      return zh
        ? `若所用数字的单位是${to}而非${from}，就对得上。`
        : `It fits if one of the figures it rests on is in ${to} rather than ${from}.`;
    }
    case "ratio":
      if (slip.falls) {
        return zh
          ? `“降至”与“降了”混淆了：降幅应为 ${amount(slip.value, unit, language)}。`
          : `That is what is left; the fall is ${amount(slip.value, unit, language)}.`;
      }
      return zh
        ? `“是几倍”与“增加几倍”混淆了：应为 ${amount(slip.value, unit, language)}。`
        : `How many times as much and how much more are mixed up: it is ${amount(slip.value, unit, language)}.`;
    case "roundedTooFar":
      return zh
        ? `舍入过多：未舍入为 ${amount(slip.value, unit, language)}。`
        : `It is rounded too far: unrounded it is ${amount(slip.value, unit, language)}.`;
    case "cutOff":
      return zh
        ? `直接截去了尾数：应为 ${amount(slip.value, unit, language)}。`
        : `Digits are cut off rather than rounded: it is ${amount(slip.value, unit, language)}.`;
    case "convention":
      return zh
        ? "换一种计算惯例就对得上。"
        : `It fits with another convention: ${spoken(slip.parameter)} “${slip.word}”.`;
    case "inverted":
      return zh
        ? `分子分母颠倒了：应为 ${amount(slip.value, unit, language)}。`
        : `The ratio is upside down: it is ${amount(slip.value, unit, language)}.`;
    case "sign":
      return zh ? "正负号反了。" : "The sign is the wrong way round.";
    case "negativeBase":
      return zh
        ? "作为基数的数字是负数，按它算百分比没有意义。"
        : "The figure it is measured against is negative; a percentage of that says nothing.";
    case "ends": {
      if (!slip.lower && !slip.upper) return zh ? "上下限都对不上。" : "Neither end follows.";
      const end = slip.upper ? (zh ? "下限" : "lower") : zh ? "上限" : "upper";
      return zh ? `${end}对不上。` : `Its ${end} end does not follow.`;
    }
    case "farWithin": {
      const times = amount(slip.times, "", language);
      return zh
        ? spaced(`成立，但相差 ${times} 倍，请核对单位。`)
        : `That holds, but ${times} times over: check the unit.`;
    }
    case "bounded": {
      const label = labelOf(claim?.inputs[slip.input], language);
      const what = label ?? (zh ? "所依据的数字" : "what it rests on");
      return zh
        ? spaced(`报道只说了${what}的上限或下限，因此不能排除。`)
        : `It is not ruled out, for the article only gives a bound of ${what}.`;
    }
  }
}

/** A label without its article: "the cost of renting it" is "cost of renting it". */
const bare = (label: string) => within(label.replace(/^(the|an?) /i, ""));

/** A name of the file as words: `h100Price` is "h100 price". */
function spoken(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return words.toLowerCase().replace(/\b(h|b|mi)(\d)/g, (name) => name.toUpperCase());
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
