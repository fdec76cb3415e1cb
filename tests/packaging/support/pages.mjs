// Pages of the projects, as any server gives them, in Chromium.
import assert from "node:assert/strict";
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
