/** __Title__: which sentence fits which result. */
import type { Format } from "../../formats/format.js";
import { __camel__ } from "../../generated/__kebab__.js";
import { __camel__ as en } from "../en/__kebab__.js";
import { wordsOf } from "../registry.js";
import type { Context, Verdict } from "../types.js";
import { __camel__ as zh } from "../zh/__kebab__.js";

export const words = wordsOf("__camel__", { en, zh });

/** The result that the sentence is about: the first of the table. */
const [answer] = __camel__.outputs;

type Result = Readonly<Record<string, unknown>>;

export function title({ format, changed }: Context<Result>): string {
  const text = words(format.language);
  return changed ? text.titleOwn() : text.title();
}

export function verdict({ format, result }: Context<Result>): Verdict {
  const { verdict: text } = words(format.language);
  const value = answer && result[answer.name];
  if (answer === undefined || typeof value !== "number") {
    return { lead: text.none, rest: "", more: "" };
  }
  return { lead: text.is(format.quantity(answer, value)), rest: "", more: "" };
}

/** The answer to figures that are ranges. */
export function between(format: Format, low: number, high: number): Verdict {
  const { verdict: text } = words(format.language);
  const show = (value: number) => (answer ? format.quantity(answer, value) : format.number(value));
  return { lead: text.between(show(low), show(high)), rest: "", more: "" };
}
