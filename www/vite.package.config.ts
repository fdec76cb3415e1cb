/** Bundles the npm package into `pkg/`, beside what wasm-pack wrote. */
import { cpSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type EnvironmentOptions, type Plugin } from "vite";
import { editorFiles } from "./build/editors.js";
import { embed, embedParts, languagesApart, sharedFile, version, WIDGETS } from "./build/embed.js";
import { customElementsManifest } from "./build/manifest.js";
import { shared } from "./build/plugins.js";
import { wordFiles } from "./build/words.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const output = {
  outDir: path("../pkg"),
  emptyOutDir: false,
  copyPublicDir: false,
  // Of the modules that bundlers take in; the rest would be two thirds of the package.
  sourcemap: false,
  target: "es2022",
} as const;

const entries = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, path(`src/entries/${name}.ts`)]));

/** `elements/cloud-break-even` and the others: one widget alone. */
const widgets = WIDGETS.map((name) => `elements/${name}`);

/** Functions and elements share their chunks, and so the module: who takes both has it once. */
const together = ["index", "data", "elements", "auto", "language", ...widgets];
const slim = ["slim", "slim-elements"];
const checks = ["checks"];
const drafts = ["drafts"];

const CHUNKS = "chunks";

/** Entries that share their chunks. */
function library(
  names: readonly string[],
  format: "es" | "cjs",
  chunks: string,
): EnvironmentOptions {
  const extension = format === "es" ? "js" : "cjs";
  return {
    consumer: "client",
    resolve: { conditions: shared.resolve.conditions },
    build: {
      ...output,
      modulePreload: false,
      sourcemap: format === "es",
      // What the other bundles hold of others' is part of this one.
      license: chunks === CHUNKS && format === "es" ? { fileName: "LICENSES.md" } : false,
      rolldownOptions: {
        input: entries(names),
        preserveEntrySignatures: "strict",
        output: {
          format,
          exports: "named",
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `${chunks}/[name].${extension}`,
        },
      },
    },
  };
}

/** A file for a bare `<script src>`. */
function script(name: string): EnvironmentOptions {
  return {
    consumer: "client",
    resolve: { conditions: shared.resolve.conditions },
    build: {
      ...output,
      modulePreload: false,
      rolldownOptions: {
        input: entries([name]),
        output: {
          format: "iife",
          entryFileNames: "[name].js",
          codeSplitting: false,
          // A bare script is read in the encoding of the page, which need not be UTF-8.
          minify: { compress: true, mangle: true, codegen: { asciiOnly: true } },
        },
      },
    },
  };
}

/** A global of the shim that is not used; events have no path where nothing dispatches them. */
const NO_EVENT_ROOT = { litServerRoot: "undefined" };

/** What the command uses if it is installed beside it. */
const OPTIONAL = ["@resvg/resvg-js"];

/** What draws widgets where there is no DOM, and the command: for Node alone. */
function server(names: readonly string[], format: "es" | "cjs"): EnvironmentOptions {
  const extension = format === "es" ? "js" : "cjs";
  return {
    consumer: "server",
    define: NO_EVENT_ROOT,
    resolve: { conditions: shared.resolve.conditions, noExternal: true, external: OPTIONAL },
    build: {
      ...output,
      target: "node20",
      minify: true,
      license: format === "es" ? { fileName: "LICENSES.static.md" } : false,
      rolldownOptions: {
        input: entries(names),
        preserveEntrySignatures: "strict",
        output: {
          format,
          exports: "named",
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `chunks/static/[name].${extension}`,
        },
      },
    },
  };
}

/** Pages that are part of the package, with their style sheets. */
const PAGES = ["frame.html", "frame.css", "builder.html", "builder.css"];

const files: Plugin = {
  name: "package-files",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle() {
    const emit = (fileName: string, source: string) =>
      this.emitFile({ type: "asset", fileName, source });
    emit("reserve.css", readFileSync(path("src/reserve.css"), "utf8"));
    for (const file of PAGES) emit(file, readFileSync(path(file), "utf8"));
    for (const [file, source] of Object.entries(editorFiles(version()))) emit(file, source);
    for (const [file, source] of Object.entries(wordFiles())) emit(file, source);
    emit("custom-elements.json", `${JSON.stringify(customElementsManifest(), null, 2)}\n`);
  },
  closeBundle() {
    cpSync(path("../data"), path("../pkg/data"), {
      recursive: true,
      filter: (file) => !file.endsWith(".rs"),
    });
  },
};

/**
 * Vite's own wraps every `import()` in what a page needs to load style sheets before it. There are none,
 * and the package's files run in Node and in bare scripts as well.
 */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => "export const __vitePreload = (load) => load();",
  },
};

export default defineConfig({
  root: path("."),
  ...shared,
  plugins: [...shared.plugins, embed, languagesApart, plainImports, files],
  environments: {
    client: library(together, "es", CHUNKS),
    commonjs: library(together, "cjs", CHUNKS),
    article: library(checks, "es", "chunks/article"),
    articleCommonjs: library(checks, "cjs", "chunks/article"),
    draft: library(drafts, "es", "chunks/draft"),
    draftCommonjs: library(drafts, "cjs", "chunks/draft"),
    slim: library(slim, "es", "chunks/slim"),
    slimCommonjs: library(slim, "cjs", "chunks/slim"),
    static: server(["static", "cli", "cli-thread"], "es"),
    staticCommonjs: server(["static"], "cjs"),
    // Before the loader, which names its files.
    slimEmbed: {
      consumer: "client",
      resolve: { conditions: shared.resolve.conditions },
      build: {
        ...output,
        minify: true,
        modulePreload: false,
        rolldownOptions: {
          input: embedParts(),
          preserveEntrySignatures: "allow-extension",
          output: {
            format: "es",
            entryFileNames: "[name].js",
            // Named after what they hold: no version takes another's from a cache.
            chunkFileNames: "embed/chunks/[name]-[hash].js",
            codeSplitting: {
              // Each module is placed by itself: what it imports is part of all the entries that it is.
              includeDependenciesRecursively: false,
              groups: [{ name: sharedFile }],
            },
          },
        },
      },
    },
    embed: script("embed"),
    embedSingle: script("embed.single"),
    frame: script("frame"),
    framePage: script("frame-page"),
    // It draws widgets where there is no DOM, as servers do.
    staticWorker: { ...script("builder-worker"), define: NO_EVENT_ROOT },
    // Last, for it says how heavy the others are.
    builder: script("builder"),
  },
  builder: {
    // One plugin for all of them: what the embed's files import is told to its loader.
    sharedConfigBuild: true,
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== "ssr") await builder.build(environment);
      }
    },
  },
});
