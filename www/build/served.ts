/** The package's files beside the demo pages, in `pkg/`: the builder, frames, and what they load. */
import { cpSync, createReadStream, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));

/** What a page may load of them; the rest is for bundlers and for Node. */
const LOADED = /^(?:builder|embed|frame|reserve|words|core_bg\.wasm$|article_bg\.wasm$)/;

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

export const servedPackage: Plugin = {
  name: "served-package",
  // The preview serves what is built.
  closeBundle() {
    if (this.meta.watchMode) return;
    const { outDir } = this.environment.config.build;
    cpSync(PACKAGE, `${outDir}/pkg`, {
      recursive: true,
      filter: (file) => {
        const [first = ""] = file.slice(PACKAGE.length).split("/");
        return first === "" || LOADED.test(first);
      },
    });
  },
  // Vite's own server would transform them.
  configureServer({ middlewares }) {
    middlewares.use("/pkg/", ({ url = "/" }, response, next) => {
      const name = new URL(url, "http://localhost").pathname.slice(1);
      const isFile = statSync(PACKAGE + name, { throwIfNoEntry: false })?.isFile();
      if (!isFile || !LOADED.test(name)) return next();
      response.setHeader("Content-Type", TYPES[extname(basename(name))] ?? "text/plain");
      createReadStream(PACKAGE + name).pipe(response);
    });
  },
};
