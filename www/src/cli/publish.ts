/** `snippet` and the forms of `render` that are no HTML: what is pasted into pages, letters and feeds. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { today } from "../formats/date.js";
import type { CalculatorName } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { type Description, describe, published as publish } from "../publishing/describe.js";
import {
  folderAddress,
  OEMBED_FILES,
  oembedFiles,
  oembedLink,
  type Place,
  THUMBNAIL,
} from "../publishing/oembed.js";
import { type Color, colorOf, line, type Setting, settings } from "../publishing/options.js";
import { FONTS } from "../publishing/picture.js";
import { problemText } from "../publishing/problems.js";
import {
  elementSnippet,
  frameSnippet,
  type Served,
  script,
  staticSnippet,
  WAYS,
  type Way,
} from "../publishing/snippet.js";
import {
  fits,
  type StateProblem,
  stateWith,
  styleOf,
  type WidgetState,
} from "../publishing/state.js";
import { printable, UsageError } from "./terminal.js";
import { words } from "./words.js";

/** A folder that is surely not the reader's. */
const BASE = "https://example.org/chip-calculators/";

/** What the installed package says of itself. */
export interface Published {
  readonly version: string;
  /** The hash of a file, as in the attribute `integrity`. */
  integrity(file: string): string;
  /** The file that threads run. */
  readonly thread: string;
}

/** Settings that are refused. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly complaints: readonly string[];

  constructor(problems: readonly StateProblem[]) {
    super("settings are refused");
    this.complaints = problems.map((problem) =>
      printable(`--${problemText(problem, "en")}${instead(problem.value, problem.bound)}`),
    );
  }
}

/** "; for 70% write 0.7": a share of 70 is meant in per cent. Nothing for other mistakes. */
export function instead(value: string, most?: string): string {
  const number = Number(value);
  if (most !== "1" || !(number > 1 && number <= 100)) return "";
  return `; for ${value}% write ${plain(number / 100)}`;
}

/** Without what arithmetic leaves behind the digits. */
const plain = (number: number) => String(Number(number.toPrecision(12)));

/** The flags that set a widget up. */
export function settingFlags(calculator: CalculatorName): Readonly<Record<string, "string">> {
  return Object.fromEntries(settings(calculator).map(({ name }) => [name, "string"]));
}

/**
 * The state that flags describe.
 *
 * @throws {SettingsError} with every bad one.
 */
function stateOf(calculator: CalculatorName, values: ReadonlyMap<string, string>): WidgetState {
  const attributes: Record<string, string> = {};
  const colors: Partial<Record<Color, string>> = {};
  const problems: StateProblem[] = [];
  const take = (setting: Setting, text: string) => {
    const { name, kind } = setting;
    const checked = setting.check(text);
    if ("wrong" in checked) problems.push({ name, value: text, ...checked.wrong });
    else if (kind === "color") colors[colorOf(setting)] = checked.value;
    else attributes[name] = checked.value;
  };
  for (const setting of settings(calculator)) {
    const text = values.get(setting.name);
    if (text !== undefined) take(setting, text);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return stateWith(calculator, { lang: "en", ...attributes }, colors);
}

/**
 * What flags say of a widget's tag apart from its figures, its language and its theme, as attributes.
 *
 * @throws {SettingsError} with every bad one.
 */
export function switchesOf(
  calculator: CalculatorName,
  values: ReadonlyMap<string, string>,
  hint: string,
): Readonly<Record<string, string>> {
  checkCurrency(values, hint);
  const own = settings(calculator)
    .filter(({ name, kind }) => kind !== "figure" && kind !== "json" && !DRAWN.includes(name))
    .map(({ name }) => name);
  const state = stateOf(calculator, new Map([...values].filter(([name]) => own.includes(name))));
  const { lang: _, ...attributes } = state.attributes;
  const style = styleOf(state);
  return style === "" ? attributes : { ...attributes, style };
}

/** What a drawing is told in its own way. */
const DRAWN = ["lang", "theme"];

const CURRENCY = ["currency", "rate", "rate-date"] as const;

/** An amount converted at no rate, or at one of no day, cannot be checked. */
function checkCurrency(values: ReadonlyMap<string, string>, hint: string): void {
  const missing = CURRENCY.filter((flag) => !values.has(flag));
  const given = CURRENCY.find((flag) => values.has(flag));
  if (given === undefined || missing.length === 0) return;
  throw new UsageError(
    `--${given} needs ${missing.map((flag) => `--${flag}`).join(" and ")}`,
    hint,
  );
}

/** The day that is given, else today's. */
function dayOf(values: ReadonlyMap<string, string>, hint: string): string {
  const given = values.get("date");
  if (given === undefined) return today();
  const real = /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given));
  if (!real)
    throw new UsageError(`--date is a day such as 2026-11-26, not ${printable(given)}`, hint);
  return given;
}

