/** English: what is said of an article's claims, by the command and beside the article. */
import { capital, within } from "../letters.js";

/** "The cost of renting it" behind a preposition of its own: "cost of renting it". */
const bare = (label: string) => within(label.replace(/^(the|an?) /i, ""));

/** Whose price it is, where another chip's stands in for it. */
const priced = (price: string, standsFor: string | undefined) =>
  standsFor === undefined ? price : `${price}, in place of the ${standsFor}’s`;

const most = (price: string, from: string, to: string) =>
  `What moved it most is the ${price}, ${from} then and ${to} now; that alone`;

const standIn = (standsFor: string | undefined) =>
  standsFor === undefined ? "" : ` It stands in for the price of the ${standsFor}.`;

const newest = (price: string, standsFor: string | undefined) =>
  `At the newest ${priced(price, standsFor)}${standsFor === undefined ? "" : ","} it`;

const moment = (before: string, day: string, after: string, newest: string) =>
  `${before} at the prices of ${day}; ${after} at the newest, of ${newest}.`;

export const article = {
  verdicts: {
    agrees: "Adds up",
    differs: "Off",
    contradicted: "Contradicted",
    needsAssumption: "Depends",
    notStated: "Not checkable",
  },
  /** Of a claim that was worked out again: what no longer holds is not the article's fault. */
  liveVerdicts: {
    agrees: "Holds with your figures",
    differs: "Off with your figures",
    contradicted: "Not with your figures",
    needsAssumption: "Depends, with your figures",
    notStated: "Not checkable",
  },
  verdict: (verdict: string) => `${verdict}.`,
  verdictBy: (verdict: string, by: string) => `${verdict} by ${by}.`,
  by: {
    article: "the article’s own figures",
    reader: "your figures",
    dataSheet: "published figures",
    measurement: "a measurement",
    definition: "the figure’s own definition",
  },
  notStated: {
    result: "The article gives the parts but never puts them together.",
    none: "The article draws no conclusion from it.",
    source: "The article gives neither a source nor a way to work it out.",
    working: "The article names a source; nothing here can work it out.",
  },
  noCheck: "No check written yet.",

  /** What a figure cannot be. */
  neverBelow: (quantity: string, limit: string) => `No ${quantity} is below ${limit}.`,
  neverAbove: (quantity: string, limit: string) => `No ${quantity} is above ${limit}.`,
  quantities: {
    share: "share",
    utilization: "utilization",
    probability: "probability",
    efficiency: "efficiency",
    margin: "margin",
    fall: "fall",
    growth: "growth",
    pue: "PUE",
    count: "count",
    price: "price",
    power: "power",
    duration: "duration",
  } as Readonly<Record<string, string>>,

  /** A figure as the article has it. */
  bounds: {
    atLeast: (figure: string) => `at least ${figure}`,
    above: (figure: string) => `over ${figure}`,
    atMost: (figure: string) => `at most ${figure}`,
    below: (figure: string) => `under ${figure}`,
    about: (figure: string) => `about ${figure}`,
  },

  /** What a check gives: how the sentence begins, and how it goes on. */
  found: (figure: string) => `Worked out: ${figure}`,
  foundOf: (label: string, figure: string) => `${capital(label)}: ${figure}`,
  catalogued: (figure: string, source: string) => `The catalogue has ${figure} (${source})`,
  byOwnAssumptions: (found: string) =>
    `${found}, with the calculator’s own assumptions for the rest`,
  alone: (found: string) => `${found}.`,
  against: {
    printed: (found: string, printed: string) => `${found}; the article says ${printed}.`,
    otherUnit: (found: string, printed: string) =>
      `${found}; the article says ${printed}, in another unit.`,
    /** Of a range that the printed figure does not cover. */
    boundOfPart: (found: string, printed: string) =>
      `${found}; the article’s “${printed}” holds for a part of that.`,
    overlaps: (found: string, printed: string) =>
      `${found}; the article’s ${printed} overlaps with that only in part.`,
    isEnd: (found: string, printed: string) =>
      `${found}; the article’s ${printed} is one end of that.`,
    isValue: (found: string, printed: string) =>
      `${found}; the article’s ${printed} is one value of that.`,
    isPart: (found: string, printed: string) =>
      `${found}; the article’s ${printed} is a part of that.`,
    /** What the rounding of the figures that it rests on leaves open. */
    fits: (found: string, open: string, printed: string) =>
      `${found}; as the figures it rests on are rounded, it may be ${open}: the article’s ${printed} fits.`,
    mayFit: (found: string, open: string, printed: string) =>
      `${found}; as the figures it rests on are rounded, it may be ${open}: the article’s ${printed} fits, but so does much else.`,
  },

  /** Behind what a check is called; alone they begin with a capital. */
  of: (label: string, sentence: string) => `${capital(label)}: ${sentence}`,
  noAnswer: {
    plain: "there is no answer.",
    because: (why: string) => `there is no answer: ${why}.`,
    /** In place of a reason. */
    noNumber: "the formula has no value there, as in a division by zero",
    refused: (names: string) => `there is no answer: the calculator takes no such ${names}.`,
    otherUnit: "it measures something else: the units differ.",
  },
  toHold: {
    value: (what: string, value: string) => `to hold, ${what} must be ${value}.`,
    none: (what: string, low: string, high: string) =>
      `for no ${bare(what)} between ${low} and ${high} does it hold.`,
    beyond: (what: string, low: string, high: string, value: string) =>
      `for no ${bare(what)} between ${low} and ${high} does it hold; it would take ${value}.`,
    assumed: (value: string) => `Assumed here: ${value}.`,
    assumedFits: (value: string) => `Assumed here: ${value}, which fits.`,
    catalogued: (value: string) => `The catalogue says ${value}.`,
    cataloguedFits: (value: string) => `The catalogue says ${value}, which fits.`,
  },

  /** Orders of magnitude by their exponent. */
  orders: {
    1: "ten",
    2: "a hundred",
    3: "a thousand",
    4: "ten thousand",
    5: "a hundred thousand",
    6: "a million",
    7: "ten million",
    8: "a hundred million",
    9: "a billion",
    12: "a trillion",
  } as Readonly<Record<number, string>>,

  /** Slips that would explain a figure. */
  slips: {
    tooLarge: (times: string) => `It is ${times} times too large.`,
    tooSmall: (times: string) => `It is ${times} times too small.`,
    unit: "The number fits, the unit does not.",
    otherUnit: (figure: string) => `The number fits ${figure}.`,
    /** Which of the two is of a server, the printed figure or what it rests on, is not known. */
    server: (gpus: string) =>
      `A GPU and a server of ${gpus} are mixed up: the two figures are ${gpus} times apart.`,
    perGpu: "The figure for one and the figure for all are mixed up.",
    hours: (here: string, fits: string) => `It fits with ${fits} hours, where ${here} are meant.`,
    sparsity: "Sparse and dense FLOPS are mixed up.",
    percentagePoints: (percent: string) =>
      `These are percentage points; in per cent it is ${percent}.`,
    percent: (_amount: string, points: string) =>
      `This is per cent; in percentage points it is ${points}.`,
    base: (after: string, before: string, right: string) =>
      `It is measured against the ${bare(after)}; against the ${bare(before)} it is ${right}.`,
    otherBase: (right: string) =>
      `It is measured against the other of the two figures; against the one in the formula it is ${right}.`,
    growthDivided: (year: string) =>
      `It is the whole growth divided by the years; compounded it is ${year} a year.`,
    growthOfAll: (year: string) =>
      `It is the growth of all the years together; a year it is ${year}.`,
    inputUnit: (from: string, to: string) =>
      `It fits if one of the figures it rests on is in ${to} rather than ${from}.`,
    ratioLeft: (fall: string) => `That is what is left; the fall is ${fall}.`,
    ratio: (right: string) =>
      `How many times as much and how much more are mixed up: it is ${right}.`,
    roundedTooFar: (right: string) => `It is rounded too far: unrounded it is ${right}.`,
    cutOff: (right: string) => `Digits are cut off rather than rounded: it is ${right}.`,
    convention: (parameter: string, word: string) =>
      `It fits with another convention: ${parameter} “${word}”.`,
    inverted: (right: string) => `The ratio is upside down: it is ${right}.`,
    sign: "The sign is the wrong way round.",
    negativeBase:
      "The figure it is measured against is negative; a percentage of that says nothing.",
    neitherEnd: "Neither end follows.",
    lowerEnd: "Its lower end does not follow.",
    upperEnd: "Its upper end does not follow.",
    farWithin: (times: string) => `That holds, but ${times} times over: check the unit.`,
    bounded: (what: string) =>
      `It is not ruled out, for the article only gives a bound of ${what}.`,
    /** What has no name. */
    basis: "what it rests on",
  },

  /** The claim on the prices of the article's date and on the newest. */
  prices: {
    cloud: (chip: string) => `cloud price of the ${chip}`,
    purchase: (chip: string) => `purchase price of the ${chip}`,
  },
  priced,
  reruns: {
    both: (before: string, day: string, after: string, newest: string) =>
      `The result: ${moment(before, day, after, newest)}`,
    bothOf: (label: string, before: string, day: string, after: string, newest: string) =>
      `${capital(label)}: ${moment(before, day, after, newest)}`,
    noAnswer: "no answer",
    heldAndHolds: "It held then and still does.",
    heldAlone: "It held then; now it does not.",
    holdsAlone: "It did not hold then; now it does.",
    neverHeld: "It held neither then nor now.",
    noEffect: "No change of the prices changes it.",
    /** Of other sellers perhaps: no price need have risen or fallen. */
    adds: (price: string, standsFor: string | undefined, from: string, to: string, by: string) =>
      `${most(price, from, to)} adds ${by}.${standIn(standsFor)}`,
    takesOff: (
      price: string,
      standsFor: string | undefined,
      from: string,
      to: string,
      by: string,
    ) => `${most(price, from, to)} takes off ${by}.${standIn(standsFor)}`,
    /** Whether of two prices side by side the second says again what it is per. */
    repeatsUnit: false as boolean,
    nowHolds: "At the newest prices it does hold.",
    noLonger: "At the newest prices it no longer holds.",
    nowHoldsAt: (price: string, standsFor: string | undefined) =>
      `${newest(price, standsFor)} does hold.`,
    noLongerAt: (price: string, standsFor: string | undefined) =>
      `${newest(price, standsFor)} no longer holds.`,
    /** A price of then and of now, before its source. */
    price: (price: string, before: string, after: string) =>
      `${capital(price)}: ${before}, ${after}; `,
  },

  /** In a formula; a sum is written out. */
  functions: {
    min: "least of ",
    max: "greatest of ",
    mean: "mean of ",
    abs: "size of ",
    sqrt: "square root of ",
    exp: "exp",
    ln: "ln",
    sum: "",
  } as Readonly<Record<string, string>>,
  separator: ", ",

  /** The marks, what they open, and the list of all claims. */
  marked: (verdict: string) => `Checked: ${verdict}. Show the working`,
  claims: "The article’s figures, checked",
  all: "All",
  show: "Show",
  calculator: "Open in the calculator",
  live: "With your figures",
  checks: "The working",
  formula: "Formula",
  figures: "Figures used",
  since: "Then and now",
  pricesSince: "Prices then and now",
  brackets: [" (", ")"] as readonly [open: string, close: string],
  /** Where a figure comes from. */
  from: {
    article: "the article",
    assumed: "assumed",
    taken: "the calculator’s own assumption",
    reader: "yours",
  },
};
