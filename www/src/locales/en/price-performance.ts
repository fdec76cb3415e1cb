/** Chips against each other. */

export const pricePerformance = {
  /** The question, by what is measured and what it is set against. */
  title: {
    price: {
      speed: "Which chip computes most for the money?",
      tokens: "Which chip writes most tokens for the money?",
      memory: "Which chip has the most memory for the money?",
      bandwidth: "Which chip moves most data for the money?",
    },
    power: {
      speed: "Which chip computes most per watt?",
      tokens: "Which chip writes most tokens per watt?",
      memory: "Which chip has the most memory per watt?",
      bandwidth: "Which chip moves most data for its power?",
    },
    priceAndEnergy: {
      speed: "Which chip computes most, power bill included?",
      tokens: "Which chip writes most tokens, power bill included?",
      memory: "Which chip has the most memory, power bill included?",
      bandwidth: "Which chip moves most data, power bill included?",
    },
  },
  /** A short name, for lists and windows. */
  name: "Chips compared",
  about: "Compares AI chips by what a unit of their performance costs.",

  verdict: {
    /** The best chip against the one compared with. */
    against: {
      price: (chip: string, times: string, baseline: string) =>
        `The ${chip}: ${times} as much per dollar as the ${baseline}.`,
      power: (chip: string, times: string, baseline: string) =>
        `The ${chip}: ${times} as much per watt as the ${baseline}.`,
      priceAndEnergy: (chip: string, times: string, baseline: string) =>
        `The ${chip}: ${times} as much per dollar as the ${baseline}.`,
    },
    /** The same where it is no more than a few per cent. */
    slightly: {
      price: (chip: string, share: string, baseline: string) =>
        `The ${chip}: ${share} more per dollar than the ${baseline}.`,
      power: (chip: string, share: string, baseline: string) =>
        `The ${chip}: ${share} more per watt than the ${baseline}.`,
      priceAndEnergy: (chip: string, share: string, baseline: string) =>
        `The ${chip}: ${share} more per dollar than the ${baseline}.`,
    },
    best: {
      price: (chip: string) => `The ${chip}: nothing here gives more per dollar.`,
      power: (chip: string) => `The ${chip}: nothing here gives more per watt.`,
      priceAndEnergy: (chip: string) => `The ${chip}: nothing here gives more per dollar.`,
    },
    tie: (chip: string, other: string) => `A toss-up between the ${chip} and the ${other}.`,
    costs: (cost: string, other: string, unit: string) => `${cost} against ${other} per ${unit}.`,
    costsAlone: (cost: string, unit: string) => `It costs ${cost} per ${unit}.`,
    second: (chip: string, cost: string) => `Next comes the ${chip} at ${cost}.`,
    match: (chip: string, price: string) => `The ${chip} would match it at a price of ${price}.`,
    lacking: (count: string) => `No such figure for ${count} chips.`,
    prices: "Prices are the catalogue’s.",
    pricesChanged: "Prices include yours.",
    pricesGiven: "Prices include this page’s own.",
    estimated: (chip: string) => `The ${chip}’s is an estimate.`,
    energy: (years: string, price: string) =>
      `Electricity for ${years} is included, at ${price} per kWh.`,
    noBaseline: (chip: string) =>
      `The ${chip} has no figure for this, so nothing can be set against it.`,
    alone: (chip: string) => `Only the ${chip} is compared here.`,
    onlyOne: (chip: string) => `Only the ${chip} has a figure for this.`,
    none: "No chip here has a figure for this.",
    noneMore: "Choose another measure, or enter a price of your own.",
    mixed: "Beware: dense and sparse figures are mixed here, as they were in a news article.",
    mixedMore: "A sparse figure can be twice the dense one, so the order may be wrong.",
  },
  /** A figure's unit after "per", by the result's unit. */
  units: {
    TFLOPS: "teraFLOPS",
    TOPS: "trillion operations a second",
    GB: "gigabyte of memory",
    "TB/s": "terabyte a second",
    "GB/s": "gigabyte a second",
    "tokens/s": "token a second",
    "token/s": "token a second",
  } as Readonly<Record<string, string>>,
  /** "teraFLOPS of dense FP8", from the unit and the measure's name. */
  unitOf: (unit: string, metric: string): string => {
    const [name = "", kind = ""] = metric.split(", ");
    if (kind === "dense" || kind === "sparse") return `${unit} of ${kind} ${name}`;
    return /^(?:FP|INT|TF|BF)\d/.test(metric) ? `${unit} of ${metric}` : `${unit} in ${metric}`;
  },
  /** An amount of it, in a table. */
  measured: (amount: string, unit: string) => `${amount} ${unit}`,
  plainUnit: (unit: string) => unit,
  watts: (amount: string) => `${amount} W`,
  costPer: (cost: string, unit: string) => `${cost} per ${unit}`,
  mixedMetric: "FP8, dense and sparse mixed",

  chart: {
    title: (metric: string, baseline: string) => `${metric}: cost against the ${baseline}`,
    titleCost: (metric: string) => `${metric}: cost of a unit`,
    baseline: "(the reference)",
    table: "Chips compared",
  },
  columns: {
    name: "Chip",
    index: "Against the one compared with",
    costPerUnit: "Cost of a unit",
    performance: "Performance",
    price: "Price",
    power: "Power",
    priceToMatch: "Price to match",
  },
  prices: "Prices",
  priceOf: (chip: string) => `Price of the ${chip}`,
  missing: {
    noFigure: (names: string) => `No figure: ${names}.`,
    noPrice: (names: string) => `No price: ${names}.`,
    noPower: (names: string) => `No power figure: ${names}.`,
  },
  catalogue: "from the catalogue",

  parameters: {
    metric: "Measure",
    basis: "Set against",
    baseline: "Compared with",
    chips: "Chips",
    price: "Price",
    powerW: "Power",
    performance: "Performance",
    sparsity: "Sparsity",
    years: "Years of electricity",
    electricityPrice: "Electricity price",
    pue: "PUE",
    idlePowerFraction: "Power when idle",
    utilization: "Utilization",
  },
  hints: {
    metric: "What counts as performance. Dense and sparse figures do not compare.",
    basis: "The cost that performance is set against.",
    years: "Electricity for these years is added to the price.",
    electricityPrice: "What a kilowatt-hour costs.",
    pue: "Power usage effectiveness: what the site draws for every watt the computers draw.",
    idlePowerFraction: "What an idle chip still draws, as a share of full load.",
    utilization: "The share of the year in which the chip is busy.",
  },
  choices: {
    basis: { price: "price", power: "power", priceAndEnergy: "price and electricity" },
    sparsity: { dense: "dense", sparse: "sparse" },
    metric: {
      memoryGb: "Memory",
      bandwidthTbs: "Memory bandwidth",
      interconnectGbs: "Bandwidth between chips",
      fp64Dense: "FP64",
      fp64MatrixDense: "FP64, on matrix units",
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
  outputs: {},
  formulas: {
    costPerUnit: { words: "Price ÷ performance", symbols: "p ÷ F" },
    index: {
      words: "Cost of a unit ÷ that of the chip compared with; lower is better",
      symbols: "(p ÷ F) ÷ (p₀ ÷ F₀)",
    },
    priceToMatch: {
      words: "The price at which a unit costs the same as with the chip compared with",
      symbols: "p₀ × F ÷ F₀",
    },
  },
};
