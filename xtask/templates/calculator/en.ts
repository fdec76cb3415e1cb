/** __Title__. */
import { outputs } from "./outputs/__kebab__.js";

export const __camel__ = {
  title: () => "__Title__?",
  /** With figures of one's own. */
  titleOwn: () => "__Title__?",
  /** A short name, for lists and windows. */
  name: "__Title__",
  about: "Says in a sentence what it works out.",

  sides: {
    positive: "gain",
    negative: "loss",
    tie: "even",
    sentence: { positive: "it pays", negative: "it does not pay" },
    below: {
      positive: (value: string) => `It pays below ${value}.`,
      negative: (value: string) => `It does not pay below ${value}.`,
    },
    wins: { positive: "it pays", negative: "it does not pay" },
    toWin: { positive: "For it to pay", negative: "For it not to pay" },
  },

  verdict: {
    is: (value: string) => `${value}.`,
    none: "There is no answer to these figures.",
    between: (low: string, high: string) => `Between ${low} and ${high}.`,
  },

  futures: {
    positive: (count: string) => `In ${count} simulated futures it pays.`,
    negative: (count: string) => `In ${count} simulated futures it does not pay.`,
    range: {
      both: (worst: string, best: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and it ranges from a loss of ${worst} to a gain of ${best}.`,
      gains: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and it is ${low} to ${high}.`,
      loses: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and it loses ${low} to ${high}.`,
    },
    above: (count: string, total: string, amount: string) =>
      `${count} of ${total} are more than ${amount}.`,
    below: (count: string, total: string, amount: string) =>
      `${count} of ${total} are less than ${amount}.`,
    dots: "__Title__, in equally likely futures",
  },

  chart: {
    title: "__Title__",
    moneyAxis: "Money",
    text: (...parts: readonly string[]) => `${parts.join(", ")}.`,
    table: "__Title__",
  },

  parameters: { quantity: "How many", unitPrice: "Price of one" },
  hints: { quantity: "How many there are.", unitPrice: "What one of them costs." },
  choices: {},
  outputs,
  formulas: {
    total: { words: "How many × price of one", symbols: "T = n × p" },
  },
};
