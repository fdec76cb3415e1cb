/** Numbers for readers, by language. */
import type { ParameterInfo } from "../generated/metadata.js";
import { type Language, type Locale, localeOf, type OwnLabels } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { spaced } from "../locales/spaced.js";
import type { Shared } from "../locales/types.js";
import { dateText } from "./date.js";
import { parse, type Reading } from "./parse.js";

/** What a value is, as far as showing it goes: a parameter or a result. */
export interface Quantity {
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
}

/** A currency that a publisher shows instead of US dollars; the calculation stays in dollars. */
export interface DisplayCurrency {
  /** ISO 4217. */
  readonly code: string;
  /** What one US dollar is in it. */
  readonly rate: number;
  /** Of the rate. */
  readonly date: string;
}

/** What is wrong with a figure, as the calculators tell it. */
export interface Fault {
  readonly code: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Whether a quantity is a part of something and shown as per cent. */
export function isPercent({ kind }: Quantity): boolean {
  return kind === "fraction";
}

/** A whole number from which on something holds, up to three digits that count: fewer would not do. */
export function roundUp(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 2);
  return Math.ceil(count / step) * step;
}

export function isMoney({ unit }: Quantity): boolean {
  return unit.startsWith("USD");
}

/** What formats numbers is dear to make, and the same for every widget. */
const FORMATS = new Map<string, Intl.NumberFormat>();
const PLURALS = new Map<string, Intl.PluralRules>();

const MAX_DIGITS = 12;

/** Greater bounds are for machines. */
const MOST_TOLD = 1e15;

/** Codes whose words name the greatest number alone. */
const NEEDS_MOST = ["tooManyEntries", "tooLong"];

export class Format {
  readonly locale: Locale;
  readonly language: Language;
  readonly currency: DisplayCurrency | undefined;
  /** The words that all calculators share. */
  readonly words: Shared;
  /** The sign, once found: that takes as long as ten amounts. */
  #found: string | undefined;

  constructor(language: Language, labels?: OwnLabels, currency?: DisplayCurrency) {
    this.language = language;
    this.words = sharedWords(language);
    this.locale = localeOf(language, labels);
    this.currency = currency;
  }

