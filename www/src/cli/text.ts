/** Bytes as text, and text as lines. */

/** The most a line may hold, characters. */
export const LONGEST = 1 << 20;

/** The encoding that the first two bytes tell: spreadsheets mark UTF-16, and mostly UTF-8 as well. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Text in pieces, without the mark some systems put at its beginning. */
export async function* decoded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of source) {
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = decoder.decode(bytes, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode() ?? "";
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
