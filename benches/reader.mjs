/** What a reader feels, in headless Chromium with its processor slowed four times: a mid-range phone. */
import { readFileSync } from "node:fs";
import { open } from "../tests/e2e/support/engines.mjs";
import { host } from "../tests/e2e/support/hosts.mjs";
import { files, site } from "../tests/e2e/support/site.mjs";
import { STARTED } from "../tests/e2e/support/widget.mjs";
import { ROUNDS } from "./race.mjs";

const SLOWED = 4;
const STEPS = 120;
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

/**
 * Moves something to and fro as a finger would, a step a frame: milliseconds from each step to its paint.
 * Browsers tell of a movement at the beginning of a frame; what is drawn of it must be in that frame.
 */
const DRAG = `
  const done = arguments[arguments.length - 1];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // Sent within a frame's callbacks, a message is handled after the paint that follows them.
  const painted = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  // What nobody sees may wait for the hand to rest.
  const seen = [...document.querySelectorAll("*")].filter((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return "isUpdatePending" in element && bottom > 0 && top < innerHeight;
  });
  (async () => {
    const move = (() => { MOVE })();
    if (move === null) return null;
    const long = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    observer.observe({ type: "longtask" });
    const times = [];
    for (let step = 0; step < ${STEPS}; step += 1) {
      await frame();
      const start = performance.now();
      move(0.5 + 0.4 * Math.sin(step / 7));
      await painted();
      times.push(performance.now() - start);
      const late = seen.find(({ isUpdatePending }) => isUpdatePending);
      if (late !== undefined) throw new Error(late.localName + " is drawn a frame late");
    }
    return { times, long };
  })().then(done, (error) => done({ error: String(error) }));`;

/** What moves, as the text of a function body: it gives a function of a part between 0 and 1, or null. */
const slider = (root) => `
  const slider = ${root}.querySelector("input[type=range]:enabled");
  if (slider === null) return null;
  const [min, max] = [Number(slider.min), Number(slider.max)];
  return (part) => {
    slider.value = String(min + (max - min) * part);
    slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };`;

/** A number within a sentence, dragged by a mouse. */
const number = (name) => `
  const number = document.querySelector('chip-variable[name="${name}"]').shadowRoot.querySelector(".number");
  // Only a real pointer can be captured.
  number.setPointerCapture = () => {};
  const point = (type, part) => number.dispatchEvent(new PointerEvent(type, {
    bubbles: true, composed: true, button: 0, pointerId: 1, clientX: 200 * part, clientY: 0,
  }));
  point("pointerdown", 0.5);
  return (part) => point("pointermove", part);`;

const rootOf = (tag) => `document.querySelector("${tag}").shadowRoot`;

/** What a step should take at most, ms: 95 of 100, and each. */
const QUICK = { p95: 50, each: 100 };
/** With the thousands of futures drawn anew. */
const SURE = { p95: 100 };
/** What the first answer should take at most, ms. */
const FIRST = 300;

/** What others draw with, in the least page that does alike: a slider, a curve of sixty points, a sentence. */
const PEERS = ["chart.js", "@observablehq/plot"].map((name) => {
  const { version } = JSON.parse(
    readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url)),
  );
  return { name: `${name} ${version}`, path: `benches/peers/${name.split("/").pop()}.html` };
});

const sort = (list) => [...list].sort((a, b) => a - b);
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Rows of the bench's table (`table.mjs`). Each part has a browser of its own: what
 *  a page leaves behind slows the next. */
export async function reader() {
  const [server, companion, repository] = [await host(), await site(), await files()];
  const rows = [];
  try {
    for (const part of [widgets, fifty]) await telephone(rows, (phone) => part(phone, server));
    await telephone(rows, (phone) => article(phone, companion));
    for (const peer of PEERS) await telephone(rows, (phone) => drawn(phone, repository, peer));
    return rows;
  } finally {
    for (const served of [server, companion, repository]) await served.close();
  }
}

