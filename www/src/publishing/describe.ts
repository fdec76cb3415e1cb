/** What a widget with a state says and shows, where there is no page: for the command and the builder. */
import { chartStyles } from "../charts/styles.js";
import { publishersOf } from "../citation.js";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { draw } from "../ssr/render.js";
import { formatOf } from "./labels.js";
import { settings } from "./options.js";
import { type Caption, chartOf, chartTitleOf, type Drawn, picture } from "./picture.js";
import type { Answer, Details } from "./snippet.js";
import { type WidgetState, withInput } from "./state.js";
import { words } from "./words.js";

export interface Description extends Answer, Details {
  readonly lang: Language;
  /** Every result: name and value. */
  readonly results: Details["rows"];
  /** Title, sentence, chart and source in one picture. */
  readonly picture: Drawn | undefined;
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
  const { parameters } = calculators[calculator];
  const taken: Record<string, unknown> = {};
  for (const { name, kind } of settings(calculator)) {
    const text = attributes[name];
    if (kind !== "figure" || text === undefined) continue;
    const camel = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const info = parameters.find((info) => info.name === camel);
    if (name === "chips") taken.chips = text.split(" ");
    else if (info === undefined || info.kind === "choice") taken[camel] = text;
    else taken[camel] = text === "" ? null : Number(text);
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
  const lang: Language = attributes.lang === "zh" ? "zh" : "en";
  const { currency: code, rate, "rate-date": date } = attributes;
  // All three, or amounts stay in dollars.
  const isConverted = code !== undefined && rate !== undefined && date !== undefined;
  const display: Record<string, string> = isConverted
    ? { currency: code, rate, "rate-date": date }
    : {};
  const drawing = draw(calculator, { ...figures(state), lang }, display);
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
  };
}

/**
 * A state with every figure as it counts now: what changes later, a preset or a default, changes nothing
 * of it.
 */
export function frozen(state: WidgetState): WidgetState {
  const { result } = draw(state.calculator, figures(state));
  const { preset: _, ...input } = (result as { input: Record<string, unknown> }).input;
  return withInput(state, input);
}
