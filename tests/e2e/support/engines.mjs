// The three engines behind one interface: WebDriver sessions with the system's browsers.
// `cargo xtask test` says in the environment where browsers and drivers are.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Builder, Capabilities } from "selenium-webdriver";

const path = (variable) => {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} must name a program: run cargo xtask test --only e2e`);
  return value;
};

export const engines = {
  chromium: {
    driver: () => path("CHROMEDRIVER"),
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: path("CHROMIUM"),
        args: [
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--no-first-run",
          "--lang=en-US",
        ],
      },
    }),
  },
  firefox: {
    driver: () => path("GECKODRIVER"),
    // Its second port is fixed unless told otherwise, and two drivers would fight for it.
    args: (port, second) => ["--port", String(port), "--websocket-port", String(second)],
    capabilities: () => ({
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: path("FIREFOX"),
        args: ["-headless"],
        prefs: { "intl.accept_languages": "en-US" },
      },
    }),
  },
  webkit: {
    driver: () => path("WEBKITDRIVER"),
    args: (port) => [`--port=${port}`],
    capabilities: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: path("MINIBROWSER"), args: ["--automation"] },
    }),
  },
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function ready(url, driver) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (driver.exitCode !== null) throw new Error(`the driver ended with ${driver.exitCode}`);
    const answer = await fetch(`${url}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error("the driver did not start");
}

/** A browser of one engine; `end` closes it with its driver. */
export async function open(name) {
  const engine = engines[name];
  const [port, second] = [await freePort(), await freePort()];
  const driver = spawn(engine.driver(), engine.args(port, second), { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, driver);
  const browser = await new Builder()
    .usingServer(url)
    .withCapabilities(new Capabilities(engine.capabilities()))
    .build();
  await browser.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  const end = async () => {
    await browser.quit().catch(() => {});
    driver.kill();
  };
  return { browser, end };
}
