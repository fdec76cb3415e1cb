/** What a control needs to know, and whom it tells. */
import type { TemplateResult } from "lit";
import type { Format } from "../formats/format.js";
import type { Amount } from "../formats/parse.js";
import type { CalculatorInfo, OutputInfo, ParameterInfo } from "../generated/metadata.js";
import type { Shared } from "../locales/types.js";
import type { Response } from "../state/curves.js";
import type { Range } from "../state/range.js";
import type { Problem, Store } from "../state/store.js";
import type { Window } from "./scale.js";

/** The two sides of a deciding output: where it is positive, and where it is negative. */
export interface Sides {
  readonly positive: string;
  readonly negative: string;
  /** The same in a sentence: "owning is cheaper". */
  readonly sentence: { readonly positive: string; readonly negative: string };
}

/** The output that decides the verdict, and what its sign means. */
export interface Deciding {
  readonly output: OutputInfo;
  readonly sides: Sides | undefined;
}

/** How the answer responds to the parameters that have a slider. */
export interface Curves {
  /** The scale that all curves share. */
  readonly range: Range;
  response(name: string): Response | undefined;
  /** What a parameter's slider spans: its ends do not move under a hand. */
  window(info: ParameterInfo, value: number): Window;
}

export interface ControlHost {
  readonly info: CalculatorInfo;
  readonly format: Format;
  /** What the frame says, in the widget's language. */
  readonly words: Shared["frame"];
  readonly store: Store;
  /** What the calculator was asked last. */
  readonly asked: Readonly<Record<string, unknown>>;
  /** The figures it took, complete. */
  readonly used: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  readonly deciding: Deciding | undefined;
  /** The first word of the answer. */
  readonly lead: string;
  /** The id of the field that has the focus, and of one in which an input method is at work. */
  readonly focused: string | undefined;
  readonly composing: string | undefined;
  /** The parameter under a hand. */
  readonly held: string | undefined;
  /** The id of the field whose explanation is open. */
  readonly explained: string | undefined;
  readonly curves: Curves;
  /** A result of the deciding output as a text. */
  resultText(value: number): string;
  /** Whether a parameter makes a difference now. */
  relevant(name: string): boolean;
  /** What is to be said about a figure: what it means, where it comes from. */
  explain(info: ParameterInfo, id: string): TemplateResult;

  onFocus(id: string): void;
  onComposing(id: string | undefined): void;
  onType(name: string, text: string): void;
  onLeave(name: string): void;
  onCancel(name: string): void;
  /** The reader has said what an ambiguous text means. */
  onMeant(name: string, amount: Amount): void;
  onChoose(name: string, value: string): void;
  onHold(name: string): void;
  set(name: string, value: number): void;
  rest(): void;
  onExplain(id: string): void;
}
