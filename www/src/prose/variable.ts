import { css, html, nothing, type TemplateResult } from "lit";
import { meaning, whenRead } from "../article/names.js";
import { sliderScale, windowOf } from "../controls/scale.js";
import type { Format } from "../formats/format.js";
import type { Amount } from "../formats/parse.js";
import type { CalculatorInfo, ParameterInfo } from "../generated/metadata.js";
import { builtInLanguageOf } from "../i18n.js";
import { variable as en } from "../locales/en/variable.js";
import type { InEachLanguage } from "../locales/types.js";
import { variable as zh } from "../locales/zh/variable.js";
import { read } from "../state/reading.js";
import type { Scope } from "../state/scope.js";
import type { Problem, Store } from "../state/store.js";
import { calculatorFor, unknown } from "./calculator.js";
import { bare, ProseElement } from "./prose-element.js";

const words: InEachLanguage<typeof en> = { en, zh };

/** Room between what is wrong and the window's edge, px. */
const GAP = 8;

/** Pixels before a pressed pointer is a drag rather than a tap. */
const SLACK = 3;

/** Pixels of a drag from one end of the window to the other. */
const LENGTH = 320;

const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -100,
  End: 100,
};

/** Everything the number needs to know of its parameter. */
interface Found {
  readonly calculator: CalculatorInfo;
  readonly scope: Scope;
  readonly store: Store;
  readonly info: ParameterInfo;
  readonly value: number;
  readonly format: Format;
}

/**
 * A number within a sentence that the reader steps, drags or types:
 * `<chip-variable name="gpuPrice">$37,000</chip-variable>`.
 */
export class ChipVariableElement extends ProseElement {
  static override readonly styles = [
    ProseElement.styles,
    css`
      .number {
        /* Touch-action is for boxes alone; in a line the browser would take every swipe for itself. */
        display: inline-block;
        position: relative;
        color: var(--chip-accent, inherit);
        white-space: nowrap;
        text-decoration: underline dashed;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
        cursor: ew-resize;
        touch-action: pan-y;
        border-radius: 2px;
      }
      /* A target of 24 px that does not touch the line. */
      .number::after {
        content: "";
        position: absolute;
        inset: 50% -2px auto;
        height: max(24px, 1.5em);
        transform: translateY(-50%);
      }
      .number:focus-visible { outline: 2px solid currentcolor; outline-offset: 2px; }
      .number[data-changed] { font-weight: 600; text-decoration-style: solid; }
      input {
        font: inherit;
        line-height: inherit;
        color: inherit;
        width: calc(var(--length) * 1ch + 1.2ch);
        field-sizing: content;
        margin: 0;
        padding: 0 0.2ch;
        border: 0;
        border-radius: 2px;
        outline: 2px solid var(--accent);
        background: transparent;
        text-align: center;
      }
      @media (pointer: coarse) { input { font-size: max(1em, 16px); } }
      .entry { position: relative; }
      .error {
        position: absolute;
        z-index: 1;
        --width: min(16em, 100vw - 16px);
        box-sizing: border-box;
        width: var(--width);
        /* A number may stand at the end of a line. */
        inset: calc(100% + 0.4em) auto auto min(0px, var(--room) - var(--width));
        padding: 0.4em 0.6em;
        font-size: 0.8em;
        line-height: 1.3;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--danger);
        border-radius: 4px;
      }
      .error button {
        font: inherit;
        min-height: 24px;
        margin-inline-start: 0.5em;
        padding: 0;
        border: 0;
        color: var(--accent);
        background: none;
        text-decoration: underline;
        cursor: pointer;
      }
      .original { display: none; }
      @media print {
        .number { text-decoration: none; color: inherit; }
        .original { display: inline; }
      }
    `,
  ];

  static override readonly properties = { name: {}, calculator: {}, label: {} };

  /** The parameter. */
  declare name: string;
  /** What the number is called, where the parameter's own label does not fit. */
  declare label: string;

