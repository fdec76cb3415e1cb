/** The page `builder.html`: set a widget up, see it, copy its code. The page's address is its state, as far as it holds that. */
import { html, render, type TemplateResult } from "lit";
import { today } from "../formats/date.js";
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { fits, writeState } from "../publishing/state.js";
import { code } from "./code.js";
import { form } from "./form.js";
import { Follower, preview } from "./preview.js";
import { BuilderState } from "./state.js";
import { type BuilderWords, words } from "./words.js";
import type { Question, Reply } from "./worker.js";

export interface BuilderOptions {
  readonly version: string;
  readonly integrity: Readonly<Record<string, string>>;
  readonly worker: Worker;
  /** The folder of the package's files. */
  readonly folder: string;
}

export class Builder {
  readonly options: BuilderOptions;
  readonly state: BuilderState;
  /** What the worker has said last. */
  reply: Reply | undefined;
  /** Whether the code went to the clipboard, once it was asked for. */
  copied: boolean | undefined;
  readonly #main: HTMLElement;
  readonly #preview = new Follower();
  #asked = 0;
  /** Whether the code is to be copied as soon as it is there. */
  #isAwaited = false;

  constructor(main: HTMLElement, options: BuilderOptions) {
    this.#main = main;
    this.options = options;
    this.state = new BuilderState(location.search.slice(1), options.folder);
    options.worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.id !== this.#asked) return;
      this.reply = data;
      if ("description" in data) this.state.bring(data.description.lists);
      this.#draw();
      if (this.#isAwaited) void this.copy();
    });
    this.#ask();
  }

  get language(): Language {
    return this.state.language;
  }

  get words(): BuilderWords {
    return words[this.language];
  }

  get isComputing(): boolean {
    return this.reply?.id !== this.#asked;
  }

  /** Sets what the widget takes. */
  set(name: string, text: string): void {
    this.state.set(name, text);
    this.changed();
  }

  /** Something was set: asks for the answer, and makes the address say it. */
  changed(): void {
    this.#ask();
    history.replaceState(null, "", `?${this.state.query}`);
  }

  #ask(): void {
    this.copied = undefined;
    this.#asked += 1;
    const { version, worker } = this.options;
    const { isFrozen, pasted, way } = this.state;
    const question: Question = {
      id: this.#asked,
      state: pasted,
      day: today(),
      version,
      // Static code holds its figures as it is.
      isFrozen: isFrozen && way !== "static",
    };
    worker.postMessage(question);
    this.#draw();
  }

  readonly copy = async (): Promise<void> => {
    const area = this.#main.querySelector<HTMLTextAreaElement>("[data-part=snippet]");
    this.#isAwaited = this.isComputing;
    if (area === null || area.value === "") return;
    try {
      await navigator.clipboard.writeText(area.value);
      this.copied = true;
    } catch {
      area.focus();
      area.select();
      this.copied = false;
    }
    this.#draw();
  };

  #draw(): void {
    document.documentElement.lang = sharedWords(this.language).htmlTag;
    document.title = this.words.title;
    render(this.#page(), this.#main);
    const frame = this.#main.querySelector("iframe");
    // What is refused would empty it: the last good answer stays.
    const isGood = !this.isComputing && this.reply !== undefined && "state" in this.reply;
    if (frame === null || !isGood) return;
    const { pasted } = this.state;
    this.#preview.show(frame, writeState(pasted), !fits(pasted));
  }

  #page(): TemplateResult {
    const { title, lead } = this.words;
    return html`
      <header>
        <h1>${title}</h1>
        <p>${lead}</p>
      </header>
      <div class="columns">
        ${form(this)}
        <div class="result" data-device=${this.state.device}>${preview(this)} ${code(this)}</div>
      </div>
    `;
  }
}
