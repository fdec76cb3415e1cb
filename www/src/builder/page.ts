/** The page `builder.html`: set a widget up, see it, copy its code. The page's address is its state. */
import { presets } from "virtual:catalogue";
import { weights } from "virtual:published";
import { html, nothing, render, type TemplateResult } from "lit";
import { COLORS as PALETTE } from "../elements/palette.js";
import { today } from "../formats/date.js";
import { type CalculatorName, calculators, type ParameterInfo } from "../generated/metadata.js";
import type { Language } from "../i18n.js";
import { isBuiltIn } from "../locales/types.js";
import { kebab } from "../names.js";
import { contrast, LEAST } from "../publishing/contrast.js";
import { choiceOf, labelOf, presetOf, titleOf, unitOf } from "../publishing/labels.js";
import { folderAddress, oembedFiles, oembedLink, type Place } from "../publishing/oembed.js";
import { COLORS, type Color, line, settings } from "../publishing/options.js";
import { problemText } from "../publishing/problems.js";
import {
  elementSnippet,
  frameSnippet,
  type Served,
  staticSnippet,
  WAYS,
  type Way,
} from "../publishing/snippet.js";
import {
  fits,
  readState,
  type StateProblem,
  stateWith,
  type WidgetState,
  writeState,
} from "../publishing/state.js";
import { type BuilderWords, words } from "./words.js";
import type { Question, Reply } from "./worker.js";

const THEMES = ["light", "dark"] as const;

type Theme = (typeof THEMES)[number];

/** What a color is that is not chosen. */
const standard = (name: Color, theme: Theme = "light") =>
  PALETTE[name][THEMES.indexOf(theme)]?.slice(1) ?? "";

/** Widths of the previews, CSS pixels. */
const WIDTHS = { phone: 360, desk: 760 } as const;

/** A color is chosen in many small steps: the preview follows when the hand rests, ms. */
const REST = 200;

type Device = keyof typeof WIDTHS;

/** What is asked for the folder of an embed. */
const PLACE = ["at", "provider", "author"] as const;

export interface BuilderOptions {
  readonly version: string;
  readonly integrity: Readonly<Record<string, string>>;
  readonly worker: Worker;
  /** The folder of the package's files. */
  readonly folder: string;
}

const NAMES = Object.keys(calculators) as CalculatorName[];

/** A ratio that is not enough must not be rounded to one that is. */
const down = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

/** What a parameter is that is left alone. */
function startOf(preset: string | undefined, info: ParameterInfo): number | string {
  const [value] = presets[preset ?? ""]?.values[info.name] ?? [];
  return value ?? info.default ?? "";
}

export class Builder {
  readonly #main: HTMLElement;
  readonly #options: BuilderOptions;
  #state: WidgetState;
  /** Texts of settings that are refused, by name: shown as typed, with what is wrong. */
  readonly #drafts = new Map<string, StateProblem>();
  #problems: readonly StateProblem[] = [];
  #way: Way = "element";
  #base: string;
  #frozen = false;
  #place: Readonly<Partial<Record<(typeof PLACE)[number], string>>> = {};
  #device: Device = "phone";
  #reply: Reply | undefined;
  #asked = 0;
  #copied: boolean | undefined;
  /** Whether the code is to be copied as soon as it is there. */
  #isAwaited = false;
  /** What the preview shows, and when it will. */
  #shown: string | undefined;
  #following: ReturnType<typeof setTimeout> | undefined;

