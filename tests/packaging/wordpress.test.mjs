// The plugin in a real WordPress, used by an author who may not post unfiltered HTML. Debian's packages
// wordpress, php-cli, php-mysql and mariadb-server bring what it takes; without them it is skipped.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { pack } from "../../integrations/wordpress/pack.mjs";
import { open } from "../e2e/support/engines.mjs";
import { freePort } from "./support/consumers.mjs";

const WORDPRESS = "/usr/share/wordpress";
const files = fileURLToPath(new URL("wordpress/", import.meta.url));

const missing = [
  ...(existsSync(join(WORDPRESS, "wp-load.php")) ? [] : ["wordpress"]),
  ...["php", "mariadbd", "mariadb-install-db"].filter(
    (program) => spawnSync("sh", ["-c", `command -v ${program}`]).status !== 0,
  ),
];
const skip = missing.length > 0 && `not installed: ${missing.join(", ")}`;

const SENTENCE = "Owning 64 GPUs is cheaper than renting them above 87% use.";
const block = (attributes) =>
  `<!-- wp:chip-calculators/calculator ${JSON.stringify(attributes)} -->\n` +
  `<p class="wp-block-chip-calculators-calculator">${SENTENCE}</p>\n` +
  "<!-- /wp:chip-calculators/calculator -->";

const POSTS = {
  shortcode: `Before.\n\n[chip_calculator calculator="cloud-break-even" gpus="64" cloudRate="3.82"]${SENTENCE}[/chip_calculator]\n\nAfter.`,
  block: block({
    calculator: "cluster-tco",
    settings: { gpus: "64", lang: "en" },
    sentence: SENTENCE,
  }),
  bad: `[chip_calculator calculator="cluster-tco" gpus="0" colour="red" pue="1.2"]${SENTENCE}[/chip_calculator]`,
  hostile: block({
    calculator: 'cluster-tco"><script>alert(1)</script>',
    settings: {},
    sentence: `<script>alert(1)</script>${SENTENCE}`,
  }),
  pasted: `<script src="https://example.org/embed.js"></script><chip-cluster-tco gpus="64">${SENTENCE}</chip-cluster-tco>`,
  static: "",
};

