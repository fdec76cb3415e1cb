interface Observer {
  attributeChangedCallback?(name: string, old: string | null, value: string | null): void;
}

/**
 * The little of a DOM that an element needs to be drawn on a server: a class to extend, and its
 * attributes. In the bundles that draw it stands in for `@lit-labs/ssr-dom-shim`, which leaves a global
 * behind when it is imported.
 */
export class HTMLElement {
  readonly parentElement = null;
  readonly #attributes = new Map<string, string>();

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: string): void {
    const old = this.getAttribute(name);
    this.#attributes.set(name, value);
    this.#tell(name, old, value);
  }

  /** As a parser does: when the first is told of, the element has all. */
  setAttributes(attributes: Iterable<readonly [name: string, value: string]>): void {
    const all = [...attributes];
    for (const [name, value] of all) this.#attributes.set(name, value);
    for (const [name, value] of all) this.#tell(name, null, value);
  }

  #tell(name: string, old: string | null, value: string): void {
    const { observedAttributes } = this.constructor as { observedAttributes?: readonly string[] };
    if (observedAttributes?.includes(name))
      (this as Observer).attributeChangedCallback?.(name, old, value);
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  toggleAttribute(name: string, force = !this.hasAttribute(name)): boolean {
    if (force) this.#attributes.set(name, "");
    else this.removeAttribute(name);
    return force;
  }

  get attributes(): readonly { readonly name: string; readonly value: string }[] {
    return Array.from(this.#attributes, ([name, value]) => ({ name, value }));
  }
}

/** Lit's renderer makes one for each slot it passes. */
export class HTMLSlotElement extends HTMLElement {
  name = "";
}

export const customElements = undefined;

/** Of `ElementInternals`, which no calculator has. */
export const ariaMixinAttributes = {};
export const HYDRATE_INTERNALS_ATTR_PREFIX = "hydrate-internals-";
