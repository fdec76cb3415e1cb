/** The language of an element, and its words. */
import { en } from "./locales/en.js";
import type { Language, Own, Shared } from "./locales/words.js";
import { zh } from "./locales/zh.js";

export type { Language };

/** What a widget says in a language: what all say, with the labels of its own calculator. */
export type Locale = Shared & Pick<Own, "title">;

export const shared: Readonly<Record<Language, Shared>> = { en, zh };

/** The shared words and those of a calculator together. */
export function localeOf(language: Language, own: Partial<Own> = {}): Locale {
  const words = shared[language];
  return {
    ...words,
    title: own.title ?? "",
    parameters: { ...words.parameters, ...own.parameters },
    hints: { ...words.hints, ...own.hints },
    outputs: { ...words.outputs, ...own.outputs },
    choices: { ...words.choices, ...own.choices },
  };
}

/** The language an element is in: its own `lang`, else that of what surrounds it, else English. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) {
    const language = at.getAttribute("lang");
    if (language) return /^zh(?![a-z])/i.test(language) ? "zh" : "en";
  }
  return "en";
}

/** The nearest ancestor, out of shadow roots as well. */
function enclosing(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
