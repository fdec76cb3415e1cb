/** What is wrong with an article's file, in words that say what to write instead. */
import type { FieldError } from "#core";
import { calculators } from "../generated/metadata.js";
import { nearest } from "../suggest.js";
import { fieldMessage, printable, shown } from "./terminal.js";

const FIELDS =
  "id title date source sources inputs claims section says note stated checks value from to unit bound precision quantity series seriesFor status figure catalogue label expression calculator input output tolerance unknown name between known publisher url licence".split(
    " ",
  );

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  bound: ["exactly", "atLeast", "above", "atMost", "below"],
  status: ["measured", "published", "estimated", "assumed"],
  quantity:
    "share utilization probability efficiency margin fall growth pue count price power duration".split(
      " ",
    ),
};

/** Every fault with its place, and what to write there; what only follows from another is left out. */
export function faultMessages(fields: readonly FieldError[], file: unknown): string[] {
  const own = fields.filter((field) => !follows(field, file) && !unread(field, fields));
  return (own.length > 0 ? own : fields).map((field) => faultMessage(field, file));
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

/** What a place may name: a source, a figure of any claim, what a check computes with. */
function named(path: string, file: unknown): string[] {
  const { sources } = file as Loose;
  if (/(^|\.)source$/.test(path)) {
    return Array.isArray(sources) ? sources.map((source: Loose) => String(source?.id)) : [];
  }
  if (/(^|\.)inputs\.\w+\.figure$/.test(path)) return figuresOf(file);
  if (!/\.checks\[\d+\]\.(figure|expression|input\b.*)$/.test(path)) return [];
  const { inputs = {}, claims = [] } = file as Loose;
  const own = claims[Number(/^claims\[(\d+)\]/.exec(path)?.[1])];
  const stated = Object.keys(own?.stated ?? {});
  if (path.endsWith(".figure")) return stated;
  return [...stated, ...Object.keys({ ...inputs, ...own?.inputs })];
}

/** Every figure that the claims state, as inputs name it. */
function figuresOf(file: unknown): string[] {
  const { claims = [] } = file as Loose;
  return claims.flatMap(({ id, stated = {} }) =>
    Object.keys(stated).map((name) => `${String(id)}.${name}`),
  );
}

/** A fault with its place, and what to write there. */
export function faultMessage(field: FieldError, file: unknown): string {
  const advice = advise(field, file);
  if (advice === undefined) return fieldMessage(field);
  const given = field.code === "missing" ? "" : ` = ${shown(field.value)}`;
  return `${printable(field.path)}${given}: ${advice}`;
}

function advise({ path, code, value }: FieldError, file: unknown): string | undefined {
  const last = path.slice(path.lastIndexOf(".") + 1);
  const text = typeof value === "string" ? value : "";
  const isInput = /(^|\.)inputs\.\w+$/.test(path);
  switch (code) {
    case "missing":
    case "invalidText":
      if (last === "date") return "write the date as 2026-05-14";
      if (code === "missing") return undefined;
      if (last === "id") return "write small letters, digits and hyphens, such as payback-2";
      if (/\.expression$/.test(path)) return broken(text);
      if (text.startsWith("=")) return broken(text.slice(1), 1);
      if (text === last || last === "name") {
        return "a name begins with a letter and has letters, digits and _ alone";
      }
      return isInput || /^(value|from|to)$/.test(last)
        ? "write a number such as 37,000"
        : undefined;
    case "wrongType":
    case "notANumber":
      return isInput || /^(value|from|to)$/.test(last)
        ? "write a number such as 37,000"
        : undefined;
    case "unknownField":
      if (last === "verdict") return "a claim takes no verdict: the check reaches it";
      if (FIELDS.includes(last)) return "this field has no place here";
      return `there is no such field${meant(last, FIELDS)}`;
    case "unknownChoice": {
      if (last === "calculator") {
        const names = Object.keys(calculators);
        return `no calculator has this name${meant(text, names) || `; there are ${names.join(", ")}`}`;
      }
      const words = CHOICES[last];
      return words && `write one of ${words.join(", ")}`;
    }
    case "unknownName":
      return unknownName(path, last, text, file);
    default:
      return undefined;
  }
}

/** "; did you mean share?", or nothing. */
function meant(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found === undefined ? "" : `; did you mean ${printable(found)}?`;
}

interface Loose {
  readonly id?: unknown;
  readonly stated?: object;
  readonly inputs?: object;
  readonly sources?: unknown;
  readonly claims?: readonly Loose[];
  readonly checks?: readonly { readonly calculator?: unknown }[];
}

function unknownName(path: string, last: string, text: string, file: unknown): string | undefined {
  const { claims = [] } = file as Loose;
  const [, claim, check] = /^claims\[(\d+)\](?:\.checks\[(\d+)\])?/.exec(path) ?? [];
  const own = claims[Number(claim)];
  const stated = Object.keys(own?.stated ?? {});
  if (last === "figure") {
    const names = check === undefined ? figuresOf(file) : stated;
    return `no figure has this name${meant(text, names) || among("the claim states", check === undefined ? [] : stated)}`;
  }
  if (last === "output") {
    const name = String(own?.checks?.[Number(check)]?.calculator);
    const outputs = Object.entries(calculators).find(([key]) => key === name)?.[1].outputs ?? [];
    return `the calculator has no such result${meant(
      text,
      outputs.map(({ name }) => name),
    )}`;
  }
  if (/\.(expression|input\b.*)$/.test(path)) {
    return `no figure or input has this name${meant(text, named(path, file))}`;
  }
  return undefined;
}

const among = (what: string, names: readonly string[]) =>
  names.length === 0 ? "" : `; ${what} ${names.map(printable).join(", ")}`;

const TOKEN = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[a-z_]\w*)|([-+−*×/÷^])|(.))/iuy;

