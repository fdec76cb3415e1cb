/** `<chip-cloud-break-even>` alone, without registering it. */
import { CloudBreakEvenElement } from "../../elements/cloud-break-even/cloud-break-even.js";
import { register } from "../../register.js";
import type { ChipCloudBreakEvenElement } from "../../types.js";

export const ChipCloudBreakEven =
  CloudBreakEvenElement as unknown as new () => ChipCloudBreakEvenElement;

/** Registers the tag. */
export function define(): void {
  register("chip-cloud-break-even", CloudBreakEvenElement);
}

export type * from "../../types.js";
