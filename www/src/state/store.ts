/** The figures of one state: where each comes from, and what the reader did to them. */
import type { FieldError } from "#core";
import { Format } from "../formats/format.js";
import type { Amount, BadText } from "../formats/parse.js";
import { parseNumber } from "../formats/parse.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import type { Linked } from "./link.js";
import type { Range } from "./range.js";
import { type Reading, read } from "./reading.js";

/** What is wrong with a field: as the calculator says it, or what only a form can have. */
export type Problem = Pick<FieldError, "path" | "min" | "max" | "nearest"> & {
  /** What was given, where the calculator says it. */
  readonly value?: unknown;
  readonly code: FieldError["code"] | BadText | "ambiguous" | "allZero" | "noRange";
  /** What the text could mean, where it can mean two things. */
  readonly readings?: readonly (Amount & { readonly text: string })[];
};

/** A preset's values, with the id of each one's source, and whether it was measured, published, … */
export type PresetValues = Readonly<
  Record<string, readonly [value: number, source: string, status?: string]>
>;

type Fields = Record<string, unknown>;

/** What the reader has made of the figures; never changed, only replaced: an undo is the one before. */
interface Edits {
  readonly values: ReadonlyMap<string, unknown>;
  /** Figures that the reader gave as a range: what counts as the value is its middle. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** Texts that were left in a field although they are no good. */
  readonly texts: ReadonlyMap<string, Problem & { readonly text: string }>;
  readonly preset: string | undefined;
}

export interface Composed {
  /** What the calculator is asked: only what is given, for defaults are its own business. */
  readonly input: Fields;
  /** The reader's numbers that are no parameter of the table: rows of a list. */
  readonly rows: ReadonlyMap<string, number>;
  /** Texts that are no numbers; the calculator is asked without them. */
  readonly problems: readonly Problem[];
  /** Whether one of them is the page's: then the input is not the one that was meant. */
  readonly isPartial: boolean;
}

/** A text that is being typed into a field. */
interface Typing {
  readonly name: string;
  readonly text: string;
  readonly format: Format;
}

const NONE: Edits = {
  values: new Map(),
  ranges: new Map(),
  texts: new Map(),
  preset: undefined,
};

/** Steps that can be undone: more than anybody goes back, and nothing beside a chart's memory. */
const STEPS = 200;

/**
 * Above one another: the table's defaults, a preset, the page's attributes, its JSON, its `input`
 * property, the reader. Only here is it decided who goes before whom. What the page sets later for a figure is newer
 * than what the reader did to it.
 *
 * A store belongs to no element: several may show the same one.
 */
export class Store {
  readonly info: CalculatorInfo;
  /** Rises with every change. */
  version = 0;
  readonly #parameters: ReadonlyMap<string, ParameterInfo>;
  readonly #byAttribute: ReadonlyMap<string, string>;
  /** Lists whose rows may be ids: an attribute holds them between spaces. */
  readonly #lists: ReadonlySet<string>;
  readonly #presets: Readonly<Record<string, PresetValues>>;
  readonly #rows: (name: string) => ParameterInfo | undefined;
  readonly #attributes = new Map<string, string>();
  /** The page's JSON, its `input` property, and both as one. */
  #json: Fields = {};
  #script: Fields = {};
  #property: Fields = {};
  #unread: Problem | undefined;
  #edits = NONE;
  #past: Edits[] = [];
  #future: Edits[] = [];
  /** The movement that is under way: all it does is one step. */
  #hand: string | undefined;
  #typing: Typing | undefined;
  #composed: Composed | undefined;
  readonly #listeners = new Set<() => void>();

