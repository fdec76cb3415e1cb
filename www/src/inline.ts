/**
 * Bytes as printable ASCII that compresses nearly as well as the bytes do. In base64 a repetition
 * looks different at each of three offsets, and a compressor misses it; here a byte is always the same
 * character, or, for the rarer bytes, the same two.
 */

/** Printable, and nothing a string literal would have to escape. */
export const ALPHABET = alphabet();

/** A page's own `Array.from` need not be the language's. */
function alphabet(): string {
  let all = "";
  for (let code = 32; code < 127; code++) {
    const character = String.fromCharCode(code);
    if (!'"\\`$'.includes(character)) all += character;
  }
  return all;
}

/** The last two characters announce a second one. */
export const SINGLES = ALPHABET.length - 2;

/** The bytes of a text; `frequent` lists those that are one character, two hexadecimal digits each. */
export function decode(text: string, frequent: string): Uint8Array<ArrayBuffer> {
  const order = byteOrder(frequent);
  const places = new Uint8Array(128);
  for (let place = 0; place < ALPHABET.length; place++) places[ALPHABET.charCodeAt(place)] = place;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    let place = places[text.charCodeAt(at)] as number;
    if (place >= SINGLES) {
      const second = places[text.charCodeAt(++at)] as number;
      place = SINGLES + (place - SINGLES) * ALPHABET.length + second;
    }
    bytes[length++] = order[place] as number;
  }
  return bytes.subarray(0, length);
}

/** Every byte: the frequent ones as listed, then the others ascending. */
export function byteOrder(frequent: string): number[] {
  const order = frequent.match(/../g)?.map((digits) => Number.parseInt(digits, 16)) ?? [];
  const listed = new Set(order);
  for (let byte = 0; byte < 256; byte++) if (!listed.has(byte)) order.push(byte);
  return order;
}
