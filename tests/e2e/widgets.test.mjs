// The frame of the widgets under its reader's hands and on pages of every kind, in the three engines.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { cloudBreakEven, goalSeek } from "../../pkg/index.js";
import { engines } from "./support/engines.mjs";
import { files } from "./support/site.mjs";
import { browserOf, closeAll, runIn, serverOf } from "./support/suite.mjs";

const TAGS = [
  "chip-cloud-break-even",
  "chip-cluster-tco",
  "chip-price-performance",
  "chip-investment-return",
  "chip-product-line",
  "chip-scenario-outlook",
];
const BREAK_EVEN = TAGS[0];

/** What the functions that run in the page share, as text. */
const TOOLS = `
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const started = async (...widgets) => {
    for (const widget of widgets) {
      widget.scrollIntoView();
      for (let tries = 0; widget.result === undefined; tries += 1) {
        if (tries > 1000) throw new Error(widget.localName + " does not start");
        await wait(10);
      }
      await widget.updateComplete;
      await wait(50);
      // The chart is drawn anew for the room it turned out to have.
      const { requestAnimationFrame } = widget.ownerDocument.defaultView;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    }
    if (widgets.length > 0) widgets[0].ownerDocument.defaultView.scrollTo(0, 0);
  };
  const make = async (tag, attributes = {}, parent = document.body) => {
    await import("/pkg/auto.js");
    const widget = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    parent.append(widget);
    await started(widget);
    return widget;
  };
  const inside = (widget, selector) => widget.shadowRoot.querySelector(selector);
  const text = (widget, part) =>
    inside(widget, '[data-part="' + part + '"]')?.textContent.replace(/\\s+/g, " ").trim() ?? null;
  const field = (widget, name, type = "text") =>
    inside(widget, '[data-parameter="' + name + '"] input[type="' + type + '"]');
  const write = async (widget, input, value, more = {}) => {
    input.value = value;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, ...more }));
    await widget.updateComplete;
  };
  const leave = async (widget, input) => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.blur();
    await widget.updateComplete;
  };
  const frameOf = async (width, height, html) => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "border:0;width:" + width + "px;height:" + height + "px";
    document.body.append(frame);
    frame.contentDocument.open();
    frame.contentDocument.write(html);
    frame.contentDocument.close();
    const page = frame.contentDocument;
    const script = page.createElement("script");
    script.type = "module";
    script.src = "/pkg/auto.js";
    page.head.append(script);
    const widgets = [...page.querySelectorAll("*")].filter((e) => e.localName.startsWith("chip-"));
    await started(...widgets);
    return { frame, page, widgets };
  };
`;

