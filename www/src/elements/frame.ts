/** The frame of every widget: question, answer, chart, controls, further views, footer. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { assumptions } from "../controls/assumptions.js";
import { choiceField } from "../controls/choice-field.js";
import { control } from "../controls/control.js";
import { today } from "../formats/date.js";
import type { Verdict } from "../locales/types.js";
import { unbroken } from "../unbroken.js";
import type { FrameHost } from "./frame-host.js";
import { isNarrow } from "./layout.js";
import { shareButtons, taken } from "./share.js";

/** A further view, shown in place. */
export interface FrameView {
  readonly id: string;
  readonly title: string;
  /** Nothing while it is being fetched. */
  readonly render: (() => TemplateResult | typeof nothing) | undefined;
}

interface Drawn<Result> extends FrameHost {
  question(result: Result): string;
  verdict(result: Result): Verdict;
  chart(result: Result): TemplateResult;
  views(result: Result): readonly FrameView[];
}

export function frame<Result>(host: Drawn<Result>, result: Result): TemplateResult {
  const { arrangement: layout, format } = host;
  // What is explained or found wrong makes the widget taller, not its chart lower.
  const { height } = host.measure.figure;
  const keeps = host.explained !== undefined || host.isStale;
  // As a property: a page may forbid the attribute.
  const kept = keeps && height > 0 ? `min-block-size:${height}px` : "";
  const figure = html`<div class="figure" part="chart" .style=${kept} ?data-stale=${host.isStale}>${host.chart(result)}</div>`;
  const controls = html`<div class="controls" part="controls" data-part="basics">
    ${repeat(
      host.frontControls(),
      ({ id }) => id,
      (front) => control(host, front),
    )}
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
      lang=${format.words.htmlTag}
      dir="ltr"
      data-layout=${layout}
      ?data-compact=${host.setting("layout") === "compact"}
      ?data-full=${host.setting("layout") === "full"}
      ?data-narrow=${isNarrow(host.measure)}
      aria-labelledby="title"
      @keydown=${(event: KeyboardEvent) => onKey(host, event)}
    >
      <div class="face">
        ${header(host, host.question(result), host.verdict(result))}
        <div class="body">${repeat(
          ordered,
          ({ key }) => key,
          ({ part }) => part,
        )}</div>
      </div>
      ${assumptions(host, host.isOpen || host.isPrinting, host.rows(), host.rowCount, (open) => host.onOpen(open))}
      ${further(host, host.views(result))} ${footer(host)}
      <p class="live hidden" role="status"></p>
    </section>
  `;
}

function header(host: FrameHost, question: string, { lead, rest, more }: Verdict): TemplateResult {
  const level = /^[2-6]$/.test(host.setting("headingLevel")) ? host.setting("headingLevel") : "3";
  return html`<header>
    <p id="title" class="title" part="title" role="heading" aria-level=${level}>${unbroken(host.setting("heading") || question)}</p>
    <div class="said">
      <div class="answer" part="verdict" data-part="answer" data-side=${host.side ?? nothing}
        ?data-stale=${host.isStale}>
        <p class="sentence" data-part="sentence"><strong data-part="lead">${unbroken(lead)}</strong>${
          rest === "" ? nothing : html`${host.format.words.space}<span>${unbroken(rest)}</span>`
        }</p>
        ${more === "" ? nothing : html`<p class="more" data-part="more">${unbroken(more)}</p>`}
      </div>
      <div class="status">
        ${unread(host)}
        ${host.isStale ? stale(host) : nothing}
        ${host.store.edited || host.store.canUndo || host.store.canRedo ? changed(host) : nothing}
      </div>
    </div>
    ${host.warning()}
  </header>`;
}

/** That a link could not be read. */
function unread({ linkNote }: FrameHost): TemplateResult | typeof nothing {
  if (linkNote === undefined) return nothing;
  return html`<p class="unread" data-part="unread">${linkNote}</p>`;
}

