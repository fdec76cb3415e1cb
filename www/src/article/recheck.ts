/** An article with some of its figures changed, of which only the claims that take one are checked again. */
import type { Claim, Report } from "./report.js";

/** Of an article file, what is looked at here; the checks look at all of it. */
export interface File {
  readonly inputs?: Readonly<Record<string, Figure>>;
  readonly claims?: readonly FileClaim[];
}

export interface Figure {
  readonly value?: string | number;
  readonly unit?: string;
  /** The stated figure that it is: `claim.figure`. */
  readonly figure?: string;
}

interface FileClaim {
  readonly id: string;
  readonly says: unknown;
  readonly stated?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, Figure>>;
  readonly checks?: readonly Check[];
}

export interface Check {
  readonly calculator?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/**
 * The report on a file with other figures of these names, from that on the file itself: a drag changes
 * one of them sixty times a second, and checking a whole article takes longer than a frame on a phone.
 *
 * @throws {CalculatorError} with everything that is wrong with the figures.
 */
export function recheck(
  file: File,
  report: Report,
  changed: Readonly<Record<string, Figure>>,
  checkClaims: (file: object) => Report,
): Report {
  const names = Object.keys(changed);
  // Of two of one name, a claim takes its own.
  const takes = (claim: FileClaim) => (name: string) =>
    wordsOf(claim).has(name) && !Object.hasOwn({ ...claim.inputs, ...claim.stated }, name);
  const taking = file.claims?.filter((claim) => names.some(takes(claim)));
  if (taking === undefined || taking.length === 0) return report;
  const inputs = { ...file.inputs, ...changed };
  const claims = [...taking, ...referred(file, [{ inputs }, ...taking])];
  const again = new Map<string, Claim>();
  for (const claim of checkClaims({ ...file, inputs, claims }).claims) again.set(claim.id, claim);
  const now = report.claims.map((claim) =>
    taking.some(({ id }) => id === claim.id) ? (again.get(claim.id) ?? claim) : claim,
  );
  const counts = { ...report.counts };
  for (const { verdict } of report.claims) counts[verdict] -= 1;
  for (const { verdict } of now) counts[verdict] += 1;
  return { ...report, counts, claims: now };
}

const WORDS = new WeakMap<FileClaim, ReadonlySet<string>>();

/** The words of a claim's checks, every name in an expression among them: one too many does no harm. */
function wordsOf(claim: FileClaim): ReadonlySet<string> {
  let words = WORDS.get(claim);
  if (words === undefined) {
    words = new Set(JSON.stringify(claim.checks ?? []).match(/[A-Za-z]\w*/g));
    WORDS.set(claim, words);
  }
  return words;
}

/** Claims whose stated figures others take, without what there is to compute of them. */
function referred(file: File, takers: readonly Pick<FileClaim, "inputs">[]): object[] {
  const ids = new Set<string>();
  for (const { inputs = {} } of takers) {
    for (const { figure } of Object.values(inputs)) {
      if (figure !== undefined) ids.add(figure.slice(0, figure.indexOf(".")));
    }
  }
  const others = (file.claims ?? []).filter(
    (claim) => ids.has(claim.id) && !takers.includes(claim),
  );
  return others.map(({ id, says, stated }) => ({ id, says, stated }));
}
