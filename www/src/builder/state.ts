/** What is set in the builder, and the page's address, which holds all of it. */
import type { CalculatorName } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { languageFor } from "../locales/registry.js";
import { isBuiltIn } from "../locales/types.js";
import { folderAddress } from "../publishing/oembed.js";
import { type Color, line, settings, type Wrong } from "../publishing/options.js";
import { WAYS, type Way } from "../publishing/snippet.js";
import {
  readState,
  type StateProblem,
  stateWith,
  type WidgetState,
  writeState,
} from "../publishing/state.js";

/** Widths of the previews, CSS pixels. */
export const WIDTHS = { phone: 360, desk: 760 } as const;

export type Device = keyof typeof WIDTHS;

/** What is asked for the folder of an embed. */
export const PLACE = ["at", "provider", "author"] as const;

type PlaceName = (typeof PLACE)[number];

/** Where files are served, and who is named. */
export type ServedName = "base" | PlaceName;

/** What another calculator's widget has as well. */
const SHARED = ["lang", "theme", "layout"];

/** A text that is refused, as typed, and why. */
export interface Draft {
  readonly text: string;
  readonly wrong: Wrong;
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
  readonly #drafts = new Map<string, Draft>();
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
    for (const name of ["base", ...PLACE] as const) {
      const value = take(name);
      if (value !== null) this.setServed(name, value);
    }
    if (!parameters.has("calculator")) parameters.set("calculator", "cloud-break-even");
    if (!parameters.has("lang")) parameters.set("lang", languageFor(navigator.language));
    const { state, problems } = readState(parameters);
    this.unread = problems;
    if (state !== undefined) this.widget = state;
  }

  /** The query of the page's address, without `?`. */
  get query(): string {
    const query = new URLSearchParams(writeState(this.widget));
    if (this.way !== "element") query.set("way", this.way);
    if (this.device !== "phone") query.set("device", this.device);
    if (this.isFrozen) query.set("frozen", "");
    if (this.base !== this.#folder) query.set("base", this.base);
    for (const name of PLACE) if (this.place[name]) query.set(name, this.place[name]);
    return query.toString();
  }

  /** Sets what the widget takes. A text that it does not take stays in its field, and what counted counts. */
  set(name: string, text: string): void {
    const setting = settings(this.widget.calculator).find((setting) => setting.name === name);
    const attributes = { ...this.widget.attributes };
    this.#drafts.delete(name);
    if (text === "" || setting === undefined) {
      delete attributes[name];
    } else {
      const checked = setting.check(text);
      if ("wrong" in checked) this.#drafts.set(name, { text, wrong: checked.wrong });
      else attributes[name] = checked.value;
    }
    this.#take(attributes);
  }

  #take(attributes: Record<string, string>): void {
    this.widget = stateWith(this.widget.calculator, attributes, this.widget.colors);
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

  /** Another calculator: what both have stays. */
  choose(calculator: CalculatorName): void {
    const kept = Object.entries(this.widget.attributes).filter(([name]) => SHARED.includes(name));
    this.#drafts.clear();
    this.unread = [];
    this.widget = stateWith(calculator, Object.fromEntries(kept), this.widget.colors);
  }
}
