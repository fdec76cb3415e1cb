/** The currency that readers see amounts in: with its rate and the day of that, or not at all. */
import { html, type TemplateResult } from "lit";
import { formatOf } from "../publishing/labels.js";
import { CURRENCY } from "../publishing/options.js";
import { textField } from "./field.js";
import type { Builder } from "./page.js";
import { faultOf } from "./refusals.js";

export function currencyFields(builder: Builder): TemplateResult {
  const { language, state, words } = builder;
  const { attributes, calculator } = state.widget;
  const isBegun = CURRENCY.some((name) => attributes[name] !== undefined);
  const { currency: code } = attributes;
  const named = code && formatOf(calculator, language, { code, rate: 1, date: "" }).currencyName;
  const { currency, date, rate } = words.display;
  const field = (id: (typeof CURRENCY)[number], label: string, hint: string) => {
    const value = state.draft(id)?.text ?? attributes[id] ?? "";
    const isMissing = isBegun && attributes[id] === undefined;
    return {
      id,
      label,
      hint,
      value,
      fault: faultOf(builder, id) ?? (isMissing ? words.display.missing[id] : undefined),
      set: (text: string) => builder.set(id, text),
    };
  };
  return html`<fieldset>
    <legend>${words.display.title}</legend>
    <p class="hint">${words.display.lead}</p>
    ${textField(field("currency", currency, named || words.display.currencyHint))}
    ${textField({ ...field("rate", rate(named || words.display.it), words.display.rateHint), isDecimal: true })}
    ${textField({ ...field("rate-date", date, words.display.dateHint), type: "date" })}
  </fieldset>`;
}
