/** A figure found in a text. */
export interface FoundFigure {
  /** As it stands in the text. */
  text: string;
  /** As printed, the lower of a range. */
  from: string;
  /** The upper of a range. */
  to?: string;
  /** As an article's file takes it; empty for a plain number. */
  unit: string;
  bound?: "above" | "below" | "atLeast" | "atMost";
  /** Whether the text calls it approximate: the skeleton then has a `precision` for it. */
  about: boolean;
  /** How far off it may be, where it has no digits that say so: a third. */
  precision?: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

/** What `draftArticle` returns. */
export interface Draft {
  /** In the text's order. */
  figures: FoundFigure[];
  /** The skeleton of the article's file: a claim for each line with figures, without checks. */
  article: Record<string, unknown>;
}

/**
 * Finds the figures of a text in English or Chinese and writes the skeleton of its article's file.
 *
 * @throws {CalculatorError} for what is no text, or one of more than a million characters.
 */
export function draftArticle(text: string): Draft;
