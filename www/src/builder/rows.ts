/** The rows of a list as they are typed. What does not fit stays in its field, and the row counts as before. */
import type { ListInfo } from "../generated/metadata.js";
import { checkedRow, type Entry, type RowTexts, textsOf } from "../publishing/lists.js";
import type { Wrong } from "../publishing/options.js";

export interface TypedRow {
  /** Of the row for as long as it is there. */
  readonly key: number;
  readonly texts: RowTexts;
  /** What is wrong with its fields, by name. */
  readonly wrong: Readonly<Record<string, Wrong>>;
  /** What counts of it: nothing of a new one. */
  readonly counts: Entry | undefined;
}

/** The ids of rows whose names are theirs alone, such as a chip that the catalogue does not have. */
const MADE = /^own-\d+$/;

let keys = 0;

export function rowOf(list: ListInfo, entry: Entry): TypedRow {
  keys += 1;
  return { key: keys, texts: textsOf(list, entry), wrong: {}, counts: entry };
}

/** An empty row. Where rows have names, its id is not for people. */
export function newRow(list: ListInfo, others: readonly TypedRow[]): TypedRow {
  keys += 1;
  return {
    key: keys,
    texts: hasNames(list) ? { id: freeId(others) } : {},
    wrong: {},
    counts: undefined,
  };
}

export function freeId(others: readonly TypedRow[]): string {
  const taken = others.map(({ texts }) => texts.id);
  for (let number = 1; ; number++) {
    const id = `own-${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** Whether an id is one that a row was given here. */
export function isMade(id: string | undefined): boolean {
  return id !== undefined && MADE.test(id);
}

/** Whether something is typed in a row that does not count. */
export function isUnfinished({ counts, texts, wrong }: TypedRow): boolean {
  if (Object.keys(wrong).length > 0) return true;
  const typed = Object.values(texts).filter((text) => text.trim() !== "" && !isMade(text));
  return counts === undefined && typed.length > 0;
}

/** Whether rows have a name beside their id. */
export function hasNames({ texts }: ListInfo): boolean {
  return texts.some(({ name }) => name === "name");
}

/** A row with another text in one of its fields. */
export function typed(list: ListInfo, row: TypedRow, field: string, text: string): TypedRow {
  const texts = { ...row.texts, [field]: text };
  const known = typeof row.counts === "object" ? row.counts : undefined;
  const checked = checkedRow(list, texts, known);
  const isNameless = isMade(texts.id) && !(texts.name ?? "").trim();
  const wrong: TypedRow["wrong"] = {
    ...checked.wrong,
    ...(isNameless ? { name: { code: "missing" } } : {}),
  };
  const isGood = Object.keys(wrong).length === 0;
  // As it counts, a share is a share however it was typed.
  const shown = isGood ? textsOf(list, checked.row) : texts;
  return { ...row, texts: shown, wrong, counts: isGood ? checked.row : row.counts };
}
