/** The public face of the custom elements, free of the library they are built with. */
import type { CalculatorError } from "#core";
import type { CalculatorTags } from "./generated/element-types.js";

export interface ChipInputDetail<Input = object> {
  readonly input: Input;
}

export interface ChipResultDetail<Input = object, Result = object> {
  readonly input: Input;
  readonly result: Result;
}

export interface ChipErrorDetail<Input = object> {
  readonly input: Input;
  /** Bad figures, or a `CoreUnavailableError` where WebAssembly may not run. */
  readonly error: CalculatorError | Error;
}

export interface ChipEventMap<Input = object, Result = object> {
  /** The reader changed a figure. */
  "chip-input": CustomEvent<ChipInputDetail<Input>>;
  /** A new result, the first included. */
  "chip-result": CustomEvent<ChipResultDetail<Input, Result>>;
  /** No result; the last good one stays on show, marked as out of date. */
  "chip-error": CustomEvent<ChipErrorDetail<Input>>;
}

/** The figures that an attribute can hold: each as a property that reflects it, null where it is not set. */
type Reflected<Input> = {
  [Name in keyof Input as NonNullable<Input[Name]> extends number | string
    ? Name
    : never]-?: Exclude<Input[Name], undefined> | null;
};

interface Calculator<Input, Result> extends HTMLElement {
  /** The figures given so far: by attributes, by this property, by the reader. What is missing takes its default. */
  get input(): Input;
  set input(input: Input);
  /** The last good result; none until the element has come near the window. */
  readonly result: Result | undefined;
  theme: "light" | "dark" | null;
  /** Back to the figures of the page. */
  reset(): void;

  addEventListener<Type extends keyof ChipEventMap>(
    type: Type,
    listener: (this: this, event: ChipEventMap<Input, Result>[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** A calculator on a page. Every parameter is a property, and an attribute in kebab-case. */
export type CalculatorElement<Input, Result> = Calculator<Input, Result> & Reflected<Input>;

export type * from "./generated/element-types.js";

/** The tag around words and widgets that share their figures. */
export interface ChipScopeElement extends HTMLElement {}

/** What the elements within a sentence have in common. */
interface Prose extends HTMLElement {
  /** The calculator that is meant, where the name of the figure leaves a choice. */
  calculator?: string | null;
}

/** A number within a sentence that the reader steps, drags or types. */
export interface ChipVariableElement extends Prose {
  /** The parameter. */
  name: string;
  /** What the number is called, where the parameter's own label does not fit. */
  label?: string | null;
}

/** A result within a sentence. */
export interface ChipValueElement extends Prose {
  /** The name of the result. */
  of: string;
  /** Whether its sign is left out, for sentences that say it in words. */
  absolute?: boolean;
}

/** A sentence for one answer alone. */
export interface ChipIfElement extends Prose {
  /** Verdicts, or `never positive negative`, between spaces. */
  when: string;
  /** The result that decides; the verdict unless given. */
  of?: string | null;
}

/** A figure of an article with its check. */
export interface ChipFigureElement extends HTMLElement {
  /** The id of the claim. */
  claim: string;
  /** The address of the article's file; that of the package unless given. */
  article?: string | null;
}

/** Every claim of an article with its verdict, its working and its sources. */
export interface ChipFactCheckElement extends HTMLElement {
  /** The address of the article's file; that of the package unless given. */
  article?: string | null;
}

/** The article's rule of thumb against the model, over the size of the fleet and its use. */
export interface ChipRuleMapElement extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap extends CalculatorTags {
    "chip-scope": ChipScopeElement;
    "chip-variable": ChipVariableElement;
    "chip-value": ChipValueElement;
    "chip-if": ChipIfElement;
    "chip-figure": ChipFigureElement;
    "chip-fact-check": ChipFactCheckElement;
    "chip-rule-map": ChipRuleMapElement;
  }
  interface HTMLElementEventMap extends ChipEventMap {}
  // They bubble.
  interface DocumentEventMap extends ChipEventMap {}
}
