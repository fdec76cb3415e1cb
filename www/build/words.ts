/** `words/en.json`, `words/zh.json`: every text of the widgets as a page's own words are written. */
import { en } from "../src/generated/locales/en.js";
import { zh } from "../src/generated/locales/zh.js";
import type { Locale } from "../src/locales/types.js";

const LANGUAGES: Readonly<Record<string, Locale>> = { en, zh };

/** How a language writes numbers: no text that a page could say otherwise. */
const FORMS = ["tag", "htmlTag", "useGrouping", "compactFrom"];

/** A text with figures, `{1}`, `{2}` … in their place; nothing where they are no texts. */
function template(text: (...given: unknown[]) => unknown): string | undefined {
  const places = Array.from({ length: text.length }, (_, index) => `{${index + 1}}`);
  // What is one or several is told by what follows the figure: several is the rule.
  for (const given of [places, [...places.slice(0, 1), ...places.slice(1).map(() => false)]]) {
    try {
      const written = text(...given);
      const isWhole =
        places.length === 0 || places.some((place) => String(written).includes(place));
      if (typeof written === "string" && isWhole) return written;
    } catch {
      // It takes lists.
    }
  }
  return undefined;
}

function texts(words: unknown): unknown {
  if (typeof words === "function") return template(words as () => unknown);
  if (typeof words === "string") return words.trim() === "" ? undefined : words;
  if (typeof words !== "object" || words === null) return undefined;
  if (Array.isArray(words)) return words;
  const told = Object.entries(words)
    .filter(([key]) => !FORMS.includes(key))
    .map(([key, inner]) => [key, texts(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(told);
}

/** The files by their names in the package. */
export function wordFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(LANGUAGES).map(([language, words]) => [
      `words/${language}.json`,
      `${JSON.stringify({ [language]: texts(words) }, null, 2)}\n`,
    ]),
  );
}
