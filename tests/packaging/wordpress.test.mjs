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
import { By } from "selenium-webdriver";
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
  // As an editor's hands write it: after a line break, with the quotes of a text, with a tag's name.
  broken: `[chip_calculator calculator=“chip-cluster-tco”\ngpus="64"\npreset="H200"]${SENTENCE}[/chip_calculator]`,
  unclosed: `[chip_calculator calculator="cluster-tco" gpus="64"]\n\nThe first paragraph.\n\n[chip_calculator calculator="product-line"]${SENTENCE}[/chip_calculator]\n\nThe last paragraph.`,
  scenarios: `[chip_calculator calculator="scenario-outlook" preset="articleMarketValue" output="total"]${SENTENCE}[/chip_calculator]`,
  wide: block({
    calculator: "cluster-tco",
    settings: { "accent-color": "#0a6b68", "surface-color": "red;x:y" },
    sentence: SENTENCE,
    align: "wide",
    className: "mine",
  }),
  refused: `[chip_calculator calculator="cloud-break-even" gpus="some" cloud-rate="3.82" cloudRate="4" utilization="70"]${SENTENCE}[/chip_calculator]`,
  ground: `<div style="background-color:#eeeeee">[chip_calculator calculator="cluster-tco"/]</div>`,
  forms: "",
  static: "",
};