describe("wordpress", { skip }, () => {
  let folder;
  let database;
  let server;
  let chromium;
  let url;
  let made;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "wordpress-"));
    const socket = join(folder, "mysql.sock");
    const data = join(folder, "data");
    const log = { stdio: "ignore" };
    execFileSync(
      "mariadb-install-db",
      [
        `--datadir=${data}`,
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        `--user=${process.getuid() === 0 ? "root" : process.env.USER}`,
      ],
      log,
    );
    database = spawn(
      "mariadbd",
      [
        "--no-defaults",
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--pid-file=${join(folder, "mysql.pid")}`,
        "--skip-networking",
        ...(process.getuid() === 0 ? ["--user=root"] : []),
      ],
      log,
    );
    const site = join(folder, "site");
    // What Debian links to its configuration and its languages is not wanted.
    cpSync(WORDPRESS, site, {
      recursive: true,
      dereference: true,
      filter: (path) => !/wp-config\.php$|wp-content\/(?:languages|uploads)/.test(path),
    });
    for (const file of ["wp-config.php", "publish.php"])
      cpSync(join(files, file), join(site, file));
    cpSync(join(files, "theme"), join(site, "wp-content/themes/plain"), { recursive: true });
    const plugins = join(site, "wp-content/plugins");
    mkdirSync(plugins, { recursive: true });
    pack(join(plugins, "chip-calculators"));

    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const environment = { ...process.env, WORDPRESS_SOCKET: socket, WORDPRESS_URL: url };
    for (let tries = 0; !existsSync(socket); tries++) {
      if (tries > 200) throw new Error("the database did not start");
      await sleep(100);
    }
    execFileSync("mariadb", [
      ...["--no-defaults", `--socket=${socket}`, "--user=root"],
      ...["--execute", "CREATE DATABASE wordpress"],
    ]);
    const cli = fileURLToPath(new URL("../../pkg/cli.js", import.meta.url));
    POSTS.static = execFileSync(process.execPath, [
      ...[cli, "snippet", "cluster-tco", "--way", "static"],
    ]).toString();
    const published = execFile(
      "php",
      ["-d", "error_reporting=E_ALL&~E_DEPRECATED", "publish.php"],
      { cwd: site, env: environment },
    );
    let told = "";
    let complaints = "";
    published.stdout.on("data", (text) => {
      told += text;
    });
    // Sendmail is missed, which WordPress tells its administrator by.
    published.stderr.on("data", (text) => {
      complaints += text;
    });
    published.stdin.end(JSON.stringify(POSTS));
    await new Promise((resolve) => published.once("close", resolve));
    try {
      made = JSON.parse(told);
    } catch {
      throw new Error(`publish.php told:\n${told}\n${complaints}`);
    }
    server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", site], { env: environment, ...log });
    for (let tries = 0; ; tries++) {
      const answer = await fetch(url).catch(() => undefined);
      if (answer !== undefined) break;
      if (tries > 100) throw new Error("PHP's server did not start");
      await sleep(100);
    }
    chromium = await open("chromium");
  });

  after(async () => {
    await chromium?.end();
    server?.kill();
    if (database !== undefined) {
      const ended = new Promise((resolve) => database.once("exit", resolve));
      database.kill();
      await ended;
    }
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const html = async (name) => (await fetch(made[name].url)).text();

  for (const [name, tag, gpus] of [
    ["shortcode", "chip-cloud-break-even", 64],
    ["block", "chip-cluster-tco", 64],
  ]) {
    test(`an author's ${name} shows the widget, and the sentence without it`, async () => {
      const page = await html(name);
      assert.ok(page.includes(`<p>${SENTENCE}</p></${tag}>`), page);
      assert.match(page, /wp-content\/plugins\/chip-calculators\/assets\/embed\.js/);
      const { browser } = chromium;
      await browser.get(made[name].url);
      let seen;
      for (const start = Date.now(); !seen && Date.now() - start < 15_000; await sleep(50)) {
        seen = await browser.executeScript(
          `const widget = document.querySelector(arguments[0]); widget?.scrollIntoView();
           return widget?.result?.input.gpus;`,
          tag,
        );
      }
      assert.equal(seen, gpus);
      // The sentence is not beside the widget, but inside of it, where it no longer shows.
      const shown = await browser.executeScript(
        `return document.querySelector(".entry-content, .wp-block-post-content").innerText;`,
      );
      assert.ok(!shown.includes(SENTENCE), shown);
    });
  }

  test("names that lost their capitals count", async () => {
    assert.match(await html("shortcode"), /<chip-cloud-break-even gpus="64" cloud-rate="3\.82">/);
  });

  test("readers of a bad shortcode get what is good of it; no complaint", async () => {
    const page = await html("bad");
    assert.match(page, /<chip-cluster-tco pue="1\.2"><p>/);
    assert.ok(!page.includes("chip-calculators-problem"));
  });

  test("nothing hostile gets through", async () => {
    const page = await html("hostile");
    // As text, which runs nothing.
    assert.ok(page.includes(`${SENTENCE}</p>`));
    assert.doesNotMatch(page, /<script>alert|<chip-cluster-tco"/);
  });

  test("what WordPress takes from an author's pasted code leaves the sentence", async () => {
    assert.equal(made.pasted.content, SENTENCE);
    const { content } = made.static;
    // What kses leaves of the static snippet: the figures, and no trace of the picture.
    assert.match(content, /^<figure/);
    assert.doesNotMatch(content, /data:|base64|<svg|<style/);
    // Nor an empty box in its place.
    assert.doesNotMatch(content, /<img[^>]* (?:width|height)=/);
    assert.match(content, /<table/);
  });

  test("a feed gets the sentence", async () => {
    const feed = await (await fetch(`${url}/?feed=rss2`)).text();
    assert.ok(feed.includes(SENTENCE));
    assert.ok(!feed.includes("<chip-"));
  });
});
