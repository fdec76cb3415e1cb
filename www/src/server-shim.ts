/**
 * What Lit extends where there is no DOM: just enough that a server can import the elements, which
 * it never makes. Stands in for `@lit-labs/ssr-dom-shim`.
 */
export class HTMLElement {}
export const customElements = undefined;
