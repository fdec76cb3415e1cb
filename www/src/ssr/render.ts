/** Widgets as HTML, where there is no DOM. */

import { renderThunked } from "@lit-labs/ssr/lib/render.js";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import { escapeHtml } from "@lit-labs/ssr/lib/util/escape-html.js";
import type { TemplateResult } from "lit";
import type { FieldError } from "#core";
import { core } from "#instance";
import type { Core } from "../core.js";
import { styles } from "../elements/styles.js";
import { calculatorError } from "../errors.js";
import { byCalculator } from "../generated/elements.js";
import { type CalculatorName, calculators, type OutputInfo } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { isBuiltIn, type Verdict } from "../locales/types.js";
import { kebab } from "../names.js";
import type { Problem } from "../state/store.js";
import type { ViewHost } from "../views/view.js";
import { calculatorNamed, NAMES, textOptions } from "./names.js";

/** How a widget is drawn. */
export interface RenderOptions {
  /** The language of the widget, whatever the page's; `en` unless given. */
  readonly lang?: Language | undefined;
  /** That of the reader's system unless given. */
  readonly theme?: "light" | "dark" | undefined;
  /** The width the chart is drawn for, px; lines shrink and grow with the widget. 480 unless given. */
  readonly width?: number | undefined;
}

/** The figures of a calculator that a tag has attributes for. */
type Figures<Input> = {
  readonly [Name in keyof Input as Name extends "chips"
    ? never
    : Input[Name] extends string | number | null | undefined
      ? Name
      : never]?: Input[Name] | undefined;
};

type Inputs = { readonly [Name in CalculatorName]: NonNullable<Parameters<Core[Name]>[0]> };

/** What `render` takes, by calculator. */
export interface Widgets
  extends Readonly<{
    [Name in Exclude<CalculatorName, "pricePerformance" | "scenarioOutlook">]: Figures<
      Inputs[Name]
    >;
  }> {
  readonly pricePerformance: Figures<Inputs["pricePerformance"]> & {
    /** Ids of chips of the catalogue. */
    readonly chips?: readonly string[] | undefined;
  };
  readonly scenarioOutlook: Pick<Inputs["scenarioOutlook"], "preset">;
}

type Kebab<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `-${Lowercase<Head>}`}${Kebab<Tail>}`
  : "";

/** A calculator's name, `cloudBreakEven`, in kebab-case, or as a tag. */
export type WidgetName<Name extends keyof Widgets = keyof Widgets> =
  | Name
  | Kebab<Name>
  | `chip-${Kebab<Name>}`;

/** The calculator that a name is of. */
export type WidgetOf<Name extends WidgetName> = {
  [Calculator in keyof Widgets]: Name extends WidgetName<Calculator> ? Calculator : never;
}[keyof Widgets];

/** What an element says to those that draw it. */
interface Drawn {
  readonly measure: { width: number };
  readonly store: { setJson(figures: object): void };
  readonly problems: readonly Problem[];
  readonly result: object | undefined;
  setAttributes(attributes: Iterable<readonly [name: string, value: string]>): void;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  willUpdate(): void;
  render(): TemplateResult;
  verdict(result: object): Verdict;
  readonly seen: Pick<ViewHost, "info" | "source">;
  readonly bars: TemplateResult | undefined;
  /** Whether a parameter counts for what is asked. */
  relevant(name: string): boolean;
  quantity(output: OutputInfo, value: number): string;
  main(result: object): readonly (readonly [name: string, value: string])[];
}

/** Widths a chart can be drawn for. */
const WIDTH = { min: 160, max: 10_000, default: 480 };

/** Where no script will ever run, what would not answer is not shown: of a control its figure is left. */
const WITHOUT_SCRIPT = `
  .control .track, .control .about, .front .foot, .tools, .tabs, .views, .status > button, summary::after,
  .handle .hand, input.over {
    display: none !important;
  }
  .widget, .said, .face { min-block-size: 0 !important; }
  .widget .body .figure { contain: inline-size; flex: none; max-block-size: none; }
  input[type="text"], select {
    appearance: none;
    pointer-events: none;
    border-color: transparent;
    box-shadow: none;
  }
