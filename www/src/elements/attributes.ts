/** The attributes of a tag, and what a publisher has misspelt of them. */
import { parseNumber } from "../formats/parse.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { knownFor, knownLanguages } from "../locales/registry.js";
import { kebab } from "../names.js";
import { tell } from "../page-json.js";
import { SETTING_WORDS } from "../settings.js";
import { alternatives, nearest, oneOf, suggestion } from "../suggest.js";

/** Attributes that any element may have, and those of the tools that write pages. */
const GLOBAL =
  /^(?:accesskey|autofocus|class|contenteditable|dir|draggable|exportparts|hidden|id|inert|is|item\w+|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|xmlns|on\w+)$|[-:@.](?![a-z-]*$)|^(?:aria|data|v|x|hx|ng|_ng|wire|js)[-:]|^[^a-z]/;

/** What a publisher says about the drawing of a widget. */
export const SWITCHES = [
  "theme",
  "layout",
  "fields",
  "heading",
  "headingLevel",
  "presetLabel",
  "currency",
  "rate",
  "rateDate",
] as const;

/** What of a calculator's figures is both an attribute and a property, by the property's name. */
export function attributeNames(info: CalculatorInfo | undefined): string[] {
  if (info === undefined) return [];
  const lists = info.lists.filter(({ ids }) => ids);
  const names = [...info.parameters, ...info.texts, ...lists].map(({ name }) => name);
  return [...new Set([...names, "preset"])];
}

interface Class {
  readonly info: CalculatorInfo;
  readonly observedAttributes: readonly string[];
}

/** Tells what is wrong with a tag: attributes that are none, and values that are not taken. */
export function tellFaults(element: Element, { info, observedAttributes }: Class): void {
  // Not `cloudrate`, which HTML makes of `cloudRate`, where there is `cloud-rate`.
  const bare = new Set(observedAttributes.filter((name) => name.includes("-")).map(joined));
  const names = observedAttributes.filter((name) => name === kebab(name) && !bare.has(name));
  for (const { name, value } of element.attributes) {
    if (observedAttributes.includes(name)) {
      const advice = settingAdvice(info, name, value) ?? figureAdvice(info, name, value);
      if (advice !== undefined) {
        tell(`<${element.localName}> does not take ${name}=${JSON.stringify(value)}, ${advice}`);
      }
    } else if (!GLOBAL.test(name)) {
      const meant = nearest(name, names);
      if (meant === undefined) continue;
      tell(`<${element.localName}> has no attribute ${name}; did you mean ${meant}?`);
    }
  }
}

const joined = (name: string) => name.replaceAll("-", "");

/** The names in `fields`, those of parameters as they are called: `cloud-rate`, `cloudRate`, `cloudrate`. */
export function fieldNames(text: string, { parameters }: CalculatorInfo): string[] {
  return text
    .split(/[\s,]+/)
    .filter((field) => field !== "")
    .map((field) => {
      const bare = joined(field).toLowerCase();
      return parameters.find(({ name }) => name.toLowerCase() === bare)?.name ?? field;
    });
}

/** What no fallback holds, and an article does; a heading may be the fallback's own, two are not. */
const ARTICLE = "h1, h2, article, aside, footer, nav";
const HEADINGS = "h3, h4, h5, h6";

/** Tells a tag that holds the rest of its page: what stands inside is not shown. */
export function tellUnclosed(element: Element): void {
  const headings = element.querySelectorAll(HEADINGS).length;
  if (headings < 2 && element.querySelector(ARTICLE) === null) return;
  const { localName } = element;
  tell(
    `<${localName}> holds a heading or a part of the page, which it hides; is </${localName}> missing?`,
  );
}

/** What to write in place of a figure, where it is not one that its attribute takes. */
export function figureAdvice(
  { parameters, presets }: CalculatorInfo,
  attribute: string,
  text: string,
): string | undefined {
  if (text.trim() === "") return undefined;
  if (attribute === "preset") {
    return presets.length === 0 || presets.includes(text) ? undefined : oneOf(presets, text);
  }
  // HTML makes `cloudrate` of `cloudRate`.
  const bare = joined(attribute);
  const info = parameters.find(({ name }) => name.toLowerCase() === bare);
  return info && valueAdvice(info, info.kind === "choice" ? text : (parseNumber(text) ?? text));
}

/** What to write in place of a value that is not taken: the limits, and the likeliest number. */
function valueAdvice(info: ParameterInfo, value: unknown): string | undefined {
  const { kind, min, max, words = [], default: usual, window } = info;
  if (kind === "choice") return words.includes(String(value)) ? undefined : oneOf(words, value);
  const isNumber = typeof value === "number" && Number.isFinite(value);
  const isWhole = kind !== "integer" || Number.isInteger(value);
  if (isNumber && isWhole && value >= min && value <= max) return undefined;
  const what = { integer: "whole numbers", money: "US dollars" }[kind as string] ?? "numbers";
  const limits = `only ${what} from ${min} to ${max}`;
  // A share of 70 is meant in per cent.
  if (isNumber && kind === "fraction" && value > max && value <= 100 * max) {
    return `${limits}; for ${value}% write ${Number((value / 100).toPrecision(12))}`;
  }
  return `${limits}, such as ${usual ?? window[0]}`;
}

/** The same for a place in a page's JSON, `gpus` or `offers[0].cloudRate`. */
export function placeAdvice(
  info: CalculatorInfo,
  path: string,
  value: unknown,
): string | undefined {
  const [, name = "", entry] = /^(\w+)(?:\[\d+\]\.(\w+))?$/.exec(path) ?? [];
  if (path === "preset") return figureAdvice(info, path, String(value));
  const table = entry === undefined ? info : info.lists.find((list) => list.name === name);
  const found = table?.parameters.find((parameter) => parameter.name === (entry ?? name));
  return found && valueAdvice(found, value);
}

function settingAdvice(info: CalculatorInfo, name: string, text: string): string | undefined {
  if (text === "") return undefined;
  if (name === "lang") {
    const isKnown = knownFor(text) !== "en" || /^en(?![a-z])/i.test(text);
    return isKnown ? undefined : oneOf(knownLanguages(), text);
  }
  if (name === "fields") {
    const names = info.parameters.map(({ name }) => name);
    const wrong = fieldNames(text, info).find((field) => !names.includes(field));
    if (wrong === undefined) return undefined;
    const known = names.map(kebab);
    const instead = suggestion(wrong, known) || `: ${alternatives(known)}`;
    return `only names of controls; ${wrong} is none${instead}`;
  }
  if (!Object.hasOwn(SETTING_WORDS, name)) return undefined;
  const words: readonly string[] = SETTING_WORDS[name as keyof typeof SETTING_WORDS];
  return words.includes(text) ? undefined : oneOf(words, text);
}
