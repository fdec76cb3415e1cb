import type { LitElement, ReactiveController } from "lit";

/** The size charts are drawn in: real pixels, so that text in them is as large as around them. */
export class Measure implements ReactiveController {
  /** Width of the element, px; 0 while it is not laid out. */
  width = 0;
  /** Its font size, px. */
  em = 16;
  readonly #host: LitElement;
  readonly #wanted: () => boolean;
  #observer: ResizeObserver | undefined;

  /** Measures from the first update on for which it is wanted. */
  constructor(host: LitElement, wanted: () => boolean) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#observer !== undefined || !this.#wanted()) return;
    this.#take(this.#host.getBoundingClientRect().width);
    this.#observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) this.#take(entry.contentRect.width);
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #take(width: number): void {
    const em = Number.parseFloat(getComputedStyle(this.#host).fontSize) || 16;
    if (Math.abs(width - this.width) < 1 && em === this.em) return;
    this.width = width;
    this.em = em;
    this.#host.requestUpdate();
  }
}
