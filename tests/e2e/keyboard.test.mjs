// Every widget by keyboard alone, in the three engines.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Key } from "selenium-webdriver";
import { engines } from "./support/engines.mjs";
import { show, TAGS } from "./support/gallery.mjs";
import { site } from "./support/site.mjs";
import { browserOf, closeAll, serverOf } from "./support/suite.mjs";

const BREAK_EVEN = TAGS[0];

/** As wide as on a phone, and as on a desk, where chart and controls stand side by side. */
const WIDTHS = { phone: 360, desk: 1000 };

/** More stops than any widget has: who has made as many is in a trap. */
const TRAP = 150;

/** What the scripts in the page share. */
const TOOLS = `
  window.met ??= new WeakSet();
  const widget = document.querySelector("section").lastElementChild;
  const root = widget.shadowRoot;
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  /** What shows that something has the focus: its outline, or the ring around the chart's handle. */
  const mark = (element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const halo = element.matches(".over") ? element.parentElement.querySelector(".halo") : null;
    const ring = halo === null ? "" : getComputedStyle(halo).stroke;
    return [outlineStyle === "none" ? "" : [outlineWidth, outlineColor], ring].join(" ");
  };
  const told = (element) =>
    [element.localName, element.id, element.dataset.part, element.dataset.view, element.className]
      .filter(Boolean).join(" ");
  const sentence = () => root.querySelector('[data-part="sentence"]').textContent.replace(/\\s+/g, " ");
`;

