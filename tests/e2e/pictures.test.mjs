// Telling pictures of the widgets against those in tests/visual/, in Chromium, in a font that the page
// brings along. Of the machine's fonts there is left what that font lacks: a few signs. What differs is
// put beside its picture into target/pictures/. CONTRIBUTING.md says how the pictures are renewed.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { show } from "./support/gallery.mjs";
import { siteInFont } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

/** The part of the pixels that may differ: other versions of Chromium smooth edges otherwise. */
const MOST = 0.001;

/** Higher than any widget: no scroll bar takes width from it. */
const HEIGHT = 3000;

/** How a picture of even areas is written shortly. */
const SMALL = { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 };

const PICTURES = [
  { element: "cloud-break-even", width: 360, lang: "en", theme: "light", state: "good" },
  { element: "cloud-break-even", width: 360, lang: "zh", theme: "dark", state: "tie" },
  {
    element: "cloud-break-even",
    width: 768,
    lang: "en",
    theme: "light",
    state: "good",
    view: "sure",
  },
  { element: "cluster-tco", width: 1280, lang: "en", theme: "light", state: "good" },
  { element: "price-performance", width: 768, lang: "en", theme: "light", state: "good" },
  { element: "investment-return", width: 360, lang: "en", theme: "light", state: "bad" },
  { element: "product-line", width: 320, lang: "zh", theme: "light", state: "never" },
  { element: "scenario-outlook", width: 1280, lang: "zh", theme: "dark", state: "good" },
];

const kept = new URL("../visual/", import.meta.url);
const differing = new URL("../../target/pictures/", import.meta.url);
const isRenewing = process.env.PICTURES === "renew";

/** Where the widget stands when it is drawn for good, its fonts loaded and nothing moving. */
const PLACE = `const done = arguments[0];
(async () => {
  const widget = document.querySelector("section").lastElementChild;
  const frame = () => new Promise(requestAnimationFrame);
  await document.fonts.ready;
  for (let last = ""; last !== widget.shadowRoot.innerHTML; ) {
    last = widget.shadowRoot.innerHTML;
    for (let count = 0; count < 10; count += 1) await frame();
    await document.fonts.ready;
  }
  const { left: x, top: y, width, height } = widget.getBoundingClientRect();
  done({ x, y, width, height, scale: 1 });
})();`;

describe("the widgets look as they did", () => {
  let browser;
  let server;

  before(async () => {
    process.env.FONTCONFIG_FILE = fileURLToPath(new URL("fonts.conf", kept));
    server = await serverOf(
      siteInFont("@fontsource-variable/noto-sans-sc", "Noto Sans SC Variable"),
    );
    browser = await browserOf("chromium");
  });

  after(closeAll);

  const picture = async ({ element, width, ...cell }) => {
    const screen = { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false };
    await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", screen);
    await show(browser, server.url, { elements: [`chip-${element}`], ...cell });
    const clip = await browser.executeAsyncScript(PLACE);
    const { data } = await browser.sendAndGetDevToolsCommand("Page.captureScreenshot", { clip });
    return PNG.sync.read(Buffer.from(data, "base64"));
  };

  for (const { element, width, ...cell } of PICTURES) {
    const name = [element, width, ...Object.values(cell)].join("-");

    test(name, async () => {
      const now = await picture({ element, width, ...cell });
      const file = new URL(`${name}.png`, kept);
      if (isRenewing) {
        writeFileSync(file, PNG.sync.write(now, SMALL));
        return;
      }
      const before = PNG.sync.read(readFileSync(file));
      const sizes = [now, before].map(({ width, height }) => `${width} × ${height}`);
      const isSameSize = sizes[0] === sizes[1];
      const difference = new PNG({ width: now.width, height: now.height });
      const count = isSameSize
        ? pixelmatch(now.data, before.data, difference.data, now.width, now.height)
        : now.width * now.height;
      const part = count / (now.width * now.height);
      if (part > MOST) {
        mkdirSync(differing, { recursive: true });
        writeFileSync(new URL(`${name}.png`, differing), PNG.sync.write(now));
        writeFileSync(new URL(`${name}.differs.png`, differing), PNG.sync.write(difference));
      }
      assert.equal(sizes[0], sizes[1]);
      assert.ok(part <= MOST, `${(part * 100).toFixed(2)}% of the pixels differ`);
    });
  }
});
