/** Scenarios and what they give together. */
export const scenarioOutlook = {
  title: () => "What if it turns out differently?",
  /** The questions of the article's own scenarios. */
  titles: {
    article: "What will an H200 cost?",
    articleMarketValue: "How much will NVIDIA be worth?",
  },
  /** A short name, for lists and windows. */
  name: "Scenarios",
  about: "Weighs several futures by how likely each one is.",

  verdict: {
    /** Leads: of the article's own scenarios, and of anything else. */
    article: (value: string) =>
      `By a news article’s probabilities, an H200 will cost ${value} on average.`,
    articleChanged: (value: string) =>
      `By your probabilities, an H200 will cost ${value} on average.`,
    articleMarketValue: (value: string) =>
      `By a news article’s probabilities, NVIDIA will be worth ${value} on average.`,
    articleMarketValueChanged: (value: string) =>
      `By your probabilities, NVIDIA will be worth ${value} on average.`,
    other: (subject: string, value: string) => `${subject}: ${value} on average.`,
    noAverage: "There is no average.",
    range: (min: string, minOdds: string, max: string, maxOdds: string) =>
      `It ranges from ${min}, with a probability of ${minOdds}, ` +
      `to ${max}, with a probability of ${maxOdds}.`,
    all: (value: string) => `Every scenario comes to ${value}.`,
    notAll: "At least one scenario has no figure, so an average would mislead.",
    verdictOdds: {
      own: (odds: string) => `Owning is cheaper with a probability of ${odds}.`,
      rent: (odds: string) => `Renting is cheaper with a probability of ${odds}.`,
      tie: (odds: string) => `It is a toss-up with a probability of ${odds}.`,
    },
    deviation: (value: string) =>
      `The scenarios scatter around the average by a standard deviation of ${value}.`,
    weights: (sum: string) => `The probabilities add up to ${sum}; they are scaled to 100%.`,
  },

  chart: {
    title: (subject: string) => `${subject}, by scenario`,
    reference: (value: string) => `average ${value}`,
    /** Of probabilities that do not add up to 100%: what the field says, and what it comes to. */
    counted: (given: string, weight: string) => `${given}, counted as ${weight}`,
    /** The same beside the field. */
    countsAs: (weight: string) => `counts as ${weight}`,
    text: (rows: string, expected: string) => `${rows}. Average: ${expected}.`,
    table: "Scenarios",
  },
  scenario: "Scenario",
  probabilityOf: (name: string) => `Probability: ${name}`,
  valueOf: (name: string, subject: string) => `${subject}: ${name}`,
  /** The article's scenarios, by id. */
  names: { optimistic: "Optimistic", base: "Base case", pessimistic: "Pessimistic" },
  /** What the article's scenarios are about, by preset. */
  subjects: { article: "Price of an H200", articleMarketValue: "Market value of NVIDIA" },

  parameters: {
    calculator: "Calculator",
    output: "Result",
    scenarios: "Scenarios",
    probability: "Probability",
    value: "Outcome",
    normalize: "Scale the probabilities to 100%",
  },
  hints: {},
  choices: {
    calculator: {
      clusterTco: "Cost of owning",
      cloudBreakEven: "Own or rent",
      investmentReturn: "Investment",
      productLine: "Earnings of a chip",
    },
  },
  outputs: {
    expected: "Average",
    standardDeviation: "Standard deviation",
    min: "Lowest",
    max: "Highest",
  },
  formulas: {
    expected: { words: "Each figure × its probability, added up", symbols: "μ = Σ w × v" },
    standardDeviation: {
      words: "Root of the average squared distance from the average",
      symbols: "√(Σ w × (v − μ)²)",
    },
    min: { words: "The lowest of the figures", symbols: "min v" },
    max: { words: "The highest of the figures", symbols: "max v" },
  },
};
