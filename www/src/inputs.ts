/** The figures of one element: where each comes from, which stands above which, and what is wrong with them. */
import type { FieldError } from "#core";
import { isPercent } from "./format.js";
import type { CalculatorInfo, ParameterInfo } from "./generated/metadata.js";
import { kebab } from "./names.js";
import { parseNumber } from "./parse.js";

/** What is wrong with a field: as the calculator says it, or because a text is no number. */
export type Problem = Pick<FieldError, "path" | "code" | "min" | "max">;

type Fields = Record<string, unknown>;

/** A preset's values, with the id of each one's source. */
export type PresetValues = Readonly<Record<string, readonly [value: number, source: string]>>;

export interface Composed {
  /** What the calculator is asked. */
  readonly input: Fields;
  /** Texts that are no numbers; the calculator is asked without them. */
  readonly problems: readonly Problem[];
}

/**
 * Above one another: what the reader types, the reader's other edits, the page's `input` property,
 * its attributes. The preset and the defaults lie below and are the calculator's business.
 */
export class Inputs {
  readonly #info: CalculatorInfo;
  readonly #byAttribute: ReadonlyMap<string, ParameterInfo>;
  readonly #presets: Readonly<Record<string, PresetValues>>;
  readonly #attributes = new Map<string, string>();
  #property: Fields = {};
  #edits: Fields = {};
  /** Texts in number fields, kept as typed until the field is left with a good number. */
  readonly #drafts = new Map<string, string>();
  #chosenPreset: string | undefined;

  constructor(info: CalculatorInfo, presets: Readonly<Record<string, PresetValues>>) {
    this.#info = info;
    this.#presets = presets;
    this.#byAttribute = new Map(info.parameters.map((info) => [kebab(info.name), info]));
  }

  /** Whether an attribute is one of the figures. */
  setAttribute(attribute: string, value: string | null): boolean {
    const info = this.#byAttribute.get(attribute);
    const name =
      info?.name ?? (attribute === "preset" || attribute === "baseline" ? attribute : "");
    if (name === "") return false;
    if (value === null) this.#attributes.delete(name);
    else this.#attributes.set(name, value);
    // What the page says now goes before what was edited earlier.
    this.#drafts.delete(name);
    delete this.#edits[name];
    if (name === "preset") this.#chosenPreset = undefined;
    return true;
  }

  setProperty(input: object): void {
    this.#property = { ...input };
    this.forget();
  }

  /** A figure for a name, from the page. */
  given(name: string): unknown {
    return this.#property[name];
  }

  edit(name: string, value: unknown): void {
    this.#edits[name] = value;
    this.#drafts.delete(name);
  }

  type(name: string, text: string): void {
    this.#drafts.set(name, text);
  }

  /** The field was left: a good number may be shown in the usual form, a bad text stays. */
  settle(info: ParameterInfo, problems: readonly Problem[]): void {
    const text = this.#drafts.get(info.name);
    if (text === undefined || problems.some(({ path }) => path === info.name)) return;
    const value = parseNumber(text, isPercent(info));
    if (value === undefined || (value === null && info.default !== null)) return;
    this.edit(info.name, value);
  }

  get preset(): string {
    return String(
      this.#chosenPreset ?? this.#property.preset ?? this.#attributes.get("preset") ?? "",
    );
  }

  /** The reader's choice: it goes before what the page set for the same figures. */
  choosePreset(id: string): void {
    this.forget();
    this.#chosenPreset = id;
  }

  /** Drops what the reader changed. */
  forget(): void {
    this.#edits = {};
    this.#drafts.clear();
    this.#chosenPreset = undefined;
  }

  get edited(): boolean {
    return (
      this.#drafts.size > 0 ||
      this.#chosenPreset !== undefined ||
      Object.keys(this.#edits).length > 0
    );
  }

  /** The values the preset has. */
  get presetValues(): PresetValues {
    return Object.hasOwn(this.#presets, this.preset) ? (this.#presets[this.preset] ?? {}) : {};
  }

  compose(): Composed {
    const problems: Problem[] = [];
    const input: Fields = {};
    const read = (info: ParameterInfo, text: string, percent: boolean) => {
      const value = parseNumber(text, percent);
      if (value === undefined || (value === null && info.default !== null)) {
        delete input[info.name];
        problems.push({ path: info.name, code: value === null ? "missing" : "notANumber" });
      } else {
        input[info.name] = value;
      }
    };
    for (const [name, text] of this.#attributes) {
      const info = this.#parameter(name);
      if (Object.hasOwn(this.#property, name) || this.#isOverridden(name)) continue;
      if (info === undefined || info.kind === "choice") input[name] = text;
      else read(info, text, false);
    }
    for (const [name, value] of Object.entries(this.#property)) {
      if (value !== undefined && !this.#isOverridden(name)) input[name] = value;
    }
    if (this.preset === "") delete input.preset;
    else input.preset = this.preset;
    Object.assign(input, this.#edits);
    for (const [name, text] of this.#drafts) {
      const info = this.#parameter(name);
      if (info !== undefined) read(info, text, isPercent(info));
    }
    return { input, problems };
  }

  /** Whether an edit, or a preset the reader chose, goes before what the page says. */
  #isOverridden(name: string): boolean {
    return (
      name === "preset" ||
      Object.hasOwn(this.#edits, name) ||
      this.#drafts.has(name) ||
      (this.#chosenPreset !== undefined && Object.hasOwn(this.presetValues, name))
    );
  }

  #parameter(name: string): ParameterInfo | undefined {
    return this.#info.parameters.find((info) => info.name === name);
  }

  /** What a field shows where it is not the value that counts: a text being typed, or one that is bad. */
  text(name: string, problems: readonly Problem[]): string | undefined {
    const draft = this.#drafts.get(name);
    if (draft !== undefined) return draft;
    if (!problems.some(({ path }) => path === name)) return undefined;
    const given = this.#property[name] ?? this.#attributes.get(name);
    return given === undefined || typeof given === "number" ? undefined : describe(given);
  }

  /** The value that counts for a parameter. */
  value(info: ParameterInfo, input: Fields): unknown {
    return input[info.name] ?? this.presetValues[info.name]?.[0] ?? info.default;
  }

  /** The id of the source of the value that counts; `undefined` for the reader's or the page's own. */
  source(info: ParameterInfo, input: Fields): string | undefined {
    if (input[info.name] !== undefined) return undefined;
    return this.presetValues[info.name]?.[1] ?? info.source;
  }
}

/** A foreign value as text, whatever it is. */
function describe(value: unknown): string {
  try {
    return String(value);
  } catch {
    return "?";
  }
}
