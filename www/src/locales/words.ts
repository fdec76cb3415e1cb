/** What a widget says: the words that all share, and those of one calculator. */

export type Language = "en" | "zh";

export type Words = Readonly<Record<string, string>>;

export interface UnitText {
  /** Beside a number field. */
  readonly field: string;
  /** Behind or around a formatted value, which stands for `{}`. */
  readonly value: string;
}

/** Of parameters, by name: labels, hints, the names of what can be chosen. */
export interface Labels {
  readonly parameters: Words;
  readonly hints: Words;
  readonly choices: Readonly<Record<string, Words>>;
}

/** The words of a language that all widgets share; of labels, those that several calculators have. */
export interface Shared extends Labels {
  readonly money: (amount: string) => string;
  readonly moneyTick: (amount: string) => string;
  readonly years: (count: number) => string;
  readonly yearTick: (year: number) => string;
  /** Between two sentences. */
  readonly space: string;
  readonly gpus: (count: number, text: string) => string;
  readonly units: Readonly<Record<string, UnitText>>;
  readonly ui: {
    readonly preset: string;
    readonly defaults: string;
    readonly reset: string;
    readonly assumptions: string;
    readonly results: string;
    readonly sources: string;
    readonly ownFigure: string;
    readonly stale: string;
    readonly noResult: string;
    readonly notAvailable: string;
    readonly none: string;
    readonly share: string;
    readonly part: string;
    readonly slider: (label: string) => string;
    readonly list: (names: readonly string[]) => string;
    readonly labelled: (label: string, text: string) => string;
    readonly newTab: string;
  };
  readonly groups: Words;
  readonly outputs: Words;
  readonly reasons: Words;
  readonly codes: Readonly<Record<string, (min: string, max: string) => string>>;
}

/** The words of one calculator. */
export interface Own<Text = unknown> extends Labels {
  readonly title: string;
  readonly outputs: Words;
  /** Its sentences, and what else its widget alone says. */
  readonly text: Text;
}

/** The words of one calculator in every language. */
export type Texts<Text = unknown> = Readonly<Record<Language, Own<Text>>>;
