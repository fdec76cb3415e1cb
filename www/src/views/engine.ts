/**
 * What the views ask of the engine, and in which form they want the answer: the one place that
 * knows.
 */
import { times } from "../charts/scale.js";
import type { ParameterInfo } from "../generated/metadata.js";
import { around, isIdle, quarters, type Range } from "../state/range.js";
import type { ViewHost } from "./view.js";

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
  goalSeek(request: object): {
    readonly value: number | null;
    readonly brackets: readonly { readonly low: number; readonly high: number }[];
  };
}

interface MonteCarlo {
  readonly nulls: number;
  readonly samples: number;
  readonly percentiles: { readonly p10: number | null; readonly p90: number | null };
  readonly quantiles: { readonly value: Float64Array };
  readonly probability: {
    readonly above: number | null;
    readonly below: number | null;
    readonly tie: number | null;
  } | null;
  readonly fan: Fan;
  readonly draws: Readonly<Record<string, Float64Array>> | null;
}

type Calculator = (input: object) => Readonly<Record<string, unknown>>;

/** A calculator's result for another input. */
export function calculate(host: ViewHost, input: object): Readonly<Record<string, unknown>> {
  const functions = host.functions as Readonly<Record<string, Calculator>>;
  const calculator = functions[host.info.name];
  if (calculator === undefined) throw new Error(`no calculator is called ${host.info.name}`);
  return calculator(input);
}

/**
 * The value of a parameter at which the verdict turns, nearest to the present one; of whole numbers
 * the first on the other side.
 */
export function flipOf(host: ViewHost, parameter: string): number | null {
  const { functions, info, given, input, decision: output } = host;
  const request = { calculator: info.name, input: given, parameter, output, target: 0 };
  const { value, brackets } = (functions as Analyses).goalSeek(request);
  const now = input[parameter];
  if (value !== null || typeof now !== "number") return value;
  const beyond = brackets.map(({ low, high }) => (now <= low ? high : low));
  const nearest = beyond.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))[0];
  return nearest ?? null;
}

/** Bars over the ranges that sources give. */
export function tornado(host: ViewHost): readonly Bar[] {
  const { functions, info, given, decision: output, words } = host;
  const { bars } = (functions as Analyses).tornado({ calculator: info.name, input: given, output });
  // The engine tells flips of the outputs that its tables decide by; of others, zero is where they turn.
  const signed = words.sides !== undefined && info.decisiveOutput !== output;
  return signed ? bars.map((bar) => ({ ...bar, flip: flipOf(host, bar.parameter) })) : bars;
}

export interface Moving extends Bar {
  /** Whether a source gives the range; else it is a quarter to either side. */
  readonly isSourced: boolean;
  /** Whether that range is moved to a figure outside of it. */
  readonly isMoved: boolean;
}

/**
 * The bars that say something: they move the answer, and their figure is one of those in play. A basic figure
 * whose range no source gives is tried as well: left out, it would seem to decide nothing.
 */
export function moving(host: ViewHost): readonly Moving[] {
  const sourced = tornado(host).filter(({ parameter, low, high, swing }) => {
    const info = host.info.parameters.find(({ name }) => name === parameter);
    return swing !== null && swing > 0 && !isIdle(info, host.input[parameter], [low, high]);
  });
  const bars = sourced.flatMap((bar) => beside(host, bar) ?? []);
  const others = host.info.parameters.filter(
    ({ basic, name }) => basic && !bars.some(({ parameter }) => parameter === name),
  );
  return [...bars, ...others.flatMap((info) => tried(host, info) ?? [])].sort(
    (a, b) => (b.swing ?? 0) - (a.swing ?? 0),
  );
}

/** A bar over the source's range; of a figure outside of it over that range moved there, or a quarter. */
function beside(host: ViewHost, bar: Bar): Moving | undefined {
  const { parameter, low, high } = bar;
  const info = host.info.parameters.find(({ name }) => name === parameter);
  const value = host.input[parameter];
  const isOutside = typeof value === "number" && (value < low || value > high);
  if (info === undefined || !isOutside) return { ...bar, isSourced: true, isMoved: false };
  const range = around(info, value);
  return range === undefined
    ? tried(host, info)
    : barOver(host, info, range, { isSourced: true, isMoved: true });
}

/** A figure without a sourced range, a quarter up and down. */
function tried(host: ViewHost, info: ParameterInfo): Moving | undefined {
  const value = host.input[info.name];
  const range = typeof value === "number" ? quarters(info, value) : undefined;
  return range && barOver(host, info, range, { isSourced: false, isMoved: false });
}

function barOver(
  host: ViewHost,
  { name }: ParameterInfo,
  [low, high]: Range,
  kind: Pick<Moving, "isSourced" | "isMoved">,
): Moving | undefined {
  const { decision = "", given, words } = host;
  const at = (tried: number) => calculate(host, { ...given, [name]: tried })[decision];
  const [lowResult, highResult] = [at(low), at(high)];
  if (typeof lowResult !== "number" || typeof highResult !== "number") return undefined;
  const swing = Math.abs(highResult - lowResult);
  if (!(swing > 0)) return undefined;
  const flip = words.sides === undefined ? null : flipOf(host, name);
  return { parameter: name, low, high, lowResult, highResult, swing, flip, ...kind };
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
  const { functions, info, given, decision: output } = host;
  const request = {
    calculator: info.name,
    input: given,
    output,
    seed: SEED,
    samples,
    uncertain: uncertain.map(spread),
    quantiles: times(dots, (index) => (index + 0.5) / dots),
    // Where the tables name no output that decides, its sign is counted here.
    draws: info.decisiveOutput !== output,
  };
  const answer = (functions as Analyses).monteCarlo(request);
  const { fan, nulls, percentiles, quantiles } = answer;
  return {
    dots: [...quantiles.value],
    middle: [percentiles.p10 ?? Number.NaN, percentiles.p90 ?? Number.NaN],
    ...shares(answer, output ?? ""),
    samples: answer.samples - nulls,
    fan,
  };
}

/** Which part of the futures lies on which side. */
function shares({ probability, draws }: MonteCarlo, output: string) {
  if (probability !== null) {
    const { above, below, tie } = probability;
    return { above: above ?? 0, below: below ?? 0, tie: tie ?? 0 };
  }
  const values = draws?.[output]?.filter((value) => !Number.isNaN(value)) ?? [];
  const part = (is: (value: number) => boolean) =>
    values.length === 0 ? 0 : values.filter(is).length / values.length;
  const [above, below] = [part((value) => value > 0), part((value) => value < 0)];
  return { above, below, tie: values.length === 0 ? 0 : 1 - above - below };
}
