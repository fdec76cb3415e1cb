/** What is to be said about a figure, where it stands: meaning, source, and the way back. */
import { html, nothing, type TemplateResult } from "lit";
import { cited, originOf, sourceOf, statusOf } from "../citation.js";
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
    <p>${source === undefined ? words.ownFigure : cite(host, info, source)}</p>
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
function cite({ format, store }: FrameHost, info: ParameterInfo, id: string): TemplateResult {
  const status = statusOf(format, originOf(id, store.status(info)));
  const source = sourceOf(id);
  if (source === undefined) return html`${status}`;
  const { date } = source;
  const comma = format.language === "zh" ? "，" : ", ";
  return html`${cited(format, source).text}${comma}<time datetime=${date}>${format.date(date)}</time> ${"\u00b7"} ${status}`;
}
