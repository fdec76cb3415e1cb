/** English: what the command says of an article, and what is wrong with its file. */
import { capital } from "../letters.js";

export const command = {
  /** A figure of an input or a place in a file, and what is wrong with it. */
  at: (place: string, advice: string) => `${place}: ${advice}`,
  /** Two letters that look alike where no font has them; none where every font has. */
  letters: undefined as readonly [one: string, another: string] | undefined,

  /** Under a claim. */
  report: {
    formula: (text: string) => `Formula: ${text}.`,
    terms: (list: string) => `Where ${list}.`,
    given: (list: string) => `The calculator is given ${list}.`,
    taken: (list: string) => `For the rest it assumes ${list}.`,
    hold: (list: string) => `To hold, one of these alone would do: ${list}.`,
    holdOf: (label: string, list: string) =>
      `${capital(label)}: to hold, one of these alone would do: ${list}.`,
    remedy: (name: string, value: string, change: string) => `${name} = ${value} (${change})`,
    unsourced: (name: string) => `No source is named for ${name}, and nothing recomputes it.`,
    unchecked: (name: string, source: string) =>
      `${capital(name)} is from ${source}; nothing here recomputes it.`,
    unused: (name: string) => `No check uses ${name}.`,
    separator: "; ",
  },

  notJson: {
    standardInput: "standard input",
    empty: (file: string) => `${file} is empty`,
    open: (file: string, line: number) =>
      `${file} is not whole JSON: at its end, line ${line}, something is not closed`,
    comma: (file: string, line: number, column: number, here: string) =>
      `${file}, line ${line}, column ${column}: not JSON, a comma is missing before ${here}`,
    misplaced: (file: string, line: number, column: number, here: string) =>
      `${file}, line ${line}, column ${column}: not JSON, ${here} has no place here`,
    quotes: (misplaced: string) => `${misplaced}; JSON has straight quotation marks, "`,
  },
};

