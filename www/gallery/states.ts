/** Every state that a calculator's sentences can be in, with figures that bring it about. */
import type { CalculatorName } from "../src/generated/metadata.js";

/**
 * What an answer can be like, whatever the calculator: one that stands, one beside a figure that cannot
 * be read, one too close to call, one that does not exist.
 */
export const KINDS = ["good", "bad", "tie", "never"] as const;

export type Kind = (typeof KINDS)[number];

export interface State {
  readonly calculator: CalculatorName;
  /** For an editor's eyes. */
  readonly name: string;
  /** Of the states of its kind the one that is shown in pictures. */
  readonly kind?: Exclude<Kind, "bad">;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the result is taken to say beside, where no simple input brings it about. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly changed?: boolean;
}

/** States that a calculator cannot be in, and why. */
export const IMPOSSIBLE: readonly {
  readonly calculator: CalculatorName;
  readonly kind: Kind;
  readonly why: string;
}[] = [
  {
    calculator: "clusterTco",
    kind: "tie",
    why: "it adds up one cost and compares it with nothing",
  },
];

const STRAIGHT = { annualization: "straightLine" };

export const states: readonly State[] = [
  { calculator: "cloudBreakEven", name: "The article: buy", kind: "good", input: {} },
  { calculator: "cloudBreakEven", name: "One GPU for a year", input: { gpus: 1, years: 1 } },
  { calculator: "cloudBreakEven", name: "Cheap cloud: rent", input: { cloudRate: 2.68 } },
  {
    calculator: "cloudBreakEven",
    name: "Rent, however busy",
    kind: "never",
    input: { cloudRate: 1.2 },
  },
  {
    calculator: "cloudBreakEven",
    name: "Not even free GPUs",
    input: { cloudRate: 0.2, siteCapex: 50e6 },
  },
  {
    calculator: "cloudBreakEven",
    name: "Power costs more than rent",
    input: { cloudRate: 0.1, electricityPrice: 0.2, operationsFraction: 0 },
  },
  { calculator: "cloudBreakEven", name: "A toss-up", kind: "tie", input: { cloudRate: 3.18 } },
  { calculator: "cloudBreakEven", name: "Idle", input: { utilization: 0 } },
  { calculator: "cloudBreakEven", name: "A cloud for nothing", input: { cloudRate: 0 } },
  { calculator: "cloudBreakEven", name: "Reserved: buy", input: { cloudBilling: "reserved" } },
  {
    calculator: "cloudBreakEven",
    name: "Reserved: rent",
    input: { cloudBilling: "reserved", cloudRate: 2 },
  },
  {
    calculator: "cloudBreakEven",
    name: "Payback does not last",
    input: {},
    also: {
      breakEvenUtilization: 0.74,
      paybackMonths: 14.6,
      paybackLostMonth: 44,
      verdict: "rent",
      saving: -2.1e6,
    },
  },
  {
    calculator: "cloudBreakEven",
    name: "Only the resale pays it back",
    input: {},
    also: { paybackMonths: null, reasons: { paybackMonths: "onlyWithResidual" } },
  },
  {
    calculator: "cloudBreakEven",
    name: "Nothing invested",
    input: {},
    also: { paybackMonths: null, reasons: { paybackMonths: "nothingInvested" } },
  },
  {
    calculator: "cloudBreakEven",
    name: "The convention disagrees: buy",
    input: STRAIGHT,
    also: { warnings: ["conventionDisagrees"], presentValueSaving: -1.2e6, verdict: "own" },
  },
  {
    calculator: "cloudBreakEven",
    name: "The convention disagrees: rent",
    input: { ...STRAIGHT, cloudRate: 2.4 },
    also: { warnings: ["conventionDisagrees"], presentValueSaving: 1.2e6, verdict: "rent" },
  },

  { calculator: "clusterTco", name: "The article", kind: "good", input: {} },
  { calculator: "clusterTco", name: "Itemized", input: { preset: "itemised" } },
  { calculator: "clusterTco", name: "Always busy", input: { utilization: 1 } },
  { calculator: "clusterTco", name: "Idle", kind: "never", input: { utilization: 0 } },
  { calculator: "clusterTco", name: "One GPU for a year", input: { gpus: 1, years: 1 } },
  { calculator: "clusterTco", name: "Nothing", input: { gpuPrice: 0, siteCapex: 0 } },

  { calculator: "investmentReturn", name: "The article: yes", kind: "good", input: {} },
  { calculator: "investmentReturn", name: "No", input: { annualBenefit: 10e6 } },
  { calculator: "investmentReturn", name: "Back, but too late", input: { annualBenefit: 11e6 } },
  {
    calculator: "investmentReturn",
    name: "Even",
    kind: "tie",
    input: { investment: 100e6, annualBenefit: 29.85e6 },
  },
  {
    calculator: "investmentReturn",
    name: "No benefit",
    kind: "never",
    input: { annualBenefit: 1e6, annualCost: 2e6 },
  },
  {
    calculator: "investmentReturn",
    name: "Several rates of return",
    input: {
      investment: 1e6,
      annualBenefit: 2600400,
      benefitGrowth: -1,
      years: 2,
      residual: -1690520.03,
    },
  },
  {
    calculator: "investmentReturn",
    name: "Only what is left pays",
    input: { annualBenefit: 5e6, residual: 80e6 },
    also: { paybackMonths: null, reasons: { paybackMonths: "onlyWithResidual" } },
  },
  {
    calculator: "investmentReturn",
    name: "One month",
    input: { investment: 1e6, annualBenefit: 12e6 },
  },

  { calculator: "productLine", name: "The article", kind: "good", input: {} },
  { calculator: "productLine", name: "Own figures", input: { units: 50_000 }, changed: true },
  { calculator: "productLine", name: "A loss", input: { units: 20_000 } },
  { calculator: "productLine", name: "Even", kind: "tie", input: { research: 4_856_250_000 } },
  { calculator: "productLine", name: "Made at a loss", input: { grossMargin: -0.1 } },
  { calculator: "productLine", name: "None sold", kind: "never", input: { units: 0 } },
  { calculator: "productLine", name: "Given away", input: { averageSellingPrice: 0 } },
  { calculator: "productLine", name: "One chip", input: { units: 1, research: 0 } },

  { calculator: "pricePerformance", name: "The catalogue", kind: "good", input: {} },
  { calculator: "pricePerformance", name: "The article: mixed", input: { preset: "article" } },
  { calculator: "pricePerformance", name: "By power", input: { basis: "power" } },
  {
    calculator: "pricePerformance",
    name: "With electricity",
    input: { basis: "priceAndEnergy" },
    changed: true,
  },
  { calculator: "pricePerformance", name: "Memory", input: { metric: "memoryGb" } },
  {
    calculator: "pricePerformance",
    name: "One alone",
    input: { chips: ["h200-sxm"], baseline: "h200-sxm" },
  },
  {
    calculator: "pricePerformance",
    name: "A chip for nothing",
    input: { chips: ["h200-sxm", { id: "h100-sxm", price: 0 }], baseline: "h200-sxm" },
  },
  {
    calculator: "pricePerformance",
    name: "The one compared with is best",
    input: { chips: ["h200-sxm", "h100-sxm"], baseline: "h200-sxm" },
  },
  {
    calculator: "pricePerformance",
    name: "A toss-up",
    kind: "tie",
    input: {
      chips: [
        { id: "one", name: "Chip One", price: 10_000, performance: 1000, sparsity: "dense" },
        { id: "two", name: "Chip Two", price: 10_000, performance: 1000, sparsity: "dense" },
      ],
      baseline: "one",
    },
  },
  {
    calculator: "pricePerformance",
    name: "Only one has a figure",
    kind: "never",
    input: { chips: ["h200-sxm", "gh200"], baseline: "h200-sxm", metric: "memoryGb" },
  },

  {
    calculator: "scenarioOutlook",
    name: "The article",
    kind: "good",
    input: { preset: "article" },
  },
  {
    calculator: "scenarioOutlook",
    name: "Market value",
    input: { preset: "articleMarketValue" },
  },
  {
    calculator: "scenarioOutlook",
    name: "Own probabilities",
    input: { preset: "article" },
    changed: true,
  },
  {
    calculator: "scenarioOutlook",
    name: "Of another calculator",
    input: {
      calculator: "cloudBreakEven",
      output: "saving",
      scenarios: [
        { id: "cheap", probability: 0.25, overrides: { cloudRate: 2 } },
        { id: "dear", probability: 0.75, overrides: { cloudRate: 7 } },
      ],
    },
  },
  {
    calculator: "scenarioOutlook",
    name: "Half and half",
    kind: "tie",
    input: {
      calculator: "cloudBreakEven",
      output: "saving",
      scenarios: [
        { id: "cheap", probability: 0.5, overrides: { cloudRate: 2 } },
        { id: "dear", probability: 0.5, overrides: { cloudRate: 4.35 } },
      ],
    },
  },
  {
    calculator: "scenarioOutlook",
    name: "Not in every scenario",
    kind: "never",
    input: {
      calculator: "cloudBreakEven",
      output: "paybackMonths",
      scenarios: [
        { id: "cheap", probability: 0.25, overrides: { cloudRate: 1 } },
        { id: "dear", probability: 0.75, overrides: { cloudRate: 7 } },
      ],
    },
  },
];
