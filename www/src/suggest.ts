import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const found = closest(name.toLowerCase(), [...names]);
  return distance(name.toLowerCase(), found) <= Math.max(2, name.length / 3) ? found : undefined;
}

/** " did you mean gpus?", or nothing. */
export function suggestion(name: string, names: readonly string[], prefix = ""): string {
  const found = nearest(name, names);
  return found === undefined ? "" : `; did you mean ${prefix}${found}?`;
}
