/** What is set in the builder, and the page's address, which holds all of it but figures without end. */
import { presets } from "virtual:catalogue";
import {
  type CalculatorName,
  calculators,
  type ListInfo,
  type ParameterInfo,
} from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { builtInFor, isBuiltIn } from "../locales/types.js";
import { camel } from "../names.js";
import {
  type Entry,
  entriesOf,
  listsOf,
  type Row,
  settled,
  withEntries,
  withLists,
} from "../publishing/lists.js";
import { folderAddress } from "../publishing/oembed.js";
import { type Color, CURRENCY, LISTS, line, settings, type Wrong } from "../publishing/options.js";
import { WAYS, type Way } from "../publishing/snippet.js";
import {
  fits,
  readState,
  type StateProblem,
  stateWith,
  type WidgetState,
  writeState,
} from "../publishing/state.js";
import { freeId, isUnfinished, newRow, rowOf, type TypedRow, typed } from "./rows.js";

/** Widths of the previews, CSS pixels. */
export const WIDTHS = { phone: 360, desk: 760 } as const;

export type Device = keyof typeof WIDTHS;

/** What is asked for the folder of an embed. */
export const PLACE = ["at", "provider", "author"] as const;

type PlaceName = (typeof PLACE)[number];

/** Where files are served, and who is named. */
const SERVED = ["base", ...PLACE] as const;

export type ServedName = (typeof SERVED)[number];

/** What another calculator's widget has as well. */
const SHARED: readonly string[] = [
  "lang",
  "theme",
  "layout",
  "heading",
  "heading-level",
  "preset-label",
  ...CURRENCY,
];

/** What says nothing where it is empty. */
const WORDS: readonly string[] = ["heading", "preset-label"];

/** A text that is refused, as typed, and why. */
export interface Draft {
  readonly text: string;
  readonly wrong: Wrong;
}

/** What is set of one calculator, while another is chosen. */
interface Kept {
  readonly widget: WidgetState;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly rows: Map<string, readonly TypedRow[]>;
  readonly brought: Map<string, readonly TypedRow[]>;
}

export class BuilderState {
  /** The widget's settings, which all are good. */
  widget: WidgetState = stateWith("cloudBreakEven", { lang: "en" }, {});
  way: Way = "element";
  device: Device = "phone";
  /** Whether every figure stays as it is today. */
  isFrozen = false;
  /** The address of the folder of the package's files, as the code has it. */
  base: string;
  place: Readonly<Partial<Record<PlaceName, string>>> = {};
  /** What the address says in vain. */
  unread: readonly StateProblem[] = [];
  #drafts = new Map<string, Draft>();
  /** The rows of lists of one's own, by list. */
  #rows = new Map<string, readonly TypedRow[]>();
  /** The rows that a set brings where there are none of one's own; none known of a set that is new. */
  #brought = new Map<string, readonly TypedRow[]>();
  readonly #kept = new Map<CalculatorName, Kept>();
  readonly #folder: string;

  /** `folder` is where this page is. */
  constructor(query: string, folder: string) {
    this.#folder = folder;
    this.base = folder;
    this.#read(query);
  }

  get language(): Language {
    const { lang } = this.widget.attributes;
    return isBuiltIn(lang) ? lang : "en";
  }

  /** The widget as it is shown and pasted: a currency that lacks its rate or its day would be told in vain. */
  get pasted(): WidgetState {
    const { attributes, calculator, colors } = this.widget;
    if (CURRENCY.every((name) => attributes[name] !== undefined)) return this.widget;
    const { currency: _, rate: __, "rate-date": ___, ...others } = attributes;
    return stateWith(calculator, others, colors);
  }

  /** What is refused of a setting. */
  draft(name: string): Draft | undefined {
    return this.#drafts.get(name);
  }

