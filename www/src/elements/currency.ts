/** The currency that a publisher shows amounts in. */
import type { DisplayCurrency } from "../formats/format.js";

const told = new Set<string>();

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
    /^[A-Z]{3}$/.test(code) ? "" : "currency: a code such as EUR",
    Number(rate) > 0 && Number.isFinite(Number(rate)) ? "" : "rate: such as 0.92",
    /^\d{4}-\d{2}-\d{2}$/.test(date) ? "" : "rate-date: a day such as 2026-11-01",
  ].filter((problem) => problem !== "");
  if (bad.length === 0) return { code, rate: Number(rate), date };
  const message = `chip-calculators: <${element.localName}> stays in dollars; give ${bad.join(", ")}`;
  if (!told.has(message)) console.warn(message);
  told.add(message);
  return undefined;
}
