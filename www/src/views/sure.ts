/** How sure? Counts, dots, a fan by year, and the ranges behind them. */
import { type Source, sources } from "virtual:catalogue";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { DOTS, dotPlot } from "../charts/dots.js";
import { fanChart } from "../charts/fan.js";
import { namesOf } from "../citation.js";
import type { ParameterInfo } from "../generated/metadata.js";
import { say, sureSentences } from "../locales/calculators/say.js";
import { around, quarters, type Range } from "../state/range.js";
import { unbroken } from "../unbroken.js";
import { type Distribution, distribution, moving, type Uncertain } from "./engine.js";
import { type Render, remembered, type ViewHost } from "./view.js";
import { type Futures, infoOf, labelOf, type Sides } from "./words.js";

/**
 * Futures drawn in a frame while a hand moves, and when it rests: powers of two spread most
 * evenly.
 */
const MOVING = 2048;
const RESTING = 16_384;

interface State {
  /** Ranges of the reader's own, and figures that are certain though sources differ. */
  readonly own: Map<string, Range | null>;
  /** Half-typed texts, by parameter and end. */
  readonly drafts: Map<string, string>;
  line: number | undefined;
  /** The fields' ranges, and whether any figure was touched, when the view was last drawn. */
  fields: ViewHost["ranges"];
  touched: boolean;
  /** Which figures move the answer, and whether sources give their ranges. */
  inPlay: ReadonlyMap<string, boolean> | undefined;
}

const states = remembered<State>(() => ({
  own: new Map(),
  drafts: new Map(),
  line: undefined,
  fields: new Map(),
  touched: false,
  inPlay: undefined,
}));

interface Ranged extends Uncertain {
  readonly kind: "own" | "sourced" | "scaled" | "tried";
  readonly source: string | undefined;
}

/** Figures do not come and go under a hand: it takes longer to find them than to draw the futures. */
function inPlay(host: ViewHost): ReadonlyMap<string, boolean> {
  const state = states(host);
  if (state.inPlay === undefined || !host.dragging) {
    state.inPlay = new Map(moving(host).map(({ parameter, isSourced }) => [parameter, isSourced]));
  }
  return state.inPlay;
}

/**
 * The ranges of this view go before those of the fields, but not before what a field says since; and
 * with all figures reset they are gone.
 */
function keepUp(host: ViewHost): void {
  const state = states(host);
  const { own, fields } = state;
  if (state.touched && !host.touched) {
    own.clear();
    state.drafts.clear();
    state.line = undefined;
  }
  for (const { name } of host.info.parameters) {
    if (host.ranges.get(name) === fields.get(name)) continue;
    own.delete(name);
    dropDrafts(state, name);
  }
  state.fields = host.ranges;
  state.touched = host.touched;
}

function dropDrafts({ drafts }: State, name: string): void {
  drafts.delete(`${name}.0`);
  drafts.delete(`${name}.1`);
}

/** Every range in use: the reader's first, then the sources' of what matters to the answer. */
export function ranges(host: ViewHost): readonly Ranged[] {
  keepUp(host);
  const { own } = states(host);
  const moves = inPlay(host);
  const found: Ranged[] = [];
  for (const parameter of host.info.parameters) {
    const typed = own.has(parameter.name)
      ? own.get(parameter.name)
      : host.ranges.get(parameter.name);
    // What the reader decides is not uncertain.
    const isSourced = parameter.decision ? undefined : moves.get(parameter.name);
    const value = host.input[parameter.name];
    if (typed !== undefined && typed !== null) {
      found.push({ parameter, range: typed, kind: "own", source: undefined });
    } else if (typed === undefined && isSourced !== undefined && typeof value === "number") {
      const range = isSourced ? around(parameter, value) : quarters(parameter, value);
      if (range === undefined) continue;
      const kind = !isSourced ? "tried" : value === parameter.default ? "sourced" : "scaled";
      const source = isSourced ? parameter.low?.source : undefined;
      found.push({ parameter, range, kind, source });
    }
  }
  return found;
}

/** Dots on the losing side: as many of the n as the sentence tells of the hundred. */
export function losing(above: number, dots: number): number {
  return Math.round(dots * (1 - above));
}

export const render: Render = (host) => {
  const { sides, futures } = host.words;
  if (sides === undefined || futures === undefined) return html``;
  const { views } = host.format.words;
  const used = ranges(host);
  if (used.length === 0) return html`<p>${views.noRanges}</p>${editor(host, used)}`;
  const width = futures.fan === undefined ? host.viewWidth : half(host);
  const dots = width < DOTS.from * host.em ? DOTS.narrow : DOTS.wide;
  const found = distribution(host, used, host.dragging ? MOVING : RESTING, dots);
  return html`
    <p class="sentence" data-part="sure">${unbroken(sentence(host, used, found, futures))}</p>
    <div class="pair">${plot(host, found, sides, futures, width)} ${fan(host, found, futures)}</div>
    ${editor(host, used)}
    <p class="note">${say(
      host.format,
      views.independent,
      views.futures(host.format.number(found.samples)),
    )}</p>
  `;
};