/** What the reader has done, with the ways back. */
function changed(host: FrameHost): TemplateResult {
  const { words, store } = host;
  // An answer from before is none to the changes.
  const isNew = store.edited && !host.isStale;
  return html`<p class="changed" data-part="changed">${isNew ? (host.isAsFollowed ? words.followed : words.changed) : nothing}</p>
    <button type="button" class="link reset" data-part="reset"
      ?disabled=${!store.edited} @click=${() => host.onReset()}>${words.reset}</button>
    <button type="button" class="icon undo" data-part="undo" title=${words.undo}
      aria-label=${words.undo} ?disabled=${!store.canUndo} @click=${() => host.onUndo()}></button>
    <button type="button" class="icon redo" data-part="redo" title=${words.redo}
      aria-label=${words.redo} ?disabled=${!store.canRedo} @click=${() => host.onRedo()}></button>`;
}

/** Bad figures that are named: more would cover the answer they leave as it was. */
const NAMED = 2;

/** Which figures are bad: each a button that leads to its field. */
function stale(host: FrameHost): TemplateResult {
  const { words, problems } = host;
  const bad = problems.slice(0, NAMED).map((problem, index) => {
    const { label, field } = host.place(problem);
    const named =
      field === undefined
        ? html`<span>${label}</span>`
        : html`<button type="button" class="link" @click=${() => host.onCorrect(problem)}>${label}</button>`;
    return html`${index === 0 ? nothing : host.format.words.comma}${named}`;
  });
  const others = problems.length - NAMED;
  return html`<p class="stale" data-part="stale">${words.asBefore} ${bad}${
    others > 0 ? html` ${words.andMore(host.format.count(others))}` : nothing
  }</p>`;
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
      const isOpen = host.view === id;
      // Paper has the table, and what is open.
      const isShown = isOpen || (host.isPrinting && id === "table");
      const drawn = isShown && render !== undefined ? render() : nothing;
      // Paper has no room for one that is empty.
      const hidden = !isOpen && drawn === nothing;
      // No landmark: pages hold many widgets, whose views have the same names.
      return html`<div class="view" id="view-${id}" role="group" aria-label=${title} ?hidden=${hidden}>
        ${drawn}
      </div>`;
    })}
  `;
}

function footer(host: FrameHost): TemplateResult {
  const { words } = host;
  const note = host.presetNote();
  return html`<footer part="footer">
    ${presetField(host)}
    <div class="tools">${shareButtons(host)}</div>
    ${taken(host)}
    ${
      host.format.currencyNote === ""
        ? nothing
        : html`<p class="note" data-part="currency">${host.format.currencyNote}</p>`
    }
    ${note === undefined || !host.isPrinting ? nothing : html`<p class="note">${note}</p>`}
    ${
      host.isPrinting
        ? html`<p class="note">
            ${words.printed(host.format.date(today()))} ${"\u00b7"} ${host.seen.address}
          </p>`
        : nothing
    }
  </footer>`;
}

function presetField(host: FrameHost): TemplateResult {
  const presets = host.presets();
  const { words } = host;
  const label = host.setting("presetLabel") || host.defaultsTitle();
  if (presets.length === 0) return html`<p class="figures">${words.figuresAs(label)}</p>`;
  const problem = host.problems.find(({ path }) => path === "preset");
  return html`<p class="figures" data-parameter="preset">
    <label for="preset">${words.figures}</label>
    ${choiceField({
      id: "preset",
      options: [["", label], ...presets.map((id) => [id, host.presetTitle(id)] as const)],
      value: presetValue(host, presets),
      bad: problem !== undefined,
      onChoose: (id) => host.onChoose("preset", id),
    })}
  </p>`;
}

/** Which set counts; a preset that is the first set itself is none of the options. */
function presetValue({ store, info, hasOwnSet }: FrameHost, presets: readonly string[]): string {
  const id = hasOwnSet ? (store.chosen ?? "") : store.preset;
  return presets.includes(id) || !info.presets.includes(id) ? id : "";
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
