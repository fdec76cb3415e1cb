/** What a chart needs to know of the widget it is drawn in. */
import type { Format } from "../formats/format.js";
import type { CalculatorInfo } from "../generated/metadata.js";

export interface ChartHost {
  readonly info: CalculatorInfo;
  readonly format: Format;
  /** The words of the calculator, as its module in `locales/` has them. */
  readonly words: object;
  /** The figures of the result, complete. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
  /** The room of what is drawn, and the size of text, px. */
  readonly width: number;
  readonly em: number;
  /** Whether a hand is on a control. */
  readonly dragging: boolean;
  /** A chart's title, which says of figures that are ranges at which value it is drawn. */
  caption(title: string): string;
  /** The result that the widget is about, or one like it, with its unit. */
  resultText(value: number): string;
  /** Unique in the widget's root. */
  id(name: string): string;
  /** Sets a parameter: one step of undo until `rest`. */
  set(name: string, value: number): void;
  rest(): void;
  requestUpdate(): void;
}

/** A chart fills a place: its title included, it is as wide and as tall as that. */
export interface PlacedHost extends ChartHost {
  readonly height: number;
}
