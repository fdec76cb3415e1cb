/** An article with some figures changed: only the claims that take one are checked again. */
import type { Claim, Report } from "./report.js";

/** Of an article file, what is looked at here; the checks look at all of it. */
export interface File {
  readonly inputs?: Readonly<Record<string, Figure | string | number>>;
  readonly claims?: readonly FileClaim[];
}

/** Given by its value, as a figure that a claim states or as a record of the catalogue. */
export interface Figure {
  readonly value?: string | number;
  readonly unit?: string;
  readonly figure?: string;
  readonly catalogue?: string;
  readonly source?: string;
  readonly date?: string;
  readonly status?: string;
}

interface FileClaim {
  readonly id: string;
  readonly says: unknown;
  readonly stated?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, Figure>>;
  readonly checks?: readonly Check[];
}

export interface Check {
  readonly expression?: string;
  readonly calculator?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/**
 * The report on a file with other figures of these names, from that on the file itself: a drag
 * changes one of them sixty times a second, and on a phone a whole article takes longer than a
 * frame.
 *
 * @param only the claim that is asked for; all of them unless given.
 * @throws {CalculatorError} with everything that is wrong with the figures.
 */
export function recheck(
  file: File,
  report: Report,
  changed: Readonly<Record<string, Figure>>,
  checkClaims: (file: object) => Report,
  only?: string,
): Report {
  const names = Object.keys(changed);
  // Of two of one name, a claim takes its own.
  const takes = (claim: FileClaim) => (name: string) =>
    namesOf(claim).has(name) && !Object.hasOwn({ ...claim.inputs, ...claim.stated }, name);
  const taking = file.claims?.filter(
    (claim) => (only ?? claim.id) === claim.id && names.some(takes(claim)),
  );
  if (taking === undefined || taking.length === 0) return report;
  const inputs = { ...file.inputs, ...changed };
  const claims = [...taking, ...referred(file, taking)];
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

const NAMES = new WeakMap<FileClaim, ReadonlySet<string>>();

/** The names in a claim's expressions, those of functions among them. */
function namesOf(claim: FileClaim): ReadonlySet<string> {
  let names = NAMES.get(claim);
  if (names === undefined) {
    const texts = (claim.checks ?? []).flatMap(({ expression = "", input = {} }) => [
      expression,
      ...(JSON.stringify(input).match(/"=[^"]*/g) ?? []),
    ]);
    names = new Set(texts.join(" ").match(/[A-Za-z]\w*/g));
    NAMES.set(claim, names);
  }
  return names;
}

/** Claims whose stated figures others take, without what there is to compute of them. */
function referred(file: File, takers: readonly FileClaim[]): object[] {
  // A check's own `figure` has no dot.
  const references = JSON.stringify([file.inputs, takers]).matchAll(/"figure":"([^".]+)\./g);
  const ids = new Set([...references].map(([, id]) => id));
  const others = (file.claims ?? []).filter(
    (claim) => ids.has(claim.id) && !takers.includes(claim),
  );
  return others.map(({ id, says, stated }) => ({ id, says, stated }));
}