const FUNCTIONS = ["min", "max", "sum", "mean", "abs", "sqrt", "exp", "ln"];

/** What is wrong with an expression, and where; `skipped` characters stand before it. */
function broken(text: string, skipped = 0): string {
  const open: { at: number; isCall: boolean }[] = [];
  if (text.trim() === "") return "write an expression, such as investment / benefit";
  let isName = false;
  let name = "";
  let wantsOperand = true;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [all, operand, operator, sign] = found;
    const token = all.trim();
    if (token === "") continue;
    const at = found.index + all.indexOf(token) + 1 + skipped;
    const here = `“${printable(token)}” (character ${at})`;
    if (operand !== undefined) {
      if (!wantsOperand) return `an operator is missing before ${here}`;
      wantsOperand = false;
      isName = /^[a-z]/i.test(operand);
      name = operand;
    } else if (operator !== undefined) {
      if (wantsOperand && !/[-+−]/.test(operator)) return `a figure is missing before ${here}`;
      wantsOperand = true;
      isName = false;
    } else if (sign === "(") {
      if (!wantsOperand && !isName) return `an operator is missing before ${here}`;
      if (isName && !FUNCTIONS.includes(name)) {
        return `“${printable(name)}” before ${here} is no function; there are ${FUNCTIONS.join(", ")}`;
      }
      open.push({ at, isCall: isName });
      wantsOperand = true;
      isName = false;
    } else if (sign === ")" || sign === ",") {
      if (wantsOperand) return `a figure is missing before ${here}`;
      if (sign === "," && open.at(-1)?.isCall !== true) {
        return `${here} separates nothing here; a number in an expression has no commas`;
      }
      if (sign === ")" && open.pop() === undefined) return `${here} closes nothing`;
      wantsOperand = sign === ",";
      isName = false;
    } else if (sign === "%") {
      return `${here} is no operator; give a figure the unit %`;
    } else {
      return `${here} means nothing in an expression`;
    }
  }
  const last = open.at(-1);
  if (wantsOperand) return `a figure is missing at the end, after “${printable(text.trim())}”`;
  if (last !== undefined) return `“(” (character ${last.at}) is not closed`;
  return "this is no expression of figures, + - * / ^, parentheses and functions";
}
