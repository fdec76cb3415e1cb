/**
 * Numbers as readers type and paste them.
 *
 * Own code, because no library reads them: of 25 numbers that readers and the widgets themselves
 * write, `@internationalized/number` 3.6.9 reads 8 and `numbro` 2.5.0 reads 4. Both take 37.000 for
 * 37 and 3,7 for 37 without a word; neither knows 3万4000 or a range.
 */

import { POWERS, spelled } from "./chinese.js";

/** What is wrong with a text. */
export type BadText = "notANumber" | "badRange" | "otherCurrency";

export type Amount =
  | { readonly value: number }
  | { readonly range: readonly [low: number, high: number] };

/** What a text means; an empty one means nothing, and what could be two numbers is asked back. */
export type Reading =
  | { readonly value: number | null }
  | { readonly range: readonly [low: number, high: number] }
  | { readonly ambiguous: readonly (Amount & { readonly text: string })[] }
  | { readonly bad: BadText };

export interface ParseOptions {
  /** The field shows per cent: a bare 70 is 70%. */
  readonly percent?: boolean;
  /** Of several readings, one that is not a whole number or out of bounds is none. */
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** The decimal sign of the language. */
  readonly decimal?: "." | ",";
  /** The currency of the field: an amount in another one is not taken for it. */
  readonly currency?: string;
  /** How the readings of an ambiguous text are shown. */
  readonly show?: (value: number) => string;
}

/** Longer than any number that a reader types. */
const LONGEST = 80;

/** Powers of ten of what stands behind a number. */
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mln: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

const CURRENCIES: readonly (readonly [sign: RegExp, code: string])[] = [
  [/^(?:US ?\$|USD|美元|美金|(?:US )?dollars?|\$)/i, "USD"],
  [/^(?:CN ?¥|CNY|RMB|人民币|yuan|¥|元)/i, "CNY"],
  [/^(?:€|EUR|欧元|euros?)/i, "EUR"],
  [/^(?:£|GBP|英镑|pounds?)/i, "GBP"],
  [/^(?:JP ?¥|JPY|日元|yen)/i, "JPY"],
  [/^(?:HK ?\$|HKD|港元)/i, "HKD"],
];
const CURRENCY =
  "US ?\\$|HK ?\\$|CN ?¥|JP ?¥|USD|CNY|RMB|EUR|GBP|JPY|HKD|美元|美金|人民币|欧元|英镑|日元|港元|" +
  "(?:US )?dollars?|yuan|euros?|pounds?|yen|[$¥€£元]";
const BEFORE = new RegExp(`^([+-]?) ?(?:(${CURRENCY}) ?)?([+-]?) ?(百分之)?`, "i");
const AFTER = new RegExp(` ?(${CURRENCY})$`, "i");
const PERCENT = / ?(?:%|percent|per cent)$/i;
const TIMES = / ?(?:×|x|times|倍)$/i;
const SUFFIX = new RegExp(
  " ?(thousand|million|billion|trillion|mln|mn|bn|tn|[kmbt]|" +
    "[十百千]?[万萬]?[亿億]|[十百千]?[万萬]|[十百千])$",
  "i",
);
const MIXED = /^(?:\d[\d,]*[十百千万萬亿億]+){1,4}(?:\d+)?$/;
const SEPARATORS = / ?(?:~|…|\.{2,3}|到|至|\bto\b|-) ?/gi;

interface Single {
  /** Each with a decimal stop, or without. */
  readonly mantissas: readonly string[];
  readonly sign: string;
  readonly shift: number;
  /** Whether a magnitude or a per cent sign stands behind the figures. */
  readonly suffixed: boolean;
  readonly percent: boolean;
  readonly currency: string | undefined;
  /** In Chinese characters: "三到四百" may say the hundred once. */
  readonly isSpelled?: boolean;
}

