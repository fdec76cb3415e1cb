/** What a publisher can set on a widget, each checked as data of unknown origin: from an address, a form, a command. */

import { codeNear, isCode, RATE } from "../currencies.js";
import { isDay } from "../formats/date.js";
import { parseNumber } from "../formats/parse.js";
import type { CalculatorName, ParameterInfo } from "../generated/metadata.js";
import { calculators } from "../generated/metadata.js";
import { LANGUAGES } from "../locales/types.js";
import { kebab } from "../names.js";
import { MOST as MOST_JSON, objectOf } from "../page-json.js";
import { SETTING_WORDS } from "../settings.js";
import { nearest } from "../suggest.js";

/** A number as a machine writes it: neither per cent nor thousands separators. */
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Colours as they stand in addresses: `0a6b68`, without `#`, which would end them. */
const COLOR = /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

/** Most characters of a heading and of a preset's name. */
const MOST_TEXT = 200;

/** The colours a publisher chooses, each a custom property `--chip-…`. */
export const COLORS = ["accent", "contrast", "text", "muted", "surface", "border"] as const;
export type Color = (typeof COLORS)[number];

/** `accent-color` sets `--chip-accent`. */
const COLOR_ENDING = "-color";

export function colorOf({ name }: Setting): Color {
  return name.slice(0, -COLOR_ENDING.length) as Color;
}

export function colorSetting(name: Color): string {
  return name + COLOR_ENDING;
}

/** The setting that holds lists: chips with figures of their own, offers, scenarios. */
export const LISTS = "figures";

/** The settings of the currency on show: all of them, or amounts stay in dollars. */
export const CURRENCY = ["currency", "rate", "rate-date"] as const;

export type Checked = { readonly value: string } | { readonly wrong: Wrong };

/** Why a setting is not used. */
export interface Wrong {
  readonly code:
    | "unknown"
    | "twice"
    | "notANumber"
    | "notAnInteger"
    | "missing"
    | "belowMinimum"
    | "aboveMaximum"
    | "unknownChoice"
    | "notAColor"
    | "notAnAddress"
    | "notAnObject"
    | "tooLong";
  /** A bound, or the nearest name there is. */
  readonly bound?: string;
}

/** A setting by the name of its attribute; its value is checked and normalized. */
export interface Setting {
  readonly name: string;
  /** `json` holds the lists of a calculator, which no attribute does. */
  readonly kind: "figure" | "json" | "switch" | "color";
  check(text: string): Checked;
}

const good = (value: string): Checked => ({ value });
const bad = (code: Wrong["code"], bound?: string): Checked => ({
  wrong: bound === undefined ? { code } : { code, bound },
});

export function choice(...words: readonly string[]) {
  return (text: string): Checked =>
    words.includes(text) ? good(text) : bad("unknownChoice", nearest(text, words));
}

/** One line of text, whatever was pasted. */
export function line(text: string): Checked {
  const value = text.replace(/\s+/g, " ").trim();
  return value.length > MOST_TEXT ? bad("tooLong", String(MOST_TEXT)) : good(value);
}

/** The check of a parameter. */
export function figure(info: ParameterInfo) {
  return (text: string): Checked => {
    if (info.kind === "choice") return choice(...(info.words ?? []))(text);
    // What may be absent is so where nothing is given.
    if (text === "" && info.default === null) return good("");
    // As the tag reads it: "$7", "37,000" and "70%" as well.
    const value = NUMBER.test(text) ? Number(text) : parseNumber(text);
    if (typeof value !== "number" || Number.isNaN(value)) return bad("notANumber");
    if (value < info.min) return bad("belowMinimum", String(info.min));
    if (value > info.max) return bad("aboveMaximum", String(info.max));
    if (info.kind === "integer" && !Number.isInteger(value)) return bad("notAnInteger");
    return good(NUMBER.test(text) ? text : String(value));
  };
}

/** Ids between spaces or commas. */
function ids(text: string): Checked {
  const list = text.split(/[\s,]+/).filter((id) => id !== "");
  const wrong = list.find((id) => !/^[\w.-]{1,64}$/.test(id));
  return wrong === undefined ? good(list.join(" ")) : bad("unknownChoice");
}

