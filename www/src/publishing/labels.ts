/** What a widget calls itself and its parameters: the words that builder and snippets take from it. */
import { presets } from "virtual:catalogue";
import { type DisplayCurrency, Format, isPercent } from "../formats/format.js";
import type { CalculatorName, ParameterInfo } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import type { Language } from "../i18n.js";

export function formatOf(
  calculator: CalculatorName,
  language: Language,
  currency?: DisplayCurrency,
): Format {
  return new Format(language, words[calculator](language), currency);
}

export function titleOf(calculator: CalculatorName, language: Language): string {
  return formatOf(calculator, language).locale.title;
}

export function labelOf(
  calculator: CalculatorName,
  language: Language,
  { name }: Pick<ParameterInfo, "name">,
): string {
  return formatOf(calculator, language).locale.parameters[name] ?? name;
}

/** The unit behind a field, as the widget names it; a share is written as a fraction, without one. */
export function unitOf(
  calculator: CalculatorName,
  language: Language,
  info: ParameterInfo,
): string {
  return isPercent(info) ? "" : formatOf(calculator, language).fieldUnit(info);
}

export function presetOf(id: string, language: Language): string {
  return Object.hasOwn(presets, id) ? (presets[id]?.title[language] ?? id) : id;
}

export function choiceOf(
  calculator: CalculatorName,
  language: Language,
  name: string,
  choice: string,
): string {
  return formatOf(calculator, language).locale.choices[name]?.[choice] ?? choice;
}
