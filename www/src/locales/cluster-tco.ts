/** Total cost of ownership. */
import { clusterTco as en } from "./en/cluster-tco.js";
import { labels } from "./labels.js";
import { outputs } from "./outputs/cluster-tco.js";
import { ownership } from "./ownership.js";
import type { Texts, Words } from "./words.js";
import { clusterTco as zh } from "./zh/cluster-tco.js";

export interface TcoText {
  readonly headlineUsed: (use: string) => string;
  readonly headlineAvailable: string;
  readonly costs: (
    years: string,
    gpus: string,
    total: string,
    presentValue: string,
    annual: string,
  ) => string;
  readonly tables: string;
  readonly largest: (part: string, share: string) => string;
  readonly partsTab: string;
  readonly yearsTab: string;
  readonly partsTitle: string;
  readonly yearsTitle: string;
  readonly cumulative: string;
  readonly presentValue: string;
  readonly partsAlternative: (parts: readonly (readonly [string, string])[]) => string;
  readonly yearsAlternative: (years: string, total: string, presentValue: string) => string;
  readonly schedule: string;
  readonly columns: Words;
  readonly parts: Words;
}

const old: Texts<TcoText> = {
  en: {
    title: "What the cluster really costs",
    parameters: {
      ...ownership.en.parameters,
      densePflops: "Dense performance of a GPU",
      tokensPerSecond: "Measured speed of a GPU",
    },
    hints: {
      ...ownership.en.hints,
    },
    outputs: outputs.en,
    choices: {
      ...ownership.en.choices,
    },
    text: {
      tables: "Parts and years",
      headlineUsed: (use) => `per GPU-hour used, at ${use} use`,
      headlineAvailable: "per GPU-hour, used or not",
      costs: (years, gpus, total, presentValue, annual) =>
        `Over ${years}, owning ${gpus} costs ${total} in all: ${presentValue} in today’s money, or ${annual} a year.`,
      largest: (part, share) => `The largest part is ${part.toLowerCase()}, with ${share}.`,
      partsTab: "Parts",
      yearsTab: "Year by year",
      partsTitle: "What the present value is made of",
      yearsTitle: "Cost so far",
      cumulative: "paid",
      presentValue: "present value",
      partsAlternative: (parts) =>
        `Parts of the present value: ${parts.map(([part, share]) => `${part} ${share}`).join(", ")}.`,
      yearsAlternative: (years, total, presentValue) =>
        `Cost over ${years}: ${total} paid in all, ${presentValue} as present value.`,
      schedule: "Year by year",
      columns: {
        year: "Year",
        capital: "Capital",
        operating: "Running",
        cumulative: "So far",
        presentValue: "Present value",
      },
      parts: {
        hardware: "Hardware",
        site: "Site",
        energy: "Electricity",
        colocation: "Colocation",
        operations: "Running cost, all-in",
        maintenance: "Maintenance",
        staff: "Staff",
        software: "Software",
      },
    },
  },
  zh: {
    title: "集群究竟要花多少钱",
    parameters: {
      ...ownership.zh.parameters,
      densePflops: "每 GPU 稠密算力",
      tokensPerSecond: "每 GPU 实测速度",
    },
    hints: {
      ...ownership.zh.hints,
    },
    outputs: outputs.zh,
    choices: {
      ...ownership.zh.choices,
    },
    text: {
      tables: "构成与逐年",
      headlineUsed: (use) => `每使用 GPU 小时的成本（使用率 ${use}）`,
      headlineAvailable: "每可用 GPU 小时的成本，无论使用与否",
      costs: (years, gpus, total, presentValue, annual) =>
        `${years}内，${gpus} 共花费 ${total}，折合现值 ${presentValue}，即每年 ${annual}。`,
      largest: (part, share) => `最大的一项是${part}，占 ${share}。`,
      partsTab: "构成",
      yearsTab: "逐年",
      partsTitle: "现值的构成",
      yearsTitle: "累计成本",
      cumulative: "已支出",
      presentValue: "现值",
      partsAlternative: (parts) =>
        `现值的构成：${parts.map(([part, share]) => `${part} ${share}`).join("，")}。`,
      yearsAlternative: (years, total, presentValue) =>
        `${years}的成本：共支出 ${total}，现值 ${presentValue}。`,
      schedule: "逐年",
      columns: {
        year: "年",
        capital: "投资",
        operating: "运行",
        cumulative: "累计",
        presentValue: "现值",
      },
      parts: {
        hardware: "硬件",
        site: "机房",
        energy: "电费",
        colocation: "机柜托管",
        operations: "运行成本（全口径）",
        maintenance: "维护",
        staff: "人员",
        software: "软件",
      },
    },
  },
};

export const texts: Texts<TcoText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
