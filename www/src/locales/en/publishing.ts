/** English: what goes with an answer where it is pasted, and what is wrong with a setting. */

export const publishing = {
  /** Over the results that are told. */
  results: "The main results",
  foot: (day: string, version: string) =>
    `Figures as of ${day}, computed by chip-calculators ${version}.`,
  /** After an answer whose figures stay as they are. */
  asOf: (day: string) => `Figures as of ${day}.`,
  /** What such figures are called, alone and after the publisher's own name for them. */
  frozen: (day: string) => `as of ${day}`,
  frozenAs: (label: string, day: string) => `${label}, as of ${day}`,
  sources: (publishers: string) => `Sources of the starting figures: ${publishers}.`,
  withoutScript: "This page has no script: its figures cannot be changed here.",
};

export const problems = {
  /** `gpus=0: must be at least 1`. */
  problem: (setting: string, why: string) => `${setting}: ${why}`,
  meant: (why: string, near: string) => `${why}; did you mean ${near}?`,
  unknown: "no setting has this name",
  twice: "is given more than once; the first counts",
  notANumber: "is not a number",
  notAnInteger: "must be a whole number",
  missing: "is missing",
  belowMinimum: (bound: string) => `must be at least ${bound}`,
  aboveMaximum: (bound: string) => `must be at most ${bound}`,
  unknownChoice: "is not one of the choices",
  notAColor: "is not a color of three or six hexadecimal digits, such as 0a6b68",
  notAnAddress: "is not an address that starts with https:// and names a folder",
  notAnObject: 'is no JSON object, such as {"chips": ["h100-sxm"]}',
  tooLong: (bound: string) => `is longer than ${bound} characters`,
};
