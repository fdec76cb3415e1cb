/** A block of the table view: what is shown, and the same as data. */
import type { TemplateResult } from "lit";
import type { Cell } from "../export/csv.js";

export interface Block {
  /** Blocks of the same id are one: their rows stand under one head. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Shown[])[];
}

export interface Shown {
  readonly text: string | TemplateResult;
  readonly data: Cell;
}

export const plain = (text: string): Shown => ({ text, data: text });