/** Lists as the calculator takes them, whose own checks follow; written in one way. */
function json(text: string): Checked {
  if (text.length > MOST_JSON) return bad("tooLong", String(MOST_JSON));
  const read = objectOf(text);
  if ("wrong" in read) return bad("notAnObject");
  // 1e999 is read as infinite, and would be written as null.
  if (!holdsNumbers(read.fields)) return bad("notANumber");
  try {
    return good(JSON.stringify(read.fields));
  } catch {
    // Nested deeper than can be written.
    return bad("notAnObject");
  }
}

/** Whether every number in what JSON holds is one; however deep, for anybody may have written it. */
function holdsNumbers(json: unknown): boolean {
  const values = [json];
  for (const value of values) {
    if (typeof value === "number" && !Number.isFinite(value)) return false;
    if (typeof value !== "object" || value === null) continue;
    for (const part of Object.values(value)) values.push(part);
  }
  return true;
}

/** The names of some of a calculator's parameters, as attributes write them. */
function fields(names: readonly string[]) {
  return (text: string): Checked => {
    const list = text.split(/[\s,]+/).filter((name) => name !== "");
    const wrong = list.find((name) => !names.includes(name));
    return wrong === undefined ? good(list.join(" ")) : bad("unknownChoice", nearest(wrong, names));
  };
}

function currency(text: string): Checked {
  const code = text.trim().toUpperCase();
  return isCode(code) ? good(code) : bad("unknownChoice", codeNear(text));
}

/** What one US dollar is in the currency on show. */
function rate(text: string): Checked {
  const value = NUMBER.test(text) ? Number(text) : parseNumber(text);
  if (typeof value !== "number" || !Number.isFinite(value)) return bad("notANumber");
  if (value < RATE.min) return bad("belowMinimum", String(RATE.min));
  if (value > RATE.max) return bad("aboveMaximum", String(RATE.max));
  return good(NUMBER.test(text) ? text : String(value));
}

/** An ISO day. */
function day(text: string): Checked {
  return isDay(text) ? good(text) : bad("unknownChoice", "2026-11-01");
}

function color(text: string): Checked {
  if (!COLOR.test(text)) return bad("notAColor");
  const digits = text.replace("#", "").toLowerCase();
  const six = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return good(six);
}

/** All settings of a calculator's widget, in the order in which they are written. */
export function settings(calculator: CalculatorName): readonly Setting[] {
  const { parameters, presets, lists, texts } = calculators[calculator];
  const idLists = lists.filter((list) => list.ids);
  // Beside a list of ids, a text without words of its own is one of them.
  const idTexts = idLists.length === 0 ? [] : texts.filter(({ words }) => words === undefined);
  const names = parameters.map(({ name }) => kebab(name));
  const of = (kind: Setting["kind"], name: string, check: Setting["check"]): Setting => ({
    name,
    kind,
    check,
  });
  return [
    ...(presets.length === 0 ? [] : [of("figure", "preset", choice(...presets))]),
    ...[...idLists, ...idTexts].map(({ name }) => of("figure", kebab(name), ids)),
    ...parameters.map((info) => of("figure", kebab(info.name), figure(info))),
    of("json", LISTS, json),
    of("switch", "preset-label", line),
    of("switch", "heading", line),
    of("switch", "heading-level", choice(...SETTING_WORDS["heading-level"])),
    of("switch", "fields", fields(names)),
    of("switch", "layout", choice(...SETTING_WORDS.layout)),
    of("switch", "lang", choice(...LANGUAGES)),
    of("switch", "theme", choice(...SETTING_WORDS.theme)),
    of("switch", "currency", currency),
    of("switch", "rate", rate),
    of("switch", "rate-date", day),
    ...COLORS.map((name) => of("color", `${name}${COLOR_ENDING}`, color)),
  ];
}

/** The setting that a name means: `cloud-rate`, also written `cloudRate` or `cloudrate`. */
export function settingNamed(all: readonly Setting[], name: string): Setting | undefined {
  const bare = (text: string) => text.replaceAll("-", "").toLowerCase();
  return all.find((setting) => bare(setting.name) === bare(name));
}
