/** Bytes as text, and text as lines. */

/** The most a line may hold, characters. */
export const LONGEST = 1 << 20;

/** The whole input makes no sense; there is no next row. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/**
 * The encoding that the first two bytes tell: spreadsheets mark UTF-16, and mostly UTF-8 as well. Without
 * a mark it is known by the byte of its first letter that is zero.
 */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 && second !== 0 && second !== undefined) return "utf-16be";
  return first !== 0 && second === 0 ? "utf-16le" : "utf-8";
}

/** How to make UTF-8 of what is none. */
export const NOT_UTF8 =
  "not UTF-8: save it as that, or convert it, for instance with iconv -f GBK -t UTF-8";

/** A whole text without the mark at its beginning; undefined where it is neither UTF-8 nor UTF-16. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Text in pieces, without the mark some systems put at its beginning, and with the line ends of Unix where
 * it has those of the first Macs.
 *
 * @throws {InputError} at bytes that are no text.
 */
export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let isMac: boolean | undefined;
  const read = (bytes?: Uint8Array): string => {
    try {
      const text = decoder?.decode(bytes, { stream: bytes !== undefined }) ?? "";
      if (text !== "") isMac ??= !text.includes("\n") && /\r./.test(text);
      return isMac === true ? text.replaceAll("\r", "\n") : text;
    } catch {
      throw new InputError(NOT_UTF8);
    }
  };
  for await (const bytes of source) {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    const text = read(bytes);
    if (text !== "") yield text;
  }
  const rest = read();
  if (rest !== "") yield rest;
}

/** Each piece's whole lines as one text; `undefined` for one that is longer than any row. */
export async function* wholeLines(text: AsyncIterable<string>): AsyncGenerator<string | undefined> {
  let begun = "";
  let skipping = false;
  for await (const piece of text) {
    const end = piece.lastIndexOf("\n");
    if (end !== -1) {
      const start = skipping ? piece.indexOf("\n") + 1 : 0;
      if (skipping) yield undefined;
      if (end >= start) yield begun + piece.slice(start, end);
      skipping = false;
      begun = "";
    }
    if (!skipping) begun += piece.slice(end + 1);
    if (begun.length > LONGEST) {
      skipping = true;
      begun = "";
    }
  }
  if (skipping) yield undefined;
  else if (begun !== "") yield begun;
}

/** The lines of each piece of a text; `undefined` for one that is longer than any row. */
export async function* linesOf(
  text: AsyncIterable<string>,
): AsyncGenerator<readonly (string | undefined)[]> {
  for await (const lines of wholeLines(text)) {
    yield lines === undefined ? [undefined] : lines.split("\n").map(fitting);
  }
}

/** A line, unless it is longer than any row. */
export function fitting(line: string): string | undefined {
  return line.length > LONGEST ? undefined : line;
}
