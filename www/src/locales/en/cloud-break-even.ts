/** Owning against renting. */

import { outputs } from "./outputs/cloud-break-even.js";
import { ownership } from "./ownership.js";

export const cloudBreakEven = {
  title: (gpus: string, isOne: boolean) =>
    `Should you buy ${gpus}, or rent ${isOne ? "it" : "them"}?`,
  /** A short name, for lists and windows. */
  name: "Buy or rent",
  about: "Compares owning AI chips with renting them in the cloud.",

  sides: {
    positive: "own",
    negative: "rent",
    tie: "a toss-up",
    sentence: { positive: "owning is cheaper", negative: "renting is cheaper" },
    /** In a row of what would turn the verdict. */
    wins: { positive: "owning wins", negative: "renting wins" },
    toWin: { positive: "For owning to win", negative: "For renting to win" },
  },

  verdict: {
    own: "Buy.",
    rent: "Rent.",
    rentAlways: "Rent, however busy.",
    tie: "A toss-up.",

    /** What amounts over the years are in: discounted, or with nothing discounted. */
    basis: { today: "in today’s money", cash: "in cash" },
    saves: (saving: string, years: string, use: string, basis: string) =>
      `Owning saves ${saving} over ${years} ${basis} if the GPUs are busy ${use} of the time.`,
    savesReserved: (saving: string, years: string, basis: string) =>
      `Owning saves ${saving} over ${years} ${basis} compared with reserving the same GPUs.`,
    rentBelow: (use: string) => `Renting is cheaper only below ${use}.`,
    costsMore: (extra: string, years: string, basis: string) =>
      `Owning would cost ${extra} more over ${years} ${basis}.`,
    paysAbove: (breakEven: string, use: string) =>
      `It pays only if the GPUs are busy more than ${breakEven} of the time; yours are at ${use}.`,
    evenAtFullUse: (extra: string, years: string, basis: string) =>
      `Even at full use, owning costs ${extra} more over ${years} ${basis}.`,
    nobodyShouldPay: (rate: string, price: string) =>
      `At ${rate} an hour, nobody should pay ${price} a GPU.`,
    wouldTake: (price: string, use: string) =>
      `With the GPUs busy ${use} of the time, owning needs a price below ${price} a GPU.`,
    wouldTakeReserved: (price: string) => `Owning needs a price below ${price} a GPU.`,
    paysAboveRate: (rate: string) => `It pays only if the cloud charges more than ${rate} an hour.`,
    rentBelowRate: (rate: string) => `Renting is cheaper only below ${rate} an hour.`,
    notEvenFree: "Owning would lose even if the GPUs cost nothing.",
    energyAboveRent: (rate: string) =>
      `The power a GPU uses in an hour costs more than the ${rate} it rents for.`,
    differLittle: (years: string) => `Over ${years} the two differ by less than 0.5%.`,
    breakEvenAt: (use: string) => `They cost the same when the GPUs are busy ${use} of the time.`,
    noUse: "GPUs that never work cost nothing to rent.",
    noRent: "The cloud costs nothing here, so any purchase costs more.",
    neitherCosts: "Neither costs anything here.",

    costs: (own: string, rent: string) => `${own} a year to own, ${rent} a year to rent.`,
    costsReserved: (own: string, rent: string) =>
      `${own} a year to own, ${rent} a year to reserve.`,
    payback: (time: string) => `The purchase pays for itself in ${time}.`,
    /** Where the cash comes back, but not with interest. */
    paybackInCash: (time: string, rate: string) =>
      `In cash the purchase is paid back after ${time}; with interest at ${rate} it is not.`,
    paybackWithResidual: (time: string, rate: string) =>
      `In cash the purchase is paid back after ${time}; with interest at ${rate} only by resale.`,
    noPayback: (years: string) => `The purchase does not pay for itself within ${years}.`,
    paybackLost: (time: string, lost: string) =>
      `The purchase pays for itself in ${time}, but falls behind again after ${lost}.`,
    onlyWithResidual: "The purchase pays for itself only when the hardware is resold.",
    wholeSite: (site: string) => `The site’s ${site} is counted in full, however few the GPUs.`,
    nothingInvested: "Nothing is bought up front, so there is nothing to pay back.",

    /** Of the warning `conventionDisagrees`. */
    conventionDisagrees: {
      own: (saving: string) =>
        `Counting the full cost of capital, renting is cheaper by ${saving}.`,
      rent: (saving: string) =>
        `Counting the full cost of capital, owning is cheaper by ${saving}.`,
    },

    /** An answer to figures given as ranges. */
    between: {
      own: (low: string, high: string, years: string) =>
        `Owning saves between ${low} and ${high} over ${years} in today’s money.`,
      rent: (low: string, high: string, years: string) =>
        `Owning would cost between ${low} and ${high} more over ${years} in today’s money.`,
      either: (loss: string, saving: string, years: string) =>
        `Over ${years} owning could cost ${loss} more or save ${saving} in today’s money.`,
    },
    dependsOn: "It depends.",
  },

  futures: {
    positive: (count: string) => `In ${count} simulated futures owning is cheaper.`,
    negative: (count: string) => `In ${count} simulated futures renting is cheaper.`,
    range: {
      both: (worst: string, best: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, ` +
        `and the outcome ranges from losing ${worst} to saving ${best}.`,
      gains: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and owning saves ${low} to ${high}.`,
      loses: (low: string, high: string, tenth: string) =>
        `Leave out the ${tenth} best and the ${tenth} worst, and owning loses ${low} to ${high}.`,
    },
    above: (count: string, total: string, amount: string) =>
      `${count} of ${total} save more than ${amount}.`,
    below: (count: string, total: string, amount: string) =>
      `${count} of ${total} lose more than ${amount}.`,
    dots: "What owning saves in today’s money, in equally likely futures",
    fan: "What owning has saved by each year, in cash",
    fanSentence: (low: string, high: string, year: string) =>
      `After ${year}, half of the futures lie between ${low} and ${high}.`,
  },

  chart: {
    byUse: "Cost a year, by how busy the GPUs are",
    byMonth: "Money paid so far",
    useTab: "By use",
    monthTab: "Over time",
    own: "Own",
    rent: "Rent",
    handle: "How busy the GPUs are",
    crossing: (use: string) => `same cost at ${use}`,
    payback: (time: string) => `paid back in ${time}`,
    byUseText: (own: string, rent: string) =>
      `At full use owning costs ${own} a year and renting ${rent}.`,
    byMonthText: (years: string, own: string, rent: string) =>
      `Over ${years} owning costs ${own} in cash and renting ${rent}.`,
    tableUse: "Share of the time",
    tableMonth: "Month",
  },

  /** One of several, in a table of them. */
  offer: "Offer",
  parameters: {
    ...ownership.parameters,
    cloudRate: "Cloud price, an hour",
    cloudBilling: "The cloud charges for",
    cloudRateDecline: "Yearly fall of the cloud price",
    cloudOverheadFraction: "Cloud extras",
    offers: "Cloud offers",
  },
  hints: {
    ...ownership.hints,
    cloudRate: "What one rented GPU costs for an hour.",
    cloudBilling:
      "On demand you pay for the hours you use; reserved GPUs cost the same busy or idle.",
    cloudRateDecline:
      "By how much the cloud gets cheaper each year. Below zero it gets more expensive.",
    cloudOverheadFraction: "Storage, data transfer and support, on top of the rent.",
  },
  choices: {
    ...ownership.choices,
    cloudBilling: { used: "hours used", reserved: "every hour" },
    verdict: { own: "Buy", rent: "Rent", tie: "A toss-up" },
  },
  outputs,
  formulas: {
    breakEvenUtilization: {
      words: "Owning’s fixed cost ÷ (rent of a fully busy year − power that work needs)",
      symbols: "u* = F ÷ (R − E)",
    },
    breakEvenUtilizationRaw: {
      words: "The break-even before asking whether a year has that many hours",
      symbols: "u = F ÷ (R − E)",
    },
    gpuHoursPerYear: { words: "Break-even × GPUs × hours in a year", symbols: "u* × N × 8,760" },
    gpuMonthsPerYear: { words: "Break-even × GPUs × 12", symbols: "u* × N × 12" },
    gpuYearsPerYear: { words: "Break-even × GPUs", symbols: "u* × N" },
    annualOwn: {
      words: "Capital spread over the years + running cost, levelized",
      symbols: "P × r ÷ (1 − (1 + r)⁻ⁿ) + O",
    },
    annualRent: {
      words: "GPUs × hours paid for × cloud price × (1 + extras), levelized",
      symbols: "N × h × c × (1 + x)",
    },
    breakEvenCloudRate: {
      words: "Cloud price × cost of owning ÷ cost of renting",
      symbols: "c × A(own) ÷ A(rent)",
    },
    breakEvenGpuPrice: {
      words: "The GPU price at which a year costs the same either way",
      symbols: "A(own) = A(rent), solved for the price",
    },
    paybackMonths: {
      words: "First month in which the rent not paid covers purchase and running cost",
      symbols: "Σ rent ≥ P + Σ running",
    },
    discountedPaybackMonths: {
      words: "The same, with each year’s money discounted",
      symbols: "Σ rent ÷ (1 + r)ʸ ≥ P + Σ running ÷ (1 + r)ʸ",
    },
    paybackLostMonth: {
      words: "The month from which owning has cost more again",
      symbols: "Σ rent < P + Σ running",
    },
    discountedPaybackLostMonth: {
      words: "The same month, with later money counting less",
      symbols: "Σ rent ÷ (1 + r)ʸ < P + Σ running ÷ (1 + r)ʸ",
    },
    saving: {
      words: "What owning saves a year, over all years in today’s money",
      symbols: "D × (1 − (1 + r)⁻ⁿ) ÷ r, D = A(rent) − A(own)",
    },
    savingFraction: { words: "Saving a year ÷ rent a year", symbols: "D ÷ A(rent)" },
    presentValueSaving: {
      words: "Present value of the rent − present value of owning",
      symbols: "PV(rent) − PV(own)",
    },
    verdict: {
      words: "Buy if owning saves, rent if it does not, a toss-up within 0.5% of the rent",
      symbols: "sign of D; |D| ≤ 0.5% of A(rent)",
    },
  },
};
