/** A page's own figures as JSON: `<script type="application/json" class="chip-figures">` inside of a tag. */
import type { CalculatorInfo } from "../generated/metadata.js";
import { kebab } from "../names.js";
import { objectOf, scriptsOf, tell } from "../page-json.js";
import type { Store } from "../state/store.js";

const CLASS = "chip-figures";

interface Host extends HTMLElement {
  readonly info: CalculatorInfo;
  readonly store: Store;
  requestUpdate(): void;
}

/**
 * Takes the figures as the calculator takes them, whose own checks name every bad one. Where they are no
 * JSON nobody knows what was meant: the page's own text stays.
 */
export class GivenFigures {
  readonly #host: Host;
  #text: string | undefined;
  #store: Store | undefined;
  #observer: MutationObserver | undefined;

  constructor(host: Host) {
    this.#host = host;
  }

  connect(): void {
    this.#read();
    if (typeof MutationObserver === "undefined") return;
    this.#observer ??= new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    if (this.isComplete) return;
    const { ownerDocument: page } = this.#host;
    const read = () => {
      this.#read();
      this.#host.requestUpdate();
    };
    page.addEventListener("DOMContentLoaded", read, { once: true });
  }

  disconnect(): void {
    this.#observer?.disconnect();
  }

  /** Whether the end of the tag has been read, so that no figures are still to come. */
  get isComplete(): boolean {
    if (this.#host.ownerDocument?.readyState !== "loading") return true;
    for (let at: Node | null = this.#host; at !== null; at = at.parentNode) {
      if (at.nextSibling !== null) return true;
    }
    return false;
  }

  #read(): void {
    const { store, localName } = this.#host;
    const [script, ...others] = scriptsOf(this.#host, CLASS);
    const text = script?.textContent ?? undefined;
    if (text === this.#text && (store === this.#store || text === undefined)) return;
    const read = text === undefined ? { fields: {} } : objectOf(text);
    // Half of it may be there.
    if ("wrong" in read && !this.isComplete) return;
    this.#text = text;
    this.#store = store;
    if (others.length > 0) tell(`<${localName}> has several ${CLASS}; the first counts`);
    if ("wrong" in read) {
      tell(`<${localName}>: ${CLASS} ${read.wrong}`);
      store.setJson({}, { path: CLASS, code: "invalidText" });
      return;
    }
    for (const name of Object.keys(read.fields)) {
      if (!this.#host.hasAttribute(kebab(name))) continue;
      tell(`<${localName}> has ${name} in ${CLASS} and as an attribute; ${CLASS} counts`);
    }
    store.setJson(read.fields);
  }
}
