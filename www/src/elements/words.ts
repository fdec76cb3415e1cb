/** What the frame says, whatever it frames. */
import type { CalculatorName } from "../generated/metadata.js";
import type { Language } from "../i18n.js";

export interface FrameWords {
  readonly assumptions: (count: number) => string;
  readonly controls: string;
  readonly figures: string;
  readonly share: string;
  readonly copied: string;
  readonly undo: string;
  readonly redo: string;
  readonly reset: string;
  readonly resetOne: (value: string) => string;
  readonly changed: string;
  readonly asBefore: string;
  readonly correct: string;
  readonly about: (label: string) => string;
  readonly ownFigure: string;
  readonly printed: (date: string) => string;
  readonly ends: (low: string, high: string) => string;
  readonly flips: (below: string, value: string, above: string) => string;
  readonly always: (side: string) => string;
  /** What is meant of a text that could be two numbers. */
  readonly meant: string;
}

/** The two sides of a deciding output: where it is positive, and where it is negative. */
export interface Sides {
  readonly positive: string;
  readonly negative: string;
  /** The same in a sentence: "owning is cheaper". */
  readonly sentence: { readonly positive: string; readonly negative: string };
}

export const frameWords: Readonly<Record<Language, FrameWords>> = {
  en: {
    assumptions: (count) => (count === 1 ? "1 assumption" : `All ${count} assumptions`),
    controls: "What you can change",
    figures: "Figures",
    share: "Share",
    copied: "Link copied",
    undo: "Undo",
    redo: "Redo",
    reset: "Reset",
    resetOne: (value) => `Back to ${value}`,
    changed: "With your changes",
    asBefore: "This is the answer as before. To go on, correct:",
    correct: "Correct",
    about: (label) => `About: ${label}`,
    ownFigure: "Your own figure",
    printed: (date) => `Printed on ${date}`,
    ends: (low, high) => `from ${low} to ${high}`,
    flips: (below, value, above) => `Below ${value} ${below}; above it ${above}.`,
    always: (side) => `All along, ${side}.`,
    meant: "Did you mean",
  },
  zh: {
    assumptions: (count) => `全部 ${count} 项假设`,
    controls: "可以改动的数字",
    figures: "数据",
    share: "分享",
    copied: "链接已复制",
    undo: "撤销",
    redo: "重做",
    reset: "重置",
    resetOne: (value) => `改回 ${value}`,
    changed: "按你改动后的数字",
    asBefore: "这是改动前的结果。请先更正：",
    correct: "更正",
    about: (label) => `说明：${label}`,
    ownFigure: "你自己的数字",
    printed: (date) => `打印于 ${date}`,
    ends: (low, high) => `从 ${low} 到 ${high}`,
    flips: (below, value, above) => `低于 ${value}，${below}；高于它，${above}。`,
    always: (side) => `在整个范围内，${side}。`,
    meant: "你是指",
  },
};

export const sides: Readonly<Record<Language, Partial<Record<CalculatorName, Sides>>>> = {
  en: {
    cloudBreakEven: {
      positive: "own",
      negative: "rent",
      sentence: { positive: "owning is cheaper", negative: "renting is cheaper" },
    },
    investmentReturn: {
      positive: "pays",
      negative: "loses",
      sentence: { positive: "the money is well spent", negative: "money is lost" },
    },
    productLine: {
      positive: "profit",
      negative: "loss",
      sentence: { positive: "the chip earns money", negative: "it loses money" },
    },
  },
  zh: {
    cloudBreakEven: {
      positive: "买",
      negative: "租",
      sentence: { positive: "买更便宜", negative: "租更便宜" },
    },
    investmentReturn: {
      positive: "划算",
      negative: "亏损",
      sentence: { positive: "这笔钱花得值", negative: "这笔钱会亏" },
    },
    productLine: {
      positive: "盈利",
      negative: "亏损",
      sentence: { positive: "这款芯片赚钱", negative: "这款芯片亏钱" },
    },
  },
};
