// Runs in a page before anything of the page's own: notes what moves under a reader's eyes.
//
// `layout-shift` entries are Chromium's alone, so the same is measured for every engine from where the
// blocks of the page stand, frame by frame, as https://web.dev/articles/cls defines it: of each move
// the part of the window that it touches, times the part of the window's greater side that it goes.
globalThis.reader = (() => {
  const BLOCKS = "h1, h2, h3, p, ul, ol, table, figure, figcaption, header, footer";
  const moves = [];
  let last = new Map();
  let native = 0;

  if (globalThis.PerformanceObserver?.supportedEntryTypes?.includes("layout-shift")) {
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries())
        if (!hadRecentInput) native += value;
    }).observe({ type: "layout-shift", buffered: true });
  }

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

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
      const value = touched * (Math.min(way, innerHeight) / Math.max(innerHeight, innerWidth));
      moves.push({ value, way, what, at: scrollY });
    }
    last = now;
  }

  let stopped = false;
  const watch = () => {
    compare();
    if (!stopped) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);

  return {
    /** Goes through the page as a reader does; the widgets in it start as they come near. */
    async read() {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 200) {
        scrollTo({ top: y, behavior: "instant" });
        last = look(); // what scrolling moves is the reader's own doing
        await frame();
        await frame();
      }
      for (let count = 0; count < 30; count += 1) await frame();
      stopped = true;
      return { native, value: moves.reduce((sum, { value }) => sum + value, 0), moves };
    },
  };
})();