/** Without what cannot be seen, in plain width, with one kind of space, minus and stop. */
function normalize(text: string): string {
  return text
    .replace(/[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\uFFE5/g, "¥")
    .replace(/\uFFE1/g, "£")
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, "-")
    .replace(/[\u301C\u223C]/g, "~")
    .replace(/[。．]/g, ".")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** The figures of a number as `Number` reads them; several where there are several readings. */
function mantissas(text: string, decimal: string, isPlain: boolean): string[] {
  const digits = text.replace(/^\d{1,3}(?:[ ']\d{3})+(?=[.,]|$)/, (groups) =>
    groups.replace(/[ ']/g, ""),
  );
  if (!/^[\d.,]*\d[\d.,]*$/.test(digits)) return [];
  const signs = digits.replace(/\d/g, "");
  if (signs === "") return [digits];
  const last = signs.at(-1) as string;
  const other = last === "." ? "," : ".";
  if (signs.includes(other)) {
    // Both: the last one is the decimal sign, and the other stands between groups of three.
    if (signs.indexOf(last) !== signs.length - 1) return [];
    const [whole = "", fraction = ""] = digits.split(last);
    return isGrouped(whole, other) ? [`${whole.split(other).join("")}.${fraction}`] : [];
  }
  if (signs.length > 1) return isGrouped(digits, last) ? [digits.split(last).join("")] : [];
  const [whole = "", fraction = ""] = digits.split(last);
  const asDecimal = `${whole || "0"}.${fraction}`;
  // A digit put behind "1,000" where it stands: 1 to the rules, 10,000 to whoever typed it.
  if (last !== decimal && /^[1-9]\d{0,2}$/.test(whole) && /^0{4,}$/.test(fraction)) {
    return isPlain ? [asDecimal, whole + fraction] : [asDecimal];
  }
  if (fraction.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole)) return [asDecimal];
  if (last !== decimal) return [whole + fraction];
  return isPlain ? [asDecimal, whole + fraction] : [asDecimal];
}

function isGrouped(text: string, separator: string): boolean {
  const [first = "", ...groups] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

/** 3万4000, 25万6千, 1亿2000万: as `mantissas`, several where the last figure may count two things. */
function mixed(text: string): string[] {
  const parts = [...text.matchAll(/(\d[\d,]*)([十百千万萬亿億]*)/g)];
  let sum = 0;
  let above = Number.POSITIVE_INFINITY;
  const sums: number[] = [];
  for (const [, figures = "", units = ""] of parts) {
    const [digits] = mantissas(figures, ".", true);
    if (digits === undefined || digits.includes(".")) return [];
    const unit = 10 ** [...units].reduce((power, sign) => power + (POWERS[sign] ?? 0), 0);
    // In "3万4" the 4 is 4,000 when spoken, and 4 when written out.
    if (units === "" && digits.length === 1 && above >= 1000 && Number.isFinite(above)) {
      sums.push(sum + (Number(digits) * above) / 10);
    }
    const part = Number(digits) * unit;
    if (part >= above) return [];
    sum += part;
    above = unit;
  }
  return [...sums, sum].map(String);
}

function single(text: string, decimal: string): Single | undefined {
  const before = BEFORE.exec(text);
  if (before === null) return undefined;
  const [all, outer = "", sign, inner = "", hundredths] = before;
  if (outer !== "" && inner !== "") return undefined;
  let rest = text.slice(all.length);
  const after = AFTER.exec(rest);
  if (after !== null) {
    if (sign !== undefined) return undefined;
    rest = rest.slice(0, -after[0].length);
  }
  const money = sign ?? after?.[1];
  const currency =
    money === undefined ? undefined : CURRENCIES.find(([known]) => known.test(money))?.[1];
  const unsigned = rest.replace(PERCENT, "");
  const percent = unsigned !== rest || hundredths !== undefined;
  rest = unsigned.replace(TIMES, "");
  const given = { sign: outer + inner, percent, currency };
  const words = spelled(rest);
  if (words !== undefined) {
    const { digits, tenths } = words;
    if (percent && words.shift !== 0) return undefined;
    const shift = percent ? -2 : words.shift;
    const isPart = percent || tenths;
    const found = { mantissas: [digits], shift, suffixed: shift !== 0, isSpelled: true };
    return { ...given, ...found, percent: isPart };
  }
  if (MIXED.test(rest) && !percent && !/^[\d,]+[十百千万萬亿億]+$/.test(rest)) {
    const sums = mixed(rest);
    return sums.length === 0 ? undefined : { ...given, mantissas: sums, shift: 0, suffixed: true };
  }
  const suffix = SUFFIX.exec(rest)?.[1];
  let shift = percent ? -2 : 0;
  if (suffix !== undefined) {
    if (percent) return undefined;
    rest = rest.slice(0, rest.length - suffix.length).trim();
    shift =
      SUFFIXES[suffix.toLowerCase()] ??
      [...suffix].reduce((power, sign) => power + (POWERS[sign] ?? 0), 0);
  }
  const exponent = /e([+-]?\d{1,4})$/i.exec(rest);
  if (exponent !== null) {
    rest = rest.slice(0, -exponent[0].length);
    shift += Number(exponent[1]);
  }
  const suffixed = suffix !== undefined || percent;
  const found = mantissas(rest, decimal, !suffixed && exponent === null);
  return found.length === 0 ? undefined : { ...given, mantissas: found, shift, suffixed };
}

/** The decimal point is moved in the text, because multiplying would miss the nearest double. */
function values({ sign, mantissas, shift, suffixed }: Single, percent: boolean): number[] {
  return mantissas.flatMap((digits) => {
    const at = (power: number) => Number(`${sign}${digits}e${power}`) + 0;
    if (!percent || suffixed) return [at(shift)];
    const bare = Math.abs(Number(digits));
    // A bare 0.7 among per cents is 70% to one reader and 0.7% to another.
    return bare > 0 && bare < 1 ? [at(shift), at(shift - 2)] : [at(shift - 2)];
  });
}

function plausible(found: readonly number[], options: ParseOptions): readonly number[] {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, integer } = options;
  const unique = [...new Set(found)];
  const within = unique.filter(
    (value) => value >= min && value <= max && (!integer || Number.isInteger(value)),
  );
  return within.length === 0 ? unique.slice(0, 1) : within;
}

function isForeign({ currency }: Single, options: ParseOptions): boolean {
  return options.currency !== undefined && currency !== undefined && currency !== options.currency;
}

/** Whether per cent was given for what is no fraction, or a magnitude for what is one. */
function isMisplaced({ percent, suffixed }: Single, options: ParseOptions): boolean {
  if (options.percent === undefined) return false;
  return options.percent ? suffixed && !percent : percent;
}

/** What a text means. */
export function parse(given: string, options: ParseOptions = {}): Reading {
  if (given.length > LONGEST && given.trim().length > LONGEST) return { bad: "notANumber" };
  const text = normalize(given);
  if (text === "") return { value: null };
  const { decimal = ".", percent = false } = options;
  const show = options.show ?? ((value: number) => value.toLocaleString("en"));
  const one = single(text, decimal);
  if (one !== undefined) {
    if (isMisplaced(one, options)) return { bad: "notANumber" };
    if (isForeign(one, options)) return { bad: "otherCurrency" };
    const found = plausible(values(one, percent), options);
    if (found.length === 1) return { value: found[0] as number };
    return { ambiguous: found.map((value) => ({ value, text: show(value) })) };
  }
  for (const separator of text.matchAll(SEPARATORS)) {
    const from = single(text.slice(0, separator.index), decimal);
    const to = single(text.slice(separator.index + separator[0].length), decimal);
    if (from === undefined || to === undefined) continue;
    if (isMisplaced(from, options) || isMisplaced(to, options)) return { bad: "notANumber" };
    if (isForeign(from, options) || isForeign(to, options)) return { bad: "otherCurrency" };
    return rangeOf(from, to, options, show);
  }
  return { bad: "notANumber" };
}

function rangeOf(
  from: Single,
  to: Single,
  options: ParseOptions,
  show: (value: number) => string,
): Reading {
  const { percent = false } = options;
  // "35–40k" and "3.5到4万" mean both ends: the magnitude is said once.
  const shared =
    !from.suffixed &&
    to.suffixed &&
    Number(from.sign + from.mantissas[0]) < Number(to.sign + to.mantissas[0]);
  // "三到四百" is 300 to 400 to most, and 3 to 400 as it stands.
  const digits = from.mantissas[0] ?? "";
  const once = to.isSpelled && to.shift === 0 && !from.suffixed && digits.length === 1;
  if (once) {
    const whole = to.mantissas[0]?.split(".")[0] ?? "";
    from = { ...from, mantissas: [digits, digits.padEnd(whole.length, "0")] };
  }
  const low = plausible(
    values(shared ? { ...from, shift: to.shift, suffixed: true } : from, percent),
    options,
  );
  const high = plausible(values(to, percent), options);
  const pairs = low
    .map((value, index) => [value, high[Math.min(index, high.length - 1)] as number] as const)
    .filter(([first, second]) => first <= second);
  const [first] = pairs;
  if (first === undefined) return { bad: "badRange" };
  if (pairs.length === 1) {
    return first[0] === first[1] ? { value: first[0] } : { range: first };
  }
  return {
    ambiguous: pairs.map((range) => ({ range, text: `${show(range[0])} – ${show(range[1])}` })),
  };
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,4})?$/i;

/** One number that a program has written, money in dollars: `null` for an empty text, `undefined` for no number. */
export function parseNumber(text: string, percent = false): number | null | undefined {
  // In an attribute or a link, 1.275 is what it says.
  const plain = text.trim();
  if (!percent && plain.length <= LONGEST && PLAIN.test(plain)) return Number(plain);
  const reading = parse(text, { currency: "USD", ...(percent && { percent }) });
  return "value" in reading ? reading.value : undefined;
}