`;

const STYLES = {
  live: dense(`${styles.cssText} @media (scripting: none) {${WITHOUT_SCRIPT}}`),
  still: dense(styles.cssText + WITHOUT_SCRIPT),
};

/** Attributes, and what is wrong with the options. */
interface Attributes {
  readonly attributes: ReadonlyMap<string, string>;
  readonly fields: readonly FieldError[];
}

/**
 * A widget as an HTML string: the tag with its attributes, in it the answer as plain text, and a declarative
 * shadow root that shows the result. The same options give the same
 * string. Where the script runs, the element takes it over.
 *
 * @throws {CalculatorError} with every bad option; `wrongType` also for one that no attribute can hold.
 * @throws {RangeError} when no calculator has the name.
 */
export function render<Name extends WidgetName>(
  name: Name,
  options?: RenderOptions & Widgets[WidgetOf<Name>],
): string;
export function render(name: string, options: object = {}): string {
  return markup(name, options, "live");
}

/** The same; `still` for a page that has no script, with what a publisher says of the tag. */
export function markup(
  name: string,
  options: object,
  styles: keyof typeof STYLES,
  switches: Readonly<Record<string, string>> = {},
): string {
  const { attributes, body, sentence, tag } = draw(name, options, switches);
  const written = attributes.map(([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`);
  // The opening tag alone on its line and no line empty: Markdown takes the whole for HTML. The answer first:
  // it is what a text begins with that has lost its tags.
  return [
    `<${tag}${written.join("")}>`,
    `<p>${escapeHtml(sentence)}</p>`,
    `<template shadowrootmode="open"><style>${STYLES[styles]}</style>`,
    `${body}</template>`,
    `</${tag}>`,
  ].join("\n");
}

/** A widget as it is drawn, in parts. */
export interface Drawing {
  readonly calculator: CalculatorName;
  readonly tag: string;
  readonly lang: Language;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** All of it, as HTML. */
  readonly body: string;
  readonly sentence: string;
  readonly result: object;
  /** The ids of the sources of the figures it starts with. */
  readonly sources: readonly string[];
  /** Its bars as one drawing, as HTML, where its chart is bars. */
  readonly bars: string | undefined;
  /** A result as the widget writes it. */
  quantity(output: OutputInfo, value: number): string;
  /** The results that matter, where the calculator has no outputs. */
  readonly main: readonly (readonly [name: string, value: string])[];
}

/**
 * Draws a widget.
 *
 * @param display - Further attributes, which change no figure: the currency on show.
 * @param lists - Figures that no attribute holds, as the calculator takes them.
 * @throws {CalculatorError} with every bad option; `wrongType` also for one that no attribute can hold.
 * @throws {RangeError} when no calculator has the name.
 */
export function draw(
  name: string,
  options: object = {},
  display: Readonly<Record<string, string>> = {},
  lists: Readonly<Record<string, unknown>> = {},
): Drawing {
  const calculator = calculatorNamed(name);
  if (calculator === undefined) {
    throw new RangeError(`no calculator is called ${text(name)}; there are ${NAMES.join(", ")}`);
  }
  const { attributes, width } = checked(calculator, options, lists);
  const element = new byCalculator[calculator]() as unknown as Drawn;
  element.setAttributes([...attributes, ...Object.entries(display)]);
  element.store.setJson(lists);
  element.measure.width = width;
  element.willUpdate();
  const { result, problems } = element;
  if (result === undefined || problems.length > 0) {
    throw new Error(`<${calculators[calculator].element}> could not be drawn`);
  }
  const lang = attributes.get("lang") as Language;
  const { lead, rest } = element.verdict(result);
  return {
    calculator,
    tag: calculators[calculator].element,
    lang,
    attributes: Array.from(element.attributes, ({ name, value }) => [name, value] as const),
    body: dense(plain(collectResultSync(renderThunked(element.render())))),
    sentence: [lead, rest].filter((part) => part !== "").join(sharedWords(lang).space),
    result,
    sources: sourcesOf(element, result),
    bars: element.bars && dense(plain(collectResultSync(renderThunked(element.bars)))),
    quantity: (output, value) => element.quantity(output, value),
    main: element.main(result),
  };
}

