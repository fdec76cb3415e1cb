/** What of the page around an element counts for it: its language and words, and whether it is dark. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { enclosing } from "../enclosing.js";
import { WORDS_CHANGED } from "../locales/registry.js";

type Listener = () => void;

/** One observer a document for all elements in it. */
const WATCHED = new WeakMap<Document, Set<Listener>>();

/** Calls back when the page around may have changed its language or its colors. */
function watch(page: Document, listener: Listener): () => void {
  const listeners = WATCHED.get(page) ?? observe(page);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function observe(page: Document): Set<Listener> {
  const listeners = new Set<Listener>();
  WATCHED.set(page, listeners);
  const tell = () => {
    for (const listener of listeners) listener();
  };
  if (typeof MutationObserver !== "undefined") {
    const attributes = ["lang", "class", "style", "data-theme", "data-color-mode", "theme"];
    const observer = new MutationObserver(tell);
    // The two that themes and languages are switched on.
    for (const root of [page.documentElement, page.body]) {
      if (root) observer.observe(root, { attributes: true, attributeFilter: attributes });
    }
  }
  page.addEventListener(WORDS_CHANGED, tell);
  page.defaultView?.matchMedia?.("(prefers-color-scheme: dark)").addEventListener?.("change", tell);
  return listeners;
}

/** Follows the page around an element. */
export class Surroundings implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #leave: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    if (typeof document === "undefined") return;
    this.#leave = watch(this.#host.ownerDocument, () => this.#changed());
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}

/**
 * Whether the ground an element stands on is dark: that of the nearest ancestor that has one. Where none
 * has, the page's color scheme counts, which style sheets know themselves.
 */
export function groundOf(element: Element): "light" | "dark" | undefined {
  const view = element.ownerDocument.defaultView;
  if (view === null) return undefined;
  for (let at: Element | null = element; at !== null; at = enclosing(at)) {
    const luminance = luminanceOf(view.getComputedStyle(at).backgroundColor);
    if (luminance !== undefined) return luminance < 0.25 ? "dark" : "light";
  }
  return undefined;
}

/** Relative luminance of a ground that hides what is behind it. */
function luminanceOf(color: string): number | undefined {
  const match = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? ?\/? ?([\d.]+))?\)$/.exec(color);
  if (match === null) return undefined;
  const [, red, green, blue, alpha = "1"] = match;
  if (Number(alpha) < 0.5) return undefined;
  const linear = [red, green, blue].map((part) => {
    const value = Number(part) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}
