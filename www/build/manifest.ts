/** `custom-elements.json`, from the parameter tables: what editors complete and catalogues list. */
import type { COLORS } from "../src/elements/palette.js";
import { Format } from "../src/formats/format.js";
import { type Docs, docs } from "../src/generated/docs.js";
import {
  type CalculatorInfo,
  type CalculatorName,
  calculators,
  type ParameterInfo,
} from "../src/generated/metadata.js";
import { words } from "../src/generated/words.js";
import { LANGUAGES } from "../src/locales/types.js";
import { kebab, pascal } from "../src/names.js";
import { SETTING_WORDS } from "../src/settings.js";
import { PROSE } from "./prose.js";

const text = (type: string) => ({ text: type });

const oneOf = (words: readonly string[]) => text(words.map((word) => `"${word}"`).join(" | "));

const COMMON_ATTRIBUTES = [
  {
    name: "preset",
    type: text("string"),
    description: "Sourced starting figures; your own figures override them.",
    example: "h200",
  },
  {
    name: "preset-label",
    type: text("string"),
    description: "What your starting figures are called, such as “As in this article”.",
    example: "As in this article",
  },
  {
    name: "heading",
    type: text("string"),
    description: "A heading in place of the widget's question.",
    example: "Buy or rent?",
  },
  {
    name: "heading-level",
    type: oneOf(SETTING_WORDS["heading-level"]),
    description: "The level of the heading on the page.",
    example: "3",
  },
  {
    name: "fields",
    type: text("string"),
    description: "The controls that show: names of attributes, separated by spaces.",
    example: "gpus utilization",
  },
  {
    name: "layout",
    type: oneOf(SETTING_WORDS.layout),
    description: "How much shows; by the room there is unless given.",
    example: "compact",
  },
  {
    name: "lang",
    type: oneOf(LANGUAGES),
    description: "The language; that of the page around it unless given.",
    example: "zh",
  },
  {
    name: "theme",
    type: oneOf(SETTING_WORDS.theme),
    description: "Light or dark; as the page unless given, and in a frame as the reader's system.",
    example: "light",
  },
  {
    name: "currency",
    type: text("string"),
    description: "The currency amounts show in, such as EUR; with `rate` and `rate-date`.",
    example: "EUR",
  },
  {
    name: "rate",
    type: text("number"),
    description: "What one US dollar is in that currency.",
    example: "0.92",
  },
  {
    name: "rate-date",
    type: text("string"),
    description: "The day of the rate, such as 2026-11-01.",
    example: "2026-11-01",
  },
];

const EVENTS = [
  { name: "chip-input", description: "The reader changed a figure: `detail.input`." },
  { name: "chip-result", description: "A new result: `detail.input`, `detail.result`." },
  { name: "chip-error", description: "No result: `detail.input`, `detail.error`." },
];

const COLOR_USES: Readonly<Record<keyof typeof COLORS, string>> = {
  accent: "Owning, the best chip, controls",
  contrast: "Renting",
  text: "Text",
  muted: "Text of less weight",
  surface: "Background",
  sunken: "Ground of explanations",
  border: "Hairlines",
  control: "Borders of controls",
  danger: "Messages about bad figures",
  tint: "Area on the side of owning",
  "contrast-tint": "Area on the side of renting",
  "hybrid-tint": "Area of owning some and renting the rest",
  warning: "Claims that hold only in part",
  assumption: "Claims that rest on an assumption",
};

const CSS_PROPERTIES = [
  ...Object.entries(COLOR_USES).map(([name, description]) => ({
    name: `--chip-${name}`,
    description,
  })),
  {
    name: "--chip-padding",
    description:
      "Room at the sides; none but with `theme`, so that text begins where the page's does",
  },
];

const PARTS = [
  ["widget", "All of it"],
  ["title", "The question"],
  ["verdict", "The answer, with what it depends on"],
  ["chart", "The chart"],
  ["controls", "The fields and sliders that show at once"],
  ["footer", "The name of the figures, and what passes the answer on"],
].map(([name, description]) => ({ name, description }));

const FONT = { name: "--chip-font", description: "Font of checks, lists and the map of the rule" };

function formatOf({ name }: CalculatorInfo): Format {
  const of = words[name as keyof typeof words];
  return new Format("en", of("en"));
}

function docsOf({ name }: CalculatorInfo): Docs {
  return docs[name as CalculatorName];
}

/** A value for documentation: the default, or where that says nothing what is usual. */
function exampleOf(info: ParameterInfo): number | string {
  const { default: standard, kind, window } = info;
  if (kind === "choice") return info.words?.find((word) => word !== standard) ?? "";
  if (standard !== null && standard !== 0) return standard;
  const sourced = (info.high ?? info.low)?.value;
  if (sourced !== undefined) return sourced;
  const [low, high] = window;
  const isWide = low > 0 && high / low > 1e6;
  const middle = isWide ? Math.sqrt(low * high) : (low + high) / 2;
  const rounded = Number(middle.toPrecision(1));
  return kind === "integer" ? Math.round(rounded) : rounded;
}

