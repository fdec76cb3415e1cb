/** 几种情景合在一起怎么看。 */
import type { scenarioOutlook as en } from "../en/scenario-outlook.js";

export const scenarioOutlook: typeof en = {
  title: () => "换一种情景，结果如何？",
  titles: { article: "H200 以后卖多少钱？", articleMarketValue: "英伟达以后值多少钱？" },
  name: "情景推演",
  about: "把几种可能的情景按概率合起来看。",

  verdict: {
    article: (value) => `按一篇报道给出的概率，H200 的价格平均为${value}。`,
    articleChanged: (value) => `按您给的概率，H200 的价格平均为${value}。`,
    articleMarketValue: (value) => `按一篇报道给出的概率，英伟达市值平均为${value}。`,
    articleMarketValueChanged: (value) => `按您给的概率，英伟达市值平均为${value}。`,
    other: (subject, value) => `${subject}：平均${value}。`,
    noAverage: "算不出平均数。",
    range: (min, minOdds, max, maxOdds) =>
      `最低${min}，概率${minOdds}；最高${max}，概率${maxOdds}。`,
    all: (value) => `各种情景都是${value}。`,
    notAll: "至少有一种情景没有数据，不宜取平均。",
    verdictOdds: {
      own: (odds) => `自购更便宜的概率为${odds}。`,
      rent: (odds) => `租用更便宜的概率为${odds}。`,
      tie: (odds) => `难分高下的概率为${odds}。`,
    },
    deviation: (value) => `各情景围绕平均数的标准差为${value}。`,
    weights: (sum) => `各概率合计${sum}，已按比例调整为 100%。`,
  },

  chart: {
    title: (subject) => `各情景下的${subject}`,
    reference: (value) => `平均${value}`,
    counted: (given, weight) => `${given}，按${weight}计`,
    countsAs: (weight) => `按${weight}计`,
    text: (rows, expected) => `${rows}。平均${expected}。`,
    table: "情景",
  },
  scenario: "情景",
  probabilityOf: (name) => `概率：${name}`,
  valueOf: (name, subject) => `${subject}：${name}`,
  names: { optimistic: "乐观", base: "基准", pessimistic: "悲观" },
  subjects: { article: "H200 价格", articleMarketValue: "英伟达市值" },

  parameters: {
    calculator: "计算器",
    output: "结果",
    scenarios: "情景",
    probability: "概率",
    value: "数值",
    normalize: "把概率调整为合计 100%",
  },
  hints: {},
  choices: {
    calculator: {
      clusterTco: "算力成本",
      cloudBreakEven: "买还是租",
      investmentReturn: "投资回报",
      productLine: "芯片利润",
    },
  },
  outputs: {
    expected: "平均",
    standardDeviation: "标准差",
    min: "最低",
    max: "最高",
  },
  formulas: {
    expected: { words: "各数值×各自的概率，相加", symbols: "μ = Σ w × v" },
    standardDeviation: {
      words: "与平均数之差的平方，取平均后开方",
      symbols: "√(Σ w × (v − μ)²)",
    },
    min: { words: "各数值中最低的", symbols: "min v" },
    max: { words: "各数值中最高的", symbols: "max v" },
  },
};
