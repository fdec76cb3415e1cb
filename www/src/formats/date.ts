/** Dates for readers: one style for each language, wherever they stand. */
import { spaced } from "../locales/spaced.js";

/** What formats dates is dear to make. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** A day, month or year, as precise as its ISO text: November 23, 2026. */
export function dateText(iso: string, tag: string): string {
  const [year = 0, month, day] = iso.split("-").map(Number);
  const at = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (Number.isNaN(at)) return iso;
  const key = `${tag} ${month === undefined} ${day === undefined}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    // A page may have put members on `Object.prototype`: options must not inherit them.
    const options: Intl.DateTimeFormatOptions = Object.assign(Object.create(null), {
      timeZone: "UTC",
      year: "numeric",
      ...(month === undefined ? {} : { month: "long" }),
      ...(day === undefined ? {} : { day: "numeric" }),
    });
    format = new Intl.DateTimeFormat(tag, options);
    FORMATS.set(key, format);
  }
  return spaced(format.format(at));
}

/** Whether a text is a day of these two centuries: 2026-02-30 is none, whatever `Date` makes of it. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day it is where the reader, or the one at the command, is: 2026-11-28. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