  #intl(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const { tag, useGrouping } = this.words;
    const key = tag + JSON.stringify(options);
    let format = FORMATS.get(key);
    if (format === undefined) {
      // The digits are those that fields read.
      const digits = { numberingSystem: "latn", useGrouping };
      format = new Intl.NumberFormat(tag, own({ ...options, ...digits }));
      FORMATS.set(key, format);
    }
    return format;
  }

  #category(count: number): string {
    const { tag } = this.words;
    let rules = PLURALS.get(tag);
    if (rules === undefined) {
      rules = new Intl.PluralRules(tag, own({}));
      PLURALS.set(tag, rules);
    }
    return rules.select(count);
  }

  /** The decimal sign of the language. */
  get decimal(): "." | "," {
    return this.#intl({ minimumFractionDigits: 1 }).format(0.5).includes(",") ? "," : ".";
  }

  /** A plain number: whole when large, with as many digits as matter when small. */
  number(value: number): string {
    const size = Math.abs(value);
    if (size >= 1000) return this.#signed({ maximumFractionDigits: 0 }, value);
    if (size >= 100) return this.#signed({ maximumFractionDigits: 1 }, value);
    return this.#signed(
      size >= 1 ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 3 },
      value,
    );
  }

  /** With a true minus sign; a zero has none. */
  #signed(options: Intl.NumberFormatOptions, value: number): string {
    const text = spaced(this.#intl(options).format(Math.abs(value)));
    return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
  }

  /** For a sentence: three digits that count, large numbers in words. */
  round(value: number): string {
    const rounded = Number(value.toPrecision(3));
    const { compactFrom } = this.words;
    if (Math.abs(rounded) >= compactFrom) return this.compact(rounded);
    return this.#signed({ maximumSignificantDigits: 3 }, rounded);
  }

  /** A large number in words: 1.68 million, 168 万. */
  compact(value: number, digits = 3): string {
    return this.#signed(
      { notation: "compact", compactDisplay: "long", maximumSignificantDigits: digits },
      value,
    );
  }

  percent(value: number): string {
    const size = Math.abs(value);
    return this.#signed({ style: "percent", maximumFractionDigits: size < 1 ? 1 : 0 }, value);
  }

  /** Per cent in a sentence, in whole ones where that says it: 32%. */
  share(value: number): string {
    const digits = Math.abs(value) < 0.0995 ? 1 : 0;
    return this.#signed({ style: "percent", maximumFractionDigits: digits }, value);
  }

  /** Shares in one sentence, with as many digits as it takes to tell them apart. */
  shares<Values extends readonly number[]>(...values: Values): { [Index in keyof Values]: string } {
    const texts = values.map((value) => this.share(value));
    for (let digits = 1; digits <= 3 && new Set(texts).size < texts.length; digits++) {
      values.forEach((value, index) => {
        texts[index] = this.#signed({ style: "percent", maximumFractionDigits: digits }, value);
      });
    }
    return texts as { [Index in keyof Values]: string };
  }

  /** A number of months, to the tenth. */
  months(value: number): string {
    return this.#signed({ maximumFractionDigits: value < 100 ? 1 : 0 }, value);
  }

  /** "14.6 months", "1 month". */
  monthSpan(value: number): string {
    const text = this.months(value);
    if (value > 0 && text === "0") return this.words.underAMonth;
    return this.words.months(text, text === "1");
  }

  /** A length of time in a sentence: "five years". */
  years(value: number): string {
    return this.words.years(this.count(value), value === 1);
  }

  /** The same where it is a range: "two to ten years". */
  yearsWithin([low, high]: readonly [number, number]): string {
    if (low === high) return this.years(low);
    return this.words.years(this.words.range(this.count(low), this.count(high)), false);
  }

  gpus(count: number, chip?: string): string {
    if (chip !== undefined) return this.words.gpusOf(this.number(count), count === 1, chip);
    return this.words.gpus(this.number(count), count === 1);
  }

  /** A small whole number in a sentence, in letters. */
  count(value: number): string {
    return this.words.counts[value] ?? this.number(value);
  }

  /** An index against 1: 0.96×. */
  times(value: number): string {
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return `${this.#signed(value < 0.1 ? { maximumSignificantDigits: 2 } : digits, value)}×`;
  }

  /** How many times as much, in a sentence: "1.9 times". */
  factor(value: number): string {
    return this.words.times(this.#signed({ maximumSignificantDigits: value < 100 ? 2 : 3 }, value));
  }

  /** Money in a sentence or a chart: $88.9 million, $37,000, $3.18. */
  money(value: number, digits = 3): string {
    return this.#money(value, (amount) => this.#amount(amount, digits));
  }

  /** Money as it was typed: a price of 3.895 keeps its last digit. */
  moneyTyped(value: number): string {
    return this.#money(value, (amount) => {
      if (amount >= 100) return this.#amount(amount, 6);
      const fraction = Number.isInteger(amount) ? 0 : 2;
      return this.#signed({ minimumFractionDigits: fraction, maximumFractionDigits: 6 }, amount);
    });
  }

  /** Money in a table: every digit that counts. */
  moneyExact(value: number): string {
    return this.#money(value, (amount) =>
      amount >= 1000
        ? this.#signed({ maximumFractionDigits: 0 }, amount)
        : amount >= 0.1
          ? this.#signed({ minimumFractionDigits: 2, maximumFractionDigits: 2 }, amount)
          : this.#signed({ maximumSignificantDigits: 4 }, amount),
    );
  }

  /** For an axis: $40M, 4,000 万美元. */
  moneyTick(value: number): string {
    return this.#money(value, (amount) =>
      this.#signed({ notation: "compact", maximumSignificantDigits: 3 }, amount),
    );
  }

  #money(value: number, show: (amount: number) => string): string {
    const shown = show(Math.abs(this.shown(value)));
    const sign = value < 0 && /[1-9]/.test(shown) ? "−" : "";
    return sign + this.words.money(shown, this.#sign, this.currencyName);
  }

  #amount(value: number, digits: number): string {
    const rounded = Number(value.toPrecision(digits));
    if (rounded >= this.words.compactFrom) return this.compact(rounded, digits);
    if (rounded >= 100) return this.#signed({ maximumFractionDigits: 0 }, rounded);
    if (rounded < 0.1) return this.#signed({ maximumSignificantDigits: digits }, rounded);
    // To the cent, as prices are; whole dollars have none.
    const cents = Math.round(value * 100) / 100;
    const fraction = Number.isInteger(cents) ? 0 : 2;
    return this.#signed(
      { minimumFractionDigits: fraction, maximumFractionDigits: fraction },
      cents,
    );
  }

  get currencyCode(): string {
    return this.currency?.code ?? "USD";
  }

  /** The sign of the currency on show, as the language writes it. */
  get #sign(): string {
    this.#found ??= this.#findSign();
    return this.#found;
  }

  #findSign(): string {
    const parts = this.#intl({ style: "currency", currency: this.currencyCode }).formatToParts(1);
    return parts.find(({ type }) => type === "currency")?.value ?? this.currencyCode;
  }

  /** "US dollars", 美元. */
  get currencyName(): string {
    const { tag, currencies } = this.words;
    const known = currencies[this.currencyCode];
    if (known !== undefined) return known;
    const names = new Intl.DisplayNames(tag, own({ type: "currency" }));
    return names.of(this.currencyCode) ?? this.currencyCode;
  }

  /** Dollars as the currency on show. */
  shown(dollars: number): number {
    return this.currency === undefined ? dollars : dollars * this.currency.rate;
  }

  /** What a reader has given in the currency on show, in dollars. */
  given(quantity: Quantity, value: number): number {
    if (this.currency === undefined || !isMoney(quantity)) return value;
    return Number((value / this.currency.rate).toPrecision(MAX_DIGITS));
  }

  /** What stands where amounts are converted: at which rate, of which day. */
  get currencyNote(): string {
    if (this.currency === undefined) return "";
    const amount = this.words.money(
      this.#signed({ maximumSignificantDigits: 6 }, this.currency.rate),
      this.#sign,
      this.currencyName,
    );
    const dollar = new Format(this.language).money(1);
    return this.words.frame.currency(dollar, amount, this.date(this.currency.date));
  }

  /** A quantity with its unit, as part of a text. */
  quantity(quantity: Quantity, value: number): string {
    return this.#withUnit(quantity, value, this.amount(quantity, value));
  }

  /** The same without its unit, where a label beside it says that. */
  amount(quantity: Quantity, value: number, digits = 3): string {
    if (isPercent(quantity)) return this.percent(value);
    return isMoney(quantity) ? this.money(value, digits) : this.#plain(value);
  }

  /** By how much a quantity differs: the sign stands before the figure, wherever the unit does. */
  change(quantity: Quantity, value: number, digits: number): string {
    const sign = value > 0 ? "+" : "";
    return this.#withUnit(quantity, value, sign + this.amount(quantity, value, digits));
  }

  /** A quantity beside its label, which may have said already that it is one a year. */
  beside(label: string, quantity: Quantity, value: number): string {
    const pattern = this.#beside(label, quantity);
    return pattern === undefined
      ? this.quantity(quantity, value)
      : spaced(pattern.replace("{}", this.amount(quantity, value)));
  }

  #beside(label: string, { unit }: Quantity): string | undefined {
    const [said, pattern] = this.words.units[unit]?.beside ?? [];
    return said !== undefined && label.includes(said) ? pattern : undefined;
  }

  /** A quantity in a table: every digit that counts. */
  exact(quantity: Quantity, value: number): string {
    if (isPercent(quantity)) {
      return this.#signed({ style: "percent", maximumFractionDigits: 2 }, value);
    }
    const text = isMoney(quantity) ? this.moneyExact(value) : this.number(value);
    return this.#withUnit(quantity, value, text);
  }

  #withUnit(quantity: Quantity, value: number, text: string): string {
    if (isPercent(quantity)) return text;
    const { unit } = quantity;
    const words = this.words.units[unit];
    if (words === undefined) return unit === "" ? text : `${text} ${unit}`;
    const pattern = this.#category(value) === "one" ? words.one : words.value;
    return spaced(pattern.replace("{}", text));
  }

  #plain(value: number): string {
    const rounded = Number(value.toPrecision(3));
    return Math.abs(rounded) >= this.words.compactFrom ? this.compact(rounded) : this.number(value);
  }

  /** A large amount of money without its cents, as it stands where nobody has typed them. */
  rounded(info: Quantity, value: number): number {
    const shown = this.shown(value);
    return isMoney(info) && Math.abs(shown) >= 1000 ? this.given(info, Math.round(shown)) : value;
  }

  /** What stands in a number field: every digit that counts, no unit. */
  field(info: Quantity, value: number): string {
    const options = { maximumSignificantDigits: MAX_DIGITS };
    if (isPercent(info)) return this.#signed({ ...options, style: "percent" }, value);
    const shown = isMoney(info) ? this.shown(value) : value;
    const text = this.#signed(options, shown);
    // 34.918 could be read as 34,918: a digit more makes it plain.
    return this.#isAmbiguous(info, text)
      ? this.#signed({ minimumFractionDigits: 4, maximumFractionDigits: 4 }, shown)
      : text;
  }

  /** The digits alone, as one edits them: separators would have to be kept right key by key. */
  plain(info: Quantity, value: number): string {
    const group = this.decimal === "." ? /,/g : /[.\u202F\u00A0]/g;
    return this.field(info, value).replace(group, "");
  }

  #isAmbiguous(info: Quantity, text: string): boolean {
    return /^\D?[1-9]\d{0,2}[.,]\d{3}$/.test(text) && "ambiguous" in this.read(info, text);
  }

  /** The unit beside the label of a number field; per cent stands in the field. */
  fieldUnit(info: Quantity, label = ""): string {
    const field = this.#beside(label, info) ?? this.words.units[info.unit]?.field ?? info.unit;
    const sign = isMoney(info) ? this.words.currencySign(this.#sign, this.currencyName) : "";
    return field.replace("{}", sign).trim();
  }

  /** A bound in a message beside a field. */
  bound(info: Quantity, value: number): string {
    if (isPercent(info)) return this.percent(value);
    const shown = isMoney(info) ? this.shown(value) : value;
    if (Math.abs(shown) >= 1e9) return this.compact(shown);
    return this.#signed({ maximumSignificantDigits: isMoney(info) ? 6 : MAX_DIGITS }, shown);
  }

  /** What stands beside a field with a bad figure: what to type, with an example. */
  message(fault: Fault, info?: ParameterInfo): string {
    const text = (this.words.codes as Readonly<Record<string, Message | undefined>>)[fault.code];
    if (text === undefined) return fault.code;
    if (typeof text === "string") return text;
    if (info === undefined || info.kind === "choice") return this.#bounds(fault, text);
    if (info.max > MOST_TOLD) return this.#bounds(fault, text);
    const example = this.field(info, exampleOf(info));
    if (fault.code === "otherCurrency") return text(this.currencyName, example);
    // A weight of many times all is a bound for machines.
    if (isPercent(info) && info.max > 1e4)
      return this.words.codes.belowMinimumOnly(this.bound(info, info.min));
    return text(this.bound(info, info.min), this.bound(info, info.max), example);
  }

  /** Of a figure that no table holds, only the bound that it breaks is known. */
  #bounds({ code, min, max }: Fault, text: Exclude<Message, string>): string {
    const { belowMinimumOnly, aboveMaximumOnly, number, whole } = this.words.codes;
    if (code === "notAnInteger") return whole;
    if (min !== undefined && code === "belowMinimum") return belowMinimumOnly(this.number(min));
    if (max !== undefined && code === "aboveMaximum") return aboveMaximumOnly(this.number(max));
    if (max !== undefined && NEEDS_MOST.includes(code)) return text("", this.number(max), "");
    return number;
  }

  /**
   * What a reader's text means for a quantity: with the unit's words or without, in the currency on
   * show. The values are those of the calculation.
   */
  read(info: Quantity & { readonly min?: number; readonly max?: number }, text: string): Reading {
    const money = isMoney(info);
    const reading = parse(this.#withoutUnit(info, text), {
      percent: isPercent(info),
      integer: info.kind === "integer",
      ...(info.min === undefined ? {} : { min: money ? this.shown(info.min) : info.min }),
      ...(info.max === undefined ? {} : { max: money ? this.shown(info.max) : info.max }),
      decimal: this.decimal,
      ...(money ? { currency: this.currencyCode } : {}),
      show: (value) => this.#reading(info, value),
    });
    if (this.currency === undefined || !money) return reading;
    const back = (value: number) => this.given(info, value);
    if ("value" in reading) {
      return reading.value === null ? reading : { value: back(reading.value) };
    }
    if ("range" in reading) return { range: [back(reading.range[0]), back(reading.range[1])] };
    if ("bad" in reading) return reading;
    return {
      ambiguous: reading.ambiguous.map((amount) =>
        "value" in amount
          ? { ...amount, value: back(amount.value) }
          : { ...amount, range: [back(amount.range[0]), back(amount.range[1])] as const },
      ),
    };
  }

  #reading(info: Quantity, value: number): string {
    const options = { maximumSignificantDigits: MAX_DIGITS };
    return this.#signed(isPercent(info) ? { ...options, style: "percent" } : options, value);
  }

  /** "1,000 GPUs" is 1,000 in a field of GPUs, and "$7/h" is $7 in one of prices an hour. */
  #withoutUnit({ unit }: Quantity, text: string): string {
    const words = this.words.units[unit];
    if (words === undefined) return text;
    const trimmed = text.trim();
    const has = trimmed.toLowerCase();
    const typed = words.typed?.split("|").map((behind) => `{}${behind}`) ?? [];
    // The longest first: "5张卡" is of 张卡, not of 卡.
    const patterns = [words.value, words.one, ...typed].sort((a, b) => b.length - a.length);
    for (const pattern of patterns) {
      const [before = "", after = ""] = pattern.split("{}").map((part) => part.trim());
      if (before === "" && after === "") continue;
      if (!has.startsWith(before.toLowerCase()) || !has.endsWith(after.toLowerCase())) continue;
      const figures = trimmed.slice(before.length, trimmed.length - after.length).trim();
      // A unit alone is no empty field.
      if (figures !== "") return figures;
    }
    return text;
  }

  /** A day, month or year: November 23, 2026. */
  date(iso: string): string {
    return dateText(iso, this.words.tag);
  }
}

/** A page may have put members on `Object.prototype`: options must not inherit them. */
function own<Options extends object>(options: Options): Options {
  return Object.assign(Object.create(null), options);
}

type Message = string | ((...texts: string[]) => string);

/** A figure that a reader could type: the default, or one within the window. */
function exampleOf({ default: given, window: [low, high], kind, scale }: ParameterInfo): number {
  if (typeof given === "number" && given !== 0) return given;
  const middle = scale === "log" ? Math.sqrt(low * high) : (low + high) / 2;
  const round = Number(middle.toPrecision(1));
  return kind === "integer" ? Math.max(1, Math.round(round)) : round;
}
