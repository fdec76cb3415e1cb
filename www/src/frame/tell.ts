/** Tells the page around a frame how tall the frame's content is, in every way that hosts listen to. */
import { ASK, HEIGHT } from "../publishing/height.js";

interface Embedded {
  /** Chromium from 154 on, with `frame-sizing` on the frame. */
  requestResize?(): void;
}

/** An id that pym gives its frames; anything else is not put into a message. */
const CHILD = /^[\w-]{1,100}$/;

/**
 * Tells of the height of `content` now and whenever it changes. A frame in a hidden tab has no width
 * and tells nothing until it is shown, which changes its size.
 */
export function tellHeight(content: HTMLElement, childId: string | null): void {
  if (parent === window) return;
  let told = 0;
  const tell = (again = false) => {
    const { width, height } = content.getBoundingClientRect();
    const now = Math.ceil(height);
    if (document.hidden || width === 0 || now === 0) return;
    // Chromium cuts a fraction of a pixel off, over which the frame would scroll.
    document.body.style.minBlockSize = `${now}px`;
    try {
      (window as Embedded).requestResize?.();
    } catch {
      // Where the frame is not sized by its content, which is the page's choice.
    }
    if (now === told && !again) return;
    told = now;
    const say = (message: unknown) => parent.postMessage(message, "*");
    say({ type: HEIGHT, height: now });
    say({ sentinel: "amp", type: "embed-size", height: now });
    if (childId !== null && CHILD.test(childId)) {
      say(`pymxPYMx${childId}xPYMxheightxPYMx${now}`);
    }
  };
  // Of the content, not of the document, which never becomes lower than its window.
  new ResizeObserver(() => tell()).observe(content);
  addEventListener("resize", () => tell());
  document.addEventListener("visibilitychange", () => tell());
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === ASK) tell(true);
  });
}
