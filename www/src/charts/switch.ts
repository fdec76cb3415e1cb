/** A chart with a second way of looking at it. */
import { html, type TemplateResult } from "lit";
import { remembered } from "../views/view.js";
import type { PlacedHost } from "./host.js";

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  /** Draws it in so much height. */
  readonly render: (host: PlacedHost, title: string, height: number) => TemplateResult;
}

const chosen = remembered<{ id: string | undefined }>(() => ({ id: undefined }));

/** Height of the row of buttons, em. */
const ROW = 1.9;

export function switched(host: PlacedHost, choices: readonly Choice[]): TemplateResult {
  const state = chosen(host);
  const choice = choices.find(({ id }) => id === state.id) ?? choices[0];
  const choose = (id: string) => {
    state.id = id;
    host.requestUpdate();
  };
  return html`<div class="switched">
    <div class="tabs" role="group">
      ${choices.map(
        ({ id, label }) => html`<button
          type="button"
          data-view=${id}
          aria-pressed=${id === choice?.id ? "true" : "false"}
          @click=${() => choose(id)}
        >
          ${label}
        </button>`,
      )}
    </div>
    ${choice?.render(host, host.caption(choice.title), host.height - ROW * host.em)}
  </div>`;
}
