import { html, type TemplateResult } from "lit";

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly title: string;
}

/** A figure with its title, and a switch between the views it has. */
export function tabs<Id extends string>(
  all: readonly Tab<Id>[],
  current: Id,
  select: (id: Id) => void,
  content: TemplateResult,
): TemplateResult {
  const title = all.find(({ id }) => id === current)?.title;
  return html`
    <figure>
      <figcaption>
        <span>${title}</span>
        <span class="tabs" role="group">
          ${all.map(
            ({ id, label }) => html`<button
              type="button"
              data-view=${id}
              aria-pressed=${id === current ? "true" : "false"}
              @click=${() => select(id)}
            >
              ${label}
            </button>`,
          )}
        </span>
      </figcaption>
      ${content}
    </figure>
  `;
}
