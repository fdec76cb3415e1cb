// Links that readers pass on: what one set, the other sees, in the three engines.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

/** A widget with a page's figures as JSON. */
const json = (tag, figures) =>
  `<${tag} lang="en"><script type="application/json" class="chip-figures">${JSON.stringify(figures)}</script></${tag}>`;

const OWN = [
  { id: "H100 (own)", name: "Own", price: 30_000, performance: 1979, sparsity: "dense" },
  "mi300x",
];

/** What a page says, and what a reader does there: numbers, ranges, choices. */
const CASES = {
  "break-even with a range and a set": [
    '<chip-cloud-break-even lang="en" preset="h100"></chip-cloud-break-even>',
    { set: { gpus: 64 }, ranges: { gpuPrice: [30_000, 40_000] } },
  ],
  "break-even of a set that was chosen": [
    '<chip-cloud-break-even lang="en" gpus="8"></chip-cloud-break-even>',
    {
      choose: [
        ["preset", "h100"],
        ["cloudBilling", "reserved"],
      ],
    },
  ],
  "cost of a cluster": [
    '<chip-cluster-tco lang="en"></chip-cluster-tco>',
    { set: { gpus: 16, years: 4 }, ranges: { pue: [1.1, 1.4] } },
  ],
  "an investment": [
    '<chip-investment-return lang="en"></chip-investment-return>',
    { ranges: { investment: [10_000_000_000, 30_000_000_000] } },
  ],
  "a product line": [
    '<chip-product-line lang="en" units="5000"></chip-product-line>',
    { set: { units: 40_000 }, ranges: { averageSellingPrice: [30_000, 40_000] } },
  ],
  "the catalogue's chips": [
    '<chip-price-performance lang="en"></chip-price-performance>',
    { set: { "price-h100-sxm": 21_000 }, choose: [["baseline", "mi300x"]] },
  ],
  "chips by name": [
    '<chip-price-performance lang="en" chips="h100-sxm mi300x"></chip-price-performance>',
    { set: { "price-mi300x": 9000, years: 4 }, choose: [["basis", "priceAndEnergy"]] },
  ],
  "chips of the page's own": [
    json("chip-price-performance", { chips: OWN }),
    { set: { "price-H100__own_": 12_345 } },
  ],
  "the article's scenarios": [
    '<chip-scenario-outlook lang="en"></chip-scenario-outlook>',
    { set: { "value-0": 26_000, "probability-1": 0.7 } },
  ],
  "scenarios of another set": [
    '<chip-scenario-outlook lang="en" preset="articleMarketValue"></chip-scenario-outlook>',
    { set: { "value-1": 300_000 } },
  ],
  "scenarios of a set that was chosen": [
    '<chip-scenario-outlook lang="en"></chip-scenario-outlook>',
    { choose: [["preset", "articleMarketValue"]], set: { "value-1": 300_000 } },
  ],
  "scenarios with weights": [
    json("chip-scenario-outlook", {
      normalize: true,
      scenarios: [
        { id: "a", probability: 40, value: 1 },
        { id: "b", probability: 60, value: 2 },
      ],
    }),
    { set: { "probability-0": 55 } },
  ],
  "scenarios of a calculator": [
    json("chip-scenario-outlook", {
      calculator: "cloudBreakEven",
      output: "paybackMonths",
      scenarios: [
        { id: "a", probability: 0.5 },
        { id: "b", probability: 0.5, overrides: { gpuPrice: 20_000 } },
      ],
    }),
    { set: { "probability-0": 0.25 } },
  ],
};

