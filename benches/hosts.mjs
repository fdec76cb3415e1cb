/** What takes a host of its own: other engines, and starts from nothing. */
import { execFileSync } from "node:child_process";
import { open } from "../tests/e2e/support/engines.mjs";
import { files } from "../tests/e2e/support/site.mjs";
import { ROUNDS } from "./race.mjs";

/** Milliseconds to read the file, and of the first call, which makes the module; each start anew. */
const START = `async (address) => {
  const begin = performance.now();
  const { clusterTco } = await import(address);
  const read = performance.now();
  clusterTco({});
  return [read - begin, performance.now() - read];
}`;

const columns = (starts) => ({
  import: starts.map(([read]) => read).sort((a, b) => a - b),
  "first call": starts.map(([, call]) => call).sort((a, b) => a - b),
});

export async function startsInNode() {
  const address = new URL("../pkg/index.js", import.meta.url).href;
  const code = `(${START})(${JSON.stringify(address)}).then((ms) => console.log(JSON.stringify(ms)))`;
  const starts = Array.from({ length: ROUNDS }, () =>
    JSON.parse(execFileSync(process.execPath, ["-e", code], { encoding: "utf8" })),
  );
  return columns(starts);
}

/** The single calls and the starts in headless Chromium; nothing where there is none. */
export async function inChromium() {
  if (!process.env.CHROMIUM || !process.env.CHROMEDRIVER) return undefined;
  const server = await files();
  const { browser, end } = await open("chromium");
  const inPage = async (body) => {
    await browser.get(`${server.url}tests/functions/page.html`);
    const [good, value] = await browser.executeAsyncScript(
      `const done = arguments[0];
       (${body})("/pkg/index.js").then((value) => done([true, value]), (error) => done([false, String(error)]));`,
    );
    if (!good) throw new Error(value);
    return value;
  };
  try {
    const starts = [];
    for (let round = 0; round < ROUNDS; round++) starts.push(await inPage(START));
    const calls = await inPage(`async (address) => {
      const [{ clusterTco, cloudBreakEven }, peer, { singleCalls }] = await Promise.all(
        [address, "/benches/peers/plain.mjs", "/benches/race.mjs"].map((file) => import(file)),
      );
      return singleCalls({ clusterTco, cloudBreakEven }, peer);
    }`);
    return { calls, starts: columns(starts) };
  } finally {
    await end();
    await server.close();
  }
}
