/** 一款芯片能赚多少。 */
import type { productLine as en } from "../en/product-line.js";
import { outputs } from "./outputs/product-line.js";

export const productLine: typeof en = {
  title: () => "英伟达一年靠 H200 赚多少？",
  titleOwn: () => "这样一款芯片能赚多少？",
  name: "芯片利润",
  about: "从销量一路算到营业利润。",

  sides: {
    positive: "盈利",
    negative: "亏损",
    tie: "持平",
    sentence: { positive: "这款芯片赚钱", negative: "这款芯片亏钱" },
    wins: { positive: "赚钱", negative: "亏钱" },
    toWin: { positive: "要让这款芯片赚钱", negative: "要让这款芯片亏钱" },
  },

  verdict: {
    earns: (profit, cents) => `一年赚${profit}，每收入 1 美元，营业利润${cents}。`,
    earnsShare: (profit, share) => `一年赚${profit}，占销售收入的${share}。`,
    cents: (text) => `${text}美分`,
    lessThanACent: "不到 1 美分",
    loses: (loss) => `不赚反亏，一年亏${loss}。`,
    nothingSold: "没有利润：一颗也没卖出。",
    givenAway: (units) => `没有利润：${units}颗全部白送。`,
    even: "不赚不亏。",
    researchAlone: (research) => `研发每年仍要花${research}。`,
    sold: (units, price, revenue) => `卖出${units}颗，均价${price}，收入${revenue}。`,
    kept: (gross, research) => `毛利${gross}，再扣除研发${research}。`,
    madeAtALoss: (gross) => `光是制造就亏${gross}。`,
    share: (share) => `收入占所属业务的${share}。`,
    needs: (units) => `卖到${units}颗才开始赚钱。`,
    between: (low, high) => `一年赚${low}至${high}。`,
    losesBetween: (low, high) => `不赚反亏，一年亏${low}至${high}。`,
    eitherWay: (loss, profit) => `可能亏${loss}，也可能赚${profit}。`,
  },

  futures: {
    positive: (count) => `${count}赚钱。`,
    negative: (count) => `${count}亏钱。`,
    range: {
      both: (worst, best, tenth) =>
        `去掉最好和最坏的各${tenth}次，结果在一年亏${worst}与赚${best}之间。`,
      gains: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，一年赚${low}至${high}。`,
      loses: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，一年亏${low}至${high}。`,
    },
    above: (count, total, amount) => `${total}种结果中，有${count}种一年赚${amount}以上。`,
    below: (count, total, amount) => `${total}种结果中，有${count}种一年亏${amount}以上。`,
    dots: "一年赚多少：可能性相同的各种结果",
  },

  chart: {
    title: "从销售收入到利润（每年）",
    revenue: "销售收入",
    costOfSales: "制造成本",
    grossProfit: "毛利",
    research: "研发",
    operatingProfit: "营业利润",
    operatingLoss: "营业亏损",
    text: (revenue, cost, research, profit) =>
      `销售收入${revenue}，扣除制造成本${cost}和研发${research}，剩${profit}。`,
    table: "从销售收入到利润",
  },

  parameters: {
    units: "年销量",
    averageSellingPrice: "平均售价",
    grossMargin: "毛利率",
    research: "年研发费用",
    segmentRevenue: "所属业务年收入",
  },
  hints: {
    units: "这款芯片一年卖出的总数。",
    averageSellingPrice: "厂商平均每颗实际收到的价钱。",
    grossMargin: "每收入 1 美元，扣除制造成本后剩多少；入不敷出则为负。",
    research: "应由这款芯片分担的研发费用。",
    segmentRevenue: "用作对照：厂商同类业务的全部收入。",
  },
  choices: {},
  outputs,
  formulas: {
    revenue: { words: "销量×平均售价", symbols: "R = N × p" },
    grossProfit: { words: "销售收入×毛利率", symbols: "G = R × m" },
    operatingProfit: { words: "毛利－研发费用", symbols: "G − F" },
    operatingMargin: { words: "营业利润÷销售收入", symbols: "(G − F) ÷ R" },
    segmentShare: { words: "销售收入÷所属业务收入", symbols: "R ÷ S" },
  },
};
