// Pages of the projects, as any server gives them, in Chromium.
import assert from "node:assert/strict";
import { By, Key, until } from "selenium-webdriver";
import { preview } from "vite";

/** What the console of the page that is open says. */
export async function complaints({ browser }) {
  const entries = await browser.manage().logs().get("browser");
  return entries.map(({ level, message }) => `${level.name} ${message}`);
}

/** Serves a folder's files, to pages of other origins too, while a function uses them. */
export async function served(root, use) {
  const server = await preview({
    configFile: false,
    root,
    build: { outDir: "." },
    preview: { host: "127.0.0.1", port: 0, strictPort: true, cors: true },
    logLevel: "error",
  });
  try {
    return await use(`http://127.0.0.1:${server.httpServer.address().port}`);
  } finally {
    await server.close();
  }
}

/** Waits until the widget of 64 GPUs on the page that is open, or in the frame looked into, has its answer. */
export async function answers({ browser }) {
  await browser.wait(
    () =>
      browser.executeScript(
        `const widget = document.querySelector("chip-cloud-break-even");
         widget?.scrollIntoView(); return widget?.result?.input.gpus === 64;`,
      ),
    20_000,
  );
}

/** Opens a page whose widget must answer and which must complain of nothing. */
export async function widgetAt(chromium, url) {
  await chromium.browser.get(url);
  await answers(chromium);
  assert.deepEqual(await complaints(chromium), []);
  await leave(chromium);
}

/** Leaves a page before its server ends: what it fetches while it is idle would be missed. */
export async function leave({ browser }) {
  await browser.get("about:blank");
  await browser.manage().logs().get("browser");
}

/** What Ghost's editor saves of a post with an HTML card between two paragraphs, made as an author makes it. */
export async function postWith(chromium, url, [before, code, after]) {
  const { browser } = chromium;
  const shown = (css) => browser.wait(until.elementLocated(By.css(css)), 20_000);
  const type = (...keys) =>
    browser
      .actions()
      .sendKeys(...keys)
      .perform();
  await browser.get(url);
  await (await shown("[data-lexical-editor]")).click();
  await type(before, Key.ENTER, "/html");
  const choice = await shown("[data-kg-slash-menu] [data-kg-card-menu-item]");
  assert.match(await choice.getText(), /^HTML$/m);
  await type(Key.ENTER);
  await browser.executeScript(
    `const [field, text] = arguments;
     const clipboardData = new DataTransfer();
     clipboardData.setData("text/plain", text);
     field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));`,
    await shown("[data-kg-card=html] .cm-content"),
    code,
  );
  // The card is left, and the line below it gone to.
  await type(Key.ESCAPE);
  await shown("[data-kg-card=html][data-kg-card-editing=false]");
  await type(Key.ARROW_DOWN);
  await type(after);
  const post = await browser.wait(async () => {
    const saved = await browser.executeScript("return globalThis.post");
    return JSON.stringify(saved ?? null).includes(after) && saved;
  }, 20_000);
  assert.deepEqual(await complaints(chromium), []);
  await leave(chromium);
  return post;
}
