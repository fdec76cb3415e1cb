// Next to nothing moves when a widget starts, whatever the font: a narrow one, a wide one, and none
// for Chinese. Read from the top, a page starts them out of sight; whoever follows a link to one sees
// it start, and what stands below it. The page sets the fonts itself, for machines have different ones; on one
// without a Chinese font its texts are boxes, as they are for a reader without one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { siteWithHeads } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

/** "Good" by https://web.dev/articles/cls is 0.1. */
const MOST = 0.02;

/** A phone, and beside it a window in which chart and form stand side by side. */
const WIDTHS = [390, 1280];
const HEIGHT = 800;

/** A line of the widgets' texts is 27 % shorter, and 19 % longer, than in DejaVu Sans, which is as wide as Verdana. */
const FONTS = { narrow: "archivo-narrow", wide: "lexend-exa" };

const require = createRequire(import.meta.url);
const reader = readFileSync(new URL("support/reader.js", import.meta.url), "utf8");

/** What a page has in its head for a font: as bytes, which are a font before the first text is laid out. */
function head(font) {
  const face = (weight) => {
    const file = require.resolve(`@fontsource/${font}/files/${font}-latin-${weight}-normal.woff2`);
    const bytes = readFileSync(file).toString("base64");
    return `document.fonts.add(new FontFace("reader",
      Uint8Array.from(atob("${bytes}"), (letter) => letter.charCodeAt(0)), { weight: "${weight}" }));`;
  };
  return `<style>* { font-family: "reader" !important }</style>
    <script>${face(400)} ${face(700)} ${reader}</script>`;
}

const heads = Object.fromEntries(Object.entries(FONTS).map(([name, font]) => [name, head(font)]));

for (const name of Object.keys(engines)) {
  describe(`nothing moves as a reader goes through the demo pages in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(siteWithHeads(heads));
      browser = await browserOf(name);
    });

    after(closeAll);

    /** Only Chromium can be as narrow as a phone; others take what their windows allow. */
    async function resize(width) {
      if (name !== "chromium") return browser.manage().window().setRect({ width, height: HEIGHT });
      const screen = { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false };
      return browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", screen);
    }

    for (const page of ["index.html", "zh.html"]) {
      for (const font of Object.keys(FONTS)) {
        for (const width of WIDTHS) {
          test(`${page} in a ${font} font, ${width} pixels wide`, async () => {
            await resize(width);
            await browser.get(`${server.url}${page}?head=${font}`);
            const { fonts, started, seen } = await browser.executeAsyncScript(`
              const done = arguments[0];
              (async () => {
                await document.fonts.ready;
                const widgets = [...document.querySelectorAll(":defined")]
                  .filter((element) => element.localName.startsWith("chip-") && "result" in element);
                const seen = [...(await reader.jump(widgets)), await reader.read()];
                done({
                  seen,
                  fonts: [...document.fonts].map(({ status }) => status),
                  started: widgets.map(({ result }) => result !== undefined),
                });
              })().catch((error) => done({ seen: [String(error)] }));`);
            assert.deepEqual(fonts, ["loaded", "loaded"], "the page is set in the font");
            assert.ok(started.length >= 6 && started.every(Boolean), `started: ${started}`);
            for (const { what, own, found, moves } of seen) {
              assert.ok(found <= MOST, `${what}: ${found}, ${moves.join("; ")}`);
              assert.ok(own <= MOST, `${what}: ${own} by Chromium, ${moves.join("; ")}`);
            }
          });
        }
      }
    }
  });
}
