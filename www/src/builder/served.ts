/** The fields of where files are served, and of who is named. */
import type { TemplateResult } from "lit";
import { textField } from "./field.js";
import type { Builder } from "./page.js";
import { faultOf } from "./refusals.js";
import type { ServedName } from "./state.js";

export function servedField(
  builder: Builder,
  id: ServedName,
  label: string,
  hint: string,
): TemplateResult {
  const { state } = builder;
  const held = id === "base" ? state.base : state.place[id];
  return textField({
    id,
    label,
    hint,
    value: state.draft(id)?.text ?? held ?? "",
    fault: faultOf(builder, id),
    set: (text) => {
      state.setServed(id, text);
      builder.changed();
    },
  });
}