/** Units as people write them: those beside the widgets' fields. */
function unitName({ kind, unit }: ParameterInfo, format: Format): string {
  if (kind === "fraction") return "fraction";
  const { field = "", value = "" } = format.words.units[unit] ?? {};
  const text = field === "" ? value.replace("{}", "") : field.replace("{}", format.currencyName);
  return text.trim();
}

/** An attribute of a parameter; what it takes, and how readers see that. */
function figure(info: ParameterInfo, format: Format, { inputs }: Docs): object {
  const example = exampleOf(info);
  return {
    name: kebab(info.name),
    type: info.words ? oneOf(info.words) : text("number"),
    description: inputs[info.name],
    ...(info.default === null ? {} : { default: String(info.default) }),
    ...(info.kind === "choice"
      ? {}
      : {
          min: info.min,
          max: info.max,
          whole: info.kind === "integer",
          unit: info.unit,
          unitName: unitName(info, format),
        }),
    basic: info.basic,
    example: String(example),
    shown:
      typeof example === "number"
        ? format.quantity(info, example)
        : (format.locale.choices[info.name]?.[example] ?? example),
  };
}

/** Texts, and lists of ids of the catalogue. */
function textsOf({ name, texts, lists }: CalculatorInfo, { inputs }: Docs): readonly object[] {
  const ids = lists.filter(({ ids }) => ids);
  return [...ids, ...texts].map((info) => ({
    name: kebab(info.name),
    type: "words" in info && info.words ? oneOf(info.words) : text("string"),
    description: `${inputs[info.name]}.`,
    example: EXAMPLES[`${name}.${info.name}`],
  }));
}

const EXAMPLES: Readonly<Record<string, string>> = {
  "pricePerformance.chips": "h100-sxm h200-sxm",
  "pricePerformance.baseline": "h100-sxm",
  "scenarioOutlook.calculator": "clusterTco",
  "scenarioOutlook.output": "total",
};

/** Of https://github.com/webcomponents/custom-elements-manifest. */
export function customElementsManifest(): object {
  const declarations = Object.values(calculators).map((info) => ({
    kind: "class",
    customElement: true,
    name: pascal(info.element),
    tagName: info.element,
    description: docsOf(info).about,
    superclass: { name: "HTMLElement" },
    presets: info.presets,
    attributes: [
      ...COMMON_ATTRIBUTES,
      ...textsOf(info, docsOf(info)),
      ...info.parameters.map((parameter) => figure(parameter, formatOf(info), docsOf(info))),
    ],
    members: [
      ...["preset", "theme", ...info.parameters.map(({ name }) => name)].map((name) => ({
        kind: "field",
        name,
        attribute: kebab(name),
        reflects: true,
      })),
      { kind: "field", name: "input", type: text("object"), description: "The figures given." },
      {
        kind: "field",
        name: "result",
        type: text("object | undefined"),
        readonly: true,
        description: "What the function of the same name returns; the last good one.",
      },
      {
        kind: "field",
        name: "sentence",
        type: text("string"),
        readonly: true,
        description: "The answer in words, as it stands at the top.",
      },
      { kind: "method", name: "reset", description: "Back to the page's figures." },
    ],
    events: EVENTS.map((event) => ({ ...event, type: text("CustomEvent") })),
    slots: [{ name: "", description: "Shown where scripts or WebAssembly do not run." }],
    cssProperties: CSS_PROPERTIES,
    cssParts: PARTS,
  }));
  const prose = Object.entries(PROSE).map(([tagName, tag]) => ({
    kind: "class",
    customElement: true,
    name: pascal(tagName),
    tagName,
    description: tag.description,
    superclass: { name: "HTMLElement" },
    attributes: tag.attributes.map((attribute) => ({ ...attribute, type: text(attribute.type) })),
    members: [],
    events: [],
    slots: [{ name: "", description: tag.slot }],
    cssProperties: [...CSS_PROPERTIES.filter(({ name }) => name !== "--chip-padding"), FONT],
    cssParts: tag.parts.map(([name, description]) => ({ name, description })),
  }));
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: "elements.js",
        declarations,
        exports: declarations.map(({ name }) => ({
          kind: "js",
          name,
          declaration: { name, module: "elements.js" },
        })),
      },
      {
        kind: "javascript-module",
        path: "auto.js",
        exports: [...declarations, ...prose].map(({ name, tagName }) => ({
          kind: "custom-element-definition",
          name: tagName,
          declaration: { name, module: "elements.js" },
        })),
      },
      ...prose.map((declaration) => {
        const path = `elements/${declaration.tagName.slice("chip-".length)}.js`;
        const { name } = declaration;
        return {
          kind: "javascript-module",
          path,
          declarations: [declaration],
          exports: [{ kind: "js", name, declaration: { name, module: path } }],
        };
      }),
    ],
  };
}
