// The package as it would be published, installed into real projects that configure nothing for it.
// Each computes the calls of calls.json, and is held to what they give natively.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parseFragment } from "parse5";
import { open } from "../e2e/support/engines.mjs";
import { source } from "../js/source.mjs";
import {
  answered,
  checkout,
  freePort,
  manifest,
  native,
  pack,
  run,
  same,
  start,
} from "./support/consumers.mjs";
import { complaints, leave, postWith, served, widgetAt } from "./support/pages.mjs";

const calls = JSON.parse(readFileSync(new URL("calls.json", import.meta.url)));
const article = JSON.parse(readFileSync(new URL("../../data/article.json", import.meta.url)));
const claims = article.claims.map(({ id }) => id);

/** Entries that are no modules: a bare script, a style sheet, the module's bytes. */
const NO_MODULES = [
  ...["./embed.js", "./embed.single.js", "./frame.js", "./frame.html", "./builder.html"],
  ...["./reserve.css", "./core.wasm"],
];

let packed;
/** What the functions that every project calls give natively. */
let expected;
/** And what the command is asked. */
let computed;
let together;
let chromium;

before(async () => {
  packed = await pack();
  // The compiler and the install are waited for by different things.
  const installed = packed.together();
  ({ cloudBreakEven: computed, ...expected } = await native());
  together = await installed;
  chromium = await open("chromium");
});

after(async () => {
  await chromium?.end();
  packed?.remove();
});

/** What a project tells: `results` of the functions, `slim` ones, the article's `claims`, units `drafted`, what was `heard` of an element. */
function holds(told, ...parts) {
  assert.deepEqual(Object.keys(told).sort(), [...parts].sort());
  if (parts.includes("results")) same(told.results, expected, "results");
  if (parts.includes("slim")) same(told.slim.clusterTco, expected.clusterTco, "slim");
  if (parts.includes("heard")) same(told.heard, expected.clusterTco, "heard");
  if (parts.includes("claims")) assert.deepEqual(told.claims, claims);
  if (parts.includes("drafted")) assert.deepEqual(told.drafted, ["million USD"]);
  if (parts.includes("chips")) assert.ok(told.chips > 10, `${told.chips} chips`);
}

/** Runs a program that prints what a project tells, and nothing else. */
async function printed(...command) {
  const { stdout, stderr } = await run(...command);
  assert.equal(stderr, "");
  return JSON.parse(stdout);
}

/** What a page tells, once it does, without a complaint in the console. */
async function shown(url) {
  const { browser } = chromium;
  await browser.get(url);
  let text;
  try {
    await browser.wait(async () => {
      text = await browser.executeScript(`return document.querySelector("#results")?.textContent;`);
      return Boolean(text);
    }, 20_000);
  } catch (error) {
    throw new Error(`${url} tells nothing:\n${(await complaints(chromium)).join("\n")}`, {
      cause: error,
    });
  }
  assert.deepEqual(await complaints(chromium), []);
  await leave(chromium);
  return JSON.parse(text);
}

/** The same of a folder's files, as any server gives them. */
const shownFrom = (root, path = "") => served(root, (site) => shown(`${site}/${path}`));

const build = (name) => run(join(together, name), "npm", "run", "build");

describe("without a bundler", () => {
  for (const name of ["node-esm", "node-cjs"]) {
    test(name, async () => {
      holds(
        await printed(await packed.alone(name), "node", "index.js"),
        "results",
        "slim",
        "chips",
        "claims",
        "drafted",
      );
    });
  }

  test("deno", async () => {
    const deno = join(together, "node_modules/.bin/deno");
    holds(await printed(join(together, "deno"), deno, "run", "index.js"), "results");
  });

  test("bun", async () => {
    const bun = join(together, "node_modules/.bin/bun");
    holds(await printed(join(together, "bun"), bun, "index.js"), "results");
  });

  test("workers: workerd, from a module that it compiled itself", async () => {
    const port = await freePort();
    const wrangler = join(together, "node_modules/.bin/wrangler");
    const worker = await start(
      join(together, "workers"),
      port,
      ...[wrangler, "dev", "--ip", "127.0.0.1", "--port", String(port)],
    );
    try {
      holds(await (await fetch(worker.url)).json(), "results");
    } finally {
      await worker.stop();
    }
  });

  test("script: a page with the bare script", async () => {
    holds(await shownFrom(join(await packed.alone("script"), ".."), "script/"), "heard");
  });
});

