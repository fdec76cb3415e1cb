/** What is wrong with an article's file, in words that say what to write instead. */
import type { FieldError } from "#core";
import schema from "#data/schema/article.schema.json";
import { type CalculatorInfo, calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { nearest } from "../suggest.js";
import { fieldMessage, printable, shown } from "./terminal.js";
import { faults, words } from "./words.js";

/** The file's fields, and the words of those that take one of some: as its schema has them. */
const [FIELDS, CHOICES] = fieldsOf(schema);

function fieldsOf(schema: object) {
  const fields = new Set<string>();
  const choices: Record<string, readonly string[]> = {};
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { properties = {} } = value as { properties?: Record<string, { enum?: string[] }> };
    for (const [name, { enum: words }] of Object.entries(properties)) {
      fields.add(name);
      if (words !== undefined) choices[name] = words;
    }
    for (const inner of Object.values(value)) look(inner);
  };
  look(schema);
  return [[...fields], choices] as const;
}

/** Fields that hold a text in one language or in both. */
const SAID = ["title", "section", "says", "note", "label"];
const LISTS = ["claims", "checks", "sources"];
const RECORDS = ["stated", "inputs", "input", "unknown", "known"];
const NUMBERS = ["value", "from", "to"];

const FUNCTIONS = ["min", "max", "sum", "mean", "abs", "sqrt", "exp", "ln"];

/** Every fault with its place, and what to write there; what only follows from another is left out. */
export function faultMessages(
  fields: readonly FieldError[],
  file: unknown,
  language: Language = "en",
): string[] {
  const own = fields.filter(
    (field) => !follows(field, file) && !unread(field, fields) && !misspelt(field, fields),
  );
  return (own.length > 0 ? own : fields).map((field) => faultMessage(field, file, language));
}

/** Whether a name is not known because what has it is wrong itself. */
function follows({ path, code, value }: FieldError, file: unknown): boolean {
  if (code !== "unknownName" || typeof value !== "string") return false;
  return named(path, file).includes(value);
}

/** Whether a field was not come to, because another one beside it is wrong. */
function unread({ path, code }: FieldError, fields: readonly FieldError[]): boolean {
  const at = path.lastIndexOf(".") + 1;
  const beside = (other: FieldError) =>
    other.code !== "unknownField" && other.path.startsWith(path.slice(0, at));
  return (
    at > 0 && code === "unknownField" && FIELDS.includes(path.slice(at)) && fields.some(beside)
  );
}

/** Whether a field is missing because the one beside it that is meant is misspelt. */
function misspelt({ path, code }: FieldError, fields: readonly FieldError[]): boolean {
  const at = path.lastIndexOf(".") + 1;
  const means = (other: FieldError) =>
    other.code === "unknownField" &&
    other.path.lastIndexOf(".") + 1 === at &&
    other.path.startsWith(path.slice(0, at)) &&
    nearest(other.path.slice(at), FIELDS) === path.slice(at);
  return code === "missing" && fields.some(means);
}

/** What a place may name: a source, a figure of any claim, what a check computes with. */
function named(path: string, file: unknown): string[] {
  const { sources } = file as Loose;
  if (/(^|\.)source$/.test(path)) {
    return Array.isArray(sources) ? sources.map((source: Loose) => String(source?.id)) : [];
  }
  if (/(^|\.)inputs\.\w+\.figure$/.test(path)) return figuresOf(file);
  if (!/\.checks\[\d+\]\.(figure|expression|input\b.*)$/.test(path)) return [];
  const { inputs = {} } = file as Loose;
  const own = claimAt(path, file);
  const stated = Object.keys(own?.stated ?? {});
  if (path.endsWith(".figure")) return stated;
  // Of itself no figure follows.
  const others = stated.filter((name) => name !== checkAt(path, file)?.figure);
  return [...others, ...Object.keys({ ...inputs, ...own?.inputs })];
}

/** Every figure that the claims state, as inputs name it. */
function figuresOf(file: unknown): string[] {
  return claimsOf(file).flatMap(({ id, stated = {} }) =>
    Object.keys(stated).map((name) => `${String(id)}.${name}`),
  );
}

interface Loose {
  readonly id?: unknown;
  readonly stated?: object;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly sources?: unknown;
  readonly claims?: readonly Loose[];
  readonly checks?: readonly { readonly calculator?: unknown; readonly figure?: unknown }[];
}

