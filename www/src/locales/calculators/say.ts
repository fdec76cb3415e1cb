/** What the answers of all calculators need to be put together. */
import type { Format } from "../../formats/format.js";

/** Sentences one after the other, without those that there are none of. */
export function say(format: Format, ...sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter((sentence) => sentence !== undefined && sentence !== "")
    .join(format.words.space);
}

/** Of what a result has no value for: why. */
export type Reasons = Readonly<Record<string, string | undefined>>;

/** How many futures of so many, in words: never all or none unless it is so. */
export function counted(format: Format, part: number, of: number): string {
  const { views } = format.words;
  const count = Math.round(part * of);
  if (part >= 1) return views.allOf(of);
  if (part <= 0) return views.noneOf(of);
  if (count >= of) return views.moreThan(of - 1, of);
  if (count <= 0) return views.fewerThan(1, of);
  return views.count(count, of);
}

/** Whether so many futures on one side and on the other leave it open. */
export function isTooClose(above: number, below: number): boolean {
  return Math.max(above, below) <= 0.6;
}

/** Which side more futures are on, what share of them. */
export interface Probability {
  readonly above: number;
  readonly below: number;
  readonly tie: number;
}

/** Where the middle eight tenths of the futures end. */
export interface Spread {
  readonly p10: number;
  readonly p90: number;
}

interface FuturesWords {
  readonly range: {
    readonly both: (worst: string, best: string, tenth: string) => string;
    readonly gains: (low: string, high: string, tenth: string) => string;
    readonly loses: (low: string, high: string, tenth: string) => string;
  };
}

/** "Leave out the ten best and the ten worst, and it ranges …". */
function spreadSentence(format: Format, { range }: FuturesWords, { p10, p90 }: Spread): string {
  const tenth = format.count(10);
  if (p10 >= 0) return range.gains(format.money(p10), format.money(p90), tenth);
  if (p90 <= 0) return range.loses(format.money(-p90), format.money(-p10), tenth);
  return range.both(format.money(-p10), format.money(p90), tenth);
}

/** How sure an answer is, in counts. */
export function sureSentences(
  format: Format,
  words: FuturesWords & {
    readonly positive: (count: string) => string;
    readonly negative: (count: string) => string;
  },
  { above, below, tie }: Probability,
  spread: Spread,
  of = 100,
): { readonly lead: string; readonly rest: string } {
  const close = isTooClose(above, below);
  const side = above >= below ? words.positive : words.negative;
  const sentence = side(counted(format, Math.max(above, below), of));
  const tied = tie > 0.05 ? format.words.views.tieShare(counted(format, tie, of)) : undefined;
  const rest = spreadSentence(format, words, spread);
  return close
    ? { lead: format.words.views.tooClose, rest: say(format, sentence, tied, rest) }
    : { lead: sentence, rest: say(format, tied, rest) };
}
