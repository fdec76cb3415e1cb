/** Amounts of an article in words: its units are written as editors write them, "million USD/GPU". */
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { spaced } from "../locales/spaced.js";
import type { Range } from "./report.js";
import { amounts } from "./words.js";

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

/** What a unit is called here, by every way to write it: "one: others". */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    "month: months mo 月 个月",
    "year: years a y yr 年",
    "week: weeks wk 周",
    "day: days d 天 日",
    "hour: hours h hr hrs 小时 时",
    "minute: minutes min 分钟",
    "second: seconds s sec 秒",
    "GPU: GPUs gpu card cards chip chips accelerator accelerators 卡 片 张 颗 块 芯片 显卡",
    "server: servers node nodes 节点 台 服务器",
    "GPU-hour: GPU-hours GPU时 GPU小时 GPU-时 GPU-小时 卡时 卡-时 卡小时 卡-小时 hour·GPU",
    "GPU-month: GPU-months GPU月 卡月 卡-月",
    "kW-month: kW-months",
    "GPU-year: GPU-years GPU年 卡年 卡-年",
    "server-hour: server-hours 台时 台-时 台小时 台-小时 node-hour hour·server",
    "W: watt watts 瓦",
    "kW: kilowatt kilowatts 千瓦",
    "MW: megawatt megawatts 兆瓦",
    "GW: gigawatt gigawatts 吉瓦",
    "Wh: 瓦时",
    "kWh: 千瓦时 度",
    "MWh: 兆瓦时",
    "GWh: 吉瓦时",
    "TWh: 太瓦时",
    "CNY: RMB yuan ¥ 元 人民币 人民币元",
    "EUR: € euro euros 欧元",
    "GBP: £ 英镑",
    "JPY: 日元",
    "KRW: 韩元",
    "TWD: NT$ 新台币",
    "HKD: HK$ 港元 港币",
    "cent: cents ¢ 美分",
    "token: tokens Token Tokens 词元",
    "share: shares 股",
    "byte: bytes 字节",
    "person: people FTE 人 名",
    "t: tonne tonnes 吨",
    "kg: 公斤 千克",
    "unit: units 个 件",
    "rack: racks 机柜",
  ].flatMap((line): [string, string][] => {
    const [unit = "", ways = ""] = line.split(": ");
    return [unit, ...ways.split(" ")].map((way) => [way, unit]);
  }),
);

const isChinese = (text: string) => /^[\u4e00-\u9fff]+$/.test(text);

