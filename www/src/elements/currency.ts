/** The currency that a publisher shows amounts in. */
import { codeNear, isCode, RATE } from "../currencies.js";
import { isDay } from "../formats/date.js";
import type { DisplayCurrency } from "../formats/format.js";
import { tell } from "../page-json.js";

/**
 * From the attributes `currency`, `rate` (what one US dollar is in it) and `rate-date`. All three, or
 * amounts stay in dollars: a converted figure without rate and date cannot be checked.
 */
export function currencyOf(
  element: Element,
  code: string,
  rate: string,
  date: string,
): DisplayCurrency | undefined {
  if (code === "" && rate === "" && date === "") return undefined;
  const bad = [
    isCode(code) ? "" : wrong("currency", code, `a code such as ${codeNear(code)}`),
    Number(rate) >= RATE.min && Number(rate) <= RATE.max
      ? ""
      : wrong("rate", rate, `a number from ${RATE.min} to ${RATE.max}, such as 0.92`),
    isDay(date) ? "" : wrong("rate-date", date, "a day such as 2026-11-01"),
  ].filter((problem) => problem !== "");
  if (bad.length === 0) return { code, rate: Number(rate), date };
  tell(`<${element.localName}> stays in dollars: ${bad.join("; ")}`);
  return undefined;
}

function wrong(name: string, given: string, advice: string): string {
  return given === ""
    ? `${name} is missing, ${advice}`
    : `${name}=${JSON.stringify(given)} is not ${advice}`;
}
