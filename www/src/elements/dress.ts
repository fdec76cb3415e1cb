/** The styles of a shadow root, whichever document it is in. */

/** A constructed style sheet belongs to one document: one for each that an element has ever been in. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/** Gives a shadow root its styles; again after it has moved to another document. */
export function dress(root: ShadowRoot, css: string): void {
  const page = root.ownerDocument;
  try {
    root.adoptedStyleSheets = [sheetOf(page, css)];
  } catch {
    // A document that no window shows has none; neither have older engines.
    if (root.querySelector("style[data-chip]") !== null) return;
    const style = page.createElement("style");
    style.setAttribute("data-chip", "");
    style.textContent = css;
    root.append(style);
  }
}

function sheetOf(page: Document, css: string): CSSStyleSheet {
  let sheet = SHEETS.get(page);
  if (sheet === undefined) {
    const view = page.defaultView as (Window & typeof globalThis) | null;
    if (view === null) throw new TypeError("a document without a window has no style sheets");
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    SHEETS.set(page, sheet);
  }
  return sheet;
}
