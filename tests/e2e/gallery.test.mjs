// axe on every widget, in every language, theme and state, with each of its views open. In Chromium
// alone: the rules judge the document, which is the same in every engine.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AXE } from "./support/axe.mjs";
import { show } from "./support/gallery.mjs";
import { site } from "./support/site.mjs";
import { browserOf, closeAll, runIn, serverOf } from "./support/suite.mjs";

const STATES = ["good", "bad", "tie", "never"];
const VIEWS = ["sure", "decides", "keep", "table"];

/** What a reader opens: every assumption, an explanation, the menu for passing an answer on. */
const openAround = async (widget) => {
  const root = widget.shadowRoot;
  root.querySelector(".assumptions").open = true;
  root.querySelector(".about").click();
  root.querySelector(".more-actions").click();
  while (root.querySelector(".row, .take") === null) await new Promise(requestAnimationFrame);
  await widget.updateComplete;
};

/** Opens a view as a reader does, and keeps the answer in the one that compares answers. */
const openView = async (widget, view) => {
  const root = widget.shadowRoot;
  const button = root.querySelector(`.views [data-view="${view}"]`);
  if (button === null) return false;
  button.click();
  const place = root.querySelector(`#view-${view}`);
  while (place.childElementCount === 0) await new Promise(requestAnimationFrame);
  place.querySelector('[data-part="keep"]')?.click();
  await widget.updateComplete;
  return true;
};

/** What axe finds: by all rules in the light, and in the dark by those about colours, for nothing else changes. */
const judge = async (context) => {
  const found = [];
  for (const theme of ["light", "dark"]) {
    for (const section of document.querySelectorAll("section")) {
      section.dataset.theme = theme;
      section.lastElementChild.setAttribute("theme", theme);
      await section.lastElementChild.updateComplete;
    }
    const { violations, passes } = await axe.run(context, {
      ...(theme === "dark" && { runOnly: ["color-contrast"] }),
      resultTypes: ["violations"],
      preload: false,
    });
    if (passes.length === 0) found.push(`${theme}: axe looked at nothing`);
    for (const { id, nodes } of violations) {
      for (const { html, target } of nodes) found.push(`${theme} ${id}: ${target.flat()} ${html}`);
    }
  }
  return found;
};

describe("axe finds nothing", () => {
  let browser;
  let server;

  before(async () => {
    server = await serverOf(site());
    browser = await browserOf("chromium");
  });

  after(closeAll);

  const inPage = (body, ...args) =>
    runIn(
      browser,
      `const openAround = ${openAround}, openView = ${openView}, judge = ${judge};
       const widgets = [...document.querySelectorAll("section")].map((one) => one.lastElementChild);`,
      `(...args) => (${body})(widgets, ...args)`,
      ...args,
    );

  for (const lang of ["en", "zh"]) {
    for (const state of STATES) {
      test(`${lang}, ${state}`, async () => {
        await show(browser, server.url, { lang, theme: "light", state });
        await browser.executeScript(AXE);
        for (const view of VIEWS) {
          const found = await inPage(async (widgets, view) => {
            const opened = [];
            for (const widget of widgets) if (await openView(widget, view)) opened.push(widget);
            if (opened.length === 0) throw new Error(`no widget has the view ${view}`);
            const include = opened.map(({ localName }) => ({
              fromShadowDom: [localName, `#view-${view}`],
            }));
            return judge({ include });
          }, view);
          assert.deepEqual(found, [], view);
        }
        const found = await inPage(async (widgets) => {
          for (const widget of widgets) {
            widget.shadowRoot.querySelector('.views [aria-expanded="true"]').click();
            await openAround(widget);
          }
          return judge(document);
        });
        assert.deepEqual(found, [], "all but the views");
      });
    }
  }
});
