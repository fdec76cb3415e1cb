/** What stands beside a field whose text is refused: what to type. */
import { chips } from "virtual:catalogue";
import type { Fault } from "../formats/format.js";
import {
  type CalculatorName,
  calculators,
  type ListInfo,
  type ParameterInfo,
  type TextInfo,
} from "../generated/metadata.js";
import { camel } from "../names.js";
import { formatOf, labelOf, rowNameOf } from "../publishing/labels.js";
import { LISTS, settings } from "../publishing/options.js";
import type { Builder } from "./page.js";
import { isMade, type TypedRow } from "./rows.js";
import type { Refusal } from "./worker.js";

/** What is wrong with a setting, by its name. */
export function faultOf(builder: Builder, name: string): string | undefined {
  const { state, words } = builder;
  const { parameters, texts } = calculators[state.widget.calculator];
  const path = camel(name);
  const info = parameters.find((info) => info.name === path);
  const draft = state.draft(name);
  if (draft === undefined) {
    const isText = texts.some((text) => text.name === path);
    const refusal = info !== undefined || isText ? refusalAt(builder, path) : undefined;
    return refusal && (isText ? textFault(builder, refusal) : message(builder, refusal, info));
  }
  return (info === undefined ? words.ask[name] : undefined) ?? message(builder, draft.wrong, info);
}

/** JSON that a calculator takes: its first figure, or else a set of them. */
export function exampleOf(calculator: CalculatorName): string {
  const { parameters, presets } = calculators[calculator];
  const info = parameters.find((info) => info.default !== null);
  const example = info === undefined ? { preset: presets[0] } : { [info.name]: info.default };
  return JSON.stringify(example).replace(":", ": ");
}

/** What is wrong with the JSON, or with what only that holds: its names, for they have no labels. */
export function jsonFaultOf(builder: Builder): string | undefined {
  const { language, state, words } = builder;
  const draft = state.draft(LISTS);
  if (draft?.wrong.code === "notANumber") return words.tooLarge;
  if (draft?.wrong.code === "tooLong") return message(builder, draft.wrong);
  if (draft !== undefined) return words.notJson(exampleOf(state.widget.calculator));
  const own = refusals(builder).filter((refusal) => isInJson(builder, refusal));
  const { space } = formatOf(state.widget.calculator, language).words;
  return own.length === 0
    ? undefined
    : own.map((refusal) => refusalText(builder, refusal)).join(space);
}

/** What is wrong with a text of the calculator, such as the chip that others are compared with. */
function textFault(builder: Builder, refusal: Refusal): string {
  const { state, words } = builder;
  const id = state.widget.attributes[refusal.path] ?? "";
  const name = isMade(id) ? words.ownChip : chips.find((chip) => chip.id === id)?.name;
  const isGone = refusal.code === "unknownChip" && name !== undefined;
  return isGone ? words.gone(name) : message(builder, refusal);
}

/** Whether a chip of one's own lacks the figures that the catalogue would have. */
function isBare({ texts }: TypedRow, { code, path }: Refusal): boolean {
  return code === "unknownChip" && path.endsWith(".id") && isMade(texts.id);
}

/** What a chip of one's own needs. */
const NEEDED: readonly string[] = ["price", "performance"];

/** What is wrong with a field of a row. */
export function rowFaultOf(
  builder: Builder,
  list: ListInfo,
  row: TypedRow,
  field: string,
): string | undefined {
  const info = fieldOf(list, field);
  const wrong = row.wrong[field];
  if (wrong !== undefined) return message(builder, wrong, info, list);
  if (row.counts === undefined) return undefined;
  const counting = builder.state.rows(list).filter(({ counts }) => counts !== undefined);
  const path = `${list.name}[${counting.indexOf(row)}]`;
  const unknown = refusalAt(builder, `${path}.id`);
  if (unknown !== undefined && isBare(row, unknown)) {
    const isNeeded = NEEDED.includes(field) && !row.texts[field];
    return isNeeded ? builder.words.ownFigures : undefined;
  }
  const refusal = refusalAt(builder, `${path}.${field}`);
  return refusal && message(builder, refusal, info, list);
}

