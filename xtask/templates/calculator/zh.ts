/** __Title__. */
import type { __camel__ as en } from "../en/__kebab__.js";
import { outputs } from "./outputs/__kebab__.js";

export const __camel__: typeof en = {
  title: () => "结果是多少？",
  titleOwn: () => "结果是多少？",
  name: "新计算器",
  about: "用一句话说明它算什么。",

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
    is: (value) => `${value}。`,
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

  parameters: { quantity: "数量", unitPrice: "单价" },
  hints: { quantity: "一共多少。", unitPrice: "每一个的价格。" },
  choices: {},
  outputs,
  formulas: {
    total: { words: "数量×单价", symbols: "T = n × p" },
  },
};