/** What the element reads of a figure, in every form, as authors write them. */
const FORMS = {
  utilization: { "95%": 0.95, 0.95: 0.95, "９５％": 0.95, 百分之九十五: 0.95, " .95 ": 0.95 },
  "gpu-price": {
    $2: 2,
    "90,000": 90000,
    "90k": 90000,
    "3万": 30000,
    "US$90 thousand": 90000,
    "9e4": 90000,
    "3万4000": 34000,
  },
};
const forms = Object.entries(FORMS).flatMap(([name, texts]) =>
  Object.entries(texts).map(([text, number]) => [name, text, number]),
);
POSTS.forms = forms
  .map(([name, text]) => `[chip_calculator calculator="cluster-tco" ${name}="${text}"/]`)
  .join("\n\n");

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
    await pack(join(plugins, "chip-calculators"));

    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const environment = {
      ...process.env,
      WORDPRESS_SOCKET: socket,
      WORDPRESS_URL: url,
      // The editor asks for much at once.
      PHP_CLI_SERVER_WORKERS: "4",
    };
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

  /** Asks the page until it has an answer. */
  const until = async (script, ...given) => {
    const { browser } = chromium;
    for (const start = Date.now(); Date.now() - start < 15_000; await sleep(50)) {
      const found = await browser.executeScript(script, ...given);
      if (found) return found;
    }
    throw new Error(`not within 15 s: ${script}`);
  };

  test("a figure counts for readers in every form that the element takes", async () => {
    await chromium.browser.get(made.forms.url);
    const read = await until(`
      const all = [...document.querySelectorAll("chip-cluster-tco")];
      all.find(({ result }) => result === undefined)?.scrollIntoView();
      return all.every(({ result }) => result) && all.map(({ result }) => result.input);`);
    const expected = forms.map(([name, text, number]) => [name, text, number]);
    const property = { utilization: "utilization", "gpu-price": "gpuPrice" };
    const found = forms.map(([name, text], at) => [name, text, read[at][property[name]]]);
    assert.deepEqual(found, expected);
  });

  test("a figure that the element refuses costs readers that figure alone", async () => {
    await chromium.browser.get(made.refused.url);
    const input = await until(
      `return document.querySelector("chip-cloud-break-even")?.result?.input`,
    );
    assert.deepEqual([input.gpus, input.cloudRate, input.utilization], [1000, 3.82, 0.7]);
  });

  test("line breaks, curly quotes, capitals and a tag's name count", async () => {
    assert.match(await html("broken"), /<chip-cluster-tco gpus="64" preset="h200"><p>Owning/);
  });

  test("what a shortcode without its end swallowed stands after it", async () => {
    const page = await html("unclosed");
    assert.match(page, /<chip-cluster-tco gpus="64"><\/chip-cluster-tco>/);
    assert.ok(page.includes(`<chip-product-line><p>${SENTENCE}</p></chip-product-line>`));
    const texts = page.replace(/<[^>]*>/g, " ");
    assert.match(texts, /The first paragraph\.[\s\S]*Owning 64[\s\S]*The last paragraph\./);
    assert.doesNotMatch(page, /chip_calculator\]|chip-calculators-problem/);
  });

  test("a block has its alignment, its class and its colors", async () => {
    const page = await html("wide");
    const [place] = /<div [^>]*wp-block-chip-calculators-calculator[^>]*>/.exec(page);
    for (const name of ["alignwide", "mine", "chip-calculators"]) {
      assert.match(place, new RegExp(`class="[^"]*\\b${name}\\b`));
    }
    assert.match(place, /style="--chip-accent:#0a6b68;?"/);
  });

  test("a widget on a ground of another color has room at its sides", async () => {
    const room = (name) =>
      visit(made[name].url, "chip-cluster-tco").then(() =>
        chromium.browser.executeScript(
          `return getComputedStyle(document.querySelector("chip-cluster-tco"))
             .getPropertyValue("--chip-padding");`,
        ),
      );
    assert.deepEqual([await room("ground"), await room("bad")], ["0.5em", ""]);
  });

  const logIn = async (name) => {
    const { browser } = chromium;
    await browser.manage().deleteAllCookies();
    await browser.get(`${url}/wp-login.php`);
    // The page puts the cursor into the field a moment later.
    await browser.executeScript(
      `document.querySelector("#user_login").value = arguments[0];
       document.querySelector("#user_pass").value = "password";
       document.querySelector("#loginform").submit();`,
      name,
    );
    await until(`return document.querySelector("#wpadminbar") !== null`);
  };

  /** A new article with the block, which is selected. */
  const insert = async (attributes = {}) => {
    await chromium.browser.get(`${url}/wp-admin/post-new.php`);
    await until(`return window.wp?.blocks?.getBlockType("chip-calculators/calculator") !== undefined
      && document.querySelector(".edit-post-visual-editor, .editor-styles-wrapper") !== null`);
    await chromium.browser.executeScript(
      `window.onbeforeunload = null;
       const block = wp.blocks.createBlock("chip-calculators/calculator", arguments[0]);
       wp.data.dispatch("core/block-editor").insertBlocks(block);
       wp.data.dispatch("core/block-editor").selectBlock(block.clientId);
       wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");`,
      attributes,
    );
    return answer();
  };
  const SAVED = `const [block] = wp.data.select("core/block-editor").getBlocks();
    const widget = document.querySelector(".wp-block [data-type], .wp-block")
      && document.querySelector(\`chip-\${block.attributes.calculator}\`);`;
  /** What the preview says, once it is what is stored. */
  const answer = () =>
    until(`${SAVED}
      const { sentence } = block.attributes;
      return widget?.result && sentence !== "" && sentence === widget.sentence.replace(/\\s+/g, " ")
        && { sentence, input: widget.result.input };`);
  const field = (label) =>
    chromium.browser.findElement(
      By.xpath(
        `//label[normalize-space()="${label}"]/following::*[self::input or self::select][1]`,
      ),
    );
  const publish = () =>
    chromium.browser.executeAsyncScript(`const done = arguments[arguments.length - 1];
      wp.data.dispatch("core/editor").editPost({ title: "Edited", status: "publish" });
      wp.data.dispatch("core/editor").savePost()
        .then(() => done(wp.data.select("core/editor").getPermalink()));`);

  const settings = () => chromium.browser.executeScript(`${SAVED} return block.attributes;`);
  const text = (selector) =>
    until(`return document.querySelector(arguments[0])?.innerText`, selector);
  const visit = async (address, tag) => {
    await chromium.browser.get(address);
    return until(`return document.querySelector(arguments[0])?.result?.input`, tag);
  };

  test("editors are told what has no effect, and what to write instead", async () => {
    await logIn("author");
    const notes = {};
    for (const [name, tag] of [
      ["bad", "chip-cluster-tco"],
      ["refused", "chip-cloud-break-even"],
      ["scenarios", "chip-scenario-outlook"],
      ["unclosed", "chip-product-line"],
    ]) {
      await visit(made[name].url, tag);
      const note = await text(".chip-calculators-problem");
      notes[name] = note.split(/\n+/).filter((line) => line !== "");
    }
    const [title] = notes.bad;
    assert.equal(title, "These settings have no effect. Only editors see this note.");
    assert.deepEqual(notes.bad.slice(1), [
      'gpus="0": write a whole number from 1 to 1,000,000, such as 1000',
      "colour: no setting has this name",
    ]);
    assert.deepEqual(notes.refused.slice(1), [
      "cloudrate: is given more than once; the first counts",
      'utilization="70": write a number from 0 to 1; for 70% write 70% or 0.7',
      'gpus="some": write a whole number from 1 to 1,000,000, such as 1000',
    ]);
    assert.match(notes.scenarios[1], /^output: scenarios .* JSON/);
    assert.match(notes.unclosed[0], /^This shortcode is not closed\./);
  });

  test("readers get what the editor saw", async () => {
    const before = await insert();
    await (await field("Utilization")).sendKeys("95%");
    await (await field("Cloud price, an hour (US dollars an hour)")).sendKeys("$2");
    // Nothing is kept of what was half typed.
    await until(`${SAVED} return block.attributes.settings["cloud-rate"] === "$2"`);
    assert.equal((await settings()).sentence, "");
    const seen = await answer();
    assert.notEqual(seen.sentence, before.sentence);
    assert.deepEqual([seen.input.utilization, seen.input.cloudRate], [0.95, 2]);
    const address = await publish();
    assert.deepEqual(await visit(address, "chip-cloud-break-even"), seen.input);
    assert.ok((await (await fetch(address)).text()).includes(`<p>${seen.sentence}</p>`));
  });

  test("a figure that is not used is told in the block and beside its field", async () => {
    const before = await insert({ settings: { preset: "H200", gpus: "64" } });
    // Capitals do not count: an H200 is not the 37,000 of the standard figures.
    assert.notEqual(before.input.gpuPrice, 37_000);
    const utilization = await field("Utilization");
    await utilization.sendKeys("70");
    const advice = "write a number from 0 to 1; for 70% write 70% or 0.7";
    const block = ".wp-block-chip-calculators-calculator";
    assert.match(await text(`${block} .components-notice li`), new RegExp(`“70”: ${advice}$`));
    const seen = await answer();
    assert.deepEqual(seen.input, before.input);
    const told = await chromium.browser.executeScript(
      `const field = arguments[0]; return [field.getAttribute("aria-invalid"),
         field.closest(".components-base-control").innerText,
         document.querySelector(".components-panel [role=status]").textContent];`,
      utilization,
    );
    assert.equal(told[0], "true");
    assert.ok(told[1].includes(`Not used: ${advice}.`), told[1]);
    assert.equal(told[2], seen.sentence);
    assert.deepEqual(await visit(await publish(), "chip-cloud-break-even"), seen.input);
  });

  test("scenarios can be chosen; the figures of another calculator are kept", async () => {
    await insert({ settings: { gpus: "64" } });
    const choose = async (label, option) =>
      (await field(label)).findElement(By.xpath(`.//option[.="${option}"]`)).click();
    await choose("Calculator", "Scenarios");
    await choose("Starting figures", "Market value of NVIDIA");
    await until(`${SAVED} return widget?.preset === "articleMarketValue"`);
    const seen = await answer();
    const address = await publish();
    await choose("Calculator", "Buy or rent");
    assert.equal((await answer()).input.gpus, 64);
    assert.deepEqual(await visit(address, "chip-scenario-outlook"), seen.input);
  });

  test("the panel speaks the editor's language, the preview the site's", async () => {
    await logIn("colleague");
    const { sentence } = await insert();
    assert.match(sentence, /^Buy\. Owning saves/);
    await field("GPU 数量（张）");
    await field("利用率");
    await field("起始数据");
    const card = await text(".block-editor-block-card");
    assert.match(card, /^芯片计算器\n/);
    const titles = await chromium.browser.executeScript(
      `return [...document.querySelectorAll(".components-panel__body-title")]
         .map((title) => title.innerText);`,
    );
    const own = ["计算器与数据", "主要数据", "云端", "硬件与机房", "运营", "电力", "年限与资金"];
    assert.deepEqual(titles.slice(0, own.length), own);
    // Readers get the language that is chosen for the block.
    await chromium.browser.executeScript(
      `wp.data.dispatch("core/block-editor").updateBlockAttributes(
         wp.data.select("core/block-editor").getBlocks()[0].clientId,
         { settings: { lang: "zh" }, sentence: "" });`,
    );
    assert.match((await answer()).sentence, /^买。/);
  });

  test("a feed gets the sentence", async () => {
    const feed = await (await fetch(`${url}/?feed=rss2`)).text();
    assert.ok(feed.includes(SENTENCE));
    assert.ok(!feed.includes("<chip-"));
  });
});
