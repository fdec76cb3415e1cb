/** What both builds, of the package and of the demo pages, do to the sources. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin, UserConfig } from "vite";
import { calculators } from "../src/generated/metadata.js";
import { encode } from "./inline.js";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A module that exists only while building, made anew when the files it comes from change. */
export function virtual(
  id: string,
  files: readonly string[],
  code: (environment: string) => string,
): Plugin {
  const resolved = `\0${id}`;
  return {
    name: id,
    resolveId: (source) => (source === id ? resolved : undefined),
    load(source) {
      if (source !== resolved) return;
      for (const file of files) this.addWatchFile(file);
      return code(this.environment.name);
    },
  };
}

/** A WebAssembly module as text inside the bundle: nothing to fetch, nothing to configure. */
function moduleText(name: string): Plugin {
  const module = path(`../../pkg/${name}_bg.wasm`);
  return virtual(`virtual:${name}-wasm/text`, [module], () => {
    const { text, frequent } = encode(readFileSync(module));
    return `export const text = ${JSON.stringify(text)}, frequent = ${JSON.stringify(frequent)};`;
  });
}

/** The version of the package that wasm-pack wrote around the module. */
const manifest = path("../../pkg/package.json");
const coreWasm = virtual("virtual:core-wasm", [manifest], () => {
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return `export const version = ${JSON.stringify(version)};`;
});

/**
 * wasm-bindgen's default location, which bundlers would follow and ship the module a second time. Vite has
 * no setting against it, and wasm-bindgen's own is for every `wasm-pack build`: `init()` would need a path.
 */
const noDefaultLocation: Plugin = {
  name: "no-default-location",
  enforce: "pre",
  transform: {
    filter: { id: /[\\/]pkg[\\/](?:core|article|csv|draft)\.js$/ },
    handler: (code) => ({
      code: code.replace(/new URL\('\w+_bg\.wasm', import\.meta\.url\)/, "undefined"),
      map: null,
    }),
  },
};

/** What the embed is made of: its files stand in one folder, from which the modules are fetched. */
const EMBED = ["slimEmbed", "embedSingle"];

/** Whether the modules are part of the files or loaded by the page. */
const instance: Plugin = {
  name: "instance",
  enforce: "pre",
  resolveId(source) {
    const { name } = this.environment;
    if (source === "#instance") {
      return path(`../src/instance/${name.startsWith("slim") ? "loaded" : "inlined"}.ts`);
    }
    if (source === "#article-module") {
      return path(`../src/instance/article/${EMBED.includes(name) ? "fetched" : "inlined"}.ts`);
    }
    return undefined;
  },
};

/** Where there is no DOM: nothing of one, or what it takes to draw an element. */
const domShim: Plugin = {
  name: "dom-shim",
  enforce: "pre",
  resolveId(source) {
    const drawn = this.environment.name.startsWith("static");
    if (source === "buffer" && drawn) return path("../src/ssr/buffer-shim.ts");
    if (source !== "@lit-labs/ssr-dom-shim") return undefined;
    return path(drawn ? "../src/ssr/dom-shim.ts" : "../src/server-shim.ts");
  },
};

interface Figure {
  value: number;
  source: string;
  status?: string;
}
interface Chip {
  id: string;
  name: string;
  vendor: string;
  price?: Figure;
  figures: Record<string, Figure>;
}
interface Preset {
  id: string;
  title: object;
  note: object;
  values: Record<string, Figure>;
}
interface Source {
  id: string;
  title: string;
  publisher: string;
  readonly zh?: object;
  date: string;
  url?: string;
  attribution?: string;
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const DATA = ["chips", "presets", "sources"].map((name) => path(`../../data/${name}.json`));

/** Where defaults and ranges of the tables come from: each figure says what kind of figure it is. */
const FIGURES = [
  "article-inputs",
  "assumptions",
  "cloud-prices",
  "electricity",
  "hardware-prices",
  "mlperf",
].map((name) => path(`../../data/${name}.json`));

/** For each source, what most figures taken from it are. */
function statuses(): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const walk = (at: unknown): void => {
    if (typeof at !== "object" || at === null) return;
    const { source, status } = at as { source?: unknown; status?: unknown };
    if (typeof source === "string" && typeof status === "string") {
      const of = counts.get(source) ?? new Map<string, number>();
      counts.set(source, of.set(status, (of.get(status) ?? 0) + 1));
    }
    for (const inner of Object.values(at)) walk(inner);
  };
  for (const file of [...DATA, ...FIGURES]) walk(json(file));
  return new Map(
    [...counts].map(([source, of]) => {
      const [most = ["", 0]] = [...of].sort(([, a], [, b]) => b - a);
      return [source, most[0]];
    }),
  );
}

