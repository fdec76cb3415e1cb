/** Figures written as text: values of flags, cells of CSV. */
import { Format } from "../formats/format.js";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import { textOptions } from "../ssr/names.js";

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** A number with a decimal comma, with dots between its thousands or none; or with several dots alone. */
const WITH_COMMA = /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+),\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/;

const format = new Format("en");

/** The parameters of a calculator that a text can give, by name. */
export function textNames(calculator: CalculatorName): string[] {
  return [
    ...textOptions(calculator),
    ...(calculator === "scenarioOutlook" ? ["calculator", "output"] : []),
    ...calculators[calculator].parameters.map(({ name }) => name),
  ];
}

/** A number with a point that may stand between thousands where commas are decimal: 37.000. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** Whether a number may be a thousand times as much. */
export function isUnclear(text: string, decimalComma: boolean): boolean {
  return decimalComma && UNCLEAR.test(text);
}

/** An unclear number, and how to write what was meant. */
export function bothReadings(unclear: string): string {
  const thousands = unclear.replace(".", "");
  return `"${unclear}": write ${thousands}, or ${unclear}0 if the point is decimal`;
}

/** A plain number; undefined of any other text. Where commas are no separators, they may be decimal. */
export function plainNumber(text: string, decimalComma = false): number | undefined {
  if (NUMBER.test(text)) return Number(text);
  if (!decimalComma || !WITH_COMMA.test(text)) return undefined;
  return Number(text.replaceAll(".", "").replace(",", "."));
}

/**
 * What a text gives a parameter. A plain number counts in the parameter's own unit: 0.7 is 70 per cent;
 * what else a field of the widgets takes, such as "$7", "37k" and "70%", is read as there. A text that is
 * neither stays one, and the calculator refuses it.
 */
export function figure(
  calculator: CalculatorName,
  name: string,
  text: string,
  decimalComma = false,
): unknown {
  if (name === "chips") return text.split(/[\s,]+/).filter((id) => id !== "");
  const info = calculators[calculator].parameters.find((info) => info.name === name);
  if (info === undefined || info.kind === "choice") return text;
  const value = plainNumber(text, decimalComma) ?? asTyped(info, text);
  // What is too great for a number stays as it was typed, and is refused by it.
  return value === undefined || !Number.isFinite(value) ? text : value;
}

/** A number as a reader types it; in a widget a bare one is per cent where it is a share. */
function asTyped(info: ParameterInfo, text: string): number | undefined {
  if (info.kind === "fraction" && /^[\d\s.,]*$/.test(text)) return undefined;
  const reading = format.read(info, text);
  return "value" in reading && reading.value !== null ? reading.value : undefined;
}
