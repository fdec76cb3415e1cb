/** Revenue of tokens. */
import { outputs } from "./outputs/token-revenue.js";

export const tokenRevenue = {
  title: () => "What do the tokens of a model bring in?",
  /** With figures of one's own. */
  titleOwn: () => "What do your tokens bring in?",
  /** A short name, for lists and windows. */
  name: "Revenue of tokens",
  about: "Works out what a served model earns a day.",

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
    is: (value: string) => `${value} a day.`,
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
    dots: "Revenue of tokens, in equally likely futures",
  },

  chart: {
    title: "Revenue of tokens",
    moneyAxis: "Money",
    text: (...parts: readonly string[]) => `${parts.join(", ")}.`,
    table: "Revenue of tokens",
  },

  parameters: {
    tokensPerSecond: "Tokens a second at full load",
    utilization: "Load",
    pricePerMillion: "Price of a million tokens",
  },
  hints: {
    tokensPerSecond: "What the system serves when it is never idle.",
    utilization: "How much of that is asked for, on average.",
    pricePerMillion: "What customers pay for a million tokens.",
  },
  choices: {},
  outputs,
  formulas: {
    revenue: { words: "Tokens × price of a million ÷ 1,000,000", symbols: "R = T × p ÷ 10⁶" },
    tokens: { words: "Tokens a second × 86,400 × load", symbols: "T = s × 86,400 × u" },
  },
};
