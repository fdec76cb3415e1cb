/** What the embed loads: a file for each widget in `embed/`, and what the loader knows of them. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { calculators } from "../src/generated/metadata.js";
import { LANGUAGES } from "../src/locales/types.js";
import { camel, kebab } from "../src/names.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The widgets there are, as their tags call them after `chip-`. */
export const WIDGETS = readdirSync(path("../src/entries/elements")).map((file) =>
  basename(file, ".ts"),
);

const PART = "virtual:embed-part/";

/** The languages that are files of their own: English is part of the widgets. */
const LANGUAGE_FILES = LANGUAGES.filter((language) => language !== "en");

/** The entries of `embed/`, one for each widget and for each language. */
export function embedParts(): Record<string, string> {
  return Object.fromEntries([
    ...WIDGETS.map((name) => [`embed/${name}`, `${PART}${name}`]),
    ...LANGUAGE_FILES.map((language) => [
      `embed/languages/${language}`,
      path(`../src/generated/locales/${language}.ts`),
    ]),
  ]);
}

/** A module of words, seen from those that say which sentence fits; its language and its name. */
const WORDS_OF = /^\.{1,2}\/([a-z]{2})\/([a-z-]+)\.js$/;

/** In place of words that are in a file of their own. */
const ABSENT = "\0absent-words/";

/** Leaves out of the widgets' files the words of languages that the embed loads. */
export const languagesApart: Plugin = {
  name: "languages-apart",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "slimEmbed",
  resolveId(source, importer = "") {
    const [, language, name = ""] = WORDS_OF.exec(source) ?? [];
    const isWidget = /[\\/]locales[\\/](?:calculators[\\/]|registry\.ts)/.test(importer);
    const isFile = (LANGUAGE_FILES as readonly unknown[]).includes(language);
    return isWidget && isFile ? `${ABSENT}${name}` : undefined;
  },
  load(id) {
    if (!id.startsWith(ABSENT)) return undefined;
    return `export const ${camel(id.slice(ABSENT.length))} = undefined;`;
  },
};

/** The version that wasm-pack has written into the package's manifest. */
export function version(): string {
  return JSON.parse(readFileSync(path("../../pkg/package.json"), "utf8")).version;
}

/** The tags that check an article, which takes a module of its own. */
const CHECKING = ["fact-check", "figure", "rule-map"];

const CALCULATORS = Object.keys(calculators).map(kebab);

/** The entries that a module is part of from the start, as tags call them after `chip-`. */
function entriesOf(id: string, context: Rolldown.ChunkingContext): string[] {
  const seen = new Set<string>();
  const follow = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const importer of context.getModuleInfo(id)?.importers ?? []) follow(importer);
  };
  follow(id);
  const start = `\0${PART}`;
  return [...seen].filter((id) => id.startsWith(start)).map((id) => id.slice(start.length));
}

/**
 * Which file a module of several entries is in. Few, for each costs a telephone's processor some
 * milliseconds: what widgets have in common is one, but for what tags within an article need of it as
 * well; what those need of a single widget, its words, is another.
 */
export function sharedFile(id: string, context: Rolldown.ChunkingContext): string | null {
  const entries = entriesOf(id, context);
  if (entries.length < 2) return null;
  const [widget, another] = entries.filter((name) => CALCULATORS.includes(name));
  if (widget === undefined) return entries.every(isChecking) ? "checks" : "prose";
  if (another === undefined) return widget;
  return entries.every((name) => CALCULATORS.includes(name)) ? "widget" : "base";
}

function isChecking(name: string): boolean {
  return CHECKING.includes(name);
}

function partCode(name: string): string {
  const import_ = (what: string, file: string) =>
    `import { ${what} } from ${JSON.stringify(path(`../src/${file}.ts`))};`;
  const checks = isChecking(name);
  return `
    ${import_("define", `entries/elements/${name}`)}
    ${import_("starter", "embed/part")}
    ${checks ? import_("article", "embed/article") : ""}
    export const start = starter(define, import.meta.url${checks ? ", article" : ""});`;
}

/** What each file of `embed/` imports, once they are built. */
const imports: Record<string, readonly string[]> = {};

/** What the builder says of the files that pages load. */
function publishedCode(): string {
  const built = (file: string) => readFileSync(path(`../../pkg/${file}`));
  const hash = (file: string) => createHash("sha384").update(built(file)).digest("base64");
  const weight = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + brotliCompressSync(built(file)).length, 0);
  const scripts = ["embed.js", "frame.js"];
  const languages = LANGUAGE_FILES.map((language) => `embed/languages/${language}.js`);
  const alone = [...scripts, "frame-page.js", "core_bg.wasm", ...languages].map((file) => [
    file,
    weight([file]),
  ]);
  const parts = Object.entries(imports).map(([name, others]) => {
    const file = `embed/${name}.js`;
    return [file, weight([file, ...others])];
  });
  const constants = {
    version: version(),
    integrity: Object.fromEntries(scripts.map((file) => [file, `sha384-${hash(file)}`])),
    weights: Object.fromEntries([...alone, ...parts]),
  };
  return Object.entries(constants)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
}

const VIRTUAL = ["virtual:embed", "virtual:published"];

export const embed: Plugin = {
  name: "embed",
  resolveId: (source) =>
    VIRTUAL.includes(source) || source.startsWith(PART) ? `\0${source}` : undefined,
  load(id) {
    if (id.startsWith(`\0${PART}`)) return partCode(id.slice(PART.length + 1));
    if (id === "\0virtual:published") return publishedCode();
    if (id !== "\0virtual:embed") return undefined;
    return `export const version = ${JSON.stringify(version())};
      export const languages = ${JSON.stringify(LANGUAGE_FILES)};
      export const files = ${JSON.stringify(imports)};`;
  },
  generateBundle(_, bundle) {
    if (this.environment.name !== "slimEmbed") return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk" || !chunk.isEntry) continue;
      const name = chunk.name.slice("embed/".length);
      if (!WIDGETS.includes(name)) continue;
      imports[name] = [...closure(chunk.imports)].sort();
    }
    function closure(files: readonly string[], all = new Set<string>()): Set<string> {
      for (const file of files) {
        if (all.has(file)) continue;
        all.add(file);
        const chunk = bundle[file];
        if (chunk?.type === "chunk") closure(chunk.imports, all);
      }
      return all;
    }
  },
};