  #entry: { text: string; problem: Problem | undefined } | undefined;
  #drag: { id: number; x: number; y: number; position: number; moving: boolean } | undefined;

  #unread: (() => void) | undefined;

  /** Tells an editor what the name may have meant, and what the article's file calls by it. */
  #unknown(): void {
    const { name } = this;
    const numbers = ({ parameters }: CalculatorInfo) =>
      parameters.flatMap(({ name, kind }) => (kind === "choice" ? [] : name));
    this.complain(unknown(this, "number", name, numbers));
    this.#unread ??= whenRead((file) => {
      const found = meaning(file, name);
      if (found !== undefined && name === this.name) this.complain(`"${name}" ${found}.`);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unread?.();
    this.#unread = undefined;
  }

  #find(): Found | undefined {
    const { scope } = this;
    const calculator = calculatorFor(this, ({ parameters }) =>
      parameters.some(({ name, kind }) => name === this.name && kind !== "choice"),
    );
    if (calculator === undefined) {
      this.#unknown();
      return undefined;
    }
    if (scope === undefined) return undefined;
    const store = scope.store(calculator);
    const info = store.parameter(this.name);
    const value = scope.value(calculator, this.name);
    if (info === undefined || typeof value !== "number") return undefined;
    return { calculator, scope, store, info, value, format: this.formatFor(calculator) };
  }

  protected override render(): TemplateResult {
    const found = this.#find();
    if (found === undefined) return html`<slot></slot>`;
    const { store, info, value, format } = found;
    const label = this.label || (format.locale.parameters[info.name] ?? info.name);
    if (this.#entry !== undefined) return this.#entryField(found, label);
    const edited = store.isEdited(info.name);
    const shown = info.kind === "money" ? format.moneyTyped(value) : bare(format, info, value);
    const [low, high] = windowOf(info, value);
    const { how, original } = words[builtInLanguageOf(this)];
    return html`<span
        class="number"
        part="number"
        role="spinbutton"
        tabindex="0"
        translate="no"
        ?data-changed=${edited}
        aria-label="${label}: ${edited ? shown : this.textContent?.trim()}"
        aria-valuenow=${value}
        aria-valuemin=${low}
        aria-valuemax=${high}
        aria-valuetext=${format.quantity(info, value)}
        title=${how}
        @keydown=${this.#onKey}
        @mousedown=${(event: MouseEvent) => event.preventDefault()}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onMove}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onCancel}
        >${edited ? shown : html`<slot></slot>`}</span
      >${edited ? html`<span class="original">${original[0]}<slot></slot>${original[1]}</span>` : nothing}`;
  }

  #entryField({ info, format }: Found, label: string): TemplateResult {
    const { text, problem } = this.#entry ?? { text: "", problem: undefined };
    return html`<span class="entry"
      ><input
        type="text"
        .style=${`--length:${Math.max(3, text.length)}`}
        inputmode=${info.min < 0 ? "text" : "decimal"}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint="done"
        aria-label=${label}
        aria-invalid=${problem === undefined ? "false" : "true"}
        aria-describedby=${problem === undefined ? nothing : "error"}
        .value=${text}
        @input=${this.#onInput}
        @keydown=${this.#onEntryKey}
        @blur=${() => this.#commit(false)}
      />${
        problem === undefined
          ? nothing
          : html`<span class="error" id="error" role="alert" .style=${`--room:${this.#room}px`}
              >${format.message(problem, info)}${problem.readings?.map(
                (meant) =>
                  html`<button
                    type="button"
                    @mousedown=${(event: MouseEvent) => event.preventDefault()}
                    @click=${() => this.#take(meant)}
                  >
                    ${meant.text}
                  </button>`,
              )}</span
            >`
      }</span
    >`;
  }

  /** From where the reader types to the edge of the window, px. */
  get #room(): number {
    const left = this.renderRoot.querySelector(".entry")?.getBoundingClientRect().left ?? 0;
    return document.documentElement.clientWidth - GAP - left;
  }

  // Stepping and dragging

  #move(value: number): void {
    const found = this.#find();
    found?.store.set(found.info.name, value);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const found = this.#find();
    if (found === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#open(found);
      return;
    }
    if (event.key === "Escape" && found.store.isEdited(found.info.name)) {
      event.preventDefault();
      found.store.resetOne(found.info.name);
      return;
    }
    const hundredths = KEYS[event.key];
    if (hundredths === undefined) return;
    event.preventDefault();
    const { info, value, store } = found;
    this.#move(sliderScale(info, windowOf(info, value)).move(value, hundredths));
    store.rest();
  };

  readonly #onDown = (event: PointerEvent): void => {
    const found = this.#find();
    if (found === undefined || event.button !== 0) return;
    (event.currentTarget as HTMLElement).focus({ preventScroll: true });
    const { info, value } = found;
    const position = sliderScale(info, windowOf(info, value)).toPosition(value);
    const { pointerId: id, clientX: x, clientY: y } = event;
    this.#drag = { id, x, y, position, moving: false };
  };

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    const found = this.#find();
    if (drag === undefined || drag.id !== event.pointerId || found === undefined) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moving) {
      // Up and down is for the page to scroll.
      if (Math.abs(dx) <= SLACK || Math.abs(dx) < Math.abs(dy)) return;
      drag.moving = true;
      (event.currentTarget as HTMLElement).setPointerCapture(drag.id);
    }
    const { info, store, value } = found;
    const original = store.original(info);
    const scale = sliderScale(info, windowOf(info, value));
    const position = drag.position + (dx / LENGTH) * scale.max;
    this.#move(scale.toValue(position, typeof original === "number" ? original : undefined));
  };

  readonly #onUp = (): void => {
    const drag = this.#drag;
    const found = this.#find();
    this.#drag = undefined;
    if (drag === undefined || found === undefined) return;
    if (drag.moving) found.store.rest();
    else this.#open(found);
  };

  /** The browser has taken the gesture for scrolling: as it was before. */
  readonly #onCancel = (): void => {
    const drag = this.#drag;
    const found = this.#find();
    this.#drag = undefined;
    if (drag?.moving !== true || found === undefined) return;
    found.store.rest();
    found.store.undo();
  };

  // Typing

  #open({ info, value, format }: Found): void {
    this.#entry = { text: format.plain(info, value), problem: undefined };
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const input = this.renderRoot.querySelector("input");
      input?.focus();
      input?.select();
    });
  }

  readonly #onInput = (event: Event): void => {
    if (this.#entry === undefined) return;
    this.#entry = { text: (event.currentTarget as HTMLInputElement).value, problem: undefined };
    this.requestUpdate();
  };

  readonly #onEntryKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter") this.#commit(true);
    else if (event.key === "Escape") {
      event.stopPropagation();
      this.#close(true);
    }
  };

  /** A good number counts; a bad one stays in its field, with what to type instead. */
  #commit(focus: boolean): void {
    const entry = this.#entry;
    const found = this.#find();
    if (entry === undefined || found === undefined) return;
    const { info, value, format } = found;
    const reading = read(format, info, entry.text);
    if ("problem" in reading) {
      this.#entry = { ...entry, problem: reading.problem };
      this.requestUpdate();
      return;
    }
    if ("range" in reading) this.#take(reading, focus);
    else if (reading.value === null || reading.value === value) this.#close(focus);
    else this.#take({ value: reading.value }, focus);
  }

  /** What was typed, or which of its readings was meant. */
  #take(amount: Amount, focus = true): void {
    const found = this.#find();
    this.#close(focus);
    if (found === undefined) return;
    const { info, store } = found;
    if ("range" in amount) store.setRange(info.name, amount.range);
    else store.set(info.name, amount.value);
    store.rest();
  }

  #close(focus: boolean): void {
    this.#entry = undefined;
    this.requestUpdate();
    if (!focus) return;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(".number")?.focus(),
    );
  }
}
