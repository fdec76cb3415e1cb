/** Passing an answer on: a link that restores it, or the answer as a file. */
import { html, nothing, type TemplateResult } from "lit";
import { remembered } from "../views/view.js";
import type { FrameHost } from "./frame-host.js";

interface State {
  isOpen: boolean;
  /** What came of it. */
  said: string;
  /** What the page did not let on to the clipboard: shown, to be copied by hand. */
  byHand: string;
}

const states = remembered<State>(() => ({ isOpen: false, said: "", byHand: "" }));

/** Says what came of something that was taken along. */
function say(host: FrameHost, said: string, byHand = ""): void {
  const state = states(host);
  state.said = said;
  state.byHand = byHand;
  host.announce(said);
  host.requestUpdate();
}

async function copy(host: FrameHost, text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(host, done);
  } catch {
    // As in a frame without the permission.
    say(host, failed, text);
  }
}

function copyLink(host: FrameHost): Promise<void> {
  const { copied, copyFailed } = host.words;
  return copy(host, host.seen.address, copied, copyFailed);
}

/** The system's own way of sharing where there is one; else the link goes to the clipboard. */
async function share(host: FrameHost): Promise<void> {
  const shared = { title: host.titleText, text: host.sentence, url: host.seen.address };
  if (typeof navigator.share === "function") {
    try {
      await navigator.share(shared);
      return;
    } catch (error) {
      // The reader has changed their mind; anything else is the page's refusal.
      if ((error as Error).name === "AbortError") return;
    }
  }
  await copyLink(host);
}

/** "Share", and what else there is behind "More". */
export function shareButtons(host: FrameHost): TemplateResult {
  const { words } = host;
  const state = states(host);
  const toggle = () => {
    state.isOpen = !state.isOpen;
    say(host, "");
  };
  return html`<button type="button" class="share" data-part="share"
      @click=${() => share(host)}>${words.share}</button>
    <button type="button" class="more-actions" data-part="more-actions"
      aria-label=${words.takeAlong} title=${words.takeAlong}
      aria-expanded=${state.isOpen ? "true" : "false"} aria-controls="taken"
      @click=${toggle}></button>`;
}

/** What a button of the menu does; most readers press none, so that it is fetched when one is. */
type Taking = typeof import("../export/take.js");

/** The menu, in place, and what came of it. */
export function taken(host: FrameHost): TemplateResult | typeof nothing {
  const { words } = host;
  const state = states(host);
  const { isOpen, said, byHand } = state;
  const take = (act: (taking: Taking) => Promise<string> | string) => async () => {
    try {
      say(host, await act(await import("../export/take.js")));
    } catch (error) {
      console.error("chip-calculators:", error);
      say(host, words.takeFailed);
    }
  };
  const cite = async () => {
    const { citation } = await import("../export/take.js");
    await copy(host, citation(host), words.citeCopied, words.citeFailed);
  };
  // The clipboard is asked within the click, and waits for the picture; what it refuses is saved.
  const copyPng = async () => {
    const png = import("../export/take.js").then(({ pngOf }) => pngOf(host));
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
      say(host, words.pngCopied);
    } catch {
      await take((taking) => taking.savePng(host))();
    }
  };
  return html`<div class="taken" id="taken" ?hidden=${!isOpen && said === ""}>
    ${
      isOpen
        ? html`<p class="take">
            <button type="button" data-part="copy-link"
              @click=${() => copyLink(host)}>${words.copyLink}</button>
            <button type="button" data-part="csv"
              @click=${take((taking) => taking.saveCsv(host))}>${words.csv}</button>
            <button type="button" data-part="svg"
              @click=${take((taking) => taking.saveSvg(host))}>${words.svg}</button>
            <button type="button" data-part="png"
              @click=${take((taking) => taking.savePng(host))}>${words.png}</button>
            ${
              typeof ClipboardItem === "undefined"
                ? nothing
                : html`<button type="button" data-part="copy-png" @click=${copyPng}>${words.copyPng}</button>`
            }
            <button type="button" data-part="cite" @click=${cite}>${words.cite}</button>
          </p>`
        : nothing
    }
    <p class="note">${said}</p>
    ${
      byHand === ""
        ? nothing
        : html`<textarea class="by-hand" data-part="by-hand" readonly rows="3" aria-label=${said}
            @focus=${(event: FocusEvent) => (event.currentTarget as HTMLTextAreaElement).select()}
            .value=${byHand}></textarea>`
    }
  </div>`;
}
