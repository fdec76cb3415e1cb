/** The folder by which other sites show the frame from a link. */
import { html, nothing, type TemplateResult } from "lit";
import { oembedFiles, oembedLink, type Place } from "../publishing/oembed.js";
import { isTooLong, served } from "./code.js";
import type { Builder } from "./page.js";
import { servedField } from "./served.js";
import type { Reply } from "./worker.js";

export function oembed(builder: Builder): TemplateResult {
  const { reply, state } = builder;
  const text = builder.words.oembed;
  const { at } = state.place;
  const isReady = at !== undefined && at !== "" && !isTooLong(builder);
  return html`<details data-part="oembed" ?open=${at !== undefined}>
    <summary>${text.title}</summary>
    <p class="hint">${text.lead}</p>
    ${servedField(builder, "at", text.at, text.atHint)}
    ${servedField(builder, "provider", text.provider, text.providerHint)}
    ${servedField(builder, "author", text.author, text.authorHint)}
    ${
      isReady && reply !== undefined && "description" in reply
        ? files(builder, { ...state.place, at }, reply)
        : nothing
    }
  </details>`;
}

function files(
  builder: Builder,
  place: Place,
  { state, description }: Extract<Reply, { state: unknown }>,
): TemplateResult {
  const text = builder.words.oembed;
  return html`<p>
      ${Object.entries(oembedFiles(state, served(builder), description, place)).map(
        ([name, source]) => html`<a
          class="file"
          download=${name}
          href="data:${name.endsWith("json") ? "application/json" : "text/html"};charset=utf-8,${encodeURIComponent(source)}"
          >${text.save(name)}</a
        > `,
      )}
    </p>
    <p class="field">
      <label for="oembed-link">${text.link}</label>
      <textarea
        id="oembed-link"
        readonly
        spellcheck="false"
        rows="3"
        .value=${oembedLink(place, description)}
      ></textarea>
    </p>`;
}