/** What to write in an article's file; after the place, so that a sentence begins small. */
export const faults = {
  date: "write the date as 2026-05-14",
  id: "write small letters, digits and hyphens, such as payback-2",
  number: "write a number such as 37,000",
  decimal: (number: string) => `write ${number}`,
  bare: "write a number without quotation marks, such as 0.5",
  name: "a name begins with a letter from a to z and has such letters, digits and _ alone",
  functionName: (name: string) =>
    `${name} is the name of a function: choose another, such as ${name}Total`,
  text: "write a text, in quotation marks",
  said: 'write a text in quotation marks, or one a language: {"en": "…", "zh": "…"}',
  oneLanguage: "write the text in English (en), in Chinese (zh) or in both",
  languages: "a text is in English (en), in Chinese (zh) or in both",
  list: "write a list, in square brackets",
  record: "write an object, in braces",
  figure: 'write an object such as {"value": "7.4", "unit": "month"}',
  claim: 'write a claim in braces, such as {"id": "payback", "says": "…"}',
  file: 'the file is one object, in braces: {"id": …, "date": …, "source": …, "claims": […]}',
  twoNumbers: "write two numbers, the smaller first, such as [1000, 50000]",
  upsideDown: (from: number) => `the upper end is at least the lower, ${from}`,
  most: (most: number) => `there are at most ${most}: divide the file`,
  itself: (name: string) =>
    `${name} is the figure itself, which would always agree: write what it follows from`,
  eitherWay: "a check has either an expression or a calculator",
  oneOfThree: "an input has one of value, figure and catalogue",
  taken: "this id is taken: choose another",
  twice: "this name is taken: choose another",
  noVerdict: "a claim takes no verdict: the check reaches it",
  noPlace: "this field has no place here",
  noField: "there is no such field",
  noCalculator: "no calculator has this name",
  thereAre: (names: readonly string[]) => `; there are ${names.join(", ")}`,
  oneOf: (words: readonly string[]) => `write one of ${words.join(", ")}`,
  noInput: (calculator: string) => `${calculator} takes no such input`,
  currency: (unit: string) =>
    `the calculators count in US dollars${unit === "USD" ? "" : `, here in ${unit}`}: multiply by an exchange rate that you name, such as {"value": "0.14", "unit": "USD/CNY"}`,
  measures: (unit: string) =>
    `it is taken in ${unit}, and the expression measures something else: check the units`,
  plainNeeded: "the figure follows from the expression only where the unknown is a plain number",
  unitNeeded: (unit: string) =>
    `the figure follows from the expression only where the unknown is in ${unit}`,
  plain: "write a number",
  whole: "write a whole number",
  between: (low: number, high: number) => ` from ${low} to ${high}`,
  atLeast: (low: number) => ` of at least ${low}`,
  unquoted: ', without quotation marks, commas or unit; or the name of an input, such as "=price"',
  fraction: (value: number) => `: ${value}% is ${value / 100}`,
  meant: (name: string) => `; did you mean ${name}?`,
  noFigure: "no figure has this name",
  states: (names: readonly string[]) => `; the claim states ${names.join(", ")}`,
  noResult: "the calculator has no such result",
  noNumber: "this result is a word: name one that is a number",
  noneOfUnits: "a plain number",
  exponent: "an exponent has no unit: write what stands in it without one",
  plainOnly: (name: string, unit: string) =>
    `${name} takes a plain number, and what stands in it measures ${unit}`,
  mixed: (one: string, other: string) =>
    `${one} and ${other} do not go together: convert one of them`,
  noName: "no figure or input has this name",
  noPrice: (nearest: string, newest: string) =>
    nearest === newest
      ? `there are no prices of the year up to that day; the nearest are of ${nearest}`
      : `there are no prices of the year up to that day; the nearest are of ${nearest}, the newest of ${newest}`,
  noRecord:
    "the catalogue has no such figure; docs/editors.md lists what there is, such as chips/h200-sxm/price",
  noStep: (part: string, isAlone: boolean) =>
    `the catalogue has no “${part}”${isAlone ? "; docs/editors.md lists what there is, such as chips/h200-sxm/price" : ""}`,
  noUnit: (word: string, isAlone: boolean) =>
    `“${word}” is no unit that is known${isAlone ? "; docs/editors.md lists the units, and anything else is counted without one" : ""}`,
  noSource: "no source has this id: list it under sources",
  missing: {
    id: "give it an id, such as payback-2",
    says: "write what the article says",
    expression: "write what the figure follows from: an expression, or a calculator",
    figure: "name the figure that is solved for",
    output: "name the result of the calculator, such as paybackMonths",
    claims: "list the article’s claims",
    source: "name the article’s source: the id of one under sources",
    title: "write its title",
    name: "write the name that the expression has for it",
    between: "write two numbers that it lies between, such as [1000, 50000]",
  } as Readonly<Record<string, string>>,
  here: (token: string, at: number) => `“${token}” (character ${at})`,
  noExpression: "write an expression, such as investment / benefit",
  operatorBefore: (here: string) => `an operator is missing before ${here}`,
  figureBefore: (here: string) => `a figure is missing before ${here}`,
  noFunction: (name: string, here: string, functions: readonly string[]) =>
    `“${name}” before ${here} is no function; there are ${functions.join(", ")}`,
  comma: (here: string) =>
    `${here} separates nothing here; a number in an expression has no commas`,
  closesNothing: (here: string) => `${here} closes nothing`,
  percent: (here: string) => `${here} is no operator; give a figure the unit %`,
  meansNothing: (here: string) => `${here} means nothing in an expression`,
  figureAtEnd: (text: string) => `a figure is missing at the end, after “${text}”`,
  notClosed: (at: number) => `“(” (character ${at}) is not closed`,
  noTree: "this is no expression of figures, + - * / ^, parentheses and functions",
};