describe("static", () => {
  const all = (node) =>
    [...(node.content?.childNodes ?? []), ...(node.childNodes ?? [])].flatMap((child) => [
      child,
      ...all(child),
    ]);
  const attribute = (node, name) => node.attrs?.find((attr) => attr.name === name)?.value;
  const textOf = (node) =>
    node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(textOf).join("").trim();

  test("static: drawn by Node with the native results, taken over in the page as it is", async () => {
    const folder = await packed.alone("static");
    const told = await printed(folder, "node", "module.mjs");
    assert.deepEqual(await printed(folder, "node", "common.cjs"), told);

    const [element, ...others] = parseFragment(told.widget).childNodes;
    assert.deepEqual([element.tagName, others], ["chip-cluster-tco", []]);
    const template = element.childNodes.find(({ tagName }) => tagName === "template");
    assert.equal(attribute(template, "shadowrootmode"), "open");
    const { Format } = await source("formats/format");
    const cluster = await source("locales/calculators/cluster-tco");
    const result = expected.clusterTco;
    const format = new Format("en", cluster.words("en"));
    const { lead, rest, more } = cluster.verdict({ format, result, changed: true });
    assert.ok(lead.includes(format.money(result.costPerGpuHourUsed)), lead);
    const shadow = all(template);
    const part = (name) => shadow.find((node) => attribute(node, "data-part") === name);
    assert.equal(textOf(part("sentence")), `${lead} ${rest}`);
    assert.equal(textOf(part("more")), more);
    const costs = Object.values(result.parts).filter(({ presentValue }) => presentValue > 0);
    const bars = all(part("chart")).filter(({ tagName }) => tagName === "small");
    assert.deepEqual(
      bars.map(textOf),
      costs
        .map(({ presentValue }) => presentValue)
        .sort((one, other) => other - one)
        .map((value) => format.money(value)),
    );

    const { drawn, taken, ...heard } = await shownFrom(folder, "page.html");
    holds(heard, "heard");
    assert.equal(drawn.length, 2 + bars.length);
    assert.deepEqual(taken, drawn);
  });

  test("command: the installed package's", async () => {
    const folder = await packed.alone("command");
    const call = (input, ...args) =>
      answered(folder, input, "npx", "--no-install", "chip-calculators", ...args);
    const figures = ["--preset", "itemised", "--gpus", "64", "--pue", "1.35"];
    const drawn = await call("", "render", "cluster-tco", ...figures);
    const { widget } = await printed(await packed.alone("static"), "node", "common.cjs");
    assert.deepEqual(drawn, { code: 0, stdout: `${widget}\n`, stderr: "" });

    const [good, bad] = [calls.cloudBreakEven, { gpus: 0 }].map((input) => JSON.stringify(input));
    const told = await call(good, "compute", "cloud-break-even", "--json");
    assert.deepEqual([told.code, told.stderr], [0, ""]);
    same(JSON.parse(told.stdout), computed, "computed");

    const refused = await call(`${bad}\n${good}\n`, "compute", "cloud-break-even", "--json");
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /gpus/);
    same(JSON.parse(refused.stdout.trimEnd().split("\n").at(-1)), computed, "computed");
    const mistaken = await call("", "compute", "cloud-brake-even");
    assert.deepEqual([mistaken.code, mistaken.stdout], [2, ""]);
    assert.match(mistaken.stderr, /did you mean cloud-break-even\?/);
  });
});

