/** A parameter with all that belongs to it: label, field, slider over its response, what they say. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { roundUp } from "../formats/format.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Response } from "../state/curves.js";
import type { Problem } from "../state/store.js";
import { choiceField } from "./choice-field.js";
import { curveOf } from "./curve.js";
import type { ControlHost } from "./host.js";
import { errorOf, numberField } from "./number-field.js";
import { sliderScale } from "./scale.js";
import { slide } from "./slide.js";

export interface Control {
  /** Its id, and the beginning of those of its parts. */
  readonly id: string;
  readonly info: ParameterInfo;
  readonly label: string;
  readonly value: unknown;
  /** Whether it stands in front, with a slider. */
  readonly front: boolean;
  readonly options?: readonly (readonly [value: string, label: string])[];
  readonly placeholder?: string | undefined;
  readonly name?: string | undefined;
  /** What it counts as, where that is not what the field says. */
  readonly counted?: string | undefined;
}

/** What belongs to a parameter of the table. */
export function ofParameter(host: ControlHost, info: ParameterInfo, front: boolean): Control {
  const { locale } = host.format;
  const labels = locale.choices[info.name] ?? {};
  return {
    id: front ? info.name : `all-${info.name}`,
    info,
    label: locale.parameters[info.name] ?? info.name,
    value: host.store.value(info, host.asked),
    front,
    options: (info.words ?? []).map((word) => [word, labels[word] ?? word] as const),
  };
}

export function control(host: ControlHost, control: Control): TemplateResult {
  const { id, info, label, front } = control;
  const { format, words, store } = host;
  const problem = host.problems.find(({ path }) => path === info.name);
  const unit = format.fieldUnit(info, label) || (front ? "" : control.counted);
  const edited = store.isEdited(info.name);
  const explained = host.explained === id;
  const hasSlider = front && info.kind !== "choice" && typeof control.value === "number";
  return html`
    <div
      class="control ${front ? "front" : "row"}${info.kind === "choice" ? " choice" : ""}"
      role="group"
      aria-labelledby="${id}-label"
      data-parameter=${info.name}
      ?data-edited=${edited}
    >
      <div class="head">
        <label id="${id}-label" for=${id}>${label}</label>
        <button
          type="button"
          class="about"
          aria-label=${words.about(label)}
          aria-expanded=${explained ? "true" : "false"}
          aria-controls="${id}-about"
          @click=${() => host.onExplain(id)}
        ></button>
        <span class="entry">
          ${unit ? html`<span class="unit" id="${id}-unit">${unit}</span>` : nothing}
          ${entry(host, control, problem, hasSlider)}
        </span>
      </div>
      ${hasSlider ? track(host, control) : nothing}
      <div class="foot">
        ${hasSlider && problem === undefined ? flips(host, control) : nothing}
        ${errorOf(host, id, info, problem)}
      </div>
      <div class="explanation" id="${id}-about" ?hidden=${!explained}>
        ${explained ? host.explain(info, id) : nothing}
      </div>
    </div>
  `;
}

function entry(
  host: ControlHost,
  { id, info, label, value, options, placeholder, name, counted }: Control,
  problem: Problem | undefined,
  hasSlider: boolean,
): TemplateResult {
  if (info.kind === "choice") {
    return choiceField({
      id,
      options: options ?? [],
      value: String(value ?? ""),
      bad: problem !== undefined,
      described: problem && `${id}-error`,
      name,
      onChoose: (word) => host.onChoose(info.name, word),
    });
  }
  const described = [
    host.format.fieldUnit(info, label) || (counted && !hasSlider) ? `${id}-unit` : "",
    problem ? `${id}-error` : hasSlider ? `${id}-flips` : "",
  ].filter((part) => part !== "");
  const number = typeof value === "number" ? value : Number.NaN;
  return numberField(host, { id, info, value: number, problem, described, placeholder, name });
}