/** A unit that is known, however its parts are written: 卡-year is a GPU-year. */
function unitOf(text: string): string | undefined {
  const parts = text.split(/[-·]/).map((part) => UNITS.get(part) ?? part);
  return UNITS.get(text) ?? UNITS.get(parts.join("-"));
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
  const { rareScale, wordsFrom } = amounts[language];
  if (rareScale !== undefined && size >= rareScale.size) {
    return `${plain(value / rareScale.size, language, finer)} ${rareScale.word}`;
  }
  if (size >= wordsFrom) {
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

/** A number with its scale: that of the article where it is one that the language has. */
function scaled(value: number, word: string, language: Language, finer = 0): string {
  const size = Math.abs(value);
  const { scales, scaledBelow } = amounts[language];
  if (!scales.includes(word) || size < 1 || size >= scaledBelow) {
    return plain(value * (SCALES[word] ?? 1), language, finer);
  }
  return `${plain(value, language, finer)} ${word}`;
}

/** Currencies whose amounts are written as money, with cents; others are counted. */
const MONEY = ["USD", "EUR", "GBP", "HKD", "TWD"];

/** An amount of money; `of` is the currency. */
function money(value: number, word: string, of: string, language: Language, finer: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value) * (SCALES[word] ?? 1);
  // 960 is $960 as well where computing left a trace of it.
  const isWhole = Number.isInteger(Number(size.toPrecision(9)));
  const isSmall = size > 0 && size < 1000 && !isWhole;
  const text = isSmall
    ? number(size, language, cents(size, finer))
    : scaled(Math.abs(value), word, language, finer);
  return amounts[language].money(sign, text, of);
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
  if (UNITS.has(text)) return { word: "", scale: 1, of: text };
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
  const whole = unitOf(below);
  // 颗 and 台 stay what the article says.
  if (whole !== undefined) return [isChinese(below) ? below : whole];
  const words = below.split(/[-·\s]/).map((text) => UNITS.get(text) ?? text);
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
  const { watts } = amounts[language];
  const scale = Math.floor(Math.log10(Math.abs(value)) / 3);
  const at = Math.min(Math.max(scale, 1), watts.length);
  return [value / 1000 ** at, `${watts[at - 1]}${energy ? "h" : ""}`];
}

/** One number in its unit: "$42 million", "7.41 months", "$7 per GPU-hour". */
export function amount(value: number, unit: string, language: Language, finer = 0): string {
  if (unit === "%" || /^percentage points?$/.test(unit)) {
    return percent(value, unit, language, finer);
  }
  const { word, scale, of, per } = parts(unit);
  const [, bare, mark] = /^(.+) (dense|sparse)$/.exec(unit) ?? [];
  const forms = amounts[language];
  if (bare !== undefined) {
    return (mark === "dense" ? forms.dense : forms.sparse)(amount(value, bare, language, finer));
  }
  const currency = unitOf(of) ?? of;
  const energy = /^(hour·W|W·hour)$/.test(of);
  if (energy || (of === "W" && Math.abs(value * scale) >= 1000)) {
    const [count, watts] = power(value * scale, energy, language);
    return amount(count, [watts, ...per].join("/"), language, finer);
  }
  const text = MONEY.includes(currency)
    ? money(value, word, currency, language, finer)
    : of === "%"
      ? `${plain(value * scale, language, finer)}%`
      : of === "成" && !forms.hasTenths
        ? percent(10 * value * scale, "%", language, finer)
        : counted(value, word, of, language, finer);
  const isSymbol = of !== "" && of !== "USD" && unitOf(of) === undefined;
  return text + per.map((below) => belowLine(below, language, isSymbol)).join("");
}

/** What it is of each of: " a year", "/卡时". */
function belowLine(below: string, language: Language, ofSymbol = false): string {
  // As a data sheet has it: 4.8 TB/s.
  if (ofSymbol && below === "second") return "/s";
  const { word, of } = counts(below.replace(/^1(?=[A-Za-z])/, ""));
  return amounts[language].per(unitOf(of), of, word);
}

export function percent(value: number, unit: string, language: Language, finer = 0): string {
  const digits = (Math.abs(value) < 100 ? 3 : 4) + finer;
  const text = number(value, language, { maximumSignificantDigits: digits });
  if (unit === "%") return `${text}%`;
  return amounts[language].percentagePoints(text, isOne(value, text));
}

const PLURALS = new Intl.PluralRules("en");

/** Whether it is one: not of 1.04, but where that is told as 1. */
function isOne(value: number, text: string): boolean {
  return PLURALS.select(/^−?1$/.test(text) ? 1 : value) === "one" && value >= 0;
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
  const forms = amounts[language];
  if (TIMES.includes(of)) return forms.times(text);
  return forms.counted(text, unitOf(of), of, isOne(value * (SCALES[word] ?? 1), text));
}

/** A unit as a sentence has it: kWh, 万千瓦时. */
export function unitWord(unit: string, language: Language): string {
  const { word, of, per } = parts(unit);
  const below = per.map((one) => belowLine(one, language)).join("");
  return amounts[language].unit(unitOf(of), of, word) + below;
}

/** A number, or what lies between two. */
export function range({ from, to }: Range, unit: string, language: Language, finer = 0): string {
  if (from === to) return amount(from, unit, language, finer);
  // What computing leaves where it should be nothing.
  const dust = 1e-12 * Math.max(Math.abs(from), Math.abs(to));
  if (from !== 0 && Math.abs(from) < dust) return range({ from: 0, to }, unit, language, finer);
  const [low = "", high = ""] = [from, to].map((end) => amount(end, unit, language, finer));
  return sharedWords(language).range(low, high);
}
