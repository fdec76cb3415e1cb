// What a page gives as JSON, its own figures and its own words, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { cloudBreakEven } from "../../pkg/index.js";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

const TAG = "chip-cloud-break-even";
const FALLBACK = "What the page says.";

const json = (name, data) =>
  `<script type="application/json" class="chip-${name}">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
const tag = (inside, attributes = 'lang="en"') =>
  `<${TAG} ${attributes}>${FALLBACK}${inside}</${TAG}>`;

for (const name of Object.keys(engines)) {
  describe(`a page's own figures and words in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    /** Opens an article with the element's script in its head, and waits until something can be said. */
    const article = async (body, settled = undefined, script = "embed.js", state = "") => {
      await browser.get(
        own.page(
          `<!doctype html><meta charset="utf-8"><title>Article</title><script src="/listen.js"></script>
          <script src="/pkg/${script}" ${script === "embed.js" ? "defer" : ""}></script><body>${body}</body>`,
        ) + state,
      );
      return seen(settled);
    };
    const seen = async (settled = (state) => state.input || state.said.length > 0) => {
      let state;
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        state = await browser.executeScript(
          `const widget = document.querySelector(arguments[0]);
           const part = (name) => widget.shadowRoot?.querySelector('[data-part="' + name + '"]')?.textContent.replace(/\\s+/g, " ").trim();
           return {
             input: widget.result && JSON.parse(JSON.stringify(widget.result.input)),
             sentence: widget.sentence ?? "",
             lang: widget.shadowRoot?.querySelector('[part="widget"]')?.lang,
             text: widget.shadowRoot?.textContent ?? "",
             images: widget.shadowRoot?.querySelectorAll("img, [onerror]").length ?? 0,
             slot: Boolean(widget.shadowRoot?.querySelector("slot")),
             unread: part("unread") ?? null,
             said: said.filter((line) => line.includes("chip")),
           };`,
          TAG,
        );
        if (settled(state)) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return state;
    };

    test("figures count, lists and presets as well; the script that waits for no page sees them too", async () => {
      const figures = {
        preset: "h100",
        gpus: 64,
        offers: [{ id: "reserved", cloudRate: 2.5, cloudBilling: "reserved" }],
      };
      const price = cloudBreakEven({ preset: figures.preset }).input.gpuPrice;
      for (const script of ["embed.js", "embed.single.js"]) {
        const { input, said } = await article(tag(json("figures", figures)), undefined, script);
        assert.deepEqual(said, [], script);
        assert.deepEqual([input.gpuPrice, input.gpus, input.offers.length], [price, 64, 1], script);
      }
    });

    test("every bad figure is named, and the page's own text stays", async () => {
      const figures = { gpus: "many", cloudrate: 3, pue: 9, __proto__x: { a: 1 } };
      const { input, slot, said } = await article(tag(json("figures", figures)));
      assert.deepEqual([input ?? null, slot], [null, true]);
      assert.equal(said.length, 1, said.join("\n"));
      for (const part of [
        'gpus = "many", only whole numbers from 1 to 1000000, such as 1000',
        "cloudrate = 3 (unknownField; did you mean cloudRate?)",
        "pue = 9, only numbers from 1 to 5, such as 1.3",
        "__proto__x (unknownField)",
      ]) {
        assert.ok(said[0].includes(part), `${said[0]} lacks ${part}`);
      }
    });

    test("what is no JSON is told, the page's own text stays, and a correction counts", async () => {
      for (const bad of ["{gpus: 64}", "[64]", "", "null", "</chip>"]) {
        const { input, slot, said } = await article(tag(json("figures", bad)));
        assert.deepEqual([input ?? null, slot], [null, true], bad);
        assert.match(said.join("\n"), /chip-figures is no JSON/);
      }
      await browser.executeScript(
        `document.querySelector(".chip-figures").textContent = '{"gpus": 16}';`,
      );
      const { input } = await seen(({ input }) => input?.gpus === 16);
      assert.equal(input.gpus, 16);
    });

    test("a figure given twice is told", async () => {
      const { input, said } = await article(
        tag(json("figures", { gpus: 8 }), 'lang="en" gpus="9"'),
        ({ input, said }) => input && said.length > 0,
      );
      assert.equal(input.gpus, 8);
      assert.match(said.join("\n"), /has gpus in chip-figures and as an attribute/);
    });

    test("a link that cannot be read is told to the reader, one that can is not", async () => {
      const shown = ({ sentence }) => sentence !== "";
      for (const [state, language, gpus, unread] of [
        ["gpus=64", "en", 64, null],
        [
          "gpus=6x4",
          "en",
          1000,
          /^This link.s figures could not be read; these are the page.s own\.$/,
        ],
        ["gpus=64&pue=", "en", 64, /^Some of this link.s figures could not be read; /],
        ["gpus=6x4", "zh", 1000, /^链接中的数字无法读取，以下为本页原有数字。$/],
      ]) {
        const hash = `#v=1&calculator=cloud-break-even&${state}`;
        const widget = tag("", `lang="${language}"`);
        const { input, unread: said } = await article(widget, shown, undefined, hash);
        assert.equal(input.gpus, gpus, state);
        if (unread === null) assert.equal(said, null);
        else assert.match(said, unread);
      }
      await browser.executeScript(
        `const { shadowRoot } = document.querySelector(arguments[0]);
         const field = shadowRoot.querySelector("input[type=text]");
         field.value = "5";
         field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
         field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));`,
        TAG,
      );
      assert.equal((await seen(({ unread }) => unread === null)).unread, null);
    });

    test("a bad value of the tag is told once, with what to write", async () => {
      const bad = 'lang="en" utilization="70" layout="compct" theme="drak" heading-level="9"';
      const { slot, said } = await article(tag("", bad), ({ said }) => said.length >= 4);
      assert.equal(slot, true);
      assert.deepEqual(
        said,
        [
          'utilization="70", only numbers from 0 to 1; for 70% write 0.7',
          'layout="compct", only compact or full; did you mean compact?',
          'theme="drak", only light or dark; did you mean dark?',
          'heading-level="9", only 2, 3, 4, 5 or 6',
        ].map((text) => `warn chip-calculators: <${TAG}> does not take ${text}`),
      );
      await browser.executeScript(
        `document.querySelector(arguments[0]).setAttribute("utilization", "0.7");`,
        TAG,
      );
      const { input, said: later } = await seen(({ input }) => input);
      assert.deepEqual([input.utilization, later.length], [0.7, 4]);
      const [controls, other] = await browser.executeScript(
        `const widget = document.querySelector(arguments[0]);
         const count = () => widget.shadowRoot.querySelectorAll("[data-part=basics] > *").length;
         const before = count();
         widget.setAttribute("fields", "gqus");
         return widget.updateComplete.then(() => [before, count()]);`,
        TAG,
      );
      assert.ok(controls > 0 && other === controls, `${controls}, ${other}`);
    });

    test("a tag that is not closed is told, for it hides the rest of the article", async () => {
      const { said } = await article(
        `${tag("").replace(/<\/.*/s, "")}<h2>What follows</h2><p>It is hidden.</p>`,
        ({ said }) => said.length > 0,
      );
      assert.match(said.join(), /holds a heading .* is <\/chip-cloud-break-even> missing\?/);
    });

    test("words are the page's, as text; what is none is named and the widget works", async () => {
      const hostile = "<img src=x onerror=alert(1)> Build.";
      const words = {
        en: {
          shared: { frame: { reset: "Start over", rest: "x" }, tag: "??" },
          calculators: { cloudBreakEven: { verdict: { own: hostile } } },
        },
        xx: {},
      };
      for (const page of [
        json("words", words) + tag(""),
        tag(json("words", words)),
        tag("") + json("words", words),
      ]) {
        const { sentence, images, text, said } = await article(
          page,
          ({ sentence, said }) => sentence !== "" && said.length >= 3,
        );
        assert.ok(sentence.startsWith(hostile), sentence);
        assert.ok(text.includes(hostile));
        assert.equal(images, 0);
        assert.deepEqual(said.map((line) => line.replace(/^warn chip-calculators: /, "")).sort(), [
          "chip-words: there is no language xx",
          "words en.shared.frame.rest: there is no such text; did you mean reset?",
          "words en.shared.tag: no text",
        ]);
      }
    });

    test("a page adds a language: the element speaks it, and English where it lacks words", async () => {
      const verdict = {
        own: "Achetez.",
        rentBelow: "Louer ne revient moins cher qu’en dessous de {1}.",
      };
      const words = {
        fr: {
          shared: { frame: { reset: "Recommencer" } },
          calculators: { cloudBreakEven: { verdict } },
        },
      };
      const { sentence, lang, said } = await article(
        json("words", words) + tag("", 'lang="fr"'),
        ({ sentence, said }) => sentence !== "" && said.length >= 2,
      );
      assert.match(
        sentence,
        /^Achetez\. Owning saves .*88,9 millions .* Louer ne revient moins cher qu’en dessous de 32\s?%\.$/,
      );
      assert.equal(lang, "fr");
      assert.equal(said.length, 2, said.join("\n"));
      for (const line of said)
        assert.match(
          line,
          /words fr\.(shared|calculators\.cloudBreakEven): in English for want of /,
        );
    });

    test("a module adds a language beside embed.js", async () => {
      const module = `<script type="module">
        import { addLanguage } from "/pkg/language.js";
        addLanguage("fr", { calculators: { cloudBreakEven: { verdict: { own: "Achetez." } } } });
      </script>`;
      const { sentence } = await article(module + tag("", 'lang="fr-CA"'), ({ sentence }) =>
        sentence.startsWith("Achetez."),
      );
      assert.match(sentence, /^Achetez\./);
    });

    test("words that are no JSON change nothing", async () => {
      const { sentence, said } = await article(
        json("words", "{") + tag(""),
        ({ sentence }) => sentence !== "",
      );
      assert.match(sentence, /^Buy\./);
      assert.match(said.join(), /chip-words is no JSON/);
    });
  });
}
