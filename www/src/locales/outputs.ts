/** Names of the results that scenarios can be of, by calculator. */
import type { outputs } from "../generated/outputs.js";
import { outputs as cloudBreakEvenEn } from "./en/cloud-break-even.js";
import { outputs as clusterTcoEn } from "./en/cluster-tco.js";
import { outputs as investmentReturnEn } from "./en/investment-return.js";
import { outputs as productLineEn } from "./en/product-line.js";
import type { InEachLanguage } from "./types.js";
import { outputs as cloudBreakEvenZh } from "./zh/cloud-break-even.js";
import { outputs as clusterTcoZh } from "./zh/cluster-tco.js";
import { outputs as investmentReturnZh } from "./zh/investment-return.js";
import { outputs as productLineZh } from "./zh/product-line.js";

export const outputNames: Readonly<
  Record<keyof typeof outputs, InEachLanguage<Readonly<Record<string, string>>>>
> = {
  cloudBreakEven: { en: cloudBreakEvenEn, zh: cloudBreakEvenZh },
  clusterTco: { en: clusterTcoEn, zh: clusterTcoZh },
  investmentReturn: { en: investmentReturnEn, zh: investmentReturnZh },
  productLine: { en: productLineEn, zh: productLineZh },
};
