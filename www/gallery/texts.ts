/** All texts of every state, in every language, to be read in one sitting. */
import { Format } from "../src/formats/format.js";
import { type CalculatorName, calculators, fieldCodes } from "../src/generated/metadata.js";
import { sentences } from "../src/generated/sentences.js";
import { words } from "../src/generated/words.js";
import * as cloudBreakEven from "../src/locales/calculators/cloud-break-even.js";
import { sureSentences } from "../src/locales/calculators/say.js";
import { LANGUAGES, type Verdict } from "../src/locales/types.js";
import { type State, states } from "./states.js";

interface Answers {
  readonly title: (context: object) => string;
  readonly verdict: (context: object) => Verdict;
  readonly warning?: (context: object) => string | undefined;
  readonly words: (language: string) => object;
}

const formats = LANGUAGES.map((language) => new Format(language));

export interface Line {
  readonly what: string;
  /** One in each language. */
  readonly texts: readonly string[];
}

/** What a state says. */
export function linesOf(state: State, result: object): Line[] {
  const { title, verdict, warning } = sentences[state.calculator] as Answers;
  const contexts = formats.map((format) => ({
    format,
    result: { ...result, ...state.also },
    changed: state.changed,
    subject: {
      article: state.input.preset,
      name: format.locale.figure,
      show: (value: number) => format.money(value, 4),
    },
  }));
  const verdicts = contexts.map(verdict);
  const lines = [
    { what: "title", texts: contexts.map(title) },
    { what: "lead", texts: verdicts.map(({ lead }) => lead) },
    { what: "rest", texts: verdicts.map(({ rest }) => rest) },
    { what: "more", texts: verdicts.map(({ more }) => more) },
    { what: "warning", texts: contexts.map((context) => warning?.(context) ?? "") },
  ];
  return lines.filter(({ texts }) => texts.some((text) => text !== ""));
}

/** Every text of a language as it stands, functions with letters in place of their texts. */
function plain(words: readonly object[], path = ""): Line[] {
  const [first] = words;
  return Object.entries(first ?? {}).flatMap(([key, text]: [string, unknown]) => {
    const all = words.map((each) => (each as Record<string, unknown>)[key]);
    const what = path === "" ? key : `${path}.${key}`;
    if (typeof text === "string") return [{ what, texts: all.map(String) }];
    if (typeof text === "function") {
      return [{ what, texts: all.map((say) => sample(say as (...given: unknown[]) => string)) }];
    }
    return plain(all as object[], what);
  });
}

function sample(say: (...given: unknown[]) => string): string {
  const given = ["A", "B", "C", "D"].slice(0, Math.max(1, say.length));
  try {
    return String(say(...given));
  } catch {
    return String(say(given));
  }
}

/** The messages beside a field, for each kind of field. */
function messages(): Line[] {
  const parameters = [
    ...calculators.cloudBreakEven.parameters,
    ...calculators.investmentReturn.parameters,
  ];
  const fields = ["gpus", "gpuPrice", "cloudRate", "utilization", "residual"].map((name) =>
    parameters.find((parameter) => parameter.name === name),
  );
  return [...fieldCodes, "badRange", "noRange", "otherCurrency"].flatMap((code) =>
    fields.flatMap((info) =>
      info === undefined
        ? []
        : [
            {
              what: `${code}, ${info.name}`,
              texts: formats.map((format) => format.message({ code }, info)),
            },
          ],
    ),
  );
}

const SPREADS = [
  { above: 0.85, below: 0.14, tie: 0.01, p10: -8e6, p90: 135e6 },
  { above: 0.999, below: 0.001, tie: 0, p10: 2e6, p90: 135e6 },
  { above: 0.08, below: 0.84, tie: 0.08, p10: -90e6, p90: -3e6 },
  { above: 0.52, below: 0.46, tie: 0.02, p10: -40e6, p90: 45e6 },
];

function sure(): Line[] {
  return SPREADS.map(({ above, below, tie, p10, p90 }) => ({
    what: `${above} own, ${below} rent`,
    texts: formats.map((format) => {
      const { futures } = cloudBreakEven.words(format.language);
      const { lead, rest } = sureSentences(format, futures, { above, below, tie }, { p10, p90 });
      return lead + format.words.space + rest;
    }),
  }));
}

function ranges(): Line[] {
  const pairs = [
    [20e6, 90e6],
    [-90e6, -20e6],
    [-30e6, 50e6],
  ] as const;
  return pairs.map(([low, high]) => ({
    what: `${low} to ${high}`,
    texts: formats.map((format) => {
      const { lead, rest } = cloudBreakEven.between(format, low, high, format.years(5));
      return lead + format.words.space + rest;
    }),
  }));
}

function table(caption: string, lines: readonly Line[]): HTMLElement {
  const element = document.createElement("table");
  element.createCaption().textContent = caption;
  for (const { what, texts } of lines) {
    const row = element.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = what;
    row.append(head);
    texts.forEach((text, index) => {
      const cell = row.insertCell();
      cell.lang = formats[index]?.words.htmlTag ?? "";
      cell.textContent = text;
    });
  }
  return element;
}

/** Fills the page. */
export function show(
  root: HTMLElement,
  functions: Readonly<Record<CalculatorName, (input: never) => object>>,
): void {
  for (const state of states) {
    const result = functions[state.calculator](state.input as never);
    root.append(table(`${state.calculator}: ${state.name}`, linesOf(state, result)));
  }
  root.append(table("How sure?", sure()), table("Ranges", ranges()));
  root.append(table("Messages beside a field", messages()));
  root.append(table("Shared words", plain(formats.map((format) => format.words))));
  for (const [name, wordsOf] of Object.entries(words)) {
    root.append(table(`Words of ${name}`, plain(LANGUAGES.map((language) => wordsOf(language)))));
  }
}
