/** Finds the calculators of a page: those that stand there, and those that come later. */

const PREFIX = "chip-";

/**
 * Calls `found` for every undefined `chip-…` tag, now and whenever one is inserted. Trees of other
 * components' shadow roots are not seen: a page has no way to be told of them.
 */
export function find(found: (element: Element) => void): void {
  const look = (element: Element) => {
    if (element.localName.startsWith(PREFIX)) found(element);
  };
  // Only what is not defined: what another copy serves needs nothing.
  const search = (root: Element) => {
    if (root.matches(":not(:defined)")) look(root);
    for (const element of root.querySelectorAll(":not(:defined)")) look(element);
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) search(node);
    }
  }).observe(document, { childList: true, subtree: true });
  search(document.documentElement);
}

/** The name within a tag: `cloud-break-even` of `chip-cloud-break-even`. */
export function nameOf(element: Element): string {
  return element.localName.slice(PREFIX.length);
}
