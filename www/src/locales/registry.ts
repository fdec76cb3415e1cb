/** Which languages there are: built in, added by a page; and what a publisher says otherwise. */
import type { CalculatorName } from "../generated/metadata.js";
import { shared as en } from "./en/shared.js";
import {
  type BuiltIn,
  type Calculators,
  type InEachLanguage,
  LANGUAGES,
  type Language,
  type Locale,
  type Override,
  type Shared,
} from "./types.js";
import { shared as zh } from "./zh/shared.js";

const SHARED: InEachLanguage<Shared> = { en, zh };

/** Told at `document` when the words of a language have changed. */
export const WORDS_CHANGED = "chip-words";

interface Registry {
  readonly locales: Map<string, Locale>;
  readonly overrides: Map<string, Override<Locale>[]>;
  version: number;
}

/**
 * A language comes as a module of its own, built by someone else: it meets the widgets in a place
 * of the page, not in a file that both would have to share.
 */
const PLACE = Symbol.for("chip-calculators.words");

function registry(): Registry {
  const page = globalThis as { [PLACE]?: Registry };
  page[PLACE] ??= { locales: new Map(), overrides: new Map(), version: 0 };
  return page[PLACE];
}

function tell(): void {
  registry().version += 1;
  if (typeof document !== "undefined") document.dispatchEvent(new Event(WORDS_CHANGED));
}

/** Adds a language, by its tag: every widget whose `lang` it fits speaks it from now on. */
export function addLanguage(tag: string, locale: Locale): void {
  registry().locales.set(tag.toLowerCase(), locale);
  tell();
}

/**
 * Says any text of a language in other words. In place of a text with figures stands a string with
 * `{1}`, `{2}` … for them: `{ calculators: { cloudBreakEven: { verdict: { own: "Build." } } } }`.
 */
export function overrideWords(tag: Language, words: Override<Locale>): void {
  const { overrides } = registry();
  check(words, { shared: en }, ["calculators"]);
  overrides.set(tag.toLowerCase(), [...(overrides.get(tag.toLowerCase()) ?? []), words]);
  tell();
}

/** The known language that a tag asks for: `zh_CN` is `zh`, what is not known is English. */
export function languageFor(tag: string): Language {
  const { locales } = registry();
  const wanted = tag.replaceAll("_", "-").toLowerCase();
  const known = [...locales.keys(), ...LANGUAGES];
  const [primary] = wanted.split("-");
  return (
    known.find((language) => language === wanted) ??
    known.find((language) => language === primary) ??
    known.find((language) => language.split("-")[0] === primary) ??
    "en"
  );
}

const cache = new Map<string, { version: number; words: object }>();

function resolved<Words extends object>(
  key: string,
  language: Language,
  base: (registry: Registry) => Words,
  pick: (override: Override<Locale>) => Override<Words> | undefined,
): Words {
  const all = registry();
  const known = cache.get(key);
  if (known?.version === all.version) return known.words as Words;
  const words = (all.overrides.get(language) ?? [])
    .map(pick)
    .filter((override) => override !== undefined)
    .reduce<Words>((words, override) => merge(words, override), base(all));
  cache.set(key, { version: all.version, words });
  return words;
}

/** The words that all calculators share. */
export function sharedWords(language: Language): Shared {
  return resolved(
    language,
    language,
    ({ locales }) => locales.get(language)?.shared ?? SHARED[language as BuiltIn] ?? en,
    ({ shared }) => shared,
  );
}

/** The words of one calculator, from those it brings along. */
export function wordsOf<Name extends CalculatorName>(
  name: Name,
  own: InEachLanguage<Calculators[Name]>,
): (language: Language) => Calculators[Name] {
  return (language) =>
    resolved<Calculators[Name] & object>(
      `${language} ${name}`,
      language,
      ({ locales }) =>
        locales.get(language)?.calculators[name] ?? own[language as BuiltIn] ?? own.en,
      ({ calculators }) => calculators?.[name] as Override<Calculators[Name]> | undefined,
    );
}

function merge<Words extends object>(words: Words, override: Override<Words>): Words {
  const result = { ...words };
  for (const key of Object.keys(words) as (keyof Words)[]) {
    if (!Object.hasOwn(override, key)) continue;
    const given: unknown = override[key];
    const present = words[key];
    if (typeof present === "function" && typeof given === "string") {
      result[key] = fill(given) as Words[typeof key];
    } else if (typeof present === "object" && typeof given === "object" && given !== null) {
      result[key] = merge(present as object, given) as Words[typeof key];
    } else if (typeof present === typeof given) {
      result[key] = given as Words[typeof key];
    }
  }
  return result;
}

/** A string that says where its figures stand. */
function fill(template: string): (...texts: unknown[]) => string {
  return (...texts) =>
    template.replace(/\{(\d)\}/g, (place, index) => String(texts[Number(index) - 1] ?? place));
}

/** A key that no text has is a slip of the pen, and is told. */
function check(override: object, words: object, free: readonly string[], path = ""): void {
  for (const [key, given] of Object.entries(override)) {
    const at = path === "" ? key : `${path}.${key}`;
    if (free.includes(at)) continue;
    if (!Object.hasOwn(words, key)) throw new TypeError(`There is no text ${at}.`);
    const present = (words as Record<string, unknown>)[key];
    if (typeof given === "object" && given !== null && typeof present === "object") {
      check(given, present as object, free, at);
    }
  }
}
