/** A field with its label, and what stands beside it: a hint, or what to type instead. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

interface Labelled {
  /** Of the control, once in the page. */
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string | undefined;
  /** What is wrong with what it holds, in place of the hint. */
  readonly fault?: string | undefined;
  /** What stands behind the control. */
  readonly behind?: TemplateResult;
}

export interface TextField extends Labelled {
  readonly type?: "text" | "date";
  readonly value: string;
  readonly placeholder?: string | number;
  /** Whether it takes nothing but digits and a decimal sign. */
  readonly isDecimal?: boolean;
  readonly set: (text: string) => void;
}

export interface Choice extends Labelled {
  readonly options: readonly (readonly [value: string, label: string])[];
  /** Those that cannot be chosen here. */
  readonly disabled?: readonly string[];
  readonly value: string;
  readonly set: (value: string) => void;
}

export function textField(field: TextField): TemplateResult {
  const { id, type = "text", value, placeholder, isDecimal } = field;
  return labelled(
    field,
    html`<input
      id=${id}
      type=${type}
      inputmode=${isDecimal ? "decimal" : nothing}
      autocomplete="off"
      placeholder=${placeholder ?? nothing}
      .value=${value}
      aria-invalid=${isBad(field)}
      aria-describedby=${describedBy(field)}
      @change=${({ target }: Event) => settle(target as HTMLInputElement, field)}
    />`,
  );
}

/** A text of several lines. */
export function longField(field: TextField): TemplateResult {
  const { id, value } = field;
  return labelled(
    field,
    html`<textarea
      id=${id}
      rows="4"
      spellcheck="false"
      .value=${value}
      aria-invalid=${isBad(field)}
      aria-describedby=${describedBy(field)}
      @change=${({ target }: Event) => settle(target as HTMLTextAreaElement, field)}
    ></textarea>`,
  );
}

export function choiceField(field: Choice): TemplateResult {
  const { id, options, disabled = [], value, set } = field;
  return labelled(
    field,
    html`<select
      id=${id}
      aria-invalid=${isBad(field)}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ([word, label]) =>
          html`<option
            value=${word}
            ?disabled=${disabled.includes(word)}
            .selected=${live(word === value)}
          >
            ${label}
          </option>`,
      )}
    </select>`,
  );
}

/**
 * A text is done. An answer that comes while one types draws the page, and leaves the field alone, for its
 * value is that of before; but one that is written otherwise, 70% for 0.7, is to be drawn as well.
 */
function settle(control: HTMLInputElement | HTMLTextAreaElement, { set, value }: TextField): void {
  const text = control.value;
  // The parts of a day are typed one by one, each a value.
  if (control.type !== "date") control.value = value;
  set(text);
}

function labelled(field: Labelled, control: TemplateResult): TemplateResult {
  const { id, label, unit = "", hint, fault, behind } = field;
  const beside = fault ?? hint;
  return html`<p class=${behind === undefined ? "field" : "field figure"}>
    <label for=${id}>
      ${label}${unit === "" ? nothing : html` <span class="unit">${unit}</span>`}
    </label>
    ${control} ${behind ?? nothing}
    ${beside === undefined ? nothing : html`<span class="hint" id="${id}-hint">${beside}</span>`}
  </p>`;
}

function isBad({ fault }: Labelled): "true" | typeof nothing {
  return fault === undefined ? nothing : "true";
}

function describedBy({ id, hint, fault }: Labelled): string | typeof nothing {
  return (fault ?? hint) === undefined ? nothing : `${id}-hint`;
}

/** One of a few, each a button; `heading` is the id of what they are of. */
export function tabs<Name extends string>(
  heading: string,
  names: readonly Name[],
  chosen: Name,
  label: (name: Name) => string | undefined,
  choose: (name: Name) => void,
): TemplateResult {
  return html`<div class="tabs" role="group" aria-labelledby=${heading}>
    ${names.map(
      (name) => html`<button
        type="button"
        aria-pressed=${name === chosen}
        @click=${() => choose(name)}
      >
        ${label(name)}
      </button>`,
    )}
  </div>`;
}
