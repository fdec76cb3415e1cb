/** What `--help` says. */
import { docs } from "../generated/docs.js";
import {
  type CalculatorName,
  calculators,
  type OutputInfo,
  type ParameterInfo,
} from "../generated/metadata.js";
import { LANGUAGES } from "../locales/types.js";
import { kebab } from "../names.js";
import { NAMES, textOptions } from "../ssr/names.js";
import { textNames } from "./figures.js";

/** Columns under each other. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join("\n");
}

const CALCULATORS = table(NAMES.map((name) => [kebab(name), docs[name].about]));

export function help(): string {
  return `Usage: chip-calculators <command> [arguments]

Commands:
  render <calculator>   prints a widget with its result: as HTML, text, SVG or PNG
  snippet <calculator>  prints what to paste into a page
  compute <calculator>  reads inputs on standard input, prints a result a line
  check [file]          recomputes and judges the claims of an article's file
  draft <text>          finds the figures of an article and writes the skeleton of its file

Flags:
  -h, --help     this, or of a command, or of a command and a calculator
  -V, --version  the version

Calculators:
${CALCULATORS}

Exit codes: 0 all is well; 1 an input was refused, or a claim is off; 2 a usage error.
`;
}

export function checkHelp(): string {
  return `Usage: chip-calculators check [article.json] [flags]

Recomputes every claim of an article's file and prints its verdict with the working; of the package's
own article where no file is named, of standard input for -. How such a file is written: docs/editors.md.

Flags:
  --lang ${LANGUAGES.join("|")}   the language; en unless given
  --json         the whole report as JSON

Exit codes: 0 nothing is off; 1 a claim differs or is contradicted; 2 a usage error, or a file with
mistakes, which are all told.
`;
}

export function draftHelp(): string {
  return `Usage: chip-calculators draft <article.md> > article.json

Finds the figures of an English or Chinese text, Markdown or plain, and prints the skeleton of the
article's file: a claim for each sentence with figures, nothing guessed. The text of standard input for -.
`;
}

/** What a publisher says of a widget. */
const SWITCHES = `\
  --lang ${LANGUAGES.join("|")}                its language; en unless given
  --theme light|dark          its theme; the page's unless given, in a frame the reader's system
  --heading <text>            a heading of your own
  --heading-level 2…6         its level
  --preset-label <text>       what your starting figures are called
  --fields <names>            the fields that show, between spaces
  --layout compact|full       how much shows; by its width unless given
  --currency <code>           the currency amounts show in, such as EUR; with --rate and --rate-date
  --rate <number>             what one US dollar is in it
  --rate-date <day>           the day of the rate
  --accent-color, --contrast-color, --text-color, --muted-color, --surface-color,
  --border-color <color>      such as 0a6b68`;

export function renderHelp(calculator?: CalculatorName): string {
  const name = calculator === undefined ? "<calculator>" : kebab(calculator);
  const own =
    calculator === undefined
      ? `Calculators:\n${CALCULATORS}\n\nThe figures of one: chip-calculators render <calculator> --help`
      : figures(calculator, (parameter) => `--${kebab(parameter)}`, textOptions(calculator));
  return `Usage: chip-calculators render ${name} [--<figure> <value> …] [flags]

Prints the widget: its tag with a declarative shadow root, the result included.

Flags:
  --width <px>                the width the chart is drawn for; 480 unless given
  --page                      a whole HTML document; it runs no script unless --base says where one is
  --base <address>            the folder of embed.js, for --page: https://… or /…
  --text                      title, sentence and results as plain text
  --svg                       title, sentence and chart as a picture
  --png                       the same as pixels; needs npm install @resvg/resvg-js
  --date <day>                of what day the figures are, for text and pictures; today unless given
${SWITCHES}

${own}
`;
}

