/** What must not break in two: a GPU-hour, an amount with its unit, the end of a Chinese text. */
import { html, type TemplateResult } from "lit";

/** "$84 million"; in Chinese, where sentences have no spaces to break at, the figures and their scale, and the dollars. */
const AMOUNT =
  "[$\\u20ac\\u00a3]?\\d[\\d,.]* ?(?:million|billion|[\\u4e07\\u4ebf]+)|\\u7f8e\\u5143";
/** No character stands on a last line alone. */
const END = "[\\u4e00-\\u9fff]{2}[\\u3002\\uff01\\uff1f\\uff09\\uff1a]*$";

const JOINED = new RegExp(`(GPU-\\p{L}+|${AMOUNT}|${END})`, "u");

/**
 * A text whose units stay together. No sign in the text does that: fonts lack the hyphen that does not
 * break, and what is copied or searched for would hold it.
 */
export function unbroken(text: string): string | (string | TemplateResult)[] {
  const parts = text.split(JOINED);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? part : html`<span class="joined">${part}</span>`,
  );
}
