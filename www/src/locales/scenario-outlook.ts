/** Scenarios and what they give together. */
import { scenarioOutlook as en } from "./en/scenario-outlook.js";
import { labels } from "./labels.js";
import type { Texts, Words } from "./words.js";
import { scenarioOutlook as zh } from "./zh/scenario-outlook.js";

export interface ScenarioText {
  readonly title: string;
  readonly headline: (subject: string) => string;
  readonly range: (min: string, max: string, deviation: string) => string;
  readonly notAll: string;
  readonly verdict: (verdict: string, probability: string) => string;
  readonly weights: string;
  readonly scenario: string;
  readonly probability: string;
  readonly value: string;
  readonly share: (probability: string) => string;
  readonly chartTitle: (subject: string) => string;
  readonly alternative: (rows: readonly string[], expected: string) => string;
  readonly reference: (expected: string) => string;
  /** The article's scenarios, by id. */
  readonly names: Words;
  /** What the article's scenarios are about, by preset. */
  readonly subjects: Words;
}

const old: Texts<ScenarioText> = {
  en: {
    title: "What if it turns out differently?",
    parameters: {},
    hints: {},
    outputs: {
      expected: "Expected value",
      standardDeviation: "Standard deviation",
      min: "Lowest",
      max: "Highest",
    },
    choices: {},
    text: {
      title: "Scenarios",
      headline: (subject) => `expected: ${subject}`,
      range: (min, max, deviation) =>
        `The scenarios reach from ${min} to ${max}, with a standard deviation of ${deviation}.`,
      notAll: "Not every scenario has a figure, so there is no expected value.",
      verdict: (verdict, probability) =>
        `${verdict}: cheaper with a probability of ${probability}.`,
      weights: "The probabilities are scaled so that they sum to 100%.",
      scenario: "Scenario",
      probability: "Probability",
      value: "Figure",
      share: (probability) => `probability ${probability}`,
      chartTitle: (subject) => `${subject}, by scenario`,
      alternative: (rows, expected) => `${rows.join("; ")}. Expected: ${expected}.`,
      reference: (expected) => `The line is the expected value, ${expected}.`,
      names: { optimistic: "Optimistic", base: "Base case", pessimistic: "Pessimistic" },
      subjects: {
        article: "Price of an H200",
        articleMarketValue: "Market value of its vendor",
      },
    },
  },
  zh: {
    title: "如果情况不同会怎样？",
    parameters: {},
    hints: {},
    outputs: {
      expected: "期望值",
      standardDeviation: "标准差",
      min: "最低",
      max: "最高",
    },
    choices: {},
    text: {
      title: "情景",
      headline: (subject) => `${subject}的期望值`,
      range: (min, max, deviation) => `各情景介于 ${min} 与 ${max} 之间，标准差为 ${deviation}。`,
      notAll: "并非每个情景都有数值，因此没有期望值。",
      verdict: (verdict, probability) => `${verdict}更便宜的概率为 ${probability}。`,
      weights: "各概率已按比例调整，使总和为 100%。",
      scenario: "情景",
      probability: "概率",
      value: "数值",
      share: (probability) => `概率 ${probability}`,
      chartTitle: (subject) => `各情景下的${subject}`,
      alternative: (rows, expected) => `${rows.join("；")}。期望值：${expected}。`,
      reference: (expected) => `竖线为期望值 ${expected}。`,
      names: { optimistic: "乐观", base: "基准", pessimistic: "悲观" },
      subjects: { article: "H200 价格", articleMarketValue: "厂商市值" },
    },
  },
};

export const texts: Texts<ScenarioText> = {
  en: { ...old.en, ...labels(en) },
  zh: { ...old.zh, ...labels(zh) },
};
