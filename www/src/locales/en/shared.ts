/** English: the words that all calculators share. */
import { within } from "../letters.js";

/** How an amount of a unit is written; `one` where English has a singular. */
interface UnitText {
  /** Beside a number field. */
  readonly field: string;
  /** Around a formatted value, which stands for `{}`. */
  readonly value: string;
  readonly one: string;
  /** What a label may say already, and how the amount is written beside such a label. */
  readonly beside?: readonly [said: string, value: string];
  /** What else readers write behind the figures in a field of it: "each|apiece". */
  readonly typed?: string;
}

function unit(field: string, value: string, one = value): UnitText {
  return { field, value, one };
}

/** An amount in a time that labels tend to name: "Benefit a year: $68 million". */
function rate(time: string, typed: string): UnitText {
  return { ...unit(`{} ${time}`, `{} ${time}`), beside: [time, "{}"], typed };
}

const YEARLY = "/year|/yr|/y|/a|per year|a yr|yearly|annually";
const HOURLY = "/hour|/hr|/h|per hour|/GPU-hour|/GPU-h|per GPU-hour|hourly";

export const shared = {
  /** The language's own name, and the tag that its figures and its text carry. */
  name: "English",
  tag: "en",
  htmlTag: "en",
  /** Between sentences, and between the parts of one. */
  space: " ",
  comma: ", ",

  /** An amount of money, from its figures and the currency's sign and name. */
  money: (amount: string, sign: string, _name: string): string =>
    /[A-Za-z]$/.test(sign) && sign.length === 3 ? `${sign} ${amount}` : `${sign}${amount}`,
  /** Beside a field: the sign of the currency, or its name. */
  currencySign: (sign: string, _name: string): string => sign,
  /** In the head of a column: the code of the currency, or its name. */
  currencyHead: (code: string, _name: string): string => code,
  /** Names that differ from those that browsers know. */
  currencies: { USD: "US dollars", CNY: "yuan", EUR: "euros", GBP: "pounds" } as Readonly<
    Record<string, string>
  >,
  /** Of four digits, whether they are grouped. */
  useGrouping: "always" as "always" | "min2",
  /** From which size on a number in a sentence has its magnitude in words. */
  compactFrom: 1e6,
  times: (factor: string) => `${factor} times`,
  years: (text: string, isOne: boolean) => (isOne ? "one year" : `${text} years`),
  underAMonth: "less than a month",
  months: (text: string, isOne: boolean) => (isOne ? "1 month" : `${text} months`),
  gpus: (text: string, isOne: boolean) => (isOne ? "1 GPU" : `${text} GPUs`),
  /** The same of one kind: "1,000 H100 SXM GPUs". */
  gpusOf: (text: string, isOne: boolean, chip: string) =>
    isOne ? `one ${chip} GPU` : `${text} ${chip} GPUs`,
  /** Of small whole numbers in a sentence. */
  counts: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  yearTick: (year: number): string => (year === 0 ? "start" : year === 1 ? "1 year" : String(year)),
  range: (low: string, high: string) => `${low} to ${high}`,

  units: {
    "": unit("", "{}"),
    GPU: {
      ...unit("", "{} GPUs", "{} GPU"),
      beside: ["GPUs", "{}"],
      typed: "chips|cards|chip|card",
    },
    USD: { ...unit("{}", "{}"), typed: "each|apiece|a GPU|per GPU|/GPU" },
    a: { ...unit("years", "{} years", "{} year"), typed: "yrs|yr|y" },
    FTE: { ...unit("people", "{} people", "{} person"), typed: "FTE|FTEs" },
    "USD/a": rate("a year", YEARLY),
    "USD/kW/month": {
      ...unit("{} per kW a month", "{} per kW a month"),
      typed: "/kW/month|/kW-month|/kW a month|per kW per month",
    },
    kW: { ...unit("kW", "{} kW"), typed: "kilowatts" },
    W: { ...unit("W", "{} W"), typed: "watts" },
    "USD/kWh": { ...unit("{} per kWh", "{} per kWh"), typed: "/kWh|a kWh" },
    "kg/kWh": { ...unit("kg per kWh", "{} kg per kWh"), typed: "kg/kWh|kg" },
    "USD/GPU-hour": rate("an hour", HOURLY),
    PFLOPS: { ...unit("petaFLOPS", "{} petaFLOPS"), typed: "PFLOPS" },
    "token/s": unit("tokens a second", "{} tokens a second", "{} token a second"),
    "USD/PFLOP-hour": unit("{} per petaFLOP-hour", "{} per petaFLOP-hour"),
    "USD/million tokens": unit("{} per million tokens", "{} per million tokens"),
    "kWh/a": unit("kWh a year", "{} kWh a year"),
    "MWh/a": unit("MWh a year", "{} MWh a year"),
    MW: unit("MW", "{} MW"),
    "t/a": unit("tonnes a year", "{} tonnes a year", "{} tonne a year"),
    "GPU-hour/a": unit("GPU-hours a year", "{} GPU-hours a year", "{} GPU-hour a year"),
    "GPU-month/a": unit("GPU-months a year", "{} GPU-months a year", "{} GPU-month a year"),
    "GPU-year/a": unit("GPU-years a year", "{} GPU-years a year", "{} GPU-year a year"),
    month: { ...unit("months", "{} months", "{} month"), typed: "mo" },
    "unit/a": { ...rate("a year", YEARLY), field: "a year" },
  } as Readonly<Record<string, UnitText>>,

  /** The frame around every calculator. */
  frame: {
    assumptions: (count: number): string =>
      count === 1 ? "1 assumption" : `All ${count} assumptions`,
    figures: "Figures",
    figuresAs: (name: string) => `Figures: ${name}`,
    share: "Share",
    copied: "Link copied",
    copyFailed: "Copy this link:",
    takeAlong: "Take it along",
    copyLink: "Copy link",
    csv: "Figures (CSV)",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
    copyPng: "Copy picture",
    pngCopied: "Picture copied. Paste it where you like.",
    pictured: (date: string) => `As of ${date}`,
    cite: "Cite",
    citeCopied: "Citation copied",
    citeFailed: "Copy this citation:",
    saved: (file: string) => `Saved as ${file}`,
    takeFailed: "The page does not allow this.",
    undo: "Undo",
    redo: "Redo",
    reset: "Reset",
    resetOne: (value: string) => `Back to ${value}`,
    changed: "With your changes",
    followed: "With the link’s figures",
    asBefore: "Not counted until corrected:",
    andMore: (count: string) => `and ${count} more`,
    linkUnread: "This link’s figures could not be read; these are the page’s own.",
    linkPartly: "Some of this link’s figures could not be read; for those the page’s own count.",
    about: (label: string) => `About: ${label}`,
    ownFigure: "Your own figure",
    flips: (below: string, value: string, above: string) =>
      `Below ${value} ${below}; above it ${above}.`,
    /** Of whole numbers. */
    flipsFrom: (below: string, value: string, above: string) =>
      `Below ${value} ${below}; from ${value} on ${above}.`,
    /** Of a figure that changes nothing. */
    flat: "As things stand, it makes no difference.",
    flatIdle: "It makes no difference while utilization is 0%.",
    /** At the end of a slider, in place of the cost of an hour. */
    neverBusy: "never busy",
    noneIdle: "No busy hour to pay for: utilization is 0%.",
    always: (side: string) => `At every value here, ${side}.`,
    currency: (from: string, amount: string, date: string) =>
      `Converted at ${amount} for ${from}, as of ${date}. The calculation runs in US dollars.`,
    printed: (date: string) => `Printed on ${date}`,
  },

  /** The further views, all in place. */
  views: {
    sure: "How sure?",
    decides: "What decides it?",
    table: "Table",
    /** "85 of 100", and what is said at the edges. */
    count: (count: number, of: number): string => `${count} of ${of}`,
    moreThan: (count: number, of: number): string => `more than ${count} of ${of}`,
    fewerThan: (count: number, of: number): string => `fewer than ${count} of ${of}`,
    allOf: (of: number): string => `all ${of}`,
    noneOf: (of: number): string => `none of ${of}`,
    tooClose: "Too close to call.",
    tieShare: (count: string) => `In ${count} the two differ by less than 0.5%.`,
    futures: (samples: string) => `Counted over ${samples} simulated futures.`,
    dot: (count: string) => `Each dot is one of ${count} equally likely futures.`,
    moveLine: "Move the line to count the futures beyond it",
    half: "half of the futures",
    ninety: "90 of 100 futures",
    ranges: "What is uncertain, and how far it may go",
    low: "low",
    high: "high",
    rangeFrom: (source: string) => `Range: ${source}`,
    rangeScaled: (source: string) => `Range scaled to this figure from: ${source}`,
    rangeOf: (label: string) => `Range of ${label}`,
    ownRange: "Your own range",
    triedRange: "No source gives a range: a quarter up and down.",
    triedAlone: "For want of sources, each figure moves by no more than a quarter here.",
    otherSide:
      "The answer above takes each figure as it stands; let them vary, and it mostly comes out the other way.",
    fallsShort:
      "The answer above takes each figure as it stands; let them vary, and most results fall short of it.",
    addRange: "Let another figure vary",
    fix: (label: string) => `Keep ${label} as it is`,
    rangeHint: "Type a range such as 35k–40k. In 90 of 100 futures the figure lies inside it.",
    independent: "Each figure varies on its own.",
    noRanges: "No figure varies yet. Type a range in any field, such as 35k–40k.",
    /** Of a chart whose figures are ranges. */
    drawnAt: (title: string, values: string) =>
      `${title}. Drawn at the middle of the range (${values})`,
    rangeAnswer: "Because a figure is given as a range, so is the answer.",

    mattersMost: (label: string) => `Most depends on the ${within(label)}.`,
    mattersWith: (label: string, turn: string) => `Most depends on the ${within(label)}: ${turn}.`,
    turnBelow: (value: string, side: string) => `below ${value}, ${side}`,
    turnAbove: (value: string, side: string) => `above ${value}, ${side}`,
    turnFrom: (value: string, side: string) => `from ${value} on, ${side}`,
    hardlyMatters: (label: string) => `Little depends on the ${within(label)}.`,
    nothingTurns: "Within these ranges, no single figure changes the verdict.",
    bars: "How much each figure moves the answer",
    atLow: (value: string) => `at ${value}`,
    noFlip: "does not change the verdict",
    sourced: "Each figure moves over the range that its source gives.",
    moved: "A figure outside its range takes the range with it.",
    tried: "Each figure moves over its source’s range; where there is none, a quarter either way.",

    turns: "What would have to be true?",
    oneEnough: (lead: string) => `${lead}, one of these would be enough:`,
    less: (label: string, value: string) => `${label} below ${value}`,
    more: (label: string, value: string) => `${label} above ${value}`,
    orMore: (label: string, value: string) => `${label}: ${value} or more`,
    noTurn: "No single figure can change the verdict within its limits.",

    keep: "Pin this answer",
    kept: "Pinned",
    now: "Now",
    difference: "Difference",
    letGo: "Unpin",
    same: "Nothing has changed since.",
    together: "Acting together",
    changedFrom: (label: string, before: string, after: string) =>
      `${label}: ${before}, now ${after}`,
    because: (label: string, part: string) =>
      `${part} of the difference comes from the ${within(label)}.`,
    becauseAll: (label: string) => `All of the difference comes from the ${within(label)}.`,
    becauseTogether: "The changes work together; no single one explains the difference.",

    result: "Result",
    value: "Value",
    formula: "How it is worked out",
    symbols: "In symbols",
    schedule: "Year by year",
    copyTable: "Copy as text",
    copiedTable: "Copied",
    copyRefused: "The page does not allow this. Select the table to copy it.",
    scroll: "This table scrolls sideways",
  },

  sources: {
    title: "Sources",
    figure: "Figure",
    source: "Source",
    date: "Date",
    status: "Status",
    statuses: {
      measured: "measured",
      published: "published",
      estimated: "estimated",
      article: "stated in the article",
      assumed: "assumed",
      own: "your own",
    },
    newTab: "opens in a new tab",
  },

  ui: {
    /** The figures of the tables, and those that the page gives, if it has no name for them. */
    defaults: "A news article of November 2024",
    given: "this page’s figures",
    notAvailable: "–",
    none: "not given",
    list: (names: readonly string[]): string => names.join(", "),
    and: (names: readonly string[]): string =>
      names.length < 2
        ? names.join("")
        : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`,
    labelled: (label: string, text: string) => `${label}: ${text}`,
    bracketed: (label: string, text: string) => `${label} (${text})`,
  },

  groups: {
    cloud: "Cloud",
    hardware: "Hardware and site",
    operation: "Running it",
    energy: "Power",
    finance: "Time and money",
    performance: "Performance",
    other: "More",
  },

  parameters: { preset: "Figures" },

  /** Why a result is missing: in a table, in place of the figure. */
  reasons: {
    noUse: "nothing is used",
    notGiven: "needs a figure under “All assumptions”",
    aboveFullUse: "never: renting is cheaper even at full use",
    energyAboveRent: "never: an hour’s power costs more than an hour’s rent",
    rentIndependentOfUse: "none: a reserved GPU costs the same busy or idle",
    rentBelowOtherCosts: "none: owning loses even with free GPUs",
    priceWithoutEffect: "none: the price changes nothing",
    notWithinHorizon: "not within the years in service",
    notLasting: "reached, but lost again later",
    lasting: "never, it stays paid back",
    onlyWithResidual: "only when the hardware is resold",
    nothingInvested: "nothing is paid up front",
    noRent: "nothing is rented",
    noCost: "nothing is paid",
    noRevenue: "nothing is sold",
    flowsOfOneSign: "none: money flows one way only",
    noRate: "none: no rate balances the payments",
    severalRates: "none: several rates balance the payments",
    notInEveryScenario: "not every scenario has a figure",
    outOfReach: "no value within the limits gives it",
    notFound: "none was found",
  },

  /** What stands beside a field: what to type, with an example. */
  codes: {
    notANumber: (low: string, high: string, example: string) =>
      `Enter a number from ${low} to ${high}, such as ${example}.`,
    notFinite: (low: string, high: string, example: string) =>
      `Enter a number from ${low} to ${high}, such as ${example}.`,
    notAnInteger: (low: string, high: string, example: string) =>
      `Enter a whole number from ${low} to ${high}, such as ${example}.`,
    belowMinimum: (low: string, high: string, example: string) =>
      `Enter a number from ${low} to ${high}, such as ${example}.`,
    aboveMaximum: (low: string, high: string, example: string) =>
      `Enter a number from ${low} to ${high}, such as ${example}.`,
    wrongType: "Enter a number or choose a word from the list.",
    unknownChoice: "Choose one from the list.",
    unknownField: "This calculator has no such figure. Check the name’s spelling.",
    missing: (low: string, high: string, example: string) =>
      `Enter a number from ${low} to ${high}, such as ${example}.`,
    emptyList: "Add at least one entry.",
    tooManyEntries: (_low: string, high: string) => `Keep to ${high} entries or fewer.`,
    duplicate: "This name is already in the list. Choose another.",
    unknownChip: "The catalogue has no such chip. Choose one from the list.",
    unknownPreset: "There is no such set of figures. Choose one from the list.",
    mixedSparsity: "Compare dense with dense or sparse with sparse figures, not both at once.",
    conflict: "This figure does not fit another one. Change one of the two.",
    probabilitySum: "Make the probabilities add up to 100%.",
    allZero: "Give at least one scenario more than 0%.",
    invalidText: "Write this in the form that is asked for.",
    tooLong: (_low: string, high: string) => `Keep this to ${high} characters or fewer.`,
    tooDeep: "Put fewer levels inside one another.",
    unknownUnit: "Use a unit that is known, such as million USD or GPU-hour.",
    unknownName: "Nothing has this name. Check its spelling.",
    incompatibleUnits: "These two measure different things. Check their units.",
    /** Of a text that a reader has typed. */
    badRange: "Give the lower figure first, such as 35k–40k.",
    noRange: "Enter one number here, not a range.",
    ambiguous: "Did you mean one of these?",
    otherCurrency: (currency: string, example: string) =>
      `Enter the amount in ${currency}, such as ${example}.`,
    number: "Enter a number.",
    whole: "Enter a whole number.",
    belowMinimumOnly: (low: string) => `Enter ${low} or more.`,
    aboveMaximumOnly: (high: string) => `Enter ${high} or less.`,
  },

  choices: { verdict: { own: "Buy", rent: "Rent", tie: "A toss-up" } },

  /** What a figure of the article's scenarios, or of one's own, is called. */
  figure: "Figure",
};
