/** Chips against each other. */
import { pricePerformance as en } from "./en/price-performance.js";
import { labels } from "./labels.js";
import type { Texts, Words } from "./words.js";
import { pricePerformance as zh } from "./zh/price-performance.js";

/** One text for each thing performance is set against. */
type ByBasis<T> = Readonly<Record<"price" | "power" | "priceAndEnergy", T>>;

export interface PerformanceText {
  readonly headline: ByBasis<(chip: string, baseline: string, unit: string) => string>;
  readonly headlineBest: (unit: string, chip: string) => string;
  readonly best: ByBasis<(chip: string, cost: string) => string>;
  readonly against: (
    cost: string,
    difference: string,
    baseline: string,
    baselineCost: string,
  ) => string;
  readonly next: (chip: string, cost: string, more: string) => string;
  readonly less: (fraction: string) => string;
  readonly more: (fraction: string) => string;
  readonly timesAsMuch: (times: string) => string;
  readonly same: string;
  readonly noBaseline: (baseline: string) => string;
  readonly noRows: string;
  readonly noFigure: string;
  readonly costPer: (cost: string, unit: string) => string;
  /** Units behind "per", where they differ. */
  readonly units: Words;
  readonly chartTitle: (metric: string) => string;
  readonly chartTitleCost: (metric: string) => string;
  readonly alternative: (rows: readonly (readonly [string, string])[]) => string;
  readonly prices: string;
  readonly pricesNote: string;
  readonly priceOf: (chip: string) => string;
  readonly mixed: string;
  readonly defaults: string;
  readonly articlePreset: string;
  readonly columns: Words;
  readonly baselineMark: string;
  readonly missing: (reason: string, names: string) => string;
  readonly unitOf: (unit: string, metric: string) => string;
  readonly mixedShort: string;
  readonly sparsity: Words;
  readonly statuses: Words;
  readonly gaps: Words;
}

