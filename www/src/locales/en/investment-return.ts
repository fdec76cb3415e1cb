/** What an investment returns. */
import { outputs } from "./outputs/investment-return.js";

export const investmentReturn = {
  title: (investment: string) => `Is ${investment} well spent?`,
  /** A short name, for lists and windows. */
  name: "Return on an investment",
  about: "Weighs money spent once against the benefits of the years that follow.",

  sides: {
    positive: "pays",
    negative: "loses",
    tie: "even",
    sentence: { positive: "the plan pays", negative: "the plan loses money" },
    wins: { positive: "the plan pays", negative: "the plan loses money" },
    toWin: { positive: "For the plan to pay", negative: "For the plan to lose money" },
  },

  verdict: {
    yes: "Yes, if the benefits come.",
    no: "No.",
    even: "It breaks even.",
    back: (time: string) => `The money is back in ${time}.`,
    backTooLate: (time: string) => `The money is back only after ${time}.`,
    /** Where the cash comes back, but not with interest. */
    backInCash: (time: string, rate: string) =>
      `In cash the money is back in ${time}; with interest at ${rate} it is not.`,
    notBack: (years: string) => `The money does not come back within ${years}.`,
    backAtEnd: "The money comes back only with what is left at the end.",
    backLost: (time: string, lost: string) =>
      `The money is back in ${time}, but lost again after ${lost}.`,
    worth: (years: string, value: string) =>
      `Over ${years} the plan is worth ${value} more than it costs, in today’s money.`,
    loses: (years: string, value: string) =>
      `Over ${years} the plan costs ${value} more than it is worth, in today’s money.`,
    evenOut: (years: string) => `Over ${years} the plan is worth just what it costs.`,
    noIncome: "No year brings in anything.",
    noBenefit: "Running it costs as much as it brings in, or more.",
    irr: (irr: string, rate: string) =>
      `Its internal rate of return is ${irr} a year; the money costs ${rate} a year.`,
    irrs: (rates: string) =>
      `It has no single internal rate of return: ${rates} a year would each balance it.`,
    noIrr: {
      flowsOfOneSign: "It has no internal rate of return, because money flows one way only.",
      noRate: "No rate of return balances its payments.",
    },
    rate: (rate: string) => `Later money is discounted by ${rate} a year.`,
    between: (low: string, high: string, years: string) =>
      `Over ${years} the plan is worth between ${low} and ${high} more than it costs.`,
    losesBetween: (low: string, high: string, years: string) =>
      `Over ${years} the plan costs between ${low} and ${high} more than it is worth.`,
    eitherWay: (loss: string, gain: string, years: string) =>
      `Over ${years} the plan could lose ${loss} or gain ${gain}.`,
    dependsOn: "It depends.",
  },

  futures: {
    positive: (count: string) => `In ${count} simulated futures the plan pays.`,
    negative: (count: string) => `In ${count} simulated futures the plan loses money.`,
    range: {
      both: (worst: string, best: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and the outcome ranges from losing ${worst} to gaining ${best}.`,
      gains: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and it gains ${low} to ${high}.`,
      loses: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and it loses ${low} to ${high}.`,
    },
    above: (count: string, total: string, amount: string) =>
      `${count} of ${total} gain more than ${amount}.`,
    below: (count: string, total: string, amount: string) =>
      `${count} of ${total} lose more than ${amount}.`,
    dots: "What the plan gains in today’s money, in equally likely futures",
  },

  chart: {
    title: "Money back so far, less the investment",
    cumulative: "in cash",
    presentValue: "in today’s money",
    mark: (time: string) => `back in ${time}`,
    text: (years: string, end: string, value: string) =>
      `After ${years} the plan stands at ${end} in cash, or ${value} in today’s money.`,
    table: "Year by year",
  },
  columns: {
    year: "Year",
    investment: "Investment",
    residual: "Left at the end",
    benefit: "Benefit",
    cost: "Running cost",
    net: "Net",
    cumulative: "So far",
    presentValue: "In today’s money",
  },

  parameters: {
    investment: "Investment",
    annualBenefit: "Benefit a year",
    benefitGrowth: "Yearly rise in the benefit",
    annualCost: "Running cost a year",
    delayMonths: "Months until it works",
    years: "Years counted",
    discountRate: "Discount rate",
    residual: "Left at the end",
    timing: "When money comes in and goes out",
  },
  hints: {
    investment: "Paid once, at the start.",
    annualBenefit: "What it brings in, or saves, in the first full year.",
    benefitGrowth: "From the second year on. Below zero the benefit shrinks.",
    annualCost: "What it costs to run for a year.",
    delayMonths: "Costs begin at once, benefits only after this.",
    years: "Benefits after these years do not count.",
    discountRate: "What money costs you a year: a dollar next year counts for less than one today.",
    residual: "What it still fetches. Below zero if clearing it away costs money.",
    timing: "The earlier in the year, the more it counts.",
  },
  choices: {
    timing: {
      end: "at the end of the year",
      mid: "in mid-year",
      begin: "at the start of the year",
    },
  },
  outputs,
  formulas: {
    npv: {
      words: "All benefits less all costs in today’s money − investment",
      symbols: "Σ (B − C) ÷ (1 + r)ʸ + V ÷ (1 + r)ⁿ − I",
    },
    irr: {
      words: "The discount rate at which the net present value is zero",
      symbols: "NPV(r) = 0",
    },
    paybackMonths: {
      words: "First month in which benefits less costs cover the investment",
      symbols: "Σ (B − C) ≥ I",
    },
    discountedPaybackMonths: {
      words: "The same, with each year’s money discounted",
      symbols: "Σ (B − C) ÷ (1 + r)ʸ ≥ I",
    },
    simpleAnnualReturn: {
      words: "(Benefit a year − running cost a year) ÷ investment",
      symbols: "(B − C) ÷ I",
    },
    profitabilityIndex: {
      words: "(Net present value + investment) ÷ investment",
      symbols: "(NPV + I) ÷ I",
    },
  },
};
