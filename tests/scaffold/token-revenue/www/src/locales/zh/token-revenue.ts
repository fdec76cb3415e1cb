/** Revenue of tokens. */
import type { tokenRevenue as en } from "../en/token-revenue.js";
import { outputs } from "./outputs/token-revenue.js";

export const tokenRevenue: typeof en = {
  title: () => "一个模型的词元一天能卖多少钱？",
  titleOwn: () => "您的词元一天能卖多少钱？",
  name: "词元收入",
  about: "算出一个模型一天的收入。",

  sides: {
    positive: "划算",
    negative: "不划算",
    tie: "持平",
    sentence: { positive: "划算", negative: "不划算" },
    below: {
      positive: (value) => `低于${value}就划算。`,
      negative: (value) => `低于${value}就不划算。`,
    },
    wins: { positive: "划算", negative: "不划算" },
    toWin: { positive: "要划算", negative: "要不划算" },
  },

  verdict: {
    is: (value) => `一天${value}。`,
    none: "这些数字没有答案。",
    between: (low, high) => `在${low}与${high}之间。`,
  },

  futures: {
    positive: (count) => `${count}划算。`,
    negative: (count) => `${count}不划算。`,
    range: {
      both: (worst, best, tenth) =>
        `去掉最好和最坏的各${tenth}次，结果在亏${worst}与赚${best}之间。`,
      gains: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，在${low}与${high}之间。`,
      loses: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，亏${low}至${high}。`,
    },
    above: (count, total, amount) => `${total}种结果中，有${count}种高于${amount}。`,
    below: (count, total, amount) => `${total}种结果中，有${count}种低于${amount}。`,
    dots: "可能性相同的各种结果",
  },

  chart: {
    title: "结果",
    moneyAxis: "金额",
    text: (...parts) => `${parts.join("，")}。`,
    table: "结果",
  },

  parameters: {
    tokensPerSecond: "满载时每秒词元数",
    utilization: "负载率",
    pricePerMillion: "每百万词元价格",
  },
  hints: {
    tokensPerSecond: "系统从不空闲时每秒能产出多少。",
    utilization: "平均有多少被用到。",
    pricePerMillion: "客户为一百万词元付多少。",
  },
  choices: {},
  outputs,
  formulas: {
    revenue: { words: "词元数×每百万价格÷1,000,000", symbols: "R = T × p ÷ 10⁶" },
    tokens: { words: "每秒词元数×86,400×负载率", symbols: "T = s × 86,400 × u" },
  },
};