/** A program of a project's, wherever npm has put the package that it is of. */
const programOf = (name, program) =>
  [`${name}/node_modules`, "node_modules"]
    .map((folder) => join(together, folder, program))
    .find(existsSync);

/** Compilers think on one core each. */
const TWO = { concurrency: 2 };

describe("typescript", TWO, () => {
  for (const compiler of ["typescript", "typescript-5"]) {
    const tsc = (resolution, ...flags) =>
      run(
        join(together, "typescript"),
        ...["node", programOf("typescript", `${compiler}/bin/tsc`)],
        ...["--project", `tsconfig.${resolution}.json`, ...flags],
      );

    test(`${compiler}, as bundlers resolve`, async () => {
      await tsc("bundler", "--noEmit");
    });

    test(`${compiler}, as Node resolves`, async () => {
      await tsc("node16", "--noEmitOnError", "--outDir", compiler);
      for (const file of ["module.mjs", "common.cjs"]) {
        const path = join(compiler, file);
        const told = await printed(join(together, "typescript"), "node", path, "../calls.json");
        holds(told, "results", "slim", "chips");
      }
    });
  }
});

describe("frameworks: the tags' types, checked strictly", TWO, () => {
  const checker = (program) => programOf("frameworks", program);
  const hoisted = (program) => join(together, "node_modules", program);

  for (const name of ["react-19", "react-18", "preact", "solid"]) {
    test(name, () =>
      run(join(together, "frameworks"), "node", checker("typescript/bin/tsc"), "--project", name),
    );
  }

  test("vue", async () => {
    // From beside the compiler that it uses.
    await run(
      join(together, "frameworks"),
      ...["node", hoisted("vue-tsc/bin/vue-tsc.js"), "--project", "vue"],
    );
  });

  test("svelte", async () => {
    const check = (workspace) =>
      run(
        join(together, "frameworks"),
        ...["node", checker(".bin/svelte-check"), "--workspace", workspace],
        ...["--tsconfig", "./tsconfig.json"],
      );
    await check("svelte");
    await assert.rejects(check("svelte-bad"), /Type '"pink"' is not assignable/);
  });
});

describe("site generators, as their recipes say", () => {
  const SENTENCE = "Owning 64 GPUs is cheaper above 87.1% use.";

  /** Builds a site whose page has the tag as it was written, and whose widget answers. */
  const draws = async (name, built, within = SENTENCE) => {
    await build(name);
    const html = readFileSync(join(together, built, "index.html"), "utf8");
    // With the quotes that a minifier leaves.
    const written = new RegExp(
      `Before the widget\\.</p>[^]*<chip-cloud-break-even gpus="?64"? lang="?en"?>\\s*${within}\\s*` +
        "</chip-cloud-break-even>[^]*<p>After the widget",
    );
    assert.match(html, written);
    await served(join(together, built), (site) => widgetAt(chromium, `${site}/`));
  };

  for (const [name, built, within] of [
    ["astro", "astro/dist"],
    // MDX makes a paragraph of what stands on lines of its own.
    ["docusaurus", "docusaurus/build", `<p>${SENTENCE}</p>`],
    ["eleventy", "eleventy/_site"],
    ["observable", "observable/dist"],
    ["sveltekit", "sveltekit/build"],
    ["vitepress", "vitepress/docs/.vitepress/dist"],
  ]) {
    test(name, () => draws(name, built, within));
  }

  test("ghost: a post made in its editor", async () => {
    const folder = join(together, "ghost");
    await run(folder, "npm", "run", "editor");
    const code = readFileSync(join(folder, "card.html"), "utf8").trim();
    const post = await served(join(folder, "editor/dist"), (site) =>
      postWith(chromium, `${site}/`, ["Before the widget.", code, "After the widget."]),
    );
    assert.equal(post.root.children.find(({ type }) => type === "html")?.html, code);
    writeFileSync(join(folder, "post.json"), JSON.stringify(post));
    await draws("ghost", "ghost/site");
  });
});

