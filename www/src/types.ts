/** The public face of the custom elements, free of the library they are built with. */
import type {
  CalculatorError,
  CloudBreakEvenInput,
  CloudBreakEvenResult,
  ClusterTcoInput,
  ClusterTcoResult,
  InvestmentReturnInput,
  InvestmentReturnResult,
  PricePerformanceInput,
  PricePerformanceResult,
  ProductLineInput,
  ProductLineResult,
  ScenarioOutlookInput,
  ScenarioOutlookResult,
} from "#core";

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

export type ChipCloudBreakEvenElement = CalculatorElement<
  CloudBreakEvenInput,
  CloudBreakEvenResult
>;
export type ChipClusterTcoElement = CalculatorElement<ClusterTcoInput, ClusterTcoResult>;
export type ChipPricePerformanceElement = CalculatorElement<
  PricePerformanceInput,
  PricePerformanceResult
> & {
  /** Ids of the chips, separated by spaces; chips of the page's own go into `input`. */
  chips: string | null;
};
export type ChipInvestmentReturnElement = CalculatorElement<
  InvestmentReturnInput,
  InvestmentReturnResult
>;
export type ChipProductLineElement = CalculatorElement<ProductLineInput, ProductLineResult>;
export type ChipScenarioOutlookElement = CalculatorElement<
  ScenarioOutlookInput,
  ScenarioOutlookResult
>;

declare global {
  interface HTMLElementTagNameMap {
    "chip-cloud-break-even": ChipCloudBreakEvenElement;
    "chip-cluster-tco": ChipClusterTcoElement;
    "chip-price-performance": ChipPricePerformanceElement;
    "chip-investment-return": ChipInvestmentReturnElement;
    "chip-product-line": ChipProductLineElement;
    "chip-scenario-outlook": ChipScenarioOutlookElement;
  }
  interface HTMLElementEventMap extends ChipEventMap {}
  // They bubble.
  interface DocumentEventMap extends ChipEventMap {}
}
