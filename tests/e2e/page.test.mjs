// The demo page as its reader meets it, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import {
  cloudBreakEven,
  clusterTco,
  investmentReturn,
  pricePerformance,
  productLine,
  scenarioOutlook,
} from "../../pkg/index.js";
import { AXE } from "./support/axe.mjs";
import { engines } from "./support/engines.mjs";
import { site } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";
import { control, inWidget, resultOf, STARTED, textOf, type } from "./support/widget.mjs";

const WIDGETS = {
  "chip-price-performance": pricePerformance,
  "chip-cluster-tco": clusterTco,
  "chip-cloud-break-even": cloudBreakEven,
  "chip-investment-return": investmentReturn,
  "chip-product-line": productLine,
  "chip-scenario-outlook": scenarioOutlook,
};
const BREAK_EVEN = "chip-cloud-break-even";

/** A result as JSON carries it, without its columns. */
const plain = (result) =>
  JSON.parse(JSON.stringify(result, (_, value) => (ArrayBuffer.isView(value) ? undefined : value)));

/** Loads the page in a frame of a phone's width, with scripts or without, and looks at it there. */
const inFrame = (browser, { url, width, scripts }, body) =>
  browser.executeAsyncScript(
    `const [url, width, scripts, done] = arguments;
     const frame = document.createElement("iframe");
     if (!scripts) frame.sandbox = "allow-same-origin";
     frame.style.cssText = "position:fixed;inset:0 auto auto 0;border:0;height:800px;width:" + width + "px";
     frame.onload = async () => {
       const page = frame.contentDocument;
       if (scripts) await (${STARTED})(page);
       done((${body})(page));
       frame.remove();
     };
     frame.src = url;
     document.body.append(frame);`,
    url,
    width,
    scripts,
  );

