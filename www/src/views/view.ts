/** What a view may ask of the widget it stands in, and what the widget may ask of it. */
import type { TemplateResult } from "lit";
import type { ChartHost } from "../charts/host.js";

/** A range in the reader's own figures: nine of ten futures lie within it. */
export type Range = readonly [low: number, high: number];

/**
 * The widget. It is the same object for as long as the widget lives: what a view remembers (a
 * pinned
 * answer, a line that was dragged) it remembers by its host.
 */
export interface ViewHost extends ChartHost {
  /** The room of a view, px, where it is not that of the chart. */
  readonly viewWidth?: number;
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
  readonly ranges?: ReadonlyMap<string, Range>;
  /** The address that opens the widget in its present state. */
  readonly address?: string;
  /** The id of a figure's source; `undefined` for the reader's or the page's own. */
  source(name: string): string | undefined;
}

export interface View {
  readonly id: string;
  /** What its button says. */
  title(host: ViewHost): string;
  /** Whether it makes sense for the calculator. */
  available(host: ViewHost): boolean;
  render(host: ViewHost): TemplateResult;
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
