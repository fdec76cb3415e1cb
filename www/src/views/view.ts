/** What a view may ask of the widget it stands in, and what the widget may ask of it. */
import type { nothing, TemplateResult } from "lit";
import type { ChartHost } from "../charts/host.js";
import type { OutputInfo } from "../generated/metadata.js";
import type { Range } from "../state/range.js";
import type { Block } from "./block.js";
import type { CalculatorWords } from "./words.js";

/**
 * The widget. It is the same object for as long as the widget lives: what a view remembers (a pinned
 * answer, a line that was dragged) it remembers by its host.
 */
export interface ViewHost extends ChartHost {
  /** The room of a view, px: the widget's. */
  readonly viewWidth: number;
  readonly words: CalculatorWords;
  /** The output by whose value one input is better than another; none where there is no such thing. */
  readonly decision: string | undefined;
  /** The result's input without what is null: what the analyses are asked about. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
  /**
   * The verdict as one text: also a table's caption, a picture's alternative, a file's first line.
   */
  readonly sentence: string;
  /** The calculators and the analyses. */
  readonly functions: object;
  /** Ranges that were typed into fields, by parameter. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** Whether the reader has set any figure, be it to what it was. */
  readonly touched: boolean;
  /** Whether the reader has a view open. */
  isOpen(view: string): boolean;
  /** Closes the view that is open. */
  close(): void;
  /** The address that opens the widget in its present state. */
  readonly address: string;
  /** Where a figure comes from; nothing for the reader's or the page's own. */
  source(name: string): Origin | undefined;
  /** A result in a table: every digit that counts. */
  exact(output: OutputInfo, value: number): string;
  /** What a calculator lists beside its outputs: chips, scenarios. */
  lists(): readonly Block[];
}

/** The source of a figure, and what kind of figure it is. */
export interface Origin {
  readonly source: string;
  readonly status: string;
}

export type Render = (host: ViewHost) => TemplateResult | typeof nothing;

export interface View {
  readonly id: string;
  /** What its button says. */
  title(host: ViewHost): string;
  /** Whether it makes sense for the calculator. */
  available(host: ViewHost): boolean;
  /** What draws it: most readers open none, so that it is fetched when it is opened. */
  load(): Promise<Render>;
}

/** What a view remembers of each widget. */
export function remembered<State>(make: () => State): (host: object) => State {
  const states = new WeakMap<object, State>();
  return (host) => {
    let state = states.get(host);
    if (state === undefined) {
      state = make();
      states.set(host, state);
    }
    return state;
  };
}
