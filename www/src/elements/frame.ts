/** The frame of every widget: question, answer, chart, controls, further views, footer. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { assumptions } from "../controls/assumptions.js";
import { choiceField } from "../controls/choice-field.js";
import { parameterControl } from "../controls/control.js";
import type { ControlHost } from "../controls/host.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Problem } from "../state/store.js";
import type { Verdict } from "./calculator-element.js";
import { shareButton } from "./share.js";

/** How a widget is laid out, by the width it has. */
export type Layout = "compact" | "phone" | "desk";

/** From which widths on, em of the widget's own text: a larger text needs a wider place. */
const PHONE = 18.5;
const DESK = 44;

export function layoutOf(
  { width, em }: { readonly width: number; readonly em: number },
  wanted: string,
): Layout {
  if (wanted === "compact") return "compact";
  // Not laid out, or on a server: one column is right in every place.
  if (width === 0) return "phone";
  if (width >= DESK * em) return "desk";
  return width < PHONE * em && wanted !== "full" ? "compact" : "phone";
}

/** A further view, shown in place. */
export interface FrameView {
  readonly id: string;
  readonly title: string;
  readonly render: () => TemplateResult;
}

export interface FrameHost extends ControlHost {
  readonly arrangement: Layout;
  readonly localName: string;
  readonly sentence: string;
  /** The id of the view that is open. */
  readonly view: string | undefined;
  readonly isOpen: boolean;
  readonly isPrinting: boolean;
  readonly isStale: boolean;
  readonly front: readonly ParameterInfo[];
  frontRows(): readonly TemplateResult[];
  rows(): TemplateResult | typeof nothing;
  warning(): TemplateResult | typeof nothing;
  setting(name: string): string;
  place(problem: Problem): { label: string; field?: string };
  presets(): readonly string[];
  presetTitle(id: string): string;
  defaultsTitle(): string;
  presetNote(): string | undefined;
  onView(id: string): void;
  onOpen(open: boolean): void;
  onUndo(): void;
  onRedo(): void;
  onReset(): void;
  onResetOne(name: string): void;
  onCorrect(problem: Problem): void;
}

interface Drawn<Result> extends FrameHost {
  verdict(result: Result): Verdict;
  chart(result: Result): TemplateResult;
  views(result: Result): readonly FrameView[];
}

export function frame<Result>(host: Drawn<Result>, result: Result): TemplateResult {
  const { arrangement: layout, format } = host;
  const figure = html`<div class="figure" ?data-stale=${host.isStale}>${host.chart(result)}</div>`;
  const controls = html`<div class="controls" data-part="basics">
    ${host.frontRows()} ${host.front.map((info) => parameterControl(host, info, true))}
  </div>`;
  const parts = [
    { key: "figure", part: figure },
    { key: "controls", part: controls },
  ];
  // The order of the document is the one the eye and the Tab key take.
  const ordered = layout === "desk" ? [...parts].reverse() : parts;
  return html`
    <section
      class="widget"
      part="widget"
      lang=${format.language === "zh" ? "zh-Hans" : "en"}
      dir="ltr"
      data-layout=${layout}
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => onKey(host, event)}
    >
      ${header(host, host.verdict(result))}
      <div class="body">${repeat(
        ordered,
        ({ key }) => key,
        ({ part }) => part,
      )}</div>
      ${assumptions(host, host.isOpen || host.isPrinting, host.rows(), (open) => host.onOpen(open))}
      ${further(host, host.views(result))} ${footer(host)}
      <p class="live hidden" role="status"></p>
    </section>
  `;
}

