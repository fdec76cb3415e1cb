/**
 * Lines of a table told into rows: as RFC 4180 has it, a quoted cell may hold line breaks. csv-parse, which
 * reads the cells, would take all that follows a quote left open for one cell, a million rows with it.
 */
import { LONGEST } from "./text.js";

/** Whole rows. */
export interface RowText {
  readonly text: string;
  /** Whether it is one row of several lines; else each line is one. */
  readonly isRow: boolean;
}

/**
 * A row whose quotes a line leaves open goes on in the next. Where they do not end at the end of a cell, or
 * not before a row is too long, they spoil their own line and none that follows.
 */
export class RowLines {
  readonly #separator: string;
  /** Of each line that ends within quotes, and of some others. */
  readonly #open: RegExp;
  #begun: string[] = [];
  #length = 0;

  constructor(separator: string) {
    this.#separator = separator;
    this.#open = new RegExp(`(?:^|[\\n${separator}])[ \\t]*"(?:[^"\\n]|"")*(?:\\n|$)`);
  }

  /** The rows that whole lines come to. */
  *take(text: string): Generator<RowText> {
    const mayBeOpen = this.#begun.length > 0 || (text.includes('"') && this.#open.test(text));
    if (mayBeOpen) yield* together(this.#rows(text.split("\n")));
    else yield { text, isRow: false };
  }

  /** What was begun and cannot go on. */
  *end(): Generator<RowText> {
    while (this.#begun.length > 0) yield* together(this.#spoilt());
  }

  *#rows(lines: readonly string[]): Generator<string> {
    for (const line of lines) {
      const isBegun = this.#begun.length > 0;
      const end = endOf(line, this.#separator, isBegun);
      if (!isBegun && end !== "open") {
        yield line;
        continue;
      }
      this.#begun.push(line);
      this.#length += line.length + 1;
      if (end === "bad" || this.#length > LONGEST) yield* this.#spoilt();
      else if (end === "closed") yield this.#reset().join("\n");
    }
  }

  *#spoilt(): Generator<string> {
    const [first, ...others] = this.#reset();
    if (first !== undefined) yield first;
    yield* this.#rows(others);
  }

  #reset(): string[] {
    const begun = this.#begun;
    this.#begun = [];
    this.#length = 0;
    return begun;
  }
}

/** Rows of one line as one text, as long as there is none of several among them. */
function* together(rows: Iterable<string>): Generator<RowText> {
  let lines: string[] = [];
  for (const row of rows) {
    if (!row.includes("\n")) {
      lines.push(row);
      continue;
    }
    if (lines.length > 0) yield { text: lines.join("\n"), isRow: false };
    lines = [];
    yield { text: row, isRow: true };
  }
  if (lines.length > 0) yield { text: lines.join("\n"), isRow: false };
}

/** What a quoted cell begins with, and what is within it. */
const OPENING = /[ \t]*"/y;
const WITHIN = /(?:[^"]+|"")*/y;

/**
 * Whether a line ends within quotes, which open at the beginning of a cell alone; `bad` where text follows
 * those that close.
 *
 * @param isOpen - Whether it begins within quotes.
 */
function endOf(line: string, separator: string, isOpen: boolean): "open" | "closed" | "bad" {
  if (!line.includes('"')) return isOpen ? "open" : "closed";
  let at = 0;
  let open = isOpen;
  for (;;) {
    let closed: number | undefined;
    if (!open) {
      const begins = endOfMatch(OPENING, line, at);
      open = begins !== undefined;
      at = begins ?? at;
    }
    if (open) {
      at = endOfMatch(WITHIN, line, at) ?? at;
      if (at === line.length) return "open";
      at += 1;
      open = false;
      closed = at;
    }
    const next = line.indexOf(separator, at);
    const end = next === -1 ? line.length : next;
    if (closed !== undefined && line.slice(closed, end).trim() !== "") return "bad";
    if (next === -1) return "closed";
    at = next + 1;
  }
}

/** Where a sticky pattern ends that matches at a place. */
function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
