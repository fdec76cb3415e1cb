/** `custom-elements.json`, from the parameter tables: what editors complete and catalogues list. */
import { calculators } from "./src/generated/metadata.js";
import { kebab } from "./src/names.js";

/** The calculators that have an element, and its class. */
const CLASSES: Readonly<Record<string, string>> = {
  pricePerformance: "ChipPricePerformance",
  clusterTco: "ChipClusterTco",
  cloudBreakEven: "ChipCloudBreakEven",
  investmentReturn: "ChipInvestmentReturn",
  productLine: "ChipProductLine",
  scenarioOutlook: "ChipScenarioOutlook",
};

const text = (type: string) => ({ text: type });

const COMMON_ATTRIBUTES = [
  { name: "preset", type: text("string"), description: "Figures laid under those given." },
  { name: "lang", type: text("string"), description: "Language; else that of the page around." },
  { name: "theme", type: text('"light" | "dark"'), description: "Theme; else that of the system." },
];

const EVENTS = [
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
  const shown = Object.values(calculators).filter(({ name }) => name in CLASSES);
  const declarations = shown.map((info) => ({
    kind: "class",
    customElement: true,
    name: CLASSES[info.name],
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
