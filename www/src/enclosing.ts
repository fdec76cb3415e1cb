/** The nearest ancestor of an element, out of shadow roots as well, whichever document they are of. */
export function enclosing(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root: Node = element.getRootNode();
  return "host" in root ? (root as ShadowRoot).host : null;
}
