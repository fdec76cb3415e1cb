/** What is wrong with a setting, in words. */
import type { Language } from "../i18n.js";
import { problems as en } from "../locales/en/publishing.js";
import type { InEachLanguage } from "../locales/types.js";
import { problems as zh } from "../locales/zh/publishing.js";
import type { StateProblem } from "./state.js";

const words: InEachLanguage<typeof en> = { en, zh };

/** How much of a value is quoted. */
const MOST = 60;

/** `gpus=0: must be at least 1`. */
export function problemText(
  { name, value, code, bound }: StateProblem,
  language: Language,
): string {
  const cut = value.length > MOST ? `${value.slice(0, MOST)}…` : value;
  const given = cut === "" ? name : `${name}=${cut}`;
  const text = words[language];
  const why = text[code];
  if (typeof why === "function") return text.problem(given, why(bound ?? ""));
  // Of a word that is unknown it is the nearest there is.
  return text.problem(given, bound === undefined ? why : text.meant(why, bound));
}
