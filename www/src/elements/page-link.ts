/** The state in the page's address: an element's own, followed once, and the address of its present one. */
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { readLink, writeLink } from "../state/link.js";
import type { Store } from "../state/store.js";

interface Host extends HTMLElement {
  readonly info: CalculatorInfo;
  readonly store: Store;
  rowInfo(name: string): ParameterInfo | undefined;
}

export class PageLink {
  readonly #host: Host;
  #hasFollowed = false;
  /** How much of what was followed is no good, until the reader changes a figure. */
  unread: "all" | "part" | undefined;
  /** Whether the figures are the link's, until the reader changes one. */
  isAsFollowed = false;

  constructor(host: Host) {
    this.#host = host;
  }

  get #location(): Location | undefined {
    return (this.#host.ownerDocument.defaultView ?? globalThis).location;
  }

  /** Which of its kind on the page the element is. */
  get #place(): number {
    const { ownerDocument, localName } = this.#host;
    return Math.max(0, [...ownerDocument.getElementsByTagName(localName)].indexOf(this.#host));
  }

  /** The address that opens a page, this one unless told, with the element in its present state. */
  address(page = this.#location?.href.replace(/#.*$/, "")): string {
    const { info, store } = this.#host;
    return page === undefined ? "" : `${page}#${writeLink(info, store.linked, this.#place)}`;
  }

  /** Shows the state that the page's address holds, if it holds one; whether it does. */
  follow(): boolean {
    const { hash = "" } = this.#location ?? {};
    if (this.#hasFollowed || hash === "") return false;
    this.#hasFollowed = true;
    const { info, store } = this.#host;
    const linked = readLink(info, this.#place, hash, (name) => this.#host.rowInfo(name));
    if (linked === undefined) return false;
    store.follow(linked);
    this.unread = linked.unread;
    this.isAsFollowed = true;
    return true;
  }
}
