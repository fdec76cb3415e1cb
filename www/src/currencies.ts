/** Codes of currencies, ISO 4217. */
import { nearest } from "./suggest.js";

/** Old browsers have no list of them. */
const CODES: readonly string[] | undefined = Intl.supportedValuesOf?.("currency");

export function isCode(text: string): boolean {
  return CODES?.includes(text) ?? /^[A-Z]{3}$/.test(text);
}

/** The code that was probably meant: `euro` is EUR. */
export function codeNear(text: string): string {
  const codes = CODES?.map((code) => code.toLowerCase()) ?? [];
  return (/^[a-z]{3,4}$/i.test(text) ? nearest(text, codes) : undefined)?.toUpperCase() ?? "EUR";
}
