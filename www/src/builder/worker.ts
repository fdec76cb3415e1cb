/** Computes what the builder shows of a state, off the page: there is no page needed for it. */
import type { Fault } from "../formats/format.js";
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

/** A bad figure, where it stands: `gpus`, `scenarios[0].value`. */
export interface Refusal extends Fault {
  readonly path: string;
}

export type Reply = { readonly id: number } & (
  | Published
  | {
      readonly refused: readonly Refusal[];
      /** What is wrong where it is no figure. */
      readonly message: string;
    }
);

interface Refused {
  readonly fields: readonly Refusal[];
  readonly message: string;
}

export function answer({ id, state, day, version, isFrozen }: Question): Reply {
  try {
    return { id, ...published(state, day, version, isFrozen) };
  } catch (error) {
    const { fields = [], message = String(error) } = Object(error) as Partial<Refused>;
    return {
      id,
      refused: fields.map(({ path, code, min, max }) => ({ path, code, min, max })),
      message,
    };
  }
}
