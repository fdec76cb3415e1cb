/** `<chip-cluster-tco>` alone, without registering it. */
import { ClusterTcoElement } from "../../elements/cluster-tco/cluster-tco.js";
import { register } from "../../register.js";
import type { ChipClusterTcoElement } from "../../types.js";

export const ChipClusterTco = ClusterTcoElement as unknown as new () => ChipClusterTcoElement;

/** Registers the tag. */
export function define(): void {
  register("chip-cluster-tco", ClusterTcoElement);
}

export type * from "../../types.js";
