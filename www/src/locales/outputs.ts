/** Names of the results that scenarios can be of, by calculator. */
import type { outputs } from "../generated/outputs.js";
import { outputs as cloudBreakEvenEn } from "./en/outputs/cloud-break-even.js";
import { outputs as clusterTcoEn } from "./en/outputs/cluster-tco.js";
import { outputs as investmentReturnEn } from "./en/outputs/investment-return.js";
import { outputs as productLineEn } from "./en/outputs/product-line.js";
import type { InEachLanguage } from "./types.js";
import { outputs as cloudBreakEvenZh } from "./zh/outputs/cloud-break-even.js";
import { outputs as clusterTcoZh } from "./zh/outputs/cluster-tco.js";
import { outputs as investmentReturnZh } from "./zh/outputs/investment-return.js";
import { outputs as productLineZh } from "./zh/outputs/product-line.js";

export const outputNames: Readonly<
  Record<keyof typeof outputs, InEachLanguage<Readonly<Record<string, string>>>>
> = {
  cloudBreakEven: { en: cloudBreakEvenEn, zh: cloudBreakEvenZh },
  clusterTco: { en: clusterTcoEn, zh: clusterTcoZh },
  investmentReturn: { en: investmentReturnEn, zh: investmentReturnZh },
  productLine: { en: productLineEn, zh: productLineZh },
};