for (const name of Object.keys(engines)) {
  describe(`a reader's link in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    const page = (body, script) =>
      own.page(
        `<!doctype html><meta charset="utf-8"><title>Article</title><script src="/listen.js"></script>
        <script src="/pkg/${script}" ${script === "embed.js" ? "defer" : ""}></script>
        <body>${body}`,
      );

    const go = async (address) => {
      // A driver may return while the page before is still there.
      await browser.executeScript("window.isOld = true;");
      await browser.get(address);
    };

    /** Runs a function with the page's widget, once that has a result or has said why not. */
    const inWidget = async (body, ...args) => {
      const [widget, isReady] = [
        'document.querySelector("body > :last-child")',
        `window.said?.some((line) => line.includes("keeps what the page says"))`,
      ];
      for (let tries = 0; tries < 200; tries += 1) {
        if (
          await browser.executeScript(
            `return !window.isOld && (Boolean(${widget}?.result) || ${isReady})`,
          )
        )
          break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return browser.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         (${body})(${widget}, ...[...arguments].slice(0, -1))
           .then(done, (error) => done({ error: String(error) }));`,
        ...args,
      );
    };

    /** What a widget comes to: of both pages the same. */
    const SEEN = `async (widget) => (await widget.updateComplete, {
      sentence: widget.sentence,
      ranges: [...widget.store.ranges].map(String).sort(),
      result: JSON.stringify(widget.result, (key, value) => ArrayBuffer.isView(value) ? undefined : value),
      edited: widget.store.edited,
      unread: widget.shadowRoot.querySelector("[data-part=unread]")?.textContent ?? null,
      said: said.filter((line) => line.includes("chip")),
    })`;

    for (const [what, [body, does]] of Object.entries(CASES)) {
      test(`${what}: what one has set, another sees`, async () => {
        const address = page(body, "embed.js");
        await go(address);
        const before = await inWidget(
          `async (widget, { choose = [], set = {}, ranges = {} }) => {
            const first = widget.sentence + JSON.stringify(widget.result.input);
            for (const [name, value] of choose) widget.onChoose(name, value);
            await widget.updateComplete;
            for (const [name, value] of Object.entries(set)) { widget.set(name, value); widget.rest(); }
            for (const [name, ends] of Object.entries(ranges)) widget.store.setRange(name, ends);
            await widget.updateComplete;
            const seen = await (${SEEN})(widget);
            return { ...seen, address: widget.address, moved: first !== seen.sentence + JSON.stringify(widget.result.input) };
          }`,
          does,
        );
        assert.ok(before.moved, JSON.stringify(before));
        assert.deepEqual(before.said, []);
        const { hash } = new URL(before.address);
        for (const script of ["embed.js", "embed.single.js"]) {
          await go(page(body, script) + hash);
          const { address: _, moved: __, ...wanted } = before;
          assert.deepEqual(await inWidget(SEEN), wanted, `${script} ${hash}`);
        }
      });
    }

    test("figures of a link are told as its own, until the reader changes one", async () => {
      const address = page('<chip-cluster-tco lang="en"></chip-cluster-tco>', "embed.js");
      await go(`${address}#v=1&calculator=cluster-tco&gpus=64`);
      const told = await inWidget(`async (widget) => {
        const told = () => widget.shadowRoot.querySelector("[data-part=changed]").textContent;
        await widget.updateComplete;
        const first = told();
        widget.set("gpus", 72);
        widget.rest();
        await widget.updateComplete;
        return [first, told()];
      }`);
      assert.deepEqual(told, ["With the link’s figures", "With your changes"]);
    });

    test("a row that is taken back is as it was, whatever else was changed", async () => {
      await go(page('<chip-scenario-outlook lang="en"></chip-scenario-outlook>', "embed.js"));
      const seen = await inWidget(async (widget) => {
        const values = async () => {
          await widget.updateComplete;
          return widget.result.input.scenarios.map(({ value }) => value);
        };
        const found = [await values()];
        for (const name of ["value-0", "value-1"]) {
          widget.set(name, 1);
          widget.rest();
        }
        found.push(await values());
        widget.onResetOne("value-0");
        found.push(await values());
        widget.onChoose("preset", "articleMarketValue");
        await values();
        widget.onUndo();
        found.push(await values());
        return found;
      });
      const [first, changed, reset, undone] = seen;
      assert.deepEqual(changed, [1, 1, first[2]]);
      assert.deepEqual(reset, [first[0], 1, first[2]]);
      assert.deepEqual(undone, reset);
    });
  });
}
