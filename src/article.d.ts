/** What a claim of an article is worth. */
export type Verdict = "agrees" | "differs" | "contradicted" | "needsAssumption" | "notStated";

/** A text in one language or in both. */
export interface Words {
  en?: string;
  zh?: string;
}

/** A number, or what lies between two: `from` and `to` are the same for one number. */
export interface Range {
  from: number;
  to: number;
}

/** A figure as the article states it. */
export interface Stated {
  value: Range;
  /** What it stands for: 7.4 for 7.35 to 7.45. */
  standsFor: Range;
  /** As written. */
  unit: string;
  bound: "exactly" | "atLeast" | "above" | "atMost" | "below";
  /** Whether the article says about: the file has a `precision`. */
  about: boolean;
  /** What a formula calls it. */
  label?: Words;
}

/** A figure that a check computes with. */
export interface Given {
  value: Range;
  unit: string;
  /** Where it comes from, which decides what it can prove. */
  status: "article" | "measured" | "published" | "estimated" | "assumed";
  /** The id of its source. */
  source: string;
  /** The day, month or year it holds for. */
  date?: string;
  /** The figure of the article or the record of the catalogue that it is. */
  reference?: string;
  /** What a formula calls it. */
  label?: Words;
  /** The parameter that a calculator is given it as: `clusterTco.gpuPrice`. */
  parameter?: string;
}

/** What must be so for a claim to hold. */
export interface Assumption {
  /** What the article leaves out. */
  name: string;
  /** What it is called. */
  label: Words | null;
  unit: string;
  /** What it must be for the printed figure; null where a range is stated. */
  value: number | null;
  /** Between which values the claim holds. */
  holds: Range | null;
  /** Between which it was looked for. */
  between: Range;
  /** What it would have to be beyond these, where it holds for none of them. */
  beyond: number | null;
  /** What it is elsewhere. */
  known: Given | null;
  /** Whether the claim holds with that. */
  holdsAsKnown: boolean | null;
}

/** A mistake that would explain a figure. */
export type Slip =
  /** It fits in another unit; `value` is null where that measures something else. */
  | { kind: "unit"; from: string; to: string; value: number | null; valueInOther: number }
  /** It is the right one times `factor`. */
  | { kind: "powerOfTen"; factor: number }
  /** Of a server where it should be of a GPU, or the other way round. */
  | { kind: "server"; gpus: number; ofServer: boolean }
  /** Of one where it should be of all, or the other way round. */
  | { kind: "perGpu"; input: string }
  /** A year or month of other hours. */
  | { kind: "hours"; here: number; fits: number }
  /** Dense where sparse fits, or the other way round. */
  | { kind: "sparsity"; input: string; fits: string }
  /** Percentage points where per cent are stated. */
  | { kind: "percentagePoints"; percent: number }
  /** Per cent where percentage points are stated. */
  | { kind: "percent"; points: number }
  /** Relative to the figure after the change rather than before. */
  | { kind: "base"; value: number; after: string | null; before: string | null }
  /** How many times as much where it is how much more, or the other way round. */
  | { kind: "ratio"; value: number; falls: boolean }
  /** Growth of all the years together, or that divided by their number, where it is a year's. */
  | { kind: "growth"; value: number; divided: boolean }
  /** An input has the unit of something else: kW for kWh. */
  | { kind: "inputUnit"; input: string; from: string; to: string }
  | { kind: "roundedTooFar"; digits: number; value: number }
  /** Digits cut off rather than rounded. */
  | { kind: "cutOff"; value: number }
  /** Another convention of the calculator. */
  | { kind: "convention"; parameter: string; word: string }
  /** One over the right figure. */
  | { kind: "inverted"; value: number }
  | { kind: "sign" }
  /** A change relative to a figure below 0. */
  | { kind: "negativeBase" }
  /** A range that covers the one worked out but has other ends; each is right or not. */
  | { kind: "ends"; lower: boolean; upper: boolean }
  /** A bound that holds by so many times that a slip is likely. */
  | { kind: "farWithin"; times: number }
  /** The article only bounds an input, so that the figure may be right. */
  | { kind: "bounded"; input: string };

/** What a calculator takes for a parameter that it is not given. */
export interface Taken {
  parameter: string;
  value: number;
  unit: string;
}

/** What one input would have to be for a failing check to hold. */
export interface Remedy {
  input: string;
  value: number;
  unit: string;
  /** Relative to what it is given as. */
  change: number;
}

/** One check of a claim. */
export interface Check {
  /** The stated figure it recomputes; null for a number beside the claim. */
  figure: string | null;
  label: Words | null;
  outcome:
    | "agrees"
    | "differs"
    | "contradicted"
    | "assumes"
    | "wrongUnit"
    | "impossible"
    | "never"
    | "computed";
  /** The weakest of the figures that it rests on. */
  basis: Given["status"];
  expression: string | null;
  calculator: string | null;
  /** What it takes by itself for what the file does not give, where that decides the result. */
  taken: Taken[];
  /** What the calculator was given. */
  input: Record<string, unknown> | null;
  output: string | null;
  recomputed: Range | null;
  /** What the rounding of the printed inputs leaves open, where the figure fits that alone. */
  leftOpen: Range | null;
  unit: string;
  /** Stated less recomputed, as a fraction of recomputed; 0 within what the figure stands for. */
  deviation: number | null;
  assumption: Assumption | null;
  slips: Slip[];
  /** The smallest change first. */
  wouldHold: Remedy[];
  /** Why there is no number. */
  reason: string | null;
}

