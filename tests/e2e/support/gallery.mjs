// The gallery, www/gallery/views.html: every widget in every language, theme and state.

export const TAGS = [
  "chip-cloud-break-even",
  "chip-cluster-tco",
  "chip-price-performance",
  "chip-investment-return",
  "chip-product-line",
  "chip-scenario-outlook",
];

/** Waits until each widget of the page is in its state, as scrolling there makes it. */
const SHOWN = `const done = arguments[arguments.length - 1];
(async () => {
  const frame = () => new Promise(requestAnimationFrame);
  while (document.querySelector("section") === null) await frame();
  for (const section of document.querySelectorAll("section")) {
    section.scrollIntoView();
    while (section.dataset.shown === undefined) await frame();
  }
  scrollTo(0, 0);
})().then(done);`;

/** Opens the gallery of a site with some widgets, all unless told otherwise, in one language, theme and state. */
export async function show(browser, url, { elements = TAGS, ...cell }) {
  const query = elements.map((element) => ["element", element]);
  const address = new URLSearchParams([...query, ...Object.entries(cell)]);
  // WebKit's driver may return while the page before is still there.
  await browser.executeScript("window.isOld = true;");
  await browser.get(`${url}gallery/views.html?${address}`);
  await browser.wait(() => browser.executeScript("return window.isOld === undefined;"), 10_000);
  await browser.executeAsyncScript(SHOWN);
}
