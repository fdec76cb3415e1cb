/** Computes what the builder shows of a state, off the page: there is no page needed for it. */
import { type Published, published } from "../publishing/describe.js";
import type { WidgetState } from "../publishing/state.js";

export interface Question {
  readonly id: number;
  readonly state: WidgetState;
  readonly day: string;
  readonly version: string;
  /** Whether every figure stays as it is. */
  readonly isFrozen: boolean;
}

export type Reply = { readonly id: number } & (Published | { readonly refused: string });

export function answer({ id, state, day, version, isFrozen }: Question): Reply {
  try {
    return { id, ...published(state, day, version, isFrozen) };
  } catch (error) {
    return { id, refused: error instanceof Error ? error.message : String(error) };
  }
}
