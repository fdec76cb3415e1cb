/**
 * Pin this answer: opening it pins the present answer; beside it stands the new one, and which
 * change made the difference.
 */
import { html, nothing, type TemplateResult } from "lit";
import { isMoney } from "../formats/format.js";
import { unbroken } from "../unbroken.js";
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

function kept(host: ViewHost): Kept {
  const { given, sentence, result } = host;
  return { given: { ...given }, sentence, value: numberOf(host, result) };
}

/** What the changes and their joint effect are in a table, as it shows them. */
export interface Parts {
  readonly gap: number;
  readonly effects: readonly number[];
  /** What the changes do beyond what each does alone: figures multiply one another. */
  readonly together: number;
  /** The digit to which all of them are rounded, so that what is shown adds up as it is shown. */
  readonly unit: number;
}

/** Digits of the greatest amount. */
const DIGITS = 3;

/** Prices have cents, and no less. */
const CENT = 0.01;

export function parts(gap: number, effects: readonly number[]): Parts {
  const known = effects.map((effect) => (Number.isFinite(effect) ? effect : 0));
  const rest = gap - known.reduce((sum, effect) => sum + effect, 0);
  const most = Math.max(...[gap, rest, ...known].map(Math.abs));
  if (!(most > 0)) return { gap, effects: known, together: 0, unit: 1 };
  const exact = 10 ** (Math.floor(Math.log10(most)) + 1 - DIGITS);
  const unit = most < 10 * CENT ? exact : Math.max(CENT, exact);
  const steps = (value: number) => Math.round(value / unit);
  const amount = (count: number) => Number((count * unit).toPrecision(12));
  const counts = known.map(steps);
  const together = steps(rest);
  // What rounding leaves over is no effect of its own: the greatest part takes it.
  const over = counts.reduce((sum, count) => sum - count, steps(gap) - together);
  counts[0] = (counts[0] ?? 0) + over;
  return { gap: amount(steps(gap)), effects: counts.map(amount), together: amount(together), unit };
}

/** The button that is pressed goes with the view; the one that opens it stays. */
function toTab({ currentTarget }: Event): void {
  const root = (currentTarget as Element).getRootNode() as ParentNode;
  root.querySelector<HTMLElement>("[data-view=keep]")?.focus();
}

export const render: Render = (host) => {
  const state = states(host);
  const { views } = host.format.words;
  const pin = () => {
    state.kept = kept(host);
    host.requestUpdate();
  };
  // On paper all views are drawn: nothing is pinned that nobody has asked to.
  if (state.kept === undefined && !host.isOpen("keep")) return nothing;
  state.kept ??= kept(host);
  const { kept: before } = state;
  const found = changes(host, before);
  const isSame = found.length === 0;
  const drop = (event: Event) => {
    state.kept = undefined;
    toTab(event);
    host.close();
  };
  return html`
    <div class="compared">
      <section><h4>${views.kept}</h4><p>${unbroken(before.sentence)}</p></section>
      ${isSame ? nothing : html`<section><h4>${views.now}</h4><p>${unbroken(host.sentence)}</p></section>`}
    </div>
    ${isSame ? html`<p class="note" data-part="same">${views.same}</p>` : difference(host, before, found)}
    <p>
      ${
        isSame
          ? nothing
          : html`<button type="button" data-part="keep" @click=${pin}>${views.keep}</button>`
      }
      <button type="button" data-part="let-go" @click=${drop}>${views.letGo}</button>
    </p>
  `;
};

function difference(host: ViewHost, kept: Kept, found: readonly Change[]): TemplateResult {
  const { format, info } = host;
  const { views } = format.words;
  const output = info.outputs.find(({ name }) => name === host.decision);
  const gap = numberOf(host, host.result) - kept.value;
  // Rounded as it is shown, in the currency on show.
  const rate = output !== undefined && isMoney(output) ? format.shown(1) : 1;
  const told = parts(
    gap * rate,
    found.map(({ effect }) => effect * rate),
  );
  const signed = (value: number) =>
    output === undefined
      ? format.number(value)
      : format.change(output, value / rate, digitsOf(value, told.unit));
  const shown = (name: string, value: unknown) => {
    const parameter = infoOf(host, name);
    if (typeof value === "number" && parameter !== undefined) {
      return format.beside(labelOf(host, name), parameter, value);
    }
    return format.locale.choices[name]?.[String(value)] ?? format.locale.ui.none;
  };
  const changed = ({ name, before, after }: Change) =>
    views.changedFrom(labelOf(host, name), shown(name, before), shown(name, after));
  return html`
    <p data-part="because">${because(host, found, gap)}</p>
    <div class="scroll" role="group" aria-label=${views.difference} tabindex="0">
      <table class="data parts">
        <caption>${format.locale.ui.labelled(views.difference, signed(told.gap))}</caption>
        <tbody>
          ${found.map(
            (change, index) => html`<tr data-parameter=${change.name}>
              <th scope="row">${changed(change)}</th>
              <td>${Number.isFinite(change.effect) ? signed(told.effects[index] ?? 0) : nothing}</td>
            </tr>`,
          )}
          ${
            told.together === 0
              ? nothing
              : html`<tr data-part="together">
                  <th scope="row">${views.together}</th>
                  <td>${signed(told.together)}</td>
                </tr>`
          }
        </tbody>
      </table>
    </div>
  `;
}

/** So many digits show an amount down to a unit. */
function digitsOf(value: number, unit: number): number {
  return value === 0
    ? 1
    : Math.max(1, Math.round(Math.log10(unit) * -1) + Math.floor(Math.log10(Math.abs(value))) + 1);
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
