// The gallery, www/gallery/views.html: every widget in every language, theme and state.

export const TAGS = [
  "chip-cloud-break-even",
  "chip-cluster-tco",
  "chip-price-performance",
  "chip-investment-return",
  "chip-product-line",
  "chip-scenario-outlook",
];

/** The address of widgets, all of them unless told otherwise, in one language, theme and state. */
export const gallery = ({ elements = TAGS, ...cell }) => {
  const query = elements.map((element) => ["element", element]);
  return `gallery/views.html?${new URLSearchParams([...query, ...Object.entries(cell)])}`;
};

/** As a script: waits until each widget of the page is in its state, as scrolling there makes it. */
export const SHOWN = `const done = arguments[arguments.length - 1];
(async () => {
  for (const section of document.querySelectorAll("section")) {
    section.scrollIntoView();
    while (section.dataset.shown === undefined) await new Promise(requestAnimationFrame);
  }
  scrollTo(0, 0);
})().then(done);`;
