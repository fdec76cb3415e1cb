/** Amounts of an article in words: its units are written as editors write them, "million USD/GPU". */
import type { Language } from "../i18n.js";
import { spaced } from "../locales/spaced.js";
import type { Range } from "./report.js";

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/** Scales as they are abbreviated, before a space. */
const SHORT: Readonly<Record<string, string>> = {
  k: "thousand",
  K: "thousand",
  m: "million",
  mn: "million",
  M: "million",
  bn: "billion",
  B: "billion",
  tn: "trillion",
  T: "trillion",
};

const SCALED =
  /^(thousand|million|billion|trillion|(?:mn|bn|tn|[kKmMBT])(?=[ -])|[十百千万]?亿|[百千万]?万|千)?[\s-]*(.*)$/;

interface Word {
  readonly one: string;
  readonly many: string;
  readonly zh: string;
}

/** How units are called, by every way to write them: "one, many, Chinese: ways". */
const WORDS: ReadonlyMap<string, Word> = new Map(
  [
    "month months 个月: mo 月 个月",
    "year years 年: a y yr 年",
    "week weeks 周: wk 周",
    "day days 天: d 天 日",
    "hour hours 小时: h hr hrs 小时 时",
    "minute minutes 分钟: min 分钟",
    "second seconds 秒: s sec 秒",
    "GPU GPUs 张_GPU: gpu card cards chip chips accelerator accelerators 卡 片 张 颗 块 芯片 显卡",
    "server servers 台服务器: node nodes 节点 台 服务器",
    "GPU-hour GPU-hours 卡时: GPU时 GPU小时 GPU-时 GPU-小时 卡时 卡-时 卡小时 卡-小时 hour·GPU",
    "GPU-month GPU-months 卡月: GPU月 卡月 卡-月",
    "kW-month kW-months 千瓦·月: kW-month",
    "GPU-year GPU-years 卡年: GPU年 卡年 卡-年",
    "server-hour server-hours 台时: 台时 台-时 台小时 台-小时 node-hour hour·server",
    "W W 瓦: watt watts 瓦",
    "kW kW 千瓦: kilowatt kilowatts 千瓦",
    "MW MW 兆瓦: megawatt megawatts 兆瓦",
    "GW GW 吉瓦: gigawatt gigawatts 吉瓦",
    "Wh Wh 瓦时: 瓦时",
    "kWh kWh 千瓦时: 千瓦时 度",
    "MWh MWh 兆瓦时: 兆瓦时",
    "GWh GWh 吉瓦时: 吉瓦时",
    "TWh TWh 太瓦时: 太瓦时",
    "CNY CNY 元: RMB yuan ¥ 元 人民币 人民币元",
    "EUR EUR 欧元: € euro euros 欧元",
    "GBP GBP 英镑: £ 英镑",
    "JPY JPY 日元: 日元",
    "KRW KRW 韩元: 韩元",
    "TWD TWD 新台币: NT$ 新台币",
    "HKD HKD 港元: HK$ 港元 港币",
    "cent cents 美分: ¢ 美分",
    "token tokens token: Token Tokens 词元",
    "share shares 股: 股",
    "byte bytes 字节: 字节",
    "person people 人: FTE 人 名",
    "t t 吨: tonne tonnes 吨",
    "kg kg 千克: 公斤 千克",
    "unit units 个: 个 件",
    "rack racks 个机柜: 机柜",
  ].flatMap((line): [string, Word][] => {
    const [called = "", ways = ""] = line.split(": ");
    const [one = "", many = "", zh = ""] = called.split(" ");
    const word = { one, many, zh: zh.replace("_", " ") };
    return [one, many, ...ways.split(" ")].map((way) => [way, word]);
  }),
);

const isChinese = (text: string) => /^[\u4e00-\u9fff]+$/.test(text);

/** The word for a unit, however its parts are written: 卡-year is a GPU-year. */
function wordFor(text: string): Word | undefined {
  const parts = text.split(/[-·]/).map((part) => WORDS.get(part)?.one ?? part);
  return WORDS.get(text) ?? WORDS.get(parts.join("-"));
}

const DOLLARS = ["USD", "$", "US$", "dollar", "dollars", "美元", "美金"];
const TIMES = ["x", "X", "times", "fold", "倍"];
const MACHINES = ["GPU", "server"];

const FORMATS = new Map<string, Intl.NumberFormat>();

function number(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = FORMATS.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { useGrouping: "always", ...options });
    FORMATS.set(key, format);
  }
  // As in the text around: −45%.
  return spaced(format.format(value)).replace("-", "−");
}

/**
 * Digits that a reader compares: four, and all of a whole number below a hundred thousand; `finer`
 * are more of them.
 */
