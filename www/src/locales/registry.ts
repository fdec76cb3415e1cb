/** Which languages there are: built in, added by a page; and what a publisher says otherwise. */
import type { CalculatorName } from "../generated/metadata.js";
import { NAMES } from "../generated/names.js";
import { tell as complain } from "../page-json.js";
import { nearest } from "../suggest.js";
import { shared as en } from "./en/shared.js";
import { spacedWords } from "./spaced.js";
import {
  type BuiltIn,
  type Calculators,
  type InEachLanguage,
  isBuiltIn,
  LANGUAGES,
  type Language,
  type Locale,
  type Override,
  type Shared,
} from "./types.js";
import { shared as zh } from "./zh/shared.js";

/** In the embed English alone: there each other language is a file of its own. */
const SHARED: InEachLanguage<Shared> = { en, zh };

/** Told at `document` when the words of a language have changed. */
export const WORDS_CHANGED = "chip-words";

interface Registry {
  readonly locales: Map<string, Override<Locale>>;
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

/** Built-in languages that came as files of their own; `undefined` for one that did not arrive. */
const fetched = new Map<string, Locale | undefined>();
const coming = new Map<string, Promise<void>>();
let fetchLanguage: ((language: BuiltIn) => Promise<Locale>) | undefined;

/** Where languages come from that are no part of the code. */
export function languagesFrom(fetch: (language: BuiltIn) => Promise<Locale>): void {
  fetchLanguage = fetch;
}

function isHere(language: Language): boolean {
  return (
    !isBuiltIn(language) || SHARED[language] !== undefined || fetched.get(language) !== undefined
  );
}

/** When the words are here that a tag asks for; nothing where they are, or never will be. */
export function arrivalOf(tag: string): Promise<void> | undefined {
  const language = knownFor(tag);
  if (!isBuiltIn(language) || isHere(language)) return undefined;
  if (fetchLanguage === undefined || fetched.has(language)) return undefined;
  const arrival = coming.get(language) ?? arrive(language, fetchLanguage);
  coming.set(language, arrival);
  return arrival;
}

async function arrive(language: BuiltIn, fetch: NonNullable<typeof fetchLanguage>): Promise<void> {
  try {
    fetched.set(language, await fetch(language));
  } catch (error) {
    complain(`the words of ${language} could not be loaded, English stands in: ${error}`);
    fetched.set(language, undefined);
  }
  tell();
}

/**
 * Adds a language, by its tag: every widget whose `lang` it fits speaks it from now on. What it leaves
 * out stands in English, and is told.
 */
export function addLanguage(tag: string, locale: Override<Locale>): void {
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

/** The same from data that nobody has checked: what of it is no text is told, and the rest counts. */
export function overrideFrom(tag: string, words: unknown): void {
  const { overrides } = registry();
  if (typeof words !== "object" || words === null) {
    complain(`words ${tag}: no object`);
    return;
  }
  for (const key of Object.keys(words)) noText(`${tag}.${key}`, key, ["shared", "calculators"]);
  const { calculators: own } = words as { calculators?: unknown };
  for (const key of Object.keys(Object(own))) {
    noText(`${tag}.calculators.${key}`, key, NAMES);
  }
  overrides.set(tag, [...(overrides.get(tag) ?? []), words as Override<Locale>]);
  tell();
}

/** Tells a key that is none. */
function noText(at: string, key: string, known: readonly string[]): void {
  if (known.includes(key)) return;
  const meant = nearest(key, known);
  complain(
    `words ${at}: there is no such text${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  );
}

/**
 * The language that words of a page are in, by the tag it gives: a known one, or one that is new, where the
 * browser knows how it writes numbers. Nothing for what is no language.
 */
export function languageToSay(tag: string): string | undefined {
  const language = tag.toLowerCase();
  if (knownLanguages().includes(language)) return language;
  const [primary = ""] = language.split("-");
  if (isBuiltIn(primary)) return undefined;
  try {
    if (Intl.NumberFormat.supportedLocalesOf(tag).length === 0) return undefined;
  } catch {
    return undefined;
  }
  registry().locales.set(language, {});
  return language;
}

/** Rises when words change. */
export function wordsVersion(): number {
  return registry().version;
}

/** The languages that there are words in. */
export function knownLanguages(): string[] {
  return [...new Set([...registry().locales.keys(), ...LANGUAGES])];
}

/** The language to speak where a tag asks for one: English until its words are here. */
export function languageFor(tag: string): Language {
  const language = knownFor(tag);
  void arrivalOf(language);
  return isHere(language) ? language : "en";
}

/** The known language that a tag asks for: `zh_CN` is `zh`, what is not known is English. */
export function knownFor(tag: string): Language {
  const wanted = tag.replaceAll("_", "-").toLowerCase();
  const known = knownLanguages();
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
  builtIn: Words | undefined,
  base: Words,
  pick: (override: Override<Locale>) => Override<Words> | undefined,
): Words {
  const all = registry();
  const known = cache.get(key);
  if (known?.version === all.version) return known.words as Words;
  const given = [all.locales.get(language) ?? {}, ...(all.overrides.get(language) ?? [])]
    .map(pick)
    .filter((override) => override !== undefined);
  const told = given.reduce<Words>(
    (words, override) => merge(words, override, key),
    builtIn ?? base,
  );
  const gaps = builtIn === undefined ? missing(base, given) : [];
  if (gaps.length > 0) complain(`words ${key}: in English for want of ${gaps.join(", ")}`);
  const words = language === "zh" ? spacedWords(told) : told;
  cache.set(key, { version: all.version, words });
  return words;
}

/** The words that all calculators share. */
export function sharedWords(language: Language): Shared {
  // How a language writes numbers goes by its tag, unless who adds it says so.
  const { shared } = registry().locales.get(language) ?? {};
  const forms = Object.entries(shared ?? {}).filter(([key]) => FORMS.includes(key));
  return resolved(
    `${language}.shared`,
    language,
    SHARED[language as BuiltIn] ?? fetched.get(language)?.shared,
    { ...en, tag: language, htmlTag: language, ...Object.fromEntries(forms) },
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
      `${language}.calculators.${name}`,
      language,
      own[language as BuiltIn] ?? (fetched.get(language)?.calculators[name] as Calculators[Name]),
      own.en,
      ({ calculators }) => calculators?.[name] as Override<Calculators[Name]> | undefined,
    );
}

/** How a language writes numbers and names itself: no texts. */
const FORMS = ["tag", "htmlTag", "useGrouping", "compactFrom"];

/** The texts that nobody gives, by their names. */
function missing(words: object, given: readonly object[], path = ""): string[] {
  return Object.entries(words).flatMap(([key, text]) => {
    if (FORMS.includes(key)) return [];
    const own = given.map((texts) => Object(texts)[key]).filter((text) => text !== undefined);
    if (own.length === 0) return [path + key];
    return Object(text) === text && typeof text !== "function"
      ? missing(text, own, `${path}${key}.`)
      : [];
  });
}

/** Longer than any text of a widget. */
const MOST_TEXT = 500;

/** Whatever of the override is no text of these words is told, and the words stay. */
function merge<Words extends object>(words: Words, override: unknown, path: string): Words {
  const result = (Array.isArray(words) ? [...words] : { ...words }) as Words;
  if (typeof override !== "object" || override === null) {
    complain(`words ${path}: not a text but texts, by name`);
    return words;
  }
  const known = Object.keys(words);
  for (const [key, given] of Object.entries(override)) {
    const at = `${path}.${key}`;
    if (!known.includes(key)) {
      noText(at, key, known);
      continue;
    }
    const name = key as keyof Words;
    const present = words[name];
    if (typeof present === "object" && present !== null) {
      result[name] = merge(present, given, at) as Words[typeof name];
      continue;
    }
    if (typeof given === "function" && typeof present === "function") {
      result[name] = given as Words[typeof name];
      continue;
    }
    const wrong = FORMS.includes(key) && given !== present ? "no text" : wrongText(present, given);
    if (wrong !== undefined) complain(`words ${at}: ${wrong}`);
    else if (typeof present === "function")
      result[name] = fill(String(given)) as Words[typeof name];
    else result[name] = given as Words[typeof name];
  }
  return result;
}

/** A string that says where its figures stand. */
function fill(template: string): (...texts: unknown[]) => string {
  return (...texts) =>
    template.replace(/\{(\d)\}/g, (place, index) => String(texts[Number(index) - 1] ?? place));
}

/** Why a text cannot take the place of another. */
function wrongText(present: unknown, given: unknown): string | undefined {
  if (given === present) return undefined;
  if (typeof given !== "string") return "not a text";
  if (given.trim() === "") return "empty";
  if (given.length > MOST_TEXT) return `longer than ${MOST_TEXT} characters`;
  if (String(present).includes("{}") && !given.includes("{}"))
    return "{} is missing, which is its figure";
  const figures = typeof present === "function" ? present.length : 0;
  const beyond = [...given.matchAll(/\{(\d)\}/g)].find(
    ([, at]) => Number(at) < 1 || Number(at) > figures,
  );
  return (
    beyond && `there is no ${beyond[0]}; it has ${figures === 0 ? "none" : `{1} to {${figures}}`}`
  );
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
