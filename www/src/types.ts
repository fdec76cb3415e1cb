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

/** A calculator on a page. Every parameter is also an attribute, in kebab-case. */
export interface CalculatorElement<Input, Result> extends HTMLElement {
  /** The figures given so far: by attributes, by this property, by the reader. What is missing takes its default. */
  get input(): Input;
  set input(input: Input);
  /** The last good result. */
  readonly result: Result | undefined;
  /** Back to the figures of the page. */
  reset(): void;
}

export type ChipCloudBreakEvenElement = CalculatorElement<
  CloudBreakEvenInput,
  CloudBreakEvenResult
>;
export type ChipClusterTcoElement = CalculatorElement<ClusterTcoInput, ClusterTcoResult>;
export type ChipPricePerformanceElement = CalculatorElement<
  PricePerformanceInput,
  PricePerformanceResult
>;

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
  interface HTMLElementEventMap {
    "chip-input": CustomEvent<ChipInputDetail>;
    "chip-result": CustomEvent<ChipResultDetail>;
    "chip-error": CustomEvent<ChipErrorDetail>;
  }
}
