/** The fields of lists: ids to choose from the catalogue, and rows to fill in. */
import { chips } from "virtual:catalogue";
import { html, noChange, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import {
  calculators,
  type ListInfo,
  type ParameterInfo,
  type TextInfo,
} from "../generated/metadata.js";
import { sharedWords } from "../locales/registry.js";
import { kebab } from "../names.js";
import { choiceOf, labelOf, rowNameOf, unitOf } from "../publishing/labels.js";
import { LISTS } from "../publishing/options.js";
import { choiceField, longField, textField } from "./field.js";
import type { Builder } from "./page.js";
import {
  exampleOf,
  faultOf,
  fieldLabel,
  jsonFaultOf,
  listFaultOf,
  rowFaultOf,
  rowTitle,
} from "./refusals.js";
import { hasNames, isMade, type TypedRow } from "./rows.js";

export function listFields(builder: Builder, list: ListInfo): TemplateResult {
  const { language, state, words } = builder;
  const { calculator } = state.widget;
  const id = kebab(list.name);
  const fault = listFaultOf(builder, list);
  // Of a list of ids the others are chosen above, but for those that are not there.
  const rows = state
    .rows(list)
    .filter(({ counts }) => typeof counts !== "string" || !isKnown(counts));
  return html`<fieldset data-list=${list.name}>
    <legend>${labelOf(calculator, language, list)}</legend>
    <p class="hint">${words.listHints[list.name]}</p>
    ${list.ids ? [catalogue(builder, list), alone(builder, list), ...picked(builder, list)] : nothing}
    ${repeat(
      rows,
      ({ key }) => key,
      (row, index) => rowFields(builder, list, row, index),
    )}
    ${fault === undefined ? nothing : html`<p class="hint bad" role="alert">${fault}</p>`}
    <p class="buttons">
      <button
        type="button"
        id="${id}-add"
        @click=${() => {
          state.addRow(list);
          builder.changed();
          focusOn(`${id}-${rows.length}-${nameField(list)}`);
        }}
      >
        ${list.ids ? words.addOwn : words.addRow}
      </button>
      ${
        state.hasOwnRows(list)
          ? html`<button
              type="button"
              id="${id}-drop"
              @click=${() => {
                state.dropRows(list);
                builder.changed();
                focusOn(`${id}-add`);
              }}
            >
              ${state.bringsRows(list) ? words.dropRows : words.removeAll}
            </button>`
          : nothing
      }
    </p>
  </fieldset>`;
}

/** Figures of every other shape, for those who know how the function takes them. */
export function jsonField(builder: Builder): TemplateResult {
  const { state, words } = builder;
  const { others } = state;
  const held = Object.keys(others).length === 0 ? "" : JSON.stringify(others, null, 1);
  const fault = jsonFaultOf(builder);
  // What is refused is in sight; corrected, it need not leave.
  return html`<details data-part="json" ?open=${fault === undefined ? noChange : true}>
    <summary>${words.json}</summary>
    ${longField({
      id: LISTS,
      label: words.jsonLabel,
      hint: words.jsonHint(exampleOf(state.widget.calculator)),
      value: state.draft(LISTS)?.text ?? held,
      fault,
      set: (text) => builder.set(LISTS, text),
    })}
  </details>`;
}

/** What stands first in a row that is new. */
function nameField(list: ListInfo): string {
  return hasNames(list) && !list.ids ? "name" : "id";
}

/** Moves the focus to the first of these that is there and can have it. */
function focusOn(...ids: readonly string[]): void {
  const found = ids.map((id) => document.getElementById(id));
  found.find((element) => element?.matches(":enabled"))?.focus();
}

function isKnown(id: string): boolean {
  return chips.some((chip) => chip.id === id);
}

/** That nothing is beside the only chip. */
function alone({ state, words }: Builder, list: ListInfo): TemplateResult | typeof nothing {
  const counting = state.rows(list).filter(({ counts }) => counts !== undefined);
  return counting.length === 1
    ? html`<p class="hint" data-part="alone">${words.alone}</p>`
    : nothing;
}

/** The chips of the catalogue, by who makes them. */
function catalogue(builder: Builder, list: ListInfo): TemplateResult {
  const { language, state, words } = builder;
  const rows = state.rows(list);
  const chosen = rows.flatMap(({ texts }) => texts.id ?? []);
  // Its row holds figures: that has a button of its own.
  const held = rows.flatMap(({ counts, texts }) =>
    typeof counts === "string" ? [] : (texts.id ?? []),
  );
  const vendors = [...new Set(chips.map(({ vendor }) => vendor))];
  const names = chips.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const toggle = (id: string) => (event: Event) => {
    state.chooseId(list, id, (event.target as HTMLInputElement).checked);
    builder.changed();
  };
  return html`${
    names.length === 0
      ? nothing
      : html`<p data-part="chosen">${sharedWords(language).ui.list(names)}</p>`
  }
    <details class="catalogue">
    <summary>${words.catalogue(names.length)}</summary>
    ${vendors.map(
      (vendor) => html`<fieldset class="vendor">
        <legend>${vendor}</legend>
        ${chips
          .filter((chip) => chip.vendor === vendor)
          .map(
            ({ id, name, isPriced }) => html`<label class="chip">
              <input
                type="checkbox"
                id="${kebab(list.name)}-${id}"
                ?disabled=${held.includes(id)}
                .checked=${live(chosen.includes(id))}
                @change=${toggle(id)}
              />
              ${name}${isPriced ? nothing : html` <span class="unit">${words.noPrice}</span>`}
            </label>`,
          )}
      </fieldset>`,
    )}
  </details>`;
}

/** The texts that are one of the ids: the chip that the others are compared with. */
function picked(builder: Builder, list: ListInfo): TemplateResult[] {
  const { language, state, words } = builder;
  const { calculator, attributes } = state.widget;
  const rows = state.rows(list).filter(({ counts }) => counts !== undefined);
  const ids =
    rows.length > 0
      ? rows.map(({ texts }) => texts.id ?? "")
      : chips.filter(({ isPriced }) => isPriced).map(({ id }) => id);
  return calculators[calculator].texts
    .filter(({ words }) => words === undefined)
    .map(({ name }) => {
      const id = kebab(name);
      const value = attributes[id] ?? "";
      // One that has left the list is said to be none.
      const others = value === "" || ids.includes(value) ? ids : [...ids, value];
      const nameOf = (id: string) => {
        const row = rows.find(({ texts }) => texts.id === id);
        const gone = isMade(id) ? words.ownChip : rowNameOf(calculator, language, id);
        return (row && rowTitle(builder, row)) ?? gone;
      };
      return choiceField({
        id,
        label: labelOf(calculator, language, { name }),
        options: [["", words.byItself], ...others.map((id) => [id, nameOf(id)] as const)],
        value,
        fault: faultOf(builder, id),
        set: (value) => builder.set(id, value),
      });
    });
}

function rowFields(builder: Builder, list: ListInfo, row: TypedRow, index: number): TemplateResult {
  const { state, words } = builder;
  const id = (field: string) => `${kebab(list.name)}-${index}-${kebab(field)}`;
  const title = rowTitle(builder, row);
  const isRemovable = state.isRemovable(list, row);
  const remove = () => {
    state.removeRow(list, row.key);
    builder.changed();
    // On the next row, or on the last that is left.
    const button = (at: number) => `${kebab(list.name)}-${at}-remove`;
    focusOn(button(index), button(index - 1), `${kebab(list.name)}-add`);
  };
  return html`<fieldset class="row">
    <legend>${title ?? words.row(index + 1)}</legend>
    ${list.texts.map((text) => textOf(builder, list, row, text, id(text.name)))}
    ${list.parameters.map((info) => figureOf(builder, list, row, info, id(info.name)))}
    <button
      type="button"
      id=${id("remove")}
      ?disabled=${!isRemovable}
      aria-describedby=${isRemovable ? nothing : id("stays")}
      @click=${remove}
    >
      ${title === undefined ? words.removeRow(index + 1) : words.remove(title)}
    </button>
    ${isRemovable ? nothing : html`<p class="hint" id=${id("stays")}>${words.lastRow}</p>`}
  </fieldset>`;
}

/** The field of a text of a row; an id that is not for people has none. */
function textOf(
  builder: Builder,
  list: ListInfo,
  row: TypedRow,
  { name, words: choices }: TextInfo,
  id: string,
): TemplateResult | typeof nothing {
  const { language, state, words } = builder;
  const { calculator } = state.widget;
  const value = row.texts[name] ?? "";
  const field = {
    id,
    label: fieldLabel(builder, name),
    hint: words.rowHints[name],
    fault: rowFaultOf(builder, list, row, name),
    set: (text: string) => {
      state.setRow(list, row.key, name, text);
      builder.changed();
    },
  };
  if (name === "id" && list.ids) {
    const isElsewhere = value !== "" && !isMade(value) && !isKnown(value);
    const others = state.rows(list).filter(({ key }) => key !== row.key);
    return choiceField({
      ...field,
      label: words.inCatalogue,
      value: isMade(value) ? "" : value,
      options: [
        ["", words.notInCatalogue],
        ...(isElsewhere ? [[value, value] as const] : []),
        ...chips.map(({ id, name }) => [id, name] as const),
      ],
      disabled: others.flatMap(({ texts }) => texts.id ?? []),
      set: (chosen) => {
        state.setRowId(list, row.key, chosen);
        builder.changed();
      },
    });
  }
  if (name === "id" && hasNames(list)) return nothing;
  if (choices !== undefined) {
    const options = choices.map(
      (word) => [word, choiceOf(calculator, language, name, word)] as const,
    );
    return choiceField({ ...field, value, options: [["", "–"], ...options] });
  }
  const known = row.texts.id ?? "";
  const placeholder = isMade(known) ? "" : rowNameOf(calculator, language, known);
  return textField({ ...field, value, placeholder });
}

/** The field of a figure of a row. What it leaves empty may be as in the field of that name above. */
function figureOf(
  builder: Builder,
  list: ListInfo,
  row: TypedRow,
  info: ParameterInfo,
  id: string,
): TemplateResult {
  const { language, state, words } = builder;
  const { calculator, attributes } = state.widget;
  const value = row.texts[info.name] ?? "";
  const above = calculators[calculator].parameters.find(({ name }) => name === info.name);
  const field = {
    id,
    label: fieldLabel(builder, info.name),
    hint: above === undefined ? words.rowHints[info.name] : undefined,
    unit: unitOf(calculator, language, info),
    fault: rowFaultOf(builder, list, row, info.name),
    value,
    set: (text: string) => {
      state.setRow(list, row.key, info.name, text);
      builder.changed();
    },
  };
  const start = above && (attributes[kebab(info.name)] ?? state.startOf(above));
  const told = (word: string) => choiceOf(calculator, language, info.name, word);
  if (info.kind === "choice") {
    const options = (info.words ?? []).map((word) => [word, told(word)] as const);
    return choiceField({
      ...field,
      options: [["", start === undefined ? "–" : words.started(told(String(start)))], ...options],
    });
  }
  return textField({ ...field, placeholder: start ?? "", isDecimal: info.min >= 0 });
}
