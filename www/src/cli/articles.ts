/** `check` and `draft`: what an article says against what it follows from. */
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { FieldError } from "#core";
import { amount } from "../article/amounts.js";
import { explained, judged, summary, verdictMarks } from "../article/describe.js";
import { formula, givenTo, labelOf, takenIn, terms } from "../article/formula.js";
import { type Check, type Claim, type Report, VERDICTS } from "../article/report.js";
import { thenAndNow } from "../article/reruns.js";
import { told } from "../article/told.js";
import { words } from "../article/words.js";
import type { Language } from "../i18n.js";
import { type Article, article, pending } from "../instance/article/article.js";
import { draft } from "../instance/draft.js";
import { faultMessages } from "./faults.js";
import { jsonFault } from "./json-fault.js";
import { fieldMessage, printable, UsageError } from "./terminal.js";
import { NOT_UTF8, textIn } from "./text.js";
import { words as command } from "./words.js";

/** The file is none that can be checked; each message is a line. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join("\n"));
    this.messages = messages;
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "reading it is not allowed",
};

/** Claims that an article's file may have. */
const MOST_CLAIMS = 500;

async function functions(): Promise<Article> {
  await pending();
  return article();
}

/** A file's text, or for `-` that of standard input, UTF-8 or UTF-16; a mark at its beginning is left out. */
export async function textOf(name: string, stdin: Readable, hint: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = name === "-" ? await buffer(stdin) : await readFile(name);
  } catch (error) {
    const { code = "unreadable" } = error as NodeJS.ErrnoException;
    const why = UNREADABLE[code] ?? code;
    const what = name === "-" ? "standard input" : printable(name);
    throw new UsageError(`cannot read ${what}: ${why}`, hint);
  }
  const text = textIn(bytes);
  if (text !== undefined) return text;
  const what = name === "-" ? "standard input" : printable(name);
  throw new FileError([`${what} is ${NOT_UTF8}`]);
}

/**
 * The report on a file's text; without one, on the package's own article.
 *
 * @throws {FileError} with all that is wrong with it.
 */
export async function checked(
  text: string | undefined,
  name: string,
  language: Language,
): Promise<Report> {
  const { checkClaims } = await functions();
  if (text === undefined) return checkClaims();
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new FileError([notJson(text, name, language)]);
  }
  try {
    return checkClaims(file as object);
  } catch (error) {
    const { fields } = error as { fields?: readonly FieldError[] };
    if (fields === undefined) throw error;
    throw new FileError(faultMessages(fields, file, language));
  }
}

/** Where a file ceases to be JSON. */
function notJson(text: string, name: string, language: Language): string {
  const { line, column, found, isComma } = jsonFault(text);
  const say = command[language].notJson;
  const file = name === "-" ? say.standardInput : printable(name);
  if (text.trim() === "") return say.empty(file);
  if (found === "") return say.open(file, line);
  const quotes = /[“”‘’']/.test(found);
  const here = quotes || found.startsWith('"') ? printable(found) : `“${printable(found)}”`;
  if (isComma) return say.comma(file, line, column, here);
  const misplaced = say.misplaced(file, line, column, here);
  return quotes ? say.quotes(misplaced) : misplaced;
}

/** Whether a reader should look: something differs or is contradicted. */
export function hasFaults({ counts }: Report): boolean {
  return counts.differs + counts.contradicted > 0;
}

/** How many columns a text takes in a terminal: Chinese characters are twice as wide. */
function columns(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);
}

/** Every claim with its verdict and working, and how many have which. */
export function reportText(report: Report, language: Language): string {
  const { verdicts } = words[language];
  const widest = Math.max(...VERDICTS.map((verdict) => columns(verdicts[verdict])));
  const claims = report.claims.map((claim) => claimText(claim, language, widest));
  const counts = VERDICTS.filter((verdict) => report.counts[verdict] > 0).map(
    (verdict) => `${verdictMarks[verdict]} ${verdicts[verdict]} ${report.counts[verdict]}`,
  );
  return [...claims, counts.join("   ")].join("\n\n");
}

