let warned = false;

/**
 * Registers a tag. One that is taken is left to whom it belongs, with one warning if that is another
 * copy of this library: a page must survive being composed twice.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === "undefined") return;
  const taken = customElements.get(tag);
  if (taken === undefined) {
    try {
      customElements.define(tag, element);
    } catch (error) {
      // A page that has changed the language under us: the others, and the page's own text, still stand.
      console.error(`chip-calculators: <${tag}> could not be defined.`, error);
    }
  } else if (taken !== element && !warned) {
    warned = true;
    console.warn(`chip-calculators: <${tag}> is already defined; this copy stands back.`);
  }
}
