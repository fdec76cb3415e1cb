/** What goes to the terminal, and what an untrusted value looks like there. */
import type { Writable } from "node:stream";
import type { FieldError } from "#core";
import { Format } from "../formats/format.js";
import type { Language } from "../i18n.js";
import { words } from "./words.js";

/** A usage error: one line, and what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

/** How long an untrusted value may be in a message. */
const MOST = 60;

/** Characters that would move the cursor or turn the text around; JSON escapes the other controls. */
const UNPRINTABLE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text without what a terminal would obey. */
export function printable(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return escaped.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** An untrusted value in a message. */
export function shown(value: unknown): string {
  // JSON has no word for a number that is none or infinite.
  const json = typeof value === "number" ? undefined : JSON.stringify(value);
  const text = typeof value === "string" ? `"${value}"` : (json ?? String(value));
  const cut = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return printable(cut);
}

const FORMATS = new Map<Language, Format>();

function formatOf(language: Language): Format {
  const format = FORMATS.get(language) ?? new Format(language);
  FORMATS.set(language, format);
  return format;
}

/** A bad field in words: `gpus = 0: at least 1`. */
export function fieldMessage(
  { path, code, value, min, max }: FieldError,
  name = path,
  language: Language = "en",
): string {
  const kind = kindOf(code, value);
  const advice = formatOf(language)
    .message({ code: kind, min, max })
    .replace(/[.。]$/, "");
  const given = code === "missing" || value === undefined ? "" : ` = ${shown(value)}`;
  const small = advice.charAt(0).toLowerCase() + advice.slice(1);
  return words[language].at(printable(name) + given, small);
}

function kindOf(code: FieldError["code"], value: unknown): FieldError["code"] {
  if (code !== "wrongType" || typeof value !== "string") return code;
  // 1e999 is above every bound.
  const number = /^[+-]?[\d.]+e\+?\d+$/i.test(value) ? Number(value) : Number.NaN;
  if (Math.abs(number) === Infinity) return number > 0 ? "aboveMaximum" : "belowMinimum";
  // Of a text where a number belongs, the number is what one misses.
  return "notANumber";
}

/** How often it is said how far a long table is, ms. */
const OFTEN = 200;

/** A line on a terminal that says how many rows are done; nothing elsewhere. */
export class Progress {
  readonly #stream: Writable & { readonly isTTY?: boolean };
  #last = Date.now();
  #shown = false;

  constructor(stream: Writable & { readonly isTTY?: boolean }) {
    this.#stream = stream;
  }

  show(rows: number): void {
    const now = Date.now();
    if (!this.#stream.isTTY || now - this.#last < OFTEN) return;
    this.#last = now;
    this.#shown = true;
    this.#stream.write(`\r${formatOf("en").number(rows)} rows`);
  }

  clear(): void {
    if (this.#shown) this.#stream.write("\r\u001b[K");
    this.#shown = false;
  }
}

/** Bytes gathered before they are written. */
const CHUNK = 1 << 16;

/**
 * Lines to a stream that may be slow, or closed: whoever writes waits for the one, and is told of the
 * other.
 */
export class Lines {
  /** Whether nobody reads any more. */
  closed = false;
  readonly #stream: Writable;
  #pending = "";
  #written: Promise<void> | undefined;
  #failure: Error | undefined;
  #leave = () => {};

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("error", (error) => this.#fail(error));
    stream.on("close", () => this.#end());
  }

  /**
   * Takes a line; the promise, if there is one, is to be waited for before the next. What has gathered
   * is also written whenever there is nothing else to do: the next input may be long in coming.
   */
  write(line: string): Promise<void> | undefined {
    if (this.#pending === "") setImmediate(() => this.#pass());
    this.#pending += `${line}\n`;
    return this.#pending.length < CHUNK ? undefined : this.flush();
  }

  /** Takes whole lines, UTF-8, and waits until they are written. */
  writeBytes(lines: Uint8Array): Promise<void> {
    this.#pass();
    this.#put(lines);
    return this.flush();
  }

  /** Waits until all that was taken is written, or cannot be. */
  async flush(): Promise<void> {
    this.#pass();
    await this.#written;
    if (this.#failure !== undefined) throw this.#failure;
  }

  #pass(): void {
    const text = this.#pending;
    this.#pending = "";
    if (text !== "") this.#put(text);
  }

  #put(lines: string | Uint8Array): void {
    if (this.closed) return;
    this.#written = new Promise((resolve) => {
      this.#stream.write(lines, (error) => {
        if (error) this.#fail(error);
        resolve();
      });
      // What a closed stream has not written yet is not told of.
      this.#leave = resolve;
    });
  }

  #end(): void {
    this.closed = true;
    this.#leave();
  }

  #fail(error: NodeJS.ErrnoException): void {
    this.#end();
    // The reader has seen enough, as `head` has.
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") this.#failure ??= error;
  }
}
