import type { ReactiveController } from "lit";

/** What an element that is measured must offer. */
export interface Measured {
  addController(controller: ReactiveController): void;
  /** What is measured: never the element itself, whose display belongs to the page. */
  readonly box: Element | null;
  readonly figure: Element | null;
  readonly fallbackBox: Element;
  readonly tree: { readonly isTouched: boolean };
  measured(): void;
}

/** Sizes charts are drawn in: real pixels, so that text in them is as large as around them. */
export class Measure implements ReactiveController {
  /** Width of the widget, px; 0 while it is not laid out. */
  width = 0;
  /** Its font size, px. */
  em = 16;
  /** The chart's room, px; 0 while it has none. */
  figure = { width: 0, height: 0 };
  readonly #host: Measured;
  #observer: ResizeObserver | undefined;
  readonly #observed = new Set<Element>();

  constructor(host: Measured) {
    this.#host = host;
    host.addController(this);
  }

  /** The width before anything is drawn. */
  first(): void {
    if (this.width !== 0) return;
    const box = this.#host.fallbackBox;
    this.width = box.getBoundingClientRect?.().width ?? 0;
    this.#takeEm(box);
  }

  hostUpdated(): void {
    const { box, figure } = this.#host;
    if (box === null) return;
    if (typeof ResizeObserver === "undefined") return;
    this.#observer ??= new ResizeObserver(() => {
      const { width } = this;
      if (!this.take()) return;
      // A translation may be taller; drawn anew for it, it would have to be translated again, and so on.
      if (width !== this.width || !this.#host.tree.isTouched) this.#host.measured();
    });
    const wanted = [box, figure].filter((element) => element !== null);
    for (const element of this.#observed) {
      if (wanted.includes(element)) continue;
      this.#observer.unobserve(element);
      this.#observed.delete(element);
    }
    for (const element of wanted) {
      if (this.#observed.has(element)) continue;
      this.#observer.observe(element);
      this.#observed.add(element);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed.clear();
  }

  /** Measures; whether anything is different. */
  take(): boolean {
    const { box, figure } = this.#host;
    if (box === null) return false;
    const { width } = box.getBoundingClientRect();
    if (width === 0) return false;
    const room = figure?.getBoundingClientRect();
    const now = { width: Math.floor(room?.width ?? 0), height: Math.floor(room?.height ?? 0) };
    const same =
      Math.abs(width - this.width) < 1 &&
      Math.abs(now.width - this.figure.width) < 1 &&
      Math.abs(now.height - this.figure.height) < 1;
    this.width = width;
    this.figure = now;
    return this.#takeEm(box) || !same;
  }

  #takeEm(box: Element): boolean {
    const view = box.ownerDocument?.defaultView;
    const em = Number.parseFloat(view?.getComputedStyle(box).fontSize ?? "") || 16;
    const changed = em !== this.em;
    this.em = em;
    return changed;
  }
}
