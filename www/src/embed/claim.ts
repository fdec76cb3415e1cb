/** One copy of the embed serves a page, however often it is pasted. */

/** Shared by all versions; a symbol, so that no global of the page is taken. */
const CLAIM = Symbol.for("chip-calculators");

type Page = typeof globalThis & { [CLAIM]?: string };

/** Whether this copy may serve the page; another version that serves it already is named. */
export function claim(version: string): boolean {
  const page = globalThis as Page;
  const serving = page[CLAIM];
  if (serving === undefined) {
    Object.defineProperty(page, CLAIM, { value: version, configurable: true });
    return true;
  }
  if (serving !== version) {
    console.info(
      `chip-calculators ${version} stands back: version ${serving} already serves this page.`,
    );
  }
  return false;
}

/** Leaves the page to another copy. */
export function yieldClaim(): void {
  delete (globalThis as Page)[CLAIM];
}