for (const name of Object.keys(engines)) {
  describe(`the frame of the widgets in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(files());
      browser = await browserOf(name);
    });

    after(closeAll);

    beforeEach(() => browser.get(`${server.url}tests/functions/page.html`));

    const inPage = (body, ...args) => runIn(browser, TOOLS, body, ...args);

    test("a first change and an error leave the chart its size", async () => {
      for (const [tag, width] of [
        ["chip-cloud-break-even", 360],
        ["chip-cluster-tco", 328],
        ["chip-cluster-tco", 768],
      ]) {
        const heights = await inPage(
          async (tag, width) => {
            const around = document.body.appendChild(document.createElement("div"));
            around.style.width = `${width}px`;
            const widget = await make(tag, {}, around);
            const tall = async () => {
              await wait(100);
              return inside(widget, ".figure").getBoundingClientRect().height;
            };
            const first = await tall();
            const input = field(widget, "gpuPrice");
            await write(widget, input, "37001");
            const changed = await tall();
            await write(widget, input, "many");
            await leave(widget, input);
            const bad = await tall();
            if (text(widget, "stale") === null) throw new Error("no error");
            return { first, changed, bad };
          },
          tag,
          width,
        );
        const { first, changed, bad } = heights;
        assert.ok(Math.abs(changed - first) <= 1, `${tag} ${width} ${JSON.stringify(heights)}`);
        assert.ok(Math.abs(bad - first) <= 1, `${tag} ${width} ${JSON.stringify(heights)}`);
      }
    });

    test("a GPU-hour is not broken at its hyphen", async () => {
      const tops = await inPage(async () => {
        const found = [];
        for (const width of [240, 320, 360]) {
          const around = document.body.appendChild(document.createElement("div"));
          around.style.width = `${width}px`;
          const widget = await make("chip-cluster-tco", {}, around);
          found.push(inside(widget, ".title .joined").getClientRects().length);
        }
        return found;
      });
      assert.deepEqual(tops, [1, 1, 1]);
    });

    test("a range says at which value the chart is drawn", async () => {
      const captions = await inPage(async () => {
        const found = [];
        for (const lang of ["en", "zh"]) {
          const widget = await make("chip-cloud-break-even", { lang });
          const caption = () => inside(widget, "figcaption").textContent;
          const before = caption();
          const input = field(widget, "gpuPrice");
          await write(widget, input, "35k–40k");
          await leave(widget, input);
          found.push([before, caption()]);
        }
        return found;
      });
      const [[plain, english], [, chinese]] = captions;
      assert.doesNotMatch(plain, /middle/);
      assert.match(english, /middle of the range \(Price of a GPU: \$37,500\)/);
      assert.match(chinese, /区间中点.*3\.75 万美元/);
    });

    test("a field's range can be narrowed and left out in the view, and a reset ends that", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const input = field(widget, "cloudRate");
        const typeRange = async (range) => {
          await write(widget, input, range);
          await leave(widget, input);
        };
        await typeRange("3–5");
        inside(widget, '.views [data-view="sure"]').click();
        while (inside(widget, "#view-sure .range") === null) await wait(10);
        const row = () => inside(widget, '#view-sure [data-parameter="cloudRate"]');
        const ends = () =>
          row() && [...row().querySelectorAll("input")].map(({ value }) => Number(value));
        const steps = [ends()];
        const end = row().querySelector("input");
        end.value = "4";
        await leave(widget, end);
        steps.push(ends());
        row().querySelector(".drop").click();
        await widget.updateComplete;
        steps.push(ends());
        await typeRange("6–8");
        steps.push(ends());
        const bad = row().querySelector("input");
        bad.value = "oranges";
        await leave(widget, bad);
        // Of a figure that no field has as a range.
        const other = inside(widget, '#view-sure [data-parameter="gpuPrice"] input');
        const first = other.value;
        other.value = "30000";
        await leave(widget, other);
        widget.reset();
        await widget.updateComplete;
        const back = inside(widget, '#view-sure [data-parameter="gpuPrice"] input').value;
        return { steps, reset: ends(), other: [first, back] };
      }, BREAK_EVEN);
      assert.deepEqual(seen.steps, [[3, 5], [4, 5], null, [6, 8]]);
      assert.equal(seen.reset.some(Number.isNaN), false);
      assert.notDeepEqual(seen.reset, [6, 8]);
      assert.equal(seen.other[0], seen.other[1]);
    });

    test("a slider without a curve, or with a flat one, says why", async () => {
      const said = await inPage(async () => {
        const idle = await make("chip-cluster-tco", { utilization: "0" });
        const fields = "cloud-rate";
        const rent = await make("chip-cloud-break-even", { utilization: "0", fields });
        return [text(idle, "flips"), text(rent, "flips")];
      });
      assert.match(said[0], /utilization is 0%/);
      assert.match(said[1], /no difference while utilization is 0%/);
    });

    test("controls are named as attributes are, however HTML or React writes them", async () => {
      const shown = await inPage(async () => {
        const all = [];
        for (const fields of [
          "cloud-rate, gpu-price",
          "cloudRate gpuPrice",
          "cloudrate gpuprice",
        ]) {
          const widget = await make("chip-cloud-break-even", { fields });
          all.push(
            [...widget.shadowRoot.querySelectorAll(".front label")].map((of) => of.innerText),
          );
        }
        return all;
      });
      assert.equal(shown[0].length, 2);
      assert.deepEqual(shown.slice(1), [shown[0], shown[0]]);
    });

    test("the table of chips fits a phone, and each figure says what it is", async () => {
      const told = await inPage(async () => {
        const around = document.body.appendChild(document.createElement("div"));
        around.style.width = "328px";
        const widget = await make("chip-price-performance", {}, around);
        widget.onView("table");
        while (inside(widget, '[data-part="chips"]') === null) await wait(20);
        await wait(100);
        const table = inside(widget, '[data-part="chips"]');
        const { scrollWidth, clientWidth } = table.parentElement;
        const row = table.querySelector("tbody tr");
        const labels = [...row.querySelectorAll("td")].map((cell) => cell.dataset.label);
        const heads = [...table.querySelectorAll("thead th")].slice(1);
        return { over: scrollWidth - clientWidth, labels, heads: heads.map((h) => h.textContent) };
      });
      assert.ok(told.over <= 0, `${told.over}`);
      assert.ok(told.labels.length > 2);
      assert.deepEqual(told.labels, told.heads);
    });

    test("on a phone no label of the assumptions takes more than two lines", async () => {
      const most = await inPage(async () => {
        const around = document.body.appendChild(document.createElement("div"));
        around.style.width = "328px";
        let most = 0;
        for (const tag of ["chip-cloud-break-even", "chip-cluster-tco"]) {
          const widget = await make(tag, {}, around);
          widget.onOpen(true);
          await wait(200);
          for (const label of widget.shadowRoot.querySelectorAll(".row label")) {
            const line = Number.parseFloat(getComputedStyle(label).lineHeight);
            most = Math.max(most, label.getBoundingClientRect().height / line);
          }
        }
        return most;
      });
      assert.ok(most > 0.9 && most < 2.1, `${most}`);
    });

    test("a Chinese answer keeps no room for the lines of an English one", async () => {
      const blank = await inPage(async () => {
        const around = document.body.appendChild(document.createElement("div"));
        const found = {};
        for (const width of [328, 736]) {
          around.style.width = `${width}px`;
          const widget = await make("chip-cluster-tco", { lang: "zh" }, around);
          const [answer, status] = [".answer", ".status"].map((part) =>
            inside(widget, part).getBoundingClientRect(),
          );
          found[width] = status.top - answer.bottom;
          widget.remove();
        }
        return found;
      });
      for (const [width, gap] of Object.entries(blank)) assert.ok(gap < 40, `${width}: ${gap}`);
    });

    test("ten seconds: question, answer, chart and two controls stand on a phone's screen", async () => {
      for (const lang of ["en", "zh"]) {
        for (const tag of TAGS) {
          const seen = await inPage(
            async (tag, lang) => {
              const { frame, widgets } = await frameOf(
                360,
                740,
                `<!doctype html><html lang="${lang}"><body style="margin:0;padding:16px;font:16px system-ui"><${tag}></${tag}>`,
              );
              const [widget] = widgets;
              const bottom = (selector) => inside(widget, selector).getBoundingClientRect().bottom;
              const controls = [...widget.shadowRoot.querySelectorAll(".front")].map(
                (control) => control.getBoundingClientRect().bottom,
              );
              const wide = frame.contentDocument.documentElement.scrollWidth;
              const all = [bottom(".title"), bottom(".sentence"), bottom(".figure")];
              frame.remove();
              return { all, controls, wide };
            },
            tag,
            lang,
          );
          assert.ok(seen.wide <= 360, `${tag} ${lang} is ${seen.wide} px wide`);
          for (const at of [...seen.all, ...seen.controls.slice(0, 2)]) {
            assert.ok(at > 0 && at <= 740, `${tag} ${lang}: ${JSON.stringify(seen)}`);
          }
          assert.ok(seen.controls.length >= 2);
        }
      }
    });

    test("on a desk both columns are as tall as each other, and neither is blank", async () => {
      for (const width of [768, 1280]) {
        for (const tag of TAGS) {
          const seen = await inPage(
            async (tag, width) => {
              const { frame, widgets } = await frameOf(
                width,
                900,
                `<!doctype html><html lang="en"><body style="margin:0;padding:16px;font:16px system-ui"><${tag}></${tag}>`,
              );
              const [widget] = widgets;
              const box = (selector) => {
                const { left, top, height } = inside(widget, selector).getBoundingClientRect();
                return { left, top, height };
              };
              const filled = [...widget.shadowRoot.querySelectorAll(".front")].reduce(
                (sum, control) => sum + control.getBoundingClientRect().height,
                0,
              );
              const drawn = inside(widget, ".figure").firstElementChild.getBoundingClientRect()
                .height;
              const found = { controls: box(".controls"), figure: box(".figure"), filled, drawn };
              frame.remove();
              return found;
            },
            tag,
            width,
          );
          const { controls, figure, filled, drawn } = seen;
          const told = `${tag} at ${width}: ${JSON.stringify(seen)}`;
          assert.ok(controls.left < figure.left, told);
          assert.ok(Math.abs(controls.top - figure.top) < 1, told);
          assert.ok(Math.abs(controls.height - figure.height) < 1, told);
          assert.ok(filled > (controls.height * 2) / 3, told);
          assert.ok(drawn > (figure.height * 2) / 3, told);
        }
      }
    });

    test("nothing of a chart lies under what follows it, however narrow the place or large the text", async () => {
      const seen = await inPage(async (tags) => {
        const covered = [];
        let count = 0;
        for (const [width, size] of [
          [160, 16],
          [180, 16],
          [343, 32],
          [240, 20],
        ]) {
          for (const lang of ["en", "zh"]) {
            for (const tag of tags) {
              const place = document.createElement("div");
              place.style.cssText = `width:${width}px;font-size:${size}px`;
              document.body.prepend(place);
              const widget = await make(tag, { lang }, place);
              const { bottom } = inside(widget, ".figure").getBoundingClientRect();
              for (const text of widget.shadowRoot.querySelectorAll(".figure text, .figure li")) {
                count += 1;
                const over = text.getBoundingClientRect().bottom - bottom;
                if (over > 1) covered.push([tag, width, size, lang, text.textContent, over]);
              }
              place.remove();
            }
          }
        }
        return { covered, count };
      }, TAGS);
      assert.deepEqual(seen.covered, []);
      assert.ok(seen.count > 300, `${seen.count}`);
    });

    test("the Tab key goes the way of the eye, in one column and in two", async () => {
      for (const width of [360, 1000]) {
        const places = await inPage(
          async (tag, width) => {
            const { frame, widgets } = await frameOf(
              width,
              900,
              `<!doctype html><html lang="en"><body style="margin:0;font:16px system-ui"><${tag}></${tag}>`,
            );
            const [widget] = widgets;
            const order = [".title", ".figure", ".controls", ".assumptions", ".views", "footer"];
            const parts = order.map((selector) => inside(widget, selector));
            const places = parts.map((part) => {
              const { left, top } = part.getBoundingClientRect();
              return [Math.round(top), Math.round(left)];
            });
            const document = parts.map(
              (part) =>
                parts.filter(
                  (other) => other.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING,
                ).length,
            );
            frame.remove();
            return { places, document };
          },
          BREAK_EVEN,
          width,
        );
        const eye = places.places
          .map((place, index) => ({ place, index }))
          .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
          .map(({ index }) => index);
        const tab = places.document
          .map((before, index) => ({ before, index }))
          .sort((a, b) => a.before - b.before)
          .map(({ index }) => index);
        assert.deepEqual(tab, eye, `${width}: ${JSON.stringify(places)}`);
      }
    });

    test("an ancestor that shrinks to its content leaves the widget a width", async () => {
      const seen = await inPage(async (tag) => {
        await import("/pkg/auto.js");
        const found = {};
        for (const [name, outer, inner] of [
          ["column", "display:flex;flex-direction:column;align-items:center", ""],
          ["grid", "display:grid;place-items:center", ""],
          ["row", "display:flex", ""],
          ["float", "", "float:left"],
          ["inline-block", "", "display:inline-block"],
          ["absolute", "position:relative;height:900px", "position:absolute"],
          ["fit-content", "", "width:fit-content"],
          ["table", "display:table", ""],
        ]) {
          const place = document.createElement("div");
          const wrap = document.createElement("div");
          place.style.cssText = `width:700px;font:16px system-ui;${outer}`;
          wrap.style.cssText = inner;
          const widget = document.createElement(tag);
          wrap.append(widget);
          place.append(wrap);
          document.body.append(place);
          await started(widget);
          const { width, height } = inside(widget, ".widget").getBoundingClientRect();
          found[name] = [Math.round(width), Math.round(height)];
          place.remove();
        }
        for (const css of ["display:inline", "all:unset", "display:flex", "display:grid"]) {
          const place = document.createElement("div");
          place.style.cssText = "width:700px;font:16px system-ui";
          const widget = document.createElement(tag);
          widget.style.cssText = css;
          place.append(widget);
          document.body.append(place);
          await started(widget);
          const { width, height } = inside(widget, ".widget").getBoundingClientRect();
          found[css] = [Math.round(width), Math.round(height)];
          place.remove();
        }
        return found;
      }, BREAK_EVEN);
      for (const [where, [width, height]] of Object.entries(seen)) {
        assert.ok(width >= 240 && width <= 720 && height < 1000, `${where}: ${width} × ${height}`);
      }
    });

    test("the page's text, not its root, is the unit; what else it sets on texts stays outside", async () => {
      const seen = await inPage(async (tag) => {
        await import("/pkg/auto.js");
        const measured = {};
        for (const [name, root, css] of [
          ["plain", "", "font:16px/1.5 sans-serif"],
          ["62.5%", "62.5%", "font:1.6rem/1.5 sans-serif"],
          ["50px", "50px", "font:16px/1.5 sans-serif"],
          [
            "inherited",
            "",
            "font:16px/3 sans-serif;white-space:pre;text-indent:-9999px;text-transform:uppercase;letter-spacing:.3em;word-spacing:2em;text-align:right;text-shadow:1px 1px red;font-variant:small-caps;hyphens:auto;line-break:anywhere;cursor:wait",
          ],
        ]) {
          document.documentElement.style.fontSize = root;
          const place = document.createElement("div");
          place.style.cssText = `inline-size:700px;width:700px;${css}`;
          const widget = document.createElement(tag);
          place.append(widget);
          document.body.append(place);
          await started(widget);
          const height = (selector) => inside(widget, selector).getBoundingClientRect().height;
          measured[name] = [".widget", ".track", "input.number", "footer"].map((selector) =>
            Math.round(height(selector)),
          );
          place.remove();
        }
        document.documentElement.style.fontSize = "";
        return measured;
      }, BREAK_EVEN);
      const { plain, ...others } = seen;
      assert.equal(plain[1], 44);
      for (const [name, heights] of Object.entries(others)) assert.deepEqual(heights, plain, name);
    });

    test("a page in a right-to-left language leaves the widget as it is", async () => {
      const seen = await inPage(async (tag) => {
        document.documentElement.dir = "rtl";
        const widget = await make(tag, { lang: "en" });
        const labels = [...widget.shadowRoot.querySelectorAll("svg text")];
        const outside = labels.filter((label) => {
          const box = label.getBoundingClientRect();
          const within = label.ownerSVGElement.getBoundingClientRect();
          return box.left < within.left - 8 || box.right > within.right + 8;
        });
        return [
          getComputedStyle(inside(widget, ".widget")).direction,
          getComputedStyle(field(widget, "cloudRate", "range")).direction,
          labels.length > 0,
          outside.map(({ textContent }) => textContent),
        ];
      }, BREAK_EVEN);
      assert.deepEqual(seen, ["ltr", "ltr", true, []]);
    });

    test("a number with separators is edited key by key, and complained about when it is left", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        inside(widget, "details").open = true;
        await wait(50);
        const input = inside(widget, "#all-gpus");
        const state = () => [
          input.value,
          input.getAttribute("aria-invalid"),
          widget.result.input.gpus,
        ];
        const steps = [state()];
        input.focus();
        await widget.updateComplete;
        steps.push(state());
        for (const value of ["10000", "100", "1,0000", "1,0 oranges"]) {
          await write(widget, input, value);
          steps.push(state());
        }
        await leave(widget, input);
        steps.push(state());
        const told = inside(widget, "#all-gpus-error").textContent.trim().length > 5;
        input.focus();
        await write(widget, input, "2,500");
        await leave(widget, input);
        steps.push(state());
        return { steps, told };
      }, BREAK_EVEN);
      assert.ok(seen.told);
      assert.deepEqual(seen.steps[0], ["1,000", "false", 1000]);
      assert.deepEqual(seen.steps[1], ["1000", "false", 1000]);
      for (const [, invalid] of seen.steps.slice(2, 6)) assert.equal(invalid, "false");
      // What counts is what counted before the entry that was left bad.
      assert.deepEqual(seen.steps[6], ["1,0 oranges", "true", 1000]);
      assert.deepEqual(seen.steps[7], ["2,500", "false", 2500]);
    });

    test("of scenarios that all have no probability, each field says what is wanted and keeps what was typed", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const state = () => {
          const controls = [0, 1, 2].map((index) =>
            inside(widget, `[data-parameter="probability-${index}"]`),
          );
          return [
            controls.map((control) => control.querySelector("input.number").value),
            controls.map((control) => control.querySelector(".error").textContent.trim()),
            inside(widget, '[data-part="stale"]')?.querySelectorAll("button").length ?? 0,
          ];
        };
        const states = [];
        for (const index of [0, 1, 2]) {
          const input = field(widget, `probability-${index}`);
          await write(widget, input, "0");
          await leave(widget, input);
          if (index > 0) states.push(state());
        }
        const input = field(widget, "probability-1");
        await write(widget, input, "40");
        await leave(widget, input);
        states.push([...state(), widget.result.input.scenarios.map((row) => row.probability)]);
        return states;
      }, TAGS[5]);
      const none = ["", "", ""];
      const [[, first, one], [fields, errors, three], [back, gone, zero, odds]] = seen;
      assert.deepEqual([first, one], [none, 0]);
      assert.deepEqual(fields, ["0%", "0%", "0%"]);
      assert.deepEqual(errors, Array(3).fill("Give at least one scenario more than 0%."));
      // The first two are named, the third is counted.
      assert.equal(three, 2);
      assert.deepEqual([back, gone, zero], [["0%", "40%", "0%"], none, 0]);
      assert.deepEqual(odds, [0, 0.4, 0]);
    });

    test("a scenario's or a chip's field takes one number, and says so of a range", async () => {
      const seen = await inPage(async () => {
        const seen = [];
        for (const [tag, name, text] of [
          ["chip-scenario-outlook", "value-0", "20k-40k"],
          ["chip-price-performance", "price-h100-sxm", "20k-40k"],
        ]) {
          for (const lang of ["en", "zh"]) {
            const widget = await make(tag, { lang });
            inside(widget, ".assumptions").open = true;
            while (field(widget, name) === null) await wait(10);
            const before = JSON.stringify(widget.result.input);
            const input = field(widget, name);
            await write(widget, input, text);
            await leave(widget, input);
            const control = inside(widget, `[data-parameter="${name}"]`);
            seen.push([
              control.querySelector(".error").textContent.trim(),
              control.querySelector("input").value,
              JSON.stringify(widget.result.input) === before,
            ]);
            widget.remove();
          }
        }
        return seen;
      });
      const [en, zh] = ["Enter one number here, not a range.", "此处请填一个数，不要填区间。"];
      assert.deepEqual(
        seen,
        [en, zh, en, zh].map((said) => [said, "20k-40k", true]),
      );
    });

    test("what an input method has not finished is left alone", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag, { lang: "zh" });
        inside(widget, "details").open = true;
        await wait(50);
        const input = inside(widget, "#all-gpus");
        input.focus();
        input.dispatchEvent(new CompositionEvent("compositionstart"));
        await write(widget, input, "６４", { isComposing: true });
        input.dispatchEvent(
          new KeyboardEvent("keydown", { key: "Enter", isComposing: true, keyCode: 229 }),
        );
        widget.requestUpdate();
        await widget.updateComplete;
        const during = [input.value, widget.result.input.gpus];
        input.dispatchEvent(new CompositionEvent("compositionend"));
        await leave(widget, input);
        return [during, [input.value, widget.result.input.gpus]];
      }, BREAK_EVEN);
      assert.deepEqual(seen, [
        ["６４", 1000],
        ["64", 64],
      ]);
    });

    test("a message beside a field, and a longer sentence, move nothing below", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const after = document.createElement("p");
        after.textContent = "The article goes on.";
        document.body.append(after);
        const at = () => after.getBoundingClientRect().top + scrollY;
        const places = [at()];
        const price = field(widget, "cloudRate");
        price.focus();
        await write(widget, price, "-3");
        await leave(widget, price);
        places.push(at());
        await write(widget, price, "7");
        await leave(widget, price);
        const range = field(widget, "cloudRate", "range");
        for (const position of [0, 250, 1000]) {
          range.value = String(position);
          range.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await widget.updateComplete;
          await wait(50);
          places.push(at());
        }
        return places;
      }, BREAK_EVEN);
      for (const place of seen) assert.ok(Math.abs(place - seen[0]) < 2, `${seen}`);
    });

    test("a field that is being typed in stays where it is when it cannot be read", async () => {
      const seen = await inPage(async (tags) => {
        const moved = [];
        let fields = 0;
        for (const tag of tags) {
          for (const [lang, width] of [
            ["en", 290],
            ["en", 340],
            ["zh", 340],
            ["en", 760],
          ]) {
            const place = document.createElement("div");
            place.style.width = `${width}px`;
            document.body.append(place);
            const widget = await make(tag, { lang }, place);
            for (const input of widget.shadowRoot.querySelectorAll(".front input.number")) {
              // A narrow widget has one control in front.
              if (input.offsetHeight === 0) continue;
              fields += 1;
              const at = () => input.getBoundingClientRect().top + scrollY;
              const before = at();
              await write(widget, input, "many");
              await leave(widget, input);
              await wait(50);
              if (inside(widget, ".stale") === null) moved.push(`${tag}: no message`);
              const way = Math.round(at() - before);
              // A shorter text leaves its label room for one line instead of two.
              if (Math.abs(way) > 3) moved.push(`${tag} ${lang} ${width}: ${way} px`);
              widget.reset();
              await widget.updateComplete;
              await wait(50);
            }
            place.remove();
          }
        }
        return { moved, fields };
      }, TAGS);
      assert.ok(seen.fields > 30, `${seen.fields}`);
      assert.deepEqual(seen.moved, []);
    });

    test("an answer from before is not called one with the reader's changes", async () => {
      const seen = await inPage(async (tags) => {
        const told = [];
        for (const tag of tags) {
          const widget = await make(tag, { lang: "en" });
          const [first, second] = widget.shadowRoot.querySelectorAll(".front input.number");
          // One widget has menus alone in front.
          if (second === undefined) continue;
          await write(widget, first, "20");
          await leave(widget, first);
          const sentence = text(widget, "sentence");
          const before = text(widget, "changed");
          await write(widget, second, "many");
          await leave(widget, second);
          const isSame = text(widget, "sentence") === sentence;
          told.push([before, text(widget, "changed"), isSame]);
          widget.remove();
        }
        return told;
      }, TAGS);
      assert.equal(seen.length, TAGS.length - 1);
      for (const told of seen) assert.deepEqual(told, ["With your changes", "", true]);
    });

    test("no layout has a hole under its chart or its controls, no bar lies on a text", async () => {
      const seen = await inPage(async (tags) => {
        const holes = [];
        for (const tag of tags) {
          for (const lang of ["en", "zh"]) {
            for (const width of [290, 340, 400, 520]) {
              const place = document.createElement("div");
              place.style.width = `${width}px`;
              document.body.append(place);
              const widget = await make(tag, { lang }, place);
              const end = (selector) =>
                Math.max(
                  ...[...widget.shadowRoot.querySelectorAll(selector)]
                    .filter((part) => part.getClientRects().length > 0)
                    .map((part) => part.getBoundingClientRect().bottom),
                );
              const top = (selector) => inside(widget, selector).getBoundingClientRect().top;
              const room = Number.parseFloat(getComputedStyle(widget).fontSize);
              const under = {
                chart: top(".controls .control") - end(".figure svg"),
                controls: top("details") - end(".controls :is(.head, .track, .flips)"),
              };
              for (const [what, height] of Object.entries(under)) {
                if (height > 5 * room)
                  holes.push(`${tag} ${lang} ${width}: ${height} under ${what}`);
              }
              for (const bar of widget.shadowRoot.querySelectorAll(".figure li")) {
                const box = (part) => part.getBoundingClientRect();
                const [own, room] = [box(bar.querySelector("svg")), box(bar)];
                const isClear = own.top >= box(bar.querySelector(".label")).bottom - 1;
                const [track, fill] = [...bar.querySelectorAll("rect")].map(box);
                const fits =
                  own.height > 4 &&
                  own.bottom <= room.bottom + 1 &&
                  Math.abs(track.height - fill.height) < 1;
                if (!isClear || !fits) holes.push(`${tag} ${lang} ${width}: ${bar.textContent}`);
              }
              place.remove();
            }
          }
        }
        return holes;
      }, TAGS);
      assert.deepEqual(seen, []);
    });

    test("a probability says beside its field what it counts as, once all do not make up 100%", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag, { lang: "en" });
        const told = () =>
          [...widget.shadowRoot.querySelectorAll(".front")].map(
            (front) => front.querySelector('[data-part="counted"]')?.textContent ?? null,
          );
        const before = told();
        const first = field(widget, "probability-0");
        await write(widget, first, "130%");
        await leave(widget, first);
        const bad = told();
        await write(widget, first, "100%");
        await leave(widget, first);
        const weights = widget.result.scenarios.map(({ probability }) => probability);
        return { before, bad, after: told(), weights };
      }, "chip-scenario-outlook");
      const none = [null, null, null];
      assert.deepEqual([seen.before, seen.bad], [none, none]);
      assert.deepEqual(seen.after, ["counts as 58.8%", "counts as 29.4%", "counts as 11.8%"]);
      assert.ok(Math.abs(seen.weights[0] - 1 / 1.7) < 1e-9);
    });

    test("the end of a slider at which no hour has a cost says so", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag, { lang: "en" });
        const ends = () =>
          [...widget.shadowRoot.querySelectorAll('[data-parameter="utilization"] .flips span')].map(
            (end) => end.textContent,
          );
        const busy = ends();
        const range = field(widget, "utilization", "range");
        range.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
        range.dispatchEvent(new KeyboardEvent("keyup", { key: "Home", bubbles: true }));
        await widget.updateComplete;
        return [busy, ends(), widget.result.costPerGpuHourUsed];
      }, "chip-cluster-tco");
      const ends = ["never busy", "$2.22 an hour"];
      assert.deepEqual(seen, [ends, ends, null]);
    });

    test("where a set itemizes the running cost, no slider in front is of the rule it replaces", async () => {
      const seen = await inPage(
        async (tags) => {
          const fronts = [];
          for (const tag of tags) {
            const widget = await make(tag, { lang: "en" });
            const front = () => widget.frontControls().map(({ id }) => id);
            const usual = front();
            widget.onChoose("preset", "itemised");
            await widget.updateComplete;
            const itemized = front();
            widget.reset();
            await widget.updateComplete;
            fronts.push([usual, itemized, front()]);
          }
          return fronts;
        },
        TAGS.slice(0, 2),
      );
      for (const [usual, itemized, back] of seen) {
        assert.ok(usual.includes("operationsFraction"), `${usual}`);
        assert.ok(!itemized.includes("operationsFraction"), `${itemized}`);
        assert.ok(!itemized.includes("siteCapex"), `${itemized}`);
        assert.equal(itemized.length, 3);
        assert.deepEqual(back, usual);
      }
    });

    test("no last line of a Chinese answer is one character, no amount is torn apart", async () => {
      const seen = await inPage(async (tags) => {
        const found = [];
        for (const tag of tags) {
          const place = document.createElement("div");
          document.body.append(place);
          const widget = await make(tag, { lang: "zh" }, place);
          for (let width = 250; width <= 400; width += 10) {
            place.style.width = `${width}px`;
            await wait(0);
            for (const name of ["title", "sentence"]) {
              const joined = inside(widget, `.${name}`).querySelectorAll(".joined");
              if (joined.length === 0) found.push(`${tag} ${name}: nothing is joined`);
              for (const part of joined) {
                const lines = new Set([...part.getClientRects()].map(({ top }) => Math.round(top)));
                if (lines.size > 1) found.push(`${tag} ${name} ${width}: ${part.textContent}`);
              }
            }
          }
          place.remove();
        }
        return found;
      }, TAGS);
      assert.deepEqual(seen, []);
    });

    test("one announcement when the hand rests, and it is the verdict", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const live = widget.shadowRoot.querySelectorAll("[role=status], [aria-live]");
        const said = [];
        new MutationObserver(() => said.push(live[0].textContent)).observe(live[0], {
          childList: true,
          characterData: true,
          subtree: true,
        });
        const range = field(widget, "cloudRate", "range");
        for (let step = 1; step <= 60; step += 1) {
          range.value = String(step * 10);
          range.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await wait(5);
        }
        range.dispatchEvent(new Event("change", { bubbles: true }));
        await wait(1200);
        return { regions: live.length, said, sentence: widget.sentence };
      }, BREAK_EVEN);
      assert.equal(seen.regions, 1);
      assert.deepEqual(seen.said, [seen.sentence]);
    });

    test("a slider's keys: a hundredth, a tenth, the ends; it speaks value and verdict", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const range = field(widget, "gpuPrice", "range");
        const values = [];
        const press = async (key) => {
          range.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
          );
          range.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true }));
          await widget.updateComplete;
          values.push(widget.result.input.gpuPrice);
        };
        for (const key of ["ArrowRight", "ArrowLeft", "PageUp", "PageDown", "End", "Home"]) {
          await press(key);
        }
        const described = inside(widget, `#${range.getAttribute("aria-describedby")}`);
        return {
          values,
          name: inside(widget, `#${range.getAttribute("aria-labelledby")}`).textContent.trim(),
          spoken: range.getAttribute("aria-valuetext"),
          lead: text(widget, "lead"),
          described: described.textContent.replace(/\s+/g, " ").trim().length,
          max: Number(range.max),
        };
      }, BREAK_EVEN);
      const [right, left, up, down, last, first] = seen.values;
      assert.deepEqual([right, left, up, down], [38000, 37000, 47000, 37000]);
      assert.deepEqual([last, first], [100000, 0]);
      assert.ok(!/slider|USD/.test(seen.name), seen.name);
      assert.ok(seen.spoken.endsWith(seen.lead), seen.spoken);
      assert.ok(seen.described > 10);
    });

    test("the preset's value is met exactly, and the ends stay while the thumb moves", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag, { "gpu-price": "37123" });
        const range = field(widget, "gpuPrice", "range");
        const at = range.value;
        const moved = [];
        for (const position of [900, 1000, 10, Number(at)]) {
          range.value = String(position);
          range.dispatchEvent(new InputEvent("input", { bubbles: true }));
          await widget.updateComplete;
          moved.push([widget.result.input.gpuPrice, Number(range.max)]);
        }
        return { moved, steps: Number(range.max) / Number(range.step) };
      }, BREAK_EVEN);
      assert.equal(seen.moved.at(-1)[0], 37123);
      assert.equal(new Set(seen.moved.map(([, max]) => max)).size, 1);
      assert.ok(seen.steps >= 20 && seen.steps <= 50, `${seen.steps}`);
    });

    test("the flip point that is named is the one that is solved for", async () => {
      const flip = goalSeek({
        calculator: "cloudBreakEven",
        parameter: "cloudRate",
        output: "saving",
        target: 0,
      }).value;
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const flips = inside(widget, '[data-parameter="cloudRate"] [data-part="flips"]');
        const mark = inside(widget, '[data-parameter="cloudRate"] .flip').getBoundingClientRect();
        const range = field(widget, "cloudRate", "range").getBoundingClientRect();
        return { text: flips.textContent, mark: mark.left, left: range.left, width: range.width };
      }, BREAK_EVEN);
      assert.match(seen.text, new RegExp(`\\$${flip.toFixed(2)}`));
      assert.ok(seen.mark > seen.left && seen.mark < seen.left + seen.width / 2);
      const { saving } = cloudBreakEven({ cloudRate: flip });
      assert.ok(Math.abs(saving) < 1, `${saving}`);
    });

    test("what the reader did is marked, undone, redone, taken back one by one and all at once", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const rate = () => [widget.result.input.cloudRate, widget.result.input.gpuPrice];
        const keys = async (init) => {
          inside(widget, ".title").dispatchEvent(
            new KeyboardEvent("keydown", { bubbles: true, composed: true, ctrlKey: true, ...init }),
          );
          await widget.updateComplete;
        };
        const states = [[...rate(), text(widget, "changed")]];
        for (const [name, position] of [
          ["cloudRate", 300],
          ["cloudRate", 310],
          ["gpuPrice", 500],
        ]) {
          const range = field(widget, name, "range");
          range.dispatchEvent(new PointerEvent("pointerdown", { pointerType: "mouse" }));
          range.value = String(position);
          range.dispatchEvent(new InputEvent("input", { bubbles: true }));
          range.dispatchEvent(new PointerEvent("pointerup", { pointerType: "mouse" }));
          await widget.updateComplete;
        }
        states.push([...rate(), text(widget, "changed")]);
        await keys({ key: "z" });
        states.push(rate());
        inside(widget, '[data-part="undo"]').click();
        await widget.updateComplete;
        states.push(rate());
        await keys({ key: "z", shiftKey: true });
        states.push(rate());
        inside(widget, '[data-part="redo"]').click();
        await widget.updateComplete;
        states.push(rate());
        const control = inside(widget, '[data-parameter="gpuPrice"]');
        control.querySelector(".about").click();
        await widget.updateComplete;
        control.querySelector(".explanation .link").click();
        await widget.updateComplete;
        states.push(rate());
        inside(widget, '[data-part="reset"]').click();
        await widget.updateComplete;
        states.push([...rate(), text(widget, "changed")]);
        return states;
      }, BREAK_EVEN);
      assert.deepEqual(seen, [
        [7, 37000, null],
        [5, 50000, "With your changes"],
        [5, 37000],
        [4.8, 37000],
        [5, 37000],
        [5, 50000],
        [5, 37000],
        [7, 37000, ""],
      ]);
    });

    test("a bad attribute leaves the page's own text, and the console says which and why", async () => {
      const seen = await inPage(async (tag) => {
        const told = [];
        console.error = (...words) => told.push(words.join(" "));
        console.warn = (...words) => told.push(words.join(" "));
        await import("/pkg/auto.js");
        const widget = document.createElement(tag);
        widget.innerHTML = "<p>Owning pays above 32%.</p>";
        widget.setAttribute("gpus", "1000 GPUs");
        widget.setAttribute("gpu-pice", "30000");
        widget.setAttribute("cloudrate", "3");
        document.body.append(widget);
        await wait(500);
        const own = widget.querySelector("p").getBoundingClientRect();
        const before = [widget.result === undefined, own.height > 10, widget.offsetHeight < 100];
        widget.setAttribute("gpus", "8");
        await started(widget);
        const shown = [widget.result.input.gpus, widget.result.input.cloudRate];
        widget.setAttribute("gpus", "eight");
        await widget.updateComplete;
        return {
          told,
          before,
          shown,
          kept: widget.result.input.gpus,
          stale: text(widget, "stale"),
        };
      }, BREAK_EVEN);
      assert.deepEqual(seen.before, [true, true, true]);
      assert.deepEqual(seen.shown, [8, 3]);
      assert.ok(seen.stale.length > 10);
      assert.equal(seen.told.length, 3, `${seen.told}`);
      assert.match(seen.told.join(), /gpu-pice; did you mean gpu-price\?/);
      assert.match(seen.told.join(), /gpus="1000 GPUs", only whole numbers from 1 to 1000000/);
      assert.match(seen.told.join(), /gpus="eight", only whole numbers/);
    });

    test("whatever throws while drawing leaves the page's own text, no room, and one message", async () => {
      const seen = await inPage(async (tag) => {
        const told = [];
        console.error = (...words) => told.push(words.join(" "));
        const widget = await make(tag);
        widget.innerHTML = "<p>Owning pays above 32%.</p>";
        widget.chart = () => {
          throw new Error("a fault");
        };
        widget.cloudRate = 3;
        await widget.updateComplete.catch(() => {});
        widget.cloudRate = 4;
        await wait(100);
        const own = widget.querySelector("p").getBoundingClientRect();
        return [told.length, own.height > 10, widget.offsetHeight < 100];
      }, BREAK_EVEN);
      assert.deepEqual(seen, [1, true, true]);
    });

    test("members on Object.prototype are nobody's figures; what Lit cannot bear leaves the page's text", async () => {
      const seen = await inPage(async (tag) => {
        const told = [];
        console.error = (...words) => told.push(words.join(" "));
        Object.prototype.value = function value() {};
        Object.prototype.get = function get() {};
        Object.prototype.style = 1;
        try {
          const widget = await make(tag);
          const good = [widget.result.input.gpus, text(widget, "sentence").length > 20];
          // Lit hands its listeners to the browser as options, which inherit this.
          Object.prototype.signal = 2;
          const other = document.createElement(tag);
          other.innerHTML = "<p>Owning pays above 32%.</p>";
          told.length = 0;
          document.body.prepend(other);
          await wait(500);
          const own = other.querySelector("p").getBoundingClientRect();
          return [good, told.length, own.height > 10];
        } finally {
          for (const name of ["value", "get", "style", "signal"]) delete Object.prototype[name];
        }
      }, BREAK_EVEN);
      assert.deepEqual(seen, [[1000, true], 1, true]);
    });

    test("without observers it starts all the same", async () => {
      const seen = await inPage(async (tag) => {
        delete window.ResizeObserver;
        delete window.IntersectionObserver;
        const widget = await make(tag);
        return [widget.result.input.gpus, text(widget, "sentence").length > 20];
      }, BREAK_EVEN);
      assert.deepEqual(seen, [1000, true]);
    });

    test("in another document and back it keeps its dress and its figures", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const range = field(widget, "cloudRate", "range");
        range.value = "100";
        range.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await widget.updateComplete;
        const look = () => [
          widget.result.input.cloudRate,
          widget.ownerDocument.defaultView.getComputedStyle(inside(widget, ".widget")).display,
        ];
        const frame = document.createElement("iframe");
        document.body.append(frame);
        await wait(100);
        frame.contentDocument.body.append(widget);
        await wait(200);
        const there = look();
        document.body.append(widget);
        await wait(200);
        const back = look();
        document.implementation.createHTMLDocument("").body.append(widget);
        document.body.append(widget);
        await wait(200);
        return [there, back, look()];
      }, BREAK_EVEN);
      assert.deepEqual(seen, Array(3).fill([1.6, "flex"]));
    });

    test("the page's language is followed, as it changes too, however it is written", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const languages = [];
        for (const lang of ["zh-Hans", "en", "zh_CN", "zh", "fr"]) {
          document.documentElement.lang = lang;
          await wait(50);
          await widget.updateComplete;
          languages.push(inside(widget, ".widget").lang);
        }
        return languages;
      }, BREAK_EVEN);
      assert.deepEqual(seen, ["zh-Hans", "en", "zh-Hans", "zh-Hans", "en"]);
    });

    test("dark is what the page is, not what the system is", async () => {
      const seen = await inPage(async (tag) => {
        const widget = await make(tag);
        const ground = () => getComputedStyle(inside(widget, ".widget")).backgroundColor;
        const found = [ground()];
        document.body.style.backgroundColor = "rgb(10, 10, 10)";
        await wait(100);
        found.push(ground());
        document.body.style.backgroundColor = "rgb(255, 255, 255)";
        await wait(100);
        found.push(ground());
        widget.theme = "dark";
        await widget.updateComplete;
        found.push(ground());
        return found.map((color) => Number(/\d+/.exec(color)[0]) < 100);
      }, BREAK_EVEN);
      assert.deepEqual(seen, [false, true, false, true]);
    });

    test("print opens assumptions, table and sources, and says when and where", async () => {
      for (const [tag, fields] of TAGS.map((tag) => [tag, tag === BREAK_EVEN ? 20 : 0])) {
        const seen = await inPage(async (tag) => {
          const widget = await make(tag, { lang: "en" });
          const { shadowRoot } = widget;
          const shown = () => ({
            fields: shadowRoot.querySelectorAll(".row").length,
            views: [...shadowRoot.querySelectorAll(".view:not([hidden])")].map(({ id }) => id),
            address: shadowRoot.textContent.includes(location.href),
          });
          const before = shown();
          // What draws the table comes while the page is idle.
          let printed;
          let text;
          for (let tries = 0; tries < 100; tries += 1) {
            dispatchEvent(new Event("beforeprint"));
            printed = shown();
            text = shadowRoot.textContent.replace(/\s+/g, " ");
            if (printed.views.length > 0) break;
            dispatchEvent(new Event("afterprint"));
            await wait(50);
          }
          dispatchEvent(new Event("afterprint"));
          await widget.updateComplete;
          // Each source, as the table names it when a reader opens it.
          widget.onView("table");
          await widget.updateComplete;
          const cells = shadowRoot.querySelectorAll('[data-part="sources"] td:nth-child(4)');
          const sources = [...cells]
            .map(({ textContent }) => textContent.replace(/\s+/g, " ").trim())
            .filter(Boolean);
          widget.onView("table");
          await widget.updateComplete;
          return { before, printed, text, sources, after: shown() };
        }, tag);
        assert.deepEqual(seen.before, { fields: 0, views: [], address: false });
        assert.deepEqual(seen.printed.views, ["view-table"]);
        assert.ok(seen.printed.address, JSON.stringify(seen.printed));
        assert.ok(
          seen.printed.fields >= fields && seen.sources.length > 0,
          JSON.stringify(seen.sources),
        );
        for (const source of seen.sources)
          assert.ok(seen.text.includes(source), `${tag}: ${source}`);
        assert.deepEqual(seen.after, seen.before);
      }
    });

    test("names are quantities alone, and every control is at least 24 pixels", async () => {
      const seen = await inPage(async (tags) => {
        const small = [];
        const names = [];
        let controls = 0;
        for (const tag of tags) {
          const widget = await make(tag, { lang: "en" });
          inside(widget, "details").open = true;
          await wait(50);
          for (const control of widget.shadowRoot.querySelectorAll(
            "button, input, select, summary",
          )) {
            const { width, height } = control.getBoundingClientRect();
            if (width > 0) controls += 1;
            if (width > 0 && (width < 23.9 || height < 23.9))
              small.push(control.outerHTML.slice(0, 80));
          }
          for (const label of widget.shadowRoot.querySelectorAll("label")) {
            names.push(label.textContent.trim());
          }
          widget.remove();
        }
        return { small, names, controls };
      }, TAGS);
      assert.ok(seen.controls > 50 && seen.names.length > 50);
      assert.deepEqual(seen.small, []);
      for (const label of seen.names) assert.doesNotMatch(label, /USD|slider|undefined/);
    });

    // Only Chromium's driver shows a page as it is printed.
    if (name === "chromium") {
      test("on paper there is nothing that only a hand can use", async () => {
        await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
        try {
          const seen = await inPage(async (tags) => {
            const left = [];
            for (const tag of tags) {
              const widget = await make(tag);
              const isDrawn = () => widget.shadowRoot.querySelector("#view-table:not([hidden])");
              do {
                dispatchEvent(new Event("beforeprint"));
                await wait(50);
              } while (isDrawn() === null);
              const hands =
                "input[type=range], button:not([aria-pressed=true]), .control .track, .views";
              for (const part of widget.shadowRoot.querySelectorAll(hands)) {
                if (part.getClientRects().length > 0) left.push(`${tag} ${part.outerHTML}`);
              }
              for (const field of widget.shadowRoot.querySelectorAll("input, select")) {
                const { borderTopWidth, appearance } = getComputedStyle(field);
                if (field.offsetWidth > 0 && (borderTopWidth !== "0px" || appearance !== "none")) {
                  left.push(`${tag} ${field.id}`);
                }
              }
              dispatchEvent(new Event("afterprint"));
              widget.remove();
            }
            return left;
          }, TAGS);
          assert.deepEqual(seen, []);
        } finally {
          await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
        }
      });
    }

    // Only Chromium's driver has fingers.
    if (name === "chromium") {
      test("a finger that scrolls over a slider scrolls, and changes nothing", async () => {
        await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", {
          width: 360,
          height: 740,
          deviceScaleFactor: 1,
          mobile: true,
        });
        await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled: true });
        try {
          await browser.get(`${server.url}tests/functions/page.html`);
          const place = await inPage(async (tag) => {
            document.head.insertAdjacentHTML(
              "beforeend",
              '<meta name="viewport" content="width=device-width"><style>body{font:14px sans-serif}</style>',
            );
            const space = document.createElement("div");
            space.style.height = "3000px";
            const widget = await make(tag);
            document.body.append(space);
            const range = field(widget, "gpuPrice", "range");
            const { left, top, width, height } = range.getBoundingClientRect();
            const size = getComputedStyle(field(widget, "gpuPrice")).fontSize;
            return { x: left + width * 0.7, y: top + height / 2, size };
          }, BREAK_EVEN);
          assert.ok(Number.parseFloat(place.size) >= 16, place.size);
          const touch = (type, x, y) =>
            browser.sendDevToolsCommand("Input.dispatchTouchEvent", {
              type,
              touchPoints: type === "touchEnd" ? [] : [{ x, y }],
            });
          const swipe = async (dx, dy) => {
            await touch("touchStart", place.x, place.y);
            for (let step = 1; step <= 10; step += 1) {
              await touch("touchMove", place.x + (dx * step) / 10, place.y + (dy * step) / 10);
            }
            await touch("touchEnd");
            return inPage(async (tag) => {
              const widget = document.querySelector(tag);
              await wait(400);
              await widget.updateComplete;
              const seen = [widget.result.input.gpuPrice, Math.round(scrollY)];
              // What is left of the swing ends first.
              await wait(600);
              scrollTo(0, 0);
              await wait(300);
              return [...seen, field(widget, "gpuPrice", "range").value];
            }, BREAK_EVEN);
          };
          const [price, scrolled, thumb] = await swipe(0, -200);
          assert.ok(scrolled > 100, `scrolled ${scrolled}`);
          assert.deepEqual([price, thumb], [37000, "370"]);
          const [diagonal] = await swipe(-60, -200);
          assert.equal(diagonal, 37000);
          const [slid, still] = await swipe(-120, 0);
          assert.notEqual(slid, 37000);
          assert.equal(still, 0);
        } finally {
          await browser.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", {
            enabled: false,
          });
          await browser.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride");
        }
      });

      test("a light page under a dark system has a light widget", async () => {
        await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", {
          features: [{ name: "prefers-color-scheme", value: "dark" }],
        });
        const grounds = await inPage(async (tag) => {
          const widget = await make(tag);
          const ground = () => getComputedStyle(inside(widget, ".widget")).backgroundColor;
          const light = ground();
          document.documentElement.style.colorScheme = "light dark";
          await wait(100);
          return [light, ground()];
        }, BREAK_EVEN);
        await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [] });
        assert.deepEqual(
          grounds.map((color) => Number(/\d+/.exec(color)[0]) < 100),
          [false, true],
        );
      });
    }
  });
}