function claimText(claim: Claim, language: Language, widest: number): string {
  const word = words[language].verdicts[claim.verdict];
  const mark = `${verdictMarks[claim.verdict]} ${word}${" ".repeat(widest - columns(word))}`;
  // Of several checks each has its line.
  const checks =
    claim.checks.length > 1
      ? [
          judged(claim, language),
          ...claim.checks.map((check) => `- ${explained(check, claim, language)}`),
        ]
      : [summary(claim, language)];
  const lines = [
    `${mark}  ${printable(claim.id)}: ${printable(told(claim.says, language))}`,
    ...checks.map((line) => `    ${printable(line)}`),
  ];
  lines.push(...working(claim, language).map((line) => `    ${printable(line)}`));
  const note = told(claim.note, language);
  if (note !== "") lines.push(`    ${printable(note)}`);
  for (const rerun of claim.reruns) {
    lines.push(`    ${printable(thenAndNow(rerun, claim, language))}`);
  }
  return lines.join("\n");
}

/** The smallest changes come first; a calculator has a dozen inputs. */
const MOST_REMEDIES = 4;

/** The formulas of a claim, what would make it hold, and the figures that nothing recomputes. */
function working(claim: Claim, language: Language): string[] {
  // No check yet is nobody's fault.
  if (claim.checks.length === 0) return [];
  const text = command[language].report;
  const call = (name: string) =>
    labelOf(claim.stated[name] ?? claim.inputs[name], language) ?? name;
  // A figure that is compared as it is has no formula.
  const isReckoned = ({ expression }: Check) => !/^\s*\w+\s*$/.test(expression ?? "");
  const reckoned = claim.checks.filter(isReckoned);
  const formulas = reckoned.flatMap((check) => formula(check, claim, language) ?? []);
  const names = terms({ ...claim, checks: reckoned }, language);
  const calculators = new Set(claim.checks.flatMap(({ calculator }) => calculator ?? []));
  const given = [...calculators].flatMap((calculator) => givenTo(calculator, claim, language));
  const taken = takenIn(claim, language).map(([label, value]) => `${label} = ${value}`);
  const remedies = reckoned
    .filter(({ wouldHold }) => wouldHold.length > 0)
    .map((check) => {
      const list = check.wouldHold.slice(0, MOST_REMEDIES).map(({ input, value, unit, change }) => {
        const sign = change > 0 ? "+" : "";
        const percent = `${sign}${amount(change * 100, "%", language)}`;
        return text.remedy(call(input), amount(value, unit, language), percent);
      });
      // Of several checks one says which it is.
      const label = claim.checks.length > 1 ? told(check.label, language) : "";
      const all = list.join(text.separator);
      return label === "" ? text.hold(all) : text.holdOf(label, all);
    });
  const issues = claim.issues.flatMap((issue) => {
    if (issue.kind === "unsourced") return text.unsourced(call(issue.figure));
    if (issue.kind === "unused") return text.unused(call(issue.input));
    return issue.kind === "unchecked" ? text.unchecked(call(issue.figure), issue.source) : [];
  });
  return [
    ...formulas.map((formula) => text.formula(formula)),
    ...(names.length > 0 ? [text.terms(names.join(text.separator))] : []),
    ...(given.length > 0 ? [text.given(given.join(text.separator))] : []),
    ...(taken.length > 0 ? [text.taken(taken.join(text.separator))] : []),
    ...remedies,
    ...issues,
  ];
}

/** Whether a text is a JSON file, such as the one that draft writes itself. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

/**
 * The skeleton of a text's file, as JSON, and what is to be said of it.
 *
 * @throws {FileError} where the text is too long, or JSON.
 */
export function drafted(text: string): { readonly file: string; readonly note?: string } {
  if (isJson(text)) {
    throw new FileError([
      "this is JSON: give draft the text of an article, Markdown or plain; check takes the file",
    ]);
  }
  try {
    const { article } = draft().draftArticle(text);
    const file = JSON.stringify(article, null, 2);
    const note = noteOn(article);
    return note === undefined ? { file } : { file, note };
  } catch (error) {
    const { fields } = error as { fields?: readonly FieldError[] };
    if (fields === undefined) throw error;
    throw new FileError(fields.map((field) => fieldMessage(field)));
  }
}

/** What is missing in a skeleton, or too much. */
function noteOn(article: Readonly<Record<string, unknown>>): string | undefined {
  const { length } = article.claims as readonly unknown[];
  if (length === 0) return "No figure was found, in English or Chinese.";
  const notes = [
    ...(article.date === "" ? ['No date was found at the head of the text: fill in "date".'] : []),
    ...(length > MOST_CLAIMS
      ? [
          `${length} claims: check takes ${MOST_CLAIMS} at most. Delete those that no arithmetic can touch, or draft the text in parts.`,
        ]
      : []),
  ];
  return notes.length === 0 ? undefined : notes.join("\n");
}
