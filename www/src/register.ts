let warned = false;

/**
 * Registers a tag. One that is taken is left to whom it belongs, with one warning if that is another
 * copy of this library: a page must survive being composed twice.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === "undefined") return;
  const taken = customElements.get(tag);
  if (taken === undefined) {
    customElements.define(tag, element);
  } else if (taken !== element && !warned) {
    warned = true;
    console.warn(`chip-calculators: <${tag}> is already defined; this copy stands back.`);
  }
}
