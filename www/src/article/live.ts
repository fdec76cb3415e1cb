/** An article's report on a page: the built-in one's or a file's, and again with the reader's figures. */
import type { CalculatorName } from "../generated/metadata.js";
import { article, pending } from "../instance/article/article.js";
import type { Scope } from "../state/scope.js";
import { type Figure, type File, recheck } from "./recheck.js";
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
  const changed = changes(file, scope);
  const version = JSON.stringify(changed);
  const known = reports.live.get(scope);
  if (known?.version === version) return known.report;
  const report = recheck(file, reports.own, changed, article().checkClaims);
  reports.live.set(scope, { version, report });
  return report;
}

/** The article's figures that the reader has changed, by their names in the file. */
function changes(file: File, scope: Scope): Record<string, Figure> {
  const changed: Record<string, Figure> = {};
  for (const { checks = [] } of file.claims ?? []) {
    for (const { calculator, input = {} } of checks) {
      if (calculator === undefined) continue;
      for (const [parameter, given] of Object.entries(input)) {
        const name = typeof given === "string" && given.startsWith("=") ? given.slice(1) : "";
        const figure = file.inputs?.[name];
        if (figure === undefined || name in changed) continue;
        const value = scope.edited ? edit(scope, calculator, parameter) : undefined;
        if (value !== undefined) changed[name] = { ...figure, value, ...unscaled(figure) };
      }
    }
  }
  return changed;
}

function edit(scope: Scope, calculator: string, parameter: string): number | undefined {
  const value = scope.known(calculator as CalculatorName)?.edit(parameter);
  return typeof value === "number" ? value : undefined;
}

/** Calculators take dollars where an article writes millions of them. */
function unscaled({ unit }: Figure): Figure {
  const plain = unit
    ?.replace(/^(thousand|million|billion|trillion)\s+/, "")
    .replace(/^[万亿]\s*/, "");
  return plain === undefined || plain === unit ? {} : { unit: plain };
}
