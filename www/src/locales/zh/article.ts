/** 简体中文：对报道中各条说法的核对。 */
import type { article as en } from "../en/article.js";
import { spacedWords } from "../spaced.js";

/** 以另一款芯片的价格代替时，注明代替的是哪一款。 */
const priced = (price: string, standsFor: string | undefined) =>
  standsFor === undefined ? price : `${price}（代替 ${standsFor} 的价格）`;

const most = (price: string, from: string, to: string) =>
  `影响最大的是${price}：当时${from}，现在${to}，仅此一项就使结果`;

const moment = (before: string, day: string, after: string, newest: string) =>
  `按${day}的价格，结果为${before}；按${newest}的最新价格，为${after}。`;

export const article: typeof en = spacedWords<typeof en>({
  verdicts: {
    agrees: "算得通",
    differs: "有出入",
    contradicted: "不成立",
    needsAssumption: "有前提",
    notStated: "无从核算",
  },
  liveVerdicts: {
    agrees: "按您的数字算得通",
    differs: "按您的数字有出入",
    contradicted: "按您的数字不成立",
    needsAssumption: "按您的数字，有前提",
    notStated: "无从核算",
  },
  verdict: (verdict) => `${verdict}。`,
  verdictBy: (verdict, by) => `${verdict}：与${by}矛盾。`,
  by: {
    article: "报道自己的数字",
    reader: "您改动后的数字",
    dataSheet: "公开数据",
    measurement: "实测结果",
    definition: "该数字的定义",
  },
  notStated: {
    result: "报道给出了各部分，却没有合计。",
    none: "报道没有就此给出结论。",
    source: "报道没有给出来源，也没有给出算法。",
    working: "报道注明了来源，但无从复算。",
  },
  noCheck: "尚未核对。",

  neverBelow: (quantity, limit) => `${quantity}不可能低于${limit}。`,
  neverAbove: (quantity, limit) => `${quantity}不可能超过${limit}。`,
  quantities: {
    share: "占比",
    utilization: "利用率",
    probability: "概率",
    efficiency: "效率",
    margin: "利润率",
    fall: "降幅",
    growth: "增长率",
    pue: "PUE",
    count: "数量",
    price: "价格",
    power: "功率",
    duration: "时长",
  },

  bounds: {
    atLeast: (figure) => `至少${figure}`,
    above: (figure) => `超过${figure}`,
    atMost: (figure) => `至多${figure}`,
    below: (figure) => `不到${figure}`,
    about: (figure) => `约${figure}`,
  },

  found: (figure) => `复算得${figure}`,
  foundOf: (label, figure) => `${label}：复算得${figure}`,
  catalogued: (figure, source) => `目录为${figure}（${source}）`,
  byOwnAssumptions: (found) => `${found}（报道未给出的，按计算器自己的假设）`,
  alone: (found) => `${found}。`,
  against: {
    printed: (found, printed) => `${found}，报道写的是${printed}。`,
    otherUnit: (found, printed) => `${found}，报道写的是${printed}，单位不同。`,
    boundOfPart: (found, printed) => `${found}，报道的“${printed}”只对其中一部分成立。`,
    overlaps: (found, printed) => `${found}，与报道的${printed}只有一部分重合。`,
    isEnd: (found, printed) => `${found}，报道的${printed}只是其中一端。`,
    isValue: (found, printed) => `${found}，报道的${printed}只是其中一个值。`,
    isPart: (found, printed) => `${found}，报道的${printed}只是其中一部分。`,
    fits: (found, open, printed) =>
      `${found}；所依据的数字经过舍入，结果可以是${open}，报道的${printed}在此范围内。`,
    mayFit: (found, open, printed) =>
      `${found}；所依据的数字经过舍入，结果可以是${open}，报道的${printed}虽在此范围内，但无从确认。`,
  },

  of: (label, sentence) => `${label}：${sentence}`,
  noAnswer: {
    plain: "没有答案。",
    because: (why) => `没有答案：${why}。`,
    noNumber: "算式没有结果，例如除数为零",
    refused: (names) => `没有答案：这样的${names}不可能。`,
    otherUnit: "算出来的不是这种量，单位不符。",
  },
  toHold: {
    value: (what, value) => `要成立，${what}须为${value}。`,
    none: (what, low, high) => `${what}在${low}至${high}之间取任何值都不成立。`,
    beyond: (what, low, high, value) =>
      `${what}在${low}至${high}之间取任何值都不成立；要成立，须为${value}。`,
    assumed: (value) => `此处假设为${value}。`,
    assumedFits: (value) => `此处假设为${value}，相符。`,
    catalogued: (value) => `目录所载为${value}。`,
    cataloguedFits: (value) => `目录所载为${value}，相符。`,
  },

  orders: {
    1: "十",
    2: "百",
    3: "千",
    4: "万",
    5: "十万",
    6: "百万",
    7: "千万",
    8: "亿",
    9: "十亿",
    12: "万亿",
  },

  slips: {
    tooLarge: (times) => `恰为应有数字的${times}倍。`,
    tooSmall: (times) => `恰为应有数字的${times}分之一。`,
    unit: "数字对得上，单位不对。",
    otherUnit: (figure) => `数字与${figure}对得上。`,
    server: (gpus) => `单卡与${gpus}卡服务器混淆了：两数恰好差${gpus}倍。`,
    perGpu: "单卡与总数混淆了。",
    hours: (here, fits) => `按${fits}小时才算得出这个数，这里应按${here}小时。`,
    sparsity: "稀疏算力与稠密算力混用了。",
    percentagePoints: (percent) => `这是百分点；按百分比应为${percent}。`,
    percent: (amount) => `这是百分比；按百分点应为${amount}。`,
    base: (after, before, right) => `这里以“${after}”为基数；以“${before}”为基数，应为${right}。`,
    otherBase: (right) => `这里以另一个数为基数；按算式的基数，应为${right}。`,
    growthDivided: (year) => `这是总增幅除以年数，不是复合增长率：每年应为${year}。`,
    growthOfAll: (year) => `这是各年合计的增幅，不是一年的：每年应为${year}。`,
    inputUnit: (from, to) => `若所用数字的单位是${to}而非${from}，就对得上。`,
    ratioLeft: (fall) => `“降至”与“降了”混淆了：降幅应为${fall}。`,
    ratio: (right) => `“是几倍”与“增加几倍”混淆了：应为${right}。`,
    roundedTooFar: (right) => `舍入过多：未舍入为${right}。`,
    cutOff: (right) => `直接截去了尾数：应为${right}。`,
    convention: () => "换一种计算惯例就对得上。",
    inverted: (right) => `分子分母颠倒了：应为${right}。`,
    sign: "正负号反了。",
    negativeBase: "作为基数的数字是负数，按它算百分比没有意义。",
    neitherEnd: "上下限都对不上。",
    lowerEnd: "下限对不上。",
    upperEnd: "上限对不上。",
    farWithin: (times) => `成立，但相差${times}倍，请核对单位。`,
    bounded: (what) => `报道只说了${what}的上限或下限，因此不能排除。`,
    basis: "所依据的数字",
  },

  prices: {
    cloud: (chip) => `${chip}的云端租价`,
    purchase: (chip) => `${chip}的采购价`,
  },
  priced,
  reruns: {
    both: moment,
    bothOf: (label, before, day, after, newest) =>
      `${label}：${moment(before, day, after, newest)}`,
    noAnswer: "没有答案",
    heldAndHolds: "当时成立，现在仍成立。",
    heldAlone: "当时成立，现在不再成立。",
    holdsAlone: "当时不成立，现在成立。",
    neverHeld: "当时不成立，现在也不成立。",
    noEffect: "价格的变化不影响结果。",
    adds: (price, standsFor, from, to, by) =>
      `${most(priced(price, standsFor), from, to)}增加${by}。`,
    takesOff: (price, standsFor, from, to, by) =>
      `${most(priced(price, standsFor), from, to)}减少${by}。`,
    repeatsUnit: true,
    nowHolds: "按最新价格已经成立。",
    noLonger: "按最新价格已不成立。",
    nowHoldsAt: (price, standsFor) => `按最新的${priced(price, standsFor)}已经成立。`,
    noLongerAt: (price, standsFor) => `按最新的${priced(price, standsFor)}已不成立。`,
    price: (price, before, after) => `${price}：${before}，${after}；`,
  },

  functions: {
    min: "最小值",
    max: "最大值",
    mean: "平均值",
    abs: "绝对值",
    sqrt: "平方根",
    exp: "exp",
    ln: "ln",
    sum: "",
  },
  separator: "、",

  marked: (verdict) => `核对结果：${verdict}。查看过程`,
  claims: "逐条核对报道数字",
  all: "全部",
  show: "筛选",
  calculator: "在计算器中打开",
  live: "按您改动后的数字",
  checks: "复算过程",
  formula: "算式",
  figures: "所用数字",
  since: "当时与现在",
  pricesSince: "当时与现在的价格",
  brackets: ["（", "）"],
  from: {
    article: "报道",
    assumed: "假设",
    taken: "计算器的假设",
    reader: "您的数字",
  },
});