/** Of its parameters, and of the rows it compares. */
function sourcesOf(element: Drawn, result: object): string[] {
  const { info, source } = element.seen;
  const { rows = [] } = result as {
    readonly rows?: readonly Readonly<Record<"priceSource" | "performanceSource", unknown>>[];
  };
  const ids = [
    ...info.parameters
      .filter(({ name }) => element.relevant(name))
      .map(({ name }) => source(name)?.source),
    ...rows.flatMap((row) => [row.priceSource, row.performanceSource]),
  ];
  return ids.filter((id) => typeof id === "string");
}

/** Everything that is wrong with the options at once: what the calculator says of its own, and the rest. */
function checked(
  calculator: CalculatorName,
  options: object,
  lists: Readonly<Record<string, unknown>>,
): { attributes: ReadonlyMap<string, string>; width: number } {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw calculatorError([{ path: "options", code: "wrongType", value: options }]);
  }
  const {
    lang = "en",
    theme,
    width = WIDTH.default,
    ...figures
  } = options as Record<string, unknown>;
  const fields: FieldError[] = [];
  try {
    (core()[calculator] as (input: object) => object)({
      ...figures,
      ...lists,
    });
  } catch (error) {
    const { fields: bad } = error as { fields?: readonly FieldError[] };
    if (bad === undefined) throw error;
    fields.push(...bad);
  }
  const { attributes, fields: unwritable } = written(calculator, figures);
  fields.push(...unwritable.filter(({ path }) => !fields.some((field) => field.path === path)));
  if (!isBuiltIn(lang)) fields.push(choice("lang", lang));
  if (theme !== undefined && theme !== "light" && theme !== "dark") {
    fields.push(choice("theme", theme));
  }
  fields.push(...badWidth(width));
  if (fields.length > 0) throw calculatorError(fields);
  const all = new Map(attributes);
  all.set("lang", lang as string);
  if (theme !== undefined) all.set("theme", theme as string);
  return { attributes: all, width: width as number };
}

/** The figures as attributes. */
function written(calculator: CalculatorName, figures: Record<string, unknown>): Attributes {
  const { parameters } = calculators[calculator];
  const known = [...textOptions(calculator), ...parameters.map(({ name }) => name)];
  const attributes = new Map<string, string>();
  const fields: FieldError[] = [];
  // In the order of the table: how the options are ordered is no difference.
  for (const name of known) {
    const value = figures[name];
    if (value === undefined) continue;
    const text = name === "chips" ? list(value) : scalar(value);
    if (text === undefined) fields.push({ path: name, code: "wrongType", value });
    else attributes.set(kebab(name), text);
  }
  for (const [name, value] of Object.entries(figures)) {
    if (value === undefined || known.includes(name)) continue;
    fields.push({ path: name, code: "wrongType", value });
  }
  return { attributes, fields };
}

/** An absent figure is an empty attribute. */
function scalar(value: unknown): string | undefined {
  if (value === null) return "";
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Ids between spaces; a chip of the page's own, which is an object, has no attribute. */
function list(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const whole = value.every((id) => typeof id === "string" && /^[^\s,]+$/.test(id));
  return whole ? value.join(" ") : undefined;
}

function choice(path: string, value: unknown): FieldError {
  return { path, code: typeof value === "string" ? "unknownChoice" : "wrongType", value };
}

function badWidth(value: unknown): FieldError[] {
  const { min, max } = WIDTH;
  const bad = (code: FieldError["code"]) => [{ path: "width", code, value, min, max }];
  if (typeof value !== "number") return bad("wrongType");
  if (Number.isNaN(value)) return bad("notANumber");
  if (value < min) return bad("belowMinimum");
  return value > max ? bad("aboveMaximum") : [];
}

/**
 * Without Lit's markers, which the element does not look for: it draws anew. Nothing else is touched:
 * in texts and attributes, `<` and `"` are written as character references.
 */
function plain(html: string): string {
  return (
    html
      .replace(/<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g, "")
      // Lit writes what a property is as an attribute of that value; that of a boolean is its presence.
      .replace(/ selected="(true|false)"/g, (_, value) => (value === "true" ? " selected" : ""))
  );
}

/** Without the indentation of the sources; untrusted ids and numbers have no lines to lose. */
function dense(source: string): string {
  return source.replace(/\n\s+/g, "\n").trim();
}

/** Something untrusted in a message. */
function text(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : typeof value;
}
