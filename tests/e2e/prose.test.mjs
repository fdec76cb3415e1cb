// Numbers within sentences, and what follows from them, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Command, Name } from "selenium-webdriver/lib/command.js";
import { cloudBreakEven, clusterTco } from "../../pkg/index.js";
import { engines } from "./support/engines.mjs";
import { site } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";
import { STARTED } from "./support/widget.mjs";

/** In the page: the number of a parameter within its sentence. */
const NUMBER = `(name) =>
  document.querySelector('chip-variable[name="' + name + '"]').shadowRoot.querySelector(".number")`;

for (const name of Object.keys(engines)) {
  describe(`words that share their figures with widgets, in ${name}`, () => {
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
      // The articles' module comes after the widgets'.
      await browser.wait(
        () =>
          browser.executeScript(`
            const drawn = (tag, part) =>
              document.querySelector(tag).shadowRoot?.querySelector(part) != null;
            return drawn("chip-figure", "button.mark") && drawn("chip-fact-check", ".claims");`),
        20_000,
        "the article has not been checked",
      );
    };

    /** Runs a function body in the page and waits for the frame after it. */
    const inPage = (body, ...args) =>
      browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
         const number = ${NUMBER};
         const settled = () => new Promise((resolve) =>
           requestAnimationFrame(() => setTimeout(resolve, 50)));
         // What is out of sight follows when the hand has been still for a fifth of a second.
         const rested = () => new Promise((resolve) => setTimeout(resolve, 600));
         (async () => { ${body} })().then(done, (error) => done("failed: " + error));`,
        ...args,
      );

    const state = () =>
      inPage(`
        const widget = document.querySelector("chip-cloud-break-even");
        const text = (element) => {
          const root = element.shadowRoot;
          return (root.querySelector("slot") === null ? root : element).textContent.trim();
        };
        return {
          rate: widget.result.input.cloudRate,
          price: widget.result.input.gpuPrice,
          tcoPrice: document.querySelector("chip-cluster-tco").result.input.gpuPrice,
          saving: widget.result.saving,
          shown: text(document.querySelector('chip-value[of="saving"]')),
          visible: [...document.querySelectorAll("chip-if")]
            .filter((element) => !element.hidden)
            .map((element) => element.getAttribute("when")),
          number: (() => {
            const variable = document.querySelector('chip-variable[name="gpuPrice"]');
            const shown = number("gpuPrice");
            return (shown.querySelector("slot") === null ? shown : variable).textContent.trim();
          })(),
        };`);

    test("until a reader changes something, the author's words stand", async () => {
      await load();
      const { number, visible, shown } = await state();
      assert.equal(number, "$37,000");
      assert.deepEqual(visible, ["own"]);
      assert.equal(shown, "$88.9 million");
    });

    test("keys move the number, the sentence, both widgets; and the widget moves the number", async () => {
      await load();
      await inPage(`
        number("cloudRate").focus();
        for (let step = 0; step < 10; step += 1) {
          number("cloudRate").dispatchEvent(
            new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        }
        await rested();`);
      const low = await state();
      assert.ok(low.rate < 7);
      const expected = cloudBreakEven({ preset: "article", cloudRate: low.rate });
      assert.ok(Math.abs(low.saving - expected.saving) < 1);
      assert.deepEqual(low.visible, [expected.verdict]);
      assert.notEqual(low.shown, "$88.9 million");

      await inPage(`
        const widget = document.querySelector("chip-cloud-break-even");
        widget.store.set("gpuPrice", 30000);
        widget.store.rest();
        await rested();`);
      const changed = await state();
      assert.equal(changed.price, 30000);
      assert.equal(changed.tcoPrice, 30000, "the cluster of the other widget is the same one");
      assert.match(changed.number, /30,000/);
      const { costPerGpuHourUsed } = clusterTco({ preset: "article", gpuPrice: 30000 });
      const shown = await inPage(
        `return document.querySelector('chip-value[of="costPerGpuHourUsed"]').shadowRoot.textContent.trim();`,
      );
      assert.equal(shown, `$${costPerGpuHourUsed.toFixed(2)}`);
    });

    test("what a reader sees follows in the next frame", async () => {
      await load();
      const late = await inPage(`
        const widget = document.querySelector("chip-cloud-break-even");
        const inside = (tag, part) => () =>
          document.querySelector(tag).shadowRoot.querySelector(part).textContent;
        const seen = {
          "the sentence": ['chip-value[of="saving"]', () =>
            document.querySelector('chip-value[of="saving"]').shadowRoot.textContent],
          "the widget": ["chip-cloud-break-even", inside("chip-cloud-break-even", '[data-part="sentence"]')],
          "the fact check": ["chip-fact-check", inside("chip-fact-check", "#claim-roi-investment")],
          "the rule": ["chip-rule-map", inside("chip-rule-map", "section")],
        };
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const late = [];
        let price = 40000;
        for (const [name, [tag, read]] of Object.entries(seen)) {
          await rested();
          document.querySelector(tag).scrollIntoView({ block: "start", behavior: "instant" });
          await rested();
          const before = read();
          widget.store.set("gpuPrice", price += 25000);
          await frame();
          await frame();
          if (read() === before) late.push(name);
          widget.store.rest();
        }
        return late;`);
      assert.deepEqual(late, []);
    });

    test("a number is typed after Enter; a bad one says what to type and is kept", async () => {
      await load();
      const bad = await inPage(`
        number("gpuPrice").dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await settled();
        const root = document.querySelector('chip-variable[name="gpuPrice"]').shadowRoot;
        const input = root.querySelector("input");
        const focused = root.activeElement === input;
        input.value = "many";
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        input.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await settled();
        return { focused, text: root.querySelector("input")?.value,
          invalid: root.querySelector("input")?.getAttribute("aria-invalid"),
          error: root.querySelector(".error")?.textContent.trim() };`);
      assert.equal(bad.focused, true);
      assert.equal(bad.text, "many");
      assert.equal(bad.invalid, "true");
      assert.ok(bad.error.length > 0);
      await inPage(`
        const root = document.querySelector('chip-variable[name="gpuPrice"]').shadowRoot;
        const input = root.querySelector("input");
        input.value = "41k";
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        input.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await rested();`);
      const { price, number } = await state();
      assert.equal(price, 41000);
      assert.match(number, /41,000/);
    });

    test("what a reader types that is two numbers is asked back, and each can be taken", async () => {
      await load();
      const seen = await inPage(`
        const variable = document.querySelector('chip-variable[name="utilization"]');
        const root = variable.shadowRoot;
        number("utilization").dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await settled();
        const input = root.querySelector("input");
        input.value = "0.5";
        input.dispatchEvent(new Event("input", { bubbles: true }));
        input.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        await settled();
        const offered = [...root.querySelectorAll(".error button")];
        const texts = offered.map((button) => button.textContent.trim());
        offered[0].click();
        await rested();
        return { texts, use: document.querySelector("chip-cloud-break-even").result.input.utilization };`);
      assert.deepEqual(seen.texts, ["50%", "0.5%"]);
      assert.equal(seen.use, 0.5);
    });

    /** Presses in the middle of the number and moves by so much, as a hand does. */
    const drag = async (pointerType, dx) => {
      const place = await inPage(`
        const shown = number("cloudRate");
        shown.scrollIntoView({ block: "center" });
        await rested();
        const { left, top, width, height } = shown.getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };`);
      const move = (x) => ({ type: "pointerMove", duration: 20, x: place.x + x, y: place.y });
      const steps = Array.from({ length: 10 }, (_, step) => move(((step + 1) * dx) / 10));
      const [down, up] = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
      const actions = [move(0), down, ...steps, up];
      const hand = { type: "pointer", id: pointerType, parameters: { pointerType }, actions };
      await browser.execute(new Command(Name.ACTIONS).setParameter("actions", [hand]));
      return inPage(`
        await rested();
        return document.querySelector("chip-cloud-break-even").result.input.cloudRate;`);
    };

    test("a mouse that drags a number changes it", async () => {
      await load();
      const more = await drag("mouse", 60);
      assert.ok(more > 7, String(more));
      const less = await drag("mouse", -120);
      assert.ok(less < more, `${more} to ${less}`);
    });

    test("a finger that drags a number changes it", async () => {
      await load();
      const more = await drag("touch", 60);
      assert.ok(more > 7, String(more));
    });

    if (name === "chromium") {
      test("a swipe along a number changes it, a swipe across it scrolls", async () => {
        const device = { width: 360, height: 740, deviceScaleFactor: 1, mobile: true };
        await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", device);
        await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
        try {
          await load();
          const place = await inPage(`
            const shown = number("cloudRate");
            shown.scrollIntoView({ block: "center" });
            await rested();
            const { left, top, width, height } = shown.getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2, scrolled: scrollY };`);
          const touch = (type, ...touchPoints) =>
            browser.sendDevToolsCommand("Input.dispatchTouchEvent", { type, touchPoints });
          const swipe = async (dx, dy) => {
            await touch("touchStart", { x: place.x, y: place.y });
            for (let step = 1; step <= 10; step += 1) {
              const part = step / 10;
              await touch("touchMove", { x: place.x + dx * part, y: place.y + dy * part });
            }
            await touch("touchEnd");
            return inPage(`
              await rested();
              const { result } = document.querySelector("chip-cloud-break-even");
              return [result.input.cloudRate, scrollY];`);
          };
          const [rate, still] = await swipe(60, 0);
          assert.ok(rate > 7, String(rate));
          assert.equal(still, place.scrolled);
          const [kept, scrolled] = await swipe(0, -150);
          assert.equal(kept, rate);
          assert.ok(scrolled > still + 50, `${still} to ${scrolled}`);
        } finally {
          await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", {
            enabled: false,
          });
          await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride");
        }
      });
    }

    test("a figure's mark opens its working beside it, within the window", async () => {
      await load();
      const opened = await inPage(`
        const figure = document.querySelector('chip-figure[claim="break-even-684"]');
        figure.scrollIntoView({ block: "center" });
        const root = figure.shadowRoot;
        root.querySelector("button.mark").click();
        await settled();
        const box = root.querySelector("#box").getBoundingClientRect();
        const words = figure.getBoundingClientRect();
        return {
          apart: box.top >= words.bottom || box.bottom <= words.top,
          words: figure.textContent,
          expanded: root.querySelector("button.mark").getAttribute("aria-expanded"),
          text: root.querySelector("#box").textContent.replace(/\\s+/g, " "),
          inside: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight,
        };`);
      assert.equal(opened.words.replace(/\s/g, " "), "684 GPU-months");
      assert.equal(opened.expanded, "true");
      assert.match(opened.text, /684\.9 GPU-years/);
      assert.match(opened.text, /8,219 GPU-months/);
      assert.ok(opened.inside && opened.apart);
    });

    for (const [page, words] of [
      ["", [/Then and now/, /November 6, 2024/, /cloud price of the H100/, /September 1, 2024/]],
      ["zh.html", [/当时与现在/, /2024 年 11 月 6 日/, /H100.*的云端租价/, /2024 年 9 月 1 日/]],
    ]) {
      test(`a dated claim is told on prices of then and now, on ${page || "the English page"}`, async () => {
        await load(page);
        const told = await inPage(`
          const text = (root, selector) =>
            root.querySelector(selector).textContent.replace(/\\s+/g, " ");
          const figure = document.querySelector('chip-figure[claim="own-against-rent"]');
          figure.scrollIntoView({ block: "center" });
          figure.shadowRoot.querySelector("button.mark").click();
          const check = document.querySelector("chip-fact-check").shadowRoot;
          const claim = check.querySelector("#claim-own-against-rent");
          claim.open = true;
          await settled();
          return {
            popover: text(figure.shadowRoot, "#box"),
            listed: text(claim, ".working"),
            turned: claim.querySelector("summary em"),
          };`);
        for (const word of words) {
          assert.match(told.popover, word);
          assert.match(told.listed, word);
        }
        // Another chip's prices decide nothing.
        assert.equal(told.turned, null);
      });
    }

    for (const [page, words] of [
      ["", /mix: own a core, rent the peaks\. A server holds 8 GPUs.* For 6 of the 40 cases/],
      ["zh.html", /混合：自购核心部分，高峰时再租。一台服务器装 8 张卡.*40 种情形中，有 6 种/],
    ]) {
      test(`the rule map says what a mix is and where the rule is silent, on ${page || "the English page"}`, async () => {
        await load(page);
        const told = await inPage(`
          const map = document.querySelector("chip-rule-map");
          map.scrollIntoView({ block: "center" });
          await settled();
          return map.shadowRoot.querySelector(".legend").textContent;`);
        assert.match(told, words);
      });
    }

    test("the fact check filters, and follows the reader's figures", async () => {
      await load();
      const before = await inPage(`
        const root = document.querySelector("chip-fact-check").shadowRoot;
        const all = root.querySelectorAll(".claims > li").length;
        root.querySelector('button[data-verdict="contradicted"]').click();
        await settled();
        const some = root.querySelectorAll(".claims > li").length;
        root.querySelector(".filter button").click();
        await settled();
        return { all, some,
          verdict: root.querySelector("#claim-roi-investment summary").dataset.verdict };`);
      assert.ok(before.all >= 43 && before.some > 0 && before.some < before.all);
      assert.equal(before.verdict, "agrees");
      const later = await inPage(`
        const widget = document.querySelector("chip-cloud-break-even");
        widget.store.set("gpuPrice", 60000);
        widget.store.rest();
        await rested();
        const root = document.querySelector("chip-fact-check").shadowRoot;
        const claim = root.querySelector("#claim-roi-investment");
        return {
          verdict: claim.querySelector("summary").dataset.verdict,
          working: claim.querySelector(".working").textContent.replace(/\\s+/g, " "),
        };`);
      assert.equal(later.verdict, "contradicted");
      assert.match(later.working, /Contradicted by your figures\./);
      assert.match(later.working, /\(yours\)/);
    });

    test("an editor who mistakes a name is told on the console, once, with the nearest", async () => {
      await load();
      const told = await inPage(`
        const told = [];
        const { warn } = console;
        console.warn = (...words) => told.push(words.join(" "));
        const add = (html) => {
          const holder = document.createElement("p");
          holder.innerHTML = html;
          document.querySelector("main").append(holder);
          return holder;
        };
        const holder = add(
          '<chip-variable name="gpuprice">1</chip-variable>' +
          '<chip-variable name="price">2</chip-variable>' +
          '<chip-variable name="dated">3</chip-variable>' +
          '<chip-variable name="gpuPrice" calculator="cluster-tcp">4</chip-variable>' +
          '<chip-value of="savings">5</chip-value>' +
          '<chip-figure claim="roi-paybak">6</chip-figure>' +
          '<chip-variable>7</chip-variable>' +
          '<chip-value>8</chip-value>' +
          '<chip-figure>9</chip-figure>' +
          '<chip-if>10</chip-if>');
        await rested();
        document.querySelector("chip-cloud-break-even").store.set("gpuPrice", 50000);
        await rested();
        console.warn = warn;
        return { told, text: holder.textContent, shown: !holder.querySelector("chip-if").hidden };`);
      assert.equal(told.text, "12345678910", "the author's words stay");
      assert.ok(told.shown);
      const expected = [
        '<chip-variable> knows no number "gpuprice"; did you mean gpuPrice?',
        '<chip-variable> knows no number "price".',
        '<chip-variable> "price" is a figure of the article’s file; calculators take it as gpuPrice.',
        '<chip-variable> knows no number "dated".',
        '<chip-variable> "dated" is a figure of the claim "own-against-rent" alone, which the reader’s changes do not reach; calculators take it as cloudRate.',
        '<chip-variable> knows no calculator "cluster-tcp"; did you mean cluster-tco?',
        '<chip-value> knows no result "savings"; did you mean saving?',
        '<chip-figure> knows no claim "roi-paybak"; did you mean roi-payback?',
        "<chip-variable> names no number.",
        "<chip-value> names no result.",
        "<chip-figure> names no claim.",
        "<chip-if> names no answer.",
      ];
      assert.deepEqual(
        told.told.map((text) => text.replace("chip-calculators: ", "")).sort(),
        expected.sort(),
      );
    });

    test("an article that cannot be had is asked for once, and again where the tag is put anew", async () => {
      await load();
      const { counts, told, text } = await inPage(`
        const told = [];
        const { warn } = console;
        console.warn = (...words) => told.push(words.join(" "));
        let asked = 0;
        const { fetch } = window;
        window.fetch = (...what) => {
          if (!String(what[0]).endsWith("none.json")) return fetch(...what);
          asked += 1;
          return Promise.resolve(new Response("", { status: 404 }));
        };
        const holder = document.createElement("p");
        holder.innerHTML =
          '<chip-figure claim="roi-payback" article="none.json">7.4 months</chip-figure>' +
          '<chip-fact-check article="none.json">as printed</chip-fact-check>';
        const [figure, check] = holder.children;
        const counts = [];
        const count = async () => {
          for (let turn = 0; turn < 5; turn += 1) {
            figure.requestUpdate();
            check.requestUpdate();
            await settled();
          }
          counts.push(asked);
        };
        document.querySelector("main").append(holder);
        await count();
        await count();
        document.querySelector("main").prepend(figure);
        await count();
        window.fetch = fetch;
        console.warn = warn;
        figure.remove();
        return { counts, told, text: figure.textContent + holder.textContent };`);
      const [first] = counts;
      assert.ok(first === 1 || first === 2, `asked ${first} times by two tags`);
      assert.deepEqual(counts, [first, first, first + 1]);
      assert.equal(told.length, 2, told.join());
      for (const line of told)
        assert.match(line, /cannot read its article: .*none\.json answers 404/);
      assert.equal(text, "7.4 monthsas printed");
    });

    test("a figure that is moved while its working is open can be opened again", async () => {
      await load();
      const states = await inPage(`
        const figure = document.querySelector("chip-figure");
        const mark = () => figure.shadowRoot.querySelector("button.mark");
        const expanded = () => mark().getAttribute("aria-expanded");
        const states = [];
        mark().click();
        await rested();
        states.push(expanded());
        document.querySelector("main").append(figure);
        await rested();
        states.push(expanded());
        mark().click();
        await rested();
        states.push(expanded());
        return states;`);
      assert.deepEqual(states, ["true", "false", "true"]);
    });

    test("a formula is in words", async () => {
      await load();
      const text = await inPage(`
        const root = document.querySelector("chip-fact-check").shadowRoot;
        const formulas = root.querySelector("#claim-meta-investment .formulas");
        formulas.open = true;
        return [...formulas.querySelectorAll("summary, li")].map((part) => part.textContent.trim());`);
      assert.deepEqual(text, [
        "Formula",
        "number of cards × price of a card = $900 million",
        "number of cards = 25,000 GPUs",
        "price of a card = $36,000 per GPU",
      ]);
    });
  });
}
