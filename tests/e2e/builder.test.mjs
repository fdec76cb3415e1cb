// The builder in the three engines: what it makes works where it is pasted.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { cloudBreakEven } from "../../pkg/index.js";
import { AXE } from "./support/axe.mjs";
import { engines } from "./support/engines.mjs";
import { host } from "./support/hosts.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

/** What is pasted: figures, and what each kind of list holds. */
const PASTED = {
  figures: "calculator=cluster-tco&gpus=64",
  "a currency": "calculator=cluster-tco&currency=EUR&rate=0.92&rate-date=2026-11-02",
  ids: "calculator=price-performance&chips=h100-sxm+mi300x&baseline=h100-sxm",
  "own chips": `calculator=price-performance&figures=${encodeURIComponent(
    '{"chips":["h100-sxm",{"id":"own-1","name":"A < B","sparsity":"dense","price":9000,"performance":800}]}',
  )}`,
  offers: `calculator=cloud-break-even&figures=${encodeURIComponent('{"offers":[{"id":"a","cloudRate":2.5}]}')}`,
  scenarios: `calculator=scenario-outlook&preset=article&figures=${encodeURIComponent(
    '{"scenarios":[{"id":"own-1","name":"Boom","probability":0.4,"value":10},{"id":"own-2","name":"Bust","probability":0.6,"value":-2}]}',
  )}`,
};