  constructor(main: HTMLElement, options: BuilderOptions) {
    this.#main = main;
    this.#options = options;
    this.#base = options.folder;
    this.#state = this.#read(location.search.slice(1));
    options.worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.id !== this.#asked) return;
      this.#reply = data;
      this.#draw();
      if (this.#isAwaited) void this.#copy();
    });
    this.#changed(false);
  }

  get #language(): Language {
    const { lang } = this.#state.attributes;
    return isBuiltIn(lang) ? lang : "en";
  }

  get #words(): BuilderWords {
    return words[this.#language];
  }

  /** The builder's own settings, then the widget's. */
  #read(query: string): WidgetState {
    const parameters = new URLSearchParams(query);
    const take = (name: string) => {
      const value = parameters.get(name);
      parameters.delete(name);
      return value;
    };
    const way = take("way");
    this.#way = WAYS.find((known) => known === way) ?? "element";
    this.#device = take("device") === "desk" ? "desk" : "phone";
    this.#frozen = take("frozen") !== null;
    this.#base = this.#options.folder;
    this.#place = {};
    this.#drafts.clear();
    for (const name of ["base", ...PLACE] as const) {
      const value = take(name);
      if (value !== null) this.#setPlace(name, value);
    }
    if (!parameters.has("calculator")) parameters.set("calculator", "cloud-break-even");
    if (!parameters.has("lang")) {
      parameters.set("lang", /^zh\b/i.test(navigator.language) ? "zh" : "en");
    }
    const { state, problems } = readState(parameters);
    this.#problems = problems;
    return state ?? stateWith("cloudBreakEven", { lang: "en" }, {});
  }

  /** Something was set: asks for the answer, and makes the address say it. */
  #changed(write = true): void {
    this.#copied = undefined;
    this.#asked += 1;
    const { version, worker } = this.#options;
    const question: Question = {
      id: this.#asked,
      state: this.#state,
      day: today(),
      version,
      // Static code holds its figures as it is.
      isFrozen: this.#frozen && this.#way !== "static",
    };
    worker.postMessage(question);
    if (write) history.replaceState(null, "", `?${this.#query()}`);
    this.#draw();
  }

  #query(): string {
    const query = new URLSearchParams(writeState(this.#state));
    if (this.#way !== "element") query.set("way", this.#way);
    if (this.#device !== "phone") query.set("device", this.#device);
    if (this.#frozen) query.set("frozen", "");
    if (this.#base !== this.#options.folder) query.set("base", this.#base);
    for (const name of PLACE) if (this.#place[name]) query.set(name, this.#place[name]);
    return query.toString();
  }

  /** Where files are served, and who is named; what cannot be used is told beside its field. */
  #setPlace(name: "base" | (typeof PLACE)[number], text: string): void {
    this.#drafts.delete(name);
    if (name === "provider" || name === "author") {
      const checked = line(text);
      if ("wrong" in checked) this.#drafts.set(name, { name, value: text, ...checked.wrong });
      else this.#place = { ...this.#place, [name]: checked.value };
      return;
    }
    const address = text === "" ? "" : folderAddress(text);
    if (address === undefined) this.#drafts.set(name, { name, value: text, code: "notAnAddress" });
    else if (name === "at") this.#place = { ...this.#place, at: address };
    else this.#base = address || this.#options.folder;
  }

  #set(name: string, text: string): void {
    const setting = settings(this.#state.calculator).find((setting) => setting.name === name);
    const attributes = { ...this.#state.attributes };
    this.#drafts.delete(name);
    if (text === "" || setting === undefined) {
      delete attributes[name];
    } else {
      const checked = setting.check(text);
      if ("wrong" in checked) this.#drafts.set(name, { name, value: text, ...checked.wrong });
      else attributes[name] = checked.value;
    }
    this.#state = stateWith(this.#state.calculator, attributes, this.#state.colors);
    this.#changed();
  }

  #setColor(name: Color, value: string | undefined): void {
    const { [name]: _, ...others } = this.#state.colors;
    const colors = value === undefined ? others : { ...others, [name]: value.replace("#", "") };
    this.#state = { ...this.#state, colors };
    this.#changed();
  }

  /** What both calculators have stays. */
  #choose(calculator: CalculatorName): void {
    const { state } = readState(
      writeState({ ...this.#state, attributes: {} }).replace(
        /calculator=[^&]*/,
        `calculator=${kebab(calculator)}`,
      ),
    );
    const kept = ["lang", "theme", "layout"].flatMap((name) => {
      const value = this.#state.attributes[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    this.#drafts.clear();
    this.#problems = [];
    this.#state = stateWith(calculator, Object.fromEntries(kept), state?.colors ?? {});
    this.#changed();
  }

  /** Whether the frame's address cannot hold all figures. */
  get #isTooLong(): boolean {
    const reply = this.#reply;
    return this.#way === "frame" && reply !== undefined && "state" in reply && !fits(reply.state);
  }

  get #isComputing(): boolean {
    return this.#reply?.id !== this.#asked;
  }

  #snippet(): string | undefined {
    // What is being computed replaces it at once: until then there is nothing to copy.
    if (this.#reply === undefined || "refused" in this.#reply || this.#isComputing) {
      return undefined;
    }
    const { description, state } = this.#reply;
    if (this.#isTooLong) return undefined;
    const { version, integrity } = this.#options;
    const served: Served = { base: this.#base, version, integrity };
    if (this.#way === "static") return staticSnippet(description, description);
    const write = this.#way === "frame" ? frameSnippet : elementSnippet;
    return write(state, served, description);
  }

  readonly #copy = async (): Promise<void> => {
    const area = this.#main.querySelector("textarea");
    this.#isAwaited = this.#isComputing;
    if (area === null || area.value === "") return;
    try {
      await navigator.clipboard.writeText(area.value);
      this.#copied = true;
    } catch {
      area.focus();
      area.select();
      this.#copied = false;
    }
    this.#draw();
  };

  #draw(): void {
    document.documentElement.lang = this.#language === "zh" ? "zh-Hans" : "en";
    document.title = this.#words.title;
    render(this.#page(), this.#main);
    this.#show();
  }

  /** Has the preview follow, which is no step for the browser's way back. */
  #show(): void {
    const address = `frame.html?${writeState(this.#state)}`;
    const frame = this.#main.querySelector("iframe");
    if (frame === null || address === this.#shown) return;
    const isFirst = this.#shown === undefined;
    this.#shown = address;
    clearTimeout(this.#following);
    if (isFirst) frame.src = address;
    else {
      const follow = () => frame.contentWindow?.location.replace(address);
      this.#following = setTimeout(follow, REST);
    }
  }

  #page(): TemplateResult {
    const text = this.#words;
    return html`
      <header>
        <h1>${text.title}</h1>
        <p>${text.lead}</p>
      </header>
      <div class="columns">
        <form @submit=${(event: Event) => event.preventDefault()}>${this.#form()}</form>
        <div class="result">${this.#preview()} ${this.#code()}</div>
      </div>
    `;
  }

  #form(): TemplateResult {
    const text = this.#words;
    const { calculator, attributes } = this.#state;
    const { parameters, presets: ids } = calculators[calculator];
    const language = this.#language;
    const chosen = parameters.filter(({ basic }) => basic);
    const others = parameters.filter(({ basic }) => !basic);
    return html`
      ${
        this.#problems.length === 0
          ? nothing
          : html`<div class="problem" role="alert">
              <p>${text.problems}</p>
              <ul>
                ${this.#problems.map((problem) => html`<li>${problemText(problem, language)}</li>`)}
              </ul>
            </div>`
      }
      ${this.#select(
        "calculator",
        text.calculator,
        NAMES.map((name) => [name, titleOf(name, language)]),
        calculator,
        (value) => this.#choose(value as CalculatorName),
      )}
      ${this.#select(
        "lang",
        text.language,
        [
          ["en", "English"],
          ["zh", "中文"],
        ],
        language,
      )}
      ${
        ids.length === 0
          ? nothing
          : this.#select(
              "preset",
              text.preset,
              [["", text.noPreset], ...ids.map((id) => [id, presetOf(id, language)] as const)],
              attributes.preset ?? "",
            )
      }
      ${this.#text("preset-label", text.presetLabel, text.presetLabelHint)}
      ${this.#text("heading", text.heading, text.headingHint)}
      ${this.#select(
        "heading-level",
        text.headingLevel,
        [["", text.own], ...["2", "3", "4", "5", "6"].map((level) => [level, level] as const)],
        attributes["heading-level"] ?? "",
      )}
      ${this.#select("layout", text.layout, Object.entries(text.layouts), attributes.layout ?? "")}
      ${this.#select("theme", text.theme, Object.entries(text.themes), attributes.theme ?? "")}
      <fieldset>
        <legend>${text.figures}</legend>
        <p class="hint">${text.figuresHint}</p>
        ${chosen.map((info) => this.#figure(info))}
        <details>
          <summary>${text.more}</summary>
          ${others.map((info) => this.#figure(info))}
        </details>
      </fieldset>
      <fieldset>
        <legend>${text.colors}</legend>
        ${COLORS.map((name) => this.#color(name))}
      </fieldset>
    `;
  }

  #select(
    name: string,
    label: string,
    options: readonly (readonly [value: string, label: string])[],
    value: string,
    choose: (value: string) => void = (value) => this.#set(name, value),
  ): TemplateResult {
    return html`<p class="field">
      <label for=${name}>${label}</label>
      <select
        id=${name}
        .value=${value}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(([word, label]) => html`<option value=${word} ?selected=${word === value}>${label}</option>`)}
      </select>
    </p>`;
  }

  #text(
    name: string,
    label: string,
    hint: string,
    value = this.#state.attributes[name] ?? "",
    set = (text: string) => this.#set(name, text),
  ): TemplateResult {
    const problem = this.#drafts.get(name);
    return html`<p class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type="text"
        autocomplete="off"
        .value=${problem?.value ?? value}
        aria-describedby="${name}-hint"
        aria-invalid=${problem === undefined ? nothing : "true"}
        @change=${(event: Event) => set((event.target as HTMLInputElement).value)}
      />
      <span class="hint" id="${name}-hint">
        ${problem === undefined ? hint : problemText(problem, this.#language)}
      </span>
    </p>`;
  }

  #figure(info: ParameterInfo): TemplateResult {
    const { calculator, attributes } = this.#state;
    const language = this.#language;
    const name = kebab(info.name);
    const label = labelOf(calculator, language, info);
    const problem = this.#drafts.get(name);
    const shown = attributes.fields?.split(" ") ?? [];
    const control =
      info.kind === "choice"
        ? html`<select
            id=${name}
            @change=${(event: Event) => this.#set(name, (event.target as HTMLSelectElement).value)}
          >
            <option value="">–</option>
            ${(info.words ?? []).map(
              (word) =>
                html`<option value=${word} ?selected=${attributes[name] === word}>
                  ${choiceOf(calculator, language, info.name, word)}
                </option>`,
            )}
          </select>`
        : html`<input
            id=${name}
            type="text"
            inputmode=${info.min < 0 ? "text" : "decimal"}
            autocomplete="off"
            placeholder=${startOf(attributes.preset, info)}
            .value=${problem?.value ?? attributes[name] ?? ""}
            aria-invalid=${problem === undefined ? nothing : "true"}
            aria-describedby=${problem === undefined ? nothing : `${name}-hint`}
            @change=${(event: Event) => this.#set(name, (event.target as HTMLInputElement).value)}
          />`;
    const unit = unitOf(calculator, language, info);
    return html`<p class="field figure">
      <label for=${name}>${label}${unit === "" ? nothing : html` <span class="unit">${unit}</span>`}</label>
      ${control}
      <label class="show" title=${this.#words.show(label)}>
        <input
          type="checkbox"
          aria-label=${this.#words.show(label)}
          .checked=${shown.includes(name)}
          @change=${(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            const fields = checked ? [...shown, name] : shown.filter((other) => other !== name);
            this.#set("fields", fields.join(" "));
          }}
        />
        ${this.#words.shown}
      </label>
      ${
        problem === undefined
          ? nothing
          : html`<span class="hint" id="${name}-hint">${problemText(problem, language)}</span>`
      }
    </p>`;
  }

  #color(name: Color): TemplateResult {
    const text = this.#words;
    const { colors } = this.#state;
    const chosen = colors[name];
    const value = chosen ?? standard(name);
    const least = name === "text" || name === "muted" ? LEAST.text : LEAST.graphics;
    // A frame without a theme is as the reader's system, which no page sees: the worse of both counts.
    const { theme: only = this.#way === "frame" ? undefined : "light" } = this.#state.attributes;
    const [theme, ratio] = THEMES.filter((theme) => (only ?? theme) === theme)
      .map((theme) => {
        const surface = colors.surface ?? standard("surface", theme);
        return [theme, contrast(chosen ?? standard(name, theme), surface)] as const;
      })
      .reduce((worst, other) => (other[1] < worst[1] ? other : worst));
    const isDark = only === undefined && theme === "dark";
    const label = text.colorNames[name] ?? name;
    // Lines may be as faint as one likes: nothing is told by them alone.
    const told =
      name !== "surface" && name !== "border" && (chosen ?? colors.surface) !== undefined;
    return html`<p class="field color">
      <input
        type="checkbox"
        aria-label=${text.use(label)}
        .checked=${chosen !== undefined}
        @change=${(event: Event) =>
          this.#setColor(name, (event.target as HTMLInputElement).checked ? value : undefined)}
      />
      <label for="${name}-color">${label}</label>
      <input
        id="${name}-color"
        type="color"
        .value=${`#${value}`}
        @input=${(event: Event) => this.#setColor(name, (event.target as HTMLInputElement).value)}
      />
      ${
        told
          ? html`<span class=${ratio < least ? "hint bad" : "hint"} data-contrast=${name}>
              ${text.ratio(down(ratio), String(least), ratio >= least)}
              ${ratio < least && isDark ? text.inTheDark : nothing}
            </span>`
          : nothing
      }
    </p>`;
  }

  #preview(): TemplateResult {
    const text = this.#words;
    const devices = Object.keys(WIDTHS) as Device[];
    return html`<section aria-labelledby="preview">
      <h2 id="preview">${text.preview}</h2>
      <div class="tabs" role="group" aria-labelledby="preview">
        ${devices.map(
          (device) => html`<button
            type="button"
            aria-pressed=${device === this.#device}
            @click=${() => {
              this.#device = device;
              this.#changed();
            }}
          >
            ${text[device]}
          </button>`,
        )}
      </div>
      <div class="device" role="group" aria-labelledby="preview" tabindex="0" style="max-width: ${WIDTHS[this.#device]}px">
        <iframe title=${text.preview} allow="clipboard-write; web-share"></iframe>
      </div>
    </section>`;
  }

  #code(): TemplateResult {
    const text = this.#words;
    const snippet = this.#snippet();
    const reply = this.#reply;
    return html`<section aria-labelledby="code">
      <h2 id="code">${text.code}</h2>
      <div class="tabs" role="group" aria-labelledby="code">
        ${WAYS.map(
          (way) => html`<button
            type="button"
            aria-pressed=${way === this.#way}
            @click=${() => {
              this.#way = way;
              this.#changed();
            }}
          >
            ${text.ways[way]}
          </button>`,
        )}
      </div>
      <p class="hint">${text.wayHints[this.#way]}</p>
      ${this.#select(
        "follow",
        text.follow,
        Object.entries(text.follows),
        this.#frozen ? "frozen" : "",
        (value) => {
          this.#frozen = value === "frozen";
          this.#changed();
        },
      )}
      ${this.#placeText("base", text.base, text.baseHint, this.#base)}
      ${
        reply !== undefined && "refused" in reply
          ? html`<p class="problem" role="alert">${text.refused} ${reply.refused}</p>`
          : nothing
      }
      ${this.#isTooLong ? html`<p class="problem" role="alert">${text.tooLong}</p>` : nothing}
      ${
        reply !== undefined && "description" in reply
          ? html`<figure class="sentence">
              <figcaption>${text.sentence}</figcaption>
              <p data-part="sentence">${reply.description.sentence}</p>
              ${this.#way === "static" ? html`<p class="hint">${text.day(today())}</p>` : nothing}
            </figure>`
          : nothing
      }
      <textarea readonly spellcheck="false" rows="10" aria-labelledby="code" .value=${snippet ?? ""}></textarea>
      <p>
        <button
          type="button"
          class="copy"
          ?disabled=${snippet === undefined && !this.#isComputing}
          @click=${this.#copy}
        >
          ${text.copy}
        </button>
        <span role="status">
          ${this.#copied === undefined ? nothing : this.#copied ? text.copied : text.notCopied}
        </span>
      </p>
      <p class="hint" data-part="weight">${this.#weight(snippet)}</p>
      ${this.#way === "static" ? nothing : html`<p class="hint">${text.wordpress}</p>`}
      ${this.#way === "frame" ? this.#oembed() : nothing}
    </section>`;
  }

  #placeText(
    name: "base" | (typeof PLACE)[number],
    label: string,
    hint: string,
    value = this.#place[name as (typeof PLACE)[number]] ?? "",
  ): TemplateResult {
    return this.#text(name, label, hint, value, (text) => {
      this.#setPlace(name, text);
      this.#changed();
    });
  }

  /** The folder by which other sites show the frame from a link. */
  #oembed(): TemplateResult {
    const text = this.#words.oembed;
    const { at } = this.#place;
    const reply = this.#reply;
    const isReady =
      at !== undefined &&
      at !== "" &&
      !this.#isTooLong &&
      reply !== undefined &&
      "description" in reply;
    return html`<details data-part="oembed" ?open=${at !== undefined}>
      <summary>${text.title}</summary>
      <p class="hint">${text.lead}</p>
      ${this.#placeText("at", text.at, text.atHint)}
      ${this.#placeText("provider", text.provider, text.providerHint)}
      ${this.#placeText("author", text.author, text.authorHint)}
      ${isReady ? this.#oembedFiles({ ...this.#place, at }, reply) : nothing}
    </details>`;
  }

  #oembedFiles(place: Place, reply: Extract<Reply, { state: unknown }>): TemplateResult {
    const text = this.#words.oembed;
    const { version, integrity } = this.#options;
    const served: Served = { base: this.#base, version, integrity };
    const files = oembedFiles(reply.state, served, reply.description, place);
    return html`<p>
        ${Object.entries(files).map(
          ([name, source]) => html`<a
            class="file"
            download=${name}
            href="data:${name.endsWith("json") ? "application/json" : "text/html"};charset=utf-8,${encodeURIComponent(source)}"
            >${text.save(name)}</a
          > `,
        )}
      </p>
      <p class="field">
        <label for="oembed-link">${text.link}</label>
        <textarea
          id="oembed-link"
          readonly
          spellcheck="false"
          rows="3"
          .value=${oembedLink(place, reply.description)}
        ></textarea>
      </p>`;
  }

  #weight(snippet = ""): string {
    const text = this.#words;
    const kilobytes = (bytes: number) => (bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0);
    const element = kebab(this.#state.calculator);
    const widget = (weights[`embed/${element}.js`] ?? 0) + (weights["core_bg.wasm"] ?? 0);
    const loader = weights["embed.js"] ?? 0;
    if (this.#way === "static") return text.weightStatic(kilobytes(snippet.length));
    if (this.#way === "frame") {
      const page = loader + (weights["frame-page.js"] ?? 0);
      return text.weightFrame(kilobytes(weights["frame.js"] ?? 0), kilobytes(page + widget));
    }
    return text.weight(kilobytes(loader), kilobytes(loader + widget));
  }
}
