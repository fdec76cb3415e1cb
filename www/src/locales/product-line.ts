/** What a vendor earns with a product. */
import { productLine as en } from "./en/product-line.js";
import { labels } from "./labels.js";
import { outputs } from "./outputs/product-line.js";
import type { Texts } from "./words.js";
import { productLine as zh } from "./zh/product-line.js";

export interface ProductText {
  readonly headline: string;
  readonly headlineLoss: string;
  readonly sold: (units: string, price: string, revenue: string, share: string) => string;
  readonly kept: (gross: string, margin: string) => string;
  readonly nothingSold: string;
  readonly costOfSales: string;
  readonly chartTitle: string;
}

const old: Texts<ProductText> = {
  en: {
    title: "What the product earns",
    parameters: {
      units: "Units sold a year",
      averageSellingPrice: "Average selling price",
      grossMargin: "Gross margin",
      research: "Research and development",
      segmentRevenue: "Revenue of the segment",
    },
    hints: {},
    outputs: outputs.en,
    choices: {},
    text: {
      headline: "operating profit a year",
      headlineLoss: "operating loss a year",
      sold: (units, price, revenue, share) =>
        `${units} units at ${price} bring ${revenue} a year, ${share} of the segment.`,
      kept: (gross, margin) =>
        `${gross} is left after the cost of what is sold; after research the operating margin is ${margin}.`,
      nothingSold: "Nothing is sold, so there is no margin.",
      costOfSales: "Cost of what is sold",
      chartTitle: "From revenue to operating profit",
    },
  },
  zh: {
    title: "这款产品能赚多少",
    parameters: {
      units: "年销量",
      averageSellingPrice: "平均售价",
      grossMargin: "毛利率",
      research: "研发费用",
      segmentRevenue: "所属业务总收入",
    },
    hints: {},
    outputs: outputs.zh,
    choices: {},
    text: {
      headline: "年营业利润",
      headlineLoss: "年营业亏损",
      sold: (units, price, revenue, share) =>
        `每年售出 ${units} 件，单价 ${price}，收入 ${revenue}，占所属业务的 ${share}。`,
      kept: (gross, margin) => `扣除销售成本后剩 ${gross}；再扣除研发，营业利润率为 ${margin}。`,
      nothingSold: "没有销量，因此没有利润率。",
      costOfSales: "销售成本",
      chartTitle: "从收入到营业利润",
    },
  },
};

export const texts: Texts<ProductText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
