// frame.html inside pages of other origins, in the three engines.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

const PYM = readFileSync(
  createRequire(import.meta.url).resolve("pym.js/dist/pym.v1.min.js"),
  "utf8",
);

/** As the snippet writes it. */
const STYLE =
  "width:100%;border:0;height:560px;" +
  "height:if(supports(frame-sizing:content-height):auto;else:560px);frame-sizing:content-height";

for (const name of Object.keys(engines)) {
  describe(`frame.html in ${name}`, () => {
    let browser;
    let own;
    let cdn;
    let closed;

    before(async () => {
      own = await serverOf(host());
      cdn = await serverOf(host({ headers: { "Access-Control-Allow-Origin": "*" } }));
      closed = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    const address = (query = "", from = cdn) =>
      `${from.url}pkg/frame.html?v=1&amp;calculator=product-line&amp;lang=en${query}`;
    const frame = (query, { from, more = "" } = {}) =>
      `<iframe src="${address(query, from)}" title="Calculator" loading="lazy" style="${STYLE}" ${more}></iframe>`;
    const page = (body, head = "", headers = {}) =>
      own.page(
        `<!doctype html><html><head><title>Page</title>${head}</head><body>${body}</body></html>`,
        headers,
      );
    const FOLLOW = () => `<script src="${cdn.url}pkg/frame.js" defer></script>`;

    /** Repeats until what it tells is so. */
    const until = async (what, told = () => {}) => {
      let seen;
      for (const start = Date.now(); Date.now() - start < 10_000; ) {
        seen = await what();
        if (seen) return seen;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`never: ${what}\n${JSON.stringify(seen)} ${await told()}`);
    };

    /** Runs a function inside a frame, once its widget has an answer; then back to the page. */
    const inside = async (css, body, ...args) => {
      const element = await browser.findElement({ css });
      await browser.executeScript("arguments[0].scrollIntoView()", element);
      await browser.switchTo().frame(element);
      try {
        await until(() =>
          browser.executeScript(`return Boolean(document.querySelector("main > *")?.result);`),
        );
        return await browser.executeScript(`return (${body})(...arguments)`, ...args);
      } finally {
        await browser.switchTo().defaultContent();
      }
    };

    /** The heights of the frames as the page shows them. */
    const heights = () =>
      browser.executeScript(
        `return [...document.querySelectorAll("iframe")].map((frame) => frame.getBoundingClientRect().height);`,
      );
    const contentHeight = (css = "iframe") =>
      inside(css, () => Math.ceil(document.querySelector("main").getBoundingClientRect().height));
    const scrolls = (css = "iframe") =>
      inside(css, () => {
        const { scrollHeight, clientHeight } = document.scrollingElement;
        return scrollHeight > clientHeight;
      });

    /** Waits until a frame is as tall as its content. */
    const follows = async (css = "iframe", index = 0) => {
      let wanted;
      await until(
        async () => {
          wanted = await contentHeight(css);
          return Math.abs((await heights())[index] - wanted) < 1;
        },
        async () => `${await heights()} for ${wanted}`,
      );
      return wanted;
    };

    const grow = (pixels, css = "iframe") =>
      inside(
        css,
        (pixels) => {
          const main = document.querySelector("main");
          const block =
            main.querySelector("div") ?? main.appendChild(document.createElement("div"));
          block.style.height = `${pixels}px`;
        },
        pixels,
      );

    test("sets its widget up by its address", async () => {
      const query = "&amp;units=4&amp;theme=dark&amp;accent-color=123456";
      await browser.get(page(frame(`${query}&amp;childId=x&amp;parentUrl=https://a.invalid/`)));
      const seen = await inside("iframe", () => {
        const widget = document.querySelector("main > *");
        return [
          widget.localName,
          widget.result.input.units,
          widget.getAttribute("theme"),
          widget.style.getPropertyValue("--chip-accent").trim(),
          document.documentElement.lang,
          document.querySelector("aside"),
          document.querySelector("link[rel=canonical]").getAttribute("href"),
          document.querySelector("meta[name=robots]").content,
          document.querySelector("footer a").getAttribute("href"),
        ];
      });
      const canonical =
        "?v=1&calculator=product-line&units=4&lang=en&theme=dark&accent-color=123456";
      assert.deepEqual(seen, [
        ...["chip-product-line", 4, "dark", "#123456", "en", null],
        ...[canonical, "noindex", canonical],
      ]);
    });

    test("names every part of its address that it does not use", async () => {
      const bad = "&amp;unit=4&amp;units=-1&amp;colour=red&amp;accent-color=url(x)&amp;theme=pink";
      await browser.get(page(frame(bad)));
      const seen = await inside("iframe", () =>
        [...document.querySelectorAll("aside li")].map(({ textContent }) => textContent),
      );
      assert.deepEqual(seen, [
        "unit=4: no setting has this name; did you mean units?",
        "units=-1: must be at least 0",
        "colour=red: no setting has this name",
        "accent-color=url(x): is not a color of three or six hexadecimal digits, such as 0a6b68",
        "theme=pink: is not one of the choices",
      ]);
    });

    test("its link opens what the reader has set, ranges and rows as well", async () => {
      const state = () => {
        const widget = document.querySelector("main > *");
        const { address, result, store } = widget;
        const { href } = document.querySelector("footer a");
        return { address, href, input: result.input, ranges: [...store.ranges] };
      };
      for (const [calculator, name, given] of [
        ["product-line", "averageSellingPrice", [30_000, 40_000]],
        ["scenario-outlook", "value-0", 26_000],
        ["price-performance", "price-h100-sxm", 21_000],
      ]) {
        const at = (fragment) =>
          page(
            frame("&amp;childId=x")
              .replace("product-line", calculator)
              .replace('" title', `${fragment}" title`),
          );
        await browser.get(at(""));
        await inside(
          "iframe",
          (name, given) => {
            const widget = document.querySelector("main > *");
            if (Array.isArray(given)) {
              const meant = { range: given };
              widget.onMeant(name, meant);
            } else {
              widget.set(name, given);
              widget.rest();
            }
          },
          name,
          given,
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        const before = await inside("iframe", state);
        assert.equal(before.href, before.address);
        const { hash, search } = new URL(before.href);
        assert.equal(search, `?v=1&calculator=${calculator}&lang=en`);
        await browser.get(at(hash.replaceAll("&", "&amp;")));
        assert.deepEqual(await inside("iframe", state), before, calculator);
      }
    });

    test("is as tall as its content, and grows and shrinks with it", async () => {
      await browser.get(page(frame(""), FOLLOW()));
      const first = await follows();
      assert.equal(await scrolls(), false);
      await grow(300);
      assert.equal(await follows(), first + 300);
      await grow(0);
      assert.equal(await follows(), first);
    });

    test("several on a page, each its own height", async () => {
      const two = `<div style="width: 700px">${frame("")}</div><div style="width: 340px" id="narrow">${frame("")}</div>`;
      await browser.get(page(two, FOLLOW()));
      const wide = await follows("iframe", 0);
      const narrow = await follows("#narrow iframe", 1);
      await grow(250, "#narrow iframe");
      assert.equal(await follows("#narrow iframe", 1), narrow + 250);
      assert.equal(await follows("iframe", 0), wide);
    });

    test("in a hidden tab and in closed details, once they are shown", async () => {
      // Lazily, as the snippet says: what Chromium 156 loads without a width it measures without one for good.
      const hidden = `<div id="tab" style="display: none">${frame("")}</div>
        <details>${frame("")}</details>`;
      await browser.get(page(hidden, FOLLOW()));
      await new Promise((resolve) => setTimeout(resolve, 500));
      await browser.executeScript(`document.querySelector("#tab").style.display = "block";
        document.querySelector("details").open = true;`);
      await follows("#tab iframe", 0);
      await follows("details iframe", 1);
    });

    test("frame.js that comes after the frame, and frames that come after it", async () => {
      await browser.get(page(frame("")));
      await contentHeight();
      await browser.executeScript(
        `const script = document.createElement("script");
         script.src = arguments[0]; document.head.append(script);`,
        `${cdn.url}pkg/frame.js`,
      );
      await follows();
      await browser.executeScript(
        `document.body.insertAdjacentHTML("beforeend", '<div id="late">' + arguments[0] + "</div>");`,
        frame(""),
      );
      await follows("#late iframe", 1);
    });

    test("within a frame of another page", async () => {
      const middle = page(frame(""), FOLLOW());
      await browser.get(
        page(`<iframe id="middle" src="${middle}" width="700" height="900"></iframe>`),
      );
      await browser.switchTo().frame(await browser.findElement({ css: "#middle" }));
      let seen;
      await until(
        async () => {
          const [outer] = await heights();
          await browser.switchTo().frame(await browser.findElement({ css: "iframe" }));
          const inner = await browser.executeScript(
            `return document.querySelector("main > *")?.result && Math.ceil(document.querySelector("main").getBoundingClientRect().height);`,
          );
          await browser.switchTo().parentFrame();
          seen = [outer, inner];
          return inner && Math.abs(outer - inner) < 1;
        },
        () => seen,
      );
      await browser.switchTo().defaultContent();
    });

    test("in a sandbox with scripts alone, from hosts with and without CORS", async () => {
      const more = `sandbox="allow-scripts"`;
      for (const from of [cdn, closed]) {
        await browser.get(page(frame("&amp;units=5", { from, more }), FOLLOW()));
        assert.equal(
          await inside("iframe", () => document.querySelector("main > *").result.input.units),
          5,
        );
        await follows();
      }
    });

    test("on a host that forbids wasm, inline and foreign script", async () => {
      const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${cdn.url}`;
      await browser.get(page(frame(""), "", { "Content-Security-Policy": policy }));
      await contentHeight();
      const sized = await browser.executeScript(
        `return CSS.supports("frame-sizing: content-height");`,
      );
      if (sized) {
        // By the platform alone.
        const first = await follows();
        await grow(200);
        assert.equal(await follows(), first + 200);
      } else {
        assert.deepEqual(await heights(), [560]);
      }
    });

    test("keeps a height where styles are taken away, and gives it up where they are not", async () => {
      const bare = frame("").replace(/ style="[^"]*"/, "");
      const styled = frame("", { more: 'width="100%" height="560"' });
      await browser.get(page(bare.replace("<iframe", '<iframe height="560"') + styled, ""));
      await contentHeight("iframe:last-child");
      const sized = await browser.executeScript(
        `return CSS.supports("frame-sizing: content-height");`,
      );
      if (sized) await follows("iframe:last-child", 1);
      else assert.equal((await heights())[1], 560);
      // With the border that a frame has of itself.
      assert.equal((await heights())[0], 564);
    });

    test("with pym on the host", async () => {
      const source = address("").replaceAll("&amp;", "&");
      await browser.get(
        page(
          `<div id="pym"></div><script>${PYM}</script>
           <script>new pym.Parent("pym", ${JSON.stringify(source)}, {});</script>`,
        ),
      );
      await follows("#pym iframe");
    });

    test("says its height to hosts that listen as for AMP, and nothing else to anybody", async () => {
      const listen = `<script>heard = [];
        addEventListener("message", ({ data }) => heard.push(data));</script>`;
      await browser.get(page(frame("&amp;childId=&lt;img&gt;"), listen));
      const height = await contentHeight();
      const heard = await until(async () => {
        const heard = await browser.executeScript("return heard");
        return heard.some((data) => data.height === height) && heard;
      });
      for (const data of heard) {
        const { type, sentinel, height, ...rest } = data;
        assert.ok(Number.isInteger(height));
        assert.deepEqual(rest, {});
        assert.ok(sentinel === "amp" ? type === "embed-size" : type === "chip-calculators:height");
      }
    });

    test("frame.js believes no impossible height, and nobody but the frame itself", async () => {
      const liar = (height) =>
        `parent.postMessage({ type: "chip-calculators:height", height: ${height} }, "*")`;
      const quoted = (html) => html.replaceAll('"', "&quot;");
      const lies = ["1e9", "-5", "NaN", "Infinity", "'900'", "[900]", "null", "10001"];
      const body = `<iframe id="liar" style="height: 200px" srcdoc="${quoted(`<script>${lies.map(liar).join(";")}</script>`)}"></iframe>
        <iframe id="honest" style="height: 200px" srcdoc="${quoted(`<script>${liar("333")}</script>`)}"></iframe>
        `;
      await browser.get(page("", FOLLOW()));
      await browser.executeScript(
        `document.body.innerHTML = arguments[0];
         postMessage({ type: "chip-calculators:height", height: 444 }, "*");
         postMessage(null, "*");`,
        body,
      );
      // With the border that a frame has of itself.
      await until(async () => (await heights())[1] === 337);
      assert.deepEqual(await heights(), [204, 337]);
    });

    test("keeps nothing, and asks for nothing but its own files", async () => {
      cdn.asked.length = 0;
      await browser.get(page(frame("", { more: "" })));
      const kept = await inside("iframe", () => [
        document.cookie,
        localStorage.length + sessionStorage.length,
        performance
          .getEntriesByType("resource")
          .filter(
            ({ name }) => new URL(name).origin !== location.origin && !name.startsWith("data:"),
          )
          .map(({ name }) => name),
      ]);
      assert.deepEqual(kept, ["", 0, []]);
      assert.ok(cdn.asked.length > 0);
      for (const file of cdn.asked) {
        assert.match(
          file,
          /^(?:frame(?:-page)?\.(?:html|css|js)|embed\.js|embed\/.*\.js|core_bg\.wasm)$/,
        );
      }
    });
  });
}
