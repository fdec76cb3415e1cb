// Tests of pages run in jsdom, which lays nothing out and has few of a browser's observers.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { JSDOM, VirtualConsole } from "jsdom";

test("in jsdom the widgets start and follow their reader", async () => {
  const script = await readFile(new URL("../../pkg/embed.single.js", import.meta.url), "utf8");
  const told = [];
  const virtualConsole = new VirtualConsole();
  for (const level of ["warn", "error", "jsdomError"]) {
    virtualConsole.on(level, (...words) => told.push(words.map(String).join(" ")));
  }
  const { window } = new JSDOM('<chip-cloud-break-even lang="en"></chip-cloud-break-even>', {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (window) => Object.assign(window, { TextDecoder, TextEncoder }),
  });
  window.eval(script);
  const widget = window.document.querySelector("chip-cloud-break-even");
  await widget.updateComplete;
  assert.match(widget.sentence, /^Buy/);
  widget.setAttribute("cloud-rate", "0.5");
  await widget.updateComplete;
  assert.match(widget.sentence, /^Rent/);
  const shown = widget.shadowRoot.querySelector("[data-part=sentence]").textContent;
  assert.match(shown.trim(), /^Rent/);
  assert.deepEqual(told, []);
  window.close();
});
