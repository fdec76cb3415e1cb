/** The tag around words and widgets that share their figures; what it does is done by those within. */
export class ChipScopeElement extends (globalThis.HTMLElement ?? class {}) {
  connectedCallback(): void {
    if (this.style.display === "") this.style.display = "contents";
  }
}
