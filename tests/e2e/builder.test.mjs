// The builder in the three engines: what it makes works where it is pasted.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { cloudBreakEven } from "../../pkg/index.js";
import { AXE } from "./support/axe.mjs";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

for (const name of Object.keys(engines)) {
  describe(`the builder in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    const build = async (query = "lang=en") => {
      await browser.get(`${own.url}pkg/builder.html?${query}`);
      return code();
    };

    /** The code, once it is of what is set. */
    const code = async () => {
      let seen = "";
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        const value = await browser.executeScript(
          `return document.querySelector("[data-part=snippet]")?.value ?? "";`,
        );
        if (value !== "" && value === seen) return value;
        seen = value;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      throw new Error(await browser.executeScript(`return document.body.innerText;`));
    };

    /** Changes a field as a reader does. */
    const set = async (id, value) => {
      await browser.executeScript(
        `const field = document.getElementById(arguments[0]);
         field.value = arguments[1];
         for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));`,
        id,
        value,
      );
      return code();
    };
    const press = (label) =>
      browser.executeScript(
        `[...document.querySelectorAll("button")].find(({ innerText }) => innerText === arguments[0]).click();`,
        label,
      );

    test("its state is its address", async () => {
      await build();
      await set("gpus", "64");
      await set("heading", "Buy or rent?");
      await set("accent-color", "#123456");
      await press("Frame");
      const made = await code();
      const query = await browser.executeScript("return location.search");
      assert.equal(
        query,
        "?v=1&calculator=cloud-break-even&gpus=64&heading=Buy+or+rent%3F&lang=en&accent-color=123456&way=frame",
      );
      assert.equal(await build(query.slice(1)), made);
    });

    test("its preview follows, and the way back leads out of the page", async () => {
      await build();
      const steps = () => browser.executeScript("return history.length");
      const before = await steps();
      for (const [id, value] of [
        ["gpus", "64"],
        ["accent-color", "#123456"],
        ["theme", "dark"],
      ]) {
        await set(id, value);
        const shown = () =>
          browser.executeScript(
            `const { contentDocument, contentWindow } = document.querySelector("iframe");
             return contentDocument.readyState === "complete" && contentWindow.location.search;`,
          );
        const wanted = new RegExp(`[?&]${id}=${value.replace("#", "")}(?:&|$)`);
        let seen;
        for (const start = Date.now(); !wanted.test(seen) && Date.now() - start < 6_000; ) {
          seen = await shown();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        assert.match(seen, wanted);
      }
      assert.equal(await steps(), before);
    });

    test("an empty field shows what the starting figure is", async () => {
      const shown = async (query) => {
        await build(query);
        return browser.executeScript(`return document.getElementById("gpu-price").placeholder`);
      };
      assert.equal(await shown("lang=en"), "37000");
      const { gpuPrice } = cloudBreakEven({ preset: "h200" }).input;
      assert.equal(await shown("lang=en&preset=h200"), String(gpuPrice));
    });

    test("bad figures are told beside their field, and not used", async () => {
      const good = await build();
      assert.equal(await set("gpus", "0"), good);
      const told = await browser.executeScript(
        `return document.querySelector("#gpus-hint").innerText`,
      );
      assert.match(told, /must be at least 1/);
    });

    test("names what its address says in vain", async () => {
      await build("lang=en&calculator=cluster-tco&colour=red&gpus=x");
      const told = await browser.executeScript(
        `return [...document.querySelectorAll(".problem li")].map(({ innerText }) => innerText)`,
      );
      assert.deepEqual(told, ["colour=red: no setting has this name", "gpus=x: is not a number"]);
    });

    test("says the contrast of chosen colors as a ratio", async () => {
      await build("lang=en&calculator=cluster-tco&text-color=777777");
      const told = () =>
        browser.executeScript(
          `return document.querySelector("[data-contrast=text]").innerText.trim()`,
        );
      assert.equal(
        await told(),
        "4.4 to 1 on the background: too little, at least 4.5 to 1 is needed",
      );
      await set("text-color", "#767676");
      assert.equal(await told(), "4.5 to 1 on the background: enough");
      // A frame may be dark where its page is not.
      await build("lang=en&calculator=cluster-tco&surface-color=fff4e0&way=frame");
      assert.match(
        await told(),
        /^1\.0 to 1 .* where the reader’s system is dark\. Choose “Light”/,
      );
      await build("lang=en&calculator=cluster-tco&surface-color=fff4e0&way=frame&theme=light");
      assert.match(await told(), /enough$/);
    });

    test("each of its codes works where it is pasted", async () => {
      const query = "lang=en&calculator=cluster-tco&gpus=64";
      const sentences = [];
      for (const way of ["element", "frame", "static"]) {
        const pasted = await build(`${query}&way=${way}`);
        const sentence = await browser.executeScript(
          `return document.querySelector("[data-part=sentence]").innerText.trim()`,
        );
        await browser.get(own.page(`<!doctype html><title>Article</title><body>${pasted}</body>`));
        const shown = async () => {
          if (way === "frame") await browser.switchTo().frame(0);
          const text = await browser.executeScript(
            way === "static"
              ? `return document.body.innerText;`
              : `return document.querySelector("chip-cluster-tco")?.result && document.querySelector("chip-cluster-tco").shadowRoot.textContent;`,
          );
          await browser.switchTo().defaultContent();
          return text;
        };
        let text;
        for (const start = Date.now(); !text && Date.now() - start < 6_000; ) {
          text = await shown();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        assert.ok(text?.includes(sentence), `${way}: ${text} lacks ${sentence}`);
        sentences.push(sentence);
      }
      assert.equal(new Set(sentences).size, 1);
    });

    test("another calculator, another language, frozen figures", async () => {
      await build();
      await set("calculator", "productLine");
      const made = await set("lang", "zh");
      assert.match(made, /<chip-product-line lang="zh">\n.*[\u4e00-\u9fff].*\n/);
      assert.equal(await browser.executeScript("return document.documentElement.lang"), "zh-Hans");
      const frozen = await set("follow", "frozen");
      assert.match(frozen, / units="[\d.]+"/);
      assert.match(frozen, /数据截至 \d{4} 年 \d+ 月 \d+ 日。\n/);
    });

    test("frozen lists and their day, in the element's code and in the frame", async () => {
      await build("lang=en&calculator=price-performance&frozen=");
      assert.match(await code(), /class="chip-figures">\{"chips":\[\{"id":/);
      await press("Frame");
      const [, src, told] = /<iframe src="([^"]+)".*>(.+)<\/iframe>/.exec(await code());
      assert.match(told, / Figures as of \w+ \d+, \d{4}\.$/);
      await browser.get(src.replaceAll("&amp;", "&"));
      const seen = `const widget = document.querySelector("chip-price-performance");
        return [widget?.sentence ?? "", widget?.shadowRoot?.textContent ?? "", document.querySelector("aside")?.textContent]`;
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        if ((await browser.executeScript(seen))[0] !== "") break;
      }
      const [sentence, whole, problems] = await browser.executeScript(seen);
      assert.equal(problems, null);
      assert.ok(told.startsWith(`${sentence} Figures as of`), `${sentence}\n${told}`);
      assert.match(whole, /as of \w+ \d+, \d{4}/);
    });

    test("the files by which other sites show the frame, once it is known where they will be", async () => {
      await build("lang=en&gpus=64&way=frame");
      const offered = () =>
        browser.executeScript(
          `return [...document.querySelectorAll("[data-part=oembed] a")].map((link) => [link.download, decodeURIComponent(link.href)])`,
        );
      assert.deepEqual(await offered(), []);
      await set("at", "embeds/");
      assert.match(
        await browser.executeScript(`return document.querySelector("#at-hint").textContent`),
        /at=embeds\/: is not an address that starts with https:\/\//,
      );
      assert.deepEqual(await offered(), []);
      await set("at", "https://example.org/embeds/a");
      await set("author", "Ann Lee");
      const files = Object.fromEntries(await offered());
      assert.deepEqual(Object.keys(files), ["index.html", "oembed.json"]);
      const [, json] = /^data:application\/json;charset=utf-8,(.*)$/s.exec(files["oembed.json"]);
      const { html, author_name } = JSON.parse(json);
      assert.match(html, /gpus=64/);
      assert.equal(author_name, "Ann Lee");
      assert.equal(
        await browser.executeScript(`return document.querySelector("#oembed-link").value`),
        '<link rel="alternate" type="application/json+oembed" href="https://example.org/embeds/a/oembed.json" title="Buy or rent">',
      );
      assert.match(
        await browser.executeScript("return location.search"),
        /&way=frame&at=https%3A%2F%2Fexample\.org%2Fembeds%2Fa%2F&author=Ann\+Lee$/,
      );
    });

    test("by the keyboard: every control is reached, and the copy button says what happened", async () => {
      await build();
      const reached = [];
      await browser.executeScript("document.activeElement?.blur()");
      for (let presses = 0; presses < 80; presses++) {
        await browser.actions().sendKeys(Key.TAB).perform();
        const at = await browser.executeScript(
          `const { activeElement: at } = document; return at.classList.contains("copy") ? "copy" : at.id || at.localName;`,
        );
        reached.push(at);
        if (at === "copy") break;
      }
      for (const id of ["calculator", "heading", "gpus", "base", "copy"]) {
        assert.ok(reached.includes(id), `${id} of ${reached.join()}`);
      }
      await browser.actions().sendKeys(Key.ENTER).perform();
      let said = "";
      for (const start = Date.now(); said === "" && Date.now() - start < 5000; ) {
        said = await browser.executeScript(
          `return document.querySelector("[role=status]").innerText.trim()`,
        );
      }
      assert.match(said, /^(Copied\.|The browser refused\.)/);
    });

    test("has nothing that axe finds", async () => {
      await build("lang=en&way=frame&at=https://example.org/embeds/a/");
      await browser.executeScript(AXE);
      const { violations } = await browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         axe.run(document, { iframes: false }).then(done);`,
      );
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 80))]),
        [],
      );
    });
  });
}
