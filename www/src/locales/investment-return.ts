/** What an investment returns. */
import { investmentReturn as en } from "./en/investment-return.js";
import { labels } from "./labels.js";
import { outputs } from "./outputs/investment-return.js";
import type { Texts, Words } from "./words.js";
import { investmentReturn as zh } from "./zh/investment-return.js";

export interface InvestmentText {
  readonly headline: string;
  readonly headlineNever: (years: string) => string;
  readonly never: string;
  readonly months: (months: string) => string;
  readonly gains: (investment: string, value: string, years: string, rate: string) => string;
  readonly loses: (investment: string, value: string, years: string, rate: string) => string;
  readonly irr: (rate: string) => string;
  readonly irrs: (rates: string) => string;
  readonly noIrr: (reason: string) => string;
  readonly chartTitle: string;
  readonly alternative: (
    years: string,
    end: string,
    value: string,
    payback: string | null,
  ) => string;
  readonly cumulative: string;
  readonly presentValue: string;
  readonly mark: (payback: string) => string;
  readonly schedule: string;
  readonly columns: Words;
}

const old: Texts<InvestmentText> = {
  en: {
    title: "Does the investment pay?",
    parameters: {
      investment: "Investment",
      annualBenefit: "Benefit a year",
      benefitGrowth: "Rise of the benefit a year",
      annualCost: "Running cost a year",
      delayMonths: "Months until it works",
      residual: "Left at the end",
    },
    hints: {},
    outputs: outputs.en,
    choices: {},
    text: {
      headline: "until the investment is back",
      headlineNever: (years) => `the investment is not back within ${years}`,
      never: "Never",
      months: (months) => `${months} months`,
      gains: (investment, value, years, rate) =>
        `${investment} invested is worth ${value} more than it costs over ${years}, with money at ${rate} a year.`,
      loses: (investment, value, years, rate) =>
        `${investment} invested loses ${value} over ${years}, with money at ${rate} a year.`,
      irr: (rate) => `It returns ${rate} a year.`,
      irrs: (rates) => `It has no single return: ${rates} a year all balance it.`,
      noIrr: (reason) => `Rate of return: ${reason}.`,
      chartTitle: "Money back, less the investment",
      alternative: (years, end, value, payback) =>
        `Net of the investment over ${years}: ${end} in cash, ${value} as present value. ${payback === null ? "It is not paid back." : `It is paid back after ${payback}.`}`,
      cumulative: "cash",
      presentValue: "present value",
      mark: (payback) => `back after ${payback}`,
      schedule: "Year by year",
      columns: {
        year: "Year",
        benefit: "Benefit",
        cost: "Running cost",
        net: "Net",
        cumulative: "So far",
        presentValue: "Present value",
      },
    },
  },
  zh: {
    title: "这笔投资划算吗？",
    parameters: {
      investment: "投资额",
      annualBenefit: "每年收益",
      benefitGrowth: "收益年增长率",
      annualCost: "每年运行成本",
      delayMonths: "投产前的月数",
      residual: "期末残值",
    },
    hints: {},
    outputs: outputs.zh,
    choices: {},
    text: {
      headline: "可收回投资",
      headlineNever: (years) => `${years}内收不回投资`,
      never: "无法收回",
      months: (months) => `${months} 个月`,
      gains: (investment, value, years, rate) =>
        `投入 ${investment}，按每年 ${rate} 折现，${years}内比成本多 ${value}。`,
      loses: (investment, value, years, rate) =>
        `投入 ${investment}，按每年 ${rate} 折现，${years}内亏损 ${value}。`,
      irr: (rate) => `内部收益率为每年 ${rate}。`,
      irrs: (rates) => `没有唯一的收益率：每年 ${rates} 都使其平衡。`,
      noIrr: (reason) => `收益率：${reason}。`,
      chartTitle: "扣除投资后的累计收益",
      alternative: (years, end, value, payback) =>
        `${years}内扣除投资后：现金 ${end}，现值 ${value}。${payback === null ? "投资未收回。" : `${payback}后收回投资。`}`,
      cumulative: "现金",
      presentValue: "现值",
      mark: (payback) => `${payback}后收回`,
      schedule: "逐年明细",
      columns: {
        year: "年份",
        benefit: "收益",
        cost: "运行成本",
        net: "净额",
        cumulative: "累计",
        presentValue: "现值",
      },
    },
  },
};

export const texts: Texts<InvestmentText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
