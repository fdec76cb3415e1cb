import type { LitElement, ReactiveController } from "lit";

/**
 * Puts back, before each drawing, what others have taken out of an element's tree since the last one.
 * Translators of pages put elements in place of texts and drop Lit's markers: Lit would go on writing into
 * texts that stand nowhere, or find no place at all. They translate what is drawn then.
 */
export class Untouched implements ReactiveController {
  readonly #host: LitElement;
  #observer: MutationObserver | undefined;
  #records: MutationRecord[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether something is missing. What others only add is in nobody's way. */
  get isTouched(): boolean {
    return this.#records.some(({ removedNodes }) => removedNodes.length > 0);
  }

  #take(records: MutationRecord[]): void {
    for (const record of records) {
      const { addedNodes, removedNodes, target } = record;
      // Styles are nobody's text, and the region that is read out is not drawn.
      const isStyle = [...addedNodes, ...removedNodes].every(
        ({ nodeName }) => nodeName === "STYLE",
      );
      if (!isStyle && !(target as Element).matches?.(".live")) this.#records.push(record);
    }
  }

  hostUpdate(): void {
    this.#take(this.#observer?.takeRecords() ?? []);
    if (!this.isTouched) return;
    const records = this.#records.reverse();
    this.#records = [];
    try {
      for (const { addedNodes, nextSibling, removedNodes, target } of records) {
        for (const node of addedNodes) (node as ChildNode).remove();
        for (const node of removedNodes) target.insertBefore(node, nextSibling);
      }
    } catch {
      // More has changed than was seen: all of it is drawn anew, before a place of its own.
      const { renderOptions, renderRoot } = this.#host;
      for (const node of [...renderRoot.childNodes]) if (node.nodeName !== "STYLE") node.remove();
      renderOptions.renderBefore = renderRoot.appendChild(new Comment());
    }
  }

  hostUpdated(): void {
    if (typeof MutationObserver === "undefined") return;
    if (this.#observer === undefined) {
      this.#observer = new MutationObserver((records) => this.#take(records));
      this.#observer.observe(this.#host.renderRoot, { childList: true, subtree: true });
    }
    // What has just been drawn is the element's own.
    this.#observer.takeRecords();
  }
}