/** Something that no check shows. */
export type Issue =
  | {
      kind: "impossible";
      name: string;
      quantity: string;
      min: number | null;
      max: number | null;
    }
  | { kind: "unsourced"; figure: string }
  | { kind: "unchecked"; figure: string; source: string }
  /** An input of the claim that no check of it uses. */
  | { kind: "unused"; input: string };

/** Figures of the catalogue at a date, and what they give. */
export interface Moment {
  date: string;
  inputs: Record<string, Given>;
  value: number | null;
  /** Whether what the claim states holds for that; null for a number beside the claim. */
  holds: boolean | null;
}

/** What one input's move from then to now does, all others as they were. */
export interface Move {
  input: string;
  /** What it is the price of: an hour of a GPU in the cloud, or a GPU. */
  price: "cloud" | "purchase";
  /** Of which chip, by its name. */
  chip: string;
  /** The chip whose own prices are not known, where those of `chip` stand in for them. */
  standsFor?: string;
  from: number;
  to: number;
  unit: string;
  effect: number | null;
}

/** A check on the figures of the article's date and on the newest, where there are newer ones. */
export interface Rerun {
  /** The index of the check. */
  check: number;
  unit: string;
  /** With the article's own figures. */
  article: number | null;
  then: Moment;
  now: Moment;
  /** The greatest effect first. */
  moves: Move[];
  /** What the moves together do beyond the sum of each alone. */
  interaction: number | null;
}

/** A claim, recomputed and judged. */
export interface Claim {
  id: string;
  section: Words;
  says: Words;
  note: Words | null;
  verdict: Verdict;
  contradictedBy: ("article" | "dataSheet" | "measurement" | "definition")[];
  notStated: "result" | "source" | "working" | null;
  stated: Record<string, Stated>;
  inputs: Record<string, Given>;
  checks: Check[];
  issues: Issue[];
  reruns: Rerun[];
}

/** What `checkClaims` returns. */
export interface Report {
  id: string;
  title: Words;
  date: string;
  source: string;
  /** How many claims have which verdict. */
  counts: Record<Verdict, number>;
  claims: Claim[];
  modelVersion: string;
}

/**
 * Recomputes and judges every claim of an article's file, an object as `data/article.json` holds it;
 * of that one where none is given.
 *
 * @throws {CalculatorError} listing everything that is wrong with the file.
 */
export function checkClaims(article?: object): Report;

/** The text of the file that `checkClaims` takes where none is given, as JSON. */
export function builtInArticle(): string;

/** What costs least: to rent every hour, to own for the peak, or to own for a part of it. */
export type Way = "rent" | "hybrid" | "own";

/** The article's rule of thumb: of sizes in between it says nothing. */
export interface Rule {
  /** GPUs below which to rent. */
  rentBelow: number;
  /** GPUs from which to mix. */
  hybridFrom: number;
  /** GPUs up to which to mix. */
  hybridTo: number;
  /** GPUs above which to own. */
  ownAbove: number;
  /** The utilization below which to rent, whatever the size. */
  continuousFrom: number;
}

/** What `ruleMap` takes; all of it may be left out. */
export interface RuleMapRequest {
  /** Parameters of `cloudBreakEven` but those that the map sets: size, use, site, demand, offers. */
  input?: Record<string, unknown>;
  /** Site work, USD a GPU. */
  siteCapexPerGpu?: number;
  /** GPUs at the peak. */
  sizes?: readonly number[];
  /** Mean demand over the peak, 0.01 to 1. */
  utilizations?: readonly number[];
  /** What a mix must save on the better of owning and renting. */
  margin?: number;
  /** The part of the use that is there all year. */
  steady?: number;
  rule?: Partial<Rule>;
}

/** One size at one use. */
export interface RuleCell {
  gpus: number;
  utilization: number;
  /** What the rule says; null where it says nothing. */
  rule: Way | null;
  /** What costs least. */
  model: Way;
  agrees: boolean | null;
  /** USD a year. */
  own: number;
  /** USD a year. */
  rent: number;
  /** USD a year, of the cheapest mix; null where a reserved cloud leaves none. */
  mixed: number | null;
  /** GPUs to own in it. */
  ownedGpus: number | null;
  /** What following the rule costs beyond the cheapest way, as a fraction of that. */
  costOfRule: number | null;
}

/** What `ruleMap` returns. */
export interface RuleMap {
  rule: Rule;
  sizes: number[];
  utilizations: number[];
  /** Size by size, each at every utilization. */
  cells: RuleCell[];
  /** Cells the rule says something of. */
  ruled: number;
  /** Those of them in which the model agrees. */
  agreeing: number;
  margin: number;
  steady: number;
  siteCapexPerGpu: number;
  input: Record<string, unknown>;
  modelVersion: string;
}

/**
 * Maps the article's rule of thumb against the model, over the size of a fleet and its use.
 *
 * @throws {CalculatorError} listing every bad field.
 */
export function ruleMap(request?: RuleMapRequest): RuleMap;
