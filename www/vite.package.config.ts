/** Bundles the npm package into `pkg/`, beside what wasm-pack wrote. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { customElementsManifest } from "./manifest.config.js";
import { shared } from "./vite.plugins.config.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const entry = (name: string) => path(`src/${name}.ts`);

const output = {
  outDir: path("../pkg"),
  emptyOutDir: false,
  copyPublicDir: false,
  sourcemap: true,
  target: "es2022",
} as const;

const files: Plugin = {
  name: "package-files",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle() {
    const emit = (fileName: string, source: string) =>
      this.emitFile({ type: "asset", fileName, source });
    emit("reserve.css", readFileSync(path("src/reserve.css"), "utf8"));
    emit("custom-elements.json", `${JSON.stringify(customElementsManifest(), null, 2)}\n`);
  },
};

export default defineConfig({
  root: path("."),
  ...shared,
  plugins: [...shared.plugins, files],
  environments: {
    client: {
      build: {
        ...output,
        rolldownOptions: {
          input: { index: entry("index"), elements: entry("elements"), auto: entry("auto") },
          preserveEntrySignatures: "strict",
          output: {
            format: "es",
            entryFileNames: "[name].js",
            chunkFileNames: "chunks/[name].js",
          },
        },
      },
    },
    embed: {
      consumer: "client",
      resolve: { conditions: shared.resolve.conditions },
      build: {
        ...output,
        rolldownOptions: {
          input: { embed: entry("embed") },
          output: {
            format: "iife",
            entryFileNames: "[name].js",
            // A bare script is read in the encoding of the page, which need not be UTF-8.
            minify: { compress: true, mangle: true, codegen: { asciiOnly: true } },
          },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== "ssr") await builder.build(environment);
      }
    },
  },
});
