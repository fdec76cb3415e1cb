/** What a name is in the article files that a page has read: an editor who mistakes it is told. */
import type { File } from "./recheck.js";

const FILES = new Set<File>();
const LISTENERS = new Set<(file: File) => void>();

/** Tells everyone who has asked of a file that has been read. */
export function wasRead(file: File): void {
  if (FILES.has(file)) return;
  FILES.add(file);
  for (const listener of LISTENERS) listener(file);
}

/** Calls back for every file that has been read, and that will be; returns how to end that. */
export function whenRead(listener: (file: File) => void): () => void {
  for (const file of FILES) listener(file);
  LISTENERS.add(listener);
  return () => LISTENERS.delete(listener);
}

/** What a file calls by a name that is none of a calculator's, in a sentence; nothing where it does not. */
export function meaning(file: File, name: string): string | undefined {
  const has = (figures: object | undefined) =>
    figures !== undefined && Object.hasOwn(figures, name);
  const claims = file.claims ?? [];
  const claim = claims.find(({ inputs, stated }) => has(inputs) || has(stated));
  const shared = has(file.inputs);
  if (claim === undefined && !shared) return undefined;
  // Of two of one name, a claim takes its own.
  const takers = shared
    ? claims.filter(({ inputs, stated }) => !has(inputs) && !has(stated))
    : claim === undefined
      ? []
      : [claim];
  const given = takers
    .flatMap(({ checks = [] }) => checks)
    .flatMap(({ input = {} }) => Object.entries(input))
    .find(([, value]) => value === `=${name}`);
  const what = shared
    ? "is a figure of the article’s file"
    : `is a figure of the claim "${claim?.id}" alone, which the reader’s changes do not reach`;
  const instead = given === undefined ? "" : `; calculators take it as ${given[0]}`;
  return `${what}${instead}`;
}
