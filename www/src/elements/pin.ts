import type { LitElement, ReactiveController } from "lit";

/**
 * Whether the answer has left the window upwards while the form below it is still in use: on a phone
 * both do not fit, and moving a slider without seeing what it does is no use.
 */
export class Pin implements ReactiveController {
  visible = false;
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;
  #observed: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const answer = this.#host.renderRoot.querySelector(".headline");
    if (answer === this.#observed) return;
    this.#observer?.disconnect();
    this.#observed = answer;
    if (answer === null) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (entry === undefined) return;
        const visible = !entry.isIntersecting && entry.boundingClientRect.bottom < 0;
        if (visible === this.visible) return;
        this.visible = visible;
        this.#host.requestUpdate();
      },
      // With all that is below the window: a leap from above it to below it is told as well.
      { rootMargin: "0px 0px 1000000px" },
    );
    this.#observer.observe(answer);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }
}
