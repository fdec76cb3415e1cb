/** The built package, imported by a server: no DOM, no fetching, no configuration. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { source } from "./source.mjs";

const { calculators } = await source("generated/metadata");
const file = (name) => new URL(`../../pkg/${name}`, import.meta.url);

/** A copy of the slim entry that has not been started: Node keeps one of each file alone. */
async function fresh(name) {
  const folder = mkdtempSync(join(tmpdir(), `slim-${name}-`));
  try {
    mkdirSync(join(folder, "chunks"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    cpSync(file("slim.js"), join(folder, "slim.js"));
    cpSync(file("chunks/slim"), join(folder, "chunks/slim"), { recursive: true });
    return await import(pathToFileURL(join(folder, "slim.js")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the package is built", () => {
  assert.ok(existsSync(file("index.js")), "pkg/index.js is missing: run cargo xtask build");
});

test("the functions calculate, and start by themselves", async () => {
  const { clusterTco, cloudBreakEven, pricePerformance } = await import(file("index.js"));
  const tco = clusterTco({});
  assert.equal(tco.capital, 42e6);
  assert.ok(tco.schedule.year instanceof Float64Array);
  assert.equal(tco.input.gpus, 1000);

  const answer = cloudBreakEven({ years: 1, discountRate: 0, operationsFraction: 0 });
  assert.ok(Math.abs(answer.breakEvenUtilization - 0.6849315) < 1e-7);

  const { rows, mixed } = pricePerformance({ preset: "article" });
  assert.equal(mixed, true);
  assert.ok(Math.abs(rows.find(({ id }) => id === "h100-sxm").index - 1.8) < 1e-12);
});

test("a bad input is an Error that names every bad field", async () => {
  const { clusterTco } = await import(file("index.js"));
  assert.throws(
    () => clusterTco({ gpus: -1, pue: Number.NaN }),
    (error) => {
      assert.ok(error instanceof Error);
      assert.equal(error.name, "CalculatorError");
      assert.deepEqual(
        error.fields.map(({ path, code }) => [path, code]),
        [
          ["gpus", "belowMinimum"],
          ["pue", "notANumber"],
        ],
      );
      return true;
    },
  );
});

test("importing the elements needs no DOM", async () => {
  const elements = await import(file("elements.js"));
  assert.equal(typeof elements.ChipClusterTco, "function");
  assert.doesNotThrow(() => elements.define());
  await import(file("auto.js"));
  assert.throws(() => elements.define("chip-nothing"), RangeError);
});

/** Six calculators, and seven tags for sentences and articles. */
const TAGS = 13;

test("a widget alone is the same class as among all, of modules and of CommonJS", async () => {
  const require = createRequire(import.meta.url);
  const names = readdirSync(file("elements/")).filter((name) => /\.c?js$/.test(name));
  assert.equal(names.length, 2 * TAGS);
  for (const name of names) {
    const load = (path) =>
      name.endsWith(".cjs") ? require(fileURLToPath(file(path))) : import(file(path));
    const all = await load(name.endsWith(".cjs") ? "elements.cjs" : "elements.js");
    const { define, ...classes } = await load(`elements/${name}`);
    assert.doesNotThrow(() => define(), name);
    const [[exported, element], ...others] = Object.entries(classes);
    assert.deepEqual(others, [], name);
    assert.equal(element, all[exported], name);
  }
});

test("the functions without the module start when it is given, however it is", async () => {
  const bytes = readFileSync(file("core_bg.wasm"));
  const given = {
    bytes,
    response: new Response(bytes, { headers: { "content-type": "application/wasm" } }),
    compiled: new WebAssembly.Module(bytes),
    promise: Promise.resolve(bytes),
  };
  for (const [how, source] of Object.entries(given)) {
    // Each with a copy of its own, by the query.
    const slim = await fresh(`${how}`);
    assert.throws(() => slim.clusterTco({}), { name: "CoreUnavailableError" }, how);
    await assert.rejects(slim.init(new Uint8Array([0, 97])), { name: "CoreUnavailableError" }, how);
    await Promise.all([slim.init(source), slim.init("never asked for")]);
    assert.equal(slim.clusterTco({}).capital, 42e6, how);
  }
});

test("the functions without the module start at once from what is there", async () => {
  const slim = await fresh("sync");
  assert.throws(() => slim.initSync(new Uint8Array(3)), { code: "coreUnavailable" });
  slim.initSync(new WebAssembly.Module(readFileSync(file("core_bg.wasm"))));
  assert.equal(slim.clusterTco({}).capital, 42e6);
});

test("a module of another version is refused as such, each time", async () => {
  const bytes = readFileSync(file("core_bg.wasm"));
  const { version } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  const other = Buffer.from(bytes);
  const strange = version.replace(/^\d+/, "9");
  const at = [...places(other, version)];
  assert.ok(at.length > 0, "the module holds its version");
  for (const place of at) other.write(strange, place, "latin1");
  const refused = {
    name: "CoreUnavailableError",
    code: "coreUnavailable",
    message: `the WebAssembly module is of version ${strange}, not of ${version}`,
  };
  const awaited = await fresh("version");
  for (const module of [other, other, bytes]) await assert.rejects(awaited.init(module), refused);
  assert.throws(() => awaited.clusterTco({}), { name: "CoreUnavailableError" });

  const sync = await fresh("version-sync");
  for (const module of [other, bytes]) assert.throws(() => sync.initSync(module), refused);
});

/** Where a text stands in bytes. */
function* places(bytes, text) {
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) yield at;
}

test("nothing in the bundles asks a host for anything", () => {
  // The loader asks for its own files, which e2e/embed.test.mjs watches, and a view that is opened for
  // its chunk beside it; the tags for articles ask for the module that checks them, and for the file
  // that the page itself names.
  const widgets = Object.values(calculators).map(({ element }) => element.slice("chip-".length));
  const silent = ["if", "scope", "value", "variable", ...widgets];
  for (const widget of silent) {
    for (const name of closure(`elements/${widget}.js`)) {
      const code = readFileSync(file(name), "utf8");
      const asks = /\bfetch\(|XMLHttpRequest|import\((?!["`]\.\.?\/)|new URL\(|sendBeacon/;
      assert.doesNotMatch(code, asks, name);
    }
  }
  for (const name of [...closure("elements.js"), "embed.single.js"]) {
    assert.doesNotMatch(readFileSync(file(name), "utf8"), /XMLHttpRequest|sendBeacon/, name);
  }
});

test("a bare script is ASCII: it is read in the encoding of the page", () => {
  for (const name of ["embed.js", "embed.single.js", "frame.js", "frame-page.js"]) {
    assert.match(readFileSync(file(name), "latin1"), /^[\t\n\x20-\x7e]*$/, name);
  }
});

test("every path of the manifest exists", () => {
  const manifest = JSON.parse(readFileSync(file("package.json")));
  const { exports, main, module, types, unpkg, jsdelivr, sideEffects } = manifest;
  const paths = JSON.stringify([exports, main, module, types, unpkg, jsdelivr, sideEffects]);
  const all = [...paths.matchAll(/"\.\/([^"]+\.[a-z]+)"(?!:)/g)];
  assert.ok(all.length > 10);
  for (const [, path] of all) {
    const [before, after] = path.split("*");
    if (after === undefined) {
      assert.ok(existsSync(file(path)), path);
    } else {
      const folder = file(before.slice(0, before.lastIndexOf("/") + 1));
      assert.ok(
        readdirSync(folder).some((name) => name.endsWith(after)),
        path,
      );
    }
  }
});

/** A file of the package with all that it imports, at once or when it is needed. */
function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const code = readFileSync(file(name), "utf8");
  for (const [, path] of code.matchAll(/(?:from|import)\s*\(?["`](\.[^"`]+)["`]/g)) {
    closure(join(name, "..", path), seen);
  }
  return seen;
}

test("the import of a part brings no other part", () => {
  const widgets = readdirSync(file("elements/")).filter((name) => name.endsWith(".js"));
  assert.equal(widgets.length, TAGS);
  for (const widget of widgets) {
    const brought = closure(`elements/${widget}`);
    assert.ok(brought.has("chunks/register.js"), widget);
    assert.ok(!brought.has("chunks/define.js"), widget);
  }
  // Who takes functions and elements has the module once.
  assert.ok(closure("elements/cluster-tco.js").has("chunks/inlined.js"));
  assert.deepEqual([...closure("index.js")].sort(), ["chunks/inlined.js", "index.js"]);
  assert.deepEqual([...closure("slim.js")].sort(), ["chunks/slim/loaded.js", "slim.js"]);
  assert.deepEqual([...closure("data.js")], ["data.js"]);
});

test("a widget brings its own table and words, and those of no other", async () => {
  const { calculators } = await source("generated/metadata");
  const { en } = await source("generated/locales/en");
  const { zh } = await source("generated/locales/zh");
  const { outputs: watched } = await source("generated/outputs");
  const presets = JSON.parse(readFileSync(file("data/presets.json")));
  const strings = (value) =>
    typeof value === "string" ? [value] : Object.values(Object(value)).flatMap(strings);
  // As the bundler writes strings; a short one may stand in the code for something else.
  const quoted = (values) =>
    values
      .filter((text) => text.length > (/[^\x20-\x7e]/.test(text) ? 3 : 8))
      .map((text) => `\`${text}\``);
  const common = quoted(strings([en.shared, zh.shared, presets]));
  const marks = Object.values(calculators).map((info) => {
    const words = [en, zh].map(({ calculators }) => calculators[info.name]);
    return {
      info,
      names: info.parameters.map(({ name }) => `name:\`${name}\``),
      words: quoted(words.flatMap(({ outputs: _, ...words }) => strings(words))),
      outputs: [
        ...info.outputs.map(({ name }) => `name:\`${name}\``),
        ...quoted(words.flatMap(({ outputs }) => strings(outputs))),
      ],
    };
  });
  for (const { info, ...own } of marks) {
    const widget = `elements/${info.element.slice("chip-".length)}.js`;
    const code = [...closure(widget)].map((name) => readFileSync(file(name), "utf8")).join("");
    // The scenarios are of the results of the others.
    const lookedAt = info.name === "scenarioOutlook" ? Object.keys(watched) : [];
    const needed = Object.values(own).flat();
    for (const mark of needed) assert.ok(code.includes(mark), `${widget} lacks ${mark}`);
    const looked = marks.filter(({ info }) => lookedAt.includes(info.name));
    const allowed = new Set([...needed, ...common, ...looked.flatMap(({ outputs }) => outputs)]);
    for (const { info: other, names, words, outputs } of marks) {
      if (other === info) continue;
      const brought = [...names, ...words, ...outputs].filter(
        (mark) => !allowed.has(mark) && code.includes(mark),
      );
      assert.deepEqual(brought, [], `${widget} brings what is ${other.name}'s`);
    }
  }
});

test("what npm packs holds its licences", () => {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = spawnSync("npm", args, { cwd: file(""), encoding: "utf8" });
  const packed = JSON.parse(stdout)[0].files.map(({ path }) => path);
  const licences = ["LICENSE-APACHE", "LICENSE-MIT", "LICENSES.md", "LICENSES.static.md", "NOTICE"];
  for (const name of [...licences, "README.md", "package.json", "index.js"]) {
    assert.ok(packed.includes(name), name);
  }
});

test("the package is mostly no source maps", () => {
  const sizes = { map: 0, all: 0 };
  for (const entry of readdirSync(file(""), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { size } = statSync(join(entry.parentPath ?? entry.path, entry.name));
    sizes.all += size;
    if (entry.name.endsWith(".map")) sizes.map += size;
  }
  assert.ok(sizes.map < 0.4 * sizes.all, `${sizes.map} of ${sizes.all} bytes are source maps`);
});

test("the package's own README links to nothing that is not there", () => {
  const readme = readFileSync(file("README.md"), "utf8");
  assert.doesNotMatch(readme, /\]\((?!https:)/);
});

test("the package's own README has every entry and every tag, and no other", async () => {
  const readme = readFileSync(file("README.md"), "utf8");
  const rows = [...readme.matchAll(/^\| (`.*?`) \| (.+) \|$/gm)];
  const firsts = rows.flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, of]) => of));

  const { exports } = JSON.parse(readFileSync(file("package.json")));
  const entries = firsts.filter((name) => !name.startsWith("<"));
  assert.deepEqual(
    entries.sort(),
    Object.keys(exports)
      .map((path) => path.replace(".", "chip-calculators"))
      .sort(),
  );

  const tags = firsts.flatMap((name) => /^<(chip-[a-z-]+)/.exec(name)?.[1] ?? []);
  const parts = readdirSync(file("elements/")).filter((name) => name.endsWith(".js"));
  assert.deepEqual(tags.sort(), parts.map((name) => `chip-${name.slice(0, -".js".length)}`).sort());
});

test("the example of an article in the package's own README runs", async () => {
  const { checkClaims } = await import(file("checks.js"));
  const { claims } = checkClaims();
  assert.ok(claims.length > 0);
  for (const { id, verdict } of claims) assert.ok(id && verdict);
});

test("every attribute is documented with an example that the widget takes", async () => {
  const { settings, settingNamed } = await source("publishing/options");
  const { modules } = JSON.parse(readFileSync(file("custom-elements.json")));
  for (const { tagName, attributes } of modules[0].declarations) {
    const info = Object.values(calculators).find(({ element }) => element === tagName);
    const names = info.parameters.map(({ name }) => name);
    const documented = attributes.map(({ name }) =>
      name.replace(/-(.)/g, (_, c) => c.toUpperCase()),
    );
    assert.deepEqual(
      names.filter((name) => !documented.includes(name)),
      [],
    );
    for (const { name, example, shown, unit } of attributes) {
      assert.ok(example, `${tagName} ${name}`);
      if (unit !== undefined) assert.ok(shown, `${tagName} ${name}`);
      const setting = settingNamed(settings(info.name), name);
      // The controls that show are other ones for each calculator.
      if (setting === undefined || ["preset", "fields"].includes(name)) continue;
      assert.ok("value" in setting.check(example), `${tagName} ${name}="${example}"`);
    }
  }
  const { attributes } = modules[0].declarations.find(
    ({ tagName }) => tagName === "chip-cluster-tco",
  );
  const { example, shown } = attributes.find(({ name }) => name === "utilization");
  assert.deepEqual([example, shown], ["0.7", "70%"]);
});

test("editors know every tag with its attributes", async () => {
  const manifest = JSON.parse(readFileSync(file("custom-elements.json")));
  const declared = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const tags = readdirSync(file("elements/"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => `chip-${name.slice(0, -".js".length)}`)
    .sort();
  assert.deepEqual(declared.map(({ tagName }) => tagName).sort(), tags);

  const data = JSON.parse(readFileSync(file("html-custom-data.json")));
  const types = JSON.parse(readFileSync(file("web-types.json")));
  const elements = types.contributions.html.elements;
  for (const known of [data.tags, elements]) {
    assert.deepEqual(known.map(({ name }) => name).sort(), tags);
  }
  const { PROSE } = await source("../build/prose");
  for (const [tag, { attributes }] of Object.entries(PROSE)) {
    const { [declared.find(({ tagName }) => tagName === tag).name]: Element } = await import(
      file(`elements/${tag.slice("chip-".length)}.js`)
    );
    // Those of the scope are the parameters of all within.
    if (tag === "chip-scope") continue;
    const names = attributes.map(({ name }) => name);
    assert.deepEqual(names.sort(), [...Element.observedAttributes].sort(), tag);
  }

  const { COLORS } = await source("elements/palette");
  for (const { cssProperties } of declared) {
    const names = cssProperties.map(({ name }) => name);
    for (const name of Object.keys(COLORS)) assert.ok(names.includes(`--chip-${name}`), name);
  }

  // Each part that is promised is one of the element's.
  const { render } = await import(file("static.js"));
  for (const { tagName, cssParts } of declared.filter(({ tagName }) => !(tagName in PROSE))) {
    const drawn = render(tagName, {});
    for (const { name } of cssParts)
      assert.ok(drawn.includes(`part="${name}"`), `${tagName} ${name}`);
    assert.ok(cssParts.length >= 6);
  }

  // As both formats are published: what VS Code and JetBrains read.
  const named = (list, more) => {
    for (const entry of list) {
      assert.ok(entry.name && typeof entry.description === "string", JSON.stringify(entry));
      more?.(entry);
    }
  };
  assert.equal(data.version, 1.1);
  named(data.tags, ({ attributes }) =>
    named(attributes, ({ values }) => {
      for (const value of values) assert.deepEqual(Object.keys(value), ["name"]);
    }),
  );
  assert.match(types.$schema, /web-types\.json$/);
  assert.ok(types.name && types.version);
  named(elements, ({ attributes, js }) => {
    named(attributes, ({ value }) => assert.equal(typeof value.type, "string"));
    named(js.events);
  });
  named(types.contributions.css.properties);
});

test("the documents for developers name every module of the package, and how its error is told", async () => {
  const text = readFileSync(new URL("../../docs/developers.md", import.meta.url), "utf8");
  const { exports: entries } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  for (const [name, target] of Object.entries(entries)) {
    if (target.import?.default === undefined || name.includes("*")) continue;
    const entry = name.replace(".", "chip-calculators");
    assert.ok(text.includes(`| \`${entry}\` |`), entry);
  }
  const { CalculatorError, clusterTco } = await import(file("index.js"));
  assert.equal(CalculatorError, undefined);
  assert.throws(
    () => clusterTco({ gpus: -1 }),
    (error) => error.name === "CalculatorError",
  );
  assert.ok(text.includes('error.name === "CalculatorError"'));
});