/** The claims, with what stands in a field of a misspelt name under the name that is meant. */
function claimsOf(file: unknown): readonly Loose[] {
  const { claims } = file as Loose;
  if (!Array.isArray(claims)) return [];
  return claims.map((claim: unknown) => {
    if (typeof claim !== "object" || claim === null) return {};
    const meant = Object.entries(claim).map(([name, value]) => {
      const isField = FIELDS.includes(name) || typeof value !== "object";
      return [(isField ? undefined : nearest(name, FIELDS)) ?? name, value];
    });
    return { ...Object.fromEntries(meant), ...claim } as Loose;
  });
}

/** The claim that a place is in. */
function claimAt(path: string, file: unknown): Loose | undefined {
  const claims = claimsOf(file);
  return claims[Number(/^claims\[(\d+)\]/.exec(path)?.[1])];
}

/** The check that a place is in. */
function checkAt(path: string, file: unknown) {
  const check = Number(/\.checks\[(\d+)\]/.exec(path)?.[1]);
  return claimAt(path, file)?.checks?.[check];
}

/** Its calculator. */
function calculatorAt(path: string, file: unknown): CalculatorInfo | undefined {
  const name = String(checkAt(path, file)?.calculator);
  return Object.entries(calculators).find(([key]) => key === name)?.[1];
}

/** What stands at a place of the file. */
function valueAt(path: string, file: unknown): unknown {
  if (path === "article") return file;
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
    file,
  );
}

/** A fault with its place, and what to write there. */
function faultMessage(field: FieldError, file: unknown, language: Language = "en"): string {
  const advice = advise(field, file, language);
  if (advice === undefined) return fieldMessage(field, field.path, language);
  const { path, code } = field;
  // A list is reported by its length, and of an expression the name in it that is wrong.
  const isWhole = code === "wrongType" || (code === "invalidText" && /\.input\./.test(path));
  const value = isWhole ? (valueAt(path, file) ?? field.value) : field.value;
  // Of a field that there is not, its content is no matter.
  const isObject = code === "unknownField" && typeof valueAt(path, file) === "object";
  const given = code === "missing" || isObject ? "" : ` = ${shown(value)}`;
  return words[language].at(printable(path) + given, advice);
}

function advise(field: FieldError, file: unknown, language: Language): string | undefined {
  const { path, code, value } = field;
  const say = faults[language];
  const last = path.slice(path.lastIndexOf(".") + 1);
  const text = typeof value === "string" ? value : "";
  const isInput = /(^|\.)inputs\.\w+$/.test(path);
  const isCalculators = /\.input\.[^.[\]]+$/.test(path);
  if (isCalculators) {
    const advice = adviseCalculators(field, last, file, language);
    if (advice !== undefined) return advice;
  }
  switch (code) {
    case "missing":
      if (last === "date") return say.date;
      if (last === "en") return say.oneLanguage;
      return say.missing[last] ?? (NUMBERS.includes(last) ? say.number : undefined);
    case "invalidText":
      if (path === "article") return undefined;
      if (last === "date") return say.date;
      if (last === "id") return say.id;
      if (/\.expression$/.test(path)) return broken(text, 0, language);
      if (/\.input\./.test(path)) return broken(text, 1, language);
      if (text.startsWith("=")) return broken(text.slice(1), 1, language);
      if (text === last || last === "name") {
        return FUNCTIONS.includes(text) ? say.functionName(printable(text)) : say.name;
      }
      if (!isInput && !NUMBERS.includes(last)) return undefined;
      return /^[-+]?\d+,\d+$/.test(text) ? say.decimal(text.replace(",", ".")) : say.number;
    case "unknownUnit":
      return field.part === undefined ? undefined : noPart(say.noUnit, field, language);
    case "wrongType":
    case "notANumber":
      return wrongType(path, last, isInput, language);
    case "tooManyEntries":
      return field.max === undefined ? undefined : say.most(field.max);
    case "belowMinimum":
      return last === "to" && field.min !== undefined ? say.upsideDown(field.min) : undefined;
    case "conflict":
      if (/\.(expression|input)$/.test(path)) return say.itself(printable(text));
      if (last === "calculator") return say.eitherWay;
      if (["figure", "catalogue"].includes(last)) return say.oneOfThree;
      return undefined;
    case "duplicate":
      return last === "id" ? say.taken : say.twice;
    case "unknownField":
      if (last === "verdict") return say.noVerdict;
      if (SAID.includes(path.split(".").at(-2) ?? "")) return say.languages;
      if (FIELDS.includes(last)) return say.noPlace;
      // What stands deeper in a calculator's input is none of the file's fields.
      return say.noField + (/\.input\./.test(path) ? "" : meant(last, FIELDS, language));
    case "incompatibleUnits": {
      if (field.part !== undefined) return clash(field.part, field.nearest ?? [], language);
      if (!/\.unknown\.unit$/.test(path)) return undefined;
      const [needed = ""] = field.nearest ?? [];
      return needed === "" ? say.plainNeeded : say.unitNeeded(printable(needed));
    }
    case "unknownChoice": {
      if (last === "calculator") {
        const names = Object.keys(calculators);
        return say.noCalculator + (meant(text, names, language) || say.thereAre(names));
      }
      const words = CHOICES[last];
      return words && say.oneOf(words);
    }
    case "unknownName":
      return unknownName(field, last, text, file, language);
    default:
      return undefined;
  }
}

