/** Imports TypeScript sources of `www/src` the way the build sees them: Node 20 cannot by itself. */
import { fileURLToPath } from "node:url";
import { loadConfigFromFile, runnerImport } from "vite";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

export async function source(name) {
  const { module } = await runnerImport(path(`../../www/src/${name}.ts`), {
    configFile: path("../../www/vite.config.ts"),
    logLevel: "error",
  });
  return module;
}

/** Vite would take these for packages before the plugins that make them are asked. */
const virtual = {
  name: "virtual",
  enforce: "pre",
  resolveId: (id) => (id.startsWith("virtual:") ? `\0${id}` : undefined),
};

let configured;

/** The same with the build's plugins, which `runnerImport` leaves out: the module and the catalogue. */
export async function built(name, more = { plugins: [] }) {
  const file = path("../../www/vite.config.ts");
  configured ??= loadConfigFromFile({ command: "serve", mode: "test" }, file);
  const { plugins, resolve } = (await configured).config;
  const { module } = await runnerImport(path(`../../www/src/${name}.ts`), {
    plugins: [virtual, ...more.plugins, ...plugins],
    resolve: { ...resolve, ...more.resolve },
    define: more.define ?? {},
    logLevel: "error",
  });
  return module;
}

/** What elements are drawn with where there is no DOM. */
const shims = {
  "@lit-labs/ssr-dom-shim": path("../../www/src/ssr/dom-shim.ts"),
  buffer: path("../../www/src/ssr/buffer-shim.ts"),
};
const dom = { name: "dom", enforce: "pre", resolveId: (id) => shims[id] };

/** The same for what draws elements. */
export function drawing(name, plugins = []) {
  return built(name, {
    plugins: [dom, ...plugins],
    resolve: { noExternal: [/^(@lit|lit)/] },
    // As in vite.package.config.ts.
    define: { litServerRoot: "undefined" },
  });
}