export function snippetHelp(calculator?: CalculatorName): string {
  const name = calculator === undefined ? "<calculator>" : kebab(calculator);
  const own =
    calculator === undefined
      ? `Calculators:\n${CALCULATORS}\n\nThe figures of one: chip-calculators snippet <calculator> --help`
      : figures(calculator, (parameter) => `--${kebab(parameter)}`, textOptions(calculator));
  return `Usage: chip-calculators snippet ${name} [--<figure> <value> …] [flags]

Prints what to paste into a page, with the answer as a sentence for where it does not run.

Flags:
  --way element|frame|static  a custom element with its script; an iframe; plain HTML that runs nothing
  --base <address>            the folder where the package's files are served: https://… or /…
  --frozen                    every figure as it is now, with the day, whatever changes in later versions
  --date <day>                of what day the figures are, for static and frozen code; today unless given
  --figures <object>          lists as JSON, as the function takes them: chips, offers, scenarios
  --no-integrity              without the script's hash
  --oembed <folder>           writes index.html and oembed.json there, by which other sites show the frame,
                              and prints the line for your article's head; with --way frame, --base, --at
  --at <address>              where that folder will be served: https://…
  --provider <text>           the site's name in oembed.json; its host unless given
  --author <text>             the author's name there
${SWITCHES}

${own}
`;
}

const TRACE = `
  --trace FILE      GPUs in demand, hour by hour, for every input of cloud-break-even: a table with
                    one column or one called gpus, or a JSON list`;

export function computeHelp(calculator?: CalculatorName): string {
  const name = calculator === undefined ? "<calculator>" : kebab(calculator);
  const own =
    calculator === undefined
      ? `Calculators:\n${CALCULATORS}\n\nThe figures of one: chip-calculators compute <calculator> --help`
      : `${figures(calculator, (parameter) => parameter, textNames(calculator))}\n${outputs(calculator)}`;
  const demand = calculator === undefined || calculator === "cloudBreakEven";
  return `Usage: chip-calculators compute ${name} [--json|--csv] [--input json|csv]
           [--keep COLUMNS] < inputs

Reads JSON objects, one after another or in an array, or a table under a header of the figures'
names: CSV, or separated by semicolons or tabs, where a comma within a number is decimal. Prints a
line for each input. A bad one is told on standard error and does not stop the others.

Plain numbers count in the units below: 0.7 is 70 percent. In tables, "70%", "$7" and "37k" are read
too; in JSON a figure is a number.

Flags:
  --json            whole results as JSON lines; so unless given
  --csv             the single results as CSV
  --input json|csv  what is read; told by its first character unless given
  --keep COLUMNS    columns of the table to pass on, between commas; with --csv${demand ? TRACE : ""}

${own}
`;
}

/** What a calculator takes: unit, bounds, default. */
function figures(
  calculator: CalculatorName,
  written: (name: string) => string,
  taken: readonly string[],
): string {
  const { parameters, presets } = calculators[calculator];
  const { about, inputs } = docs[calculator];
  const texts: readonly (readonly string[])[] = [
    ["preset", presets.length > 0 ? `starting values: ${presets.join(", ")}` : "", ""],
    ["baseline", "id of the chip that the others are compared with", ""],
    ["chips", "ids of chips, between spaces", ""],
    ["calculator", "the calculator whose output the scenarios vary", ""],
    ["output", "the output to look at", ""],
  ];
  const listed = texts
    .filter(([name = "", doc]) => taken.includes(name) && doc !== "")
    .map(([name = "", doc = ""]) => [written(name), "text", "", doc]);
  const rows = parameters.map((info) => [
    written(info.name),
    kind(info),
    initial(info),
    withWords(inputs[info.name], info),
  ]);
  return `${about}\n\nFigures:\n${table([...listed, ...rows])}`;
}

const FEW = 4;

/** What it is, and which words there are where they are many. */
function withWords(doc = "", { words = [] }: ParameterInfo): string {
  return words.length > FEW ? `${doc} One of ${words.join(", ")}.` : doc;
}

function kind(info: ParameterInfo): string {
  if (info.kind === "choice") {
    const words = info.words ?? [];
    return words.length > FEW ? "word" : words.join("|");
  }
  const whole = info.kind === "integer" ? "whole " : "";
  return `${whole}${info.min} to ${info.max}${info.unit === "" ? "" : ` ${info.unit}`}`;
}

function initial(info: ParameterInfo): string {
  return info.default === null ? "may be absent" : `default ${info.default}`;
}

function outputs(calculator: CalculatorName): string {
  const { outputs } = calculators[calculator];
  if (outputs.length === 0) return "";
  const row = ({ name, unit, kind, words }: OutputInfo) => [
    name,
    kind === "choice" ? (words ?? []).join("|") : unit,
    docs[calculator].outputs[name] ?? "",
  ];
  return `\nResults:\n${table(outputs.map(row))}\n`;
}