/** What is wrong with a list as a whole. */
export function listFaultOf(builder: Builder, { name }: ListInfo): string | undefined {
  const refusal = refusalAt(builder, name);
  return refusal && message(builder, refusal);
}

function refusals({ isComputing, reply }: Builder): readonly Refusal[] {
  // What is said of figures that are gone would stand beside others.
  return isComputing || reply === undefined || !("refused" in reply) ? [] : reply.refused;
}

function refusalAt(builder: Builder, path: string): Refusal | undefined {
  return refusals(builder).find((refusal) => refusal.path === path);
}

/** A bad figure by its label, and what to write instead. */
export function refusalText(builder: Builder, refusal: Refusal): string {
  const { language, state, words } = builder;
  const { calculator } = state.widget;
  const { texts } = calculators[calculator];
  const [, name = "", index, field] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(refusal.path) ?? [];
  const list = state.lists.find((list) => list.name === name);
  const of = index === undefined ? calculators[calculator] : list;
  const info = of && fieldOf(of, field ?? name);
  const counting = list && state.rows(list).filter(({ counts }) => counts !== undefined);
  const row = counting?.[Number(index)];
  const { labelled } = formatOf(calculator, language).locale.ui;
  const isOwn = row !== undefined && isBare(row, refusal);
  const labels = [
    name === "" ? refusal.path : labelOf(calculator, language, { name }),
    ...(row === undefined ? [] : [rowTitle(builder, row) ?? `${Number(index) + 1}`]),
    ...(field === undefined || isOwn ? [] : [fieldLabel(builder, field)]),
  ];
  // In the JSON there is no list to choose from.
  const written = isInJson(builder, refusal) ? words.written(refusal.code, info?.words) : undefined;
  const said = () =>
    texts.some((text) => text.name === refusal.path)
      ? textFault(builder, refusal)
      : message(builder, refusal, info, list);
  return labelled(labels.join(" – "), isOwn ? words.ownFigures : (written ?? said()));
}

/** Whether the JSON holds what is refused, or only the JSON could. */
function isInJson({ state }: Builder, { path }: Refusal): boolean {
  const name = /^\w*/.exec(path)?.[0] ?? "";
  if (Object.hasOwn(state.others, name)) return true;
  const { calculator } = state.widget;
  const hasField = settings(calculator).some((setting) => camel(setting.name) === name);
  return !hasField && !state.lists.some((list) => list.name === name);
}

/** What a row is called: its own name, or what its id stands for. */
export function rowTitle({ language, state }: Builder, { texts }: TypedRow): string | undefined {
  if (texts.name) return texts.name;
  const { id } = texts;
  return id === undefined || isMade(id)
    ? undefined
    : rowNameOf(state.widget.calculator, language, id);
}

/** The label of a field of a row. */
export function fieldLabel({ language, state, words }: Builder, name: string): string {
  return words.rowTexts[name] ?? labelOf(state.widget.calculator, language, { name });
}

type Field = ParameterInfo | TextInfo;

function fieldOf({ parameters, texts }: Pick<ListInfo, "parameters" | "texts">, name: string) {
  return [...parameters, ...texts].find((field: Field) => field.name === name);
}

function message(
  { language, state, words }: Builder,
  fault: Fault,
  field?: Field,
  list?: ListInfo,
): string {
  const format = formatOf(state.widget.calculator, language);
  const info = field !== undefined && "kind" in field ? field : undefined;
  const isChoice = field?.words !== undefined;
  if (fault.code === "missing" && info === undefined) {
    const missing = words.missing[list?.name ?? ""];
    return isChoice || missing === undefined ? format.words.codes.unknownChoice : missing;
  }
  const { bound } = fault as { bound?: string };
  const longest = fault.code === "tooLong" && bound !== undefined ? { max: Number(bound) } : {};
  return format.message({ ...fault, ...longest }, info);
}
