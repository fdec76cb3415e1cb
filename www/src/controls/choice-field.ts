/** One of a few words. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

export interface ChoiceField {
  readonly id: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly bad: boolean;
  readonly described?: string | undefined;
  readonly name?: string | undefined;
  readonly onChoose: (value: string) => void;
}

export function choiceField(field: ChoiceField): TemplateResult {
  const { id, value } = field;
  // A word that is not among the options is shown nevertheless, beside its message.
  const options = field.options.some(([word]) => word === value)
    ? field.options
    : [[value, value] as const, ...field.options];
  return html`<select
    id=${id}
    aria-label=${field.name ?? nothing}
    aria-invalid=${field.bad ? "true" : "false"}
    aria-describedby=${field.described ?? nothing}
    @change=${(event: Event) => field.onChoose((event.currentTarget as HTMLSelectElement).value)}
  >
    ${options.map(
      ([word, label]) =>
        html`<option value=${word} .selected=${live(word === value)}>${label}</option>`,
    )}
  </select>`;
}
