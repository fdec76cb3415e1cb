/** English. The other locales have exactly these keys. */

export interface UnitText {
  /** Beside a number field. */
  readonly field: string;
  /** Behind or around a formatted value, which stands for `{}`. */
  readonly value: string;
}

type Words = Readonly<Record<string, string>>;

export interface Locale {
  readonly money: (amount: string) => string;
  readonly moneyTick: (amount: string) => string;
  readonly years: (count: number) => string;
  /** Between two sentences. */
  readonly space: string;
  readonly gpus: (count: number, text: string) => string;
  readonly units: Readonly<Record<string, UnitText>>;
  /** Names of the custom elements' calculators. */
  readonly titles: Words;
  readonly ui: {
    readonly preset: string;
    readonly defaults: string;
    readonly reset: string;
    readonly assumptions: string;
    readonly results: string;
    readonly sources: string;
    readonly ownFigure: string;
    readonly stale: string;
    readonly noResult: string;
    readonly correct: string;
    readonly notAvailable: string;
    readonly none: string;
    readonly chart: string;
    readonly note: string;
    readonly amount: string;
    readonly share: string;
    readonly part: string;
    readonly slider: (label: string) => string;
    readonly list: (names: readonly string[]) => string;
    readonly labelled: (label: string, text: string) => string;
    readonly newTab: string;
  };
  readonly groups: Words;
  readonly parameters: Words;
  readonly hints: Words;
  readonly outputs: Words;
  readonly parts: Words;
  readonly reasons: Words;
  readonly codes: Readonly<Record<string, (min: string, max: string) => string>>;
  readonly choices: Readonly<Record<string, Words>>;
  readonly statuses: Words;
  readonly gaps: Words;
  readonly breakEven: BreakEvenText;
  readonly tco: TcoText;
  readonly performance: PerformanceText;
  readonly investment: InvestmentText;
  readonly product: ProductText;
  readonly scenarios: ScenarioText;
}

export interface InvestmentText {
  readonly headline: string;
  readonly headlineNever: (years: string) => string;
  readonly never: string;
  readonly months: (months: string) => string;
  readonly gains: (investment: string, value: string, years: string, rate: string) => string;
  readonly loses: (investment: string, value: string, years: string, rate: string) => string;
  readonly irr: (rate: string) => string;
  readonly irrs: (rates: string) => string;
  readonly noIrr: (reason: string) => string;
  readonly chartTitle: string;
  readonly alternative: (
    years: string,
    end: string,
    value: string,
    payback: string | null,
  ) => string;
  readonly cumulative: string;
  readonly presentValue: string;
  readonly mark: (payback: string) => string;
  readonly schedule: string;
  readonly columns: Words;
}

export interface ProductText {
  readonly headline: string;
  readonly headlineLoss: string;
  readonly sold: (units: string, price: string, revenue: string, share: string) => string;
  readonly kept: (gross: string, margin: string) => string;
  readonly nothingSold: string;
  readonly costOfSales: string;
  readonly chartTitle: string;
}

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

export interface BreakEvenText {
  readonly headline: string;
  readonly headlineNever: string;
  readonly headlineSaving: { readonly own: string; readonly rent: string };
  readonly never: string;
  readonly costs: (use: string, gpus: string, own: string, rent: string) => string;
  readonly reserved: (gpus: string, own: string, rent: string) => string;
  readonly verdicts: {
    readonly own: (saving: string, years: string) => string;
    readonly rent: (extra: string, years: string) => string;
    readonly rentTimes: (times: string, years: string) => string;
    readonly tie: (years: string) => string;
    readonly noRent: string;
  };
  /** When owning pays, and when the cash is back: agreeing, disagreeing, or after a "never". */
  readonly joined: Readonly<
    Record<"and" | "but" | "never", (pays: string, payback: string) => string>
  >;
  readonly pays: (use: string) => string;
  /** By reason code: why no use makes owning pay. */
  readonly neverPays: Readonly<Record<string, (raw: string) => string>>;
  readonly payback: (months: string) => string;
  readonly noPayback: (years: string) => string;
  readonly byUse: string;
  readonly byMonth: string;
  readonly own: string;
  readonly rent: string;
  readonly breakEvenMark: (use: string) => string;
  readonly currentMark: (use: string) => string;
  readonly paybackMark: (months: string) => string;
  readonly byUseTitle: string;
  readonly byMonthTitle: string;
  readonly byUseAlternative: (
    full: { own: string; rent: string },
    crossing: string | null,
  ) => string;
  readonly byMonthAlternative: (
    years: string,
    end: { own: string; rent: string },
    payback: string | null,
  ) => string;
  readonly yearTick: (year: number) => string;
}

