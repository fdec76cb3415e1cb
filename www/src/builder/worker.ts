/** Computes what the builder shows of a state, off the page: there is no page needed for it. */
import { type Description, describe, frozen } from "../publishing/describe.js";
import type { WidgetState } from "../publishing/state.js";

export interface Question {
  readonly id: number;
  readonly state: WidgetState;
  readonly day: string;
  readonly version: string;
}

export type Reply = { readonly id: number } & (
  | { readonly description: Description; readonly frozen: WidgetState }
  | { readonly refused: string }
);

export function answer({ id, state, day, version }: Question): Reply {
  try {
    return { id, description: describe(state, day, version), frozen: frozen(state) };
  } catch (error) {
    return { id, refused: error instanceof Error ? error.message : String(error) };
  }
}