for (const name of Object.keys(engines)) {
  describe(`by keyboard alone in ${name}`, () => {
    let browser;
    let server;

    before(async () => {
      server = await serverOf(site());
      browser = await browserOf(name);
    });

    after(closeAll);

    const inPage = (body, ...args) =>
      browser.executeScript(`${TOOLS} return (${body})(...arguments);`, ...args);

    const press = (...keys) =>
      browser
        .actions()
        .sendKeys(...keys)
        .perform();

    /** With Control held. */
    const control = (key) =>
      browser.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();

    /** WebKit's driver returns before keys have arrived, where a machine is busy. */
    const becomes = async (body, wanted, message) => {
      await browser.wait(async () => (await inPage(body)) === wanted, 5000).catch(() => {});
      assert.equal(await inPage(body), wanted, message);
    };

    /** What a function of the page says when nothing has changed for a while. */
    const settled = async (body) => {
      for (let last; ; ) {
        const now = await inPage(body);
        if (now === last) return now;
        last = now;
        await sleep(100);
      }
    };

    /** One widget, with a button of the page before it and one after. */
    const load = async (...elements) => {
      await show(browser, server.url, { elements, lang: "en", theme: "light", state: "good" });
      await browser.executeScript(`
        const button = (id) => Object.assign(document.createElement("button"), { id, textContent: id });
        document.querySelector("section").before(button("before"));
        document.querySelector("main").append(button("after"));`);
    };

    const focus = (selector) =>
      inPage((selector) => {
        const place = root.querySelector(selector) ?? document.querySelector(selector);
        place.focus();
        return focused() === place;
      }, selector);

    /** Presses Tab as long as the focus is in the widget; tells what was met on the way. */
    const walk = async () => {
      const stops = [];
      for (let count = 0; count < TRAP; count += 1) {
        await press(Key.TAB);
        const stop = await inPage(() => {
          const element = focused();
          const { last } = window;
          const inside = root.contains(element);
          const seen = { what: told(element), inside, id: element.id };
          // What has lost the focus no longer looks as if it had it.
          seen.lost = last === undefined || mark(last.element) !== last.mark;
          window.last = inside ? { element, mark: mark(element) } : undefined;
          const { left, right, top, bottom } = element.getBoundingClientRect();
          seen.box = { left, right, top: top + scrollY, bottom: bottom + scrollY };
          seen.isNew = !window.met.has(element);
          window.met.add(element);
          return seen;
        });
        const previous = stops.at(-1);
        assert.ok(stop.lost, `${previous?.what} does not show the focus`);
        if (stop.inside) {
          stops.push(stop);
          if (stop.isNew) await named(stop);
        } else if (stop.id === "after") return stops;
        // WebKit begins with the page itself.
        else assert.deepEqual(stops, [], `${stop.what} after ${previous?.what}`);
      }
      assert.fail(`no way out: ${stops.map(({ what }) => what).join(", ")}`);
    };

    /** The engine's own account of role and name. */
    const named = async ({ what }) => {
      const element = await inPage(() => focused());
      assert.ok((await element.getAccessibleName()).length > 1, `${what} has no name`);
      const role = await element.getAriaRole();
      // Firefox and WebKit have no word for what opens <details>.
      assert.ok(!["", "generic"].includes(role) || what.startsWith("summary"), `${what}: ${role}`);
    };

    /** Downwards, and in a row to the right; upwards only where a column ends and the next begins. */
    const followsTheEye = (stops) => {
      for (const [index, { what, box }] of stops.entries()) {
        if (index === 0) continue;
        const { what: from, box: last } = stops[index - 1];
        const shared = Math.min(box.bottom, last.bottom) - Math.max(box.top, last.top);
        const least = Math.min(box.bottom - box.top, last.bottom - last.top);
        const isRow = shared > least / 2;
        const goes = isRow ? box.left >= last.left : box.top >= last.top || box.left >= last.right;
        assert.ok(goes, `from ${from} back to ${what}: ${JSON.stringify([last, box])}`);
      }
    };

    for (const tag of TAGS) {
      describe(tag, () => {
        beforeEach(() => load(tag));

        test("Tab goes through it as the eye does, each stop with name, role and a mark", async () => {
          for (const [layout, width] of Object.entries(WIDTHS)) {
            await inPage((width) => {
              widget.style.width = `${width}px`;
            }, width);
            await becomes(() => root.querySelector(".widget").dataset.layout, layout);
            assert.ok(await focus("#before"));
            const stops = await walk();
            assert.ok(stops.length >= 8, `${stops.length} stops`);
            followsTheEye(stops);
          }
        });

        test("arrows on every slider change the sentence, and Control+Z takes that back", async () => {
          const before = await inPage(() => sentence());
          const count = await inPage(() => {
            const sliders = [...root.querySelectorAll('input[type="range"]')];
            for (const [index, slider] of sliders.entries()) slider.dataset.walk = String(index);
            return sliders.length;
          });
          // What compares chips has none.
          assert.equal(count > 0, tag !== "chip-price-performance");
          for (let index = 0; index < count; index += 1) {
            assert.ok(await focus(`[data-walk="${index}"]`));
            const what = await inPage(() => told(focused()) + focused().ariaLabel);
            for (let tries = 0; tries < 5; tries += 1) {
              await press(...Array(3).fill(tries < 3 ? Key.ARROW_LEFT : Key.ARROW_RIGHT));
              if ((await settled(() => sentence())) !== before) break;
            }
            assert.notEqual(await inPage(() => sentence()), before, what);
            for (let tries = 0; tries < 20; tries += 1) {
              await control("z");
              if (await settled(() => root.querySelector('[data-part="undo"]').disabled)) break;
            }
            await becomes(() => sentence(), before, `${what}, undone`);
          }
        });

        test("each view opens and closes where the focus is, and what it offers keeps it", async () => {
          const ids = await inPage(() =>
            [...root.querySelectorAll(".views button")].map(({ dataset }) => dataset.view),
          );
          assert.ok(ids.includes("table"));
          for (const id of ids) {
            const button = `.views [data-view="${id}"]`;
            const state = () => focused().dataset.view + focused().ariaExpanded;
            assert.ok(await focus(button));
            await press(Key.ENTER);
            await becomes(state, `${id}true`);
            await browser.wait(
              () => inPage((id) => root.querySelector(`#view-${id}`).childElementCount > 0, id),
              5000,
            );
            const stops = await walk();
            const within = await inPage(
              (id) =>
                [...root.querySelectorAll(`#view-${id} :is(button, input, select, [tabindex])`)]
                  .length,
              id,
            );
            assert.ok(stops.length >= within, `${stops.length} of ${within} in ${id}`);
            followsTheEye(stops);
            assert.ok(await focus(button));
            await press(Key.SPACE);
            await becomes(state, `${id}false`);
          }
        });

        test("what else opens does so where the focus is, and all of it is walked through", async () => {
          for (const selector of [".about", ".more-actions", ".assumptions summary"]) {
            const state = () => {
              const at = focused();
              return `${at.localName} ${at.ariaExpanded ?? at.parentElement.open}`;
            };
            assert.ok(await focus(selector));
            const closed = await inPage(state);
            assert.match(closed, /false$/);
            await press(Key.ENTER);
            await becomes(state, closed.replace("false", "true"), selector);
            if (selector.endsWith("summary")) {
              await browser.wait(() => inPage(() => root.querySelector(".row") !== null), 5000);
            }
            followsTheEye(await walk());
            assert.ok(await focus(selector));
            await press(Key.ENTER);
            await becomes(state, closed, selector);
          }
        });
      });
    }

    test("what goes away when it is pressed leaves the focus in the widget", async () => {
      await load(BREAK_EVEN);
      /** Presses what a selector finds, and tells what has the focus when that is gone. */
      const pressed = async (selector) => {
        assert.ok(await focus(selector), selector);
        await inPage(() => {
          window.pressed = focused();
        });
        await press(Key.ENTER);
        const isGone = () => inPage(() => !window.pressed.isConnected || window.pressed.disabled);
        await browser.wait(isGone, 5000, `${selector} stays`);
        const [inside, what] = await inPage(() => [root.contains(focused()), told(focused())]);
        assert.ok(inside, `${selector} leaves the focus on ${what}`);
        return what;
      };
      await focus('.views [data-view="keep"]');
      await press(Key.ENTER);
      // Opening it has pinned the answer: there is nothing left to press for that.
      await browser.wait(() => inPage(() => root.querySelector('[data-part="let-go"]') !== null));
      assert.ok(await inPage(() => root.querySelector('[data-part="keep"]') === null));
      await focus('[data-parameter="cloudRate"] input[type="range"]');
      await press(Key.ARROW_RIGHT);
      await browser.wait(() => inPage(() => root.querySelector('[data-part="keep"]') !== null));
      assert.match(await pressed('[data-part="keep"]'), /let-go/);
      assert.match(await pressed('[data-part="let-go"]'), /keep/);
      await browser.wait(() => inPage(() => root.querySelector('[data-part="undo"]') !== null));
      assert.match(await pressed('[data-part="undo"]'), /redo/);
      assert.match(await pressed('[data-part="redo"]'), /reset/);
      assert.match(await pressed('[data-part="reset"]'), /undo/);
      await press(Key.ENTER);
      await focus('[data-parameter="cloudRate"] .about');
      await press(Key.ENTER);
      await browser.wait(() => inPage(() => root.querySelector(".explanation .link") !== null));
      assert.match(await pressed(".explanation .link"), /cloudRate/);
    });

    test("a field that moves to another column keeps the focus", async () => {
      await load(BREAK_EVEN);
      for (const [layout, width] of Object.entries(WIDTHS)) {
        await focus("#cloudRate");
        await inPage((width) => {
          widget.style.width = `${width}px`;
        }, width);
        await becomes(() => root.querySelector(".widget").dataset.layout, layout);
        assert.equal(await inPage(() => focused().id), "cloudRate", layout);
      }
    });

    test("Control+Z undoes in the widget that has the focus, and nowhere else", async () => {
      await load(BREAK_EVEN, "chip-cluster-tco");
      const texts = () =>
        JSON.stringify(
          [...document.querySelectorAll("section")].map(
            ({ lastElementChild: { sentence } }) => sentence,
          ),
        );
      const before = JSON.parse(await inPage(texts));
      for (const tag of [BREAK_EVEN, "chip-cluster-tco"]) {
        await inPage(
          (tag) => document.querySelector(tag).shadowRoot.querySelector(".track input").focus(),
          tag,
        );
        await press(...Array(5).fill(Key.ARROW_RIGHT));
      }
      const both = async (index) => JSON.parse(await inPage(texts))[index] !== before[index];
      await browser.wait(async () => (await both(0)) && (await both(1)), 5000);
      const moved = await settled(texts);
      await focus("#after");
      for (let count = 0; count < 3; count += 1) await control("z");
      assert.equal(await settled(texts), moved, "the page's own Control+Z");
      await focus(".track input");
      for (let count = 0; count < 10; count += 1) await control("z");
      await becomes(texts, JSON.stringify([before[0], JSON.parse(moved)[1]]));
    });

    test("Escape takes back what is half typed, and leaves the field", async () => {
      await load(BREAK_EVEN);
      await focus("#cloudRate");
      await control("a");
      await press("3");
      await becomes(() => root.querySelector("#cloudRate").value, "3");
      await press(Key.ESCAPE);
      await becomes(() => root.querySelector("#cloudRate").value, "7");
      assert.equal(await inPage(() => focused().id), "cloudRate");
    });

    test("Escape closes the box of a checked figure, and the focus is where it was", async () => {
      await browser.get(server.url);
      const state = () =>
        browser.executeScript(() => {
          const root = document.querySelector("chip-figure").shadowRoot;
          const button = root.querySelector("button.mark");
          return `${button?.ariaExpanded} ${root.activeElement === button}`;
        });
      const isState = (wanted) =>
        browser.wait(async () => (await state()) === wanted, 10_000, `not ${wanted}`);
      await browser.executeScript(() => {
        const figure = document.querySelector("chip-figure");
        figure.scrollIntoView();
      });
      await isState("false false");
      await browser.executeScript(() =>
        document.querySelector("chip-figure").shadowRoot.querySelector("button.mark").focus(),
      );
      await press(Key.ENTER);
      await isState("true true");
      await press(Key.ESCAPE);
      await isState("false true");
    });
  });
}
