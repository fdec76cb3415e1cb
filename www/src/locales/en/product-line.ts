/** What a vendor earns with a product. */
import { outputs } from "./outputs/product-line.js";

export const productLine = {
  title: () => "What does NVIDIA earn on the H200?",
  /** With figures of one's own it is no longer that chip. */
  titleOwn: () => "What would such a chip earn?",
  /** A short name, for lists and windows. */
  name: "Earnings of a chip",
  about: "Follows the money from units sold to operating profit.",

  sides: {
    positive: "profit",
    negative: "loss",
    tie: "even",
    sentence: { positive: "the chip earns money", negative: "the chip loses money" },
    wins: { positive: "the chip earns money", negative: "the chip loses money" },
    toWin: { positive: "For the chip to earn money", negative: "For the chip to lose money" },
  },

  verdict: {
    earns: (profit: string, cents: string) =>
      `${profit} a year, ${cents} on every dollar of sales.`,
    earnsShare: (profit: string, share: string) => `${profit} a year, ${share} of sales.`,
    cents: (text: string, isOne: boolean) => (isOne ? "1 cent" : `${text} cents`),
    lessThanACent: "less than a cent",
    loses: (loss: string) => `Nothing: it loses ${loss} a year.`,
    nothingSold: "Nothing: none are sold.",
    givenAway: (units: string, isOne: boolean) =>
      isOne ? "Nothing: the one chip is given away." : `Nothing: all ${units} are given away.`,
    even: "Nothing: income and cost are equal.",
    researchAlone: (research: string) => `Research still costs ${research} a year.`,
    sold: (units: string, price: string, revenue: string, isOne: boolean) =>
      isOne
        ? `One chip at ${price} brings in ${revenue}.`
        : `${units} chips at ${price} each bring in ${revenue}.`,
    kept: (gross: string, research: string) =>
      `After production costs, ${gross} is left; research costs ${research}.`,
    madeAtALoss: (gross: string) => `Making them costs ${gross} more than they bring in.`,
    share: (share: string) => `That is ${share} of its segment’s sales.`,
    needs: (units: string) => `It would earn money from ${units} chips on.`,
    between: (low: string, high: string) => `Between ${low} and ${high} a year.`,
    losesBetween: (low: string, high: string) =>
      `Nothing: it loses between ${low} and ${high} a year.`,
    eitherWay: (loss: string, profit: string) =>
      `Anything from a loss of ${loss} to a profit of ${profit}.`,
  },

  futures: {
    positive: (count: string) => `In ${count} simulated futures the chip earns money.`,
    negative: (count: string) => `In ${count} simulated futures the chip loses money.`,
    range: {
      both: (worst: string, best: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and the outcome ranges from losing ${worst} to earning ${best}.`,
      gains: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and it earns ${low} to ${high} a year.`,
      loses: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and it loses ${low} to ${high} a year.`,
    },
    above: (count: string, total: string, amount: string) =>
      `${count} of ${total} earn more than ${amount} a year.`,
    below: (count: string, total: string, amount: string) =>
      `${count} of ${total} lose more than ${amount} a year.`,
    dots: "What the chip earns a year, in equally likely futures",
  },

  chart: {
    title: "From sales to profit, a year",
    revenue: "Sales",
    costOfSales: "Making them",
    grossProfit: "Gross profit",
    research: "Research",
    operatingProfit: "Operating profit",
    operatingLoss: "Operating loss",
    text: (revenue: string, cost: string, research: string, profit: string) =>
      `Sales of ${revenue}, less ${cost} to make them and ${research} for research: ${profit}.`,
    table: "From sales to profit",
  },

  parameters: {
    units: "Chips sold a year",
    averageSellingPrice: "Average price of a chip",
    grossMargin: "Gross margin",
    research: "Research, a year",
    segmentRevenue: "Sales of the whole segment",
  },
  hints: {
    units: "All chips of this line in one year.",
    averageSellingPrice: "What the maker gets for one, on average.",
    grossMargin: "What is left of each dollar after making the chip. Below zero if it costs more.",
    research: "The part of research and development that this line has to bear.",
    segmentRevenue: "For comparison: what the maker’s whole business of this kind sells.",
  },
  choices: {},
  outputs,
  formulas: {
    revenue: { words: "Chips sold × average price", symbols: "R = N × p" },
    grossProfit: { words: "Sales × gross margin", symbols: "G = R × m" },
    operatingProfit: { words: "Gross profit − research", symbols: "G − F" },
    operatingMargin: { words: "Operating profit ÷ sales", symbols: "(G − F) ÷ R" },
    segmentShare: { words: "Sales ÷ sales of the segment", symbols: "R ÷ S" },
  },
};