/** How many of the dots are beyond a line, away from zero. */
function beyond({ format }: ViewHost, { dots }: Distribution, futures: Futures, line: number) {
  const count = dots.filter((dot) => (line >= 0 ? dot > line : dot < line)).length;
  const text = (line >= 0 ? futures.above : futures.below)(
    format.number(count),
    format.number(dots.length),
    format.money(Math.abs(line)),
  );
  return { part: count / dots.length, text };
}

export function sentence(
  host: ViewHost,
  used: readonly Ranged[],
  found: Distribution,
  futures: Futures,
): string {
  const { format } = host;
  const { views } = format.words;
  const [p10, p90] = found.middle;
  const { lead, rest } = sureSentences(format, futures, found, { p10, p90 });
  const now = Number(host.result[host.decision ?? ""] ?? Number.NaN);
  const isOther = !Number.isNaN(now) && now > 0 !== found.above > found.below;
  // Where the futures agree with the verdict, but few reach what it promises.
  const far = beyond(host, found, futures, now);
  const isRare = !isOther && now !== 0 && host.ranges.size === 0 && far.part < 1 / 3;
  return say(
    format,
    lead,
    isOther ? views.otherSide : undefined,
    used.every(({ kind }) => kind === "tried") ? views.triedAlone : undefined,
    rest,
    ...(isRare ? [far.text, views.fallsShort] : []),
  );
}

function plot(
  host: ViewHost,
  found: Distribution,
  sides: Sides,
  futures: Futures,
  width: number,
): TemplateResult {
  const { format, em } = host;
  const { views } = format.words;
  const state = states(host);
  const { dots } = found;
  // A round number in the middle of the dots, so that the first sentence says something new.
  const line = state.line ?? Number((dots[dots.length >> 1] ?? 0).toPrecision(1));
  const { text } = beyond(host, found, futures, line);
  return html`<div>
    ${dotPlot({
      id: host.id("dots"),
      title: futures.dots,
      width,
      height: Math.min(19 * em, Math.max(14 * em, width * 0.62)),
      em,
      rate: format.currency?.rate,
      values: dots,
      negative: losing(found.above, dots.length),
      sides,
      tick: (value) => format.moneyTick(value),
      line: {
        value: line,
        label: views.moveLine,
        text,
        onSlide: (value) => {
          state.line = Number(value.toPrecision(2));
          host.requestUpdate();
        },
      },
    })}
    <p class="note">${views.dot(format.number(dots.length))}</p>
  </div>`;
}

/** Two drawings stand side by side where there is room for both, em. */
const SIDE_BY_SIDE = 44;

function half({ viewWidth: width, em }: ViewHost): number {
  return width >= SIDE_BY_SIDE * em ? (width - 2 * em) / 2 : width;
}

function fan(
  host: ViewHost,
  found: Distribution,
  futures: Futures,
): TemplateResult | typeof nothing {
  const { format, em } = host;
  const { views } = format.words;
  const { fan: bands } = found;
  const count = bands.year.length;
  if (count < 2 || futures.fan === undefined || futures.fanSentence === undefined) return nothing;
  const tell = (index: number) =>
    futures.fanSentence?.(
      format.money(bands.p25[index] ?? 0),
      format.money(bands.p75[index] ?? 0),
      format.years(bands.year[index] ?? index),
    ) ?? "";
  const width = half(host);
  // Where the years are uncertain as well, some futures go on after those of the answer.
  const at = Array.prototype.indexOf.call(bands.year, host.input.years);
  const last = at < 0 ? count - 1 : at;
  return html`<div>
    ${fanChart(host, {
      id: host.id("fan"),
      title: futures.fan,
      width,
      height: Math.min(19 * em, Math.max(14 * em, width * 0.62)),
      em,
      rate: format.currency?.rate,
      ...bands,
      half: views.half,
      most: views.ninety,
      yearTick: (year) => format.locale.yearTick(year),
      tick: (value) => format.moneyTick(value),
      label: futures.fan,
      text: tell,
    })}
    <p class="note">${tell(last)}</p>
  </div>`;
}

