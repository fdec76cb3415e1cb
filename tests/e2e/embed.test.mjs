// The bare script on pages as publishers compose them, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, runIn, serverOf } from "./support/suite.mjs";

const TEXT = "Owning is cheaper above a third.";
const TAG = `<chip-cloud-break-even gpus="64" lang="en"><p>${TEXT}</p></chip-cloud-break-even>`;
const LISTEN = `<script src="/listen.js"></script>`;

const document = (head, body) =>
  `<!doctype html><html lang="en"><head><title>Page</title>${LISTEN}${head}</head><body>${body}</body></html>`;

for (const name of Object.keys(engines)) {
  describe(`embed.js in ${name}`, () => {
    let browser;
    let own;
    let cdn;
    let closed;

    before(async () => {
      own = await serverOf(
        host({
          // Another version of the loader, as a page gets it that pastes two snippets of different years.
          change: (path, body) => {
            if (path === "/older/embed.js") {
              return body.toString("utf8").replaceAll(/(["'`])\d+\.\d+\.\d+\1/g, '"0.0.1"');
            }
            // A folder without its languages.
            return path.startsWith("/older/embed/languages/") ? "throw new Error('gone');" : body;
          },
        }),
      );
      cdn = await serverOf(host({ headers: { "Access-Control-Allow-Origin": "*" } }));
      closed = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    /** Runs an async function in the page; what it throws is thrown here. */
    const inPage = (body, ...args) =>
      runIn(
        browser,
        `const until = async (what, most = 8000) => {
           for (const start = Date.now(); Date.now() - start < most; ) {
             const value = what();
             if (value) return value;
             await new Promise((resolve) => setTimeout(resolve, 20));
           }
           throw new Error("never: " + what + "\\n" + said.join("\\n"));
         };`,
        body,
        ...args,
      );

    /** The GPUs that the page's widgets have computed with, and what the console says. */
    const served = () =>
      inPage(async () => {
        const widgets = [...document.querySelectorAll("chip-cloud-break-even")];
        for (const widget of widgets) {
          widget.scrollIntoView();
          await until(() => widget.result);
        }
        return [widgets.map(({ result }) => result.input.gpus), said];
      });

    /** What the page shows where nothing is served, after a while. */
    const kept = () =>
      inPage(async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const widget = document.querySelector("chip-cloud-break-even");
        const { height } = widget.getBoundingClientRect();
        return { text: widget.innerText.trim(), low: height < 100, bare: !widget.shadowRoot, said };
      });

    const PLACES = {
      "in the head": [`<script src="/pkg/embed.js"></script>`, TAG],
      "in the head, deferred": [`<script src="/pkg/embed.js" defer></script>`, TAG],
      "in the head, when it comes": [`<script src="/pkg/embed.js" async></script>`, TAG],
      "after the tag": ["", `${TAG}<script src="/pkg/embed.js"></script>`],
      "before the tag, in the article": ["", `<script src="/pkg/embed.js" defer></script>${TAG}`],
      "as a module": [`<script type="module" src="/pkg/embed.js"></script>`, TAG],
      "under another base": [
        `<script src="${"/pkg/embed.js"}"></script><base href="https://elsewhere.invalid/">`,
        TAG,
      ],
      "pasted twice": [
        "",
        `<script src="/pkg/embed.js" defer></script>${TAG}<script src="/pkg/embed.js" defer></script>${TAG}`,
      ],
    };
    for (const [place, [head, body]] of Object.entries(PLACES)) {
      test(place, async () => {
        await browser.get(own.page(document(head, body)));
        const count = body.split(TAG).length - 1;
        assert.deepEqual(await served(), [Array(count).fill(64), []]);
      });
    }

    test("in two versions: the first serves, the other says that it stands back", async () => {
      const scripts = `<script src="/pkg/embed.js"></script><script src="/older/embed.js"></script>`;
      await browser.get(own.page(document(scripts, TAG)));
      const [gpus, [told, ...more]] = await served();
      assert.deepEqual([gpus, more], [[64], []]);
      assert.match(told, /0\.0\.1 stands back: version \d/);
    });

    test("a loader of another version, from a cache, takes the module of the files it finds", async () => {
      await browser.get(own.page(document(`<script src="/older/embed.js"></script>`, TAG)));
      assert.deepEqual(await served(), [[64], []]);
    });

    test("a widget that comes later, by innerHTML", async () => {
      await browser.get(
        own.page(document(`<script src="/pkg/embed.js"></script>`, "<main></main>")),
      );
      await inPage(async (tag) => {
        document.querySelector("main").innerHTML = `<div><section>${tag}</section></div>`;
      }, TAG);
      assert.deepEqual(await served(), [[64], []]);
    });

    test("only what a reader comes near is loaded, and only its own code", async () => {
      // The page before may still be asking.
      await browser.get("about:blank");
      own.asked.length = 0;
      const far = `<div style="height: 6000px"></div>`;
      const page = document(`<script src="/pkg/embed.js"></script>`, `${far}${TAG}`);
      await browser.get(own.page(page));
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.deepEqual(own.asked, ["embed.js"]);
      await served();
      const entries = own.asked.filter((file) => /^embed\/[\w-]+\.js$/.test(file));
      assert.deepEqual(entries, ["embed/cloud-break-even.js"]);
      // What is asked for is asked for once.
      assert.deepEqual([...new Set(own.asked)], own.asked);
      assert.ok(own.asked.includes("core_bg.wasm"));
      // What draws the table follows while nobody waits, for a printer would not wait for it.
      const isAsked = (view) => own.asked.some((file) => file.startsWith(`embed/chunks/${view}-`));
      for (let tries = 0; tries < 200 && !isAsked("table"); tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.ok(isAsked("table"), `${own.asked}`);
      for (const view of ["sure", "decides", "keep"]) assert.ok(!isAsked(view), `${own.asked}`);
      // English is part of every widget.
      assert.ok(!own.asked.some((file) => file.startsWith("embed/languages/")), `${own.asked}`);
    });

    test("a page loads the language it speaks, once for all its widgets", async () => {
      await browser.get("about:blank");
      own.asked.length = 0;
      const chinese = TAG.replace('lang="en"', 'lang="zh-CN"');
      const another = `<chip-cluster-tco lang="zh"></chip-cluster-tco>`;
      const script = `<script src="/pkg/embed.js"></script>`;
      await browser.get(own.page(document(script, chinese + another)));
      const [texts, said] = await inPage(async () => {
        const widgets = [...document.querySelectorAll("chip-cloud-break-even, chip-cluster-tco")];
        for (const widget of widgets) {
          widget.scrollIntoView();
          await until(() => widget.shadowRoot?.textContent.trim());
        }
        return [widgets.map(({ shadowRoot }) => shadowRoot.textContent), said];
      });
      for (const text of texts) assert.match(text, /[\u4e00-\u9fff]/);
      assert.deepEqual(said, []);
      const languages = own.asked.filter((file) => file.startsWith("embed/languages/"));
      assert.deepEqual(languages, ["embed/languages/zh.js"]);
    });

    test("a language that a widget is given later on is loaded then", async () => {
      await browser.get(own.page(document(`<script src="/pkg/embed.js"></script>`, TAG)));
      await served();
      const [lang, said] = await inPage(async () => {
        const widget = document.querySelector("chip-cloud-break-even");
        widget.setAttribute("lang", "zh");
        await until(() => /[\u4e00-\u9fff]/.test(widget.shadowRoot.textContent));
        return [widget.shadowRoot.querySelector("[lang]").lang, said];
      });
      assert.deepEqual([lang, said], ["zh-Hans", []]);
    });

    test("the single file serves a page whose language cannot be loaded", async () => {
      const chinese = TAG.replace('lang="en"', 'lang="zh"');
      await browser.get(own.page(document(`<script src="/older/embed.js"></script>`, chinese)));
      const [gpus] = await served();
      assert.deepEqual(gpus, [64]);
      const text = await inPage(
        async () => document.querySelector("chip-cloud-break-even").shadowRoot.textContent,
      );
      assert.match(text, /美元/);
    });

    test("a language that comes later and cannot be loaded leaves English, and says so", async () => {
      await browser.get(own.page(document(`<script src="/older/embed.js"></script>`, TAG)));
      await served();
      const said = await inPage(async () => {
        document.querySelector("chip-cloud-break-even").setAttribute("lang", "zh");
        await until(() => said.length > 0);
        await new Promise((resolve) => setTimeout(resolve, 200));
        return said;
      });
      assert.equal(said.length, 1, said.join("\n"));
      assert.match(said[0], /the words of zh could not be loaded, English stands in/);
    });

    for (const [file, hash] of [
      ["embed.js", "#v=1&calculator=cloud-break-even&place=1&gpus=72"],
      ["embed.single.js", "#v=1&calculator=cloud-break-even&place=1&gpus=72"],
      // A mail has cut it.
      ["embed.js", "#v=1&calculator=cloud-break"],
    ]) {
      test(`a link's widget is loaded however far it is, and scrolled to: ${file}${hash}`, async () => {
        await browser.get("about:blank");
        own.asked.length = 0;
        const far = `<div style="height: 6000px"></div>`;
        const body = `${far}<chip-cluster-tco></chip-cluster-tco>${far}${TAG}${far}${TAG}${far}`;
        const page = own.page(document(`<script src="/pkg/${file}"></script>`, body));
        await browser.get(page + hash);
        const seen = await inPage(async () => {
          const widgets = [...document.querySelectorAll("chip-cloud-break-even")];
          const shown = await until(() =>
            widgets.find((widget) => {
              const { top } = widget.getBoundingClientRect();
              return top >= -1 && top < innerHeight && widget.result;
            }),
          );
          // What follows later moves nothing.
          await new Promise((resolve) => setTimeout(resolve, 500));
          const { top } = shown.getBoundingClientRect();
          return [widgets.indexOf(shown), shown.result.input.gpus, Math.abs(top) < 2];
        });
        assert.deepEqual(seen, hash.includes("gpus") ? [1, 72, true] : [0, 64, true]);
        // The other's code is not.
        assert.ok(!own.asked.includes("embed/cluster-tco.js"), `${own.asked}`);
      });
    }

    test("where nothing tells what is near, everything is", async () => {
      const without = `<script>delete globalThis.IntersectionObserver;</script>`;
      const page = document(`${without}<script src="/pkg/embed.js"></script>`, TAG);
      await browser.get(own.page(page));
      // The elements themselves have their own way of telling.
      await inPage(async () => {
        await until(() => customElements.get("chip-cloud-break-even"));
      });
    });

    test("under a strict policy, Trusted Types on", async () => {
      const policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
        "style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
      const page = document(`<script src="/pkg/embed.js"></script>`, TAG);
      await browser.get(own.page(page, { "Content-Security-Policy": policy }));
      const [gpus, said] = await served();
      assert.deepEqual([gpus, said], [[64], []]);
    });

    test("the single file, under the same policy", async () => {
      const policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html";
      const page = document(`<script src="/pkg/embed.single.js" defer></script>`, TAG);
      await browser.get(own.page(page, { "Content-Security-Policy": policy }));
      const [gpus, said] = await served();
      assert.deepEqual([gpus, said], [[64], []]);
    });

    test("a policy that forbids WebAssembly keeps the page's text, and says so once", async () => {
      own.asked.length = 0;
      const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'";
      const page = document(`<script src="/pkg/embed.js"></script>`, TAG + TAG);
      await browser.get(own.page(page, { "Content-Security-Policy": policy }));
      const { said, ...rest } = await kept();
      assert.deepEqual(rest, { text: TEXT, low: true, bare: true }, said.join("\n"));
      const own_ = said.filter((words) => words.includes("chip-calculators"));
      assert.equal(own_.length, 1, said.join("\n"));
      assert.match(own_[0], /'wasm-unsafe-eval'/);
      assert.deepEqual(own.asked, ["embed.js"]);
    });

    /** As Chromium before 114 on a page's own thread. */
    const REFUSING = `<script>{
      const large = 4096;
      WebAssembly.Module = new Proxy(WebAssembly.Module, {
        construct(Module, [source]) {
          if (source.byteLength > large) throw new RangeError("disallowed on the main thread");
          return Reflect.construct(Module, [source]);
        },
      });
    }</script>`;

    test("where nothing large is compiled at once, it is compiled meanwhile", async () => {
      const sentence = `<chip-scope><p><chip-value of="saving">${TEXT}</chip-value></p>${TAG}</chip-scope>`;
      for (const script of [
        `<script src="/pkg/embed.js"></script>`,
        `<script src="/pkg/embed.single.js"></script>`,
        `<script type="module" src="/pkg/auto.js"></script>`,
      ]) {
        await browser.get(own.page(document(REFUSING + script, sentence)));
        assert.deepEqual(await served(), [[64], []], script);
        const value = await inPage(async () => {
          const widget = document.querySelector("chip-cloud-break-even");
          widget.set("gpus", 8);
          await widget.updateComplete;
          const { shadowRoot } = document.querySelector("chip-value");
          return until(() => /million|,000/.exec(shadowRoot.textContent)?.[0]);
        });
        assert.ok(value, script);
      }
    });

    test("a function that is called before says so, and works once it is compiled", async () => {
      const calls = `<script type="module">
        import { cloudBreakEven } from "/pkg/index.js";
        globalThis.call = () => {
          try {
            return cloudBreakEven({}).verdict;
          } catch (error) {
            return error.name;
          }
        };
        globalThis.first = call();
      </script>`;
      await browser.get(own.page(document(REFUSING + calls, "")));
      const seen = await inPage(async () => {
        const first = await until(() => globalThis.first);
        return [first, await until(() => [call()].find((answer) => !answer.endsWith("Error")))];
      });
      assert.deepEqual(seen, ["CoreUnavailableError", "own"]);
    });

    test("a script that never arrives leaves text, and no hole", async () => {
      await browser.get(own.page(document(`<script src="/pkg/no-such.js"></script>`, TAG)));
      const { text, low, bare } = await kept();
      assert.deepEqual({ text, low, bare }, { text: TEXT, low: true, bare: true });
    });

    test("from another origin, with CORS", async () => {
      const script = `<script src="${cdn.url}pkg/embed.js" crossorigin="anonymous"></script>`;
      await browser.get(own.page(document(script, TAG)));
      assert.deepEqual(await served(), [[64], []]);
      assert.ok(!cdn.asked.includes("embed.single.js"));
    });

    test("from another origin without CORS, by the single file", async () => {
      const script = `<script src="${closed.url}pkg/embed.js"></script>`;
      await browser.get(own.page(document(script, TAG)));
      const [gpus, said] = await served();
      assert.deepEqual(gpus, [64]);
      assert.match(said.join("\n"), /could not be loaded/);
      assert.ok(closed.asked.includes("embed.single.js"));
    });

    for (const file of ["embed.js", "embed.single.js"]) {
      test(`${file} on a page in GBK`, async () => {
        const before = Buffer.from(
          document(`<script src="/pkg/${file}"></script>`, TAG.replace(/lang="en"/, 'lang="zh"')),
        );
        const page = own.page(before, { "Content-Type": "text/html; charset=gbk" });
        await browser.get(page);
        await served();
        const text = await inPage(
          async () => document.querySelector("chip-cloud-break-even").shadowRoot.textContent,
        );
        assert.match(text, /美元/);
      });
    }

    test("in XHTML", async () => {
      const page = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>Page</title>
<script src="/listen.js"></script><script src="/pkg/embed.js"></script></head><body>${TAG}</body></html>`;
      await browser.get(own.page(page, { "Content-Type": "application/xhtml+xml" }));
      assert.deepEqual(await served(), [[64], []]);
      const parts = await inPage(async () => {
        const root = document.querySelector("chip-cloud-break-even").shadowRoot;
        return [root.querySelectorAll("svg").length > 0, root.querySelectorAll("input").length > 0];
      });
      assert.deepEqual(parts, [true, true]);
    });

    test("a tag that does not exist is named, with the one that was meant", async () => {
      const typo = "<chip-cloud-brakeeven></chip-cloud-brakeeven>";
      await browser.get(own.page(document(`<script src="/pkg/embed.js"></script>`, typo + TAG)));
      const [, said] = await served();
      assert.deepEqual(said, [
        "warn chip-calculators has no tag <chip-cloud-brakeeven>. Did you mean <chip-cloud-break-even>?",
      ]);
    });
  });
}
