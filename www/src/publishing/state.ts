/**
 * A widget's state as the query of an address, `?calculator=cloud-break-even&gpus=64`, and back.
 *
 * Addresses stand in articles for years: what a version wrote, every later one reads. Names are those
 * of the attributes; a change of meaning raises `VERSION`, and the reader of the old one stays.
 */
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { kebab } from "../names.js";
import { plainResult } from "../plain.js";
import { VERSION } from "../state/link.js";
import { nearest } from "../suggest.js";
import {
  COLORS,
  type Color,
  colorOf,
  colorSetting,
  LISTS,
  type Setting,
  settingNamed,
  settings,
  type Wrong,
} from "./options.js";

/** Longest address that is read: more is no state that anybody wrote. */
const MOST = 8192;

/** What hosts and their counters add to any address of a frame: not ours, and no mistake. */
const FOREIGN = /^(?:childId|initialWidth|parentTitle|parentUrl|utm_\w+|fbclid|gclid)$/;

/** What a publisher has set, by the names of the attributes; every value is checked. */
export interface WidgetState {
  readonly calculator: CalculatorName;
  /** Figures and switches. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Six hexadecimal digits each. */
  readonly colors: Readonly<Partial<Record<Color, string>>>;
}

/** Something in an address that is not used. */
export interface StateProblem extends Wrong {
  readonly name: string;
  readonly value: string;
}

export interface ReadState {
  /** None where no calculator is named. */
  readonly state: WidgetState | undefined;
  readonly problems: readonly StateProblem[];
}

const NAMES = Object.keys(calculators) as CalculatorName[];

/** The calculator with a name in kebab-case, or in camelCase. */
function calculatorNamed(name: string): CalculatorName | undefined {
  return NAMES.find((known) => known === name || kebab(known) === name);
}

/** Reads a query: what is good of it, and everything that is not. */
export function readState(query: string | URLSearchParams, most = MOST): ReadState {
  const text = String(query);
  if (text.length > most) {
    const problem = { name: "address", value: "", code: "tooLong", bound: String(most) } as const;
    return { state: undefined, problems: [problem] };
  }
  const parameters = new URLSearchParams(text);
  const problems: StateProblem[] = [];
  const wrong = (name: string, value: string, what: Wrong) =>
    problems.push({ name, value, ...what });

  const version = parameters.get("v");
  if (version !== null && version !== String(VERSION)) {
    wrong("v", version, { code: "unknownChoice", bound: String(VERSION) });
  }
  const name = parameters.get("calculator") ?? "";
  const calculator = calculatorNamed(name);
  if (calculator === undefined) {
    const meant = nearest(name, NAMES.map(kebab));
    wrong("calculator", name, withBound("unknownChoice", meant));
    return { state: undefined, problems };
  }

  const all = settings(calculator);
  const attributes: Record<string, string> = {};
  const colors: Partial<Record<Color, string>> = {};
  const seen = new Set<string>(["v", "calculator"]);
  for (const [given, value] of parameters) {
    if (FOREIGN.test(given)) continue;
    if (given === "v" || given === "calculator") {
      if (parameters.getAll(given).length > 1 && value !== parameters.get(given)) {
        wrong(given, value, { code: "twice" });
      }
      continue;
    }
    const setting = settingNamed(all, given);
    if (setting === undefined) {
      const meant = nearest(
        given,
        all.map((setting) => setting.name),
      );
      wrong(given, value, withBound("unknown", meant));
      continue;
    }
    if (seen.has(setting.name)) {
      wrong(given, value, { code: "twice" });
      continue;
    }
    seen.add(setting.name);
    const checked = setting.check(value);
    if ("wrong" in checked) wrong(given, value, checked.wrong);
    else if (setting.kind === "color") colors[colorOf(setting)] = checked.value;
    else attributes[setting.name] = checked.value;
  }
  return { state: { calculator, attributes: inOrder(all, attributes), colors }, problems };
}

function withBound(code: Wrong["code"], bound: string | undefined): Wrong {
  return bound === undefined ? { code } : { code, bound };
}

/** A state of attributes in any order. */
export function stateWith(
  calculator: CalculatorName,
  attributes: Record<string, string>,
  colors: WidgetState["colors"],
): WidgetState {
  return { calculator, attributes: inOrder(settings(calculator), attributes), colors };
}

/** One state, one address: in the order of the settings, whatever order it was given in. */
function inOrder(
  all: readonly Setting[],
  attributes: Record<string, string>,
): Record<string, string> {
  const ordered: Record<string, string> = {};
  for (const { name } of all) {
    const value = attributes[name];
    if (value !== undefined) ordered[name] = value;
  }
  return ordered;
}

/** The query of a state, without `?`. */
export function writeState({ calculator, attributes, colors }: WidgetState): string {
  const query = new URLSearchParams({ v: String(VERSION), calculator: kebab(calculator) });
  for (const { name } of settings(calculator)) {
    const value = attributes[name];
    if (value !== undefined) query.append(name, value);
  }
  for (const name of COLORS) {
    const value = colors[name];
    if (value !== undefined) query.append(colorSetting(name), value);
  }
  return query.toString();
}

/** Whether the address of a state is one that is read. */
export function fits(state: WidgetState): boolean {
  return writeState(state).length <= MOST;
}

/** The colours as the `style` of a tag, with room at the sides of a ground; nothing where none is chosen. */
export function styleOf({ colors }: WidgetState): string {
  const chosen = COLORS.filter((name) => colors[name] !== undefined);
  return [
    ...chosen.map((name) => `--chip-${name}:#${colors[name]}`),
    ...(colors.surface === undefined ? [] : ["--chip-padding:0.5em"]),
  ].join(";");
}

/** A figure of an input as its attribute has it; none where no attribute does. */
export function textOf(value: unknown): string | undefined {
  if (value === null) return "";
  if (Array.isArray(value) && value.every((id) => typeof id === "string")) return value.join(" ");
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A state with a calculator's input, as its element gives it, in place of the figures. */
export function withInput(
  state: WidgetState,
  input: Readonly<Record<string, unknown>>,
): WidgetState {
  const all = settings(state.calculator);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(state.attributes)) {
    const kind = settingNamed(all, name)?.kind;
    if (kind !== "figure" && kind !== "json") attributes[name] = value;
  }
  const lists: Record<string, unknown> = {};
  for (const [given, value] of Object.entries(input)) {
    const setting = settingNamed(all, kebab(given));
    const text = textOf(value);
    if (setting === undefined || text === undefined) {
      if (value !== undefined) lists[given] = value;
      continue;
    }
    const checked = setting.check(text);
    if ("value" in checked) attributes[setting.name] = checked.value;
  }
  if (Object.keys(lists).length > 0) attributes[LISTS] = JSON.stringify(plainResult(lists));
  return { ...state, attributes: inOrder(all, attributes) };
}
