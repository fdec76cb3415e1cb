/** The language of an element, and its words. */
import { en, type Locale } from "./locales/en.js";
import { zh } from "./locales/zh.js";

export type Language = "en" | "zh";
export type { Locale };

export const locales: Readonly<Record<Language, Locale>> = { en, zh };

/** The language an element is in: its own `lang`, else that of what surrounds it, else English. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) {
    const language = at.getAttribute("lang");
    if (language) return /^zh\b/i.test(language) ? "zh" : "en";
  }
  return "en";
}

/** The nearest ancestor, out of shadow roots as well. */
function enclosing(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
