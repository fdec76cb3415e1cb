/** Passing an answer on. */
import { html, type TemplateResult } from "lit";
import type { FrameHost } from "./frame.js";

/** The system's own way of sharing where there is one; else the address goes to the clipboard. */
export function shareButton(host: FrameHost): TemplateResult {
  const { words } = host;
  const onShare = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    const { location, navigator } = button.ownerDocument.defaultView ?? window;
    const shared = { text: host.sentence, url: location.href };
    try {
      if (navigator.share !== undefined) {
        await navigator.share(shared);
        return;
      }
      await navigator.clipboard.writeText(`${host.sentence} ${location.href}`);
      button.textContent = words.copied;
    } catch {
      // The reader has changed their mind, or the page forbids it.
    }
  };
  return html`<button type="button" class="share" data-part="share" @click=${onShare}>
    ${words.share}
  </button>`;
}
