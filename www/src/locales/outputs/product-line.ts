/** Results of `productLine`, by name. */
import type { Language } from "../../i18n.js";
import type { Words } from "../words.js";

export const outputs: Readonly<Record<Language, Words>> = {
  en: {
    revenue: "Revenue",
    grossProfit: "Gross profit",
    operatingProfit: "Operating profit",
    operatingMargin: "Operating margin",
    segmentShare: "Share of the segment",
  },
  zh: {
    revenue: "收入",
    grossProfit: "毛利",
    operatingProfit: "营业利润",
    operatingMargin: "营业利润率",
    segmentShare: "占所属业务比例",
  },
};