/** The slider: a native one, over the curve of what it does. */
function track(host: ControlHost, { id, info, label, value }: Control): TemplateResult {
  const number = value as number;
  const window = host.curves.window(info, number);
  const scale = sliderScale(info, window);
  const position = scale.toPosition(number);
  const response = host.curves.response(info.name);
  const exact = host.store.original(info);
  const signed = host.deciding?.sides !== undefined;
  const at = (value: number) => scale.toPosition(value) / scale.max;
  const held = host.held === info.name;
  return html`<div class="track" ?data-signed=${signed}>
    ${response === undefined ? nothing : curveOf(toTrack(response, at), host.curves.range, signed)}
    ${response?.flips.map((flip) => html`<i class="flip" .style=${`--at:${at(flip)}`}></i>`)}
    <input
      type="range"
      aria-labelledby="${id}-label"
      aria-valuetext="${host.format.quantity(info, number)}${host.lead === "" ? "" : `, ${host.lead}`}"
      aria-describedby="${id}-flips"
      data-label=${label}
      max=${scale.max}
      step=${held ? 1 : scale.step}
      ${slide({
        base: position,
        onHold: () => host.onHold(info.name),
        onSlide: (moved) => {
          const now = host.store.value(info, host.store.compose().input);
          // A step of an assistive technology may be less than a round number.
          const next = scale.toValue(moved, typeof exact === "number" ? exact : undefined);
          const from = typeof now === "number" ? now : number;
          const nudge = Math.sign(moved - scale.toPosition(from));
          host.set(
            info.name,
            held || next !== from || nudge === 0 ? next : scale.move(from, nudge),
          );
        },
        onKey: (hundredths) => {
          const now = host.store.value(info, host.store.compose().input);
          host.set(info.name, scale.move(typeof now === "number" ? now : number, hundredths));
        },
        onRest: () => host.rest(),
      })}
      .value=${live(String(position))}
    />
  </div>`;
}

function toTrack({ values, results, flips }: Response, at: (value: number) => number) {
  return { at: values.map(at), results, flips: flips.map(at) };
}

/** Where the verdict turns, as a text; where it does not, between which results it moves. */
function flips(host: ControlHost, { id, info, label, value, counted }: Control): TemplateResult {
  const { format, words, deciding } = host;
  const response = host.curves.response(info.name);
  if (response === undefined || deciding === undefined) {
    return html`<p class="flips" id="${id}-flips"></p>`;
  }
  const { sides } = deciding;
  const { results } = response;
  const first = results.find((result) => !Number.isNaN(result)) ?? Number.NaN;
  const last = results.findLast((result) => !Number.isNaN(result)) ?? Number.NaN;
  const [flip] = response.flips;
  const weight =
    counted === undefined ? nothing : html`<span data-part="counted">${counted}</span>`;
  const only = (text: string) =>
    html`<p class="flips" id="${id}-flips" data-part="flips"><span>${text}</span>${weight}</p>`;
  const isIdle = host.used.utilization === 0;
  if (Number.isNaN(first) && isIdle) return only(words.noneIdle);
  const [low, high] = [Math.min(...results), Math.max(...results)];
  // Rounding is no difference.
  if (results.length > 0 && high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
    return only(isIdle ? words.flatIdle : words.flat);
  }
  if (sides === undefined) {
    // Of GPUs that never work no hour has a cost, whatever the nearest one that has comes to.
    const none = info.name === "utilization" ? words.neverBusy : "";
    const text = (result = Number.NaN) => (Number.isNaN(result) ? none : host.resultText(result));
    return html`<p class="flips" id="${id}-flips" data-part="flips">
      <span>${text(results[0])}</span>${weight}<span>${text(results.at(-1))}</span>
    </p>`;
  }
  const side = (result: number) => (result >= 0 ? "positive" : "negative");
  if (flip === undefined) {
    // At an end where nothing is at stake, the answer is still that of all other values.
    const always = side(first === 0 ? last : first);
    return html`<p class="flips" id="${id}-flips" data-part="flips">
      <span class=${always}>${words.always(sides.sentence[always])}</span>
    </p>`;
  }
  const scale = sliderScale(info, host.curves.window(info, value as number));
  // Of whole numbers it is the first on the other side.
  const isWhole = info.kind === "integer";
  const shown = format.beside(label, info, isWhole ? roundUp(flip) : flip);
  const tell = isWhole ? words.flipsFrom : words.flips;
  const part = scale.toPosition(flip) / scale.max;
  return html`<p class="flips" id="${id}-flips" data-part="flips">
    <span class="mark" aria-hidden="true" .style=${`--at:${part}`}>
      <b class=${side(first)}>${sides[side(first)]}</b> ${"\u25c2"} ${shown} ${"\u25b8"}
      <b class=${side(last)}>${sides[side(last)]}</b>
    </span>
    <span class="hidden">
      ${tell(sides.sentence[side(first)], shown, sides.sentence[side(last)])}
    </span>
  </p>`;
}
