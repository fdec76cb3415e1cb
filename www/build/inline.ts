/** Writes what `src/inline.ts` reads, while building. */
import { ALPHABET, byteOrder, SINGLES } from "../src/inline.js";

/** The text of some bytes, and the list of those that are one character. */
export function encode(bytes: Uint8Array): { text: string; frequent: string } {
  const counts = new Array<number>(256).fill(0);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const frequent = [...counts.keys()]
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, SINGLES)
    // Neighbours stay neighbours, which is what a compressor's contexts are made for.
    .sort((a, b) => a - b)
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const characters = new Array<string>(256);
  for (const [place, byte] of byteOrder(frequent).entries()) {
    const rest = place - SINGLES;
    const page = Math.floor(rest / ALPHABET.length);
    characters[byte] =
      rest < 0
        ? ALPHABET.charAt(place)
        : ALPHABET.charAt(SINGLES + page) + ALPHABET.charAt(rest % ALPHABET.length);
  }
  return { text: Array.from(bytes, (byte) => characters[byte]).join(""), frequent };
}
