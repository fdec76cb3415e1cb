/** 一笔投资值不值。 */
import type { investmentReturn as en } from "../en/investment-return.js";
import { outputs } from "./outputs/investment-return.js";

export const investmentReturn: typeof en = {
  title: (investment) => `${investment}花得值吗？`,
  name: "投资回报",
  about: "衡量一次性投入与此后各年的收益是否相称。",

  sides: {
    positive: "划算",
    negative: "亏本",
    tie: "持平",
    sentence: { positive: "这笔投资划算", negative: "这笔投资亏本" },
    wins: { positive: "划算", negative: "亏本" },
    toWin: { positive: "要让投资划算", negative: "要让投资亏本" },
  },

  verdict: {
    yes: "值，只要收益兑现。",
    no: "不值。",
    even: "不赚不亏。",
    back: (time) => `${time}收回投资。`,
    backTooLate: (time) => `要${time}才收回投资。`,
    backInCash: (time, rate) => `按现金算，${time}收回投资；按${rate}计入利息则收不回。`,
    notBack: (years) => `${years}内收不回投资。`,
    backAtEnd: "要靠期末残值，才能收回投资。",
    backLost: (time, lost) => `${time}收回投资，但${lost}后又亏了回去。`,
    worth: (years, value) => `${years}净现值${value}。`,
    loses: (years, value) => `${years}净现值为 −${value}。`,
    evenOut: (years) => `${years}净现值接近零。`,
    noIncome: "每年没有任何收益。",
    noBenefit: "每年的运营成本已吃掉全部收益。",
    irr: (irr, rate) => `内部收益率${irr}，资金成本${rate}。`,
    irrs: (rates) => `内部收益率不止一个：${rates}都能使收支相抵。`,
    noIrr: {
      flowsOfOneSign: "资金只进不出或只出不进，没有内部收益率。",
      noRate: "没有哪个收益率能使收支相抵。",
    },
    rate: (rate) => `贴现率为每年${rate}。`,
    between: (low, high, years) => `${years}净现值在${low}与${high}之间。`,
    losesBetween: (low, high, years) => `${years}净现值在 −${high}与 −${low}之间。`,
    eitherWay: (loss, gain, years) => `${years}算下来，可能亏${loss}，也可能赚${gain}。`,
    dependsOn: "说不准。",
  },

  futures: {
    positive: (count) => `${count}划算。`,
    negative: (count) => `${count}亏本。`,
    range: {
      both: (worst, best, tenth) =>
        `去掉最好和最坏的各${tenth}次，结果在亏${worst}与赚${best}之间。`,
      gains: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，净赚${low}至${high}。`,
      loses: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，净亏${low}至${high}。`,
    },
    above: (count, total, amount) => `${total}种结果中，有${count}种赚${amount}以上。`,
    below: (count, total, amount) => `${total}种结果中，有${count}种亏${amount}以上。`,
    dots: "这笔投资赚多少（现值）：可能性相同的各种结果",
  },

  chart: {
    title: "累计净收益（扣除投资）",
    cumulative: "现金",
    presentValue: "现值",
    mark: (time) => `${time}回本`,
    text: (years, end, value) => `${years}后，现金累计${end}，现值${value}。`,
    table: "逐年明细",
  },
  columns: {
    year: "年份",
    investment: "投资额",
    residual: "期末残值",
    benefit: "收益",
    cost: "运营成本",
    net: "净额",
    cumulative: "累计",
    presentValue: "现值",
  },

  parameters: {
    investment: "投资额",
    annualBenefit: "年收益",
    benefitGrowth: "收益年增长率",
    annualCost: "年运营成本",
    delayMonths: "投产前的月数",
    years: "计算年数",
    discountRate: "贴现率",
    residual: "期末残值",
    timing: "收支何时发生",
  },
  hints: {
    investment: "一次性投入，在期初支付。",
    annualBenefit: "第一个完整年度的收入，或省下的钱。",
    benefitGrowth: "从第二年起；负数表示逐年减少。",
    annualCost: "运营一年的花费。",
    delayMonths: "成本立即发生，收益要等到投产之后。",
    years: "超过这一年限的收益不计。",
    discountRate: "资金的年成本：明年的 1 元不如今天的 1 元值钱。",
    residual: "期末还能卖多少；若清理还要花钱，填负数。",
    timing: "收支发生得越早，现值越高。",
  },
  choices: { timing: { end: "年末", mid: "年中", begin: "年初" } },
  outputs,
  formulas: {
    npv: {
      words: "各年收益减成本，折成现值相加，再减投资",
      symbols: "Σ (B − C) ÷ (1 + r)ʸ + V ÷ (1 + r)ⁿ − I",
    },
    irr: { words: "使净现值为零的贴现率", symbols: "NPV(r) = 0" },
    paybackMonths: { words: "收益减成本的累计首次抵足投资的月份", symbols: "Σ (B − C) ≥ I" },
    discountedPaybackMonths: {
      words: "同上，各年金额先贴现",
      symbols: "Σ (B − C) ÷ (1 + r)ʸ ≥ I",
    },
    simpleAnnualReturn: { words: "（年收益－年运营成本）÷投资额", symbols: "(B − C) ÷ I" },
    profitabilityIndex: { words: "（净现值＋投资额）÷投资额", symbols: "(NPV + I) ÷ I" },
  },
};
