/** An article's report on a page: the built-in one's or a file's, and again with the reader's figures. */
import { article, pending } from "../instance/article/article.js";
import type { Scope } from "../state/scope.js";
import { changes } from "./changes.js";
import { type File, recheck } from "./recheck.js";
import type { Report } from "./report.js";

/** The package's own article, which its module holds. */
let builtIn: File | undefined;

const FILES = new Map<string, Promise<File>>();

/** The article file at an address, once a page; without one, the module's own. Both are there then. */
export async function fileAt(address: string, base: string): Promise<File> {
  const started = pending();
  if (address === "") {
    await started;
    builtIn ??= JSON.parse(article().builtInArticle()) as File;
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
  return read;
}

interface Kept {
  readonly version: string;
  readonly report: Report;
}

interface Reports {
  /** That on the file as it is. */
  readonly own: Report;
  readonly live: WeakMap<Scope, Kept>;
}

const REPORTS = new WeakMap<File, Reports>();

/**
 * The report on a file; where the reader has changed a figure that the article's own figures are given
 * to a calculator as, that on the article with the reader's figure.
 *
 * @throws {CalculatorError} with everything that is wrong with the file.
 */
export function reportOn(file: File, scope: Scope): Report {
  let reports = REPORTS.get(file);
  if (reports === undefined) {
    reports = { own: article().checkClaims(file), live: new WeakMap() };
    REPORTS.set(file, reports);
  }
  const changed = changes(file, reports.own, scope);
  const version = JSON.stringify(changed);
  const known = reports.live.get(scope);
  if (known?.version === version) return known.report;
  const report = recheck(file, reports.own, changed, article().checkClaims);
  reports.live.set(scope, { version, report });
  return report;
}