  /** `rows` knows the fields that are no parameter of the table. */
  constructor(
    info: CalculatorInfo,
    presets: Readonly<Record<string, PresetValues>>,
    rows: (name: string) => ParameterInfo | undefined = () => undefined,
  ) {
    this.info = info;
    this.#presets = presets;
    this.#rows = rows;
    this.#parameters = new Map(info.parameters.map((parameter) => [parameter.name, parameter]));
    this.#byAttribute = new Map([
      ...info.parameters.map(({ name }) => [kebab(name), name] as const),
      ["preset", "preset"],
      ...info.texts.map(({ name }) => [kebab(name), name] as const),
      ...info.lists.filter(({ ids }) => ids).map(({ name }) => [kebab(name), name] as const),
    ]);
    this.#lists = new Set(info.lists.map(({ name }) => name));
  }

  /** Calls back after every change; returns how to end that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    this.version += 1;
    this.#composed = undefined;
    for (const listener of this.#listeners) listener();
  }

  // The page

  /** Whether an attribute is one of the figures. */
  setAttribute(attribute: string, value: string | null): boolean {
    const name = this.#byAttribute.get(attribute);
    if (name === undefined) return false;
    if (value === null) this.#attributes.delete(name);
    else this.#attributes.set(name, value);
    this.#drop(name);
    this.#changed();
    return true;
  }

  /** Sets the page's `input`; what the reader did is dropped with what it was done to. */
  setProperty(input: object): void {
    this.#script = ownFields(input);
    this.#setProperty();
  }

  /** Sets the page's JSON; a problem where it cannot be read. */
  setJson(input: object, unread?: Problem): void {
    this.#json = ownFields(input);
    this.#unread = unread;
    this.#setProperty();
  }

  #setProperty(): void {
    this.#property = Object.assign(ownFields(this.#json), this.#script);
    // A page that gives back each figure as it is typed does not take "7." for an entry that is done.
    if (this.#typing !== undefined && !this.#isTyped(this.#typing)) this.#typing = undefined;
    this.#edits = NONE;
    this.#past = [];
    this.#future = [];
    this.#hand = undefined;
    this.#changed();
  }

  /** Whether the page's figure is the one that is being typed. */
  #isTyped({ name, text, format }: Typing): boolean {
    const reading = this.#read(name, text, format);
    return "value" in reading && reading.value === (this.#property[name] ?? null);
  }

  /** A figure as the page's `input` has it. */
  property(name: string): unknown {
    return this.#property[name];
  }

  #drop(name: string): void {
    this.#typing = this.#typing?.name === name ? undefined : this.#typing;
    this.#rewrite((edits) => ({
      ...changed(edits, name),
      preset: name === "preset" ? undefined : edits.preset,
    }));
  }

  /** Changes what is remembered as well; a step that is none any more is forgotten. */
  #rewrite(change: (edits: Edits) => Edits): void {
    this.#edits = change(this.#edits);
    // Both end with what is nearest to the present.
    const steps = (edits: readonly Edits[]) => {
      const all = [...edits.map(change), this.#edits];
      return all.filter((step, at) => at < all.length - 1 && !isSame(step, all[at + 1] as Edits));
    };
    const past = steps(this.#past);
    // A hand whose step has gone begins another one.
    if (past.length < this.#past.length) this.#hand = undefined;
    this.#past = past;
    this.#future = steps(this.#future);
  }

  // The reader

  /** Everything until `rest` that has the same hand is one step. */
  #step(hand: string): void {
    if (this.#hand === hand) return;
    this.#hand = hand;
    this.#past = [...this.#past, this.#edits].slice(-STEPS);
    this.#future = [];
  }

  /** The hand has left: what follows is another step. */
  rest(): void {
    this.#hand = undefined;
    // A hand that has changed nothing is no step.
    if (this.#past.at(-1) === this.#edits) this.#past.pop();
  }

  /** A value from a slider, a handle, a choice. */
  set(name: string, value: unknown): void {
    this.#step(`set ${name}`);
    this.#typing = undefined;
    this.#edits = changed(this.#edits, name, value);
    this.#changed();
  }

  /** A text as it stands in the field now. Good numbers count at once; of others nothing is said yet. */
  type(name: string, text: string, format = new Format("en")): void {
    this.#step(`type ${name}`);
    this.#typing = { name, text, format };
    this.#take(name, this.#read(name, text, format));
    this.#changed();
  }

  #take(name: string, reading: Reading): void {
    if ("value" in reading) this.#edits = changed(this.#edits, name, reading.value ?? undefined);
    else if ("range" in reading)
      this.#edits = changed(this.#edits, name, middle(reading.range), reading.range);
  }

  /**
   * The field was left, or the entry confirmed. A text that is no good stays, with what is wrong with
   * it, and what counts is what counted before it was begun.
   */
  settle(name: string): void {
    const typing = this.#typing;
    if (typing?.name !== name) return;
    this.#typing = undefined;
    const reading = this.#read(name, typing.text, typing.format);
    if (!("problem" in reading)) {
      this.#take(name, reading);
    } else {
      const before = this.#past.at(-1) ?? NONE;
      const texts = new Map(before.texts).set(name, { ...reading.problem, text: typing.text });
      this.#edits = { ...before, texts };
    }
    this.rest();
    this.#changed();
  }

  /** Escape: as it was before the entry was begun. */
  cancel(name: string): void {
    if (this.#typing?.name !== name) return;
    this.#typing = undefined;
    this.#edits = this.#past.pop() ?? NONE;
    this.#hand = undefined;
    this.#changed();
  }

  #read(name: string, text: string, format: Format): Reading {
    const info = this.parameter(name);
    return info === undefined
      ? { value: null }
      : read(format, info, text, this.#parameters.has(name));
  }

  /** A range instead of a number. */
  setRange(name: string, range: Range): void {
    this.#step(`set ${name}`);
    this.#typing = undefined;
    this.#edits = changed(this.#edits, name, middle(range), range);
    this.#changed();
  }

  /** The figures that the reader gave as ranges. */
  get ranges(): ReadonlyMap<string, Range> {
    return this.#edits.ranges;
  }

  /**
   * Takes over what the reader did to a figure in another store. It is a step there and none here: to
   * undo what was done here leaves it as it is.
   */
  mirror(name: string, from: Store): void {
    const value = from.edit(name);
    const range = from.ranges.get(name);
    if (value === this.edit(name) && range === this.ranges.get(name)) return;
    if (this.#typing?.name === name) this.#typing = undefined;
    this.#rewrite((edits) => changed(edits, name, value, range));
    this.#changed();
  }

  /** The parameter of a field, of the table or of a row. */
  parameter(name: string): ParameterInfo | undefined {
    return this.#parameters.get(name) ?? this.#rows(name);
  }

  /** The reader's choice of a preset goes before what the page set for the same figures; without one those count. */
  choosePreset(id: string | undefined): void {
    this.#step("preset");
    this.#typing = undefined;
    this.#edits = id === undefined ? NONE : { ...NONE, preset: id };
    this.rest();
    this.#changed();
  }

  /** What an address holds of the state. */
  get linked(): Linked {
    const { input, rows } = this.compose();
    const { ranges, preset } = this.#edits;
    const values = new Map<string, number | string>();
    for (const [name, value] of [...Object.entries(input), ...rows]) {
      if (name === "preset" || ranges.has(name)) continue;
      if (typeof value === "number" || typeof value === "string") values.set(name, value);
    }
    return { preset: preset ?? (this.preset || undefined), values, ranges };
  }

  /** The state of an address, as if the reader had made it of the page's: one step, to be undone. */
  follow({ preset, values, ranges }: Linked): void {
    this.#step("follow");
    this.#typing = undefined;
    this.#edits = NONE;
    if (preset !== undefined && preset !== this.preset) this.#edits = { ...NONE, preset };
    this.#composed = undefined;
    const { input } = this.compose();
    for (const [name, value] of values) {
      const info = this.#parameters.get(name);
      if (value === (info === undefined ? input[name] : this.value(info, input))) continue;
      this.#edits = changed(this.#edits, name, value);
    }
    for (const [name, range] of ranges) {
      this.#edits = changed(this.#edits, name, middle(range), range);
    }
    this.rest();
    this.#changed();
  }

  /** All figures of an input, as if the reader had given them: one step, to be undone. */
  adopt(input: object): void {
    const { preset, ...values } = ownFields(input);
    this.#step("adopt");
    this.#typing = undefined;
    this.#edits = typeof preset === "string" ? { ...NONE, preset } : NONE;
    for (const [name, value] of Object.entries(values)) {
      if (value !== null && value !== undefined) this.#edits = changed(this.#edits, name, value);
    }
    this.rest();
    this.#changed();
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#edits);
    this.#restore(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#edits);
    this.#restore(after);
  }

  #restore(edits: Edits): void {
    this.#edits = edits;
    this.#typing = undefined;
    this.#hand = undefined;
    this.#changed();
  }

  /** One figure back to what the page, its preset or the table says. */
  resetOne(name: string): void {
    this.#step(`reset ${name}`);
    this.#typing = undefined;
    this.#edits = changed(this.#edits, name);
    this.rest();
    this.#changed();
  }

  /** All figures back; it can be undone. */
  reset(): void {
    if (!this.edited) return;
    this.#step("reset");
    this.#typing = undefined;
    this.#edits = NONE;
    this.rest();
    this.#changed();
  }

  /** Whether the reader has changed anything: 37k in place of 37,000 is no change. */
  get edited(): boolean {
    const { values, texts, preset } = this.#edits;
    return (
      preset !== undefined ||
      texts.size > 0 ||
      [...values.keys()].some((name) => this.#differs(name))
    );
  }

  /** Whether the reader has changed this figure. */
  isEdited(name: string): boolean {
    return this.#edits.texts.has(name) || this.#differs(name);
  }

  #differs(name: string): boolean {
    const { values, ranges, preset } = this.#edits;
    if (!values.has(name)) return false;
    const info = this.#parameters.get(name);
    if (info === undefined || ranges.has(name) || preset !== undefined) return true;
    return values.get(name) !== this.original(info);
  }

  /** The reader's own number for a field, if there is one. */
  edit(name: string): unknown {
    return this.#edits.values.get(name);
  }

  /** What is being typed into a field, or was left in it although it is no good. */
  text(name: string): string | undefined {
    return this.#typing?.name === name ? this.#typing.text : this.#edits.texts.get(name)?.text;
  }

  // What comes of it

  get preset(): string {
    const given = this.#givenPreset;
    return typeof given === "string" ? given : "";
  }

  get #givenPreset(): unknown {
    return this.#edits.preset ?? this.pagePreset;
  }

  /** The preset that the page has set, whatever that is. */
  get pagePreset(): unknown {
    return this.#property.preset ?? this.#attributes.get("preset");
  }

  /** The preset that the reader has chosen: it goes before all that the page gives. */
  get chosen(): string | undefined {
    return this.#edits.preset;
  }

  /** Whether the page gives figures of its own. */
  get isGiven(): boolean {
    const names = [...this.#attributes.keys(), ...Object.keys(this.#property)];
    return names.some((name) => name !== "preset");
  }

  get presetValues(): PresetValues {
    return Object.hasOwn(this.#presets, this.preset) ? (this.#presets[this.preset] ?? {}) : {};
  }

  /** Whether something the reader did goes before what the page says. */
  #isOverridden(name: string): boolean {
    const { values, preset } = this.#edits;
    return values.has(name) || (preset !== undefined && Object.hasOwn(this.presetValues, name));
  }

  /** What the calculator is asked; the same object until something changes. */
  compose(): Composed {
    this.#composed ??= this.#compose();
    return this.#composed;
  }

  #compose(): Composed {
    const input: Fields = {};
    const rows = new Map<string, number>();
    const problems: Problem[] = [];
    for (const [name, text] of this.#attributes) {
      if (this.#isOverridden(name) || this.#property[name] !== undefined) continue;
      const info = this.#parameters.get(name);
      if (this.#lists.has(name)) {
        input[name] = text.split(/[\s,]+/).filter((id) => id !== "");
        continue;
      }
      if (info === undefined || info.kind === "choice") {
        input[name] = text;
        continue;
      }
      const value = parseNumber(text);
      if (value === undefined) problems.push({ path: name, code: "notANumber" });
      else if (value !== null || info.default === null) input[name] = value;
    }
    if (this.#unread !== undefined) problems.push(this.#unread);
    const isPartial = problems.length > 0;
    for (const [name, value] of Object.entries(this.#property)) {
      if (!this.#isOverridden(name)) input[name] = value;
    }
    const preset = this.#givenPreset;
    if (preset === undefined || preset === null || preset === "") delete input.preset;
    else input.preset = preset;
    for (const [name, value] of this.#edits.values) {
      if (this.#parameters.has(name) || this.#rows(name) === undefined) input[name] = value;
      else if (typeof value === "number") rows.set(name, value);
    }
    for (const { text: _, ...problem } of this.#edits.texts.values()) problems.push(problem);
    return { input, rows, problems, isPartial };
  }

  /** The value that counts for a parameter, of an input that was asked. */
  value(info: ParameterInfo, input: Fields): unknown {
    return input[info.name] ?? this.presetValues[info.name]?.[0] ?? info.default;
  }

  /** What the figure is without the reader: "the article says 37,000". */
  original(info: ParameterInfo): unknown {
    const given = this.#property[info.name] ?? this.#attributes.get(info.name);
    const value = typeof given === "string" && info.kind !== "choice" ? parseNumber(given) : given;
    return value ?? this.presetValues[info.name]?.[0] ?? info.default;
  }

  /** The id of the source of the value that counts; `undefined` for the reader's or the page's own. */
  source(info: ParameterInfo, input: Fields): string | undefined {
    if (input[info.name] !== undefined) return undefined;
    return this.presetValues[info.name]?.[1] ?? info.source;
  }

  /** Whether the preset's value was measured, published, estimated; nothing where it is not the preset's. */
  status({ name }: ParameterInfo): string | undefined {
    return this.presetValues[name]?.[2];
  }
}

/** Edits with a figure set, or without it. */
function changed(edits: Edits, name: string, value?: unknown, range?: Range): Edits {
  const values = new Map(edits.values);
  const texts = new Map(edits.texts);
  const ranges = new Map(edits.ranges);
  if (range === undefined) ranges.delete(name);
  else ranges.set(name, range);
  texts.delete(name);
  if (value === undefined) values.delete(name);
  else values.set(name, value);
  return { ...edits, values, ranges, texts };
}

function isSame(one: Edits, other: Edits): boolean {
  const has = ["values", "ranges", "texts"] as const;
  return (
    one.preset === other.preset &&
    has.every((what) => {
      const [mine, its]: ReadonlyMap<string, unknown>[] = [one[what], other[what]];
      return (
        mine?.size === its?.size && [...(mine ?? [])].every(([name, of]) => its?.get(name) === of)
      );
    })
  );
}

/** What counts of a range, without the dust of halving. */
function middle([low, high]: Range): number {
  return Number(((low + high) / 2).toPrecision(12));
}

/** An object's own fields: what a page has put on `Object.prototype` is none of them. */
function ownFields(input: object): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of Object.entries(input)) fields[name] = value;
  return fields;
}
