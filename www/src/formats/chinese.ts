/** Numbers in Chinese characters, as readers write them: 三万七千, 一百五十, 三成, 七成五, 一点五亿. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Powers of ten of the characters that count. */
export const POWERS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};

/** A number as its figures and a power of ten: a reader of ranges needs both. */
export interface Spelled {
  readonly digits: string;
  readonly shift: number;
  /** Tenths, 成, are a part of something. */
  readonly tenths: boolean;
}

const DIGIT = "[零〇一二两兩三四五六七八九]";
const WHOLE = new RegExp(`^(?:${DIGIT}|[十百千万萬亿億])+$`);
const POINT = new RegExp(`^(${DIGIT}|[十百千]+)+点(${DIGIT}+)([万萬]?[亿億]?)$`);
const ONE_UNIT = /^([^万萬亿億]+)([万萬]?[亿億]|[万萬])$/;
const TENTHS = new RegExp(`^(${DIGIT}(?:点${DIGIT})?|十|\\d+(?:\\.\\d+)?)成(${DIGIT}|\\d|半)?$`);

/** What a text of Chinese numerals means; nothing where it is none, or could be several. */
export function spelled(text: string): Spelled | undefined {
  const tenths = TENTHS.exec(text);
  if (tenths !== null) {
    const [, whole = "", rest] = tenths;
    const first = figuresOf(whole);
    // 三点五成 has its half already.
    if (rest === undefined) return { digits: first, shift: -1, tenths: true };
    if (first.includes(".")) return undefined;
    const part = rest === "半" ? "5" : figuresOf(rest);
    return { digits: `${first}.${part}`, shift: -1, tenths: true };
  }
  const [all, , fraction = "", unit = ""] = POINT.exec(text) ?? [];
  if (all !== undefined) {
    const whole = count(all.slice(0, all.indexOf("点")), Number.POSITIVE_INFINITY);
    if (whole === undefined) return undefined;
    return { digits: `${whole}.${figuresOf(fraction)}`, shift: power(unit), tenths: false };
  }
  if (!WHOLE.test(text)) return undefined;
  // The unit at the end is kept apart: "三到四万" says it once.
  const [, before = "", unitAtEnd = ""] = ONE_UNIT.exec(text) ?? [];
  const value = count(before || text, Number.POSITIVE_INFINITY);
  return value === undefined
    ? undefined
    : { digits: String(value), shift: power(unitAtEnd), tenths: false };
}

function figuresOf(text: string): string {
  if (text === "十") return "10";
  return [...text].map((sign) => (sign === "点" ? "." : (DIGITS[sign] ?? sign))).join("");
}

function power(units: string): number {
  return [...units].reduce((power, sign) => power + (POWERS[sign] ?? 0), 0);
}

/** A whole number below a limit: split at its greatest unit, down to single figures. */
function count(text: string, limit: number): number | undefined {
  const unit = ["亿億", "万萬", "千", "百", "十"].find((signs) =>
    [...signs].some((sign) => text.includes(sign)),
  );
  if (unit === undefined) {
    const digit = text.length === 1 ? DIGITS[text] : undefined;
    return digit !== undefined && digit < limit ? digit : undefined;
  }
  const at = Math.max(...[...unit].map((sign) => text.lastIndexOf(sign)));
  const size = 10 ** (POWERS[text[at] ?? ""] ?? 0);
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  // Only ten may stand without how many: 百万 can be one or several.
  const times = before === "" && size === 10 ? 1 : count(before, size >= 1e4 ? size : 10);
  if (times === undefined || times === 0 || times * size >= limit) return undefined;
  const rest = below(after, size);
  return rest === undefined ? undefined : times * size + rest;
}

/** What stands behind a unit: 一百五 is 150, and 一百零五 is 105. */
function below(text: string, size: number): number | undefined {
  if (text === "") return 0;
  const digit = DIGITS[text];
  if (digit !== undefined) return digit === 0 ? undefined : (digit * size) / 10;
  const bare = text.replace(/^[零〇]/, "");
  const value = DIGITS[bare] === 0 ? undefined : count(bare, size);
  // Of 一亿两千 nobody can tell whether it lacks 零 or 万.
  return value === undefined || (bare === text && value < size / 10) ? undefined : value;
}