export interface TcoText {
  readonly headlineUsed: (use: string) => string;
  readonly headlineAvailable: string;
  readonly costs: (
    years: string,
    gpus: string,
    total: string,
    presentValue: string,
    annual: string,
  ) => string;
  readonly tables: string;
  readonly largest: (part: string, share: string) => string;
  readonly power: (power: string, co2: string) => string;
  readonly partsTab: string;
  readonly yearsTab: string;
  readonly partsTitle: string;
  readonly yearsTitle: string;
  readonly cumulative: string;
  readonly presentValue: string;
  readonly partsAlternative: (parts: readonly (readonly [string, string])[]) => string;
  readonly yearsAlternative: (years: string, total: string, presentValue: string) => string;
  readonly schedule: string;
  readonly columns: Words;
}

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
  readonly baseline: string;
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
}

export const en: Locale = {
  money: (amount) => `$${amount}`,
  moneyTick: (amount) => `$${amount}`,
  years: (count) => (count === 1 ? "1 year" : `${count} years`),
  space: " ",
  gpus: (count, text) => (count === 1 ? "1 GPU" : `${text} GPUs`),
  units: {
    "": { field: "", value: "{}" },
    GPU: { field: "", value: "{} GPUs" },
    USD: { field: "USD", value: "{}" },
    a: { field: "", value: "{} years" },
    FTE: { field: "people", value: "{} full-time" },
    "USD/a": { field: "USD/yr", value: "{} a year" },
    "USD/kW/month": { field: "USD/kW·mo", value: "{} per kW a month" },
    kW: { field: "kW", value: "{} kW" },
    W: { field: "W", value: "{} W" },
    "USD/kWh": { field: "USD/kWh", value: "{} per kWh" },
    "kg/kWh": { field: "kg/kWh", value: "{} kg per kWh" },
    "USD/GPU-hour": { field: "USD/h", value: "{} per GPU-hour" },
    PFLOPS: { field: "PFLOPS", value: "{} PFLOPS" },
    "token/s": { field: "tokens/s", value: "{} tokens a second" },
    "USD/PFLOP-hour": { field: "USD", value: "{} per PFLOP-hour" },
    "USD/million tokens": { field: "USD", value: "{} per million tokens" },
    "kWh/a": { field: "kWh/yr", value: "{} kWh a year" },
    "MWh/a": { field: "MWh/yr", value: "{} MWh a year" },
    MW: { field: "MW", value: "{} MW" },
    "t/a": { field: "t/yr", value: "{} t a year" },
    "GPU-hour/a": { field: "GPU-hours/yr", value: "{} GPU-hours a year" },
    "GPU-month/a": { field: "GPU-months/yr", value: "{} GPU-months a year" },
    "GPU-year/a": { field: "GPU-years/yr", value: "{} GPU-years a year" },
    month: { field: "months", value: "{} months" },
    "unit/a": { field: "a year", value: "{} a year" },
  },
  titles: {
    cloudBreakEven: "Own the chips, or rent them?",
    clusterTco: "What the cluster really costs",
    pricePerformance: "What a unit of performance costs",
    investmentReturn: "Does the investment pay?",
    productLine: "What the product earns",
    scenarioOutlook: "What if it turns out differently?",
  },
  ui: {
    preset: "Figures",
    defaults: "Starting values",
    reset: "Reset",
    assumptions: "All assumptions",
    results: "All results",
    sources: "Sources",
    ownFigure: "Your own figure",
    stale: "Previous result, until this is corrected:",
    noResult: "No result until this is corrected:",
    correct: "Please correct:",
    notAvailable: "–",
    none: "not given",
    chart: "Chart",
    note: "Note",
    amount: "Amount",
    share: "Share",
    part: "Part",
    slider: (label) => `${label}, slider`,
    list: (names) => names.join(", "),
    labelled: (label, text) => `${label}: ${text}`,
    newTab: "opens in a new tab",
  },
  groups: {
    hardware: "Hardware and site",
    operation: "Running it",
    energy: "Power",
    finance: "Use and money",
    cloud: "The cloud",
    performance: "Performance",
    other: "More",
  },
  parameters: {
    gpus: "GPUs",
    gpusPerServer: "GPUs in a server",
    gpuPrice: "Price of a GPU",
    hostPricePerGpu: "Server, per GPU",
    networkPricePerGpu: "Network, per GPU",
    storagePricePerGpu: "Storage, per GPU",
    siteCapex: "Site: power, cooling, building",
    years: "Years in service",
    residualFraction: "Resale value at the end",
    operationsFraction: "Running cost a year, of capital",
    maintenanceFraction: "Maintenance a year, of hardware",
    staffCount: "Staff",
    staffCost: "Cost of a staff member",
    wageGrowth: "Rise of wages a year",
    colocationPerKwMonth: "Colocation",
    softwarePerGpuYear: "Software, per GPU",
    itKwPerGpu: "Power of a GPU with its server share",
    idlePowerFraction: "Power when idle",
    pue: "PUE",
    electricityPrice: "Price of electricity",
    electricityGrowth: "Rise of that price a year",
    carbonIntensity: "CO₂ of electricity",
    utilization: "Use of the GPUs",
    discountRate: "Discount rate",
    annualization: "How capital is spread",
    timing: "When running costs fall",
    densePflops: "Dense performance of a GPU",
    tokensPerSecond: "Measured speed of a GPU",
    cloudRate: "Cloud price of a GPU-hour",
    cloudBilling: "The cloud charges for",
    cloudRateDecline: "Fall of the cloud price a year",
    cloudOverheadFraction: "Storage, egress, support",
    investment: "Investment",
    annualBenefit: "Benefit a year",
    benefitGrowth: "Rise of the benefit a year",
    annualCost: "Running cost a year",
    delayMonths: "Months until it works",
    residual: "Left at the end",
    units: "Units sold a year",
    averageSellingPrice: "Average selling price",
    grossMargin: "Gross margin",
    research: "Research and development",
    segmentRevenue: "Revenue of the segment",
    metric: "Measure",
    basis: "Set against",
    baseline: "Compared with",
    preset: "Figures",
    chips: "Chips",
    price: "Price",
    powerW: "Power",
    performance: "Performance",
    sparsity: "Sparsity",
    offers: "Offers",
  },
  hints: {
    operationsFraction:
      "Holds energy, staff and all else. Set 0 to itemise under “All assumptions”.",
    electricityPrice: "0 where the running cost above already holds it.",
    pue: "Power of the site over power of the computers.",
    cloudOverheadFraction: "On top of the rent.",
    idlePowerFraction: "Of full power.",
  },
  outputs: {
    capital: "Capital: hardware and site",
    hardware: "Hardware",
    installedGpus: "Installed, in whole servers",
    total: "Total cost, undiscounted",
    presentValue: "Total cost, present value",
    annualCost: "Cost a year, levelised",
    costPerGpuHourUsed: "Cost of a GPU-hour used",
    costPerGpuHourAvailable: "Cost of a GPU-hour, used or not",
    costPerPflopHour: "Cost of a dense PFLOP-hour",
    costPerMillionTokens: "Cost of a million tokens",
    energyKwhPerYear: "Energy",
    energyMwhPerYear: "Energy, in MWh",
    itMw: "IT power",
    facilityMw: "Power of the site",
    co2TonnesPerYear: "CO₂",
    breakEvenUtilization: "Owning pays above a use of",
    breakEvenUtilizationRaw: "The same, even beyond 100%",
    gpuHoursPerYear: "Break-even in GPU-hours",
    gpuMonthsPerYear: "Break-even in GPU-months",
    gpuYearsPerYear: "Break-even in GPU-years",
    annualOwn: "Owning, cost a year",
    annualRent: "Renting, cost a year",
    breakEvenCloudRate: "Cloud price at which both cost the same",
    breakEvenGpuPrice: "GPU price at which both cost the same",
    paybackMonths: "Cash is back after",
    discountedPaybackMonths: "The same, discounted",
    saving: "Saved by owning, present value",
    savingFraction: "The same, of the rent",
    npv: "Net present value",
    irr: "Internal rate of return",
    simpleAnnualReturn: "Benefit a year, of the investment",
    profitabilityIndex: "Profitability index",
    revenue: "Revenue",
    grossProfit: "Gross profit",
    operatingProfit: "Operating profit",
    operatingMargin: "Operating margin",
    segmentShare: "Share of the segment",
    expected: "Expected value",
    standardDeviation: "Standard deviation",
    min: "Lowest",
    max: "Highest",
    verdict: "Cheaper",
  },
  parts: {
    hardware: "Hardware",
    site: "Site",
    energy: "Electricity",
    colocation: "Colocation",
    operations: "Running cost, all-in",
    maintenance: "Maintenance",
    staff: "Staff",
    software: "Software",
  },
  reasons: {
    noUse: "nothing is used",
    notGiven: "needs a figure under “All assumptions”",
    aboveFullUse: "never: dearer even at 100% use",
    energyAboveRent: "never: the power for an hour costs as much as renting it",
    rentIndependentOfUse: "does not depend on use: reserved capacity is paid for either way",
    rentBelowOtherCosts: "none: dearer even with the GPUs for nothing",
    priceWithoutEffect: "none: the price changes nothing",
    notWithinHorizon: "not within the years in service",
    noRent: "nothing is rented",
    noCost: "nothing is paid",
    noRevenue: "nothing is sold",
    flowsOfOneSign: "none: money flows one way only",
    noRate: "none: no rate balances the flows",
    severalRates: "none: several rates balance the flows",
    notInEveryScenario: "not every scenario has a figure",
  },
  codes: {
    notANumber: () => "Not a number",
    notFinite: () => "Too large a number",
    notAnInteger: () => "A whole number, please",
    belowMinimum: (min) => `At least ${min}`,
    aboveMaximum: (_, max) => `At most ${max}`,
    wrongType: () => "Not a value of the right kind",
    unknownChoice: () => "Not one of the choices",
    unknownField: () => "No such field",
    missing: () => "Please fill this in",
    emptyList: () => "The list is empty",
    tooManyEntries: (_, max) => `At most ${max} entries`,
    duplicate: () => "Listed twice",
    unknownChip: () => "No such chip",
    unknownPreset: () => "No such set of figures",
    mixedSparsity: () => "Dense and sparse figures do not compare",
    conflict: () => "Another figure leaves no room for this one",
    probabilitySum: () => "The probabilities must sum to 100%",
  },
  choices: {
    annualization: {
      annuity: "Equal payments with interest",
      straightLine: "Equal parts, no interest",
      averageBalance: "Equal parts, interest on half",
    },
    timing: { end: "At the year’s end", mid: "In mid-year", begin: "At the year’s start" },
    cloudBilling: { used: "hours used", reserved: "every hour" },
    verdict: { own: "Owning", rent: "Renting", tie: "Neither" },
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
  statuses: {
    measured: "measured",
    published: "published",
    estimated: "estimated",
    article: "article",
    own: "your own",
  },
  gaps: { noFigure: "no figure", noPrice: "no price", noPower: "no power figure" },
  breakEven: {
    headline: "use above which owning pays",
    headlineNever: "owning stays dearer at any use",
    headlineSaving: { own: "saved by owning", rent: "dearer to own" },
    never: "Never",
    costs: (use, gpus, own, rent) =>
      `At ${use} use, owning ${gpus} costs ${own} a year, renting ${rent}: `,
    reserved: (gpus, own, rent) =>
      `Owning ${gpus} costs ${own} a year, reserving as many in the cloud ${rent}: `,
    verdicts: {
      own: (saving, years) => `owning saves ${saving} over ${years}.`,
      rent: (extra, years) => `owning costs ${extra} more over ${years}.`,
      rentTimes: (times, years) => `owning costs ${times} times as much over ${years}.`,
      tie: (years) => `over ${years} neither wins.`,
      noRent: "there is no rent to compare with.",
    },
    joined: {
      and: (pays, payback) => `${pays}, and ${payback}`,
      but: (pays, payback) => `${pays}, but at this use ${payback}`,
      never: (pays, payback) => `${pays}; ${payback}`,
    },
    pays: (use) => `It pays above ${use} use`,
    neverPays: {
      aboveFullUse: (raw) =>
        `Owning stays dearer even if every hour is used: it would take ${raw} use`,
      energyAboveRent: () =>
        "No use makes owning pay: the power for an hour costs as much as renting it",
      rentIndependentOfUse: () =>
        "Reserved capacity is paid for whether it is used or not, so use does not decide",
    },
    payback: (months) => `the cash is back after ${months} months.`,
    noPayback: (years) => `the cash is not back within ${years}.`,
    byUse: "By use",
    byMonth: "Over time",
    own: "Own",
    rent: "Rent",
    breakEvenMark: (use) => `break-even ${use}`,
    currentMark: (use) => `yours ${use}`,
    paybackMark: (months) => `cash back after ${months} months`,
    byUseTitle: "Cost a year, by use of the GPUs",
    byMonthTitle: "Cash paid so far",
    byUseAlternative: (full, crossing) =>
      `Cost a year against use. At full use owning costs ${full.own}, renting ${full.rent}. ${crossing === null ? "The lines do not cross." : `The lines cross at ${crossing}.`}`,
    byMonthAlternative: (years, end, payback) =>
      `Cash paid over ${years}: ${end.own} when owning, ${end.rent} when renting. ${payback === null ? "Owning does not catch up." : `Owning has paid less from month ${payback} on.`}`,
    yearTick: (year) => (year === 0 ? "start" : year === 1 ? "1 year" : String(year)),
  },
  tco: {
    tables: "Parts and years",
    headlineUsed: (use) => `per GPU-hour used, at ${use} use`,
    headlineAvailable: "per GPU-hour, used or not",
    costs: (years, gpus, total, presentValue, annual) =>
      `Over ${years}, owning ${gpus} costs ${total} in all: ${presentValue} in today’s money, or ${annual} a year.`,
    largest: (part, share) => `The largest part is ${part.toLowerCase()}, with ${share}.`,
    power: (power, co2) => `The site draws up to ${power} and emits ${co2} of CO₂ a year.`,
    partsTab: "Parts",
    yearsTab: "Year by year",
    partsTitle: "What the present value is made of",
    yearsTitle: "Cost so far",
    cumulative: "paid",
    presentValue: "present value",
    partsAlternative: (parts) =>
      `Parts of the present value: ${parts.map(([part, share]) => `${part} ${share}`).join(", ")}.`,
    yearsAlternative: (years, total, presentValue) =>
      `Cost over ${years}: ${total} paid in all, ${presentValue} as present value.`,
    schedule: "Year by year",
    columns: {
      year: "Year",
      capital: "Capital",
      operating: "Running",
      cumulative: "So far",
      presentValue: "Present value",
    },
  },
  performance: {
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
    baseline: "Compared with",
    prices: "Prices used",
    pricesNote: "Change a price to see what it would take.",
    priceOf: (chip) => `Price of ${chip}`,
    mixed: "Mixes dense and sparse figures, as the article does: the chips do not compare.",
    defaults: "Catalogue",
    articlePreset: "As in the article",
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
  },
  investment: {
    headline: "until the investment is back",
    headlineNever: (years) => `the investment is not back within ${years}`,
    never: "Never",
    months: (months) => `${months} months`,
    gains: (investment, value, years, rate) =>
      `${investment} invested is worth ${value} more than it costs over ${years}, with money at ${rate} a year.`,
    loses: (investment, value, years, rate) =>
      `${investment} invested loses ${value} over ${years}, with money at ${rate} a year.`,
    irr: (rate) => `It returns ${rate} a year.`,
    irrs: (rates) => `It has no single return: ${rates} a year all balance it.`,
    noIrr: (reason) => `Rate of return: ${reason}.`,
    chartTitle: "Money back, less the investment",
    alternative: (years, end, value, payback) =>
      `Net of the investment over ${years}: ${end} in cash, ${value} as present value. ${payback === null ? "It is not paid back." : `It is paid back after ${payback}.`}`,
    cumulative: "cash",
    presentValue: "present value",
    mark: (payback) => `back after ${payback}`,
    schedule: "Year by year",
    columns: {
      year: "Year",
      benefit: "Benefit",
      cost: "Running cost",
      net: "Net",
      cumulative: "So far",
      presentValue: "Present value",
    },
  },
  product: {
    headline: "operating profit a year",
    headlineLoss: "operating loss a year",
    sold: (units, price, revenue, share) =>
      `${units} units at ${price} bring ${revenue} a year, ${share} of the segment.`,
    kept: (gross, margin) =>
      `${gross} is left after the cost of what is sold; after research the operating margin is ${margin}.`,
    nothingSold: "Nothing is sold, so there is no margin.",
    costOfSales: "Cost of what is sold",
    chartTitle: "From revenue to operating profit",
  },
  scenarios: {
    title: "Scenarios",
    headline: (subject) => `expected: ${subject}`,
    range: (min, max, deviation) =>
      `The scenarios reach from ${min} to ${max}, with a standard deviation of ${deviation}.`,
    notAll: "Not every scenario has a figure, so there is no expected value.",
    verdict: (verdict, probability) => `${verdict}: cheaper with a probability of ${probability}.`,
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
};