/** The tag of `embed.js`, where a folder is given. */
export function embedScript(
  values: ReadonlyMap<string, string>,
  { version, integrity }: Published,
  hint: string,
): string | undefined {
  if (!values.has("base")) return undefined;
  const file = "embed.js";
  return script(file, {
    base: baseOf(values, hint),
    version,
    integrity: { [file]: integrity(file) },
  });
}

function baseOf(values: ReadonlyMap<string, string>, hint: string): string {
  const given = values.get("base") ?? BASE;
  // An address, or a path from the root of the host: what is relative breaks with pretty permalinks.
  if (!/^(?:https?:\/\/[^\s"<>]+|\/[^\s"<>]*)$/.test(given)) {
    throw new UsageError(
      `--base is an address that starts with https:// or /, not ${printable(given)}`,
      hint,
    );
  }
  return given.endsWith("/") ? given : `${given}/`;
}

function wayOf(values: ReadonlyMap<string, string>, hint: string): Way {
  const given = values.get("way") ?? "element";
  const way = WAYS.find((way) => way === given);
  if (way === undefined) {
    throw new UsageError(`--way is ${WAYS.join(", ")}, not ${printable(given)}`, hint);
  }
  return way;
}

/** What to say of a folder that nobody gave: the code is of no use with it. */
export function madeUpBase(values: ReadonlyMap<string, string>): string | undefined {
  if (values.has("base") || values.get("way") === "static") return undefined;
  const host = new URL(BASE).hostname;
  return `The code loads from ${host}. Give your own folder: --base https://your.site/chips/`;
}

/** The flags of a folder for oEmbed. */
export const OEMBED_FLAGS = {
  oembed: "string",
  at: "string",
  provider: "string",
  author: "string",
} as const;

/** Where a folder for oEmbed goes, and where it will be served. */
function placeOf(
  values: ReadonlyMap<string, string>,
  way: Way,
  hint: string,
): (Place & { readonly folder: string }) | undefined {
  const folder = values.get("oembed");
  if (folder === undefined) {
    const alone = Object.keys(OEMBED_FLAGS).find((flag) => values.has(flag));
    if (alone !== undefined) throw new UsageError(`--${alone} needs --oembed`, hint);
    return undefined;
  }
  if (way !== "frame") throw new UsageError("--oembed needs --way frame", hint);
  // Others load both from their own pages, so neither may be a path of this host or made up.
  for (const flag of ["base", "at"]) {
    const given = values.get(flag);
    if (given === undefined) throw new UsageError(`--oembed needs --${flag}`, hint);
    if (folderAddress(given) !== undefined) continue;
    const complaint = `--${flag} is a folder's address that starts with https://`;
    throw new UsageError(`${complaint} with --oembed, not ${printable(given)}`, hint);
  }
  const at = folderAddress(values.get("at") ?? "") ?? "";
  return { folder, at, provider: lineOf("provider"), author: lineOf("author") };

  function lineOf(flag: string): string | undefined {
    const given = values.get(flag);
    const checked = given === undefined ? undefined : line(given);
    if (checked === undefined) return undefined;
    if ("value" in checked) return checked.value;
    throw new UsageError(`--${flag} is longer than ${checked.wrong.bound} characters`, hint);
  }
}

/** Writes the files of an embed; those of another one are replaced, another page is not. */
function writeFolder(folder: string, files: Readonly<Record<string, string>>, hint: string): void {
  const [page, answer] = OEMBED_FILES.map((name) => join(folder, name)) as [string, string];
  if (existsSync(page) && !existsSync(answer)) {
    throw new UsageError(`${printable(page)} is there already, and no embed's`, hint);
  }
  mkdirSync(folder, { recursive: true });
  for (const name of OEMBED_FILES) writeFileSync(join(folder, name), files[name] ?? "");
}

