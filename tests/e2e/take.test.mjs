// "Take it along" in the three engines: the files that are saved, and what goes to the clipboard.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PNG } from "pngjs";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

const TAG = "chip-cloud-break-even";

/** Keeps what is saved and copied; the clipboard refuses where it is told to. */
const HEAD = `<script>
  window.saved = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => (saved.push(blob), create.call(URL, blob));
  HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
  window.copied = [];
  window.refuses = false;
  const answer = (what) => refuses ? Promise.reject(new Error("refused")) : (copied.push(what), Promise.resolve());
  Object.defineProperty(navigator, "clipboard", { value: { writeText: answer, write: answer } });
  window.ClipboardItem = class { constructor(items) { this.items = items; } };
</script>`;

for (const name of Object.keys(engines)) {
  describe(`what a reader takes along, in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
      await browser.manage().setTimeouts({ script: 20_000 });
      await browser.get(
        own.page(
          `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>${HEAD}
          <script src="/pkg/embed.js" defer></script>
          <body><${TAG} gpus="64" theme="light">Owning pays.</${TAG}></body></html>`,
        ),
      );
    });

    after(closeAll);

    /** Presses a button of the menu, and waits until something comes of it. */
    const press = (part, refuses = false) =>
      browser.executeAsyncScript(
        `const [part, refuses, done] = arguments;
         const within = (selector) => document.querySelector("${TAG}").shadowRoot?.querySelector(selector);
         const until = async (what) => {
           for (;;) { const seen = what(); if (seen) return seen; await new Promise((then) => setTimeout(then, 30)); }
         };
         (async () => {
           Object.assign(window, { refuses, saved: [], copied: [], savedAs: undefined });
           (await until(() => within("[data-part=more-actions]")));
           await until(() => document.querySelector("${TAG}").sentence);
           if (!within(".take")) within("[data-part=more-actions]").click();
           (await until(() => within('[data-part="' + part + '"]'))).click();
           await until(() => savedAs || copied.length > 0 || within(".by-hand"));
           const bytes = async (blob) => blob && [blob.type, Array.from(new Uint8Array(await (await blob).arrayBuffer()))];
           const [item] = copied.flat();
           const png = await item?.items?.["image/png"];
           await until(() => within(".taken .note").textContent !== "");
           const hand = within(".by-hand");
           hand?.focus();
           done({
             savedAs,
             blob: await bytes(saved[0]),
             text: typeof item === "string" ? item : undefined,
             png: await bytes(png),
             said: within(".taken .note").textContent,
             byHand: hand?.value,
             selected: hand && hand.value.slice(hand.selectionStart, hand.selectionEnd),
             sentence: document.querySelector("${TAG}").sentence,
             title: within("#title").textContent.trim(),
           });
         })();`,
        part,
        refuses,
      );

    const textOf = ([, bytes]) => Buffer.from(bytes).toString("utf8");

    /** How many pixels of a picture's title are dark: in its first lines, on white. */
    const ink = ([type, bytes]) => {
      assert.equal(type, "image/png");
      const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
      assert.ok(width > 900 && height > 600, `${width} × ${height}`);
      let dark = 0;
      for (let y = 36; y < 36 + 3 * 24; y++) {
        for (let x = 72; x < 900; x++) if (data[4 * (y * width + x)] < 100) dark += 1;
      }
      return dark;
    };

    test("the drawing, with title, answer and day", async () => {
      const { blob, savedAs, sentence, title } = await press("svg");
      assert.equal(savedAs, "cloud-break-even.svg");
      assert.equal(blob[0], "image/svg+xml");
      const told = textOf(blob)
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ");
      assert.ok(told.includes(title.split(" ").slice(0, 3).join(" ")), told);
      assert.ok(told.includes(sentence.split(" ").slice(0, 5).join(" ")), told);
      assert.match(told, /As of \w+ \d+, \d{4}/);
    });

    test("its pixels, in which the title is written", async () => {
      const { blob, savedAs } = await press("png");
      assert.equal(savedAs, "cloud-break-even.png");
      assert.ok(ink(blob) > 500, `${ink(blob)}`);
    });

    test("the table", async () => {
      const { blob, savedAs } = await press("csv");
      assert.equal(savedAs, "cloud-break-even.csv");
      assert.match(blob[0], /^text\/csv/);
      assert.match(textOf(blob), /64/);
      assert.ok(textOf(blob).split("\r\n").length > 10);
    });

    test("the picture on the clipboard, and saved where that refuses", async () => {
      const { png, said, savedAs } = await press("copy-png");
      assert.ok(ink(png) > 500);
      assert.equal(said, "Picture copied. Paste it where you like.");
      assert.equal(savedAs, null);
      const refused = await press("copy-png", true);
      assert.equal(refused.savedAs, "cloud-break-even.png");
      assert.ok(ink(refused.blob) > 500);
    });

    test("a citation", async () => {
      const { text, sentence } = await press("cite");
      assert.ok(text.includes(sentence));
      assert.match(text, /@misc\{/);
    });

    test("the link; where the clipboard refuses it, it is there and selected", async () => {
      const { text } = await press("copy-link");
      assert.match(text, /^http/);
      const { byHand, selected } = await press("copy-link", true);
      assert.equal(byHand, text);
      assert.equal(selected, text);
    });
  });
}
