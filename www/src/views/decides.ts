/**
 * What decides it? The tornado, and for the figures at its top the values that would turn the
 * answer.
 */

import { html, nothing, type TemplateResult } from "lit";
import { tornadoChart } from "../charts/tornado.js";
import { roundUp } from "../formats/format.js";
import { say } from "../locales/calculators/say.js";
import { unbroken } from "../unbroken.js";
import { type Bar, calculate, flipOf, type Moving, moving } from "./engine.js";
import type { Render, ViewHost } from "./view.js";
import { infoOf, labelOf, type Sides, shortLabelOf } from "./words.js";

/** Buttons under "What would have to be true?", at most. */
const TURNS = 5;

interface Turn {
  readonly parameter: string;
  readonly value: number;
  /** Whether the answer turns when the figure falls below the value. */
  readonly isBelow: boolean;
}

export const render: Render = (host) => {
  const bars = moving(host);
  const { sides } = host.words;
  return html`<p class="sentence" data-part="decides">${unbroken(lead(host, bars, sides))}</p>
    ${bars.length === 0 ? nothing : chart(host, bars, sides)}
    ${sides === undefined ? nothing : turns(host, bars, sides)}`;
};

function present({ decision = "", result }: ViewHost): number {
  const value = result[decision];
  return typeof value === "number" ? value : 0;
}

/** A figure's value beside its label. */
function shown(host: ViewHost, name: string, value: number, label = labelOf(host, name)): string {
  const info = infoOf(host, name);
  return info === undefined ? host.format.number(value) : host.format.beside(label, info, value);
}

function amount({ format, info, decision }: ViewHost, value: number): string {
  const output = info.outputs.find(({ name }) => name === decision);
  return output === undefined ? format.number(value) : format.quantity(output, value);
}

/**
 * The number beside which a side wins, and how that is said. Of whole numbers a flip is the first on the other side:
 * it wins "from" there on, and "below" is said of the one after it, as it is beside the slider.
 */
export function edge(host: ViewHost, name: string, flip: number, isBelow: boolean) {
  const by = isBelow ? "below" : "above";
  if (infoOf(host, name)?.kind !== "integer") return { value: flip, by } as const;
  const at = calculate(host, { ...host.given, [name]: flip })[host.decision ?? ""];
  if (at === 0) return { value: flip, by } as const;
  return { value: roundUp(isBelow ? flip + 1 : flip), by: isBelow ? by : "from" } as const;
}

/** On which side of the flip the answer turns: where the present value is not. */
function below(host: ViewHost, { parameter, flip }: Bar): boolean {
  const value = host.input[parameter];
  return typeof value === "number" && flip !== null && flip < value;
}

function turn(host: ViewHost, bar: Bar, sides: Sides | undefined, label?: string): string {
  const { views } = host.format.words;
  if (sides === undefined || bar.flip === null) return views.noFlip;
  const other = present(host) > 0 ? "negative" : "positive";
  const isBelow = below(host, bar);
  const { parameter, flip } = bar;
  const { value, by } = edge(host, parameter, flip, isBelow);
  const turn = { below: views.turnBelow, above: views.turnAbove, from: views.turnFrom }[by];
  return turn(shown(host, parameter, value, label), sides.wins[other]);
}

function lead(host: ViewHost, bars: readonly Bar[], sides: Sides | undefined): string {
  const { views } = host.format.words;
  const [first] = bars;
  if (first === undefined) return views.nothingTurns;
  const label = shortLabelOf(host, first.parameter);
  const parts = [
    first.flip === null || sides === undefined
      ? views.mattersMost(label)
      : views.mattersWith(label, turn(host, first, sides, label)),
  ];
  const last = bars.length > 1 ? bars[bars.length - 1] : undefined;
  // What moves the answer by less than a twentieth of what the first does hardly matters.
  if (last !== undefined && (last.swing ?? 0) < (first.swing ?? 0) / 20) {
    parts.push(views.hardlyMatters(shortLabelOf(host, last.parameter)));
  }
  return parts.join(host.format.locale.space);
}

function chart(host: ViewHost, bars: readonly Moving[], sides: Sides | undefined): TemplateResult {
  const { views } = host.format.words;
  const end = (name: string, value: number, result: number | null) => ({
    shown: views.atLow(shown(host, name, value)),
    result: result ?? 0,
    text: amount(host, result ?? 0),
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
  })}<p class="note">${say(
    host.format,
    bars.every(({ isSourced }) => isSourced) ? views.sourced : views.tried,
    bars.some(({ isMoved }) => isMoved) ? views.moved : undefined,
  )}</p>`;
}

/** The figures that can turn the answer: those of the tornado first, then the other basic ones. */
function turning(host: ViewHost, bars: readonly Moving[]): readonly Turn[] {
  const flips = new Map(bars.map(({ parameter, flip }) => [parameter, flip]));
  const others = host.info.parameters.filter(({ basic, name }) => basic && !flips.has(name));
  const found: Turn[] = [];
  for (const parameter of [...flips.keys(), ...others.map(({ name }) => name)]) {
    const info = infoOf(host, parameter);
    const now = host.input[parameter];
    if (info === undefined || info.kind === "choice" || typeof now !== "number") continue;
    const value = flips.get(parameter) ?? flipOf(host, parameter);
    if (value === null || !Number.isFinite(value) || value === now) continue;
    found.push({ parameter, value, isBelow: value < now });
    if (found.length === TURNS) break;
  }
  return found;
}

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
    const decision = result[host.decision ?? ""];
    const isTie = decision === 0 || result.verdict === "tie";
    if (typeof decision === "number" && !isTie && Math.sign(decision) !== sign) return value;
  }
  return flip;
}

function turns(host: ViewHost, bars: readonly Moving[], sides: Sides): TemplateResult {
  const { views } = host.format.words;
  const other = present(host) > 0 ? "negative" : "positive";
  const found = turning(host, bars);
  const go = ({ parameter, value, isBelow }: Turn) => {
    host.set(parameter, turned(host, parameter, value, isBelow));
    host.rest();
  };
  return html`<section class="turns" data-part="turns">
    <h4>${views.turns}</h4>
    <p>${unbroken(found.length === 0 ? views.noTurn : views.oneEnough(sides.toWin[other]))}</p>
    <ul>
      ${found.map((turn) => {
        const { parameter } = turn;
        const label = shortLabelOf(host, parameter);
        const { value, by } = edge(host, parameter, turn.value, turn.isBelow);
        const tell = { below: views.less, above: views.more, from: views.orMore }[by];
        const text = tell(label, shown(host, parameter, value, label));
        return html`<li>
          <button type="button" data-parameter=${parameter}
            @click=${() => go(turn)}>${text}</button>
        </li>`;
      })}
    </ul>
  </section>`;
}
