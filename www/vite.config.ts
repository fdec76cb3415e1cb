/** Serves and builds the demo pages. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { shared } from "./build/plugins.js";
import { servedPackage } from "./build/served.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("."),
  // Pages work in any folder of any host.
  base: "./",
  ...shared,
  plugins: [...shared.plugins, servedPackage],
  build: {
    outDir: path("../dist"),
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: {
      input: [
        path("index.html"),
        path("zh.html"),
        path("gallery/texts.html"),
        path("gallery/views.html"),
      ],
    },
  },
});