function header(host: FrameHost, { lead, rest, more }: Verdict): TemplateResult {
  const title = host.setting("heading") || host.format.locale.title;
  const level = /^[2-6]$/.test(host.setting("headingLevel")) ? host.setting("headingLevel") : "3";
  return html`<header>
    <p id="title" class="title" role="heading" aria-level=${level}>${title}</p>
    <div class="answer" data-part="answer" ?data-stale=${host.isStale}>
      <p class="sentence" data-part="sentence"><strong data-part="lead">${lead}</strong>${
        rest === "" ? nothing : html`${host.format.locale.space}<span>${rest}</span>`
      }</p>
      ${more === "" ? nothing : html`<p class="more" data-part="more">${more}</p>`}
    </div>
    <div class="status">
      ${host.isStale ? stale(host) : host.store.edited ? changed(host) : nothing}
    </div>
    ${host.warning()}
  </header>`;
}

function changed({ words }: FrameHost): TemplateResult {
  return html`<p class="changed" data-part="changed">${words.changed}</p>`;
}

/** Which figures are bad: each a button that leads to its field. */
function stale(host: FrameHost): TemplateResult {
  const bad = host.problems.map((problem) => {
    const { label, field } = host.place(problem);
    return field === undefined
      ? html`<span>${label}</span>`
      : html`<button type="button" class="link" @click=${() => host.onCorrect(problem)}>
          ${label}
        </button>`;
  });
  return html`<p class="stale" data-part="stale">${host.words.asBefore} ${bad}</p>`;
}

function further(host: FrameHost, views: readonly FrameView[]): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  return html`
    <div class="views" role="group">
      ${views.map(
        ({ id, title }) => html`<button
          type="button"
          data-view=${id}
          aria-expanded=${host.view === id ? "true" : "false"}
          aria-controls="view-${id}"
          @click=${() => host.onView(id)}
        >
          ${title}
        </button>`,
      )}
    </div>
    ${views.map(({ id, title, render }) => {
      const open = host.view === id || host.isPrinting;
      return html`<section class="view" id="view-${id}" aria-label=${title} ?hidden=${!open}>
        ${open ? render() : nothing}
      </section>`;
    })}
  `;
}

function footer(host: FrameHost): TemplateResult {
  const { words, store } = host;
  const note = host.presetNote();
  return html`<footer>
    ${presetField(host)}
    <div class="tools">
      <button type="button" class="icon undo" title=${words.undo} aria-label=${words.undo}
        ?disabled=${!store.canUndo} @click=${() => host.onUndo()}></button>
      <button type="button" class="icon redo" title=${words.redo} aria-label=${words.redo}
        ?disabled=${!store.canRedo} @click=${() => host.onRedo()}></button>
      <button type="button" class="reset" data-part="reset"
        ?disabled=${!store.edited} @click=${() => host.onReset()}>${words.reset}</button>
      ${shareButton(host)}
    </div>
    ${note === undefined || !host.isPrinting ? nothing : html`<p class="note">${note}</p>`}
    ${
      host.isPrinting
        ? html`<p class="note">
            ${words.printed(new Date().toISOString().slice(0, 10))} · ${location.href}
          </p>`
        : nothing
    }
  </footer>`;
}

function presetField(host: FrameHost): TemplateResult {
  const presets = host.presets();
  const { words, store } = host;
  const label = host.setting("presetLabel") || host.defaultsTitle();
  if (presets.length === 0) return html`<p class="figures">${words.figures}: ${label}</p>`;
  const problem = host.problems.find(({ path }) => path === "preset");
  return html`<p class="figures" data-parameter="preset">
    <label for="preset">${words.figures}</label>
    ${choiceField({
      id: "preset",
      options: [["", label], ...presets.map((id) => [id, host.presetTitle(id)] as const)],
      value: store.preset,
      bad: problem !== undefined,
      onChoose: (id) => host.onChoose("preset", id),
    })}
  </p>`;
}

/** Undo and redo, unless a text field has something of its own to undo. */
function onKey(host: FrameHost, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  const redo = key === "y" || (key === "z" && event.shiftKey);
  if (!redo && key !== "z") return;
  const target = event.composedPath()[0];
  const name = (target as Element).closest?.("[data-parameter]")?.getAttribute("data-parameter");
  if (typeof name === "string" && host.store.text(name) !== undefined) return;
  event.preventDefault();
  if (redo) host.onRedo();
  else host.onUndo();
}
