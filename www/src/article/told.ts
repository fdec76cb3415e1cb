/** Texts of an article's file, which may be in one language alone. */
import type { Language } from "../i18n.js";
import { LANGUAGES } from "../locales/types.js";
import type { Words } from "./report.js";

/** A text in the language, or in another where that is all there is. */
export function told(texts: Words | null | undefined, language: Language): string {
  const known = [language, ...LANGUAGES].map((known) => texts?.[known]);
  return known.find((text) => typeof text === "string") ?? "";
}
