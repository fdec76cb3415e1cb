/** `custom-elements.json`, from the parameter tables: what editors complete and catalogues list. */
import { calculators } from "./src/generated/metadata.js";
import { kebab, pascal } from "./src/names.js";

const text = (type: string) => ({ text: type });

export const COMMON_ATTRIBUTES = [
  {
    name: "preset",
    type: text("string"),
    description: "Sourced starting figures; attributes of the parameters override them.",
  },
  {
    name: "preset-label",
    type: text("string"),
    description: "What your starting figures are called, such as “As in this article”.",
  },
  {
    name: "heading",
    type: text("string"),
    description: "A heading in place of the widget's question.",
  },
  {
    name: "heading-level",
    type: text('"2" | "3" | "4" | "5" | "6"'),
    description: "The level of the heading on the page.",
  },
  {
    name: "fields",
    type: text("string"),
    description: "The controls that show: names of attributes, separated by spaces.",
  },
  {
    name: "layout",
    type: text('"compact" | "full"'),
    description: "How much shows; by the room there is unless given.",
  },
  {
    name: "lang",
    type: text('"en" | "zh"'),
    description: "The language; that of the page around it unless given.",
  },
  {
    name: "theme",
    type: text('"light" | "dark"'),
    description: "Light or dark; as the reader's system unless given.",
  },
  {
    name: "currency",
    type: text("string"),
    description: "The currency amounts show in, such as EUR; with `rate` and `rate-date`.",
  },
  {
    name: "rate",
    type: text("number"),
    description: "What one US dollar is in that currency.",
  },
  {
    name: "rate-date",
    type: text("string"),
    description: "The day of the rate, such as 2026-11-01.",
  },
];

export const EVENTS = [
  { name: "chip-input", description: "The reader changed a figure: `detail.input`." },
  { name: "chip-result", description: "A new result: `detail.input`, `detail.result`." },
  { name: "chip-error", description: "No result: `detail.input`, `detail.error`." },
];

const CSS_PROPERTIES = [
  ["--chip-accent", "Owning, the best chip, controls"],
  ["--chip-contrast", "Renting"],
  ["--chip-text", "Text"],
  ["--chip-muted", "Text of less weight"],
  ["--chip-surface", "Background"],
  ["--chip-border", "Hairlines"],
  ["--chip-control", "Borders of controls"],
  ["--chip-danger", "Messages about bad figures"],
  ["--chip-radius", "Roundness of corners"],
].map(([name, description]) => ({ name, description }));

/** Of https://github.com/webcomponents/custom-elements-manifest. */
export function customElementsManifest(): object {
  const declarations = Object.values(calculators).map((info) => ({
    kind: "class",
    customElement: true,
    name: pascal(info.element),
    tagName: info.element,
    description: info.about,
    superclass: { name: "HTMLElement" },
    attributes: [
      ...COMMON_ATTRIBUTES,
      ...(info.name === "pricePerformance"
        ? [
            { name: "chips", type: text("string"), description: "Ids, separated by spaces." },
            { name: "baseline", type: text("string"), description: "Id of the chip with index 1." },
          ]
        : []),
      ...info.parameters.map((parameter) => ({
        name: kebab(parameter.name),
        type: text(parameter.words?.map((word) => `"${word}"`).join(" | ") ?? "number"),
        description: parameter.doc,
        ...(parameter.default === null ? {} : { default: String(parameter.default) }),
        ...(parameter.kind === "choice"
          ? {}
          : {
              min: parameter.min,
              max: parameter.max,
              whole: parameter.kind === "integer",
              unit: parameter.unit,
            }),
        basic: parameter.basic,
      })),
    ],
    members: [
      ...["preset", "theme", ...info.parameters.map(({ name }) => name)].map((name) => ({
        kind: "field",
        name,
        attribute: kebab(name),
        reflects: true,
      })),
      { kind: "field", name: "input", type: text("object"), description: "The figures given." },
      { kind: "field", name: "result", type: text("object | undefined"), readonly: true },
      { kind: "method", name: "reset", description: "Back to the page's figures." },
    ],
    events: EVENTS.map((event) => ({ ...event, type: text("CustomEvent") })),
    slots: [{ name: "", description: "Shown where scripts or WebAssembly do not run." }],
    cssProperties: CSS_PROPERTIES,
    cssParts: [{ name: "widget", description: "All of it." }],
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
        exports: declarations.map(({ name, tagName }) => ({
          kind: "custom-element-definition",
          name: tagName,
          declaration: { name, module: "elements.js" },
        })),
      },
    ],
  };
}
