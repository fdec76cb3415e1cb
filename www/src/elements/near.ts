import type { LitElement, ReactiveController } from "lit";
import { isInWindow } from "../in-window.js";

/** How long one above the window waits for those in it, ms. */
const ABOVE = 200;

/** Starts of elements, one a task: fifty at once would hold the page up for as long as all take. */
const QUEUE: (() => void)[] = [];
let running = false;

function enqueue(start: () => void): void {
  QUEUE.push(start);
  if (running) return;
  running = true;
  next();
}

function next(): void {
  const start = QUEUE.shift();
  if (start === undefined) {
    running = false;
    return;
  }
  start();
  setTimeout(next, 0);
}

/**
 * Whether the element has come within a window's height of the window: one that no reader scrolls to
 * costs the page next to nothing.
 */
export class Near implements ReactiveController {
  // Where nothing tells, as on a server, everything is near.
  value = typeof IntersectionObserver === "undefined";
  readonly #host: LitElement;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.value) return;
    const start = () => {
      this.value = true;
      this.#host.requestUpdate();
    };
    if (isInWindow(this.#host)) {
      enqueue(start);
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        const near = entries.find(({ isIntersecting }) => isIntersecting);
        if (near === undefined) return;
        this.#observer?.disconnect();
        // Above the window it would move what is read, should it need more than its room: by then the
        // browser has something to hold the page by.
        if (near.boundingClientRect.bottom <= 0) setTimeout(() => enqueue(start), ABOVE);
        else enqueue(start);
      },
      { rootMargin: "100%" },
    );
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
