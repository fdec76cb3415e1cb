// The elements on pages that are composed in every way pages are, in the three engines.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { render } from "../../pkg/static.js";
import { engines } from "./support/engines.mjs";
import { files } from "./support/site.mjs";
import { browserOf, closeAll, runIn, serverOf } from "./support/suite.mjs";
import { STARTED } from "./support/widget.mjs";

const TAGS = JSON.parse(
  readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url)),
).modules[0].declarations.map(({ tagName }) => tagName);

for (const name of Object.keys(engines)) {
  describe(`the elements as part of others' pages in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(files());
      browser = await browserOf(name);
    });

    after(closeAll);

    beforeEach(() => browser.get(`${server.url}tests/functions/page.html`));

    /** Runs an async function in the page; what it throws is thrown here. */
    const inPage = (body, ...args) => runIn(browser, `const started = ${STARTED};`, body, ...args);

    test("what is set before the elements are defined counts after", async () => {
      const seen = await inPage(async () => {
        const widget = document.createElement("chip-cloud-break-even");
        widget.gpus = 64;
        widget.theme = "dark";
        widget.input = { cloudRate: 3.82 };
        document.body.append(widget);
        await import("/pkg/auto.js");
        await started(document);
        const { gpus, cloudRate } = widget.result.input;
        return [gpus, cloudRate, widget.getAttribute("gpus"), widget.getAttribute("theme")];
      });
      assert.deepEqual(seen, [64, 3.82, "64", "dark"]);
    });

    test("properties and attributes are two sides of one thing", async () => {
      const seen = await inPage(async () => {
        const { define } = await import("/pkg/elements.js");
        define();
        const widget = document.createElement("chip-cloud-break-even");
        const before = [widget.cloudRate, widget.preset, widget.cloudBilling];
        widget.cloudRate = 3.82;
        widget.setAttribute("gpus", "8");
        widget.cloudBilling = "reserved";
        widget.preset = "h100";
        widget.years = "a few";
        document.body.append(widget);
        const events = [];
        for (const type of ["chip-result", "chip-error"]) {
          widget.addEventListener(type, ({ detail }) =>
            events.push([type, detail.error?.fields.map(({ path, code }) => [path, code])]),
          );
        }
        while (events.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        widget.years = null;
        await widget.updateComplete;
        return {
          before,
          attributes: ["cloud-rate", "cloud-billing", "preset", "years"].map((name) =>
            widget.getAttribute(name),
          ),
          gpus: widget.gpus,
          asked: [widget.result.input.cloudRate, widget.result.input.gpus],
          events,
        };
      });
      assert.deepEqual(seen, {
        before: [null, null, null],
        attributes: ["3.82", "reserved", "h100", null],
        gpus: 8,
        asked: [3.82, 8],
        events: [
          ["chip-error", [["years", "notANumber"]]],
          ["chip-result", null],
        ],
      });
    });

    test("no property takes the name of one that every element has", async () => {
      const taken = await inPage(async () => {
        const classes = await import("/pkg/elements.js");
        const { prototype } = HTMLElement;
        const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
        return (
          Object.values(classes)
            // The calculators: what stands within a sentence has no parameters.
            .filter(({ observedAttributes }) => observedAttributes?.includes("preset"))
            .map(({ observedAttributes, prototype: own }) => {
              // The language is every element's, and here as well.
              // So are attributes in one word, as HTML makes of camelCase.
              const dashed = observedAttributes.filter((name) => name.includes("-"));
              const joined = dashed.map((name) => name.replaceAll("-", ""));
              const names = observedAttributes
                .filter((name) => name !== "lang" && !joined.includes(name))
                .map(camel);
              return [
                names.includes("preset") && names.every((name) => Object.hasOwn(own, name)),
                names.filter((name) => name in prototype),
              ];
            })
        );
      });
      assert.deepEqual(taken, Array(6).fill([true, []]));
    });

    test("events reach the page from within the trees of others", async () => {
      const heard = await inPage(async () => {
        await import("/pkg/auto.js");
        const host = document.createElement("div");
        const widget = document.createElement("chip-cluster-tco");
        host.attachShadow({ mode: "open" }).append(widget);
        const events = [];
        for (const type of ["chip-input", "chip-result", "chip-error"]) {
          document.addEventListener(type, (event) =>
            events.push([type, event.target === host, event.detail.input.gpuPrice ?? null]),
          );
        }
        document.body.append(host);
        while (widget.result === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
        const field = widget.shadowRoot.querySelector("#gpuPrice");
        for (const text of ["30000", "-1"]) {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
          await widget.updateComplete;
        }
        return events;
      });
      assert.deepEqual(heard, [
        ["chip-result", true, null],
        ["chip-input", true, 30000],
        ["chip-result", true, 30000],
        // What is typed is no figure until it is good.
        ["chip-input", true, 30000],
        ["chip-error", true, 30000],
      ]);
    });

    test("a page may hold the library more than once", async () => {
      const seen = await inPage(async () => {
        const warnings = [];
        const errors = [];
        console.warn = (text) => warnings.push(text);
        addEventListener("error", ({ message }) => errors.push(message));
        const { define } = await import("/pkg/elements.js");
        define("chip-cluster-tco");
        define("chip-cluster-tco");
        define();
        for (const file of ["embed.js", "embed.single.js?copy=1", "embed.single.js?copy=2"]) {
          const script = document.createElement("script");
          script.src = `/pkg/${file}`;
          document.head.append(script);
          await new Promise((resolve) => script.addEventListener("load", resolve));
        }
        document.body.append(document.createElement("chip-cluster-tco"));
        await started(document);
        return { warnings: warnings.length, errors };
      });
      assert.deepEqual(seen, { warnings: 0, errors: [] });
    });

    test("only what comes near the window starts, and all share one instance of the module", async () => {
      const seen = await inPage(async () => {
        let instances = 0;
        WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
          construct(target, args) {
            instances += 1;
            return new target(...args);
          },
        });
        const { define } = await import("/pkg/elements.js");
        define();
        const far = document.createElement("div");
        far.style.height = "6000px";
        const widgets = ["cluster-tco", "cloud-break-even", "product-line"].map((name) =>
          Object.assign(document.createElement(`chip-${name}`), {
            textContent: "the page's answer",
          }),
        );
        document.body.append(far, ...widgets);
        const frame = () => new Promise((resolve) => setTimeout(resolve, 200));
        await frame();
        const before = widgets.map(({ result, shadowRoot }) => [
          result === undefined,
          shadowRoot.querySelector("slot") !== null,
        ]);
        const none = instances;
        await started(document);
        return { before, none, after: instances, all: widgets.every(({ result }) => result) };
      });
      assert.deepEqual(seen, { before: Array(3).fill([true, true]), none: 0, after: 1, all: true });
    });

    test("without the module inside, the elements wait for it and keep the page's answer", async () => {
      const seen = await inPage(async () => {
        const { define, init } = await import("/pkg/slim-elements.js");
        define();
        const widget = document.createElement("chip-cluster-tco");
        document.body.append(widget);
        await widget.updateComplete;
        const waiting = widget.shadowRoot.querySelector("slot") !== null;
        const refused = await init("/pkg/no-such.wasm").catch(({ name }) => name);
        await init("/pkg/core_bg.wasm");
        await started(document);
        return [waiting, refused, widget.result.capital];
      });
      assert.deepEqual(seen, [true, "CoreUnavailableError", 42e6]);
    });

    test("what a server has drawn stays until the element takes it over, as it was", async () => {
      const html = render("cloud-break-even", { preset: "h100", gpus: 64, lang: "zh" });
      const seen = await inPage(async (html) => {
        const far = document.createElement("div");
        const place = document.createElement("div");
        far.style.height = "6000px";
        place.setHTMLUnsafe(html);
        document.body.append(far, place);
        const widget = place.firstElementChild;
        const text = () => {
          const [widgets, lead, sentence] = [".widget", "[data-part=lead]", ".sentence"].map(
            (part) => [...widget.shadowRoot.querySelectorAll(part)],
          );
          return [widgets.length, lead.length, lead[0].textContent, sentence[0].textContent];
        };
        const drawn = text();
        await import("/pkg/auto.js");
        await new Promise((resolve) => setTimeout(resolve, 200));
        const waiting = [widget.result === undefined, text()];
        // Every change of the tree is seen with what else was changed in its task.
        let empty = false;
        new MutationObserver(() => {
          empty ||= widget.shadowRoot.querySelector(".widget") === null;
        }).observe(widget.shadowRoot, { childList: true });
        await started(document);
        return { drawn, waiting, empty, taken: text() };
      }, html);
      assert.deepEqual(seen.drawn.slice(0, 2), [1, 1]);
      assert.match(seen.drawn[3], /[\u4e00-\u9fff]{4}/);
      assert.deepEqual(seen.waiting, [true, seen.drawn]);
      assert.equal(seen.empty, false);
      assert.deepEqual(seen.taken, seen.drawn);
    });

    test("what a server has drawn is as tall as what takes its place", async () => {
      const drawn = TAGS.flatMap((name) => ["en", "zh"].map((lang) => render(name, { lang })));
      const seen = await inPage(async (drawn) => {
        document.body.style.fontFamily = "system-ui, sans-serif";
        const widgets = [];
        for (const [width, font] of [
          ...[280, 320, 343, 430, 560, 768, 900].map((width) => [width, 16]),
          ...[320, 768].map((width) => [width, 18.5]),
        ]) {
          for (const html of drawn) {
            const place = document.createElement("div");
            place.style.cssText = `width: ${width}px; font-size: ${font}px`;
            place.setHTMLUnsafe(html);
            document.body.append(place);
            widgets.push([
              `${place.firstElementChild.lang} ${width} ${font}`,
              place.firstElementChild,
            ]);
          }
        }
        const tall = () => widgets.map(([, widget]) => widget.getBoundingClientRect().height);
        const before = tall();
        await import("/pkg/auto.js");
        await started(document);
        // The drawings are made anew once they have been measured.
        await new Promise((resolve) => setTimeout(resolve, 200));
        const after = tall();
        const moved = widgets
          .map(([name, { localName }], index) => [localName, name, before[index], after[index]])
          .filter(([, , before, after]) => Math.abs(before - after) > 0.05);
        return { moved, all: before.every((height) => height > 500), of: widgets.length };
      }, drawn);
      assert.deepEqual(seen, { moved: [], all: true, of: 108 });
    });

    test("scenarios alone name and show the results of other calculators as those do", async () => {
      const seen = await inPage(async () => {
        const { define } = await import("/pkg/elements/scenario-outlook.js");
        define();
        const shown = [];
        for (const lang of ["en", "zh"]) {
          for (const [calculator, output] of [
            ["clusterTco", "energyMwhPerYear"],
            ["cloudBreakEven", "paybackMonths"],
            ["investmentReturn", "irr"],
            ["productLine", "revenue"],
          ]) {
            const widget = document.createElement("chip-scenario-outlook");
            widget.lang = lang;
            widget.input = { calculator, output, scenarios: [{ id: "a", probability: 1 }] };
            document.body.append(widget);
            await started(document);
            const lead = widget.shadowRoot.querySelector("[data-part=lead]");
            shown.push(lead.textContent.replace(/\s+/g, " ").trim());
            widget.remove();
          }
        }
        return shown;
      });
      assert.deepEqual(seen, [
        "Energy a year, in MWh: 11,688 MWh a year on average.",
        "Payback: 14.6 months on average.",
        "Internal rate of return: 161% on average.",
        "Sales: $6.48 billion a year on average.",
        "年用电量（兆瓦时）：平均每年 1.17 万兆瓦时。",
        "回本期：平均 14.6 个月。",
        "内部收益率：平均 161%。",
        "销售收入：平均每年 64.8 亿美元。",
      ]);
    });

    test("a move keeps what the reader did", async () => {
      const seen = await inPage(async () => {
        await import("/pkg/auto.js");
        const [first, second] = [document.createElement("div"), document.createElement("div")];
        const widget = document.createElement("chip-cluster-tco");
        first.append(widget);
        document.body.append(first, second);
        await started(document);
        const field = widget.shadowRoot.querySelector("#gpuPrice");
        field.value = "64";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        second.append(widget);
        second.style.width = "300px";
        await new Promise((resolve) => setTimeout(resolve, 200));
        await widget.updateComplete;
        const chart = widget.shadowRoot.querySelector('[data-part="chart"]');
        return [widget.result.input.gpuPrice, chart.getBoundingClientRect().width <= 300];
      });
      assert.deepEqual(seen, [64, true]);
    });

    test("a widget that has left a scope follows it no more, and one that is back does again", async () => {
      const seen = await inPage(async () => {
        await import("/pkg/auto.js");
        const [scope, outside] = ["chip-scope", "div"].map((tag) => document.createElement(tag));
        const [widget, other] = ["cluster-tco", "cloud-break-even"].map((tag) =>
          document.createElement(`chip-${tag}`),
        );
        scope.append(widget, other);
        document.body.append(scope, outside);
        await started(document);
        let told = 0;
        widget.addEventListener("chip-result", () => {
          told += 1;
        });
        const price = async (value) => {
          other.store.set("gpuPrice", value);
          other.store.rest();
          // What is out of sight follows later.
          await new Promise((resolve) => setTimeout(resolve, 400));
          await widget.updateComplete;
          return widget.result.input.gpuPrice;
        };
        const prices = [await price(40_000)];
        const before = told;
        widget.remove();
        prices.push(await price(41_000));
        const whileOut = told - before;
        outside.append(widget);
        prices.push(await price(42_000));
        scope.append(widget);
        prices.push(await price(43_000));
        return { prices, before, whileOut };
      });
      assert.deepEqual(seen, {
        prices: [40_000, 40_000, 37_000, 43_000],
        before: 1,
        whileOut: 0,
      });
    });

    test("a slider that is taken away under the hand is let go", async () => {
      const held = await inPage(async () => {
        await import("/pkg/auto.js");
        const widget = document.createElement("chip-cluster-tco");
        document.body.append(widget);
        await started(document);
        const sliders = widget.shadowRoot.querySelectorAll('input[type="range"]');
        const held = [];
        sliders[1].dispatchEvent(new PointerEvent("pointerdown", { pointerType: "mouse" }));
        held.push(widget.held !== undefined);
        widget.setAttribute("layout", "compact");
        await widget.updateComplete;
        await widget.updateComplete;
        held.push(sliders[1].isConnected, widget.held !== undefined);
        return held;
      });
      assert.deepEqual(held, [true, false, false]);
    });

    // Only Chromium can be told to collect its garbage.
    if (name === "chromium") {
      for (const width of [320, 768]) {
        test(`nothing moves at ${width} px when elements take over what a server has drawn`, async () => {
          await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
            width,
            height: 800,
            deviceScaleFactor: 1,
            mobile: false,
          });
          await browser.get(`${server.url}tests/functions/page.html`);
          const drawn = TAGS.map((name) => render(name));
          const seen = await inPage(async (drawn) => {
            const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
            for (const html of drawn) {
              const place = document.createElement("div");
              place.setHTMLUnsafe(html);
              document.body.append(place, "The article goes on.");
            }
            await frame();
            await frame();
            const shifts = [];
            const observer = new PerformanceObserver((list) => {
              shifts.push(...list.getEntries().map(({ value }) => value));
            });
            observer.observe({ type: "layout-shift" });
            await import("/pkg/auto.js");
            for (let y = 0; y < document.documentElement.scrollHeight; y += 200) {
              scrollTo(0, y);
              await frame();
              await frame();
            }
            await started(document);
            await new Promise((resolve) => setTimeout(resolve, 500));
            const taken = shifts.splice(0);
            // What does move would be seen.
            document.body.prepend(Object.assign(document.createElement("p"), { innerText: "!" }));
            await new Promise((resolve) => setTimeout(resolve, 500));
            return { taken, seen: shifts.length > 0 };
          }, drawn);
          await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride");
          assert.deepEqual(seen, { taken: [], seen: true });
        });
      }

      test("what is removed is forgotten", async () => {
        await inPage(async () => {
          await import("/pkg/auto.js");
          const tags = ["price-performance", "cluster-tco", "cloud-break-even"];
          const widgets = tags.map((name) => document.createElement(`chip-${name}`));
          const scope = document.createElement("chip-scope");
          const shared = document.createElement("chip-cluster-tco");
          scope.append(shared);
          document.body.append(...widgets, scope);
          widgets.push(shared);
          await started(document);
          window.removed = widgets.map((widget) => new WeakRef(widget));
          for (const widget of widgets) widget.remove();
        });
        await new Promise((resolve) => setTimeout(resolve, 500));
        await browser.sendDevToolsCommand("HeapProfiler.collectGarbage");
        const kept = await inPage(async () =>
          window.removed.map((widget) => widget.deref()?.localName ?? null),
        );
        assert.deepEqual(kept, [null, null, null, null]);
      });
    }
  });
}
