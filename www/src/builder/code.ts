/** The code to paste, in the way that is chosen, and what it weighs. */
import { weights } from "virtual:published";
import { html, nothing, type TemplateResult } from "lit";
import { today } from "../formats/date.js";
import { kebab } from "../names.js";
import {
  elementSnippet,
  frameSnippet,
  type Served,
  staticSnippet,
  WAYS,
} from "../publishing/snippet.js";
import { fits } from "../publishing/state.js";
import { choiceField, tabs } from "./field.js";
import { oembed } from "./oembed.js";
import type { Builder } from "./page.js";
import { refusalText } from "./refusals.js";
import { servedField } from "./served.js";

export function code(builder: Builder): TemplateResult {
  const { state, words } = builder;
  const snippet = snippetOf(builder);
  return html`<section aria-labelledby="code">
    <h2 id="code">${words.code}</h2>
    ${tabs(
      "code",
      WAYS,
      state.way,
      (way) => words.ways[way],
      (way) => {
        state.way = way;
        builder.changed();
      },
    )}
    <p class="hint">${words.wayHints[state.way]}</p>
    ${choiceField({
      id: "follow",
      label: words.follow,
      options: Object.entries(words.follows),
      hint: words.followHints[state.isFrozen ? "frozen" : ""],
      value: state.isFrozen ? "frozen" : "",
      set: (value) => {
        state.isFrozen = value === "frozen";
        builder.changed();
      },
    })}
    ${servedField(builder, "base", words.base, words.baseHint)}
    ${refused(builder)}
    ${isTooLong(builder) ? html`<p class="problem" role="alert">${words.tooLong}</p>` : nothing}
    ${state.isHeld ? nothing : html`<p class="hint bad" role="status" data-part="unheld">${words.unheld}</p>`}
    ${sentence(builder)}
    <textarea
      readonly
      spellcheck="false"
      rows="10"
      aria-labelledby="code"
      data-part="snippet"
      .value=${snippet ?? ""}
    ></textarea>
    ${
      state.uncounted === 0
        ? nothing
        : html`<p class="hint bad" data-part="uncounted">${words.uncounted(state.uncounted)}</p>`
    }
    <p>
      <button
        type="button"
        class="copy"
        ?disabled=${snippet === undefined && !builder.isComputing}
        @click=${builder.copy}
      >
        ${words.copy}
      </button>
      <span role="status">
        ${builder.copied === undefined ? nothing : builder.copied ? words.copied : words.notCopied}
      </span>
    </p>
    <p class="hint" data-part="weight">${weight(builder, snippet)}</p>
    ${state.way === "static" ? nothing : html`<p class="hint">${words.wordpress}</p>`}
    ${state.way === "frame" ? oembed(builder) : nothing}
  </section>`;
}

/** Every figure that the calculator refuses, with what to write instead. */
function refused(builder: Builder): TemplateResult | typeof nothing {
  const { reply, words } = builder;
  if (reply === undefined || !("refused" in reply)) return nothing;
  const { message, refused } = reply;
  return html`<div class="problem" role="alert">
    <p>${words.refused}${refused.length === 0 ? ` ${message}` : nothing}</p>
    <ul>
      ${refused.map((refusal) => html`<li>${refusalText(builder, refusal)}</li>`)}
    </ul>
  </div>`;
}

/** The answer, for where the widget does not run. */
function sentence({ reply, state, words }: Builder): TemplateResult | typeof nothing {
  if (reply === undefined || "refused" in reply) return nothing;
  return html`<figure class="sentence">
    <figcaption>${words.sentence}</figcaption>
    <p data-part="sentence">${reply.description.sentence}</p>
    ${state.way === "static" ? html`<p class="hint">${words.day(today())}</p>` : nothing}
  </figure>`;
}

/** Whether the frame's address cannot hold all figures. */
export function isTooLong({ reply, state }: Builder): boolean {
  return state.way === "frame" && reply !== undefined && "state" in reply && !fits(reply.state);
}

/** Where the code has the package's files. */
export function served({ options, state }: Builder): Served {
  const { version, integrity } = options;
  return { base: state.base, version, integrity };
}

function snippetOf(builder: Builder): string | undefined {
  const { reply, state } = builder;
  // What is being computed replaces it at once: until then there is nothing to copy.
  if (reply === undefined || "refused" in reply || builder.isComputing) return undefined;
  if (isTooLong(builder)) return undefined;
  const { description, state: pasted } = reply;
  if (state.way === "static") return staticSnippet(description, description);
  const write = state.way === "frame" ? frameSnippet : elementSnippet;
  return write(pasted, served(builder), description);
}

function weight({ state, words }: Builder, snippet = ""): string {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
  const element = kebab(state.widget.calculator);
  const code = (weights[`embed/${element}.js`] ?? 0) + (weights["core_bg.wasm"] ?? 0);
  // Words of other languages are files of their own.
  const language = weights[`embed/languages/${state.language}.js`] ?? 0;
  const loader = weights["embed.js"] ?? 0;
  if (state.way === "static") return words.weightStatic(kilobytes(snippet.length));
  if (state.way === "frame") {
    const page = loader + (weights["frame-page.js"] ?? 0);
    return words.weightFrame(
      kilobytes(weights["frame.js"] ?? 0),
      kilobytes(page + code + language),
    );
  }
  return words.weight(kilobytes(loader), kilobytes(loader + code + language));
}