function editor(host: ViewHost, used: readonly Ranged[]): TemplateResult {
  const { views } = host.format.words;
  const { own } = states(host);
  const others = host.info.parameters.filter(
    ({ name, kind }) =>
      kind !== "choice" &&
      typeof host.input[name] === "number" &&
      !used.some(({ parameter }) => parameter.name === name),
  );
  const add = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const info = infoOf(host, select.value);
    const value = host.input[select.value];
    select.value = "";
    if (info === undefined || typeof value !== "number") return;
    const first = host.ranges.get(info.name) ?? around(info, value) ?? spreadOf(info, value);
    own.set(info.name, first);
    host.requestUpdate();
  };
  return html`<fieldset class="ranges" data-part="ranges">
    <legend>${views.ranges}</legend>
    <p class="note">${views.rangeHint}</p>
    ${used.map((range) => row(host, range))}
    <select aria-label=${views.addRange} @change=${add}>
      <option value="">${views.addRange}</option>
      ${others.map(({ name }) => html`<option value=${name}>${labelOf(host, name)}</option>`)}
    </select>
  </fieldset>`;
}

/** A first range for a figure without a sourced one: a fifth to either side, within its bounds. */
function spreadOf({ min, max, kind, window }: ParameterInfo, value: number): Range {
  const reach = value === 0 ? (window[1] - window[0]) / 5 : Math.abs(value) / 5;
  const ends = [Math.max(min, value - reach), Math.min(max, value + reach)] as const;
  return kind === "integer" ? [Math.floor(ends[0]), Math.ceil(ends[1])] : ends;
}

function row(host: ViewHost, { parameter, range, kind, source }: Ranged): TemplateResult {
  const { format } = host;
  const { views } = format.words;
  const state = states(host);
  const { name } = parameter;
  const label = labelOf(host, name);
  const told = source !== undefined && Object.hasOwn(sources, source) ? sources[source] : undefined;
  const bad = state.drafts.size > 0 && [0, 1].some((end) => state.drafts.has(`${name}.${end}`));
  const text = (key: string, end: 0 | 1) =>
    state.drafts.get(key) ?? format.field(parameter, range[end]);
  const field = (end: 0 | 1) => {
    const key = `${name}.${end}`;
    const id = host.id(`range-${name}-${end}`);
    return html`<input
      id=${id}
      type="text"
      size=${Math.max(6, text(key, end).length)}
      autocomplete="off"
      spellcheck="false"
      aria-label="${views.rangeOf(label)}, ${end === 0 ? views.low : views.high}"
      aria-invalid=${state.drafts.has(key) ? "true" : "false"}
      aria-describedby=${bad ? host.id(`range-${name}-error`) : nothing}
      .value=${live(text(key, end))}
      @change=${(event: Event) => {
        const { value } = event.currentTarget as HTMLInputElement;
        take(host, parameter, range, end, value);
      }}
    />`;
  };
  const drop = () => {
    // The sources' range comes back; without one, or with a field's below it, the figure is certain.
    if (kind === "own" && !host.ranges.has(name)) state.own.delete(name);
    else state.own.set(name, null);
    dropDrafts(state, name);
    host.requestUpdate();
  };
  const from = (source: Source) => {
    const { title, publisher, comma, lang } = namesOf(source, format.language);
    const tell = kind === "scaled" ? views.rangeScaled : views.rangeFrom;
    const text = tell([title, publisher, format.date(source.date)].join(comma));
    return html`<span lang=${lang}>${text}</span>`;
  };
  return html`<div class="range" role="group" aria-label=${views.rangeOf(label)}
    data-parameter=${name}>
    <span class="label">${label}</span>
    <span class="ends">${field(0)} ${"\u2013"} ${field(1)}</span>
    <button type="button" class="drop" aria-label=${views.fix(label)} title=${views.fix(label)}
      @click=${drop}>
      ${"\u00d7"}
    </button>
    ${
      bad
        ? html`<p class="error"
      id=${host.id(`range-${name}-error`)}>${format.words.codes.badRange}</p>`
        : nothing
    }
    <small class="source">${
      kind === "own"
        ? views.ownRange
        : kind === "tried"
          ? views.triedRange
          : told === undefined
            ? nothing
            : from(told)
    }</small>
  </div>`;
}

/** A text in one end of a range; a range typed there ("35k–40k") is both. */
function take(
  host: ViewHost,
  parameter: ParameterInfo,
  range: Range,
  end: 0 | 1,
  text: string,
): void {
  const state = states(host);
  const key = `${parameter.name}.${end}`;
  const reading = host.format.read(parameter, text);
  let next: Range | undefined;
  if ("range" in reading) next = [reading.range[0], reading.range[1]];
  else if ("value" in reading && typeof reading.value === "number") {
    next = end === 0 ? [reading.value, range[1]] : [range[0], reading.value];
  }
  if (next === undefined || !(next[0] < next[1])) state.drafts.set(key, text);
  else {
    dropDrafts(state, parameter.name);
    state.own.set(parameter.name, next);
  }
  host.requestUpdate();
}