for (const name of Object.keys(engines)) {
  describe(`the builder in ${name}`, () => {
    let browser;
    let own;

    before(async () => {
      own = await serverOf(host());
      browser = await browserOf(name);
    });

    after(closeAll);

    const build = async (query = "lang=en") => {
      await browser.get(`${own.url}pkg/builder.html?${query}`);
      return code();
    };

    /** The code, once it is of what is set. */
    const code = async () => {
      let seen = "";
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        const value = await browser.executeScript(
          `return document.querySelector("[data-part=snippet]")?.value ?? "";`,
        );
        if (value !== "" && value === seen) return value;
        seen = value;
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
      throw new Error(await browser.executeScript(`return document.body.innerText;`));
    };

    /** Changes a field as a reader does. */
    const put = (id, value) =>
      browser.executeScript(
        `const field = document.getElementById(arguments[0]);
         field.value = arguments[1];
         for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));`,
        id,
        value,
      );
    const set = async (id, value) => {
      await put(id, value);
      return code();
    };
    /** The same by hand: the text is typed, and the field is left. */
    const type = async (id, text) => {
      await browser.executeScript(
        `const field = document.getElementById(arguments[0]);
         field.focus();
         field.select();`,
        id,
      );
      await browser.actions().sendKeys(text, Key.TAB).perform();
    };
    const click = async (id) => {
      const control = await browser.findElement(By.id(id));
      await browser.executeScript(`arguments[0].scrollIntoView({ block: "center" })`, control);
      await control.click();
    };
    const value = (id) =>
      browser.executeScript(`return document.getElementById(arguments[0])?.value`, id);
    const text = (selector) =>
      browser.executeScript(
        `return document.querySelector(arguments[0])?.textContent.replace(/\\s+/g, " ").trim()`,
        selector,
      );
    const focused = () => browser.executeScript("return document.activeElement.id");
    /** What `seen` gives, once it fits. */
    const once = async (seen, fits) => {
      let found;
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        found = await seen();
        if (fits(found)) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return found;
    };
    const press = (label) =>
      browser.executeScript(
        `[...document.querySelectorAll("button")].find(({ innerText }) => innerText === arguments[0]).click();`,
        label,
      );

    test("its state is its address", async () => {
      await build();
      await set("gpus", "64");
      await set("heading", "Buy or rent?");
      await set("accent-color", "#123456");
      await press("Frame");
      const made = await code();
      const query = await browser.executeScript("return location.search");
      assert.equal(
        query,
        "?v=1&calculator=cloud-break-even&gpus=64&heading=Buy+or+rent%3F&lang=en&accent-color=123456&way=frame",
      );
      assert.equal(await build(query.slice(1)), made);
    });

    test("its preview follows, and the way back leads out of the page", async () => {
      await build();
      const steps = () => browser.executeScript("return history.length");
      const before = await steps();
      for (const [id, value] of [
        ["gpus", "64"],
        ["accent-color", "#123456"],
        ["theme", "dark"],
      ]) {
        await set(id, value);
        const shown = () =>
          browser.executeScript(
            `const { contentDocument, contentWindow } = document.querySelector("iframe");
             return contentDocument.readyState === "complete" && contentWindow.location.search;`,
          );
        const wanted = new RegExp(`[?&]${id}=${value.replace("#", "")}(?:&|$)`);
        let seen;
        for (const start = Date.now(); !wanted.test(seen) && Date.now() - start < 6_000; ) {
          seen = await shown();
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        assert.match(seen, wanted);
      }
      assert.equal(await steps(), before);
    });

    test("what is being typed stays while the answer comes", async () => {
      await build();
      await set("utilization", "0.6");
      // As typed, without leaving the field.
      const begin = `document.getElementById("heading").value = "Buy or"`;
      await browser.executeScript(begin);
      await set("gpus", "64");
      assert.equal(await value("heading"), "Buy or");
      // A share is a share however it is written.
      await type("utilization", "60%");
      assert.equal(await value("utilization"), "0.6");
    });

    test("an empty field shows what the starting figure is", async () => {
      const shown = async (query) => {
        await build(query);
        return browser.executeScript(`return document.getElementById("gpu-price").placeholder`);
      };
      assert.equal(await shown("lang=en"), "37000");
      const { gpuPrice } = cloudBreakEven({ preset: "h200" }).input;
      assert.equal(await shown("lang=en&preset=h200"), String(gpuPrice));
    });

    test("bad figures are told beside their field, and not used", async () => {
      const good = await build();
      assert.equal(await set("gpus", "0"), good);
      const told = await browser.executeScript(
        `return document.querySelector("#gpus-hint").innerText`,
      );
      assert.equal(told, "Enter a number from 1 to 1,000,000, such as 1,000.");
      assert.equal(
        await text("[data-part=uncounted]"),
        "One field is not in the code until it is corrected.",
      );
      // What counted before it was typed counts still.
      assert.match(await set("gpus", "64"), / gpus="64"/);
      assert.match(await set("gpus", "many"), / gpus="64"/);
      assert.equal(await value("gpus"), "many");
    });

    test("the rows that a set brings are changed in their fields", async () => {
      const made = await build("lang=en&calculator=scenario-outlook");
      const odds = () =>
        browser.executeScript(
          `return [...document.querySelectorAll("[id$=-probability]")].map(({ value }) => value)`,
        );
      assert.deepEqual(await once(odds, ({ length }) => length > 0), ["0.3", "0.5", "0.2"]);
      assert.doesNotMatch(made, /chip-figures/);
      await type("scenarios-0-probability", "40%");
      const sum = "Make the probabilities add up to 100%.";
      assert.equal(await once(() => text("[data-list=scenarios] .bad"), Boolean), sum);
      assert.equal(await text(".result .problem li"), `Scenarios: ${sum}`);
      assert.equal(await text("iframe"), "");
      await type("scenarios-1-probability", "0.4");
      await type("scenarios-1-name", "As it is");
      assert.match(
        await code(),
        /\{"scenarios":\[\{"id":"optimistic","probability":0.4,"value":25000\},\{"id":"base","name":"As it is","probability":0.4,/,
      );
      // The article's probabilities are its own: these are the page's.
      assert.match(await text("[data-part=sentence]"), /^Outcome: 27,400 on average\./);
      await press("Back to the starting figures");
      assert.equal(await code(), made);
    });

    test("a bad figure of a row is told beside its field, and the row counts as before", async () => {
      const made = await build("lang=en&calculator=scenario-outlook");
      await type("scenarios-0-value", "a lot");
      assert.equal(await code(), made);
      assert.equal(await value("scenarios-0-value"), "a lot");
      assert.equal(await text("#scenarios-0-value-hint"), "Enter a number.");
      assert.equal(
        await browser.executeScript(
          `return document.getElementById("scenarios-0-value").ariaInvalid ?? document.getElementById("scenarios-0-value").getAttribute("aria-invalid")`,
        ),
        "true",
      );
      await type("scenarios-0-value", "26k");
      assert.match(await code(), /"id":"optimistic","probability":0.3,"value":26000/);
    });

    test("rows are added and removed by keyboard, and the focus stays among them", async () => {
      await build("lang=en&calculator=cloud-break-even");
      const add = async (name, rate) => {
        await browser.executeScript(`document.getElementById("offers-add").focus()`);
        await browser.actions().sendKeys(Key.ENTER).perform();
        await browser.actions().sendKeys(name, Key.TAB, rate, Key.TAB).perform();
      };
      await add("Reserved", "2.5");
      await add("On demand", "4");
      await add("Spot", "1.2");
      assert.match(
        await code(),
        /"offers":\[\{"id":"Reserved","cloudRate":2.5\},\{"id":"On demand","cloudRate":4\},\{"id":"Spot"/,
      );
      const query = await browser.executeScript("return location.search");
      await browser.executeScript(`document.getElementById("offers-1-remove").focus()`);
      const remove = () => browser.actions().sendKeys(Key.ENTER).perform();
      await remove();
      assert.equal(await focused(), "offers-1-remove");
      assert.equal(await value("offers-1-id"), "Spot");
      await remove();
      assert.equal(await focused(), "offers-0-remove");
      assert.match(await code(), /"offers":\[\{"id":"Reserved","cloudRate":2.5\}\]/);
      await remove();
      assert.equal(await focused(), "offers-add");
      assert.doesNotMatch(await code(), /offers/);
      // The address of before has them all.
      await build(query.slice(1));
      assert.deepEqual(
        [
          await value("offers-0-id"),
          await value("offers-1-cloud-rate"),
          await value("offers-2-id"),
        ],
        ["Reserved", "4", "Spot"],
      );
      // A name twice is refused where it stands.
      await type("offers-2-id", "Reserved");
      const told = await once(() => text("#offers-2-id-hint"), Boolean);
      assert.equal(told, "This name is already in the list. Choose another.");
    });

    test("chips of the catalogue are chosen, and one's own stand beside them", async () => {
      await build("lang=en&calculator=price-performance");
      await browser.executeScript(`document.querySelector(".catalogue").open = true`);
      await click("chips-h100-sxm");
      await click("chips-mi300x");
      assert.match(await code(), /<chip-price-performance chips="h100-sxm mi300x" lang="en">/);
      assert.equal(await text("[data-part=chosen]"), "H100 SXM5 80GB, MI300X");
      await set("baseline", "h100-sxm");
      await click("chips-add");
      assert.equal(await focused(), "chips-0-id");
      await type("chips-0-price", "9000");
      assert.match(await text("#chips-0-name-hint"), /^Enter a name/);
      await type("chips-0-name", "Our own");
      await type("chips-0-performance", "800");
      // Of a figure in FLOPS the calculator asks which.
      const asked = await once(() => text(".result .problem li"), Boolean);
      assert.equal(asked, "Chips – Our own – Sparsity: Choose one from the list.");
      await set("chips-0-sparsity", "dense");
      assert.match(
        await code(),
        / baseline="h100-sxm"[\s\S]*\{"chips":\["h100-sxm","mi300x",\{"id":"own-1","name":"Our own","sparsity":"dense","price":9000,"performance":800\}\]\}/,
      );
      assert.match(await text("[data-part=sentence]"), /^The MI300X: 1\.8 times|Our own/);
      const query = await browser.executeScript("return location.search");
      assert.equal(await build(query.slice(1)), await code());
      assert.equal(await value("chips-0-name"), "Our own");
      await click("chips-add");
      await click("chips-1-remove");
      assert.equal(await focused(), "chips-0-remove");
      // One that has gone cannot be compared with.
      await browser.executeScript(`document.querySelector(".catalogue").open = true`);
      await click("chips-h100-sxm");
      assert.equal(
        await once(() => text("#baseline-hint"), Boolean),
        "H100 SXM5 80GB is no longer compared. Choose another.",
      );
    });

    test("a row takes no chip from another, and says what it lacks", async () => {
      await build("lang=en&calculator=price-performance&chips=h100-sxm");
      assert.match(await text("[data-part=alone]"), /^Only one chip is compared\./);
      await click("chips-add");
      assert.match((await once(() => text("#chips-0-name-hint"), Boolean)) ?? "", /^$/);
      await type("chips-0-name", "Our own");
      const lacks = "Enter its price and performance.";
      assert.equal(
        await once(() => text(".result .problem li"), Boolean),
        `Chips – Our own: ${lacks}`,
      );
      assert.deepEqual(
        [await text("#chips-0-price-hint"), await text("#chips-0-performance-hint")],
        [lacks, lacks],
      );
      assert.equal(await text("#chips-0-id-hint"), null);
      await put("lang", "zh");
      assert.equal(
        await once(
          () => text("#chips-0-price-hint"),
          // While it computes nothing is said.
          (said) => Boolean(said) && said !== lacks,
        ),
        "请输入它的价格和性能。",
      );
      await put("lang", "en");
      const disabled = () =>
        browser.executeScript(
          `return [...document.querySelectorAll("#chips-0-id :disabled")].map(({ value }) => value)`,
        );
      assert.deepEqual(await disabled(), ["h100-sxm"]);
      await put("chips-0-name", "");
      assert.equal(
        await once(() => text("#chips-0-name-hint"), Boolean),
        "Enter a name, such as “Our own chip”.",
      );
      await type("chips-0-price", "9000");
      assert.match(
        await set("chips-0-id", "mi300x"),
        /"chips":\["h100-sxm",\{"id":"mi300x","price":9000\}\]/,
      );
      // Its figures stay until the row is removed.
      assert.equal(
        await browser.executeScript(`return document.getElementById("chips-mi300x").disabled`),
        true,
      );
    });

    test("a chip that the catalogue lacks can be removed", async () => {
      await browser.get(
        `${own.url}pkg/builder.html?lang=en&calculator=price-performance&chips=nope+h100-sxm`,
      );
      assert.equal(
        await once(() => text("#chips-0-id-hint"), Boolean),
        "The catalogue has no such chip. Choose one from the list.",
      );
      assert.equal(await value("chips-0-id"), "nope");
      await click("chips-0-remove");
      assert.match(await code(), / chips="h100-sxm" /);
    });

    test("the last scenario of a set stays", async () => {
      await build("lang=en&calculator=scenario-outlook");
      await once(() => value("scenarios-2-value"), Boolean);
      await click("scenarios-1-remove");
      await click("scenarios-1-remove");
      // Of the last the button is off, and the focus is where it can be.
      assert.equal(await focused(), "scenarios-add");
      assert.equal(await text("#scenarios-0-stays"), "One row has to stay.");
      assert.equal(
        await browser.executeScript(
          `return document.getElementById("scenarios-0-remove").disabled`,
        ),
        true,
      );
    });

    test("figures without end: the preview has them, and the address says that it has not", async () => {
      const shown = async () => {
        const frame = await browser.findElement(By.css("iframe"));
        await browser.executeScript(`arguments[0].scrollIntoView()`, frame);
        await browser.switchTo().frame(frame);
        const [said, problems] = await browser.executeScript(
          `const widget = document.querySelector("chip-cloud-break-even");
           return [
             widget?.result?.input.demand?.trace?.length,
             document.querySelector("aside, main > p")?.textContent,
           ];`,
        );
        await browser.switchTo().defaultContent();
        assert.equal(problems, null);
        return said;
      };
      await build("lang=en&calculator=cloud-break-even&gpus=400");
      assert.equal(await text("[data-part=unheld]"), null);
      for (const hours of [1500, 8760]) {
        const trace = Array.from({ length: hours }, (_, hour) => 300 + (hour % 24) * 7);
        const made = await set("figures", JSON.stringify({ demand: { trace } }));
        assert.ok(made.includes(`{"demand":{"trace":[300,307,`));
        assert.equal(await once(shown, (length) => length === hours), hours);
        assert.match(await text("[data-part=unheld]"), /Keep the code/);
        const query = await browser.executeScript("return location.search");
        assert.equal(query, "?v=1&calculator=cloud-break-even&gpus=400&lang=en");
      }
      // Another figure, and an address that holds all again.
      await set("gpus", "410");
      assert.equal(await once(shown, (length) => length === 8760), 8760);
      await set("figures", '{"demand":{"trace":[300,310]}}');
      assert.equal(await once(shown, (length) => length === 2), 2);
      assert.equal(await text("[data-part=unheld]"), null);
    });

    test("a frame takes its state in a message of its own origin alone", async () => {
      const other = await serverOf(host());
      await browser.get(
        other.page(
          `<!doctype html><title>Another</title><body><iframe src="${own.url}pkg/frame.html?state=message"></iframe>
           <script>
             globalThis.heard = [];
             addEventListener("message", ({ data }) => heard.push(data?.type));
             const { contentWindow } = document.querySelector("iframe");
             setInterval(() => {
               const query = "calculator=cluster-tco&lang=en";
               contentWindow.postMessage({ type: "chip-calculators:state", query }, "*");
             }, 50);
           </script></body>`,
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.deepEqual(await browser.executeScript("return heard"), []);
      await browser.switchTo().frame(await browser.findElement(By.css("iframe")));
      assert.equal(
        await browser.executeScript(`return document.querySelector("chip-cluster-tco")`),
        null,
      );
      await browser.switchTo().defaultContent();
    });

    test("another calculator by keyboard, and back", async () => {
      const made = await build("lang=en&calculator=cluster-tco&gpus=64&heading=Mine");
      await set("utilization", "often");
      assert.match(
        await set("calculator", "cloudBreakEven"),
        /<chip-cloud-break-even heading="Mine"/,
      );
      assert.equal(await set("calculator", "clusterTco"), made);
      assert.equal(await value("utilization"), "often");
    });

    test("a color starts as the theme has it, and a weight counts the language", async () => {
      await build("lang=en&calculator=cluster-tco&theme=dark");
      const [text_, surface] = [await value("text-color"), await value("surface-color")];
      assert.ok(text_ > "#c" && surface < "#4", `${text_} on ${surface}`);
      const kilobytes = async () =>
        Number(
          /and ([\d.]+) KB|共 ([\d.]+) KB/
            .exec(await text("[data-part=weight]"))
            .slice(1)
            .join(""),
        );
      const english = await kilobytes();
      await set("lang", "zh");
      const chinese = await kilobytes();
      assert.ok(chinese > english + 10, `${english}, ${chinese}`);
    });

    test("a long name of a row leaves the page as wide as it is", async () => {
      const name = "Ours".repeat(45);
      await build(
        `lang=en&calculator=cloud-break-even&figures=${encodeURIComponent(JSON.stringify({ offers: [{ id: name, cloudRate: 2 }] }))}`,
      );
      const [wide, room] = await browser.executeScript(
        `const form = document.querySelector("form");
         return [form.scrollWidth, form.clientWidth]`,
      );
      assert.ok(wide <= room, `${wide} of ${room}`);
    });

    test("a currency counts with its rate and its day", async () => {
      const made = await build("lang=en&calculator=cluster-tco");
      await type("currency", "eur");
      assert.equal(await value("currency"), "EUR");
      assert.match(await text("#rate-hint"), /^Enter the rate, such as 0\.92\./);
      assert.equal(await code(), made);
      await type("rate", "0,92");
      await set("rate-date", "2026-11-02");
      assert.match(await code(), / currency="EUR" rate="0\.92" rate-date="2026-11-02"/);
      assert.match(await text("[data-part=sentence]"), /€/);
      const query = await browser.executeScript("return location.search");
      assert.match(query, /&currency=EUR&rate=0\.92&rate-date=2026-11-02$/);
      assert.equal(await build(query.slice(1)), await code());
      await type("rate", "-1");
      assert.equal(await text("#rate-hint"), "Enter a number above 0, such as 0.92.");
      assert.equal(await value("rate"), "-1");
    });

    test("what no field holds is written as JSON, and the rows are in it", async () => {
      await build("lang=en&calculator=cloud-break-even");
      const given = '{"offers":[{"id":"a","cloudRate":3}],"demand":{"variation":0.3}}';
      assert.ok((await set("figures", given)).includes(given));
      assert.equal(await value("offers-0-cloud-rate"), "3");
      await type("offers-0-cloud-rate", "4");
      assert.ok(
        (await code()).includes('{"demand":{"variation":0.3},"offers":[{"id":"a","cloudRate":4}]}'),
      );
      await set("figures", "{offers}");
      assert.equal(await text("#figures-hint"), 'Write a JSON object, such as {"gpus": 1000}.');
      assert.equal(await value("figures"), "{offers}");
      // It stays as typed while others are changed.
      await type("offers-0-cloud-rate", "5");
      assert.equal(await value("figures"), "{offers}");
      await set("figures", '{"demand":{"variation":1e999}}');
      assert.match(await text("#figures-hint"), /^Write every number below 1e308\./);
    });

    test("figures of the JSON move to their fields, and what is refused is told at each", async () => {
      await build("lang=en&calculator=cloud-break-even");
      assert.match(await set("figures", '{"gpus":64,"utilization":7}'), / gpus="64"/);
      assert.deepEqual(
        [await value("gpus"), await value("utilization"), await value("figures")],
        ["64", "7", ""],
      );
      assert.match(await text("#utilization-hint"), /^Enter a number from 0% to 100%/);
      assert.match(await set("gpus", "32"), / gpus="32"/);
      await browser.executeScript(`document.querySelector("[data-part=json]").open = false`);
      await put("figures", '{"demand":{"spread":"often"},"cloudBilling":"monthly"}');
      const told = await once(
        () => text("#figures-hint"),
        (said) => said.includes("spread:"),
      );
      assert.match(
        told,
        /demand\.spread: Write one of the words that the reference lists for it\./,
      );
      assert.match(told, /: Write one of these words: used, reserved\./);
      assert.deepEqual(
        await browser.executeScript(
          `const field = document.getElementById("figures");
           const { borderTopColor, color } = getComputedStyle(field);
           return [document.querySelector("[data-part=json]").open, borderTopColor !== color,
             borderTopColor === getComputedStyle(document.getElementById("figures-hint")).color];`,
        ),
        [true, true, true],
      );
      // What is missing of the JSON has no place elsewhere.
      await build("lang=en&calculator=scenario-outlook");
      await put("figures", '{"calculator":"clusterTco"}');
      const lacking = await once(
        () => text("#figures-hint"),
        (said) => /Add it/.test(said),
      );
      assert.match(lacking, /: Add it, as the reference has it\./);
    });

    test("names what its address says in vain", async () => {
      await build("lang=en&calculator=cluster-tco&colour=red&gpus=x");
      const told = await browser.executeScript(
        `return [...document.querySelectorAll(".problem li")].map(({ innerText }) => innerText)`,
      );
      assert.deepEqual(told, ["colour=red: no setting has this name", "gpus=x: is not a number"]);
    });

    test("says the contrast of chosen colors as a ratio", async () => {
      await build("lang=en&calculator=cluster-tco&text-color=777777");
      const told = () =>
        browser.executeScript(
          `return document.querySelector("[data-contrast=text]").innerText.trim()`,
        );
      assert.equal(
        await told(),
        "4.4 to 1 on the background: too little, at least 4.5 to 1 is needed",
      );
      await set("text-color", "#767676");
      assert.equal(await told(), "4.5 to 1 on the background: enough");
      // A frame may be dark where its page is not.
      await build("lang=en&calculator=cluster-tco&surface-color=fff4e0&way=frame");
      assert.match(
        await told(),
        /^1\.0 to 1 .* where the reader’s system is dark\. Choose “Light”/,
      );
      await build("lang=en&calculator=cluster-tco&surface-color=fff4e0&way=frame&theme=light");
      assert.match(await told(), /enough$/);
    });

    for (const [what, query] of Object.entries(PASTED)) {
      test(`each of its codes works where it is pasted: ${what}`, async () => {
        const sentences = new Set();
        for (const way of ["element", "frame", "static"]) {
          const pasted = await build(`lang=en&${query}&way=${way}`);
          const sentence = await text("[data-part=sentence]");
          const element = /calculator=([\w-]+)/.exec(query)[1];
          const answer = `const widget = document.querySelector("chip-${element}");
            return widget?.result && (widget.sentence || widget.shadowRoot.textContent);`;
          const inFrame = async () => {
            // A widget starts when a reader comes near.
            const frame = await browser.findElement(By.css("iframe"));
            await browser.executeScript(`arguments[0].scrollIntoView()`, frame);
            await browser.switchTo().frame(frame);
            const said = await browser.executeScript(answer);
            await browser.switchTo().defaultContent();
            return said;
          };
          assert.equal(await once(inFrame, Boolean), sentence, `preview, ${way}`);
          await browser.get(
            own.page(`<!doctype html><title>Article</title><body>${pasted}</body>`),
          );
          const shown = {
            element: () => browser.executeScript(answer),
            frame: inFrame,
            static: () => browser.executeScript(`return document.body.innerText`),
          }[way];
          const said = await once(shown, Boolean);
          assert.ok(said?.includes(sentence), `${way}: ${said} lacks ${sentence}`);
          sentences.add(sentence);
        }
        assert.equal(sentences.size, 1);
      });
    }

    test("another calculator, another language, frozen figures", async () => {
      await build();
      await set("calculator", "productLine");
      const made = await set("lang", "zh");
      assert.match(made, /<chip-product-line lang="zh">\n.*[\u4e00-\u9fff].*\n/);
      assert.equal(await browser.executeScript("return document.documentElement.lang"), "zh-Hans");
      const frozen = await set("follow", "frozen");
      assert.match(frozen, / units="[\d.]+"/);
      assert.match(frozen, /数据截至 \d{4} 年 \d+ 月 \d+ 日。\n/);
    });

    test("frozen lists and their day, in the element's code and in the frame", async () => {
      await build("lang=en&calculator=price-performance&frozen=");
      assert.match(await code(), /class="chip-figures">\{"chips":\[\{"id":/);
      await press("Frame");
      const [, src, told] = /<iframe src="([^"]+)".*>(.+)<\/iframe>/.exec(await code());
      assert.match(told, / Figures as of \w+ \d+, \d{4}\.$/);
      await browser.get(src.replaceAll("&amp;", "&"));
      const seen = `const widget = document.querySelector("chip-price-performance");
        return [widget?.sentence ?? "", widget?.shadowRoot?.textContent ?? "", document.querySelector("aside")?.textContent]`;
      for (const start = Date.now(); Date.now() - start < 6_000; ) {
        if ((await browser.executeScript(seen))[0] !== "") break;
      }
      const [sentence, whole, problems] = await browser.executeScript(seen);
      assert.equal(problems, null);
      assert.ok(told.startsWith(`${sentence} Figures as of`), `${sentence}\n${told}`);
      assert.match(whole, /as of \w+ \d+, \d{4}/);
    });

    test("the files by which other sites show the frame, once it is known where they will be", async () => {
      await build("lang=en&gpus=64&way=frame");
      const offered = () =>
        browser.executeScript(
          `return [...document.querySelectorAll("[data-part=oembed] a")].map((link) => [link.download, decodeURIComponent(link.href)])`,
        );
      assert.deepEqual(await offered(), []);
      await set("at", "embeds/");
      assert.match(
        await browser.executeScript(`return document.querySelector("#at-hint").textContent`),
        /^\s*Enter an address that starts with https:\/\//,
      );
      assert.deepEqual(await offered(), []);
      await set("at", "https://example.org/embeds/a");
      await set("author", "Ann Lee");
      const files = Object.fromEntries(await offered());
      assert.deepEqual(Object.keys(files), ["index.html", "oembed.json"]);
      const [, json] = /^data:application\/json;charset=utf-8,(.*)$/s.exec(files["oembed.json"]);
      const { html, author_name } = JSON.parse(json);
      assert.match(html, /gpus=64/);
      assert.equal(author_name, "Ann Lee");
      assert.equal(
        await browser.executeScript(`return document.querySelector("#oembed-link").value`),
        '<link rel="alternate" type="application/json+oembed" href="https://example.org/embeds/a/oembed.json" title="Buy or rent">',
      );
      assert.match(
        await browser.executeScript("return location.search"),
        /&way=frame&at=https%3A%2F%2Fexample\.org%2Fembeds%2Fa%2F&author=Ann\+Lee$/,
      );
    });

    test("by the keyboard: every control is reached, and the copy button says what happened", async () => {
      await build();
      const reached = [];
      await browser.executeScript("document.activeElement?.blur()");
      for (let presses = 0; presses < 80; presses++) {
        await browser.actions().sendKeys(Key.TAB).perform();
        const at = await browser.executeScript(
          `const { activeElement: at } = document; return at.classList.contains("copy") ? "copy" : at.id || at.localName;`,
        );
        reached.push(at);
        if (at === "copy") break;
      }
      for (const id of ["calculator", "heading", "gpus", "base", "copy"]) {
        assert.ok(reached.includes(id), `${id} of ${reached.join()}`);
      }
      await browser.actions().sendKeys(Key.ENTER).perform();
      let said = "";
      for (const start = Date.now(); said === "" && Date.now() - start < 5000; ) {
        said = await browser.executeScript(
          `return document.querySelector("[role=status]").innerText.trim()`,
        );
      }
      assert.match(said, /^(Copied\.|The browser refused\.)/);
    });

    test("has nothing that axe finds", async () => {
      for (const query of [
        "lang=en&way=frame&at=https://example.org/embeds/a/",
        `lang=en&${PASTED["own chips"]}&currency=EUR`,
        `lang=zh&${PASTED.scenarios}&gpus=x`,
      ]) {
        await build(query);
        await browser.executeScript(
          `for (const closed of document.querySelectorAll("details")) closed.open = true;
           for (const add of document.querySelectorAll("[id$=-add]")) add.click();`,
        );
        await browser.executeScript(AXE);
        const { violations } = await browser.executeAsyncScript(
          `const done = arguments[arguments.length - 1];
           axe.run(document, { iframes: false }).then(done);`,
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 80))]),
          [],
          query,
        );
      }
    });
  });
}
