/** The tags within an article, for people and editors; a test holds their attributes against the classes. */

interface Attribute {
  readonly name: string;
  readonly type: "string" | "boolean" | `"${string}`;
  readonly description: string;
  readonly example?: string;
}

interface Tag {
  readonly description: string;
  readonly attributes: readonly Attribute[];
  readonly slot: string;
  readonly parts: readonly (readonly [name: string, description: string])[];
}

const calculator: Attribute = {
  name: "calculator",
  type: "string",
  description: "Which calculator is meant, where several have the name.",
  example: "cloud-break-even",
};

const article: Attribute = {
  name: "article",
  type: "string",
  description: "Address of the article's file; the project's own article unless given.",
  example: "article.json",
};

const BEFORE = "Shown until the element runs, and where it cannot.";

export const PROSE: Readonly<Record<string, Tag>> = {
  "chip-scope": {
    description: "Around text and calculators that share their figures, which are its attributes.",
    attributes: [
      {
        name: "preset",
        type: "string",
        description: "Starting figures of all within.",
        example: "h200",
      },
    ],
    slot: "The article, or a part of it.",
    parts: [],
  },
  "chip-variable": {
    description: "A number in a sentence that the reader steps, drags or types.",
    attributes: [
      { name: "name", type: "string", description: "The parameter.", example: "gpuPrice" },
      calculator,
      {
        name: "label",
        type: "string",
        description:
          "What it is called, for those who hear it; the parameter's own name unless given.",
        example: "Price of a GPU",
      },
    ],
    slot: BEFORE,
    parts: [["number", "The number."]],
  },
  "chip-value": {
    description: "A result in a sentence, which follows what the reader does.",
    attributes: [
      { name: "of", type: "string", description: "The result.", example: "saving" },
      calculator,
      { name: "absolute", type: "boolean", description: "Without a minus sign." },
    ],
    slot: BEFORE,
    parts: [],
  },
  "chip-if": {
    description: "Text for one verdict alone.",
    attributes: [
      {
        name: "when",
        type: "string",
        description: "The verdict, or the word of a result.",
        example: "own",
      },
      {
        name: "of",
        type: "string",
        description: "The result; `verdict` unless given.",
        example: "verdict",
      },
      calculator,
    ],
    slot: "Shown where it holds.",
    parts: [],
  },
  "chip-figure": {
    description: "A figure of the article with its check.",
    attributes: [
      {
        name: "claim",
        type: "string",
        description: "The claim's id in the article's file.",
        example: "payback",
      },
      article,
    ],
    slot: "The figure as the article has it.",
    parts: [["mark", "The sign that opens the check."]],
  },
  "chip-fact-check": {
    description: "All claims of the article with their checks.",
    attributes: [article],
    slot: BEFORE,
    parts: [],
  },
  "chip-rule-map": {
    description: "A rule of thumb against the model, by cluster size and utilization.",
    attributes: [],
    slot: BEFORE,
    parts: [],
  },
};
