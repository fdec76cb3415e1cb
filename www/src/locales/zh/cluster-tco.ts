/** 总拥有成本。 */
import type { clusterTco as en } from "../en/cluster-tco.js";
import { outputs } from "./outputs/cluster-tco.js";
import { ownership } from "./ownership.js";

export const clusterTco: typeof en = {
  title: () => "一小时 GPU 算力到底要花多少钱？",
  titleOf: (chip) => `${chip} 用一小时，到底要花多少钱？`,
  name: "算力成本",
  about: "算清自购 AI 芯片的总花费，以及芯片每工作一小时的成本。",

  verdict: {
    used: (cost) => `GPU 每工作一小时，成本${cost}。`,
    available: (cost) => `GPU 从不工作，每卡时仍要${cost}。`,
    nothing: "不花钱。",
    nothingMore: "还没有填入任何成本。",
    costs: (gpus, years, total) => `${gpus}用${years}，现金支出共${total}。`,
    made: {
      all: (hardware, site, running) => `其中硬件用去${hardware}，机房${site}，运营${running}。`,
      noSite: (hardware, running) => `其中硬件用去${hardware}，运营${running}。`,
      rentedSite: (hardware, running) => `其中硬件用去${hardware}，租用机房并运营${running}。`,
      noHardware: (site, running) => `其中机房用去${site}，运营${running}。`,
      noRunning: (hardware, site) => `其中硬件用去${hardware}，机房${site}。`,
      hardware: (hardware) => `硬件用去${hardware}。`,
    },
    resale: (amount) => `最后转卖，收回${amount}。`,
    whole: (each, bought) => `服务器每台${each}张卡，须整台购买，硬件按${bought}张计。`,
    idle: (available, use) => `不论忙闲，每卡时${available}；利用率为${use}。`,
    annual: (annual) => `折合每年${annual}。`,
    annualWithInterest: (annual, rate) => `按${rate}计入利息，相当于每年付${annual}。`,
    between: (low, high) => `GPU 每工作一小时，成本在${low}与${high}之间。`,
  },

  futures: {
    cost: (low, high, tenth) => `去掉最低和最高的各${tenth}次，每卡时成本在${low}与${high}之间。`,
    above: (count, total, amount) => `${total}种结果中，有${count}种高于${amount}。`,
    dots: "实际使用的每卡时成本：可能性相同的各种结果",
  },

  chart: {
    parts: (paid) => `${paid}花在哪里`,
    partsToday: (paid, sum) => `${paid}花在哪里（现值${sum}）`,
    years: "累计成本",
    partsTab: "构成",
    yearsTab: "逐年",
    paid: "已支出",
    presentValue: "现值",
    yearsText: (years, total, presentValue) => `${years}共支出${total}，现值${presentValue}。`,
  },
  columns: {
    year: "年份",
    capital: "投资",
    energy: "电费",
    staff: "人员",
    operating: "运营成本",
    residual: "残值",
    cumulative: "累计",
    presentValue: "现值",
  },
  parts: {
    hardware: "硬件",
    site: "机房",
    energy: "电费",
    colocation: "机柜托管",
    operations: "运营成本",
    maintenance: "维护",
    staff: "人员",
    software: "软件",
    residual: "残值",
  },

  parameters: {
    ...ownership.parameters,
    densePflops: "每卡稠密算力",
    tokensPerSecond: "每卡实测速度",
  },
  hints: {
    ...ownership.hints,
    densePflops: "取自规格书，不计稀疏加速，用来算每单位算力的成本。",
    tokensPerSecond: "实测每秒生成的 token，用来算每百万 token 的成本。",
  },
  choices: ownership.choices,
  outputs,
  formulas: {
    capital: { words: "硬件＋机房、供电与散热", symbols: "P = H + S" },
    hardware: {
      words: "装机卡数×（GPU＋服务器＋网络＋存储）",
      symbols: "H = I × (g + h + w + s)",
    },
    installedGpus: { words: "卡数，按整台服务器向上取整", symbols: "I = ⌈N ÷ m⌉ × m" },
    total: { words: "投资＋各年运营成本－残值", symbols: "P + Σ O − V" },
    presentValue: {
      words: "同上，以后各年的金额先贴现",
      symbols: "P + Σ O ÷ (1 + r)ʸ − V ÷ (1 + r)ⁿ",
    },
    annualCost: {
      words: "投资分摊到每年＋平准化的运营成本",
      symbols: "A = P × r ÷ (1 − (1 + r)⁻ⁿ) + O",
    },
    costPerGpuHourUsed: {
      words: "年成本÷（卡数×一年的小时数×利用率）",
      symbols: "A ÷ (N × 8,760 × u)",
    },
    costPerGpuHourAvailable: {
      words: "年成本÷（卡数×一年的小时数）",
      symbols: "A ÷ (N × 8,760)",
    },
    costPerPflopHour: { words: "实际使用的每卡时成本÷稠密算力", symbols: "c ÷ F" },
    costPerMillionTokens: {
      words: "实际使用的每卡时成本÷一小时生成的百万 token 数",
      symbols: "c ÷ (t × 3,600 ÷ 10⁶)",
    },
    energyKwhPerYear: {
      words: "装机卡数×每卡功率×PUE×小时数×负载（含空载）",
      symbols: "E = I × p × PUE × 8,760 × (i + (1 − i) × u)",
    },
    energyMwhPerYear: { words: "用电量（千瓦时）÷1,000", symbols: "E ÷ 1,000" },
    itMw: { words: "装机卡数×每卡功率", symbols: "I × p ÷ 1,000" },
    facilityMw: { words: "计算设备功率×PUE", symbols: "I × p × PUE ÷ 1,000" },
    co2TonnesPerYear: { words: "用电量×每千瓦时的碳排放", symbols: "E × k ÷ 1,000" },
  },
};
