/**
 * The lists of a widget's figures, row by row. An attribute holds a list of ids; what has figures of its
 * own stands in the setting of JSON.
 */
import { calculators, type ListInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import { choice, figure, LISTS, line, settingNamed, settings, type Wrong } from "./options.js";
import { stateWith, textOf, type WidgetState } from "./state.js";

export type Row = Readonly<Record<string, unknown>>;

/** A row, or just an id of the catalogue. */
export type Entry = string | Row;

/** What the fields of a row hold, by name; what is empty is left out. */
export type RowTexts = Readonly<Record<string, string>>;

/** What no attribute of a state holds. */
export function listsOf({ attributes }: WidgetState): Row {
  return JSON.parse(attributes[LISTS] ?? "{}");
}

/** A list as a state gives it, whoever wrote that: what is no row is one of nothing. */
export function entriesOf(state: WidgetState, { ids, name }: ListInfo): readonly Entry[] {
  const given = listsOf(state)[name];
  if (Array.isArray(given)) return given.map((entry) => entryOf(entry, ids));
  const attribute = ids ? state.attributes[kebab(name)] : undefined;
  return attribute?.split(" ") ?? [];
}

function entryOf(entry: unknown, ids: boolean): Entry {
  if (typeof entry === "string") return ids ? entry : {};
  return typeof entry === "object" && entry !== null && !Array.isArray(entry) ? (entry as Row) : {};
}

/** A state with a list of its own, or with none. */
export function withEntries(
  state: WidgetState,
  { ids, name }: ListInfo,
  entries: readonly Entry[],
): WidgetState {
  const { [name]: _, ...lists } = listsOf(state);
  const { [LISTS]: __, [kebab(name)]: ___, ...attributes } = state.attributes;
  const isPlain = ids && entries.every((entry) => typeof entry === "string");
  const json = isPlain || entries.length === 0 ? lists : { ...lists, [name]: entries };
  return stateWith(
    state.calculator,
    {
      ...attributes,
      ...(isPlain && entries.length > 0 ? { [kebab(name)]: entries.join(" ") } : {}),
      ...(Object.keys(json).length > 0 ? { [LISTS]: JSON.stringify(json) } : {}),
    },
    state.colors,
  );
}

/** A state whose JSON is this, all of it. */
export function withLists(state: WidgetState, lists: Row): WidgetState {
  const { [LISTS]: _, ...attributes } = state.attributes;
  const json = Object.keys(lists).length > 0 ? { [LISTS]: JSON.stringify(lists) } : {};
  return stateWith(state.calculator, { ...attributes, ...json }, state.colors);
}

export interface Settled {
  readonly state: WidgetState;
  /** Texts that their attributes do not take, and why. */
  readonly refused: readonly {
    readonly name: string;
    readonly text: string;
    readonly wrong: Wrong;
  }[];
}

/**
 * A state with the figures of its JSON in their attributes, where there are any: the JSON would count
 * whatever those say.
 */
export function settled(state: WidgetState): Settled {
  const all = settings(state.calculator);
  const { parameters, lists } = calculators[state.calculator];
  const attributes: Record<string, string> = { ...state.attributes };
  const refused: Settled["refused"][number][] = [];
  const rest = Object.entries(listsOf(state)).filter(([given, value]) => {
    // No rows are none of one's own.
    if (Array.isArray(value) && value.length === 0) {
      return !lists.some(({ name }) => name === given);
    }
    const setting = settingNamed(all, kebab(given));
    const text = textOf(value);
    if (setting?.kind !== "figure" || text === undefined) return true;
    const { name } = setting;
    const checked = setting.check(text);
    if ("value" in checked) {
      attributes[name] = checked.value;
      return false;
    }
    const info = parameters.find((info) => kebab(info.name) === name);
    // Of a choice, or of ids, there is no field that could hold another word.
    if (info === undefined || info.kind === "choice") return true;
    refused.push({ name, text, wrong: checked.wrong });
    return false;
  });
  const held = stateWith(state.calculator, attributes, state.colors);
  return { state: withLists(held, Object.fromEntries(rest)), refused };
}

/** What the fields of a row hold of an entry. */
export function textsOf({ parameters, texts }: ListInfo, entry: Entry): RowTexts {
  if (typeof entry === "string") return { id: entry };
  return Object.fromEntries(
    [...texts, ...parameters].flatMap(({ name }) => {
      const value = entry[name];
      const isText = typeof value === "string" || typeof value === "number";
      return isText ? [[name, String(value)]] : [];
    }),
  );
}

export interface CheckedRow {
  readonly row: Row;
  /** What is wrong with its fields, by name: then it is no row. */
  readonly wrong: Readonly<Record<string, Wrong>>;
}

/**
 * The row that texts mean, with whatever else `known` has, for which there are no fields. That a
 * figure is missing its calculator tells.
 */
export function checkedRow(
  { parameters, texts }: ListInfo,
  given: RowTexts,
  known: Row = {},
): CheckedRow {
  const fields = [...texts, ...parameters].map(({ name }) => name);
  const row: Record<string, unknown> = {};
  const wrong: Record<string, Wrong> = {};
  for (const { name, required, words } of texts) {
    const text = given[name] ?? "";
    const checked = words === undefined || text === "" ? line(text) : choice(...words)(text);
    if ("wrong" in checked) wrong[name] = checked.wrong;
    else if (checked.value !== "") row[name] = checked.value;
    else if (required) wrong[name] = { code: "missing" };
  }
  for (const info of parameters) {
    const text = given[info.name] ?? "";
    if (text.trim() === "") continue;
    const checked = figure(info)(text);
    if ("wrong" in checked) wrong[info.name] = checked.wrong;
    else row[info.name] = info.kind === "choice" ? checked.value : Number(checked.value);
  }
  const others = Object.entries(known).filter(([name]) => !fields.includes(name));
  return { row: { ...row, ...Object.fromEntries(others) }, wrong };
}
