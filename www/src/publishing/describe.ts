/** What a widget with a state says and shows, where there is no page: for the command and the builder. */
import { chartStyles } from "../charts/styles.js";
import { publishersOf } from "../citation.js";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { isBuiltIn } from "../locales/types.js";
import { camel } from "../names.js";
import { draw } from "../ssr/render.js";
import { formatOf } from "./labels.js";
import { type Entry, listsOf } from "./lists.js";
import { line, settings } from "./options.js";
import { type Caption, chartOf, chartTitleOf, type Drawn, picture } from "./picture.js";
import type { Answer, Details } from "./snippet.js";
import { stateWith, type WidgetState, withInput } from "./state.js";
import { words } from "./words.js";

export interface Description extends Answer, Details {
  readonly lang: Language;
  /** Every result: name and value. */
  readonly results: Details["rows"];
  /** Title, sentence, chart and source in one picture. */
  readonly picture: Drawn | undefined;
  /** The rows that were counted with, by list, whoever gave them. */
  readonly lists: Readonly<Record<string, readonly Entry[]>>;
}

/** Of many results those that a reader asks for, the point where the verdict turns among them. */
const MAIN: Readonly<Partial<Record<CalculatorName, readonly string[]>>> = {
  clusterTco: [
    "capital",
    "total",
    "annualCost",
    "costPerGpuHourUsed",
    "costPerGpuHourAvailable",
    "energyKwhPerYear",
    "facilityMw",
  ],
  cloudBreakEven: [
    "breakEvenUtilization",
    "annualOwn",
    "annualRent",
    "breakEvenCloudRate",
    "breakEvenGpuPrice",
    "paybackMonths",
    "saving",
  ],
};

/** Rows that a table in a page has at most, of a list that may be long. */
const MOST_ROWS = 7;

/** The figures of a state as the calculator takes them. */
export function figures({ calculator, attributes }: WidgetState): Record<string, unknown> {
  const { lists, parameters } = calculators[calculator];
  const taken: Record<string, unknown> = {};
  for (const { name: attribute, kind } of settings(calculator)) {
    const text = attributes[attribute];
    if (kind !== "figure" || text === undefined) continue;
    const name = camel(attribute);
    const info = parameters.find((info) => info.name === name);
    if (lists.some((list) => list.name === name)) taken[name] = text.split(" ");
    else if (info === undefined || info.kind === "choice") taken[name] = text;
    else taken[name] = text === "" ? null : Number(text);
  }
  return taken;
}

/**
 * Describes a widget; `day` is the day its figures are of.
 *
 * @throws {CalculatorError} when the calculator refuses the state's figures.
 */
export function describe(state: WidgetState, day: string, version: string): Description {
  const { calculator, attributes, colors } = state;
  const lang = isBuiltIn(attributes.lang) ? attributes.lang : "en";
  const { currency: code, rate, "rate-date": date } = attributes;
  // All three, or amounts stay in dollars.
  const isConverted = code !== undefined && rate !== undefined && date !== undefined;
  const display: Record<string, string> = isConverted
    ? { currency: code, rate, "rate-date": date }
    : {};
  const drawing = draw(calculator, { ...figures(state), lang }, display, listsOf(state));
  const currency = isConverted ? { code, rate: Number(rate), date } : undefined;
  const format = formatOf(calculator, lang, currency);
  const title = attributes.heading || format.locale.title;
  const { sentence } = drawing;
  const publishers = publishersOf(drawing.sources, format);
  const foot = [
    words[lang].foot(format.date(day), version),
    format.currencyNote,
    publishers.length === 0 ? "" : words[lang].sources(format.locale.ui.list(publishers)),
  ]
    .filter((part) => part !== "")
    .join(format.words.space);
  const theme = attributes.theme === "dark" ? "dark" : "light";
  const chart = chartOf(drawing.bars ?? drawing.body);
  const shown = (caption?: Caption) =>
    chart === undefined
      ? undefined
      : picture({
          chart,
          title: chartTitleOf(drawing.body),
          sheet: chartStyles.cssText,
          theme,
          colors,
          caption,
        });
  const result = drawing.result as Record<string, unknown> & {
    readonly input: Readonly<Record<string, unknown>>;
    reasons?: Readonly<Record<string, string>>;
  };
  const { outputs } = calculators[calculator];
  // What lacks a figure that nobody gave: there is no field here to give it in.
  const told = outputs.filter(({ name }) => result.reasons?.[name] !== "notGiven");
  const listed = told.map((output): readonly [string, string] => {
    const value = result[output.name];
    const reason = result.reasons?.[output.name];
    const text =
      typeof value === "number"
        ? drawing.quantity(output, value)
        : typeof value === "string"
          ? (format.locale.choices[output.name]?.[value] ?? value)
          : ((reason && format.locale.reasons[reason]) ?? format.locale.ui.notAvailable);
    return [format.locale.outputs[output.name] ?? output.name, text];
  });
  const main = MAIN[calculator];
  const isMain = (at: number) => main?.includes(told[at]?.name ?? "") ?? true;
  return {
    lang,
    title,
    sentence,
    results: [...listed, ...drawing.main],
    caption: words[lang].results,
    rows: [...listed.filter((_, at) => isMain(at)), ...drawing.main.slice(0, MOST_ROWS)],
    foot,
    chart: shown(),
    picture: shown({ title, sentence, foot }),
    lists: countedLists(calculator, result.input),
  };
}

