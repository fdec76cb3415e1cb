/** Further languages of the calculators, and texts said otherwise. */
export { addLanguage, overrideWords } from "../locales/registry.js";
export type { Locale, Override } from "../locales/types.js";