/** What `snippet` prints: the code, or where it writes a folder for oEmbed the line that points to it. */
export async function snippet(
  calculator: CalculatorName,
  values: ReadonlyMap<string, string>,
  published: Published,
  hint: string,
): Promise<string> {
  const way = wayOf(values, hint);
  const base = baseOf(values, hint);
  const day = dayOf(values, hint);
  const place = placeOf(values, way, hint);
  checkCurrency(values, hint);
  const given = stateOf(calculator, values);
  // Static code holds its figures as it is, and with them where each comes from.
  const isFrozen = values.has("frozen") && way !== "static";
  const { state, description } = publish(given, day, published.version, isFrozen);
  if (way === "frame" && !fits(state)) {
    throw new UsageError("these figures are too many for a frame's address", "use --way element");
  }
  const file = way === "frame" ? "frame.js" : "embed.js";
  const served: Served = {
    base,
    version: published.version,
    integrity: values.has("no-integrity") ? undefined : { [file]: published.integrity(file) },
  };
  if (place !== undefined) {
    const picture = await thumbnail(description);
    // A picture's size stands in its head.
    const thumbnailSize = picture && {
      width: picture.readUInt32BE(16),
      height: picture.readUInt32BE(20),
    };
    const files = oembedFiles(state, served, description, { ...place, thumbnail: thumbnailSize });
    writeFolder(place.folder, files, hint);
    if (picture !== undefined) writeFileSync(join(place.folder, THUMBNAIL), picture);
    return oembedLink(place, description);
  }
  if (way === "static") return staticSnippet(description, description);
  const write = way === "frame" ? frameSnippet : elementSnippet;
  return write(state, served, description);
}

/** The answer as plain text: title, sentence, every result. */
export function plainText({ lang, title, sentence, results, foot }: Description): string {
  const { labelled } = sharedWords(lang).ui;
  const lines = results.map(([name, value]) => labelled(name, value));
  return [[title], [sentence], lines, [foot]]
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

/** The forms of `render` beside HTML. */
export const FORMS = ["text", "svg", "png"] as const;

/** What `render` writes as text, SVG or PNG. */
export async function rendered(
  form: (typeof FORMS)[number],
  calculator: CalculatorName,
  values: ReadonlyMap<string, string>,
  { version }: Published,
  hint: string,
): Promise<{ readonly output: string | Uint8Array; readonly note?: string }> {
  checkCurrency(values, hint);
  const description = describe(stateOf(calculator, values), dayOf(values, hint), version);
  if (form === "text") return { output: plainText(description) };
  const { picture } = description;
  if (picture === undefined) throw new UsageError("this widget has no chart", hint);
  return form === "svg" ? { output: picture.svg } : png(picture.svg, description.lang);
}

/** The picture of an embed, where resvg is at hand: it is worth having, and not worth an installation. */
async function thumbnail({ picture, lang }: Description): Promise<Buffer | undefined> {
  if (picture === undefined) return undefined;
  try {
    return Buffer.from((await png(picture.svg, lang)).output);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** Twice as many pixels as CSS has: sharp on today's screens, and small enough for a letter. */
const SCALE = 2;

/**
 * Draws an SVG with resvg, if it is installed: its program for one platform weighs 4 MB, which nobody
 * should have to load who wants no pictures.
 */
async function png(svg: string, lang: Language): Promise<{ output: Uint8Array; note?: string }> {
  let resvg: typeof import("@resvg/resvg-js");
  try {
    resvg = await import("@resvg/resvg-js");
  } catch {
    throw new UsageError("--png needs resvg", "npm install @resvg/resvg-js, or use --svg");
  }
  const font = { loadSystemFonts: true, defaultFontFamily: "sans-serif" };
  const fitTo = { mode: "zoom", value: SCALE } as const;
  const drawn = (svg: string) => new resvg.Resvg(svg, { fitTo, font }).render();
  const output = drawn(svg).asPng();
  const sample = (letter: string) => drawn(letterPicture(letter)).pixels;
  const { letters } = words[lang];
  if (letters === undefined || !sample(letters[0]).equals(sample(letters[1]))) return { output };
  const name = new Intl.DisplayNames("en", { type: "language" }).of(lang);
  const note = `No font here has ${name} characters: the picture shows boxes for them.`;
  return { output, note };
}

/** A letter alone. Where no font has it, it looks like any other. */
function letterPicture(letter: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="${FONTS}"><text y="16">${letter}</text></svg>`;
}
