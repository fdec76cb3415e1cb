/** The form: which calculator, its figures, how it looks. */
import { html, nothing, type TemplateResult } from "lit";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import { NAMES } from "../generated/names.js";
import { sharedWords } from "../locales/registry.js";
import { LANGUAGES } from "../locales/types.js";
import { kebab } from "../names.js";
import { choiceOf, labelOf, presetOf, titleOf, unitOf } from "../publishing/labels.js";
import { problemText } from "../publishing/problems.js";
import { SETTING_WORDS } from "../settings.js";
import { colorFields } from "./colors.js";
import { currencyFields } from "./currency.js";
import { choiceField, textField } from "./field.js";
import { jsonField, listFields } from "./lists.js";
import type { Builder } from "./page.js";
import { faultOf } from "./refusals.js";

export function form(builder: Builder): TemplateResult {
  const { language, state, words } = builder;
  const { calculator, attributes } = state.widget;
  const { parameters, presets: ids } = calculators[calculator];
  const choice = (
    id: string,
    label: string,
    options: readonly (readonly [string, string])[],
    value = attributes[id] ?? "",
    hint?: string,
  ) => choiceField({ id, label, options, value, hint, set: (value) => builder.set(id, value) });
  const text = (id: string, label: string, hint: string) => {
    const value = state.draft(id)?.text ?? attributes[id] ?? "";
    const fault = faultOf(builder, id);
    return textField({ id, label, hint, value, fault, set: (text) => builder.set(id, text) });
  };
  const front = parameters.filter(({ basic }) => basic);
  const others = parameters.filter(({ basic }) => !basic);
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    ${unread(builder)}
    ${choiceField({
      id: "calculator",
      label: words.calculator,
      options: NAMES.map((name) => [name, titleOf(name, language)]),
      value: calculator,
      set: (name) => {
        state.choose(name as CalculatorName);
        builder.changed();
      },
    })}
    ${choice(
      "lang",
      words.language,
      LANGUAGES.map((tag) => [tag, sharedWords(tag).name]),
      language,
    )}
    ${
      ids.length === 0
        ? nothing
        : choice("preset", words.preset, [
            ["", words.noPreset],
            ...ids.map((id) => [id, presetOf(calculator, language, id)] as const),
          ])
    }
    ${text("preset-label", words.presetLabel, words.presetLabelHint)}
    ${text("heading", words.heading, words.headingHint)}
    ${choice("heading-level", words.headingLevel, [
      ["", words.own],
      ...SETTING_WORDS["heading-level"].map((level) => [level, level] as const),
    ])}
    ${choice("layout", words.layout, Object.entries(words.layouts))}
    ${choice("theme", words.theme, Object.entries(words.themes), undefined, words.themeHint)}
    ${
      parameters.length === 0
        ? nothing
        : html`<fieldset>
            <legend>${words.figures}</legend>
            <p class="hint">${words.figuresHint}</p>
            ${front.map((info) => figure(builder, info))}
            <details>
              <summary>${words.more}</summary>
              ${others.map((info) => figure(builder, info))}
            </details>
          </fieldset>`
    }
    ${state.lists.map((list) => listFields(builder, list))}
    ${jsonField(builder)}
    ${currencyFields(builder)} ${colorFields(builder)}
  </form>`;
}

/** What the page's address says in vain. */
function unread({ language, state, words }: Builder): TemplateResult | typeof nothing {
  if (state.unread.length === 0) return nothing;
  return html`<div class="problem" role="alert">
    <p>${words.problems}</p>
    <ul>
      ${state.unread.map((problem) => html`<li>${problemText(problem, language)}</li>`)}
    </ul>
  </div>`;
}

/** The field of a parameter, and whether readers get a control for it. */
function figure(builder: Builder, info: ParameterInfo): TemplateResult {
  const { language, state, words } = builder;
  const { calculator, attributes } = state.widget;
  const name = kebab(info.name);
  const label = labelOf(calculator, language, info);
  const field = {
    id: name,
    label,
    unit: unitOf(calculator, language, info),
    fault: faultOf(builder, name),
    behind: shown(builder, name, label),
    set: (text: string) => builder.set(name, text),
  };
  if (info.kind === "choice") {
    const choices = info.words ?? [];
    return choiceField({
      ...field,
      value: attributes[name] ?? "",
      options: [
        ["", words.started(choiceOf(calculator, language, info.name, `${state.startOf(info)}`))],
        ...choices.map((word) => [word, choiceOf(calculator, language, info.name, word)] as const),
      ],
    });
  }
  return textField({
    ...field,
    value: state.draft(name)?.text ?? attributes[name] ?? "",
    placeholder: state.startOf(info),
    isDecimal: info.min >= 0,
  });
}

function shown(builder: Builder, name: string, label: string): TemplateResult {
  const { state, words } = builder;
  const fields = state.widget.attributes.fields?.split(" ") ?? [];
  const toggle = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    const others = fields.filter((other) => other !== name);
    builder.set("fields", (checked ? [...others, name] : others).join(" "));
  };
  return html`<label class="show" title=${words.show(label)}>
    <input
      type="checkbox"
      aria-label=${words.show(label)}
      .checked=${fields.includes(name)}
      @change=${toggle}
    />
    ${words.shown}
  </label>`;
}
