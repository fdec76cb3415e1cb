/** What stands over and under figures that are of a day. */
import type { Language } from "../i18n.js";

interface Words {
  /** Over the results that are told. */
  readonly results: string;
  readonly foot: (day: string, version: string) => string;
  /** After an answer whose figures stay as they are. */
  readonly asOf: (day: string) => string;
  /** What such figures are called, after the publisher's own name for them. */
  readonly frozen: (day: string, label: string) => string;
  readonly sources: (publishers: string) => string;
  /** A result after its name. */
  readonly labelled: (name: string, value: string) => string;
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    results: "The main results",
    foot: (day, version) => `Figures as of ${day}, computed by chip-calculators ${version}.`,
    asOf: (day) => `Figures as of ${day}.`,
    frozen: (day, label) => (label === "" ? `as of ${day}` : `${label}, as of ${day}`),
    sources: (publishers) => `Sources of the starting figures: ${publishers}.`,
    labelled: (name, value) => `${name}: ${value}`,
  },
  zh: {
    results: "主要结果",
    foot: (day, version) => `数据截至 ${day}，由 chip-calculators ${version} 计算。`,
    asOf: (day) => `数据截至 ${day}。`,
    frozen: (day, label) => (label === "" ? `截至 ${day}` : `${label}，截至 ${day}`),
    sources: (publishers) => `初始数据来源：${publishers}。`,
    labelled: (name, value) => `${name}：${value}`,
  },
};
