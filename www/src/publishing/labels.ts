/** What a widget calls itself and its parameters: the words that builder and snippets take from it. */
import { Format } from "../formats/format.js";
import type { CalculatorName, ParameterInfo } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import type { Language } from "../i18n.js";

export function formatOf(calculator: CalculatorName, language: Language): Format {
  return new Format(language, words[calculator](language));
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

export function choiceOf(
  calculator: CalculatorName,
  language: Language,
  name: string,
  choice: string,
): string {
  return formatOf(calculator, language).locale.choices[name]?.[choice] ?? choice;
}
