// Draws `docs/parts.png`: a calculator of the package, its parts marked by their names. As tests/e2e is run:
// CHROMEDRIVER=$(which chromedriver) CHROMIUM=$(which chromium) node tests/e2e/parts.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { open } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";

const { modules } = JSON.parse(
  readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url)),
);
const names = modules[0].declarations[0].cssParts.map(({ name }) => name);
const server = await host();
const { browser, end } = await open("chromium");
try {
  await browser.manage().window().setRect({ width: 860, height: 1400 });
  await browser.get(
    server.page(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parts</title>
      <script src="/pkg/embed.js" defer></script>
      <style>
        body { margin: 0; font: 16px sans-serif; background: #fff }
        #place { padding: 1.5rem 6.5rem 1.5rem 1.5rem; width: 640px }
        i { position: absolute; box-sizing: border-box; border: 2px solid #c2185b; }
        b { position: absolute; left: calc(100% + 2px); top: -2px; padding: 0 .4em; background: #c2185b; color: #fff; font: 600 13px/1.5 monospace }
      </style>
      <div id="place"><chip-cloud-break-even theme="light">Buy.</chip-cloud-break-even></div></html>`,
    ),
  );
  await browser.executeAsyncScript(
    `const [names, done] = arguments;
     const widget = document.querySelector("chip-cloud-break-even");
     (async () => {
       while (!widget.sentence) await new Promise((then) => setTimeout(then, 50));
       await new Promise((then) => setTimeout(then, 500));
       for (const name of names) {
         const { left, top, width, height } = widget.shadowRoot.querySelector("[part=" + name + "]").getBoundingClientRect();
         const mark = document.createElement("i");
         const grow = name === "widget" ? 8 : 0;
         mark.style.cssText = "left:" + (left - grow) + "px;top:" + (top - grow * 2) + "px;width:" + (width + 2 * grow) + "px;height:" + (height + 3 * grow) + "px";
         mark.innerHTML = "<b>" + name + "</b>";
         document.body.append(mark);
       }
       document.querySelector("#place").style.height = widget.getBoundingClientRect().height + "px";
       done();
     })();`,
    names,
  );
  const place = await browser.findElement({ id: "place" });
  writeFileSync(
    new URL("../../docs/parts.png", import.meta.url),
    await place.takeScreenshot(),
    "base64",
  );
} finally {
  await end();
  await server.close();
}
