/**
 * What decides it? The tornado, and for the figures at its top the values that would turn the
 * answer.
 */
import { html, nothing, type TemplateResult } from "lit";
import { tornadoChart } from "../charts/tornado.js";
import { type Bar, calculate, moving } from "./engine.js";
import type { View, ViewHost } from "./view.js";
import { calculatorWords, infoOf, labelOf, type Sides } from "./words.js";

/** Buttons under "What would have to be true?", at most. */
const TURNS = 5;

interface Turn {
  readonly bar: Bar;
  readonly value: number;
  /** Whether the answer turns when the figure falls below the value. */
  readonly isBelow: boolean;
}

export const decides: View = {
  id: "decides",
  title: ({ format }) => format.words.views.decides,
  available: ({ info, result }) =>
    info.decision !== null && typeof result[info.decision] === "number",
  render(host) {
    const bars = moving(host);
    const { sides } = calculatorWords(host);
    return html`<p class="sentence" data-part="decides">${lead(host, bars, sides)}</p>
      ${bars.length === 0 ? nothing : chart(host, bars, sides)}
      ${sides === undefined ? nothing : turns(host, sides)}`;
  },
};

function present({ info, result }: ViewHost): number {
  const value = info.decision === null ? undefined : result[info.decision];
  return typeof value === "number" ? value : 0;
}

function shown(host: ViewHost, name: string, value: number): string {
  const info = infoOf(host, name);
  return info === undefined ? host.format.number(value) : host.format.quantity(info, value);
}

function money({ format, info }: ViewHost, value: number): string {
  const output = info.outputs.find(({ name }) => name === info.decision);
  return output === undefined ? format.number(value) : format.quantity(output, value);
}

/** On which side of the flip the answer turns: where the present value is not. */
function below(host: ViewHost, { parameter, flip }: Bar): boolean {
  const value = host.input[parameter];
  return typeof value === "number" && flip !== null && flip < value;
}

function turn(host: ViewHost, bar: Bar, sides: Sides | undefined): string {
  const { views } = host.format.words;
  if (sides === undefined || bar.flip === null) return views.noFlip;
  const other = present(host) > 0 ? "negative" : "positive";
  const value = shown(host, bar.parameter, bar.flip);
  return below(host, bar)
    ? views.turnBelow(value, sides.wins[other])
    : views.turnAbove(value, sides.wins[other]);
}

function lead(host: ViewHost, bars: readonly Bar[], sides: Sides | undefined): string {
  const { views } = host.format.words;
  const [first] = bars;
  if (first === undefined) return views.nothingTurns;
  const label = labelOf(host, first.parameter);
  const parts = [
    first.flip === null
      ? views.mattersMost(label)
      : views.mattersWith(label, turn(host, first, sides)),
  ];
  const last = bars.length > 1 ? bars[bars.length - 1] : undefined;
  // What moves the answer by less than a twentieth of what the first does hardly matters.
  if (last !== undefined && (last.swing ?? 0) < (first.swing ?? 0) / 20) {
    parts.push(views.hardlyMatters(labelOf(host, last.parameter)));
  }
  return parts.join(host.format.locale.space);
}

function chart(host: ViewHost, bars: readonly Bar[], sides: Sides | undefined): TemplateResult {
  const { views } = host.format.words;
  const end = (name: string, value: number, result: number | null) => ({
    shown: views.atLow(shown(host, name, value)),
    result: result ?? 0,
    text: money(host, result ?? 0),
  });
  return html`${tornadoChart({
    title: views.bars,
    present: present(host),
    signed: sides !== undefined,
    bars: bars.map((bar) => ({
      parameter: bar.parameter,
      label: labelOf(host, bar.parameter),
      low: end(bar.parameter, bar.low, bar.lowResult),
      high: end(bar.parameter, bar.high, bar.highResult),
      flip: sides === undefined ? "" : turn(host, bar, sides),
    })),
  })}<p class="note">${views.sourced}</p>`;
}

interface Seek {
  goalSeek(request: object): { readonly value: number | null };
}

/** The figures that can turn the answer: those of the tornado first, then the other basic ones. */
function turning(host: ViewHost): readonly Turn[] {
  const { info, functions, given } = host;
  const { goalSeek } = functions as Seek;
  const bars = new Map(moving(host).map((bar) => [bar.parameter, bar]));
  const ranked = [
    ...bars.keys(),
    ...info.parameters
      .filter(({ basic, name }) => basic && !bars.has(name))
      .map(({ name }) => name),
  ];
  const found: Turn[] = [];
  for (const name of ranked) {
    const parameter = infoOf(host, name);
    const now = host.input[name];
    if (parameter === undefined || parameter.kind === "choice" || typeof now !== "number") continue;
    const request = { calculator: info.name, input: given, parameter: name, output: info.decision };
    const flip = bars.get(name)?.flip ?? goalSeek({ ...request, target: 0 }).value;
    if (flip === null || !Number.isFinite(flip) || flip === now) continue;
    const bar = bars.get(name) ?? { ...EMPTY, parameter: name, flip };
    found.push({ bar, value: flip, isBelow: flip < now });
    if (found.length === TURNS) break;
  }
  return found;
}

const EMPTY = { low: 0, high: 0, lowResult: null, highResult: null, swing: null };

/** How many round numbers beyond a flip are tried: near it the two sides may still be a toss-up. */
const BEYOND = 40;

/** The first round number of three digits on the far side of a flip at which the verdict has turned. */
export function turned(host: ViewHost, name: string, flip: number, isBelow: boolean): number {
  const info = infoOf(host, name);
  const sign = Math.sign(present(host));
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(flip) || 1)) - 2);
  const step = info?.kind === "integer" ? Math.max(1, unit) : unit;
  const first = (isBelow ? Math.floor : Math.ceil)(flip / step);
  for (let further = 0; further < BEYOND; further++) {
    const at = (first + (isBelow ? -further : further)) * step;
    const value = Number(at.toPrecision(12));
    if (info !== undefined && (value < info.min || value > info.max)) break;
    const result = calculate(host, { ...host.given, [name]: value });
    const decision = result[host.info.decision ?? ""];
    const isTie = decision === 0 || result.verdict === "tie";
    if (typeof decision === "number" && !isTie && Math.sign(decision) !== sign) return value;
  }
  return flip;
}

function turns(host: ViewHost, sides: Sides): TemplateResult {
  const { views } = host.format.words;
  const other = present(host) > 0 ? "negative" : "positive";
  const found = turning(host);
  const go = ({ bar: { parameter }, value, isBelow }: Turn) => {
    host.set(parameter, turned(host, parameter, value, isBelow));
    host.rest();
  };
  return html`<section class="turns" data-part="turns">
    <h4>${views.turns}</h4>
    <p>${found.length === 0 ? views.noTurn : views.oneEnough(sides.toWin[other])}</p>
    <ul>
      ${found.map((turn) => {
        const { parameter } = turn.bar;
        const text = (turn.isBelow ? views.less : views.more)(
          labelOf(host, parameter),
          shown(host, parameter, turn.value),
        );
        return html`<li>
          <button type="button" data-parameter=${parameter}
            @click=${() => go(turn)}>${text}</button>
        </li>`;
      })}
    </ul>
  </section>`;
}
