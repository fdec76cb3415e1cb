/** Codes of currencies, ISO 4217. */
import { nearest } from "./suggest.js";

/** Old browsers have no list of them. */
const CODES: readonly string[] | undefined = Intl.supportedValuesOf?.("currency");

/** What amounts are in where nothing else is said. */
const OWN = "USD";

/** What one US dollar is in any currency, with room: rates beyond are slips of the pen. */
export const RATE = { min: 1e-4, max: 1e8 } as const;

/** Whether amounts can be shown in it. */
export function isCode(text: string): boolean {
  return text !== OWN && (CODES?.includes(text) ?? /^[A-Z]{3}$/.test(text));
}

/** The code that was probably meant: `euro` is EUR. */
export function codeNear(text: string): string {
  const codes = CODES?.filter((code) => code !== OWN).map((code) => code.toLowerCase()) ?? [];
  return (/^[a-z]{3,4}$/i.test(text) ? nearest(text, codes) : undefined)?.toUpperCase() ?? "EUR";
}
