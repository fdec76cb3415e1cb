/** The language of an element, and its words. */
import { enclosing } from "./enclosing.js";
import { arrivalOf, languageFor, sharedWords } from "./locales/registry.js";
import { type BuiltIn, isBuiltIn, type Shared } from "./locales/types.js";

export type Language = BuiltIn;

export type Words = Readonly<Record<string, string>>;

/** Of parameters and results, by name: labels, hints, the names of what can be chosen. */
export interface Labels {
  readonly parameters: Words;
  readonly hints: Words;
  readonly choices: Readonly<Record<string, Words>>;
  readonly outputs: Words;
}

/** The labels of a calculator, out of its words. */
export type OwnLabels = Partial<Labels> & { readonly name?: string };

/** What a widget says in a language: what all say, with the labels of its own calculator. */
export type Locale = Omit<Shared, "parameters" | "choices" | "reasons" | "groups"> &
  Labels & { readonly title: string; readonly reasons: Words; readonly groups: Words };

/** The shared words and those of a calculator together. */
export function localeOf(language: Language, own: OwnLabels = {}): Locale {
  const words = sharedWords(language);
  return {
    ...words,
    title: own.name ?? "",
    parameters: { ...words.parameters, ...own.parameters },
    hints: { ...own.hints },
    outputs: { ...own.outputs },
    choices: { ...words.choices, ...own.choices },
  };
}

/** The same for what has no words in a language that a page adds: what is said of an article. */
export function builtInLanguageOf(element: Element): Language {
  const language = languageOf(element);
  return isBuiltIn(language) ? language : "en";
}

/** The language an element is in: its own `lang`, else that of what surrounds it, else English. */
export function languageOf(element: Element): Language {
  return languageFor(tagOf(element)) as Language;
}

/** When the words an element speaks are here; nothing where they are. */
export function wordsFor(element: Element): Promise<void> | undefined {
  return arrivalOf(tagOf(element));
}

function tagOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) {
    const tag = at.getAttribute("lang");
    if (tag) return tag;
  }
  return "en";
}
