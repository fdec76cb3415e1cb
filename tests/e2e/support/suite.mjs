// What the tests of a suite open before they begin, and how they run something in a page.
import assert from "node:assert/strict";
import { open } from "./engines.mjs";

const toClose = [];

/** A browser of an engine, for the suite. */
export async function browserOf(engine) {
  const { browser, end } = await open(engine);
  toClose.push(end);
  return browser;
}

/** A server that starts, for the suite. */
export async function serverOf(starting) {
  const server = await starting;
  toClose.push(server.close);
  return server;
}

/** Closes the suite's browser and servers, those that were opened last first. */
export async function closeAll() {
  for (const close of toClose.splice(0).reverse()) await close();
}

/** Runs an async function in the page, which knows what `tools` declare; what it throws is thrown here. */
export async function runIn(browser, tools, body, ...args) {
  const [good, value] = await browser.executeAsyncScript(
    `const done = arguments[arguments.length - 1];
     ${tools}
     (${body})(...[...arguments].slice(0, -1))
       .then((value) => done([true, value]), (error) => done([false, String(error?.stack ?? error)]));`,
    ...args,
  );
  assert.ok(good, value);
  return value;
}
