/** The same measurements in headless Chromium, driven as the end-to-end tests drive it. */
import { open } from "../tests/e2e/support/engines.mjs";
import { files } from "../tests/e2e/support/site.mjs";
import { ROUNDS } from "./race.mjs";

/** Single calls and starts, and the browser's version; every start in a page of its own. */
export async function chromium() {
  const server = await files();
  const { browser, end } = await open("chromium");
  const measured = async (script) => {
    await browser.get(`${server.url}benches/page.html`);
    return browser.executeAsyncScript(`
      const done = arguments[0];
      (async () => { ${script} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`);
  };
  const value = async (script) => {
    const { value, error } = await measured(script);
    if (error) throw new Error(error);
    return value;
  };
  try {
    const start = { instantiate: [], first: [] };
    for (let round = 0; round < ROUNDS; round++) {
      start.instantiate.push(
        await value(`
          const bytes = await (await fetch("/pkg/core_bg.wasm")).arrayBuffer();
          return (await import("/benches/start.mjs")).instantiate(bytes);`),
      );
      start.first.push(await value(`return (await import("/benches/start.mjs")).first();`));
    }
    for (const list of Object.values(start)) list.sort((a, b) => a - b);
    const single = await value(`return (await import("/benches/single.mjs")).single();`);
    const version = (await browser.getCapabilities()).getBrowserVersion();
    return { start, single, version };
  } finally {
    await end();
    await server.close();
  }
}
