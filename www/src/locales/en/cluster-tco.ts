/** Total cost of ownership. */

import { outputs } from "./outputs/cluster-tco.js";
import { ownership } from "./ownership.js";

export const clusterTco = {
  title: () => "What does a GPU-hour really cost?",
  titleOf: (chip: string) => `What does a GPU-hour of the ${chip} really cost?`,
  /** A short name, for lists and windows. */
  name: "Cost of a GPU-hour",
  about: "Adds up what owning AI chips costs, and what each hour of work comes to.",

  verdict: {
    used: (cost: string) => `${cost} for every hour a GPU is busy.`,
    available: (cost: string) => `${cost} for every hour, though the GPUs never work.`,
    nothing: "Nothing.",
    nothingMore: "No cost has been entered yet.",
    /** In cash, which the hour's cost and the chart's bars are not. */
    costs: (gpus: string, years: string, total: string) =>
      `Owning ${gpus} costs ${total} in cash over ${years}.`,
    /** What the cash goes to, by what there is of it. */
    made: {
      all: (hardware: string, site: string, running: string) =>
        `Hardware costs ${hardware}, the site ${site} and running it ${running}.`,
      noSite: (hardware: string, running: string) =>
        `Hardware costs ${hardware} and running it ${running}.`,
      rentedSite: (hardware: string, running: string) =>
        `Hardware costs ${hardware} and running it in a rented site ${running}.`,
      noHardware: (site: string, running: string) =>
        `The site costs ${site} and running it ${running}.`,
      noRunning: (hardware: string, site: string) =>
        `Hardware costs ${hardware} and the site ${site}.`,
      hardware: (hardware: string) => `Hardware costs ${hardware}.`,
    },
    resale: (amount: string) => `Resale brings back ${amount}.`,
    whole: (each: string, bought: string) =>
      `GPUs come in servers of ${each}, so hardware for ${bought} is bought.`,
    idle: (available: string, use: string) =>
      `An hour costs ${available} busy or idle; the GPUs are busy ${use} of the time.`,
    annual: (annual: string) => `That is ${annual} a year.`,
    annualWithInterest: (annual: string, rate: string) =>
      `With interest at ${rate}, that is like paying ${annual} a year.`,
    between: (low: string, high: string) =>
      `Between ${low} and ${high} for every hour a GPU is busy.`,
  },

  futures: {
    cost: (low: string, high: string, tenth: string) =>
      `Leave out the ${tenth} lowest and highest, and an hour costs ${low} to ${high}.`,
    above: (count: string, total: string, amount: string) =>
      `${count} of ${total} cost more than ${amount}.`,
    dots: "Cost of a busy GPU-hour, in equally likely futures",
  },

  chart: {
    parts: (paid: string) => `Where the ${paid} goes`,
    /** Of what is paid over the years, and what that is worth at the start. */
    partsToday: (paid: string, sum: string) =>
      `Where the ${paid} goes, worth ${sum} in today’s money`,
    years: "Cost so far",
    partsTab: "Parts",
    yearsTab: "Year by year",
    paid: "paid",
    presentValue: "in today’s money",
    yearsText: (years: string, total: string, presentValue: string) =>
      `Over ${years} the cost is ${total}, or ${presentValue} in today’s money.`,
  },
  columns: {
    year: "Year",
    capital: "Capital",
    energy: "Electricity",
    staff: "Staff",
    operating: "Running cost",
    residual: "Resale",
    cumulative: "So far",
    presentValue: "In today’s money",
  },
  parts: {
    hardware: "Hardware",
    site: "Site",
    energy: "Electricity",
    colocation: "Colocation",
    operations: "Running cost",
    maintenance: "Maintenance",
    staff: "Staff",
    software: "Software",
    residual: "Resale value",
  },

  parameters: {
    ...ownership.parameters,
    densePflops: "Dense performance of a GPU",
    tokensPerSecond: "Measured speed of a GPU",
  },
  hints: {
    ...ownership.hints,
    densePflops: "From the data sheet, without sparsity. Gives the cost of computing.",
    tokensPerSecond: "Tokens a second, as measured. Gives the cost of a million tokens.",
  },
  choices: ownership.choices,
  outputs,
  formulas: {
    capital: { words: "Hardware + building, power and cooling", symbols: "P = H + S" },
    hardware: {
      words: "GPUs installed × (GPU + server + network + storage)",
      symbols: "H = I × (g + h + w + s)",
    },
    installedGpus: {
      words: "GPUs, rounded up to whole servers",
      symbols: "I = ⌈N ÷ m⌉ × m",
    },
    total: { words: "Capital + running cost of all years − resale value", symbols: "P + Σ O − V" },
    presentValue: {
      words: "The same, with later money discounted",
      symbols: "P + Σ O ÷ (1 + r)ʸ − V ÷ (1 + r)ⁿ",
    },
    annualCost: {
      words: "Capital spread over the years + running cost, levelized",
      symbols: "A = P × r ÷ (1 − (1 + r)⁻ⁿ) + O",
    },
    costPerGpuHourUsed: {
      words: "Cost a year ÷ (GPUs × hours in a year × utilization)",
      symbols: "A ÷ (N × 8,760 × u)",
    },
    costPerGpuHourAvailable: {
      words: "Cost a year ÷ (GPUs × hours in a year)",
      symbols: "A ÷ (N × 8,760)",
    },
    costPerPflopHour: {
      words: "Cost of a busy GPU-hour ÷ dense performance",
      symbols: "c ÷ F",
    },
    costPerMillionTokens: {
      words: "Cost of a busy GPU-hour ÷ millions of tokens in that hour",
      symbols: "c ÷ (t × 3,600 ÷ 10⁶)",
    },
    energyKwhPerYear: {
      words: "GPUs installed × power × PUE × hours × load, idle power included",
      symbols: "E = I × p × PUE × 8,760 × (i + (1 − i) × u)",
    },
    energyMwhPerYear: { words: "Energy in kWh ÷ 1,000", symbols: "E ÷ 1,000" },
    itMw: { words: "GPUs installed × power of a GPU", symbols: "I × p ÷ 1,000" },
    facilityMw: { words: "Power of the computers × PUE", symbols: "I × p × PUE ÷ 1,000" },
    co2TonnesPerYear: { words: "Energy × carbon in a kilowatt-hour", symbols: "E × k ÷ 1,000" },
  },
};
