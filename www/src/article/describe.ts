/** A claim's verdict and working in words. */
import type { Language } from "../i18n.js";
import { spaced } from "../locales/spaced.js";
import { amount, range, timesApart, unitWord } from "./amounts.js";
import type { Assumption, Check, Claim, Slip, Verdict, Words } from "./report.js";

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
    definition: "what the figure is",
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
    source: "The article gives neither a source nor a way to work it out.",
    working: "The article names a source; nothing here can work it out.",
  },
  zh: {
    result: "报道给出了各部分，却没有合计。",
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
    const why = none
      ? NO_CHECK[language]
      : claim.notStated === null
        ? ""
        : NOT_STATED[language][claim.notStated];
    return sentences([none ? "" : `${words}${stop}`, why], language);
  }
  const by = claim.contradictedBy.map(
    (by) => BY[language][by === "article" && own !== claim ? "reader" : by],
  );
  return `${by.length === 0 ? words : contradicted(words, by, language)}${stop}`;
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
      ...slips.map((slip) => slipped(slip, deciding as Check, language)),
    ],
    language,
  );
}

/** A check's working with all that would explain its figure. */
export function explained(check: Check, claim: Claim, language: Language): string {
  const slips = check.slips.map((slip) => slipped(slip, check, language));
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
  contradicted: ["contradicted", "wrongUnit", "impossible"],
  needsAssumption: ["assumes", "never"],
  notStated: ["computed"],
};

/** What the printed figure is of a range that is worked out. */
const PARTS = {
  en: { end: "one end", value: "one value", part: "a part" },
  zh: { end: "一端", value: "一个值", part: "一部分" },
} as const;

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
    return zh ? `${lead}没有答案。` : `${lead}there is no answer.`;
  }
  const found = range(recomputed, unit, language);
  if (stated === undefined || check.outcome === "agrees") {
    return zh ? `${lead}复算得 ${found}。` : `${lead || "Worked out: "}${found}.`;
  }
  const printed = range(stated.value, stated.unit, language);
  if (check.outcome === "assumes" && check.basis !== "assumed") {
    const { value } = stated;
    const single = value.from === value.to;
    const near = (end: number) => Math.abs(value.from - end) <= 1e-9 * Math.abs(end);
    const isEnd = single && [recomputed.from, recomputed.to].some(near);
    const part = PARTS[language][isEnd ? "end" : single ? "value" : "part"];
    return zh
      ? `${lead}复算得 ${found}，报道的 ${printed}只是其中${part}。`
      : `${lead || "Worked out: "}${found}; the article’s ${printed} is ${part} of that.`;
  }
  return zh
    ? `${lead}复算得 ${found}，报道写的是 ${printed}。`
    : `${lead || "Worked out: "}${found}, where the article has ${printed}.`;
}

function assumed(
  { name, label, unit, value, holds, known, holdsAsKnown }: Assumption,
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
    return zh ? `无论${what}取何值，都不成立。` : `no ${what} makes it hold.`;
  }
  const must = zh ? `要成立，${what}须为 ${needed}。` : `to hold, ${what} must be ${needed}.`;
  if (known === null) return must;
  const is = range(known.value, known.unit, language);
  const isAssumed = known.status === "assumed";
  const fits = holdsAsKnown === true ? (zh ? "，相符" : ", which fits") : "";
  const reading = zh
    ? `${isAssumed ? "此处假设为" : "目录所载为"} ${is}${fits}。`
    : `${isAssumed ? "Assumed here:" : "The catalogue says"} ${is}${fits}.`;
  return zh ? `${must}${reading}` : `${must} ${reading}`;
}

/** A slip that would explain the figure. */
export function slipped(slip: Slip, check: Check, language: Language): string {
  const zh = language === "zh";
  const { unit } = check;
  switch (slip.kind) {
    case "unit": {
      const other = amount(slip.valueInOther, slip.to, language);
      if (slip.value === null) {
        return zh
          ? spaced(`数字与${other}对得上，单位写错了。`)
          : `The number fits ${other}: the unit is wrong.`;
      }
      const right = amount(slip.value, slip.from, language);
      const apart = timesApart(slip.from, slip.to);
      const times = apart && amount(apart, "", language);
      if (times) return zh ? `恰好差 ${times} 倍。` : `It is off by a factor of ${times}.`;
      return zh
        ? spaced(`数字与${other}对得上；按报道的单位应为 ${right}。`)
        : `The number fits ${other}; in the unit printed it is ${right}.`;
    }
    case "powerOfTen": {
      const factor = amount(slip.factor, "", language);
      return zh ? `恰好差 ${factor} 倍，数量级写错了。` : `It is off by a factor of ${factor}.`;
    }
    case "server":
      return zh
        ? `每台服务器 ${slip.gpus} 张卡：单卡与整机混淆了。`
        : `One GPU and a server of ${slip.gpus} are mixed up.`;
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
    case "base":
      return zh
        ? `这里以变化后的数为基数；以变化前为基数，应为 ${amount(slip.value, unit, language)}。`
        : `It is measured against the figure after the change; against the one before it is ${amount(slip.value, unit, language)}.`;
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
  }
}

/** A name of the file as words: `h100Price` is "h100 price". */
function spoken(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return words.toLowerCase().replace(/\b(h|b|mi)(\d)/g, (name) => name.toUpperCase());
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