/** What a calculator refuses of its input, in the numbers that the file has. */
function adviseCalculators(
  { path, code, value, min, max, part }: FieldError,
  last: string,
  file: unknown,
  language: Language,
): string | undefined {
  const say = faults[language];
  const calculator = calculatorAt(path, file);
  const parameters = calculator?.parameters ?? [];
  const parameter = parameters.find(({ name }) => name === last);
  if (code === "unknownField") {
    const names = parameters.map(({ name }) => name);
    return say.noInput(calculator?.name ?? "") + meant(last, names, language);
  }
  if (code === "unknownPreset") return say.oneOf(calculator?.presets ?? []);
  if (parameter === undefined) return undefined;
  if (parameter.words !== undefined) return say.oneOf(parameter.words);
  if (code === "incompatibleUnits" && part !== undefined) return undefined;
  if (code === "incompatibleUnits") {
    const names = String(value).match(/[A-Za-z_]\w*/g) ?? [];
    const { inputs = {} } = file as Loose;
    const known: Readonly<Record<string, unknown>> = { ...inputs, ...claimAt(path, file)?.inputs };
    const units = names.map((name) => (known[name] as { unit?: unknown } | undefined)?.unit);
    const isForeign =
      parameter.unit.includes("USD") && units.some((unit) => FOREIGN.test(`${unit}`));
    return isForeign ? say.currency(parameter.unit) : say.measures(parameter.unit || "1");
  }
  if (!["wrongType", "notANumber", "notAnInteger", "belowMinimum", "aboveMaximum"].includes(code)) {
    return undefined;
  }
  const [low, high] = [min ?? parameter.min, max ?? parameter.max];
  const bounds = high < 1e12 ? say.between(low, high) : say.atLeast(low);
  const kind = parameter.kind === "integer" ? say.whole : say.plain;
  const hint =
    typeof value === "string"
      ? say.unquoted
      : parameter.kind === "fraction" && code === "aboveMaximum" && Number(value) <= 100
        ? say.fraction(Number(value))
        : "";
  return kind + bounds + hint;
}

/** Currencies that calculators do not count in. */
const FOREIGN = /元(?!.*美)|CNY|RMB|¥|EUR|€|GBP|£|JPY|HKD|TWD|KRW/;

function wrongType(
  path: string,
  last: string,
  isInput: boolean,
  language: Language,
): string | undefined {
  const say = faults[language];
  if (path === "article") return say.file;
  if (/^claims\[\d+\]$/.test(path)) return say.claim;
  if (/\[\d+\]$/.test(path)) return say.record;
  if (/\.stated\.\w+$/.test(path)) return say.figure;
  if (last === "between") return say.twoNumbers;
  if (LISTS.includes(last)) return say.list;
  if (RECORDS.includes(last)) return say.record;
  if (SAID.includes(last)) return say.said;
  if (isInput || NUMBERS.includes(last)) return say.number;
  if (["precision", "tolerance"].includes(last)) return say.bare;
  return FIELDS.includes(last) ? say.text : undefined;
}

