/** What stands beside a field whose text is refused: what to type. */
import type { Fault } from "../formats/format.js";
import {
  calculators,
  type ListInfo,
  type ParameterInfo,
  type TextInfo,
} from "../generated/metadata.js";
import { camel } from "../names.js";
import { formatOf, labelOf, rowNameOf } from "../publishing/labels.js";
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
    const isFigure = info !== undefined || texts.some((text) => text.name === path);
    return isFigure ? refusalAt(builder, path, info) : undefined;
  }
  return (info === undefined ? words.ask[name] : undefined) ?? message(builder, draft.wrong, info);
}

/** What is wrong with a field of a row. */
export function rowFaultOf(
  builder: Builder,
  list: ListInfo,
  row: TypedRow,
  field: string,
): string | undefined {
  const info = fieldOf(list, field);
  const wrong = row.wrong[field];
  if (wrong !== undefined) return message(builder, wrong, info);
  if (row.counts === undefined) return undefined;
  const counting = builder.state.rows(list).filter(({ counts }) => counts !== undefined);
  return refusalAt(builder, `${list.name}[${counting.indexOf(row)}].${field}`, info);
}

/** What is wrong with a list as a whole. */
export function listFaultOf(builder: Builder, { name }: ListInfo): string | undefined {
  return refusalAt(builder, name);
}

function refusalAt(builder: Builder, path: string, info?: Field): string | undefined {
  const { isComputing, reply } = builder;
  // What is said of figures that are gone would stand beside others.
  if (isComputing || reply === undefined || !("refused" in reply)) return undefined;
  const refusal = reply.refused.find((refusal) => refusal.path === path);
  return refusal && message(builder, refusal, info);
}

/** A bad figure by its label, and what to write instead. */
export function refusalText(builder: Builder, refusal: Refusal): string {
  const { language, state } = builder;
  const { calculator } = state.widget;
  const [, name = "", index, field] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(refusal.path) ?? [];
  const list = state.lists.find((list) => list.name === name);
  const of = index === undefined ? calculators[calculator] : list;
  const info = of && fieldOf(of, field ?? name);
  const counting = list && state.rows(list).filter(({ counts }) => counts !== undefined);
  const row = counting?.[Number(index)];
  const { labelled } = formatOf(calculator, language).locale.ui;
  const labels = [
    name === "" ? refusal.path : labelOf(calculator, language, { name }),
    ...(row === undefined ? [] : [rowTitle(builder, row) ?? `${Number(index) + 1}`]),
    ...(field === undefined ? [] : [fieldLabel(builder, field)]),
  ];
  return labelled(labels.join(" – "), message(builder, refusal, info));
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

function message({ language, state, words }: Builder, fault: Fault, field?: Field): string {
  const format = formatOf(state.widget.calculator, language);
  const info = field !== undefined && "kind" in field ? field : undefined;
  const isChoice = field?.words !== undefined;
  if (fault.code === "missing" && info === undefined) {
    return isChoice ? format.words.codes.unknownChoice : words.missing;
  }
  const { bound } = fault as { bound?: string };
  const longest = fault.code === "tooLong" && bound !== undefined ? { max: Number(bound) } : {};
  return format.message({ ...fault, ...longest }, info);
}
