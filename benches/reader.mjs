/** What a reader feels, in headless Chromium with its processor slowed four times: a mid-range phone. */
import { open } from "../tests/e2e/support/engines.mjs";
import { host } from "../tests/e2e/support/hosts.mjs";
import { ROUNDS } from "./race.mjs";

const SLOWED = 4;
const TAGS = [
  "price-performance",
  "cluster-tco",
  "cloud-break-even",
  "investment-return",
  "product-line",
  "scenario-outlook",
].map((name) => `chip-${name}`);

/** In the page, before its own scripts: when the loader has arrived, when answers come, what takes long. */
const NOTE = `
  globalThis.noted = { arrived: 0, answers: [], long: [] };
  new PerformanceObserver((list) => {
    for (const { name, responseEnd } of list.getEntries()) {
      if (name.endsWith("/embed.js")) noted.arrived = responseEnd;
    }
  }).observe({ type: "resource", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.long.push(duration);
  }).observe({ type: "longtask", buffered: true });
  addEventListener("chip-result", () => noted.answers.push(performance.now()));`;

const document = (body) =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
   <title>Bench</title><script>${NOTE}</script><script src="/pkg/embed.js" defer></script>${body}`;

/** Moves a slider to and fro as a finger would, a step a frame: milliseconds from each step to its paint. */
const DRAG = `
  const [tag, steps, done] = arguments;
  const slider = document.querySelector(tag).shadowRoot.querySelector("input[type=range]:enabled");
  if (slider === null) return done(null);
  const [min, max] = [Number(slider.min), Number(slider.max)];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // The message is handled after the paint that follows the frame's callbacks.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
  (async () => {
    noted.long.length = 0;
    const times = [];
    for (let step = 0; step < steps; step += 1) {
      await frame();
      const start = performance.now();
      slider.value = String(min + (max - min) * (0.5 + 0.4 * Math.sin(step / 7)));
      slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await painted();
      times.push(performance.now() - start);
    }
    return { times, long: [...noted.long] };
  })().then(done, (error) => done({ error: String(error) }));`;

const sort = (list) => [...list].sort((a, b) => a - b);
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Rows of the bench's table: what, the figure, its bound, details. */
export async function reader() {
  const server = await host();
  const { browser, end } = await open("chromium");
  const rows = [];
  const visit = async (body) => {
    await browser.get(server.page(document(body)));
    return browser.executeAsyncScript(`
      const done = arguments[0];
      const look = () => noted.answers.length > 0 ? setTimeout(() => done(noted), 300) : setTimeout(look, 10);
      look();`);
  };
  try {
    await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
      width: 390,
      height: 800,
      deviceScaleFactor: 1,
      mobile: true,
    });
    await browser.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: SLOWED });

    for (const tag of TAGS) {
      const firsts = [];
      const long = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const noted = await visit(`<${tag} lang="en"></${tag}>`);
        firsts.push(noted.answers[0] - noted.arrived);
        long.push(...noted.long);
      }
      const sorted = sort(firsts);
      rows.push([
        `${tag}: first answer after embed.js arrives`,
        `${at(sorted, 0.5).toFixed(0)} ms`,
        "at most 300 ms",
        `least ${sorted[0].toFixed(0)}, greatest ${sorted.at(-1).toFixed(0)} ms; ${told(long)}`,
      ]);

      const drag = await browser.executeAsyncScript(DRAG, tag, 120);
      if (drag === null) continue;
      if (drag.error) throw new Error(drag.error);
      const times = sort(drag.times);
      const [p50, p95] = [at(times, 0.5), at(times, 0.95)].map((ms) => ms.toFixed(0));
      rows.push([
        `${tag}: a step of a slider to its paint`,
        `p95 ${p95} ms`,
        "p95 at most 50 ms, none above 100 ms",
        `p50 ${p50}, greatest ${times.at(-1).toFixed(0)} ms; ${told(drag.long)}`,
      ]);
    }

    const fifty = Array.from({ length: 50 }, (_, index) => {
      const tag = TAGS[index % TAGS.length];
      return `<p>${"An article's text. ".repeat(20)}</p><${tag} lang="en"></${tag}>`;
    });
    const noted = await visit(fifty.join(""));
    const through = await browser.executeAsyncScript(`
      const done = arguments[0];
      (async () => {
        noted.long.length = 0;
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        let [slowest, last] = [0, performance.now()];
        for (let y = 0; y < document.documentElement.scrollHeight; y += 200) {
          scrollTo(0, y);
          await frame();
          const now = performance.now();
          [slowest, last] = [Math.max(slowest, now - last), now];
        }
        return {
          started: noted.answers.length,
          slowest,
          long: [...noted.long],
          heap: performance.memory.usedJSHeapSize,
        };
      })().then(done);`);
    rows.push([
      "fifty widgets on a page: first answer",
      `${(noted.answers[0] - noted.arrived).toFixed(0)} ms`,
      "",
      `${noted.answers.length} started at once; read to the end ${through.started} have answered, ` +
        `the slowest frame ${through.slowest.toFixed(0)} ms, ${(through.heap / 2 ** 20).toFixed(0)} MiB of heap; ` +
        told(through.long),
    ]);
    return rows;
  } finally {
    await end();
    await server.close();
  }
}

/** Tasks above 50 ms. */
function told(long) {
  if (long.length === 0) return "no long task";
  return `${long.length} long tasks, the longest ${Math.max(...long).toFixed(0)} ms`;
}