/** Why an operator or function does not take what it is given: sign and units. */
function clash(sign: string, units: readonly string[], language: Language): string {
  const say = faults[language];
  if (sign === "^") return say.exponent;
  const [first = "", other = first] = [...new Set(units)].map((unit) => unit || say.noneOfUnits);
  if (["sqrt", "exp", "ln"].includes(sign)) return say.plainOnly(sign, printable(first));
  return say.mixed(printable(first), printable(other));
}

/** "; did you mean share?", or nothing. */
function meant(name: string, names: readonly string[], language: Language): string {
  const begins = (other: string) => name.length > 2 && other.startsWith(name);
  const found = nearest(name, names) ?? names.find(begins);
  if (found === undefined) return "";
  return faults[language].meant(printable(found));
}

/** Which part of a value is not known, and what was probably meant; else what there is. */
function noPart(
  say: (part: string, isAlone: boolean) => string,
  { part = "", nearest: [near] = [] }: FieldError,
  language: Language,
): string {
  const hint = near === undefined ? "" : faults[language].meant(printable(near));
  return say(printable(part), near === undefined) + hint;
}

function unknownName(
  field: FieldError,
  last: string,
  text: string,
  file: unknown,
  language: Language,
): string | undefined {
  const say = faults[language];
  const { path, nearest: near = [] } = field;
  const isCheck = /\.checks\[\d+\]/.test(path);
  const stated = Object.keys(claimAt(path, file)?.stated ?? {});
  if (last === "figure") {
    const names = isCheck ? stated : figuresOf(file);
    const listed = isCheck && stated.length > 0 ? say.states(stated.map(printable)) : "";
    return say.noFigure + (meant(text, names, language) || listed);
  }
  if (last === "output") {
    const outputs = calculatorAt(path, file)?.outputs ?? [];
    if (outputs.some(({ name, kind }) => name === text && kind === "choice")) return say.noNumber;
    const names = outputs.filter(({ kind }) => kind !== "choice").map(({ name }) => name);
    return say.noResult + meant(text, names, language);
  }
  if (last === "catalogue" && near.length > 0 && field.part === undefined) {
    const [nearest = "", newest = nearest] = near;
    return say.noPrice(nearest, newest);
  }
  if (last === "catalogue" || last === "series") {
    return field.part === undefined ? say.noRecord : noPart(say.noStep, field, language);
  }
  if (last === "source") {
    const ids = named(path, file).map(printable);
    return say.noSource + meant(text, ids, language);
  }
  if (/\.(expression|input\b.*)$/.test(path)) {
    return say.noName + meant(text, named(path, file), language);
  }
  return undefined;
}

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-z_]\w*)|([-+−*×/÷^])|(.))/iuy;

/** What is wrong with an expression, and where; `skipped` characters stand before it. */
function broken(text: string, skipped: number, language: Language): string {
  const say = faults[language];
  const open: { at: number; isCall: boolean }[] = [];
  if (text.trim() === "") return say.noExpression;
  let isName = false;
  let name = "";
  let wantsOperand = true;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [all, operand, operator, sign] = found;
    const token = all.trim();
    if (token === "") continue;
    const at = found.index + all.indexOf(token) + 1 + skipped;
    const here = say.here(printable(token), at);
    if (operand !== undefined) {
      if (!wantsOperand) return say.operatorBefore(here);
      wantsOperand = false;
      isName = /^[a-z]/i.test(operand);
      name = operand;
    } else if (operator !== undefined) {
      if (wantsOperand && !/[-+−]/.test(operator)) return say.figureBefore(here);
      wantsOperand = true;
      isName = false;
    } else if (sign === "(") {
      if (!wantsOperand && !isName) return say.operatorBefore(here);
      if (isName && !FUNCTIONS.includes(name))
        return say.noFunction(printable(name), here, FUNCTIONS);
      open.push({ at, isCall: isName });
      wantsOperand = true;
      isName = false;
    } else if (sign === ")" || sign === ",") {
      if (wantsOperand) return say.figureBefore(here);
      if (sign === "," && open.at(-1)?.isCall !== true) return say.comma(here);
      if (sign === ")" && open.pop() === undefined) return say.closesNothing(here);
      wantsOperand = sign === ",";
      isName = false;
    } else if (sign === "%") {
      return say.percent(here);
    } else {
      return say.meansNothing(here);
    }
  }
  const last = open.at(-1);
  if (wantsOperand) return say.figureAtEnd(printable(text.trim()));
  return last === undefined ? say.noTree : say.notClosed(last.at);
}
