// Tests of pages run in jsdom, which lays nothing out and has few of a browser's observers.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { JSDOM, VirtualConsole } from "jsdom";

/** A page with all widgets, and what its console has been told. */
async function load(page) {
  const script = await readFile(new URL("../../pkg/embed.single.js", import.meta.url), "utf8");
  const told = [];
  const virtualConsole = new VirtualConsole();
  for (const level of ["warn", "error", "jsdomError"]) {
    virtualConsole.on(level, (...words) => told.push(words.map(String).join(" ")));
  }
  const { window } = new JSDOM(page, {
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (window) => Object.assign(window, { TextDecoder, TextEncoder }),
  });
  window.eval(script);
  return { window, told };
}

test("in jsdom the widgets start and follow their reader", async () => {
  const { window, told } = await load('<chip-cloud-break-even lang="en"></chip-cloud-break-even>');
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

test("a number within a sentence stands in a language that a page adds", async () => {
  const { window } = await load(`
    <script type="application/json" class="chip-words">{"de":{"shared":{"name":"Deutsch"}}}</script>
    <p lang="de">Bei <chip-variable name="gpuPrice">37.000 $</chip-variable> je GPU.</p>`);
  const variable = window.document.querySelector("chip-variable");
  await variable.updateComplete;
  const number = variable.shadowRoot.querySelector("[role=spinbutton]");
  assert.equal(number.getAttribute("aria-valuetext"), "$37.000");
  assert.match(number.title, /^Drag/);
  window.close();
});
