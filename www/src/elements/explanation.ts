/** What is to be said about a figure, where it stands: meaning, source, and the way back. */
import { html, nothing, type TemplateResult } from "lit";
import { cited, sourceOf, statusOf } from "../citation.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Origin } from "../views/view.js";
import type { FrameHost } from "./frame-host.js";

export function explanation(host: FrameHost, info: ParameterInfo, id: string): TemplateResult {
  const { format, words, store } = host;
  const hint = format.locale.hints[info.name];
  const origin = host.origin(info);
  const original = store.original(info);
  const back =
    store.isEdited(info.name) && typeof original === "number"
      ? format.quantity(info, original)
      : undefined;
  return html`
    ${hint ? html`<p id="${id}-hint">${hint}</p>` : nothing}
    <p>${origin === undefined ? words.ownFigure : cite(host, origin)}</p>
    ${
      back === undefined
        ? nothing
        : html`<button type="button" class="link" @click=${() => host.onResetOne(info.name)}>
            ${words.resetOne(back)}
          </button>`
    }
  `;
}

/** Where a figure comes from, of when, and what kind of figure it is. */
function cite({ format }: FrameHost, origin: Origin): TemplateResult {
  const status = statusOf(format, origin);
  const source = sourceOf(origin.source);
  if (source === undefined) return html`${status}`;
  const { date } = source;
  return html`${cited(format, source).text}${format.words.comma}<time datetime=${date}>${format.date(date)}</time> ${"\u00b7"} ${status}`;
}
