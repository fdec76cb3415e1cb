/** One parameter of a form: label, field, slider, message. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Format } from "./format.js";
import type { ParameterInfo } from "./generated/metadata.js";
import type { Problem } from "./inputs.js";
import { sliderScale, windowOf } from "./scale.js";

/** What a message says about a bad field. */
export function message(format: Format, problem: Problem, info?: ParameterInfo): string {
  const bound = (value: number | undefined) =>
    value === undefined ? "" : info ? format.bound(info, value) : format.number(value);
  const text = format.locale.codes[problem.code];
  return text === undefined ? problem.code : text(bound(problem.min), bound(problem.max));
}

/** The message beside a field: always there, so that it can be pointed at, and empty when all is well. */
function error(id: string, text: string | undefined): TemplateResult {
  return html`<p class="error" id=${id} data-part="error">${text ?? nothing}</p>`;
}

export interface NumberField {
  readonly info: ParameterInfo;
  readonly format: Format;
  /** Instead of the parameter's own name. */
  readonly label?: string;
  readonly ariaLabel?: string;
  /** What counts while the field is empty, where it may be. */
  readonly placeholder?: string | undefined;
  /** Whether there is a slider; there is, unless the value may be absent. */
  readonly slider?: boolean;
  /** The value that counts, for the slider; NaN where there is none. */
  readonly value: number;
  /** What the field shows instead of the value. */
  readonly text: string | undefined;
  readonly problem: Problem | undefined;
  readonly onType: (text: string) => void;
  readonly onSettle: () => void;
  readonly onSlide: (value: number) => void;
}

export function numberField(field: NumberField): TemplateResult {
  const { info, format, value, problem } = field;
  const { name } = info;
  const { locale } = format;
  const label = field.label ?? locale.parameters[name] ?? name;
  const hint = locale.hints[name];
  const unit = format.fieldUnit(info);
  const described = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(" ");
  const text = field.text ?? (Number.isNaN(value) ? "" : format.field(info, value));
  // What is not typed, but filled in or cleared by a program, comes as a change alone.
  const onChange = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    if (value !== text) field.onType(value);
    field.onSettle();
  };
  const settleOnEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter") field.onSettle();
  };
  return html`
    <div class="field" data-parameter=${name}>
      <label for=${name}>${label}${unit ? html` <span class="unit">${unit}</span>` : nothing}</label>
      <span class="entry">
        <input
          id=${name}
          class=${room(text) ?? nothing}
          type="text"
          inputmode="decimal"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          enterkeyhint="done"
          .value=${live(text)}
          aria-label=${field.ariaLabel ?? nothing}
          aria-invalid=${problem ? "true" : "false"}
          aria-describedby=${described || nothing}
          placeholder=${info.default === null ? (field.placeholder ?? locale.ui.none) : nothing}
          @input=${(event: InputEvent) => field.onType((event.target as HTMLInputElement).value)}
          @change=${onChange}
          @blur=${field.onSettle}
          @keydown=${settleOnEnter}
        />
      </span>
      ${(field.slider ?? info.default !== null) ? slider(field, label) : nothing}
      ${error(`${name}-error`, problem && message(format, problem, info))}
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    </div>
  `;
}

/** How much more room than a field's own a long number needs, in three steps: what is typed may grow. */
function room({ length }: string): string | undefined {
  if (length < 10) return undefined;
  if (length <= 11) return "long";
  return length <= 14 ? "longer" : "longest";
}

function slider({ info, format, value, onSlide }: NumberField, label: string): TemplateResult {
  const scale = sliderScale(info, windowOf(info, value));
  const position = Number.isNaN(value) ? scale.min : scale.toPosition(value);
  const filled = ((position - scale.min) / (scale.max - scale.min)) * 100;
  // The style is set through its property: a content security policy may forbid the attribute.
  return html`<input
    type="range"
    aria-label=${format.locale.ui.slider(label)}
    min=${scale.min}
    max=${scale.max}
    step=${scale.step}
    .value=${live(String(position))}
    aria-valuetext=${Number.isNaN(value) ? format.locale.ui.none : format.quantity(info, value)}
    .style=${`--filled: ${Math.min(100, Math.max(0, filled))}%`}
    @input=${(event: InputEvent) =>
      onSlide(scale.toValue((event.target as HTMLInputElement).valueAsNumber, value))}
  />`;
}

export interface ChoiceField {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChoose: (value: string) => void;
}

export function choiceField(field: ChoiceField): TemplateResult {
  const { name, value } = field;
  // A word that is not among the options is shown nevertheless, beside its message.
  const options = field.options.some(([word]) => word === value)
    ? field.options
    : [[value, value] as const, ...field.options];
  return html`
    <div class="field choice" data-parameter=${name}>
      <label for=${name}>${field.label}</label>
      <span class="entry">
        <select
          id=${name}
          aria-invalid=${field.problem ? "true" : "false"}
          aria-describedby=${field.problem ? `${name}-error` : nothing}
          @change=${(event: Event) => field.onChoose((event.target as HTMLSelectElement).value)}
        >
          ${options.map(
            ([word, label]) =>
              html`<option value=${word} .selected=${live(word === value)}>${label}</option>`,
          )}
        </select>
      </span>
      ${error(`${name}-error`, field.problem)}
    </div>
  `;
}
