/** All parameters of a calculator, group by group. */
import { html, nothing, type TemplateResult } from "lit";
import { groups } from "../generated/groups.js";
import { control, ofParameter } from "./control.js";
import type { ControlHost } from "./host.js";

/** A field that makes no difference is left out, unless something is wrong with it. */
export function assumptions(
  host: ControlHost,
  open: boolean,
  rows: TemplateResult | typeof nothing,
  count: number,
  onToggle: (open: boolean) => void,
): TemplateResult | typeof nothing {
  const { info, format, words } = host;
  const bad = (name: string) => host.problems.some(({ path }) => path === name);
  const shown = info.parameters.filter(({ name }) => host.relevant(name) || bad(name));
  if (shown.length + count === 0) return nothing;
  const grouped = groups
    .map((group) => ({ group, members: shown.filter((member) => member.group === group) }))
    .filter(({ members }) => members.length > 0);
  return html`
    <details
      class="assumptions"
      data-part="assumptions"
      ?open=${open}
      @toggle=${(event: Event) => onToggle((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>${words.assumptions(shown.length + count)}</summary>
      ${open ? rows : nothing}
      ${
        open
          ? grouped.map(
              ({ group, members }) => html`
                <fieldset>
                  <legend>${format.locale.groups[group] ?? group}</legend>
                  <div class="rows">
                    ${members.map((member) => control(host, ofParameter(host, member, false)))}
                  </div>
                </fieldset>
              `,
            )
          : nothing
      }
    </details>
  `;
}
