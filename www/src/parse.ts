/** Numbers as readers type them. */

/** Powers of ten of the suffixes that readers of either language put behind a number. */
const SUFFIXES: Readonly<Record<string, number>> = {
  "": 0,
  "%": -2,
  k: 3,
  m: 6,
  bn: 9,
  万: 4,
  萬: 4,
  亿: 8,
  億: 8,
};

// A separator must stand between groups of three: "3,7" is a slip or a decimal comma, not 37.
const NUMBER =
  /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,4}))?\s*(%|k|m|bn|万|萬|亿|億|)$/i;

/** Full-width digits, signs and stops as the ones `Number` knows; without a currency. */
function normalize(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2212\u2013\uFE63]/g, "-")
    .replace(/。/g, ".")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:US)?\$ ?|^USD ?| ?(?:USD|美元)$/i, "");
}

/**
 * The number a text stands for; `null` for an empty text, `undefined` for one that is no number.
 *
 * In a field that shows per cent, a bare number is per cent too: what the reader sees is what counts.
 * The decimal point is moved in the text, because dividing by 100 would miss the nearest double.
 */
export function parseNumber(text: string, percent = false): number | null | undefined {
  const plain = normalize(text);
  if (plain === "") return null;
  const match = NUMBER.exec(plain);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0", suffix = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  const shift = suffix === "" && percent ? -2 : (SUFFIXES[suffix.toLowerCase()] ?? 0);
  const digits = whole.replace(/[, ]/g, "");
  return Number(`${sign}${digits}.${fraction}e${Number(exponent) + shift}`);
}
