/** What is to be said about a figure, where it stands: meaning, source, and the way back. */
import { sources } from "virtual:catalogue";
import { html, nothing, type TemplateResult } from "lit";
import type { ParameterInfo } from "../generated/metadata.js";
import type { FrameHost } from "./frame.js";

export function explanation(host: FrameHost, info: ParameterInfo, id: string): TemplateResult {
  const { format, words, store } = host;
  const hint = format.locale.hints[info.name];
  const source = store.source(info, host.asked);
  const original = store.original(info);
  const back =
    store.isEdited(info.name) && typeof original === "number"
      ? format.quantity(info, original)
      : undefined;
  return html`
    ${hint ? html`<p id="${id}-hint">${hint}</p>` : nothing}
    <p>${source === undefined ? words.ownFigure : cite(host, source)}</p>
    ${
      back === undefined
        ? nothing
        : html`<button type="button" class="link" @click=${() => host.onResetOne(info.name)}>
            ${words.resetOne(back)}
          </button>`
    }
  `;
}

function cite({ format }: FrameHost, id: string): TemplateResult {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return html`${id}`;
  const { title, publisher, date, url } = source;
  const link = url?.startsWith("https://")
    ? html`<a href=${url} target="_blank" rel="noopener" title=${format.locale.ui.newTab}>${title}</a>`
    : title;
  // The catalogue's own words are English.
  return html`<span lang="en">${link}, ${publisher}, ${date}</span>`;
}