  /** The builder's own settings, then the widget's. */
  #read(query: string): void {
    const parameters = new URLSearchParams(query);
    const take = (name: string) => {
      const value = parameters.get(name);
      parameters.delete(name);
      return value;
    };
    const way = take("way");
    this.way = WAYS.find((known) => known === way) ?? "element";
    this.device = take("device") === "desk" ? "desk" : "phone";
    this.isFrozen = take("frozen") !== null;
    for (const name of SERVED) {
      const value = take(name);
      if (value !== null) this.setServed(name, value);
    }
    if (!parameters.has("calculator")) parameters.set("calculator", "cloud-break-even");
    if (!parameters.has("lang")) parameters.set("lang", builtInFor(navigator.language));
    const { state, problems } = readState(parameters);
    this.unread = problems;
    if (state !== undefined) this.widget = state;
    for (const name of WORDS) if (!this.widget.attributes[name]) this.set(name, "");
    this.#settle();
    this.#readRows(this.lists);
  }

  /** Moves figures of the JSON to their own fields, refused ones as well. */
  #settle(): void {
    const { state, refused } = settled(this.widget);
    this.widget = state;
    for (const { name, text, wrong } of refused) this.#drafts.set(name, { text, wrong });
  }

  /** Whether the page's address holds all of it: of figures that are too many it holds none. */
  get isHeld(): boolean {
    return fits(this.widget);
  }

  /** The query of the page's address, without `?`. */
  get query(): string {
    const query = new URLSearchParams(
      writeState(this.isHeld ? this.widget : withLists(this.widget, {})),
    );
    if (this.way !== "element") query.set("way", this.way);
    if (this.device !== "phone") query.set("device", this.device);
    if (this.isFrozen) query.set("frozen", "");
    if (this.base !== this.#folder) query.set("base", this.base);
    for (const name of PLACE) if (this.place[name]) query.set(name, this.place[name]);
    return query.toString();
  }

  /** Sets what the widget takes. A text that it does not take stays in its field, and what counted counts. */
  set(name: string, text: string): void {
    if (name === LISTS) {
      this.#setJson(text);
      return;
    }
    const setting = settings(this.widget.calculator).find((setting) => setting.name === name);
    const attributes = { ...this.widget.attributes };
    this.#drafts.delete(name);
    if (text === "" || setting === undefined) {
      delete attributes[name];
    } else {
      const checked = setting.check(text);
      if ("wrong" in checked) this.#drafts.set(name, { text, wrong: checked.wrong });
      else if (checked.value === "" && WORDS.includes(name)) delete attributes[name];
      else attributes[name] = checked.value;
    }
    this.widget = stateWith(this.widget.calculator, attributes, this.widget.colors);
    if (setting?.kind === "figure") {
      // What the JSON says of it would count.
      const { [camel(name)]: _, ...lists } = listsOf(this.widget);
      this.widget = withLists(this.widget, lists);
    }
    if (name === "preset") this.#leaveSet();
  }

  /** What of the figures neither a field nor a row holds. */
  get others(): Row {
    const isOther = ([name, value]: [string, unknown]) =>
      !(Array.isArray(value) && this.lists.some((list) => list.name === name));
    return Object.fromEntries(Object.entries(listsOf(this.widget)).filter(isOther));
  }

  /** Sets what no field holds; what has a field moves there, and a list that is not named stays. */
  #setJson(text: string): void {
    this.#drafts.delete(LISTS);
    const all = settings(this.widget.calculator);
    const checked = all.find(({ name }) => name === LISTS)?.check(text.trim() || "{}");
    if (checked === undefined) return;
    if ("wrong" in checked) {
      this.#drafts.set(LISTS, { text, wrong: checked.wrong });
      return;
    }
    const given: Row = JSON.parse(checked.value);
    const { others } = this;
    const rows = Object.entries(listsOf(this.widget)).filter(
      ([name]) => !Object.hasOwn(others, name) && !Object.hasOwn(given, name),
    );
    this.widget = withLists(this.widget, { ...given, ...Object.fromEntries(rows) });
    for (const { name } of all) if (Object.hasOwn(given, camel(name))) this.#drafts.delete(name);
    const { preset } = this.widget.attributes;
    this.#settle();
    this.#readRows(this.lists.filter(({ name }) => Object.hasOwn(given, name)));
    if (preset !== this.widget.attributes.preset) this.#leaveSet();
  }

  /** Another set brings rows of its own, unless there are others that count, or that are begun. */
  #leaveSet(): void {
    for (const list of this.lists) {
      const rows = this.#rows.get(list.name);
      if (rows === undefined) continue;
      const isOwn = entriesOf(this.widget, list).length > 0;
      if (!isOwn && rows.some(isUnfinished)) {
        this.widget = withEntries(this.widget, list, countsOf(rows));
      } else if (!isOwn) {
        this.#rows.delete(list.name);
        continue;
      }
      if (this.bringsRows(list)) this.#brought.set(list.name, []);
    }
  }

  /** What a parameter is that is left alone. */
  startOf(info: ParameterInfo): number | string {
    const { preset = "" } = this.widget.attributes;
    const [value] = presets[preset]?.values[info.name] ?? [];
    return value ?? info.default ?? "";
  }

  /** The lists that the calculator takes. */
  get lists(): readonly ListInfo[] {
    return calculators[this.widget.calculator].lists;
  }

  #readRows(lists: readonly ListInfo[]): void {
    for (const list of lists) {
      const entries = entriesOf(this.widget, list);
      this.#rows.delete(list.name);
      if (entries.length === 0) continue;
      this.#rows.set(
        list.name,
        entries.map((entry) => rowOf(list, entry)),
      );
    }
  }

  /** The rows of a list: one's own, or those that a set brings. */
  rows({ name }: ListInfo): readonly TypedRow[] {
    return this.#rows.get(name) ?? this.#brought.get(name) ?? [];
  }

  /** Whether there are rows without any of one's own. */
  bringsRows({ name }: ListInfo): boolean {
    // Where an address has scenarios of its own, nothing has told of those that every set has.
    const hides = name === "scenarios" && this.others.calculator === undefined;
    return hides || this.#brought.has(name);
  }

  /** Whether a row may go: without the last that counts all those of the set would be back. */
  isRemovable(list: ListInfo, row: TypedRow): boolean {
    const isLast = row.counts !== undefined && countsOf(this.rows(list)).length === 1;
    return !isLast || !this.bringsRows(list);
  }

  hasOwnRows({ name }: ListInfo): boolean {
    return this.#rows.has(name);
  }

  /** What was counted with: lists that are not one's own are shown as they are, to be changed. */
  bring(counted: Readonly<Record<string, readonly Entry[]>>): void {
    for (const list of this.lists) {
      // Ids are chosen, and what is frozen of them is not.
      if (list.ids || this.#rows.has(list.name)) continue;
      const entries = counted[list.name] ?? [];
      // The same rows stay the same fields.
      if (isSame(entries, countsOf(this.#brought.get(list.name) ?? []))) continue;
      if (entries.length === 0) {
        this.#brought.delete(list.name);
        continue;
      }
      this.#brought.set(
        list.name,
        entries.map((entry) => rowOf(list, entry)),
      );
    }
  }

  setRow(list: ListInfo, key: number, field: string, text: string): void {
    const all = this.rows(list);
    const rows = all.map((row) => (row.key === key ? typed(list, row, field, text) : row));
    this.#setRows(list, rows);
  }

  /** Makes a row one of another id of the catalogue that no other row has, or of none. */
  setRowId(list: ListInfo, key: number, id: string): void {
    const rows = this.rows(list);
    if (rows.some((row) => row.key !== key && row.texts.id === id)) return;
    this.setRow(list, key, "id", id === "" ? freeId(rows) : id);
  }

  /** Adds an empty row, and returns it. */
  addRow(list: ListInfo): TypedRow {
    const row = newRow(list, this.rows(list));
    this.#setRows(list, [...this.rows(list), row]);
    return row;
  }

  removeRow(list: ListInfo, key: number): void {
    this.#setRows(
      list,
      this.rows(list).filter((row) => row.key !== key),
    );
  }

  /** Takes an id of the catalogue into a list, or out of it; a row that has figures for it stays. */
  chooseId(list: ListInfo, id: string, isChosen: boolean): void {
    const others = this.rows(list).filter(({ counts }) => counts !== id);
    const isThere = others.some(({ texts }) => texts.id === id);
    this.#setRows(list, isChosen && !isThere ? [...others, rowOf(list, id)] : others);
  }

  /** Lets go of a list of one's own. */
  dropRows(list: ListInfo): void {
    this.#setRows(list, []);
  }

  #setRows(list: ListInfo, rows: readonly TypedRow[]): void {
    if (rows.length === 0) this.#rows.delete(list.name);
    else this.#rows.set(list.name, rows);
    const counts = countsOf(rows);
    // What is as the set has it is left to the set.
    const isBrought = isSame(counts, countsOf(this.#brought.get(list.name) ?? []));
    this.widget = withEntries(this.widget, list, isBrought ? [] : counts);
  }

  /** How many fields hold what does not count. */
  get uncounted(): number {
    const rows = this.lists.flatMap((list) => this.rows(list));
    return rows.reduce((sum, { wrong }) => sum + Object.keys(wrong).length, this.#drafts.size);
  }

  setColor(name: Color, value: string | undefined): void {
    const { [name]: _, ...others } = this.widget.colors;
    const colors = value === undefined ? others : { ...others, [name]: value.replace("#", "") };
    this.widget = { ...this.widget, colors };
  }

  setServed(name: ServedName, text: string): void {
    this.#drafts.delete(name);
    if (name === "provider" || name === "author") {
      const checked = line(text);
      if ("wrong" in checked) this.#drafts.set(name, { text, wrong: checked.wrong });
      else this.place = { ...this.place, [name]: checked.value };
      return;
    }
    const address = text === "" ? "" : folderAddress(text);
    if (address === undefined) this.#drafts.set(name, { text, wrong: { code: "notAnAddress" } });
    else if (name === "at") this.place = { ...this.place, at: address };
    else this.base = address || this.#folder;
  }

  /** Another calculator, as it was left; what both have stays. */
  choose(calculator: CalculatorName): void {
    const { attributes, colors, calculator: left } = this.widget;
    if (calculator === left) return;
    this.#kept.set(left, {
      widget: this.widget,
      drafts: this.#drafts,
      rows: this.#rows,
      brought: this.#brought,
    });
    const kept = this.#kept.get(calculator);
    const isShared = ([name]: readonly [string, unknown]) => SHARED.includes(name);
    const isPage = ([name]: readonly [string, unknown]) =>
      (SERVED as readonly string[]).includes(name);
    const own = Object.entries(kept?.widget.attributes ?? {}).filter((entry) => !isShared(entry));
    const shared = Object.entries(attributes).filter(isShared);
    this.widget = stateWith(calculator, Object.fromEntries([...own, ...shared]), colors);
    const stays = (entry: readonly [string, Draft]) => isShared(entry) || isPage(entry);
    this.#drafts = new Map([
      ...[...(kept?.drafts ?? [])].filter((entry) => !stays(entry)),
      ...[...this.#drafts].filter(stays),
    ]);
    this.#rows = kept?.rows ?? new Map();
    this.#brought = kept?.brought ?? new Map();
    this.unread = [];
  }
}

/** What counts of rows. */
function countsOf(rows: readonly TypedRow[]): Entry[] {
  return rows.map(({ counts }) => counts).filter((entry) => entry !== undefined);
}

function isSame(some: readonly Entry[], others: readonly Entry[]): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
