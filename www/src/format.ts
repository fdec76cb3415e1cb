/** Numbers for readers, by language. */
import type { ParameterInfo } from "./generated/metadata.js";
import { type Language, type Locale, localeOf } from "./i18n.js";
import type { Own } from "./locales/words.js";

/** What a value is, as far as showing it goes: a parameter or a result. */
export interface Quantity {
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
}

/** Whether a quantity is a part of something and shown as per cent. */
export function isPercent({ kind }: Quantity): boolean {
  return kind === "fraction";
}

/** What formats numbers is dear to make, and the same for every widget. */
const FORMATS = new Map<string, Intl.NumberFormat>();

export class Format {
  readonly locale: Locale;
  readonly language: Language;

  constructor(language: Language, own?: Own) {
    this.language = language;
    this.locale = localeOf(language, own);
  }

  #intl(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = this.language + JSON.stringify(options);
    let format = FORMATS.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(this.language, options);
      FORMATS.set(key, format);
    }
    return format;
  }

  /** A plain number: whole when large, with as many digits as matter when small. */
  number(value: number): string {
    const size = Math.abs(value);
    if (size >= 1000) return this.#intl({ maximumFractionDigits: 0 }).format(value);
    if (size >= 100) return this.#intl({ maximumFractionDigits: 1 }).format(value);
    return this.#intl(
      size >= 1 ? { maximumFractionDigits: 2 } : { maximumSignificantDigits: 3 },
    ).format(value);
  }

  /** A large number in words: 1.68 million, 168万. */
  compact(value: number, digits = 3): string {
    return this.#intl({
      notation: "compact",
      compactDisplay: "long",
      maximumSignificantDigits: digits,
    }).format(value);
  }

  percent(value: number): string {
    const size = Math.abs(value);
    return this.#intl({ style: "percent", maximumFractionDigits: size < 1 ? 1 : 0 }).format(value);
  }

  /** A number of months, to the tenth. */
  months(value: number): string {
    return this.#intl({ maximumFractionDigits: value < 100 ? 1 : 0 }).format(value);
  }

  gpus(count: number): string {
    return this.locale.gpus(count, this.number(count));
  }

  years(value: number): string {
    return this.locale.years(value);
  }

  /** An index against 1: 0.96×. */
  times(value: number): string {
    return `${this.#intl(value < 0.1 ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)}×`;
  }

  money(value: number): string {
    const sign = value < 0 ? "−" : "";
    return sign + this.locale.money(this.#amount(Math.abs(value)));
  }

  #amount(value: number): string {
    if (value >= 1e6) return this.compact(value);
    if (value >= 1000 || value === 0) {
      return this.#intl({ maximumFractionDigits: 0 }).format(value);
    }
    return this.#intl(
      value >= 0.1
        ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
        : { maximumSignificantDigits: 3 },
    ).format(value);
  }

  /** For an axis: $40M, 4000万. */
  moneyTick(value: number): string {
    return this.locale.moneyTick(
      this.#intl({ notation: "compact", maximumSignificantDigits: 3 }).format(value),
    );
  }

  /** A quantity with its unit, as part of a text or a table. */
  quantity(quantity: Quantity, value: number): string {
    if (isPercent(quantity)) return this.percent(value);
    const text = quantity.unit.startsWith("USD") ? this.money(value) : this.#plain(value);
    const pattern = this.locale.units[quantity.unit]?.value ?? `{} ${quantity.unit}`;
    return pattern.replace("{}", text);
  }

  #plain(value: number): string {
    return Math.abs(value) >= 1e6 ? this.compact(value) : this.number(value);
  }

  /** What stands in a number field: every digit that counts, no unit. */
  field(info: ParameterInfo, value: number): string {
    const options = { maximumSignificantDigits: 12 };
    return this.#intl(isPercent(info) ? { ...options, style: "percent" } : options).format(value);
  }

  /** The unit beside the label of a number field; per cent stands in the field. */
  fieldUnit(info: Quantity): string {
    return this.locale.units[info.unit]?.field ?? info.unit;
  }

  /** A bound in a message beside a field. */
  bound(info: Quantity, value: number): string {
    return isPercent(info)
      ? this.percent(value)
      : this.#intl({ maximumSignificantDigits: 12 }).format(value);
  }
}
