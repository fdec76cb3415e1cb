// The built package's functions in the three engines, in a page and in a worker.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { vectors } from "../functions/vectors.mjs";
import { engines } from "./support/engines.mjs";
import { files } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

for (const name of Object.keys(engines)) {
  describe(`the functions in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(files());
      browser = await browserOf(name);
    });

    after(closeAll);

    /** How many checks held, or what failed. */
    const checked = (script) => browser.executeAsyncScript(script, vectors);

    test("hold in a page", async () => {
      await browser.get(`${server.url}tests/functions/page.html`);
      const found = await checked(`
        const [vectors, done] = arguments;
        Promise.all([import("/pkg/index.js"), import("/tests/functions/checks.mjs")])
          .then(([functions, { check }]) => check(functions, vectors))
          .then(done, (error) => done(String(error)));`);
      assert.ok(found > 100, found);
    });

    test("hold in a worker", async () => {
      await browser.get(`${server.url}tests/functions/page.html`);
      const found = await checked(`
        const [vectors, done] = arguments;
        const worker = new Worker("/tests/functions/worker.mjs", { type: "module" });
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = ({ message }) => done(message ?? "the worker did not start");
        worker.postMessage(vectors);`);
      assert.ok(found.checks > 100, JSON.stringify(found));
      const { above, below, tie } = found.probability;
      assert.ok(above > 0 && below > 0, JSON.stringify(found));
      assert.ok(Math.abs(above + below + tie - 1) < 1e-12, JSON.stringify(found));
    });
  });
}
