/** A check's expression as a reader reads it: what its names stand for, in words. */
import { calculators } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import type { Language } from "../i18n.js";
import { within } from "../locales/letters.js";
import { amount, range } from "./amounts.js";
import type { Check, Claim, Range, Words } from "./report.js";
import { told } from "./told.js";
import { words as said } from "./words.js";

const SIGNS: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−" };

/** What a formula can name: an input, a figure that the claim states. */
interface Named {
  readonly value: Range;
  readonly unit: string;
  readonly label?: Words;
  readonly parameter?: string;
  readonly reference?: string;
}

/** The label of a calculator's parameter: `clusterTco.gpuPrice`. */
export function parameterLabel(path: string, language: Language): string | undefined {
  const [calculator = "", parameter = ""] = path.split(".");
  if (!Object.hasOwn(words, calculator)) return undefined;
  const { parameters } = words[calculator as keyof typeof words](language);
  const labels: Readonly<Record<string, string>> = parameters;
  return Object.hasOwn(labels, parameter) ? labels[parameter] : undefined;
}

/** The parameter that a record of the catalogue is of: `presets/h200/cloudRate`. */
function parameterOf({ parameter, reference = "" }: Named): string | undefined {
  const [, preset, calculator, name] =
    /^(?:(presets)\/[^/]+|parameters\/(\w+))\/(\w+)$/.exec(reference) ?? [];
  return parameter ?? (name && `${preset ? "cloudBreakEven" : calculator}.${name}`);
}

/** What the editor calls a figure, else what the calculator does that takes it; else nothing. */
export function labelOf(named: Named | undefined, language: Language): string | undefined {
  if (named === undefined) return undefined;
  const own = told(named.label, language);
  if (own !== "") return own;
  const path = parameterOf(named);
  const label = path && parameterLabel(path, language);
  return label && within(label);
}

/** Where a claim has a name from: of two of one name it takes its own figure. */
const namedIn = (claim: Claim, name: string): Named | undefined =>
  [claim.stated, claim.inputs].find((figures) => Object.hasOwn(figures, name))?.[name];

const NAME = /[A-Za-z_]\w*/g;
const TOKEN = /\s*(?:([A-Za-z_]\w*)|((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|(\S))/giy;

/** One expression in words: "price of a GPU × 8". */
function written(expression: string, check: Check, claim: Claim, language: Language): string {
  const { assumption } = check;
  const isAlone = /^\s*\w+\s*$/.test(expression);
  const name = (name: string) => {
    const label =
      assumption?.name === name
        ? told(assumption.label, language)
        : labelOf(namedIn(claim, name), language);
    if (!label) return name;
    // A comma within a label is none between two figures.
    return /[,，]/.test(label) && !isAlone ? `“${label}”` : label;
  };
  const tokens = [...expression.matchAll(TOKEN)];
  const { functions, separator } = said[language];
  /** Of each open parenthesis: whose it is, and where it stands. */
  const open: { readonly of: string; readonly at: number }[] = [];
  let text = "";
  let before = "";
  let wantsOperand = true;
  for (const [index, [, word, number, sign = ""]] of tokens.entries()) {
    if (word !== undefined || number !== undefined) {
      text +=
        word === undefined ? number : Object.hasOwn(functions, word) ? functions[word] : name(word);
      wantsOperand = false;
    } else if (sign === "(") {
      open.push({ of: before, at: text.length });
      text += sign;
      wantsOperand = true;
    } else if (sign === ")") {
      const { of, at } = open.pop() ?? { of: "", at: 0 };
      // A sum that is all of it stands without parentheses.
      const isAll = of === "sum" && at === 0 && index === tokens.length - 1;
      text = isAll ? text.slice(1) : text + sign;
      wantsOperand = false;
    } else if (sign === ",") {
      text += open.at(-1)?.of === "sum" ? " + " : separator;
      wantsOperand = true;
    } else {
      const shown = SIGNS[sign] ?? sign;
      // A sign before its figure stands close to it, as in −2.
      text += wantsOperand ? shown : ` ${shown} `;
      wantsOperand = true;
    }
    before = word ?? "";
  }
  return text;
}

/** A check's formula with what it gives: "price of a GPU × 8 = $296,000"; nothing where a calculator reckons. */
export function formula(check: Check, claim: Claim, language: Language): string | undefined {
  const { expression, recomputed, unit, assumption } = check;
  if (expression === null) return undefined;
  const left = written(expression, check, claim, language);
  // With an unknown, the figure as printed is what it is solved for.
  const stated = check.figure === null ? undefined : claim.stated[check.figure];
  const right =
    assumption !== null && stated !== undefined
      ? range(stated.value, stated.unit, language)
      : recomputed === null
        ? undefined
        : range(recomputed, unit, language);
  return right === undefined ? left : `${left} = ${right}`;
}

/** A figure as readers know it: a utilization of 0.7 is 70%. */
export function shown({ value, unit, parameter = "" }: Named, language: Language): string {
  const [calculator = "", name = ""] = parameter.split(".");
  const info = Object.entries(calculators).find(([known]) => known === calculator)?.[1];
  const kind = info?.parameters.find((known) => known.name === name)?.kind;
  if (unit !== "" || kind !== "fraction") return range(value, unit, language);
  return range({ from: 100 * value.from, to: 100 * value.to }, "%", language);
}

/** What a calculator is given of the claim's figures: "investment = $42 million". */
export function givenTo(calculator: string, claim: Claim, language: Language): string[] {
  const own = ({ parameter = "" }: Named) => parameter.startsWith(`${calculator}.`);
  const given = Object.values(claim.inputs).filter(own);
  const lines = given.map((named) => `${labelOf(named, language)} = ${shown(named, language)}`);
  return [...new Set(lines)];
}

/** Those that decide most of a result; a calculator has two dozen parameters. */
const MOST_TAKEN = 6;

/**
 * What a claim's calculators take by themselves for what they are not given, each with what it is
 * called; where checks decide, theirs.
 */
export function takenIn({ checks }: Claim, language: Language): [string, string][] {
  const deciding = checks.filter(({ figure }) => figure !== null);
  const all = (deciding.length > 0 ? deciding : checks).flatMap(({ calculator, taken }) =>
    taken.map(({ parameter, value, unit }): [string, string] => {
      const label = parameterLabel(`${calculator}.${parameter}`, language) ?? parameter;
      return [within(label), amount(value, unit, language)];
    }),
  );
  return [...new Map(all)].slice(0, MOST_TAKEN);
}

/** What the names of a claim's expressions stand for, each once: "price of a GPU = $37,000". */
export function terms(claim: Claim, language: Language): string[] {
  const names = claim.checks.flatMap(({ expression }) => expression?.match(NAME) ?? []);
  const lines = [...new Set(names)].flatMap((name) => {
    const named = namedIn(claim, name);
    if (named === undefined) return [];
    return `${labelOf(named, language) ?? name} = ${shown(named, language)}`;
  });
  return [...new Set(lines)];
}
