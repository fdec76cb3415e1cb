// Draws the pictures of docs/elements.md: a calculator's parts and its colors, each with its name. As
// tests/e2e is run: CHROMEDRIVER=$(which chromedriver) CHROMIUM=$(which chromium) node tests/e2e/documented.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { open } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { runIn } from "./support/suite.mjs";

const { modules } = JSON.parse(
  readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url)),
);
const [{ cssParts }] = modules[0].declarations;

/** Colors that tell themselves apart, for what a calculator shows at once or in an explanation. */
const COLORS = {
  "--chip-accent": "#0057d9",
  "--chip-contrast": "#c2410c",
  "--chip-text": "#4a148c",
  "--chip-muted": "#00796b",
  "--chip-surface": "#fffde7",
  "--chip-sunken": "#f8bbd0",
  "--chip-border": "#9e9d24",
  "--chip-control": "#ff6f00",
  "--chip-tint": "#b3e5fc",
  "--chip-contrast-tint": "#ffcc80",
};

const page = (style, beside) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>A calculator</title><script src="/pkg/embed.js" defer></script>
  <style>
    body { margin: 0; font: 16px sans-serif; background: #fff }
    #place { display: flex; gap: 1.5rem; align-items: start; padding: 1.5rem }
    chip-cloud-break-even { flex: none; width: 640px }
    i { position: absolute; box-sizing: border-box; border: 2px solid #c2185b }
    b { position: absolute; left: calc(100% + 2px); top: -2px; padding: 0 .4em;
        background: #c2185b; color: #fff; font: 600 13px/1.5 monospace }
    li { display: flex; gap: .5em; align-items: center; font: 14px/2 monospace }
    li span { width: 1.4em; height: 1.4em; border: 1px solid #888 }
    ul { margin: 0; padding: 0 }
    ${style}
  </style>
  <div id="place"><chip-cloud-break-even theme="light">Buy.</chip-cloud-break-even>${beside}</div></html>`;

const key = Object.entries(COLORS)
  .map(([name, color]) => `<li><span style="background:${color}"></span>${name}</li>`)
  .join("");
const set = Object.entries(COLORS)
  .map(([name, color]) => `${name}: ${color};`)
  .join(" ");

const server = await host();
const { browser, end } = await open("chromium");

const inPage = (body, ...args) =>
  runIn(
    browser,
    `const widget = document.querySelector("chip-cloud-break-even");
     const wait = (ms) => new Promise((then) => setTimeout(then, ms));
     const started = async () => {
       while (!widget.sentence) await wait(50);
       await wait(500);
       return widget.shadowRoot;
     };`,
    body,
    ...args,
  );

async function draw(file) {
  const place = await browser.findElement({ id: "place" });
  const picture = await place.takeScreenshot();
  writeFileSync(new URL(`../../docs/${file}`, import.meta.url), picture, "base64");
}

try {
  await browser.manage().window().setRect({ width: 980, height: 1400 });
  await browser.get(server.page(page("#place { padding-right: 6.5rem; width: 640px }", "")));
  await inPage(
    async (names) => {
      const root = await started();
      for (const name of names) {
        const { left, top, width, height } = root
          .querySelector(`[part=${name}]`)
          .getBoundingClientRect();
        const grow = name === "widget" ? 8 : 0;
        const mark = document.body.appendChild(document.createElement("i"));
        mark.style.cssText = `left:${left - grow}px;top:${top - grow * 2}px;width:${width + 2 * grow}px;height:${height + 3 * grow}px`;
        mark.appendChild(document.createElement("b")).textContent = name;
      }
    },
    cssParts.map(({ name }) => name),
  );
  await draw("parts.png");

  await browser.get(server.page(page(`#place { ${set} }`, `<ul>${key}</ul>`)));
  await inPage(async () => {
    const root = await started();
    root.querySelector("button.info, button[aria-expanded]").click();
    await wait(500);
  });
  await draw("colors.png");
} finally {
  await end();
  await server.close();
}
