import type { LitElement, ReactiveController } from "lit";

const FIELD = "input:not(:disabled), select:not(:disabled)";
const BUTTON = "button:not(:disabled), summary";

/**
 * Keeps the focus in a widget when drawing takes it from what has it: "Undo" with nothing left to undo, a
 * range that was dropped, a field that moves to another column. Else who walks by keyboard is sent back
 * to the beginning of the page.
 */
export class KeptFocus implements ReactiveController {
  readonly #host: LitElement;
  /** What has the focus before the widget is drawn, and all that is around it, from the inside out. */
  #path: HTMLElement[] = [];

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get #focused(): HTMLElement | null {
    return (this.#host.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  }

  hostUpdate(): void {
    this.#path = [];
    for (let at = this.#focused; at !== null; at = at.parentElement) this.#path.push(at);
  }

  hostUpdated(): void {
    const [active, ...around] = this.#path;
    if (active === undefined) return;
    if (active.isConnected && !active.matches(":disabled")) {
      if (this.#focused === null) active.focus({ preventScroll: true });
      return;
    }
    for (const place of around) {
      if (!place.isConnected) continue;
      const field = place.querySelector<HTMLElement>(FIELD);
      const next = field ?? place.querySelector<HTMLElement>(BUTTON);
      if (next === null) continue;
      next.focus();
      return;
    }
  }
}
