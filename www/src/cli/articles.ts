/** `check` and `draft`: what an article says against what it follows from. */
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { FieldError } from "#core";
import {
  explained,
  judged,
  summary,
  told,
  verdictMarks,
  verdictWords,
} from "../article/describe.js";
import { type Claim, type Report, VERDICTS } from "../article/report.js";
import { thenAndNow } from "../article/reruns.js";
import type { Language } from "../i18n.js";
import { type Article, article, pending } from "../instance/article/article.js";
import { draft } from "../instance/draft.js";
import { faultMessages } from "./faults.js";
import { fieldMessage, printable, UsageError } from "./terminal.js";
import { NOT_UTF8, textIn } from "./text.js";

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
export async function checked(text: string | undefined): Promise<Report> {
  const { checkClaims } = await functions();
  if (text === undefined) return checkClaims();
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new FileError([`not JSON: ${printable((error as Error).message)}`]);
  }
  try {
    return checkClaims(file as object);
  } catch (error) {
    const { fields } = error as { fields?: readonly FieldError[] };
    if (fields === undefined) throw error;
    throw new FileError(faultMessages(fields, file));
  }
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
  const words = verdictWords[language];
  const widest = Math.max(...VERDICTS.map((verdict) => columns(words[verdict])));
  const claims = report.claims.map((claim) => claimText(claim, language, widest));
  const counts = VERDICTS.filter((verdict) => report.counts[verdict] > 0).map(
    (verdict) => `${verdictMarks[verdict]} ${words[verdict]} ${report.counts[verdict]}`,
  );
  return [...claims, counts.join("   ")].join("\n\n");
}

function claimText(claim: Claim, language: Language, widest: number): string {
  const word = verdictWords[language][claim.verdict];
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
  const note = told(claim.note, language);
  if (note !== "") lines.push(`    ${printable(note)}`);
  for (const rerun of claim.reruns) {
    lines.push(`    ${printable(thenAndNow(rerun, claim, language))}`);
  }
  return lines.join("\n");
}

/**
 * The skeleton of a text's file, as JSON, and what is to be said of it.
 *
 * @throws {FileError} where the text is too long.
 */
export function drafted(text: string): { readonly file: string; readonly note?: string } {
  try {
    const { article } = draft().draftArticle(text);
    const file = JSON.stringify(article, null, 2);
    const { length } = article.claims as readonly unknown[];
    if (length <= MOST_CLAIMS) return { file };
    const note = `${length} claims: check takes ${MOST_CLAIMS} at most. Delete those that no arithmetic can touch, or draft the text in parts.`;
    return { file, note };
  } catch (error) {
    const { fields } = error as { fields?: readonly FieldError[] };
    if (fields === undefined) throw error;
    throw new FileError(fields.map((field) => fieldMessage(field)));
  }
}
