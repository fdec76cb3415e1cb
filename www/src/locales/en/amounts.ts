/** English: how an article's amounts are written, and what its units are called. */

/** Several of a unit, where it is no sign as kWh is. */
const UNITS: Readonly<Record<string, string>> = {
  month: "months",
  year: "years",
  week: "weeks",
  day: "days",
  hour: "hours",
  minute: "minutes",
  second: "seconds",
  GPU: "GPUs",
  server: "servers",
  "GPU-hour": "GPU-hours",
  "GPU-month": "GPU-months",
  "GPU-year": "GPU-years",
  "kW-month": "kW-months",
  "server-hour": "server-hours",
  cent: "cents",
  token: "tokens",
  share: "shares",
  byte: "bytes",
  person: "people",
  unit: "units",
  rack: "racks",
};

const several = (unit: string) => UNITS[unit] ?? unit;

/** Of these "a" is said: $7 a month, but $7 per GPU-hour. */
const TIMES = ["year", "month", "week", "day"];

const SIGNS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  TWD: "NT$",
};

/** Scales of Chinese as English counts. */
const SCALES: Readonly<Record<string, string>> = {
  千: "thousand",
  万: "10,000",
  百万: "million",
  千万: "10 million",
  亿: "100 million",
  十亿: "billion",
  百亿: "10 billion",
  千亿: "100 billion",
  万亿: "trillion",
};

const scaleOf = (scale: string) => SCALES[scale] ?? scale;

export const amounts = {
  /** From which size on a number has its scale in words: 500,000, but 1.2 million. */
  wordsFrom: 1e6,
  /** A scale that not every browser has a word for: 10,000 亿 is 1 万亿. */
  rareScale: undefined as { readonly size: number; readonly word: string } | undefined,
  /** The scales that results are told in as they are printed; others are read out. */
  scales: ["million", "billion", "trillion"] as readonly string[],
  /** From which size on that would be hard to read: 100,000 million. */
  scaledBelow: 1e5,
  /** Power by the thousand. */
  watts: ["kW", "MW", "GW", "TW"] as readonly string[],
  /** Whether a tenth has a word, as 成 is one. */
  hasTenths: false as boolean,

  money: (minus: string, figures: string, currency: string): string =>
    `${minus}${SIGNS[currency]}${figures}`,
  percentagePoints: (figures: string, isOne: boolean) =>
    `${figures} percentage ${isOne ? "point" : "points"}`,
  times: (figures: string) => `${figures}×`,
  dense: (amount: string) => `${amount} dense`,
  sparse: (amount: string) => `${amount} sparse`,
  /** So many of a unit, which is known, or else stands as the article writes it. */
  counted: (figures: string, unit: string | undefined, written: string, isOne: boolean) => {
    const one = unit ?? written;
    return `${figures} ${isOne ? one : several(one)}`;
  },
  /** What an amount is of each of: " a year", " per GPU-hour", " per million tokens", "/h". */
  per: (unit: string | undefined, written: string, scale: string): string => {
    if (unit === undefined && written.length < 3) return `/${written}`;
    const one = unit ?? written;
    if (scale !== "") return ` per ${scaleOf(scale)} ${several(one)}`;
    return ` ${TIMES.includes(one) ? "a" : "per"} ${one}`;
  },
  /** A unit alone: "million kWh". */
  unit: (unit: string | undefined, written: string, scale: string): string =>
    `${scaleOf(scale)} ${several(unit ?? written)}`.trimStart(),
};