/** The lists of an input, as far as it has them. */
function countedLists(
  calculator: CalculatorName,
  input: Readonly<Record<string, unknown>>,
): Description["lists"] {
  const { lists } = calculators[calculator];
  const given = lists.filter(({ name }) => Array.isArray(input[name]));
  return Object.fromEntries(given.map(({ name }) => [name, input[name] as readonly Entry[]]));
}

/** What is pasted of a state, and what it says. */
export interface Published {
  readonly state: WidgetState;
  readonly description: Description;
}

/**
 * A state as it is pasted: as it is, or with every figure as it counts on this day, which both the widget
 * and the sentence then say.
 */
export function published(
  state: WidgetState,
  day: string,
  version: string,
  isFrozen: boolean,
): Published {
  if (!isFrozen) return { state, description: describe(state, day, version) };
  const held = frozen(state, day);
  const description = describe(held, day, version);
  const format = formatOf(held.calculator, description.lang);
  const dated = words[description.lang].asOf(format.date(day));
  const sentence = description.sentence + format.words.space + dated;
  return { state: held, description: { ...description, sentence } };
}

/** A state that a later version's presets, defaults and catalogue change nothing of. */
function frozen(state: WidgetState, day: string): WidgetState {
  const { calculator } = state;
  const { lang, result } = draw(
    calculator,
    { ...figures(state), lang: state.attributes.lang ?? "en" },
    {},
    listsOf(state),
  );
  const { input, rows, mixed } = result as {
    input: Record<string, unknown>;
    rows?: readonly Record<string, unknown>[];
    mixed?: boolean;
  };
  const { preset: _, ...counted } = input;
  if (calculator === "pricePerformance" && rows !== undefined) {
    // What an article printed is as old as the article, and no list of one's own may mix its measures.
    if (mixed) counted.preset = "article";
    else counted.chips = rows.map(chip);
  }
  // Scenarios say nothing of what they are of: that is the set's.
  const isSet = calculator === "scenarioOutlook" && listsOf(state).scenarios === undefined;
  if (isSet && input.calculator === undefined)
    counted.preset = state.attributes.preset ?? "article";
  const held = withInput(state, counted);
  const date = formatOf(calculator, lang).date(day);
  const own = state.attributes["preset-label"] ?? "";
  const label = own === "" ? words[lang].frozen(date) : words[lang].frozenAs(own, date);
  // A name that is as long as may be has no room for the day, which the sentence has as well.
  if ("wrong" in line(label)) return held;
  return stateWith(calculator, { ...held.attributes, "preset-label": label }, held.colors);
}

/** A chip of a comparison with the figures it was compared by, as the calculator takes it. */
function chip(row: Record<string, unknown>): Record<string, unknown> {
  const names = ["id", "name", "sparsity", "price", "powerW", "performance"];
  const known = names.filter((name) => row[name] !== null && row[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, row[name]]));
}
