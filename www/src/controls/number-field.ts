/** A number that can be typed. */
import { html, noChange, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Problem } from "../state/store.js";
import type { ControlHost } from "./host.js";

export interface NumberField {
  readonly id: string;
  readonly info: ParameterInfo;
  /** The value that counts; NaN where there is none. */
  readonly value: number;
  readonly problem: Problem | undefined;
  /** Ids of what describes it. */
  readonly described: readonly string[];
  /** What counts while the field is empty, where it may be. */
  readonly placeholder?: string | undefined;
  /** The name, where the label alone does not say it. */
  readonly name?: string | undefined;
}

export function numberField(host: ControlHost, field: NumberField): TemplateResult {
  const { id, info } = field;
  const { format, store } = host;
  const { name } = info;
  // Cents of a large amount are shown to who has typed them.
  const value = store.isEdited(name) ? field.value : format.rounded(info, field.value);
  const range = store.ranges.get(name);
  // While it is edited the digits alone: separators would have to be kept right key by key.
  const show = (focused: boolean, value: number) =>
    focused ? format.plain(info, value) : format.field(info, value);
  const shown = (focused: boolean) => {
    if (Number.isNaN(value)) return "";
    return range === undefined
      ? show(focused, value)
      : range.map((end) => show(focused, end)).join("–");
  };
  const text = store.text(name) ?? shown(host.focused === id);
  const onFocus = (event: FocusEvent) => {
    const input = event.currentTarget as HTMLInputElement;
    // Before the browser puts the caret where the pointer is; with Tab all is selected, and stays so.
    const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    if (store.text(name) === undefined) input.value = shown(true);
    if (all) input.select();
    host.onFocus(id);
  };
  const onInput = (event: Event) => {
    // What an input method has not finished is no text yet.
    if ((event as InputEvent).isComposing) return;
    host.onType(name, (event.currentTarget as HTMLInputElement).value);
  };
  const onComposition = (event: CompositionEvent) => {
    const done = event.type === "compositionend";
    host.onComposing(done ? undefined : id);
    if (done) host.onType(name, (event.currentTarget as HTMLInputElement).value);
  };
  // What is not typed, but filled in or cleared by a program, comes as a change alone.
  const onChange = (event: Event) => {
    const { value: now } = event.currentTarget as HTMLInputElement;
    const known = [store.text(name), shown(true), shown(false)];
    if (!known.includes(now)) host.onType(name, now);
    host.onLeave(name);
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter that only confirms an input method's candidate does not end the entry.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") host.onLeave(name);
    else if (event.key === "Escape" && store.text(name) !== undefined) {
      event.stopPropagation();
      host.onCancel(name);
    }
  };
  return html`<input
    id=${id}
    class="number"
    type="text"
    size=${Math.max(5, text.length)}
    inputmode=${info.min < 0 ? "text" : "decimal"}
    autocomplete="off"
    autocapitalize="off"
    autocorrect="off"
    spellcheck="false"
    enterkeyhint="done"
    translate="no"
    .value=${host.composing === id ? noChange : live(text)}
    aria-label=${field.name ?? nothing}
    aria-invalid=${field.problem ? "true" : "false"}
    aria-describedby=${field.described.join(" ") || nothing}
    placeholder=${info.default === null ? (field.placeholder ?? format.locale.ui.none) : nothing}
    @focus=${onFocus}
    @input=${onInput}
    @compositionstart=${onComposition}
    @compositionend=${onComposition}
    @change=${onChange}
    @blur=${() => host.onFocus("")}
    @keydown=${onKey}
  />`;
}

/** The message beside a field: always there, so that it can be pointed at, and empty when all is well. */
export function errorOf(host: ControlHost, id: string, info: ParameterInfo, problem?: Problem) {
  return html`<p class="error" id="${id}-error" data-part="error" ?data-shown=${problem !== undefined}>
    ${problem === undefined ? nothing : host.format.message(problem, info)}
    ${problem?.readings?.map(
      (meant) =>
        html`<button type="button" class="link" @click=${() => host.onMeant(info.name, meant)}>
          ${meant.text}
        </button>`,
    )}
  </p>`;
}