for (const name of Object.keys(engines)) {
  describe(`the demo page in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(site());
      browser = await browserOf(name);
    });

    after(closeAll);

    const load = async (page = "") => {
      await browser.get(server.url + page);
      await browser.executeAsyncScript(
        `const done = arguments[0]; (${STARTED})(document).then(() => done());`,
      );
    };

    test("every widget has its first result without a click", async () => {
      await load();
      for (const [tag, calculate] of Object.entries(WIDGETS)) {
        assert.ok((await textOf(browser, tag, "sentence")).length > 40, tag);
        const shown = await resultOf(browser, tag);
        assert.deepEqual(shown, plain(calculate(shown.input)), tag);
      }
    });

    test("a slider moved by keyboard gives the function's result, and the sentence says it", async () => {
      await load();
      const before = await resultOf(browser, BREAK_EVEN);
      const sentence = await textOf(browser, BREAK_EVEN, "sentence");
      const slider = await control(browser, BREAK_EVEN, "cloudRate", "range");
      await slider.sendKeys(Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ARROW_RIGHT);
      // WebKit's driver returns before the keys have arrived, where a machine is busy.
      const moved = async () =>
        (await resultOf(browser, BREAK_EVEN)).input.cloudRate > before.input.cloudRate;
      await browser.wait(moved, 10_000).catch(() => {});
      const now = await resultOf(browser, BREAK_EVEN);
      assert.ok(now.input.cloudRate > before.input.cloudRate);
      const expected = cloudBreakEven({ ...before.input, cloudRate: now.input.cloudRate });
      assert.deepEqual(now, plain(expected));
      assert.notEqual(await textOf(browser, BREAK_EVEN, "sentence"), sentence);
    });

    test("nonsense is answered beside its field and loses nothing", async () => {
      await load();
      const before = await resultOf(browser, BREAK_EVEN);
      const sentence = await textOf(browser, BREAK_EVEN, "sentence");
      await type(browser, BREAK_EVEN, "gpus", "many");
      await type(browser, BREAK_EVEN, "cloudRate", "-3");
      const state = (parameter) =>
        inWidget(
          browser,
          BREAK_EVEN,
          (_, root, parameter) => {
            const field = root.querySelector(`[data-parameter="${parameter}"]`);
            const input = field.querySelector("input[type=text]");
            const error = field.querySelector('[data-part="error"]');
            return {
              value: input.value,
              invalid: input.getAttribute("aria-invalid"),
              described: (input.getAttribute("aria-describedby") ?? "")
                .split(" ")
                .includes(error.id),
              message: error.textContent.trim(),
            };
          },
          parameter,
        );
      const [many, negative] = [await state("gpus"), await state("cloudRate")];
      assert.equal(many.value, "many");
      assert.equal(negative.value, "-3");
      for (const { invalid, described, message } of [many, negative]) {
        assert.equal(invalid, "true");
        assert.ok(described && message.length > 5, message);
      }
      assert.deepEqual(await resultOf(browser, BREAK_EVEN), before, "the last good result stays");
      assert.equal(await textOf(browser, BREAK_EVEN, "sentence"), sentence);
      assert.ok((await textOf(browser, BREAK_EVEN, "stale")).length > 5, "and is marked as stale");
      assert.equal(await textOf(browser, BREAK_EVEN, "changed"), "", "and is none to the changes");

      await type(browser, BREAK_EVEN, "gpus", "64");
      await type(browser, BREAK_EVEN, "cloudRate", "3.82");
      assert.equal((await state("gpus")).message, "");
      assert.equal(await textOf(browser, BREAK_EVEN, "stale"), null);
      const now = await resultOf(browser, BREAK_EVEN);
      assert.deepEqual([now.input.gpus, now.input.cloudRate], [64, 3.82]);
    });

    test("hostile attributes are refused in words, not executed or clamped", async () => {
      await load();
      const hostile = '"><img src=x onerror=alert(1)>';
      await browser.executeAsyncScript(
        `const [tag, hostile, done] = arguments;
         const widget = document.querySelector(tag);
         widget.setAttribute("gpus", hostile);
         widget.setAttribute("pue", "0.2");
         widget.setAttribute("cloud-billing", hostile);
         widget.updateComplete.then(() => done());`,
        BREAK_EVEN,
        hostile,
      );
      await control(browser, BREAK_EVEN, "pue");
      const [images, invalid] = await inWidget(browser, BREAK_EVEN, (_, root) => [
        root.querySelectorAll("img").length,
        [...root.querySelectorAll('[aria-invalid="true"]')].map((field) => field.id),
      ]);
      assert.equal(images, 0);
      assert.deepEqual(invalid.sort(), ["all-cloudBilling", "all-gpus", "all-pue"]);
    });

    test("a reader reweighs the scenarios, and the form says what became of the others", async () => {
      await load();
      const tag = "chip-scenario-outlook";
      await type(browser, tag, "probability-0", "70%");
      const now = await resultOf(browser, tag);
      const shares = now.scenarios.map(({ probability }) => probability);
      for (const [index, share] of [0.5, 5 / 14, 1 / 7].entries()) {
        assert.ok(Math.abs(shares[index] - share) < 1e-12, `${shares}`);
      }
      assert.deepEqual(now, plain(scenarioOutlook(now.input)));
      await control(browser, tag, "value-0");
      assert.match(await textOf(browser, tag, "weights"), /100/);
      await type(browser, tag, "value-1", "lots");
      const bad = await inWidget(browser, tag, (_, root) =>
        [...root.querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id),
      );
      assert.deepEqual(bad, ["value-1"]);
      assert.deepEqual(await resultOf(browser, tag), now, "the last good result stays");
    });

    test("an investment that never pays says so", async () => {
      await load();
      const tag = "chip-investment-return";
      await type(browser, tag, "annualBenefit", "0");
      assert.match(await textOf(browser, tag, "lead"), /Never|No/);
      const { npv, irr, reasons } = await resultOf(browser, tag);
      assert.ok(npv < 0);
      assert.equal(irr, null);
      assert.ok(reasons.irr);
    });

    test("nothing is wider than a phone, and no number is cut", async () => {
      await load();
      for (const page of ["", "zh.html"]) {
        const [wide, answers] = await inFrame(
          browser,
          { url: server.url + page, width: 320, scripts: true },
          (page) => [
            page.documentElement.scrollWidth,
            [
              ...page.querySelectorAll(
                "chip-cloud-break-even, chip-cluster-tco, chip-investment-return, " +
                  "chip-price-performance, chip-product-line, chip-scenario-outlook",
              ),
            ].map((widget) => [
              widget.localName,
              widget.result !== undefined,
              widget.scrollWidth <= widget.clientWidth,
              widget.shadowRoot?.querySelectorAll("input[type=text]").length,
              [...(widget.shadowRoot?.querySelectorAll("input[type=text]") ?? [])]
                .filter((input) => input.scrollWidth > input.clientWidth)
                .map((input) => `${input.id}: ${input.value}`),
            ]),
          ],
        );
        assert.ok(wide <= 320, `${page} is ${wide} px wide`);
        assert.equal(answers.length, Object.keys(WIDGETS).length);
        for (const [tag, answered, fits, fields, cut] of answers) {
          assert.ok(answered && fits, `${page} ${tag}`);
          assert.equal(fields > 0, tag !== "chip-price-performance", `${page} ${tag}: ${fields}`);
          assert.deepEqual(cut, [], `${page} ${tag} cuts numbers`);
        }
      }
    });

    test("without scripts each widget's place holds an answer", async () => {
      await load();
      for (const page of ["", "zh.html"]) {
        const texts = await inFrame(
          browser,
          { url: server.url + page, width: 320, scripts: false },
          (page) => [
            page.documentElement.scrollWidth,
            ...[
              ...page.querySelectorAll(
                "chip-cloud-break-even, chip-cluster-tco, chip-investment-return, " +
                  "chip-price-performance, chip-product-line, chip-scenario-outlook",
              ),
            ]
              .filter((element) => !element.shadowRoot)
              .map((element) => element.innerText.trim()),
          ],
        );
        assert.ok(texts.shift() <= 320);
        assert.equal(texts.length, Object.keys(WIDGETS).length);
        for (const text of texts) assert.match(text, /\d/);
      }
    });

    test("the Chinese page answers in Chinese, with the same numbers", async () => {
      await load();
      const english = await resultOf(browser, BREAK_EVEN);
      await load("zh.html");
      assert.match(await textOf(browser, BREAK_EVEN, "sentence"), /[\u4e00-\u9fff]{4}/);
      assert.deepEqual(await resultOf(browser, BREAK_EVEN), english);
    });

    const axeFindsNothing = async (page) => {
      await load(page);
      await inWidget(browser, BREAK_EVEN, (_, root) => {
        for (const details of root.querySelectorAll("details")) details.open = true;
      });
      await type(browser, BREAK_EVEN, "gpus", "many");
      await browser.executeScript(AXE);
      const violations = await browser.executeAsyncScript(
        "const done = arguments[0]; axe.run().then(({ violations }) => done(violations), (error) => done([String(error)]));",
      );
      const told = violations.map(({ id, nodes }) => [
        id,
        nodes?.map(({ html, target }) => `${target} ${html}`),
      ]);
      assert.deepEqual(told, []);
    };

    for (const page of ["", "zh.html"]) {
      test(`axe finds nothing on ${page || "index.html"}`, () => axeFindsNothing(page));
    }

    test("nothing is asked of any other host", async () => {
      await load();
      const origins = await browser.executeScript(
        "return performance.getEntriesByType('resource').map(({ name }) => name.startsWith('data:') ? location.origin : new URL(name).origin)",
      );
      assert.deepEqual([...new Set(origins)], [new URL(server.url).origin]);
    });

    // Only Chromium can be told to be dark.
    if (name === "chromium") {
      test("axe finds nothing in the dark", async () => {
        const media = (value) =>
          browser.sendDevToolsCommand("Emulation.setEmulatedMedia", {
            features: [{ name: "prefers-color-scheme", value }],
          });
        await media("dark");
        await axeFindsNothing("");
        await media("light");
      });
    }
  });
}
