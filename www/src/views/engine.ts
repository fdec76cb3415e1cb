/**
 * What the views ask of the engine, and in which form they want the answer: the one place that
 * knows.
 */
import { times } from "../charts/scale.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Range, ViewHost } from "./view.js";

export interface Bar {
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  readonly lowResult: number | null;
  readonly highResult: number | null;
  readonly swing: number | null;
  readonly flip: number | null;
}

/** Percentiles of the cumulative saving by year. */
export interface Fan {
  readonly year: ArrayLike<number>;
  readonly p5: ArrayLike<number>;
  readonly p25: ArrayLike<number>;
  readonly p50: ArrayLike<number>;
  readonly p75: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
}

export interface Distribution {
  /** The output at (i − ½)/n for each of n dots, ascending. */
  readonly dots: readonly number[];
  /** The 10th and the 90th percentile. */
  readonly middle: Range;
  /** Parts of the futures in which the deciding output is above 0, below it, and within a tie. */
  readonly above: number;
  readonly below: number;
  readonly tie: number;
  /** How many futures were drawn. */
  readonly samples: number;
  readonly fan: Fan;
}

export interface Uncertain {
  readonly parameter: ParameterInfo;
  readonly range: Range;
}

/** The analyses as called here: the names are the table's, so that no type can tell them apart. */
interface Analyses {
  tornado(request: object): { result: number | null; bars: readonly Bar[] };
  monteCarlo(request: object): MonteCarlo;
}

interface MonteCarlo {
  readonly nulls: number;
  readonly samples: number;
  readonly histogram: { readonly edges: Float64Array; readonly counts: Float64Array };
  readonly quantiles: { readonly p10: number | null; readonly p90: number | null };
  readonly at?: { readonly p: Float64Array; readonly value: Float64Array };
  readonly probability:
    | number
    | { readonly above: number; readonly below: number; readonly tie: number }
    | null;
  readonly fan: Fan;
}

type Calculator = (input: object) => Readonly<Record<string, unknown>>;

/** A calculator's result for another input. */
export function calculate(host: ViewHost, input: object): Readonly<Record<string, unknown>> {
  const functions = host.functions as Readonly<Record<string, Calculator>>;
  const calculator = functions[host.info.name];
  if (calculator === undefined) throw new Error(`no calculator is called ${host.info.name}`);
  return calculator(input);
}

export function tornado(host: ViewHost): readonly Bar[] {
  const { functions, info, given } = host;
  const request = { calculator: info.name, input: given, output: info.decision };
  return (functions as Analyses).tornado(request).bars;
}

/** The bars that say something: they move the answer, and their figure is one of those in play. */
export function moving(host: ViewHost): readonly Bar[] {
  return tornado(host).filter(({ parameter, low, high, swing }) => {
    const info = host.info.parameters.find(({ name }) => name === parameter);
    const value = host.input[parameter];
    // A default outside its own range (electricity at 0) stands for "held by another figure".
    const isIdle =
      typeof value === "number" && value === info?.default && (value < low || value > high);
    return swing !== null && swing > 0 && !isIdle;
  });
}

/** A spread that both ends of a range are the 5th and 95th percentile of. */
function spread({ parameter, range: [low, high] }: Uncertain): object {
  const common = { parameter: parameter.name };
  // Whole numbers are few: each is as likely as the next.
  if (parameter.kind === "integer") return { ...common, distribution: "uniform", low, high };
  // A price may double as well as halve; a fraction moves up and down alike.
  const distribution = low > 0 && parameter.kind !== "fraction" ? "lognormal" : "normal";
  return { ...common, distribution, p5: low, p95: high };
}

/** Every draw hangs on it. No correlation is assumed, and the view says so. */
const SEED = 1;

/** Bins from which quantiles are read where the engine does not give them itself. */
const BINS = 1000;

/**
 * The distribution of the deciding output. The draws are the same whatever the figures: as a slider
 * moves, the dots move, and nothing flickers.
 */
export function distribution(
  host: ViewHost,
  uncertain: readonly Uncertain[],
  samples: number,
  dots: number,
): Distribution {
  const { functions, info, given } = host;
  const p = times(dots, (index) => (index + 0.5) / dots);
  const request = {
    calculator: info.name,
    input: given,
    output: info.decision,
    seed: SEED,
    samples,
    uncertain: uncertain.map(spread),
  };
  const { monteCarlo } = functions as Analyses;
  const answer = asked(monteCarlo, request, p);
  const { probability, quantiles } = answer;
  const share =
    typeof probability === "number"
      ? { above: probability, below: 1 - probability, tie: 0 }
      : (probability ?? { above: 0, below: 0, tie: 0 });
  return {
    dots: answer.at === undefined ? p.map(reader(answer)) : [...answer.at.value],
    middle: [quantiles.p10 ?? Number.NaN, quantiles.p90 ?? Number.NaN],
    ...share,
    samples: answer.samples - answer.nulls,
    fan: answer.fan,
  };
}

/** Whether the engine takes `quantiles`; known after the first call. */
let exact: boolean | undefined;

function asked(monteCarlo: Analyses["monteCarlo"], request: object, p: number[]): MonteCarlo {
  if (exact === false) return monteCarlo({ ...request, bins: BINS });
  try {
    const answer = monteCarlo({ ...request, quantiles: p });
    exact = true;
    return answer;
  } catch (error) {
    if (exact === true) throw error;
    exact = false;
    return monteCarlo({ ...request, bins: BINS });
  }
}

/** Quantiles of a histogram: exact to a thousandth of its span. */
function reader({ histogram: { edges, counts } }: MonteCarlo): (p: number) => number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (p) => {
    let left = p * total;
    for (let bin = 0; bin < counts.length; bin++) {
      const count = counts[bin] ?? 0;
      if (left <= count && count > 0) {
        const [from = 0, to = from] = [edges[bin], edges[bin + 1]];
        return from + ((to - from) * left) / count;
      }
      left -= count;
    }
    return edges.at(-1) ?? Number.NaN;
  };
}
