/** The catalogue: every figure the calculators ship, each with its source in {@link sources}. */
import assumptionsJson from "#data/assumptions.json";
import chipsJson from "#data/chips.json";
import cloudPricesJson from "#data/cloud-prices.json";
import electricityJson from "#data/electricity.json";
import hardwarePricesJson from "#data/hardware-prices.json";
import mlperfJson from "#data/mlperf.json";
import presetsJson from "#data/presets.json";
import sourcesJson from "#data/sources.json";

/** Where a figure comes from: a reviewed benchmark, a publisher, an estimate, the article examined. */
export type Status = "measured" | "published" | "estimated" | "article";

/** A figure with the id of its source; its date is an ISO day, month or year. */
export interface Figure {
  readonly value: number;
  readonly status: Status;
  readonly source: string;
  readonly date?: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** What both are called in Chinese, where that is not their own name. */
  readonly zh?: { readonly title: string; readonly publisher: string };
  /** Published, or read. */
  readonly date: string;
  readonly licence: string;
  readonly url?: string;
  /** Must be shown with the source's figures. */
  readonly attribution?: string;
}

/** The median of quotes, USD per accelerator. */
export interface ReferencePrice extends Figure {
  readonly low: number;
  readonly high: number;
  readonly date: string;
  readonly quotes: number;
}

/** GB, TB/s, W, GB/s; TFLOPS, of INT8 TOPS. */
export type ChipFigure =
  | "memoryGb"
  | "bandwidthTbs"
  | "powerW"
  | "interconnectGbs"
  | "fp64Dense"
  | "fp64MatrixDense"
  | "tf32Dense"
  | "tf32Sparse"
  | "bf16Dense"
  | "bf16Sparse"
  | "fp8Dense"
  | "fp8Sparse"
  | "fp4Dense"
  | "int8Dense"
  | "int8Sparse";

export interface Chip {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly form?: string;
  readonly launched?: string;
  readonly process?: string;
  readonly memoryType?: string;
  /** Must be shown with the chip's figures. */
  readonly warning?: string;
  readonly price?: ReferencePrice;
  readonly figures: Readonly<Partial<Record<ChipFigure, Figure>>>;
}

interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Starting values of the calculators that own or rent, by the name of the parameter. */
export interface Preset {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly values: Readonly<Record<string, Figure>>;
}

interface Sourced {
  readonly status: Status;
  readonly source: string;
  readonly date: string;
  readonly note?: string;
}

/** A rental offer, USD per GPU-hour. */
export interface CloudPrice extends Sourced {
  readonly provider: string;
  readonly instance: string | null;
  readonly chipLabel: string;
  /** Id of a chip, where it is one of {@link chips}. */
  readonly chip: string | null;
  readonly gpus: number | null;
  readonly onDemand: number | null;
  readonly spot: number | null;
  readonly commit1y: number | null;
  readonly commit3y: number | null;
  readonly region: string | null;
  readonly dateBasis: "stated" | "file" | "commit";
  readonly url?: string;
}

/** A purchase quote, USD per accelerator. */
export interface HardwarePrice extends Sourced {
  readonly item: string;
  readonly chip: string | null;
  readonly low: number;
  readonly high: number;
  readonly kind:
    | "single-unit"
    | "system-or-baseboard"
    | "estimate"
    | "analyst-claim"
    | "bill-of-materials"
    | "release-price";
  readonly gpusInQuote?: number;
  readonly url: string;
}

/** Prices per kWh, in the currency stated. */
export interface ElectricityPrice extends Omit<Sourced, "date"> {
  readonly region: string;
  readonly kind: "us-state" | "us-division" | "eu" | "eu-country";
  readonly period: string;
  readonly currency: "USD" | "EUR";
  readonly commercial: number | null;
  readonly industrial: number;
}

/** A result of MLPerf Inference, tokens/s of the whole system. */
export interface MlperfResult extends Omit<Sourced, "note"> {
  readonly chip: string;
  readonly round: "v4.1" | "v6.0";
  readonly benchmark: string;
  readonly scenario: "Offline" | "Server";
  readonly accelerators: number;
  readonly result: number;
  /** `result / accelerators`: a calculation of this project, not an official MLPerf metric. */
  readonly perGpu: number;
  /** Of the weights, as submitted; null where it was not read. */
  readonly precision: string | null;
  readonly submitter: string;
  readonly system: string;
  readonly inferred: boolean;
  /** Whether it is a figure of its chip in {@link chips}. */
  readonly catalogue: boolean;
}

/** A value, or a range, that others state for a parameter. */
export interface Assumption extends Sourced {
  readonly id: string;
  readonly quantity: string;
  readonly chip: string | null;
  readonly unit: "ratio" | "kW" | "USD/GPU-hour" | "USD/kW-month" | "1/a";
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

export const sources = sourcesJson as readonly Source[];
export const chips = chipsJson as readonly Chip[];
export const presets = presetsJson as readonly Preset[];
export const cloudPrices = cloudPricesJson as readonly CloudPrice[];
export const hardwarePrices = hardwarePricesJson as readonly HardwarePrice[];
export const electricity = electricityJson as readonly ElectricityPrice[];
export const mlperf = (mlperfJson as { readonly results: readonly MlperfResult[] }).results;
export const assumptions = assumptionsJson as readonly Assumption[];
