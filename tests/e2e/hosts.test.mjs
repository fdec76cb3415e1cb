// Pages that are unlike others and hold widgets all the same, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { TAGS } from "./support/gallery.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, runIn, serverOf } from "./support/suite.mjs";

const TEXT = "What the page says.";
const TAG = `<chip-cloud-break-even lang="en"><p>${TEXT}</p></chip-cloud-break-even>`;
const SCRIPTS = [
  `<script src="/pkg/embed.js" defer></script>`,
  `<script src="/pkg/embed.single.js" defer></script>`,
  `<script type="module" src="/pkg/auto.js"></script>`,
];

/** What prototype.js 1.6 makes of the language: functions of the same names that do less. */
const PROTOTYPE = `<script>
  Array.from = function (iterable) {
    if (!iterable) return [];
    if (iterable.toArray) return iterable.toArray();
    var length = iterable.length || 0, results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  Function.prototype.bind = function () {
    if (arguments.length < 2 && arguments[0] === undefined) return this;
    var method = this, args = Array.from(arguments), object = args.shift();
    return function () { return method.apply(object, args.concat(Array.from(arguments))); };
  };
  Array.prototype.toJSON = function () {
    return "[" + this.map(function (item) { return JSON.stringify(item); }).join(", ") + "]";
  };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
</script>`;

for (const name of Object.keys(engines)) {
  describe(`unlike pages in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    const go = (body, head = "", attributes = "", headers = {}) =>
      browser.get(
        own.page(
          `<!doctype html><html lang="en" ${attributes}><head><meta charset="utf-8"><title>Page</title>
          <script src="/listen.js"></script>${head}</head><body>${body}</body></html>`,
          headers,
        ),
      );

    /** Runs an async function in the page; what it throws is thrown here. */
    const inPage = (body, ...args) =>
      runIn(
        browser,
        `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
         const started = async () => {
           const widgets = document.querySelectorAll(":is(${TAGS.join()})");
           for (const widget of widgets) {
             widget.scrollIntoView();
             for (let tries = 0; widget.result === undefined; tries += 1) {
               if (tries > 500) throw new Error(widget.localName + " does not start: " + said.join());
               await wait(10);
             }
             await widget.updateComplete;
           }
           return [...widgets];
         };`,
        body,
        ...args,
      );

    test("with the language as prototype.js 1.6 leaves it", async () => {
      for (const script of SCRIPTS) {
        await go(TAGS.map((tag) => `<${tag}></${tag}>`).join(""), PROTOTYPE + script);
        const seen = await inPage(async () => {
          const widgets = await started();
          // What the page has made of it is in the way of the browser's driver.
          delete Array.prototype.toJSON;
          delete String.prototype.toJSON;
          return [widgets.length, widgets.filter(({ sentence }) => sentence === "").length, said];
        });
        assert.deepEqual(seen, [TAGS.length, 0, []], script);
      }
    });

    // Only Chromium's driver has a system's own colors.
    if (name === "chromium") {
      test("in the colors a system forces, charts and sliders are seen", async () => {
        const colors = (value) =>
          browser.sendDevToolsCommand("Emulation.setEmulatedMedia", {
            features: [{ name: "forced-colors", value }],
          });
        await colors("active");
        try {
          await go(TAGS.map((tag) => `<${tag}></${tag}>`).join(""), SCRIPTS[0]);
          const seen = await inPage(async () => {
            const widgets = await started();
            return widgets.map(({ localName, shadowRoot }) => {
              const ground = getComputedStyle(shadowRoot.querySelector(".widget")).backgroundColor;
              const isSeen = (color) => color !== "none" && color !== ground;
              const drawn = [...shadowRoot.querySelectorAll(".figure .line, .figure .bar .fill")];
              const hidden = drawn.filter((part) => {
                const { fill, stroke } = getComputedStyle(part);
                const isLine = part.classList.contains("line");
                return !isSeen(stroke) && (isLine || !isSeen(fill));
              });
              const sliders = [...shadowRoot.querySelectorAll(".track input")];
              const bare = sliders.filter((one) => getComputedStyle(one).appearance === "none");
              const curves = [...shadowRoot.querySelectorAll(".curve")].filter(
                (curve) => curve.getClientRects().length > 0,
              );
              const fails = [hidden, bare, curves].map(({ length }) => length);
              return [localName, drawn.length > 0, ...fails];
            });
          });
          const forced = "return matchMedia('(forced-colors: active)').matches;";
          assert.ok(await browser.executeScript(forced));
          assert.deepEqual(
            seen,
            TAGS.map((tag) => [tag, true, 0, 0, 0]),
          );
        } finally {
          await colors("");
        }
      });
    }

    test("right to left, in both languages: every widget is as it is elsewhere", async () => {
      const all = ["en", "zh"].flatMap((lang) =>
        TAGS.map((tag) => `<${tag} lang="${lang}"></${tag}>`),
      );
      await go(all.join(""), SCRIPTS[0], 'dir="rtl"');
      const seen = await inPage(async () => {
        const widgets = await started();
        return widgets.map((widget) => {
          const { right, left } = widget.getBoundingClientRect();
          const box = widget.shadowRoot.querySelector(".widget");
          return [
            getComputedStyle(box).direction,
            box.scrollWidth <= box.clientWidth + 1,
            left >= 0 && right <= innerWidth + 1,
          ];
        });
      });
      assert.deepEqual(
        seen,
        all.map(() => ["ltr", true, true]),
      );
    });

    test("from top to bottom: the widget starts, and stays within its column", async () => {
      await go(TAG, SCRIPTS[0], 'style="writing-mode:vertical-rl"');
      const answer = await inPage(async () => {
        const [widget] = await started();
        return widget.sentence;
      });
      assert.match(answer, /^(Buy|Rent)/);
    });

    test("figures without a prototype are figures; a megabyte of chips is refused in words", async () => {
      await go(`${TAG}<chip-price-performance lang="en"></chip-price-performance>`, SCRIPTS[0]);
      const seen = await inPage(async () => {
        const [widget, chips] = await started();
        widget.input = Object.assign(Object.create(null), { gpus: 64 });
        await widget.updateComplete;
        const { sentence } = chips;
        chips.setAttribute("chips", "h100-sxm ".repeat(120_000));
        await chips.updateComplete;
        return [widget.result.input.gpus, chips.sentence === sentence, chips.problems.length > 0];
      });
      assert.deepEqual(seen, [64, true, true]);
    });

    test("where no policy of Trusted Types may be made, the page's text stays", async () => {
      const headers = {
        "Content-Security-Policy": "require-trusted-types-for 'script'; trusted-types 'none'",
      };
      for (const script of SCRIPTS) {
        await go(TAG, script, "", headers);
        const [text, isOurs] = await inPage(async () => {
          await wait(700);
          const widget = document.querySelector("chip-cloud-break-even");
          return [widget.innerText.trim(), widget.result !== undefined];
        });
        // An engine without Trusted Types starts it.
        assert.ok(isOurs || text === "What the page says.", `${script}: ${text}`);
      }
    });
  });
}
