/**
 * The shape of the words: English is the type, every other language has exactly its keys.
 *
 * A text is a string, or a function of texts that are formatted already. Which sentence fits a
 * result is decided once for all languages, in `calculators/`; a language only says it.
 */
import type { Format } from "../formats/format.js";
import type { CalculatorName } from "../generated/metadata.js";
import type { Calculators } from "../generated/word-types.js";
import type { shared } from "./en/shared.js";

/** The languages that every widget brings along. */
export const LANGUAGES = ["en", "zh"] as const;

export type BuiltIn = (typeof LANGUAGES)[number];

export function isBuiltIn(language: unknown): language is BuiltIn {
  return (LANGUAGES as readonly unknown[]).includes(language);
}

/** The built-in language that a tag asks for: `zh-CN` is `zh`, what is none of them is English. */
export function builtInFor(tag: string): BuiltIn {
  const [primary] = tag.toLowerCase().split(/[-_]/);
  return isBuiltIn(primary) ? primary : "en";
}

/** A language tag of a language that is known: built in, or added by the page. */
export type Language = string;

/** The words that all calculators share. */
export type Shared = typeof shared;

/** A whole language, as a page can add one. */
export interface Locale {
  readonly shared: Shared;
  readonly calculators: Calculators;
}

/** Of a thing, one in each language. */
export type InEachLanguage<Thing> = Readonly<Record<BuiltIn, Thing>>;

/** Any text in other words: in place of a function, a string with its arguments as `{1}`, `{2}`. */
export type Override<Words> = {
  readonly [Key in keyof Words]?: Words[Key] extends string
    ? string
    : Words[Key] extends (...given: never[]) => unknown
      ? string | Words[Key]
      : Override<Words[Key]>;
};

/** The answer in words: its first words, the sentence that goes on from there, the second line. */
export interface Verdict {
  readonly lead: string;
  readonly rest: string;
  readonly more: string;
}

/** What a sentence is about. */
export interface Context<Result> {
  readonly format: Format;
  readonly result: Result;
  /** Whether the reader has changed a figure. */
  readonly changed?: boolean;
  /** The chip that the figures are of, where they are one's. */
  readonly chip?: string | undefined;
}

export type { CalculatorName, Calculators };