describe("bundled, in a browser", () => {
  test("vite", async () => {
    await build("vite");
    holds(await shownFrom(join(together, "vite/dist")), "results", "slim", "heard");
  });

  test("vite's development server", async () => {
    const port = await freePort();
    const vite = join(together, "node_modules/.bin/vite");
    const server = await start(
      join(together, "vite"),
      port,
      ...[vite, "--host", "127.0.0.1", "--port", String(port), "--strictPort"],
    );
    try {
      holds(await shown(server.url), "results", "slim", "heard");
    } finally {
      await server.stop();
    }
  });

  test("webpack", async () => {
    await build("webpack");
    holds(await shownFrom(join(together, "webpack")), "results", "slim", "heard");
  });

  for (const name of ["rollup", "esbuild"]) {
    test(name, async () => {
      await build(name);
      holds(await shownFrom(join(together, name)), "results", "heard");
    });
  }

  test("worker: a Web Worker", async () => {
    await build("worker");
    holds(await shownFrom(join(together, "worker/dist")), "results");
  });

  for (const name of ["react", "vue", "svelte"]) {
    test(name, async () => {
      await build(name);
      holds(await shownFrom(join(together, `${name}/dist`)), "heard");
    });
  }

  test("next: rendered by the server, hydrated by the page", async () => {
    await build("next");
    const port = await freePort();
    const next = join(together, "node_modules/.bin/next");
    const server = await start(
      join(together, "next"),
      port,
      ...[next, "start", "--hostname", "127.0.0.1", "--port", String(port)],
    );
    try {
      const html = await (await fetch(server.url)).text();
      const [, text] = /<pre id="server">(.*?)<\/pre>/.exec(html) ?? [];
      assert.ok(text, html);
      holds(JSON.parse(text.replaceAll("&quot;", '"').replaceAll("&amp;", "&")), "results");
      assert.match(html, /<chip-cluster-tco[^>]*><p>/);
      holds(await shown(server.url), "heard");
    } finally {
      await server.stop();
    }
  });

  test("a complaint in the console would be seen", async () => {
    await chromium.browser.executeScript(`console.warn("seen");`);
    assert.match((await complaints(chromium)).join(), /WARNING.*seen/);
  });
});

describe("the packed package", () => {
  test("has nothing that publint finds", async () => {
    await run(checkout, "npx", "--no-install", "publint", "--strict", packed.tarball);
  });

  test("has types for every way of importing it", async () => {
    const entries = NO_MODULES.map((entry) => entry.slice(2));
    const attw = (...flags) =>
      run(
        checkout,
        ...["npx", "--no-install", "attw", packed.tarball, "--profile", "node16", ...flags],
      );
    await attw("--exclude-entrypoints", ...entries);
    // Of a pattern's entries it knows none that it is not told.
    const elements = readdirSync(join(checkout, "pkg/elements"))
      .filter((name) => name.endsWith(".js"))
      .map((name) => `elements/${name.slice(0, -".js".length)}`);
    const sources = readdirSync(join(checkout, "www/src/entries/elements"));
    assert.deepEqual(
      elements,
      sources.map((name) => `elements/${name.slice(0, -".ts".length)}`),
    );
    await attw("--entrypoints", ...elements);
  });
});

test("the README's table names these consumers and their versions", () => {
  const readme = readFileSync(join(checkout, "README.md"), "utf8");
  const { workspaces } = manifest(".");
  for (const name of [...workspaces, "node-esm", "node-cjs", "script", "static", "command"]) {
    const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}\` |`));
    assert.ok(row, `no row of ${name}`);
    for (const [tool, spec] of Object.entries(manifest(name).dependencies)) {
      const version = spec.split("@").at(-1);
      if (/^\d/.test(version) && !/^@(types|vitejs|sveltejs)\//.test(tool)) {
        assert.ok(row.includes(version), `${name}: ${tool} is ${version}`);
      }
    }
  }
});