const old: Texts<PerformanceText> = {
  en: {
    title: "What a unit of performance costs",
    parameters: {
      metric: "Measure",
      basis: "Set against",
      baseline: "Compared with",
      chips: "Chips",
      price: "Price",
      powerW: "Power",
      performance: "Performance",
      sparsity: "Sparsity",
    },
    hints: {},
    outputs: {},
    choices: {
      basis: { price: "Price", power: "Power", priceAndEnergy: "Price and energy" },
      metric: {
        memoryGb: "Memory",
        bandwidthTbs: "Memory bandwidth",
        interconnectGbs: "Link bandwidth",
        fp64Dense: "FP64",
        fp64MatrixDense: "FP64, matrix units",
        tf32Dense: "TF32, dense",
        tf32Sparse: "TF32, sparse",
        bf16Dense: "BF16, dense",
        bf16Sparse: "BF16, sparse",
        fp8Dense: "FP8, dense",
        fp8Sparse: "FP8, sparse",
        fp4Dense: "FP4, dense",
        int8Dense: "INT8, dense",
        int8Sparse: "INT8, sparse",
        llama2_70bOfflineV41: "Llama 2 70B offline, MLPerf 4.1",
        llama2_70bServerV41: "Llama 2 70B server, MLPerf 4.1",
        llama2_70b999OfflineV41: "Llama 2 70B 99.9% offline, MLPerf 4.1",
        llama2_70b999ServerV41: "Llama 2 70B 99.9% server, MLPerf 4.1",
        mixtral8x7bOfflineV41: "Mixtral 8x7B offline, MLPerf 4.1",
        mixtral8x7bServerV41: "Mixtral 8x7B server, MLPerf 4.1",
        llama2_70bOfflineV60: "Llama 2 70B offline, MLPerf 6.0",
        llama2_70bServerV60: "Llama 2 70B server, MLPerf 6.0",
        llama2_70b999OfflineV60: "Llama 2 70B 99.9% offline, MLPerf 6.0",
        llama2_70b999ServerV60: "Llama 2 70B 99.9% server, MLPerf 6.0",
        llama3_1_8bOfflineV60: "Llama 3.1 8B offline, MLPerf 6.0",
        llama3_1_8bServerV60: "Llama 3.1 8B server, MLPerf 6.0",
        llama3_1_405bOfflineV60: "Llama 3.1 405B offline, MLPerf 6.0",
        llama3_1_405bServerV60: "Llama 3.1 405B server, MLPerf 6.0",
        gptOss120bOfflineV60: "gpt-oss 120B offline, MLPerf 6.0",
        gptOss120bServerV60: "gpt-oss 120B server, MLPerf 6.0",
        deepseekR1OfflineV60: "DeepSeek R1 offline, MLPerf 6.0",
        deepseekR1ServerV60: "DeepSeek R1 server, MLPerf 6.0",
        mixtral8x7bOfflineV60: "Mixtral 8x7B offline, MLPerf 6.0",
        mixtral8x7bServerV60: "Mixtral 8x7B server, MLPerf 6.0",
      },
    },
    text: {
      headline: {
        price: (chip, baseline, unit) => `less per ${unit}: ${chip} against ${baseline}`,
        power: (chip, baseline, unit) => `less power per ${unit}: ${chip} against ${baseline}`,
        priceAndEnergy: (chip, baseline, unit) => `less per ${unit}: ${chip} against ${baseline}`,
      },
      headlineBest: (unit, chip) => `per ${unit} with ${chip}: nothing here is cheaper`,
      best: {
        price: (chip, cost) => `${chip} gives the most for the money: ${cost}.`,
        power: (chip, cost) => `${chip} gives the most for its power: ${cost}.`,
        priceAndEnergy: (chip, cost) => `${chip} gives the most for price and energy: ${cost}.`,
      },
      against: (cost, difference, baseline, baselineCost) =>
        `${cost}, ${difference} than ${baseline} at ${baselineCost}`,
      next: (chip, cost, more) => `${chip} comes to ${cost}, ${more}.`,
      less: (fraction) => `${fraction} less`,
      more: (fraction) => `${fraction} more`,
      timesAsMuch: (times) => `${times} times as much`,
      same: "the same",
      noBaseline: (baseline) =>
        `${baseline} has no figure for this, so there is no index: choose another chip to compare with.`,
      noRows: "No chip in the list has a figure for this.",
      noFigure: "No figure",
      costPer: (cost, unit) => `${cost} per ${unit}`,
      units: { "tokens/s": "token/s" },
      chartTitle: (metric) => `${metric}: cost against the chip compared with, lower is better`,
      chartTitleCost: (metric) => `${metric}: cost of a unit, lower is better`,
      alternative: (rows) => rows.map(([name, text]) => `${name}: ${text}`).join("; "),
      prices: "Prices used",
      pricesNote: "Change a price to see what it would take.",
      priceOf: (chip) => `Price of ${chip}`,
      mixed: "Mixes dense and sparse figures, as the article does: the chips do not compare.",
      defaults: "Catalogue",
      articlePreset: "A news article of November 2024",
      columns: {
        name: "Chip",
        index: "Index",
        costPerUnit: "Cost per unit",
        performance: "Performance",
        price: "Price",
        priceToMatch: "Price to match",
      },
      baselineMark: "baseline",
      missing: (reason, names) => `${reason[0]?.toUpperCase()}${reason.slice(1)}: ${names}.`,
      unitOf: (unit, metric) => `${unit} (${metric})`,
      mixedShort: "FP8, dense and sparse mixed",
      sparsity: { dense: "dense", sparse: "sparse" },
      statuses: {
        measured: "measured",
        published: "published",
        estimated: "estimated",
        article: "article",
        own: "your own",
      },
      gaps: { noFigure: "no figure", noPrice: "no price", noPower: "no power figure" },
    },
  },
  zh: {
    title: "每单位性能的价格",
    parameters: {
      metric: "性能指标",
      basis: "对比依据",
      baseline: "对比基准",
      chips: "芯片",
      price: "价格",
      powerW: "功率",
      performance: "性能",
      sparsity: "稀疏性",
    },
    hints: {},
    outputs: {},
    choices: {
      basis: { price: "价格", power: "功率", priceAndEnergy: "价格与电费" },
      metric: {
        memoryGb: "显存容量",
        bandwidthTbs: "显存带宽",
        interconnectGbs: "互联带宽",
        fp64Dense: "FP64",
        fp64MatrixDense: "FP64 矩阵",
        tf32Dense: "TF32 稠密",
        tf32Sparse: "TF32 稀疏",
        bf16Dense: "BF16 稠密",
        bf16Sparse: "BF16 稀疏",
        fp8Dense: "FP8 稠密",
        fp8Sparse: "FP8 稀疏",
        fp4Dense: "FP4 稠密",
        int8Dense: "INT8 稠密",
        int8Sparse: "INT8 稀疏",
        llama2_70bOfflineV41: "Llama 2 70B 离线，MLPerf 4.1",
        llama2_70bServerV41: "Llama 2 70B 在线，MLPerf 4.1",
        llama2_70b999OfflineV41: "Llama 2 70B 99.9% 离线，MLPerf 4.1",
        llama2_70b999ServerV41: "Llama 2 70B 99.9% 在线，MLPerf 4.1",
        mixtral8x7bOfflineV41: "Mixtral 8x7B 离线，MLPerf 4.1",
        mixtral8x7bServerV41: "Mixtral 8x7B 在线，MLPerf 4.1",
        llama2_70bOfflineV60: "Llama 2 70B 离线，MLPerf 6.0",
        llama2_70bServerV60: "Llama 2 70B 在线，MLPerf 6.0",
        llama2_70b999OfflineV60: "Llama 2 70B 99.9% 离线，MLPerf 6.0",
        llama2_70b999ServerV60: "Llama 2 70B 99.9% 在线，MLPerf 6.0",
        llama3_1_8bOfflineV60: "Llama 3.1 8B 离线，MLPerf 6.0",
        llama3_1_8bServerV60: "Llama 3.1 8B 在线，MLPerf 6.0",
        llama3_1_405bOfflineV60: "Llama 3.1 405B 离线，MLPerf 6.0",
        llama3_1_405bServerV60: "Llama 3.1 405B 在线，MLPerf 6.0",
        gptOss120bOfflineV60: "gpt-oss 120B 离线，MLPerf 6.0",
        gptOss120bServerV60: "gpt-oss 120B 在线，MLPerf 6.0",
        deepseekR1OfflineV60: "DeepSeek R1 离线，MLPerf 6.0",
        deepseekR1ServerV60: "DeepSeek R1 在线，MLPerf 6.0",
        mixtral8x7bOfflineV60: "Mixtral 8x7B 离线，MLPerf 6.0",
        mixtral8x7bServerV60: "Mixtral 8x7B 在线，MLPerf 6.0",
      },
    },
    text: {
      headline: {
        price: (chip, baseline, unit) => `更低：${chip} 与 ${baseline} 相比，每 ${unit}的价格`,
        power: (chip, baseline, unit) => `更低：${chip} 与 ${baseline} 相比，每 ${unit}的功率`,
        priceAndEnergy: (chip, baseline, unit) =>
          `更低：${chip} 与 ${baseline} 相比，每 ${unit}的价格加电费`,
      },
      headlineBest: (unit, chip) => `${chip} 每 ${unit}的成本，列表中最低`,
      best: {
        price: (chip, cost) => `按价格，${chip} 最划算：${cost}。`,
        power: (chip, cost) => `按功率，${chip} 最划算：${cost}。`,
        priceAndEnergy: (chip, cost) => `按价格加电费，${chip} 最划算：${cost}。`,
      },
      against: (cost, difference, baseline, baselineCost) =>
        `${cost}，比 ${baseline}（${baselineCost}）${difference}`,
      next: (chip, cost, more) => `${chip} 为${cost}，${more}。`,
      less: (fraction) => `低 ${fraction}`,
      more: (fraction) => `高 ${fraction}`,
      timesAsMuch: (times) => `为其 ${times} 倍`,
      same: "相同",
      noBaseline: (baseline) => `${baseline} 没有这项数据，无法计算指数，请另选对比基准。`,
      noRows: "列表中的芯片都没有这项数据。",
      noFigure: "无数据",
      costPer: (cost, unit) => `每 ${unit} ${cost}`,
      units: { "tokens/s": "token/秒" },
      chartTitle: (metric) => `${metric}：相对于对比基准的成本，越低越好`,
      chartTitleCost: (metric) => `${metric}：单位成本，越低越好`,
      alternative: (rows) => rows.map(([name, text]) => `${name}：${text}`).join("；"),
      prices: "所用价格",
      pricesNote: "修改价格，看看结果如何变化。",
      priceOf: (chip) => `${chip} 的价格`,
      mixed: "与原文一样混用了稠密与稀疏算力，芯片之间并不可比。",
      defaults: "目录数据",
      articlePreset: "2024 年 11 月的一篇报道",
      columns: {
        name: "芯片",
        index: "指数",
        costPerUnit: "单位成本",
        performance: "性能",
        price: "价格",
        priceToMatch: "持平价格",
      },
      baselineMark: "基准",
      missing: (reason, names) => `${reason}：${names}。`,
      unitOf: (unit, metric) => `${unit}（${metric}）`,
      mixedShort: "FP8，稠密与稀疏混用",
      sparsity: { dense: "稠密", sparse: "稀疏" },
      statuses: {
        measured: "实测",
        published: "公布",
        estimated: "估算",
        article: "原文",
        own: "自填",
      },
      gaps: { noFigure: "无数据", noPrice: "无价格", noPower: "无功率数据" },
    },
  },
};

export const texts: Texts<PerformanceText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
