/** What editors and type checkers know of the tags: all from the manifest, which is made of the tables. */
import { customElementsManifest } from "./manifest.js";

interface Attribute {
  readonly name: string;
  readonly type: { readonly text: string };
  readonly description: string;
  readonly default?: string;
}

interface Declaration {
  readonly name: string;
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly Attribute[];
  readonly events: readonly { readonly name: string; readonly description: string }[];
  readonly cssProperties: readonly { readonly name: string; readonly description: string }[];
  readonly cssParts: readonly { readonly name: string; readonly description: string }[];
}

const NAME = "chip-calculators";

function declarations(): readonly Declaration[] {
  const { modules } = customElementsManifest() as {
    modules: readonly { declarations?: readonly Declaration[] }[];
  };
  const all = modules.flatMap(({ declarations = [] }) => declarations);
  // Around calculators stands what any of them takes; the page of the elements lists that once.
  const figures = new Map(
    all.flatMap(({ events, attributes }) =>
      events.length > 0 ? attributes.map((attribute) => [attribute.name, attribute] as const) : [],
    ),
  );
  return all.map((declaration) => {
    if (declaration.tagName !== "chip-scope") return declaration;
    for (const attribute of declaration.attributes) figures.set(attribute.name, attribute);
    return { ...declaration, attributes: [...figures.values()] };
  });
}

/** The words of an attribute that takes one of some: `"light" | "dark"`. */
function words({ type }: Attribute): readonly string[] {
  return [...type.text.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);
}

function about({ description, default: standard }: Attribute): string {
  return standard === undefined ? description : `${description} Default: ${standard}.`;
}

/** For VS Code: `html.customData`. */
function htmlCustomData(): object {
  return {
    version: 1.1,
    tags: declarations().map(({ tagName, description, attributes }) => ({
      name: tagName,
      description,
      attributes: attributes.map((attribute) => ({
        name: attribute.name,
        description: about(attribute),
        values: words(attribute).map((name) => ({ name })),
      })),
    })),
  };
}

/** For JetBrains' editors: `web-types` of package.json. */
function webTypes(version: string): object {
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name: NAME,
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: declarations().map((declaration) => ({
          name: declaration.tagName,
          description: declaration.description,
          attributes: declaration.attributes.map((attribute) => ({
            name: attribute.name,
            description: about(attribute),
            value: { type: attribute.type.text },
          })),
          js: {
            events: declaration.events.map(({ name, description }) => ({ name, description })),
          },
        })),
      },
      css: {
        properties: (declarations().at(-1)?.cssProperties ?? []).map(({ name, description }) => ({
          name,
          description,
        })),
      },
    },
  };
}

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** What a page writes: a word of several, a text, or a number as number or text. */
function typeOf(attribute: Attribute): string {
  if (attribute.type.text === "number") return "number | string";
  return attribute.type.text;
}

/** Attributes and events of each element, free of any framework. */
function attributes(): string {
  const interfaces = declarations().map(({ name, attributes }) => {
    const lines = attributes.flatMap((attribute) => {
      const names = new Set([attribute.name, camel(attribute.name)]);
      return [...names].flatMap((name) => [
        `  /** ${about(attribute)} */`,
        `  ${JSON.stringify(name)}?: ${typeOf(attribute)} | undefined;`,
      ]);
    });
    return [`export interface ${name}Attributes {`, ...lines, "}"].join("\n");
  });
  const tags = declarations().map(({ name, tagName }) => `  "${tagName}": ${name}Attributes;`);
  return [
    `import type { ChipEventMap } from "../types.js";`,
    "",
    ...interfaces,
    "",
    "/** What each tag takes. */",
    "export interface ChipAttributeMap {",
    ...tags,
    "}",
    "",
    "/** Each event, as the name of its listener begins. */",
    "export type ChipListeners<Prefix extends string> = {",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a type that is written
    "  [Name in keyof ChipEventMap as `${Prefix}${Name}`]?: ((event: ChipEventMap[Name]) => void) | undefined;",
    "};",
    "",
  ].join("\n");
}

/** A framework's file: the namespace that it merges tags into, and what an element there takes. */
interface Framework {
  readonly imports: string;
  readonly props: string;
  readonly declare: (lines: string) => string;
}

/** The tags among those that a module's JSX knows. */
function jsxOf(module: string): (lines: string) => string {
  return (lines) => `declare module "${module}" {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}${lines}`;
}

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  react: {
    imports: `import type { DetailedHTMLProps, HTMLAttributes } from "react";`,
    props: `DetailedHTMLProps<HTMLAttributes<Element>, Element> & { class?: string } & ChipListeners<"on">`,
    declare: jsxOf("react"),
  },
  preact: {
    imports: `import type { HTMLAttributes } from "preact";`,
    props: `HTMLAttributes<Element> & ChipListeners<"on">`,
    declare: jsxOf("preact"),
  },
  solid: {
    imports: `import type { JSX } from "solid-js";`,
    props: `JSX.HTMLAttributes<Element> & ChipListeners<"on:">`,
    declare: jsxOf("solid-js"),
  },
  svelte: {
    imports: `import type { HTMLAttributes } from "svelte/elements";`,
    props: `HTMLAttributes<Element> & ChipListeners<"on">`,
    declare: (lines) => `declare module "svelte/elements" {
  interface SvelteHTMLElements extends Tags {}
}${lines}`,
  },
};

function framework({ imports, props, declare }: Framework): string {
  return `${imports}
import type { ChipAttributeMap, ChipListeners } from "./attributes.js";

type Props<Element extends HTMLElement, Attributes> = Omit<
  ${props},
  keyof Attributes
> &
  Attributes &
  (Element extends { input: unknown } ? { input?: Element["input"] | undefined } : unknown);

type Tags = {
  [Tag in keyof ChipAttributeMap]: Props<HTMLElementTagNameMap[Tag], ChipAttributeMap[Tag]>;
};

${declare("")}
`;
}

/** Vue: components of templates, which Volar checks. */
function vue(): string {
  return `import type { DefineComponent, HTMLAttributes } from "vue";
import type { ChipEventMap } from "../types.js";
import type { ChipAttributeMap } from "./attributes.js";

type Listeners = {
  onChipInput?: (event: ChipEventMap["chip-input"]) => void;
  onChipResult?: (event: ChipEventMap["chip-result"]) => void;
  onChipError?: (event: ChipEventMap["chip-error"]) => void;
};

type Tags = {
  [Tag in keyof ChipAttributeMap]: DefineComponent<
    Omit<HTMLAttributes, keyof ChipAttributeMap[Tag]> &
      ChipAttributeMap[Tag] &
      Listeners &
      (HTMLElementTagNameMap[Tag] extends { input: infer Input } ? { input?: Input | undefined } : unknown)
  >;
};

declare module "vue" {
  interface GlobalComponents extends Tags {}
}
`;
}

/** The files by their names in the package. */
export function editorFiles(version: string): Readonly<Record<string, string>> {
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const typed = Object.entries(FRAMEWORKS).map(([name, of]) => [
    `types/frameworks/${name}.d.ts`,
    framework(of),
  ]);
  return {
    "html-custom-data.json": json(htmlCustomData()),
    "web-types.json": json(webTypes(version)),
    "types/frameworks/attributes.d.ts": attributes(),
    ...Object.fromEntries(typed),
    "types/frameworks/vue.d.ts": vue(),
  };
}
