/** 买还是租。 */
import type { cloudBreakEven as en } from "../en/cloud-break-even.js";
import { outputs } from "./outputs/cloud-break-even.js";
import { ownership } from "./ownership.js";

export const cloudBreakEven: typeof en = {
  title: (gpus) => `${gpus}，买还是租？`,
  name: "买还是租",
  about: "比较自购 AI 芯片与租用云端的花费。",

  sides: {
    positive: "买",
    negative: "租",
    tie: "难分高下",
    sentence: { positive: "自购更便宜", negative: "租用更便宜" },
    wins: { positive: "自购更合算", negative: "租用更合算" },
    toWin: { positive: "要让自购更合算", negative: "要让租用更合算" },
  },

  verdict: {
    own: "买。",
    rent: "租。",
    rentAlways: "租，利用率再高也是租。",
    tie: "难分高下。",

    basis: { today: "折成现值", cash: "按现金计" },
    saves: (saving, years, use, basis) => `利用率${use}时，${years}省下${saving}（${basis}）。`,
    savesReserved: (saving, years, basis) =>
      `与预留同样多的卡相比，${years}省下${saving}（${basis}）。`,
    rentBelow: (use) => `低于${use}，租用才更便宜。`,
    costsMore: (extra, years, basis) => `${years}下来，自购要多花${extra}（${basis}）。`,
    paysAbove: (breakEven, use) => `利用率高于${breakEven}，自购才合算；目前为${use}。`,
    evenAtFullUse: (extra, years, basis) =>
      `即使满负荷运转，${years}下来自购也要多花${extra}（${basis}）。`,
    nobodyShouldPay: (rate, price) => `租价每卡时只要${rate}，不值得花${price}买一张卡。`,
    wouldTake: (price, use) => `利用率${use}时，单价低于${price}，自购才合算。`,
    wouldTakeReserved: (price) => `单价低于${price}，自购才合算。`,
    paysAboveRate: (rate) => `云端每卡时高于${rate}，自购才合算。`,
    rentBelowRate: (rate) => `云端每卡时低于${rate}，租用才更便宜。`,
    notEvenFree: "即使 GPU 白送，自购也不合算。",
    energyAboveRent: (rate) => `每卡时租金只有${rate}，还抵不上自购一小时的电费。`,
    differLittle: (years) => `${years}下来，两者相差不到 0.5%。`,
    breakEvenAt: (use) => `利用率为${use}时，花费相等。`,
    noUse: "从不使用的 GPU，租用不花一分钱。",
    noRent: "云端不收钱，自购就是白花钱。",
    neitherCosts: "两者都不花钱。",

    costs: (own, rent) => `自购每年${own}，租用每年${rent}。`,
    costsReserved: (own, rent) => `自购每年${own}，预留每年${rent}。`,
    payback: (time) => `${time}回本。`,
    paybackInCash: (time, rate) => `按现金算，${time}回本；按${rate}计入利息则回不了本。`,
    paybackWithResidual: (time, rate) =>
      `按现金算，${time}回本；按${rate}计入利息，要等硬件转卖才能回本。`,
    noPayback: (years) => `${years}内回不了本。`,
    paybackLost: (time, lost) => `${time}回本，但${lost}后又落后于租用。`,
    onlyWithResidual: "要等硬件转卖，才能回本。",
    wholeSite: (site) => `机房的${site}全额计入，不因卡少而减少。`,
    nothingInvested: "没有前期投入，无所谓回本。",

    conventionDisagrees: {
      own: (saving) => `若计足资金成本，租用反而便宜${saving}。`,
      rent: (saving) => `若计足资金成本，自购反而便宜${saving}。`,
    },

    between: {
      own: (low, high, years) => `折成现值，${years}省下${low}至${high}。`,
      rent: (low, high, years) => `折成现值，${years}下来，自购要多花${low}至${high}。`,
      either: (loss, saving, years) =>
        `折成现值，${years}下来，自购可能多花${loss}，也可能省下${saving}。`,
    },
    dependsOn: "说不准。",
  },

  futures: {
    positive: (count) => `${count}自购更便宜。`,
    negative: (count) => `${count}租用更便宜。`,
    range: {
      both: (worst, best, tenth) =>
        `去掉最好和最坏的各${tenth}次，结果在多花${worst}与省下${best}之间。`,
      gains: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，自购可省下${low}至${high}。`,
      loses: (low, high, tenth) => `去掉最好和最坏的各${tenth}次，自购要多花${low}至${high}。`,
    },
    above: (count, total, amount) => `${total}种结果中，有${count}种省下${amount}以上。`,
    below: (count, total, amount) => `${total}种结果中，有${count}种多花${amount}以上。`,
    dots: "自购能省多少（折成现值）：可能性相同的各种结果",
    fan: "逐年累计，自购能省多少（现金）",
    fanSentence: (low, high, year) => `${year}后，半数结果在${low}与${high}之间。`,
  },

  chart: {
    byUse: "年成本随利用率的变化",
    byMonth: "累计支出",
    useTab: "按利用率",
    monthTab: "按时间",
    own: "自购",
    rent: "租用",
    handle: "利用率",
    crossing: (use) => `持平${use}`,
    payback: (time) => `${time}回本`,
    byUseText: (own, rent) => `满负荷时，自购每年${own}，租用每年${rent}。`,
    byMonthText: (years, own, rent) => `${years}累计，自购支出${own}，租用支出${rent}。`,
    tableUse: "利用率",
    tableMonth: "月份",
  },

  offer: "报价",
  parameters: {
    ...ownership.parameters,
    cloudRate: "云端每卡时价格",
    cloudBilling: "云端如何计费",
    cloudRateDecline: "云端价格年降幅",
    cloudOverheadFraction: "云端附加费用",
    offers: "云端报价",
  },
  hints: {
    ...ownership.hints,
    cloudRate: "租一张卡用一小时的价格。",
    cloudBilling: "按需计费，用几小时付几小时；预留计费，忙闲都要付。",
    cloudRateDecline: "云端租价每年降多少；负数表示涨价。",
    cloudOverheadFraction: "租金之外的存储、流量和技术支持。",
  },
  choices: {
    ...ownership.choices,
    cloudBilling: { used: "按使用小时", reserved: "按全部小时" },
    verdict: { own: "买", rent: "租", tie: "难分高下" },
  },
  outputs,
  formulas: {
    breakEvenUtilization: {
      words: "自购固定成本÷（满负荷一年的租金－工作所耗电费）",
      symbols: "u* = F ÷ (R − E)",
    },
    breakEvenUtilizationRaw: {
      words: "同上，可超过一年的全部小时",
      symbols: "u = F ÷ (R − E)",
    },
    gpuHoursPerYear: { words: "盈亏平衡利用率×卡数×一年的小时数", symbols: "u* × N × 8,760" },
    gpuMonthsPerYear: { words: "盈亏平衡利用率×卡数×12", symbols: "u* × N × 12" },
    gpuYearsPerYear: { words: "盈亏平衡利用率×卡数", symbols: "u* × N" },
    annualOwn: {
      words: "投资分摊到每年＋平准化的运营成本",
      symbols: "P × r ÷ (1 − (1 + r)⁻ⁿ) + O",
    },
    annualRent: {
      words: "卡数×计费小时×云端价格×（1＋附加费率），平准化",
      symbols: "N × h × c × (1 + x)",
    },
    breakEvenCloudRate: {
      words: "云端价格×自购年成本÷租用年成本",
      symbols: "c × A(购) ÷ A(租)",
    },
    breakEvenGpuPrice: {
      words: "使两者年成本相等的 GPU 单价",
      symbols: "A(购) = A(租)",
    },
    paybackMonths: {
      words: "省下的租金首次抵足购置与运营支出的月份",
      symbols: "Σ 租金 ≥ P + Σ 运营",
    },
    discountedPaybackMonths: {
      words: "同上，各年金额先贴现",
      symbols: "Σ 租金 ÷ (1 + r)ʸ ≥ P + Σ 运营 ÷ (1 + r)ʸ",
    },
    paybackLostMonth: {
      words: "自购累计支出重新高于租用的月份",
      symbols: "Σ 租金 < P + Σ 运营",
    },
    discountedPaybackLostMonth: {
      words: "同上，各年金额先贴现",
      symbols: "Σ 租金 ÷ (1 + r)ʸ < P + Σ 运营 ÷ (1 + r)ʸ",
    },
    saving: {
      words: "每年省下的钱，折成现值后相加",
      symbols: "D × (1 − (1 + r)⁻ⁿ) ÷ r, D = A(租) − A(购)",
    },
    savingFraction: { words: "每年省下的钱÷年租金", symbols: "D ÷ A(租)" },
    presentValueSaving: { words: "租金现值－自购成本现值", symbols: "PV(租) − PV(购)" },
    verdict: {
      words: "自购能省则买，否则租；相差不到租金的 0.5%，难分高下",
      symbols: "D, |D| ≤ 0.5% × A(租)",
    },
  },
};
