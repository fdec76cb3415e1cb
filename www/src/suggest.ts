import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const found = closest(name.toLowerCase(), [...names]);
  // Of a name of two letters something must be left.
  const most = Math.min(name.length - 1, Math.max(2, name.length / 3));
  return distance(name.toLowerCase(), found) <= most ? found : undefined;
}

/** " did you mean gpus?", or nothing. */
export function suggestion(name: string, names: readonly string[], prefix = ""): string {
  const found = nearest(name, names);
  return found === undefined ? "" : `; did you mean ${prefix}${found}?`;
}

/** "only compact or full; did you mean full?" */
export function oneOf(words: readonly string[], value: unknown): string {
  const text = String(value);
  // Of digits none is nearer than another.
  return `only ${alternatives(words)}${/^\d+$/.test(text) ? "" : suggestion(text, words)}`;
}

/** "a, b or c". */
export function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
