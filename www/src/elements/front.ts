/** The parameters in front, and how the answer responds to each: the curves behind their sliders. */
import type { Control } from "../controls/control.js";
import { rangeOf } from "../controls/curve.js";
import type { Curves, Deciding } from "../controls/host.js";
import { type Window, windowOf } from "../controls/scale.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import type { Asked, Response } from "../state/curves.js";
import type { Range } from "../state/range.js";
import { deciding } from "../state/sensitivity.js";
import type { Store } from "../state/store.js";

/** Controls in front, at most. */
const FRONT = 3;

interface Host {
  readonly info: CalculatorInfo;
  readonly store: Store;
  readonly deciding: Deciding | undefined;
  /** The output by which parameters are ranked. */
  readonly ranking: string | undefined;
  /** The parameter that the chart's own handle moves. */
  readonly handle: string | undefined;
  readonly asked: Readonly<Record<string, unknown>>;
  readonly result: { readonly input: object } | undefined;
  readonly held: string | undefined;
  readonly arrangement: string;
  /** The names of those that the page wants in front. */
  readonly wanted: readonly string[];
  relevant(name: string): boolean;
  frontControls(): readonly Control[];
  respond(
    asked: readonly Asked[],
    input: Readonly<Record<string, unknown>>,
  ): ReadonlyMap<string, Response>;
}

export class Front implements Curves {
  readonly #host: Host;
  range: Range = [0, 0];
  #decisive: readonly string[] | undefined;
  #windows = new Map<string, Window>();
  #responses: ReadonlyMap<string, Response> = new Map();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Those that decide are chosen once, then fixed for as long as the page lives. */
  get parameters(): readonly ParameterInfo[] {
    const { info, wanted, arrangement } = this.#host;
    const find = (name: string) => info.parameters.find((parameter) => parameter.name === name);
    this.#decisive ??= this.#choose();
    const names = wanted.some(find)
      ? wanted
      : this.#decisive.filter((name) => !this.#isLeftOut(find(name)));
    return names
      .map(find)
      .filter((parameter) => parameter !== undefined)
      .filter(({ name }) => this.#host.relevant(name))
      .slice(0, arrangement === "compact" ? 1 : FRONT);
  }

  /** Whether the set puts at 0 what others have, as the flat rule for costs that it itemizes. */
  #isLeftOut(info: ParameterInfo | undefined): boolean {
    const { store } = this.#host;
    if (info === undefined || store.presetValues[info.name]?.[0] !== 0) return false;
    return store.original(info) === 0;
  }

  #choose(): string[] {
    const { info, handle, ranking, asked, deciding: decides } = this.#host;
    if (decides !== undefined) return deciding(info, ranking ?? decides.output.name, asked, handle);
    const basics = info.parameters.filter(({ basic, name }) => basic && name !== handle);
    return basics.map(({ name }) => name);
  }

  /** The curves behind the sliders that can be seen, in one call. */
  respond(): void {
    const { deciding: decides, held, info, result } = this.#host;
    if (result === undefined || decides === undefined) return;
    const all: Record<string, unknown> = {};
    const taken = result.input as Record<string, unknown>;
    for (const { name } of info.parameters) {
      if (taken[name] !== null && taken[name] !== undefined) all[name] = taken[name];
    }
    const asked: Asked[] = [];
    for (const { info, value } of this.#host.frontControls()) {
      if (info.kind !== "choice" && typeof value === "number") {
        asked.push({ info, window: this.window(info, value) });
      }
    }
    // Under a hand a curve stays: nothing but its own parameter changes.
    const kept = held === undefined ? undefined : this.#responses.get(held);
    const others = asked.filter(({ info }) => kept === undefined || info.name !== held);
    const responses = new Map(this.#host.respond(others, all));
    if (kept !== undefined && held !== undefined) responses.set(held, kept);
    this.#responses = responses;
    // The scale stays as it is under a hand, so that only what the hand moves moves.
    if (held !== undefined) return;
    const present = Reflect.get(result, decides.output.name);
    this.range = rangeOf([...responses.values()], typeof present === "number" ? present : 0);
  }

  response(name: string): Response | undefined {
    return this.#responses.get(name);
  }

  window(info: ParameterInfo, value: number): Window {
    // A slider's ends stay where they are while it is dragged.
    const kept = this.#host.held === info.name ? this.#windows.get(info.name) : undefined;
    const window = windowOf(kept === undefined ? info : { ...info, window: kept }, value);
    this.#windows.set(info.name, window);
    return window;
  }
}
