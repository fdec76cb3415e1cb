/** What a widget calls itself and its parameters: the words that builder and snippets take from it. */
import { chips, presets } from "virtual:catalogue";
import { type DisplayCurrency, Format, isPercent } from "../formats/format.js";
import type { CalculatorName, ParameterInfo } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import type { Language, Words } from "../i18n.js";

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
  const label = labelOf(calculator, language, info);
  return isPercent(info) ? "" : formatOf(calculator, language).fieldUnit(info, label);
}

/** What a set of figures is called: by what its rows are of, or by its own title. */
export function presetOf(calculator: CalculatorName, language: Language, id: string): string {
  const { subjects } = words[calculator](language) as { subjects?: Words };
  return (
    text(subjects, id) ?? (Object.hasOwn(presets, id) ? presets[id]?.title[language] : id) ?? id
  );
}

/** What a row is called that has no name of its own: a chip of the catalogue, a scenario of a set. */
export function rowNameOf(calculator: CalculatorName, language: Language, id: string): string {
  const { names } = words[calculator](language) as { names?: Words };
  return text(names, id) ?? chips.find((chip) => chip.id === id)?.name ?? id;
}

/** Of words that a calculator may have. */
function text(words: Words | undefined, name: string): string | undefined {
  return words !== undefined && Object.hasOwn(words, name) ? words[name] : undefined;
}

export function choiceOf(
  calculator: CalculatorName,
  language: Language,
  name: string,
  choice: string,
): string {
  return formatOf(calculator, language).locale.choices[name]?.[choice] ?? choice;
}
