/** What is wrong with an article's file, in words that say what to write instead. */
import type { FieldError } from "#core";
import schema from "#data/schema/article.schema.json";
import { type CalculatorInfo, calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { spaced } from "../locales/spaced.js";
import { nearest } from "../suggest.js";
import { fieldMessage, printable, shown } from "./terminal.js";

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
  const colon = language === "zh" ? "：" : ": ";
  return `${printable(path)}${given}${colon}${language === "zh" ? spaced(advice) : advice}`;
}

function advise(field: FieldError, file: unknown, language: Language): string | undefined {
  const { path, code, value } = field;
  const say = SAY[language];
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
  const say = SAY[language];
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
  const say = SAY[language];
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
  const say = SAY[language];
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
  return SAY[language].meant(printable(found));
}

/** Which part of a value is not known, and what was probably meant; else what there is. */
function noPart(
  say: (part: string, isAlone: boolean) => string,
  { part = "", nearest: [near] = [] }: FieldError,
  language: Language,
): string {
  const hint = near === undefined ? "" : SAY[language].meant(printable(near));
  return say(printable(part), near === undefined) + hint;
}

function unknownName(
  field: FieldError,
  last: string,
  text: string,
  file: unknown,
  language: Language,
): string | undefined {
  const say = SAY[language];
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

/** What is said, by language; after the place, so that a sentence begins small. */
const SAY = {
  en: {
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
    unquoted:
      ', without quotation marks, commas or unit; or the name of an input, such as "=price"',
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
    noFunction: (name: string, here: string) =>
      `“${name}” before ${here} is no function; there are ${FUNCTIONS.join(", ")}`,
    comma: (here: string) =>
      `${here} separates nothing here; a number in an expression has no commas`,
    closesNothing: (here: string) => `${here} closes nothing`,
    percent: (here: string) => `${here} is no operator; give a figure the unit %`,
    meansNothing: (here: string) => `${here} means nothing in an expression`,
    figureAtEnd: (text: string) => `a figure is missing at the end, after “${text}”`,
    notClosed: (at: number) => `“(” (character ${at}) is not closed`,
    noTree: "this is no expression of figures, + - * / ^, parentheses and functions",
  },
  zh: {
    date: "日期请写成 2026-05-14",
    id: "请用小写字母、数字和连字符，例如 payback-2",
    number: "请写数字，例如 37,000",
    decimal: (number: string) => `请写成 ${number}`,
    bare: "请写不带引号的数字，例如 0.5",
    name: "名称以英文字母开头，只含英文字母、数字和 _；中文名称请写在 label 里",
    functionName: (name: string) => `${name} 是函数名，请换一个，例如 ${name}Total`,
    text: "请写文字，放在引号内",
    said: '请写文字，放在引号内；或分语言写：{"en": "…", "zh": "…"}',
    oneLanguage: "请写英文（en）、中文（zh），或两者都写",
    languages: "文字只分英文（en）和中文（zh）",
    list: "请写列表，放在方括号内",
    record: "请写对象，放在花括号内",
    figure: '请写对象，例如 {"value": "7.4", "unit": "month"}',
    claim: '每条说法是一个对象，例如 {"id": "payback", "says": "…"}',
    file: '文件是一个对象：{"id": …, "date": …, "source": …, "claims": […]}',
    twoNumbers: "请写两个数，小的在前，例如 [1000, 50000]",
    upsideDown: (from: number) => `上限不能低于下限 ${from}`,
    most: (most: number) => `最多 ${most} 项，请把文件拆开`,
    itself: (name: string) => `${name} 就是这个数字本身，怎么算都相符；请写它由什么得来`,
    eitherWay: "一项核对只能用算式或计算器之一",
    oneOfThree: "value、figure、catalogue 只能写一个",
    taken: "这个 id 已被使用，请换一个",
    twice: "这个名称已被使用，请换一个",
    noVerdict: "结论由核对得出，文件里不写",
    noPlace: "这个字段不该出现在这里",
    noField: "没有这个字段",
    noCalculator: "没有这个计算器",
    thereAre: (names: readonly string[]) => `；有 ${names.join("、")}`,
    oneOf: (words: readonly string[]) => `请从 ${words.join("、")} 中选一个`,
    noInput: (calculator: string) => `${calculator} 没有这一项`,
    currency: (unit: string) =>
      `计算器以美元计${unit === "USD" ? "" : `，这里的单位是 ${unit}`}；请乘以注明的汇率，例如 {"value": "0.14", "unit": "USD/CNY"}`,
    measures: (unit: string) => `这里的单位是 ${unit}，与算式的量纲不符，请核对单位`,
    plainNeeded: "未知数须为不带单位的数，由算式才能得出这个数字",
    unitNeeded: (unit: string) => `未知数的单位须为 ${unit}，由算式才能得出这个数字`,
    plain: "请写数字",
    whole: "请写整数",
    between: (low: number, high: number) => `，从 ${low} 到 ${high}`,
    atLeast: (low: number) => `，不小于 ${low}`,
    unquoted: '，不带引号、逗号和单位；或写数字的名称，例如 "=price"',
    fraction: (value: number) => `：${value}% 写作 ${value / 100}`,
    meant: (name: string) => `；是不是 ${name}？`,
    noFigure: "没有这个名称的数字",
    states: (names: readonly string[]) => `；这条说法有 ${names.join("、")}`,
    noResult: "计算器没有这项结果",
    noNumber: "这项结果是文字，请写结果为数字的一项",
    noneOfUnits: "不带单位的数",
    exponent: "指数不带单位，请把其中数字的单位去掉",
    plainOnly: (name: string, unit: string) =>
      `${name} 只接受不带单位的数，括号里的单位却是 ${unit}`,
    mixed: (one: string, other: string) => `${one} 与 ${other} 不能相加减或比较，请先换算`,
    noName: "没有这个名称的数字",
    noPrice: (nearest: string, newest: string) =>
      nearest === newest
        ? `这一天之前的一年没有价格，最近的是 ${nearest}`
        : `这一天之前的一年没有价格，最近的是 ${nearest}，最新的是 ${newest}`,
    noRecord: "目录里没有这一项；可用的见 docs/editors.md，例如 chips/h200-sxm/price",
    noStep: (part: string, isAlone: boolean) =>
      `目录里没有“${part}”${isAlone ? "；可用的见 docs/editors.md，例如 chips/h200-sxm/price" : ""}`,
    noUnit: (word: string, isAlone: boolean) =>
      `无法识别单位“${word}”${isAlone ? "；可用的单位见 docs/editors.md，其他事物不写单位" : ""}`,
    noSource: "没有这个 id 的来源，请列在 sources 里",
    missing: {
      id: "请写 id，例如 payback-2",
      says: "请写报道的原话",
      expression: "请写数字由什么得来：算式或计算器",
      figure: "请写要反推的数字",
      output: "请写计算器的哪项结果，例如 paybackMonths",
      claims: "请列出报道的各条说法",
      source: "请写报道的来源：sources 中某一项的 id",
      title: "请写标题",
      name: "请写它在算式里的名称",
      between: "请写它所在范围的两端，例如 [1000, 50000]",
    } as Readonly<Record<string, string>>,
    here: (token: string, at: number) => `“${token}”（第 ${at} 个字符）`,
    noExpression: "请写算式，例如 investment / benefit",
    operatorBefore: (here: string) => `${here}之前缺运算符`,
    figureBefore: (here: string) => `${here}之前缺数字`,
    noFunction: (name: string, here: string) =>
      `${here}之前的“${name}”不是函数；函数有 ${FUNCTIONS.join("、")}`,
    comma: (here: string) => `${here}在这里没有分隔什么；算式里的数字不用逗号`,
    closesNothing: (here: string) => `${here}没有对应的左括号`,
    percent: (here: string) => `${here}不是运算符；请给数字加上单位 %`,
    meansNothing: (here: string) => `${here}在算式里没有意义`,
    figureAtEnd: (text: string) => `“${text}”之后缺数字`,
    notClosed: (at: number) => `“(”（第 ${at} 个字符）没有闭合`,
    noTree: "算式只能由数字、名称、+ - * / ^、括号和函数组成",
  },
} as const;

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-z_]\w*)|([-+−*×/÷^])|(.))/iuy;

/** What is wrong with an expression, and where; `skipped` characters stand before it. */
function broken(text: string, skipped: number, language: Language): string {
  const say = SAY[language];
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
      if (isName && !FUNCTIONS.includes(name)) return say.noFunction(printable(name), here);
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
