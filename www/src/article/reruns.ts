/** A claim on the prices of its article's date and on the newest, in words. */
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { spaced } from "../locales/spaced.js";
import { amount } from "./amounts.js";
import type { Claim, Move, Rerun } from "./report.js";
import { told } from "./told.js";
import { words } from "./words.js";

/** Days as they have been told, by language: a format takes longer to make than a frame has for it. */
const DAYS = new Map<string, string>();

/** A day, month or year: November 6, 2024. */
export function date(iso: string, language: Language): string {
  const key = `${language} ${iso}`;
  let told = DAYS.get(key);
  if (told === undefined) {
    const [year = 0, month, day] = iso.split("-").map(Number);
    const format = new Intl.DateTimeFormat(language, {
      timeZone: "UTC",
      year: "numeric",
      ...(month === undefined ? {} : { month: "long" }),
      ...(day === undefined ? {} : { day: "numeric" }),
    });
    told = spaced(format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
    DAYS.set(key, told);
  }
  return told;
}

/** What moved: the cloud price of the H100. */
function priced({ price, chip }: Move, language: Language): string {
  return words[language].prices[price](chip);
}

/** The same with the chip whose own price is not known: the H100's stands in for the H200's. */
export function pricedFor(move: Move, language: Language): string {
  return words[language].priced(priced(move, language), move.standsFor);
}

/** Both results, whether the claim held and holds, and the price that moved the result most. */
export function thenAndNow(rerun: Rerun, claim: Claim, language: Language): string {
  const { then, now, unit } = rerun;
  const text = words[language].reruns;
  const label = told(claim.checks[rerun.check]?.label, language);
  const result = ({ value }: Rerun["then"]) =>
    value === null ? text.noAnswer : amount(value, unit, language);
  const moments = [
    result(then),
    date(then.date, language),
    result(now),
    date(now.date, language),
  ] as const;
  const both = label === "" ? text.both(...moments) : text.bothOf(label, ...moments);
  return [both, standing(rerun, language), cause(rerun, language)]
    .filter((sentence) => sentence !== "")
    .join(sharedWords(language).space);
}

function standing({ then, now }: Rerun, language: Language): string {
  if (then.holds === null || now.holds === null) return "";
  const text = words[language].reruns;
  if (then.holds) return now.holds ? text.heldAndHolds : text.heldAlone;
  return now.holds ? text.holdsAlone : text.neverHeld;
}

/** What moved most, by how much, and what that does by itself. */
function cause({ moves, unit }: Rerun, language: Language): string {
  const [most] = moves;
  if (most === undefined || most.effect === null) return "";
  const text = words[language].reruns;
  if (most.effect === 0) return text.noEffect;
  // From one percentage to another it is so many points.
  const of = unit === "%" ? "percentage point" : unit;
  const [bare = ""] = most.unit.split("/");
  return (most.effect > 0 ? text.adds : text.takesOff)(
    priced(most, language),
    most.standsFor,
    amount(most.from, most.unit, language),
    amount(most.to, text.repeatsUnit ? most.unit : bare, language),
    amount(Math.abs(most.effect), of, language),
  );
}

/** What the newest prices make of a claim, where it is not what those of its date did; the price that decides is named. */
export function turned(claim: Claim, language: Language): string {
  const judged = claim.reruns.filter(({ then, now }) => then.holds !== null && now.holds !== null);
  const turn = judged.find(({ then, now }) => then.holds !== now.holds);
  if (turn === undefined) return "";
  const { holds } = turn.now;
  const [most] = turn.moves;
  const text = words[language].reruns;
  if (most === undefined) return holds ? text.nowHolds : text.noLonger;
  return (holds ? text.nowHoldsAt : text.noLongerAt)(priced(most, language), most.standsFor);
}
