/** Bundles what others ship for like purposes as the package is, for the table of sizes. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** By the name in the table: all that an import of it brings. */
const PEERS = {
  "Chart.js": "chart.js/auto",
  "Observable Plot": "@observablehq/plot",
  "squiggle-lang": "@quri/squiggle-lang",
};

export default defineConfig({
  root: path("."),
  build: {
    outDir: path("../target/peers"),
    emptyOutDir: true,
    copyPublicDir: false,
    target: "es2022",
    // Each alone: a chunk that two of them share would be counted twice.
    rolldownOptions: {
      input: Object.fromEntries(Object.keys(PEERS).map((name) => [name, `peer:${name}`])),
      preserveEntrySignatures: "strict",
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name].chunk.js" },
    },
  },
  plugins: [
    {
      name: "peers",
      resolveId: (source) => (source.startsWith("peer:") ? `\0${source}` : undefined),
      load(id) {
        if (!id.startsWith("\0peer:")) return undefined;
        const peer = PEERS[id.slice("\0peer:".length) as keyof typeof PEERS];
        return `export * from ${JSON.stringify(peer)};`;
      },
    },
  ],
});
