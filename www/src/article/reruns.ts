/** A claim on the prices of its article's date and on the newest, in words. */
import type { Language } from "../i18n.js";
import { spaced } from "../locales/spaced.js";
import { amount } from "./amounts.js";
import { told } from "./describe.js";
import type { Claim, Move, Rerun } from "./report.js";

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
  if (language === "zh") return `${chip} 的${price === "cloud" ? "云端租价" : "采购价"}`;
  return `${price === "cloud" ? "cloud" : "purchase"} price of the ${chip}`;
}

/** The same with the chip whose own price is not known: the H100's stands in for the H200's. */
export function pricedFor(move: Move, language: Language): string {
  const { standsFor } = move;
  const name = priced(move, language);
  if (standsFor === undefined) return name;
  return language === "zh"
    ? `${name}（代替 ${standsFor} 的价格）`
    : `${name}, in place of the ${standsFor}’s`;
}

/** Both results, whether the claim held and holds, and the price that moved the result most. */
export function thenAndNow(rerun: Rerun, claim: Claim, language: Language): string {
  const zh = language === "zh";
  const { then, now, unit } = rerun;
  const label = told(claim.checks[rerun.check]?.label, language);
  const result = (value: number | null) =>
    value === null ? (zh ? "没有答案" : "no answer") : amount(value, unit, language);
  const [before, after] = [then, now].map(({ value }) => result(value));
  const [day, newest] = [then, now].map((moment) => date(moment.date, language));
  const both = zh
    ? `${label === "" ? "" : `${label}：`}按 ${day}的价格，结果为 ${before}；按 ${newest}的最新价格，为 ${after}。`
    : `${label === "" ? "The result" : label.charAt(0).toUpperCase() + label.slice(1)}: ${before} at the prices of ${day}; ${after} at the newest, of ${newest}.`;
  return [both, standing(rerun, language), cause(rerun, language)]
    .filter((sentence) => sentence !== "")
    .join(zh ? "" : " ");
}

function standing({ then, now }: Rerun, language: Language): string {
  if (then.holds === null || now.holds === null) return "";
  if (language === "zh") {
    if (then.holds) return now.holds ? "当时成立，现在仍成立。" : "当时成立，现在不再成立。";
    return now.holds ? "当时不成立，现在成立。" : "当时不成立，现在也不成立。";
  }
  if (then.holds)
    return now.holds ? "It held then and still does." : "It held then; now it does not.";
  return now.holds ? "It did not hold then; now it does." : "It held neither then nor now.";
}

/** What moved most, by how much, and what that does by itself. */
function cause({ moves, unit }: Rerun, language: Language): string {
  const zh = language === "zh";
  const [most] = moves;
  if (most === undefined || most.effect === null) return "";
  if (most.effect === 0) {
    return zh ? "价格的变化不影响结果。" : "No change of the prices changes it.";
  }
  // From one percentage to another it is so many points.
  const of = unit === "%" ? "percentage point" : unit;
  const effect = amount(Math.abs(most.effect), of, language);
  const from = amount(most.from, most.unit, language);
  // What it is per is said once.
  const to = amount(most.to, zh ? most.unit : (most.unit.split("/")[0] ?? ""), language);
  // Of other sellers perhaps: no price need have risen or fallen.
  if (zh) {
    return `影响最大的是 ${pricedFor(most, language)}：当时 ${from}，现在 ${to}，仅此一项就使结果${most.effect > 0 ? "增加" : "减少"} ${effect}。`;
  }
  const moved = `What moved it most is the ${priced(most, language)}, ${from} then and ${to} now; that alone ${most.effect > 0 ? "adds" : "takes off"} ${effect}.`;
  return most.standsFor === undefined
    ? moved
    : `${moved} It stands in for the price of the ${most.standsFor}.`;
}

/** What the newest prices make of a claim, where it is not what those of its date did; the price that decides is named. */
export function turned(claim: Claim, language: Language): string {
  const judged = claim.reruns.filter(({ then, now }) => then.holds !== null && now.holds !== null);
  const turn = judged.find(({ then, now }) => then.holds !== now.holds);
  if (turn === undefined) return "";
  const { holds } = turn.now;
  const [most] = turn.moves;
  if (language === "zh") {
    const price = most === undefined ? "价格" : pricedFor(most, language);
    return `按${most === undefined ? "最新" : "最新的 "}${price}${holds ? "已经成立" : "已不成立"}。`;
  }
  const price = most === undefined ? "prices" : pricedFor(most, language);
  const comma = most?.standsFor === undefined ? "" : ",";
  return `At the newest ${price}${comma} it ${holds ? "does hold" : "no longer holds"}.`;
}
