// Pages that a browser or an extension translates, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { files } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

/** What translators do to the texts of a tree. */
const TRANSLATORS = {
  /** As Google's: an element in place of each text, and the text in it or nowhere. */
  "with elements around texts": `(root) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim() !== "") texts.push(walker.currentNode);
    texts.forEach((text, index) => {
      const font = document.createElement("font");
      const inner = font.appendChild(document.createElement("font"));
      if (index % 2 === 0) inner.append("Übersetzt");
      text.replaceWith(font);
      if (index % 2 === 1) inner.append(text);
    });
  }`,
  /** As those that write whole blocks: neither texts nor markers are left. */
  "without Lit's markers": `(root) => {
    for (const block of root.querySelectorAll("p, label, button, .number")) {
      if (block.textContent.trim() !== "") block.textContent = "Übersetzt";
    }
  }`,
};

for (const name of Object.keys(engines)) {
  describe(`a page that is translated in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(files());
      browser = await browserOf(name);
    });

    after(closeAll);

    for (const [how, translate] of Object.entries(TRANSLATORS)) {
      test(`${how}: what is shown is what counts`, async () => {
        await browser.get(`${server.url}tests/functions/page.html`);
        const [good, seen] = await browser.executeAsyncScript(
          `const done = arguments[arguments.length - 1];
           (async () => {
             const translate = ${translate};
             await import("/pkg/auto.js");
             document.body.innerHTML = '<chip-scope><p lang="en"><chip-value of="saving">X</chip-value></p>' +
               '<chip-cloud-break-even lang="en"></chip-cloud-break-even></chip-scope>';
             const [value, widget] = document.querySelectorAll("chip-value, chip-cloud-break-even");
             const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
             while (widget.result === undefined) await wait(10);
             const text = (element, selector = "*") => {
               const part = element.shadowRoot.querySelector(selector) ?? element.shadowRoot;
               return part.textContent.replace(/\\s+/g, " ").trim();
             };
             const seen = [];
             const field = () => widget.shadowRoot.querySelector('[data-parameter=cloudRate] input[type=text]');
             field().focus();
             for (const rate of [0.5, 60, 0.5]) {
               widget.set("cloudRate", rate);
               widget.rest();
               await widget.updateComplete;
               await value.updateComplete;
               await wait(20);
               seen.push({
                 shown: text(widget, "[data-part=sentence]"),
                 sentence: widget.sentence,
                 value: value.shadowRoot.textContent.trim(),
                 saving: widget.result.saving,
                 fallback: widget.hasAttribute("data-fallback"),
                 focused: widget.shadowRoot.activeElement === field(),
                 fonts: widget.shadowRoot.querySelectorAll("font").length,
               });
               translate(widget.shadowRoot);
               translate(value.shadowRoot);
               seen.at(-1).translated = text(widget, "[data-part=sentence]") !== seen.at(-1).shown;
               // A window that becomes narrower draws it anew as well.
               widget.style.width = 300 + 50 * seen.length + "px";
               await wait(50);
             }
             return seen;
           })().then((seen) => done([true, seen]), (error) => done([false, String(error?.stack ?? error)]));`,
        );
        assert.ok(good, seen);
        for (const { shown, sentence, fallback, focused, fonts } of seen) {
          assert.equal(shown, sentence.replace(/\s+/g, " "));
          assert.deepEqual(
            { fallback, focused, fonts },
            { fallback: false, focused: true, fonts: 0 },
          );
        }
        assert.ok(seen.every(({ translated }) => translated));
        const [first, second, third] = seen;
        assert.notEqual(first.shown, second.shown);
        assert.notEqual(first.value, second.value);
        assert.deepEqual([third.shown, third.value], [first.shown, first.value]);
      });
    }
  });
}
