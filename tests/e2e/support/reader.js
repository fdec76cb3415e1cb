// Runs in a page before anything of the page's own: notes what moves under a reader's eyes.
//
// `layout-shift` entries are Chromium's alone, so the same is measured for every engine from where the
// blocks of the page stand, frame by frame, as https://web.dev/articles/cls defines it: of each move
// the part of the window that it touches, times the part of the window's greater side that it goes.
globalThis.reader = (() => {
  const BLOCKS = "h1, h2, h3, p, ul, ol, table, figure, figcaption, header, footer";
  /** What moved since it was last asked: by Chromium's own account, and by where things stand. */
  let seen = { own: 0, found: 0, moves: [] };
  let last = new Map();

  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) {
        if (!hadRecentInput) seen.own += value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  }

  const isWidget = (element) => element.localName.includes("-");

  /** What stands inside of a widget is the widget's own. */
  function inWidget({ parentElement: around }) {
    return around !== null && (isWidget(around) || inWidget(around));
  }

  /** Where the page's own blocks stand in the window. */
  function look() {
    const blocks = [...document.querySelectorAll(BLOCKS)].filter((block) => !inWidget(block));
    return new Map(blocks.map((block) => [block, block.getBoundingClientRect()]));
  }

  const inWindow = ({ top, bottom }) => bottom > 0 && top < innerHeight;

  function compare() {
    const now = look();
    let [first, end, way] = [innerHeight, 0, 0];
    let what = "";
    for (const [block, rect] of now) {
      const before = last.get(block);
      if (before === undefined || before.height === 0) continue;
      const moved = Math.abs(rect.top - before.top);
      // Chromium counts from 3 pixels on as well.
      if (moved < 3 || !(inWindow(rect) || inWindow(before))) continue;
      first = Math.min(first, Math.max(0, Math.min(rect.top, before.top)));
      end = Math.max(end, Math.min(innerHeight, Math.max(rect.bottom, before.bottom)));
      if (moved > way) what = `${block.localName} "${block.textContent.trim().slice(0, 40)}"`;
      way = Math.max(way, moved);
    }
    if (way > 0) {
      const touched = Math.max(0, end - first) / innerHeight;
      const part = Math.min(way, innerHeight) / Math.max(innerHeight, innerWidth);
      seen.found += touched * part;
      seen.moves.push(`${what} by ${way} at ${scrollY}`);
    }
    last = now;
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  function watch() {
    compare();
    requestAnimationFrame(watch);
  }
  requestAnimationFrame(watch);

  async function go(top, frames) {
    scrollTo({ top, behavior: "instant" });
    last = look(); // what scrolling moves is the reader's own doing
    for (let count = 0; count < frames; count += 1) await frame();
  }

  function told(what) {
    const now = { what, ...seen };
    seen = { own: 0, found: 0, moves: [] };
    return now;
  }

  return {
    /** Follows links to the widgets, the last first, each of which starts while its end is in sight. */
    async jump(widgets) {
      await go(0, 30);
      const all = [told("the page as it opens")];
      for (const widget of [...widgets].reverse()) {
        if (widget.result !== undefined) continue;
        await go(scrollY + widget.getBoundingClientRect().bottom - 0.6 * innerHeight, 0);
        while (widget.result === undefined) await frame();
        for (let count = 0; count < 10; count += 1) await frame();
        all.push(told(widget.localName));
      }
      return all;
    },

    /** Goes through the whole page; widgets start as they come near. */
    async read() {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 200) await go(y, 2);
      await go(scrollY, 30);
      return told("the page as it is read");
    },
  };
})();
