import { LitElement, type PropertyValues } from "lit";
import { launch, pending } from "#instance";
import { wordsFor } from "../i18n.js";
import { dress } from "./dress.js";
import { Near } from "./near.js";
import { styles } from "./styles.js";
import { Untouched } from "./untouched.js";

/**
 * A piece of an article's page. It starts when a reader comes near, draws once a frame while a hand moves,
 * takes over what a server has drawn, and where anything fails gives back what the page itself says.
 */
export abstract class EmbeddedElement extends LitElement {
  readonly #near = new Near(this);
  readonly tree = new Untouched(this);
  /** While one frame has been drawn and the next not begun. */
  #nextFrame: Promise<void> | undefined;
  #failed = false;
  #started = false;
  /** Whether a server's rendering stands in the shadow root. */
  #rendered = false;
  #printing = false;

  /** Whether a hand is moving something. */
  protected abstract get isMoving(): boolean;

  /** Whether all that the page says of it has been read. */
  protected abstract get isRead(): boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    void pending()?.then(() => this.requestUpdate());
    const view = this.ownerDocument.defaultView;
    for (const type of ["beforeprint", "afterprint"]) view?.addEventListener(type, this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const view = this.ownerDocument.defaultView;
    for (const type of ["beforeprint", "afterprint"])
      view?.removeEventListener(type, this.#onPrint);
  }

  adoptedCallback(): void {
    if (this.shadowRoot !== null) dress(this.shadowRoot, styles.cssText);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = this.shadowRoot;
    this.#rendered = root !== null;
    const own = root ?? this.attachShadow({ mode: "open" });
    dress(own, styles.cssText);
    return own;
  }

  readonly #onPrint = (event: Event): void => {
    this.#printing = event.type === "beforeprint";
    if (!this.#started || this.#failed) return;
    this.prepare();
    // The page is laid out for the printer as soon as this returns.
    this.measured();
  };

  /** Fetches what is drawn only in print or where a reader asks for it. */
  protected abstract prepare(): void;

  get isPrinting(): boolean {
    return this.#printing;
  }

  /** Draws at once, for the room has changed. */
  measured(): void {
    this.requestUpdate();
    this.performUpdate();
  }

  /** Whether there is anything to show but what the page itself has put here. */
  protected override shouldUpdate(): boolean {
    return this.starts() || !this.#rendered;
  }

  /** Whether it has started; if not yet, whether it does now. */
  protected starts(): boolean {
    if (!this.#started && this.#near.value && this.isRead) {
      const words = wordsFor(this);
      const wait = launch() ?? words;
      if (wait === undefined) this.#started = true;
      else void wait.then(() => this.requestUpdate());
    }
    return this.#started && !this.#failed;
  }

  /** Of a hand's movements the first of a frame is drawn at once, all others with the next frame. */
  protected override async scheduleUpdate(): Promise<void> {
    const moves = this.isMoving && !document.hidden;
    if (moves) await this.#nextFrame;
    // What was drawn in between, because the room has changed, is drawn.
    if (!this.isUpdatePending) return;
    super.scheduleUpdate();
    if (!moves) return;
    this.#nextFrame = new Promise((resolve) => {
      requestAnimationFrame(() => {
        this.#nextFrame = undefined;
        resolve();
      });
    });
  }

  /** Whatever throws, in calculating or in drawing, leaves the page's own answer. */
  protected override performUpdate(): void {
    if (this.#failed) return;
    try {
      super.performUpdate();
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #giveUp(error: unknown): void {
    this.#failed = true;
    this.toggleAttribute("data-fallback", true);
    console.error(`chip-calculators: <${this.localName}> shows what the page says instead.`, error);
    const root = this.shadowRoot ?? this.renderRoot;
    while (root.firstChild) root.firstChild.remove();
    root.append(this.ownerDocument.createElement("slot"));
  }

  protected override update(changed: PropertyValues): void {
    if (this.#rendered) {
      // In one task with what takes its place, so that no reader sees the change.
      this.#rendered = false;
      while (this.renderRoot.firstChild) this.renderRoot.firstChild.remove();
      dress(this.renderRoot as ShadowRoot, styles.cssText);
      this.renderOptions.renderBefore = null;
    }
    super.update(changed);
  }

  protected fire<Detail>(type: string, detail: Detail): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
