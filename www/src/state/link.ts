/**
 * A widget's state in the fragment of its page's address,
 * `#v=1&calculator=cloud-break-even&gpus=64`: the names and the version are those of `frame.html`'s
 * addresses (`publishing/state.ts`), and what stands there is as untrusted.
 */
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import type { Range } from "./range.js";

export const VERSION = 1;

/** Longest fragment that is read: more is no state that anybody wrote. */
const MOST = 8192;

/** What an address says beside the figures. */
const OWN = ["v", "calculator", "place", "preset"];

/** A number as this writes it, and a range of two. */
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Of a chip. */
const ID = /^[\w.-]{1,64}$/;

/** Every figure that was given, by the page or by the reader. */
export interface Linked {
  readonly preset: string | undefined;
  readonly values: ReadonlyMap<string, number | string>;
  readonly ranges: ReadonlyMap<string, Range>;
}

/** What was read of an address, and how much of it is no good. */
export interface Read extends Linked {
  readonly unread: "all" | "part" | undefined;
}

/** The query of a state. */
export function writeLink(
  info: CalculatorInfo,
  { preset, values, ranges }: Linked,
  place: number,
): string {
  const query = new URLSearchParams({ v: String(VERSION), calculator: kebab(info.name) });
  if (place > 0) query.set("place", String(place));
  if (preset !== undefined) query.set("preset", preset);
  for (const [name, value] of values) query.set(keyOf(name), String(value));
  for (const [name, ends] of ranges) query.set(keyOf(name), ends.join(".."));
  return query.toString();
}

/** What a figure is called in an address. */
function keyOf(name: string): string {
  // A field of a row holds the row's id, as that is written.
  if (name.includes("-")) return name;
  return OWN.includes(name) ? `input-${name}` : kebab(name);
}

/**
 * What a fragment says of a calculator's widget, the one in this place among its kind on the page;
 * nothing where it speaks of another. What is no good in it is told on the console and not used.
 * Of what is too long only whose it is.
 */
export function readLink(
  info: CalculatorInfo,
  place: number,
  fragment: string,
  row: (name: string) => ParameterInfo | undefined,
): Read | undefined {
  const text = fragment.replace(/^#/, "");
  if (!text.startsWith("v=")) return undefined;
  const query = new URLSearchParams(text.slice(0, MOST));
  const calculator = query.get("calculator") ?? "";
  // A mail that broke the address may have cut it within the name, where nothing follows.
  const own = kebab(info.name);
  const isCut = calculator !== "" && calculator !== own && own.startsWith(calculator);
  // Scenarios of a calculator once wrote its name over their own.
  const isOld = info.texts.some(
    ({ name, words }) => name === "calculator" && words?.includes(calculator),
  );
  const isOwn = calculator === own || isOld;
  if (!isOwn && !(isCut && [...query.keys()].length === 2)) return undefined;
  if ((query.get("place") ?? "0") !== String(place)) return undefined;
  const values = new Map<string, number | string>();
  const ranges = new Map<string, Range>();
  const bad: string[] = isCut ? ["calculator"] : [];
  if (query.get("v") !== String(VERSION)) bad.push("v");
  else if (text.length > MOST) bad.push(`more than ${MOST} characters`);
  const isReadable = bad.length === 0;
  for (const [key, value] of isReadable ? query : []) {
    if (OWN.includes(key) && !(isOld && key === "calculator")) continue;
    const text = info.texts.find(({ name }) => [keyOf(name), kebab(name)].includes(key));
    if (text !== undefined && ID.test(value)) {
      values.set(text.name, value);
      continue;
    }
    const known = info.parameters.find(({ name }) => kebab(name) === key) ?? row(key);
    const ends = value.split("..").map((end) => numberOf(known, end));
    const [low, high] = ends;
    if (known?.kind === "choice" && known.words?.includes(value)) values.set(known.name, value);
    else if (known === undefined || low === undefined || ends.length > 2) bad.push(key);
    else if (ends.length === 1) values.set(known.name, low);
    // What stands in a row is a number.
    else if (high !== undefined && low < high && info.parameters.includes(known)) {
      ranges.set(known.name, [low, high]);
    } else bad.push(key);
  }
  const given = isReadable ? query.get("preset") : null;
  const preset = given !== null && info.presets.includes(given) ? given : undefined;
  if (given !== null && preset === undefined) bad.push("preset");
  if (bad.length > 0) {
    console.warn(`chip-calculators: of the address, this is not used: ${bad.join(", ")}`);
  }
  const isEmpty = preset === undefined && values.size + ranges.size === 0;
  const unread = bad.length === 0 ? undefined : isEmpty ? "all" : "part";
  return { preset, values, ranges, unread };
}

function numberOf(info: ParameterInfo | undefined, text: string): number | undefined {
  if (info === undefined || info.kind === "choice" || !NUMBER.test(text)) return undefined;
  const value = Number(text);
  const isGood = value >= info.min && value <= info.max;
  return isGood && (info.kind !== "integer" || Number.isInteger(value)) ? value : undefined;
}