export function plain(value: number, language: Language, finer = 0): string {
  const size = Math.abs(value);
  // Which ICU has as 10,000 亿.
  if (size >= 1e12 && language === "zh") return `${plain(value / 1e12, language, finer)} 万亿`;
  // 500,000 is 50 万 to a Chinese eye.
  if (size >= (language === "zh" ? 1e5 : 1e6)) {
    return number(value, language, {
      notation: "compact",
      compactDisplay: "long",
      maximumSignificantDigits: 4 + finer,
    });
  }
  const digits =
    size >= 1000 ? { maximumFractionDigits: finer } : { maximumSignificantDigits: 4 + finer };
  return number(value, language, digits);
}

/** The scales that results are told in as they are printed, by language; others are read out. */
const KEPT: Readonly<Record<Language, readonly string[]>> = {
  en: ["million", "billion", "trillion"],
  zh: ["万", "亿", "万亿"],
};

/** A number with its scale: that of the article where it is one that the language has. */
function scaled(value: number, word: string, language: Language, finer = 0): string {
  const size = Math.abs(value);
  const most = language === "zh" ? 1e4 : 1e5;
  if (!KEPT[language].includes(word) || size < 1 || size >= most) {
    return plain(value * (SCALES[word] ?? 1), language, finer);
  }
  return `${plain(value, language, finer)} ${word}`;
}

/** Currencies with a sign that stands before the amount in English. */
const SIGNS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  TWD: "NT$",
};

/** An amount in a currency that has a sign; `of` is the currency. */
function money(value: number, word: string, of: string, language: Language, finer: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value) * (SCALES[word] ?? 1);
  // 960 is $960 as well where computing left a trace of it.
  const isWhole = Number.isInteger(Number(size.toPrecision(9)));
  const isSmall = size > 0 && size < 1000 && !isWhole;
  const text = isSmall
    ? number(size, language, cents(size, finer))
    : scaled(Math.abs(value), word, language, finer);
  if (language === "en") return sign + SIGNS[of] + text;
  return spaced(`${sign}${text}${of === "USD" ? "美元" : WORDS.get(of)?.zh}`);
}

/** Below a dollar three digits: what a token or a kilowatt-hour costs differs in the third. */
function cents(size: number, finer: number): Intl.NumberFormatOptions {
  if (size < 0.1) return { maximumSignificantDigits: 3 + finer };
  return { minimumFractionDigits: 2, maximumFractionDigits: (size < 1 ? 3 : 2) + finer };
}

/** What a unit counts, in how many of it, and of what each: "million USD/GPU". */
interface Parts {
  readonly word: string;
  readonly scale: number;
  readonly of: string;
  readonly per: readonly string[];
}

function counts(text: string): Omit<Parts, "per"> {
  // 千瓦时 are no thousand of something.
  if (WORDS.has(text)) return { word: "", scale: 1, of: text };
  const [, found = "", of = ""] = SCALED.exec(text) ?? [];
  const word = SHORT[found] ?? found;
  return { word, scale: SCALES[word] ?? 1, of: DOLLARS.includes(of) ? "USD" : of };
}

function parts(unit: string): Parts {
  const [amount = "", ...rest] = unit.split("/");
  return { ...counts(amount.trim()), per: rest.flatMap((below) => each(below.trim())) };
}

/** What is below the line: a GPU-hour is one thing, a second and a GPU are two. */
function each(below: string): string[] {
  const whole = wordFor(below);
  // 颗 and 台 stay what the article says.
  if (whole !== undefined) return [isChinese(below) ? below : whole.one];
  const words = below.split(/[-·\s]/).map((text) => WORDS.get(text)?.one ?? text);
  const machine = words.find((word) => MACHINES.includes(word));
  if (machine === undefined || words.length !== 2) return [below];
  const [time = ""] = words.filter((word) => word !== machine);
  return time === "second" ? [time, machine] : [`${machine}-${time}`];
}

/** How many times one unit is the other, where both count the same: 亿元 and 千万元 are ten times apart. */
export function timesApart(one: string, other: string): number | undefined {
  const [a, b] = [parts(one), parts(other)];
  if (a.of !== b.of || a.per.join("/") !== b.per.join("/") || a.scale === b.scale) return undefined;
  return a.scale / b.scale;
}

/** Power and energy as they are worked out: in W and Wh, of whatever size. */
function power(value: number, energy: boolean, language: Language): [number, string] {
  const scale = language === "zh" ? 1 : Math.floor(Math.log10(Math.abs(value)) / 3);
  const prefixes = ["k", "k", "M", "G", "T"];
  const at = Math.min(Math.max(scale, 1), prefixes.length - 1);
  return [value / 1000 ** at, `${prefixes[at]}W${energy ? "h" : ""}`];
}

