/** An article's report on a page: the built-in one's or a file's, and again with the reader's figures. */
import { article, pending } from "../instance/article/article.js";
import type { Scope } from "../state/scope.js";
import { changes } from "./changes.js";
import { wasRead } from "./names.js";
import { type Figure, type File, recheck } from "./recheck.js";
import type { Claim, Report } from "./report.js";

/** The package's own article, which its module holds. */
let builtIn: File | undefined;

const FILES = new Map<string, Promise<File>>();

/** The article file at an address, once a page; without one, the module's own. Both are there then. */
export async function fileAt(address: string, base: string): Promise<File> {
  const started = pending();
  if (address === "") {
    await started;
    builtIn ??= JSON.parse(article().builtInArticle()) as File;
    wasRead(builtIn);
    return builtIn;
  }
  const url = new URL(address, base).href;
  let file = FILES.get(url);
  if (file === undefined) {
    file = fetch(url).then((response) => {
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return response.json() as Promise<File>;
    });
    // A failed one may be tried again.
    file.catch(() => FILES.delete(url));
    FILES.set(url, file);
  }
  const [read] = await Promise.all([file, started]);
  wasRead(read);
  return read;
}

/** What there is of an article with a reader's figures. */
interface Live {
  /** Of the scope. */
  version: number;
  readonly figures: Readonly<Record<string, Figure>>;
  report: Report | undefined;
  /** Those that were asked for one by one. */
  readonly claims: Map<string, Claim | undefined>;
}

interface Reports {
  /** That on the file as it is. */
  readonly own: Report;
  readonly live: WeakMap<Scope, Live>;
}

const REPORTS = new WeakMap<File, Reports | { readonly refused: unknown }>();

function reportsOn(file: File): Reports {
  let reports = REPORTS.get(file);
  if (reports === undefined) {
    try {
      reports = { own: article().checkClaims(file), live: new WeakMap() };
    } catch (refused) {
      // Every figure of the page asks, and a file that is no good stays so.
      reports = { refused };
    }
    REPORTS.set(file, reports);
  }
  if ("refused" in reports) throw reports.refused;
  return reports;
}

function liveOn(file: File, { own, live }: Reports, scope: Scope): Live {
  const { version } = scope;
  const known = live.get(scope);
  if (known?.version === version) return known;
  const figures = changes(file, own, scope);
  if (known !== undefined && JSON.stringify(known.figures) === JSON.stringify(figures)) {
    known.version = version;
    return known;
  }
  const now = { version, figures, report: undefined, claims: new Map() };
  live.set(scope, now);
  return now;
}

/**
 * The report on a file; where the reader has changed a figure that the article's own figures are given
 * to a calculator as, that on the article with the reader's figure.
 *
 * @throws {CalculatorError} with everything that is wrong with the file.
 */
export function reportOn(file: File, scope: Scope): Report {
  const reports = reportsOn(file);
  const live = liveOn(file, reports, scope);
  live.report ??= recheck(file, reports.own, live.figures, article().checkClaims);
  return live.report;
}

/**
 * One claim of that report, without the work that the others are.
 *
 * @throws {CalculatorError} with everything that is wrong with the file.
 */
export function claimOn(file: File, scope: Scope, id: string): Claim | undefined {
  const reports = reportsOn(file);
  const live = liveOn(file, reports, scope);
  if (!live.claims.has(id)) {
    const report =
      live.report ?? recheck(file, reports.own, live.figures, article().checkClaims, id);
    live.claims.set(
      id,
      report.claims.find((claim) => claim.id === id),
    );
  }
  return live.claims.get(id);
}

/** A claim on the article's own figures, whatever the reader has changed. */
export function ownClaim(file: File, id: string): Claim | undefined {
  return reportsOn(file).own.claims.find((claim) => claim.id === id);
}
