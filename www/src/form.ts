/** The form of a calculator, from its parameter table. */
import { html, nothing, type TemplateResult } from "lit";
import { choiceField, message, numberField } from "./field.js";
import type { Format } from "./format.js";
import { groups } from "./generated/groups.js";
import type { CalculatorInfo, ParameterInfo } from "./generated/metadata.js";
import type { Inputs, Problem } from "./inputs.js";

export interface FormHost {
  readonly info: CalculatorInfo;
  readonly format: Format;
  readonly inputs: Inputs;
  /** What the calculator was asked last. */
  readonly asked: Record<string, unknown>;
  readonly problems: readonly Problem[];
  /** Whether a parameter makes a difference now. */
  relevant(name: string): boolean;
  onType(name: string, text: string): void;
  onSettle(info: ParameterInfo): void;
  onEdit(name: string, value: unknown): void;
}

export function field(host: FormHost, info: ParameterInfo): TemplateResult {
  const { format, inputs } = host;
  const problem = host.problems.find(({ path }) => path === info.name);
  const value = inputs.value(info, host.asked);
  if (info.kind === "choice") {
    const labels = format.locale.choices[info.name] ?? {};
    return choiceField({
      name: info.name,
      label: format.locale.parameters[info.name] ?? info.name,
      options: (info.words ?? []).map((word) => [word, labels[word] ?? word]),
      value: inputs.text(info.name, host.problems) ?? String(value),
      problem: problem && message(format, problem),
      onChoose: (word) => host.onEdit(info.name, word),
    });
  }
  return numberField({
    info,
    format,
    value: typeof value === "number" ? value : Number.NaN,
    text: inputs.text(info.name, host.problems),
    problem,
    onType: (text) => host.onType(info.name, text),
    onSettle: () => host.onSettle(info),
    onSlide: (value) => host.onEdit(info.name, value),
  });
}

/** A field that makes no difference is left out, unless something is wrong with it. */
function shown(host: FormHost, basic: boolean): ParameterInfo[] {
  const bad = (name: string) => host.problems.some(({ path }) => path === name);
  return host.info.parameters.filter(
    (info) => info.basic === basic && (host.relevant(info.name) || bad(info.name)),
  );
}

/** The fields that are there from the start. */
export function basicFields(host: FormHost): TemplateResult[] {
  return shown(host, true).map((info) => field(host, info));
}

/** The rest, group by group. */
export function assumptions(host: FormHost): TemplateResult | typeof nothing {
  const rest = shown(host, false);
  if (rest.length === 0) return nothing;
  const filled = groups
    .map((group) => ({ group, members: rest.filter((info) => info.group === group) }))
    .filter(({ members }) => members.length > 0);
  return html`
    <details class="assumptions" data-part="assumptions">
      <summary>${host.format.locale.ui.assumptions}</summary>
      ${filled.map(
        ({ group, members }) => html`
          <fieldset>
            <legend>${host.format.locale.groups[group]}</legend>
            <div class="fields">${members.map((info) => field(host, info))}</div>
          </fieldset>
        `,
      )}
    </details>
  `;
}
