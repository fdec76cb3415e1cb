/**
 * The shape of a calculator's words, as far as views need them; the texts are in `locales/`, and the
 * host brings those of its calculator.
 */
import type { ChartHost } from "../charts/host.js";

type By<Sign extends string, Text> = Readonly<Record<Sign, Text>>;
type Signed<Text> = By<"positive" | "negative", Text>;

/** What is said of an answer that has two sides. */
export interface Sides extends Signed<string> {
  readonly wins: Signed<string>;
  readonly toWin: Signed<string>;
  readonly sentence: Signed<string>;
}

export interface Futures extends Signed<(count: string) => string> {
  readonly range: {
    readonly both: (worst: string, best: string, tenth: string) => string;
    readonly gains: (low: string, high: string, tenth: string) => string;
    readonly loses: (low: string, high: string, tenth: string) => string;
  };
  readonly above: (count: string, total: string, amount: string) => string;
  readonly below: (count: string, total: string, amount: string) => string;
  readonly dots: string;
  readonly fan?: string;
  readonly fanSentence?: (low: string, high: string, year: string) => string;
}

export interface Formula {
  readonly words: string;
  readonly symbols: string;
}

export interface CalculatorWords {
  readonly sides?: Sides;
  readonly futures?: Futures;
  readonly formulas: Readonly<Record<string, Formula | undefined>>;
  readonly columns?: Readonly<Record<string, string | undefined>>;
  readonly chart: object;
}

/** What a parameter and a result are called. */
export function labelOf({ format }: ChartHost, name: string): string {
  return format.locale.parameters[name] ?? format.locale.outputs[name] ?? name;
}

/** The same within a sentence or on a button: "Cloud price, an hour" is its cloud price. */
export function shortLabelOf(host: ChartHost, name: string): string {
  return labelOf(host, name).replace(/[,，].*$/, "");
}

/** The table's line for a parameter. */
export function infoOf({ info }: ChartHost, name: string) {
  return info.parameters.find((parameter) => parameter.name === name);
}
