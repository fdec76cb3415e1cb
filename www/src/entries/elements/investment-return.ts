/** `<chip-investment-return>` alone, without registering it. */
import { InvestmentReturnElement } from "../../elements/investment-return/investment-return.js";
import { register } from "../../register.js";
import type { ChipInvestmentReturnElement } from "../../types.js";

export const ChipInvestmentReturn =
  InvestmentReturnElement as unknown as new () => ChipInvestmentReturnElement;

/** Registers the tag. */
export function define(): void {
  register("chip-investment-return", InvestmentReturnElement);
}

export type * from "../../types.js";
