/** The preview: the frame itself, at the width of a phone or of a desk. */
import { html, type TemplateResult } from "lit";
import { BY_MESSAGE, READY, STATE } from "../publishing/preview.js";
import { tabs } from "./field.js";
import type { Builder } from "./page.js";
import { type Device, WIDTHS } from "./state.js";

/** A color is chosen in many small steps: the preview follows when the hand rests, ms. */
const REST = 200;

export function preview(builder: Builder): TemplateResult {
  const { state, words } = builder;
  const devices = Object.keys(WIDTHS) as Device[];
  return html`<section aria-labelledby="preview">
    <h2 id="preview">${words.preview}</h2>
    ${tabs(
      "preview",
      devices,
      state.device,
      (device) => words[device],
      (device) => {
        state.device = device;
        builder.changed();
      },
    )}
    <div
      class="device"
      role="group"
      aria-labelledby="preview"
      tabindex="0"
      style="max-width: ${WIDTHS[state.device]}px"
    >
      <iframe title=${words.preview} allow="clipboard-write; web-share"></iframe>
    </div>
  </section>`;
}

/** Has the preview follow, which is no step for the browser's way back. */
export class Follower {
  #shown: string | undefined;
  #frame: HTMLIFrameElement | undefined;
  #following: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    addEventListener("message", ({ data, origin, source }) => {
      const to = this.#frame?.contentWindow;
      if (data?.type !== READY || source !== to || origin !== location.origin) return;
      to?.postMessage({ type: STATE, query: this.#shown }, location.origin);
    });
  }

  /** Shows the state of a query, which may be too long for an address. */
  show(frame: HTMLIFrameElement, query: string, isLong: boolean): void {
    if (query === this.#shown) return;
    const isFirst = this.#shown === undefined;
    this.#shown = query;
    this.#frame = frame;
    const address = `frame.html?${isLong ? BY_MESSAGE : query}`;
    clearTimeout(this.#following);
    if (isFirst) frame.src = address;
    else {
      const follow = () => frame.contentWindow?.location.replace(address);
      this.#following = setTimeout(follow, REST);
    }
  }
}
