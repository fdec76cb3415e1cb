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

const SCALED = /^(thousand|million|billion|trillion|[百千万]?万|[十百千万]?亿|千)?\s*(.*)$/;

/** How a unit is called; English has a plural. */
const UNITS: Readonly<Record<string, readonly [one: string, many: string, zh: string]>> = {
  month: ["month", "months", "个月"],
  year: ["year", "years", "年"],
  week: ["week", "weeks", "周"],
  day: ["day", "days", "天"],
  hour: ["hour", "hours", "小时"],
  GPU: ["GPU", "GPUs", "张 GPU"],
  kWh: ["kWh", "kWh", "千瓦时"],
  W: ["W", "W", "瓦"],
  kW: ["kW", "kW", "千瓦"],
  MW: ["MW", "MW", "兆瓦"],
  CNY: ["CNY", "CNY", "元"],
  "GPU-hour": ["GPU-hour", "GPU-hours", "卡时"],
  "GPU-month": ["GPU-month", "GPU-months", "卡月"],
  "GPU-year": ["GPU-year", "GPU-years", "卡年"],
  share: ["share", "shares", "股"],
  "percentage points": ["percentage point", "percentage points", "个百分点"],
  byte: ["byte", "bytes", "字节"],
  server: ["server", "servers", "台服务器"],
  person: ["person", "people", "人"],
};

/** Units that a Chinese file has, for English sentences. */
const HAN: Readonly<Record<string, string>> = {
  元: "CNY",
  人民币: "CNY",
  欧元: "EUR",
  年: "year",
  个月: "month",
  月: "month",
  周: "week",
  天: "day",
  小时: "hour",
  倍: "x",
  张: "GPU",
  片: "GPU",
  卡: "GPU",
  卡时: "GPU-hour",
  "卡-时": "GPU-hour",
  台: "server",
  人: "person",
  千瓦: "kW",
  兆瓦: "MW",
  千瓦时: "kWh",
  度: "kWh",
};

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

/** Digits that a reader compares: four, and all of a whole number below a hundred thousand. */
export function plain(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size >= 1e6) {
    return number(value, language, {
      notation: "compact",
      compactDisplay: "long",
      maximumSignificantDigits: 4,
    });
  }
  const digits = size >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  return number(value, language, digits);
}

function money(value: number, language: Language): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  const isSmall = size > 0 && size < 1000 && !Number.isInteger(size);
  const text = isSmall
    ? number(size, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : plain(size, language);
  return language === "zh" ? spaced(`${sign}${text}美元`) : `${sign}$${text}`;
}

/** What a unit counts, in how many of it, and of what each: "million USD/GPU". */
function parts(unit: string): { scale: number; of: string; per: string } {
  const [amount = "", ...rest] = unit.split("/");
  const [, word = "", counted = ""] = SCALED.exec(amount.trim()) ?? [];
  const of = counted.trim();
  return { scale: SCALES[word] ?? 1, of: of === "美元" ? "USD" : of, per: rest.join("/").trim() };
}

/** How many times one unit is the other, where both count the same: 亿元 and 千万元 are ten times apart. */
export function timesApart(one: string, other: string): number | undefined {
  const [a, b] = [parts(one), parts(other)];
  if (a.of !== b.of || a.per !== b.per || a.scale === b.scale) return undefined;
  return Math.max(a.scale, b.scale) / Math.min(a.scale, b.scale);
}

/** Power and energy as they are worked out: in W and Wh, of whatever size. */
function power(value: number, energy: boolean, language: Language): [number, string] {
  const scale = language === "zh" ? 1 : Math.floor(Math.log10(Math.abs(value)) / 3);
  const prefixes = ["k", "k", "M", "G", "T"];
  const at = Math.min(Math.max(scale, 1), prefixes.length - 1);
  return [value / 1000 ** at, `${prefixes[at]}W${energy ? "h" : ""}`];
}

/** One number in its unit: "$42 million", "7.41 months", "$7 per GPU-hour". */
export function amount(value: number, unit: string, language: Language): string {
  if (unit === "%" || unit === "percentage point") return percent(value, unit, language);
  const { scale, of: written, per: below } = parts(unit);
  const zh = language === "zh";
  const [of, per] = zh ? [written, below] : [HAN[written] ?? written, HAN[below] ?? below];
  const energy = /^(hour·W|W·hour)$/.test(of);
  if (energy || (of === "W" && Math.abs(value * scale) >= 1000)) {
    const [count, watts] = power(value * scale, energy, language);
    return amount(count, per === "" ? watts : `${watts}/${per}`, language);
  }
  const scaled = value * scale;
  const text =
    of === "USD"
      ? money(scaled, language)
      : of === "%"
        ? `${plain(scaled, language)}%`
        : of === "成" && !zh
          ? percent(10 * scaled, "%", language)
          : counted(scaled, of, language);
  if (per === "") return text;
  const word = UNITS[per];
  if (zh)
    return `${text.replace(/ GPU$/, "")}/${word?.[2].replace(/^个| GPU$/g, "") ?? hanUnit(per)}`;
  // Symbols are divided as a data sheet has them: 4.8 TB/s.
  if (word === undefined && per.length < 3) return `${text}/${per}`;
  return `${text} ${per === "year" || per === "month" ? "a" : "per"} ${word?.[0] ?? per}`;
}

export function percent(value: number, unit: string, language: Language): string {
  const text = number(value, language, { maximumSignificantDigits: 3 });
  if (unit === "%") return `${text}%`;
  return language === "zh" ? `${text} 个百分点` : `${text} percentage points`;
}

/** `卡-时` and `GPU小时` as they are written: 卡时. */
function hanUnit(unit: string): string {
  return unit.replace(/([\u4e00-\u9fff])-/g, "$1").replace(/^GPU[- ]?小?(?=[时月年])/, "卡");
}

const PLURALS = new Intl.PluralRules("en");

function counted(value: number, of: string, language: Language): string {
  const text = plain(value, language);
  if (of === "") return text;
  if (of === "x") return language === "zh" ? `${text} 倍` : `${text}×`;
  const [one, many, zh] = UNITS[of] ?? [of, of, of];
  if (language === "zh") return spaced(/^[\u4e00-\u9fff]/.test(zh) ? text + zh : `${text} ${zh}`);
  return `${text} ${PLURALS.select(value) === "one" ? one : many}`;
}

/** A unit as a sentence has it: kWh, 万千瓦时. */
export function unitWord(unit: string, language: Language): string {
  const { scale, of, per } = parts(unit);
  const [word] = Object.entries(SCALES).find(
    ([word, size]) => size === scale && unit.startsWith(word),
  ) ?? [""];
  if (language === "zh") {
    const [count, below] = [of, per].map((one) => UNITS[one]?.[2].replace(/^个| GPU$/g, "") ?? one);
    return word + count + (below ? `/${below}` : "");
  }
  const [count, below] = [of, per].map((one) => HAN[one] ?? one);
  return `${count ?? ""}${below ? ` per ${below}` : ""}`;
}

/** A number, or what lies between two. */
export function range({ from, to }: Range, unit: string, language: Language): string {
  if (from === to) return amount(from, unit, language);
  const join = language === "zh" ? "至" : " to ";
  const both = `${amount(from, unit, language)}${join}${amount(to, unit, language)}`;
  return language === "zh" ? spaced(both) : both;
}