/** One number in its unit: "$42 million", "7.41 months", "$7 per GPU-hour". */
export function amount(value: number, unit: string, language: Language, finer = 0): string {
  if (unit === "%" || /^percentage points?$/.test(unit)) {
    return percent(value, unit, language, finer);
  }
  const { word, scale, of, per } = parts(unit);
  const [, bare, mark] = /^(.+) (dense|sparse)$/.exec(unit) ?? [];
  if (language === "zh" && bare !== undefined && mark !== undefined) {
    return `${amount(value, bare, language, finer)}（${mark === "dense" ? "稠密" : "稀疏"}）`;
  }
  const currency = wordFor(of)?.one ?? of;
  const energy = /^(hour·W|W·hour)$/.test(of);
  if (energy || (of === "W" && Math.abs(value * scale) >= 1000)) {
    const [count, watts] = power(value * scale, energy, language);
    return amount(count, [watts, ...per].join("/"), language, finer);
  }
  const text =
    currency in SIGNS
      ? money(value, word, currency, language, finer)
      : of === "%"
        ? `${plain(value * scale, language, finer)}%`
        : of === "成" && language === "en"
          ? percent(10 * value * scale, "%", language, finer)
          : counted(value, word, of, language, finer);
  const isSymbol = of !== "" && of !== "USD" && wordFor(of) === undefined;
  return text + per.map((below) => belowLine(below, language, isSymbol)).join("");
}

/** " a year", " per GPU-hour", "/s"; in Chinese "/卡时". */
function belowLine(below: string, language: Language, ofSymbol = false): string {
  // As a data sheet has it: 4.8 TB/s.
  if (ofSymbol && below === "second") return "/s";
  const { word, of } = counts(below.replace(/^1(?=[A-Za-z])/, ""));
  const known = wordFor(of);
  if (language === "zh") {
    const called = isChinese(of) ? of : (known?.zh.replace(/^个| GPU$/g, "") ?? of);
    const scale = word === "" ? "" : zhScale(word);
    return `/${scale}${/^\w/.test(called) && scale !== "" ? " " : ""}${called}`;
  }
  if (known === undefined && of.length < 3) return `/${of}`;
  if (SCALES[word] !== undefined) return ` per ${word} ${known?.many ?? of}`;
  const isTime = ["year", "month", "week", "day"].includes(known?.one ?? "");
  return ` ${isTime ? "a" : "per"} ${known?.one ?? of}`;
}

const ZH_SCALES: Readonly<Record<string, string>> = {
  thousand: "千",
  million: "百万",
  billion: "十亿",
  trillion: "万亿",
};

const zhScale = (word: string) => ZH_SCALES[word] ?? word;

export function percent(value: number, unit: string, language: Language, finer = 0): string {
  const digits = (Math.abs(value) < 100 ? 3 : 4) + finer;
  const text = number(value, language, { maximumSignificantDigits: digits });
  if (unit === "%") return `${text}%`;
  if (language === "zh") return `${text} 个百分点`;
  return `${text} percentage ${plural(value, text) ? "points" : "point"}`;
}

const PLURALS = new Intl.PluralRules("en");

/** Whether there are several: of 1.04 as well, but not where it is told as 1. */
function plural(value: number, text: string): boolean {
  return PLURALS.select(/^−?1$/.test(text) ? 1 : value) !== "one" || value < 0;
}

function counted(
  value: number,
  word: string,
  of: string,
  language: Language,
  finer: number,
): string {
  const text = scaled(value, word, language, finer);
  if (of === "") return text;
  if (TIMES.includes(of)) return language === "zh" ? `${text} 倍` : `${text}×`;
  const { one, many, zh } = wordFor(of) ?? { one: of, many: of, zh: of };
  if (language === "zh") {
    // 张 and 片 stay what the article says.
    const own = isChinese(of) ? of : zh;
    return spaced(/^[\u4e00-\u9fff]/.test(own) ? text + own : `${text} ${own}`);
  }
  return `${text} ${plural(value * (SCALES[word] ?? 1), text) ? many : one}`;
}

/** A unit as a sentence has it: kWh, 万千瓦时. */
export function unitWord(unit: string, language: Language): string {
  const { word, of, per } = parts(unit);
  const known = wordFor(of);
  const below = per.map((one) => belowLine(one, language)).join("");
  if (language === "zh") {
    return (
      zhScale(word) + (known?.zh.replace(/^个| GPU$/g, "") ?? (of === "USD" ? "美元" : of)) + below
    );
  }
  const scale = SCALES[word] !== undefined && ZH_SCALES[word] !== undefined ? `${word} ` : "";
  return `${scale}${known?.many ?? of}${below}`;
}

/** A number, or what lies between two. */
export function range({ from, to }: Range, unit: string, language: Language, finer = 0): string {
  if (from === to) return amount(from, unit, language, finer);
  // What computing leaves where it should be nothing.
  const dust = 1e-12 * Math.max(Math.abs(from), Math.abs(to));
  if (from !== 0 && Math.abs(from) < dust) return range({ from: 0, to }, unit, language, finer);
  const join = language === "zh" ? "至" : " to ";
  const [low, high] = [from, to].map((end) => amount(end, unit, language, finer));
  const both = `${low}${join}${high}`;
  return language === "zh" ? spaced(both) : both;
}
