/** Results that scenarios can be of, by calculator. */

import type { outputs } from "../generated/outputs.js";
import type { Language } from "../i18n.js";
import { outputs as cloudBreakEven } from "./outputs/cloud-break-even.js";
import { outputs as clusterTco } from "./outputs/cluster-tco.js";
import { outputs as investmentReturn } from "./outputs/investment-return.js";
import { outputs as productLine } from "./outputs/product-line.js";
import type { Words } from "./words.js";

export const outputNames: Readonly<
  Record<keyof typeof outputs, Readonly<Record<Language, Words>>>
> = { cloudBreakEven, clusterTco, investmentReturn, productLine };
