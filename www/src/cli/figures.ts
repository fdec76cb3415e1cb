/** Figures written as text: values of flags, cells of CSV. */
import type { CalculatorName } from "../generated/metadata.js";
import { calculators } from "../generated/metadata.js";
import { textOptions } from "../static/names.js";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The parameters of a calculator that a text can give, by name. */
export function textNames(calculator: CalculatorName): string[] {
  return [
    ...textOptions(calculator),
    ...(calculator === "scenarioOutlook" ? ["calculator", "output"] : []),
    ...calculators[calculator].parameters.map(({ name }) => name),
  ];
}

/**
 * What a text gives a parameter; a text that is no number stays one, and the calculator refuses it.
 * Strictly: neither per cent nor thousands separators, which a spreadsheet of another country writes
 * otherwise.
 */
export function figure(calculator: CalculatorName, name: string, text: string): unknown {
  if (name === "chips") return text.split(/[\s,]+/).filter((id) => id !== "");
  const info = calculators[calculator].parameters.find((info) => info.name === name);
  if (info === undefined || info.kind === "choice") return text;
  return NUMBER.test(text) ? Number(text) : text;
}
