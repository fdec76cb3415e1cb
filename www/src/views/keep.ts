/**
 * Pin this answer: the present answer pinned, the new one beside it, and which change made the
 * difference.
 */
import { html, nothing, type TemplateResult } from "lit";
import { calculate } from "./engine.js";
import { type Render, remembered, type ViewHost } from "./view.js";
import { infoOf, labelOf, shortLabelOf } from "./words.js";

interface Kept {
  readonly given: Readonly<Record<string, unknown>>;
  readonly sentence: string;
  readonly value: number;
}

interface State {
  kept: Kept | undefined;
}

const states = remembered<State>(() => ({ kept: undefined }));

/** A change, and by how much it alone moves the answer. */
export interface Change {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly effect: number;
}

function numberOf(host: ViewHost, result: Readonly<Record<string, unknown>>): number {
  const value = result[host.decision ?? ""];
  return typeof value === "number" ? value : Number.NaN;
}

/**
 * What is different from a kept input, each change tried alone on it: the greatest effect first.
 */
export function changes(host: ViewHost, kept: Pick<Kept, "given" | "value">): readonly Change[] {
  const names = host.info.parameters
    .map(({ name }) => name)
    .filter((name) => host.given[name] !== kept.given[name]);
  return names
    .map((name) => {
      const tried = { ...kept.given, [name]: host.given[name] };
      if (host.given[name] === undefined) delete (tried as Record<string, unknown>)[name];
      const effect = numberOf(host, calculate(host, tried)) - kept.value;
      return { name, before: kept.given[name], after: host.given[name], effect };
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}

export const render: Render = (host) => {
  const state = states(host);
  const { views } = host.format.words;
  const pin = () => {
    const { given, sentence, result } = host;
    state.kept = { given: { ...given }, sentence, value: numberOf(host, result) };
    host.requestUpdate();
  };
  if (state.kept === undefined) {
    return html`<p class="sentence">${host.sentence}</p>
      <p><button type="button" data-part="keep" @click=${pin}>${views.keep}</button></p>`;
  }
  const { kept } = state;
  const found = changes(host, kept);
  const isSame = found.length === 0;
  const drop = () => {
    state.kept = undefined;
    host.requestUpdate();
  };
  return html`
    <div class="compared">
      <section><h4>${views.kept}</h4><p>${kept.sentence}</p></section>
      ${isSame ? nothing : html`<section><h4>${views.now}</h4><p>${host.sentence}</p></section>`}
    </div>
    ${isSame ? html`<p data-part="same">${views.same}</p>` : difference(host, kept, found)}
    <p>
      <button type="button" data-part="keep" @click=${pin}>${views.keep}</button>
      <button type="button" data-part="let-go" @click=${drop}>${views.letGo}</button>
    </p>
  `;
};

function difference(host: ViewHost, kept: Kept, found: readonly Change[]): TemplateResult {
  const { format, info } = host;
  const { views } = format.words;
  const output = info.outputs.find(({ name }) => name === host.decision);
  const gap = numberOf(host, host.result) - kept.value;
  const quantity = (value: number) =>
    output === undefined ? format.number(value) : format.quantity(output, value);
  const signed = (value: number) => (value > 0 ? `+${quantity(value)}` : quantity(value));
  const shown = (name: string, value: unknown) => {
    const parameter = infoOf(host, name);
    if (typeof value === "number" && parameter !== undefined) {
      return format.quantity(parameter, value);
    }
    return format.locale.choices[name]?.[String(value)] ?? format.locale.ui.none;
  };
  const told = (name: string, before: unknown, after: unknown) =>
    views.changedFrom(labelOf(host, name), shown(name, before), shown(name, after));
  return html`
    <p data-part="because">${because(host, found, gap)}</p>
    <div class="scroll" role="group" aria-label=${views.difference} tabindex="0">
      <table class="data">
        <caption>${format.locale.ui.labelled(views.difference, signed(gap))}</caption>
        <tbody>
          ${found.map(
            ({ name, before, after, effect }) => html`<tr data-parameter=${name}>
              <th
                scope="row">${told(name, before, after)}</th>
              <td>${Number.isFinite(effect) ? signed(effect) : nothing}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** One change explains the gap where it alone gives half of it or more, and no more than all. */
function because(host: ViewHost, found: readonly Change[], gap: number): string {
  const { format } = host;
  const { views } = format.words;
  const [first] = found;
  if (first === undefined || gap === 0) return views.same;
  const label = shortLabelOf(host, first.name);
  if (found.length === 1) return views.becauseAll(label);
  const part = first.effect / gap;
  if (part < 0.5 || part > 1.05) return views.becauseTogether;
  return part > 0.95 ? views.becauseAll(label) : views.because(label, format.percent(part));
}