const catalogue = virtual("virtual:catalogue", [...DATA, ...FIGURES], () => {
  const [chips, presets, sources] = DATA.map(json) as [Chip[], Preset[], Source[]];
  const kinds = statuses();
  const shown = new Set<string>();
  for (const { price, figures } of chips) {
    for (const figure of [price, ...Object.values(figures)]) if (figure) shown.add(figure.source);
  }
  for (const { values } of presets) {
    for (const { source } of Object.values(values)) shown.add(source);
  }
  for (const { parameters } of Object.values(calculators)) {
    for (const { source, low, high } of parameters) {
      shown.add(source);
      // Of the ranges as well: each stands beside its source.
      for (const end of [low, high]) if (end) shown.add(end.source);
    }
  }
  const exported = {
    sources: Object.fromEntries(
      sources
        .filter(({ id }) => shown.has(id))
        .map(({ id, title, publisher, zh, date, url, attribution }) => [
          id,
          { title, publisher, zh, date, url, attribution, status: kinds.get(id) },
        ]),
    ),
    chips: chips.map(({ id, name, vendor, price }) => ({
      id,
      name,
      vendor,
      isPriced: price !== undefined,
    })),
    presets: Object.fromEntries(
      presets.map(({ id, title, note, values }) => [
        id,
        {
          title,
          note,
          values: Object.fromEntries(
            Object.entries(values).map(([name, { value, source, status }]) => [
              name,
              // Only where it is not what the source says of itself.
              [value, source, ...(status === kinds.get(source) ? [] : [status])],
            ]),
          ),
        },
      ]),
    ),
  };
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join("\n");
});

/**
 * Templates and styles as readers download them: without the indentation and the comments of the sources,
 * which saves 1.3 KB of a widget's 70 after brotli. minify-literals saves 0.3 KB, for it leaves styles made
 * of parts as they are, and asks for Node 22.
 */
const denseTemplates: Plugin = {
  name: "dense-templates",
  apply: "build",
  enforce: "pre",
  transform: {
    filter: { id: /[\\/]www[\\/]src[\\/].*\.ts$/, code: /\b(?:html|svg|css)`/ },
    // Comments of scripts, which begin with two stars, are no part of what is built.
    handler: (code) => ({
      code: code.replace(/^\s+/gm, "").replace(/^\/\*[^*].*?\*\/\n/gms, ""),
      map: null,
    }),
  },
};

/**
 * Lit's templates are HTML wherever they are used. In a page that is XML its parser would take them as
 * XML, which they are not; a document that is HTML makes the same of them everywhere.
 */
const htmlTemplates: Plugin = {
  name: "html-templates",
  enforce: "pre",
  transform: {
    filter: { id: /[\\/]lit-html[\\/](?:node[\\/])?(?:development[\\/])?lit-html\.js$/ },
    handler(code) {
      const made = /\b(\w+)\.createElement\((["'])template\2\)/;
      if (!made.test(code)) this.error("Lit makes its templates in another way now");
      return {
        code: `${code.replace(made, "htmlDocument($1).createElement('template')")}
          function htmlDocument(page) {
            if (page.contentType === "text/html") return page;
            return (htmlDocument.made ??= page.implementation.createHTMLDocument(""));
          }`,
        map: null,
      };
    },
  },
};

export const shared = {
  plugins: [
    htmlTemplates,
    instance,
    domShim,
    moduleText("core"),
    moduleText("article"),
    moduleText("csv"),
    moduleText("draft"),
    coreWasm,
    noDefaultLocation,
    catalogue,
    denseTemplates,
  ],
  resolve: {
    alias: {
      "#core": path("../../pkg/core.js"),
      "#article": path("../../pkg/article.js"),
      "#csv": path("../../pkg/csv.js"),
      "#draft": path("../../pkg/draft.js"),
      "#data": path("../../data"),
    },
    // Lit's builds for Node also run in browsers; those for browsers fail when a server imports them.
    conditions: ["node", "module", "production"],
  },
} satisfies UserConfig;