/** A slow telephone of its own for a part, whose rows go to `rows`. */
async function telephone(rows, part) {
  const { browser, end } = await open("chromium");
  await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
    width: 390,
    height: 800,
    deviceScaleFactor: 1,
    mobile: true,
  });
  await browser.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  const drag = async (work, move, aim) => {
    const moved = await browser.executeAsyncScript(DRAG.replace("MOVE", () => move));
    if (moved === null) return;
    if (moved.error) throw new Error(`${work}: ${moved.error}`);
    const times = sort(moved.times);
    // Judged as they are printed.
    const [p50, p95, most] = [at(times, 0.5), at(times, 0.95), times.at(-1)].map(Math.round);
    const detail = `p50 ${p50}, greatest ${most} ms; ${told(moved.long)}`;
    const missed = p95 > aim?.p95 || most > aim?.each;
    rows.push([work, `p95 ${p95} ms`, aimText(aim), detail, missed]);
  };
  const visit = async (server, body) => {
    await browser.get(server.page(document(body)));
    return browser.executeAsyncScript(`
      const done = arguments[0];
      const look = () => noted.answers.length > 0 ? setTimeout(() => done(noted), 300) : setTimeout(look, 10);
      look();`);
  };
  try {
    await part({ browser, rows, drag, visit });
  } finally {
    await end();
  }
}

/** Each widget: its first answer, a step of its slider. */
async function widgets({ browser, rows, drag, visit }, server) {
  for (const tag of TAGS) {
    const firsts = [];
    const long = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const noted = await visit(server, `<${tag} lang="en"></${tag}>`);
      firsts.push(noted.answers[0] - noted.arrived);
      long.push(...noted.long);
    }
    const sorted = sort(firsts);
    const first = Math.round(at(sorted, 0.5));
    rows.push([
      `${tag}: first answer after embed.js arrives`,
      `${first} ms`,
      `at most ${FIRST} ms`,
      `least ${sorted[0].toFixed(0)}, greatest ${sorted.at(-1).toFixed(0)} ms; ${told(long)}`,
      first > FIRST,
    ]);

    await drag(`${tag}: a step of a slider to its paint`, slider(rootOf(tag)), QUICK);
  }

  const decided = TAGS[2];
  await visit(server, `<${decided} lang="en"></${decided}>`);
  await browser.executeAsyncScript(`
    const [done, root] = [arguments[0], ${rootOf(decided)}];
    root.querySelector('[data-view="sure"]').click();
    const look = () => setTimeout(root.querySelector('[data-part="sure"]') ? done : look, 50);
    look();`);
  await drag(`${decided}: the same with "How sure?" open`, slider(rootOf(decided)), SURE);
}

/** A page of fifty. */
async function fifty({ browser, rows, visit }, server) {
  const body = Array.from({ length: 50 }, (_, index) => {
    const tag = TAGS[index % TAGS.length];
    return `<p>${"An article's text. ".repeat(20)}</p><${tag} lang="en"></${tag}>`;
  });
  const noted = await visit(server, body.join(""));
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
}

/** The companion whole: the article with all its figures checked, six widgets, the rule map. */
async function article({ browser, drag }, companion) {
  await browser.get(companion.url);
  await browser.executeAsyncScript(
    `const done = arguments[0]; (${STARTED})(document).then(() => setTimeout(done, 1000));`,
  );
  await drag(
    "the companion: a step of a number in a sentence to its paint",
    number("gpuPrice"),
    QUICK,
  );
}

/** What a peer draws. */
async function drawn({ browser, drag }, repository, { name, path }) {
  await browser.get(repository.url + path);
  await browser.wait(() => browser.executeScript("return globalThis.drawn === true;"), 20_000);
  await drag(`${name}, one curve: a step of a slider to its paint`, slider("document"));
}

function aimText(aim) {
  if (aim === undefined) return "";
  return `p95 at most ${aim.p95} ms${aim.each === undefined ? "" : `, none above ${aim.each} ms`}`;
}

/** Tasks above 50 ms. */
function told(long) {
  if (long.length === 0) return "no long task";
  return `${long.length} long tasks, the longest ${Math.max(...long).toFixed(0)} ms`;
}
