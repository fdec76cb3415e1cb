import { css, html, nothing, type TemplateResult } from "lit";
import { verdictMarks } from "../article/describe.js";
import { claimOn, ownClaim } from "../article/live.js";
import type { Claim } from "../article/report.js";
import { told } from "../article/told.js";
import { words } from "../article/words.js";
import { claimWorking, workingStyles } from "../article/working.js";
import { builtInLanguageOf } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { suggestion } from "../suggest.js";
import { ArticleFile } from "./article-file.js";
import { LaggingElement } from "./lagging.js";

/** Room between the mark and what it opens, and between that and the window's edge, px. */
const GAP = 6;

/** The least height of what it opens, however little room there is, px. */
const LEAST = 120;

/**
 * A figure of an article with its check: `<chip-figure claim="roi-payback">7.4 months</chip-figure>`.
 * The author's words stay; behind them a quiet mark says how they fare, and opens the working.
 */
export class ChipFigureElement extends LaggingElement {
  static override readonly styles = [
    LaggingElement.styles,
    workingStyles,
    css`
      .text {
        text-decoration: underline dotted;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
      button.mark {
        position: absolute;
        inset-block-start: -0.07em;
        inset-inline-end: 0;
        font: inherit;
        font-size: 0.7em;
        line-height: 1;
        box-sizing: border-box;
        inline-size: calc(1em / 0.7 - 0.15em);
        margin: 0;
        padding: 0.1em 0;
        text-align: center;
        color: var(--verdict);
        background: none;
        border: 0;
        border-radius: 3px;
        cursor: pointer;
      }
      /* A target of 24 px that does not touch the line. */
      button.mark::after {
        content: "";
        position: absolute;
        inset: 50% auto auto 50%;
        width: 24px;
        height: 24px;
        transform: translate(-50%, -50%);
      }
      /*
       * The mark's, and before it until the claims have been checked; reserve.css keeps the same before
       * the script is there. A box within the line would let it end here: a comma would begin the next.
       */
      .room { position: relative; padding-inline-start: 1em; }
      button.mark:focus-visible { outline: 2px solid currentcolor; outline-offset: 1px; }
      .box {
        box-sizing: border-box;
        width: min(24em, calc(100vw - 16px));
        max-height: min(28em, 70vh);
        overflow: auto;
        overscroll-behavior: contain;
        padding: 0.9em 1em;
        font: 400 max(0.85em, 14px) / 1.45 var(--chip-font, system-ui, sans-serif);
        text-align: start;
        color: var(--text);
        background: var(--surface);
        border: 1px solid var(--border);
        border-radius: 6px;
        box-shadow: 0 4px 20px rgb(0 0 0 / 18%);
      }
      .box[popover] { position: fixed; inset: auto; margin: 0; }
      /* Without popovers the working stands in the text, after the figure. */
      .box:not([popover]) { display: block; margin: 0.5em 0; width: auto; box-shadow: none; }
      .box[hidden] { display: none; }
      @media print {
        button.mark::after { display: none; }
        .box { display: none; }
      }
    `,
  ];

  static override readonly properties = { claim: {}, article: {}, isOpen: { state: true } };

  /** The id of the claim. */
  declare claim: string;
  /** The address of the article's file; that of the package unless given. */
  declare article: string;
  declare private isOpen: boolean;

  readonly #article = new ArticleFile(this, (what) => this.complain(what));

  #find(): Claim | undefined {
    const { scope } = this;
    const { file } = this.#article;
    if (scope === undefined || file === undefined) return undefined;
    try {
      const claim = claimOn(file, scope, this.claim);
      if (claim === undefined) {
        const ids = file.claims?.map(({ id }) => id) ?? [];
        this.#article.fail(
          this.claim
            ? `knows no claim "${this.claim}"${suggestion(this.claim, ids) || "."}`
            : "names no claim.",
        );
      }
      return claim;
    } catch (error) {
      this.#article.fail(`cannot check its article: ${String(error)}`);
      return undefined;
    }
  }

  protected override render(): TemplateResult {
    const claim = this.#find();
    if (claim === undefined) {
      const { isBad } = this.#article;
      return html`<slot></slot>${isBad ? nothing : html`<span class="room"></span>`}`;
    }
    const language = builtInLanguageOf(this);
    const { file } = this.#article;
    const isOwn = file !== undefined && ownClaim(file, claim.id) === claim;
    const text = words[language];
    const verdicts = isOwn ? text.verdicts : text.liveVerdicts;
    const verdict = verdicts[claim.verdict];
    const name = text.marked(verdict);
    const hasPopover = "popover" in HTMLElement.prototype;
    return html`<span class="text"><slot></slot></span
      ><span class="room"><button
        type="button"
        class="mark"
        part="mark"
        data-verdict=${claim.verdict}
        aria-label=${name}
        title=${verdict}
        aria-expanded=${this.isOpen ? "true" : "false"}
        aria-controls="box"
        @click=${this.#toggle}
        >${verdictMarks[claim.verdict]}</button></span
      ><span
        class="box"
        id="box"
        role="dialog"
        aria-label=${name}
        lang=${sharedWords(language).htmlTag}
        popover=${hasPopover ? "auto" : nothing}
        ?hidden=${!hasPopover && !this.isOpen}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
        >${this.isOpen ? this.#box(claim) : nothing}</span
      >`;
  }

  #box(claim: Claim): TemplateResult {
    const language = builtInLanguageOf(this);
    const { file } = this.#article;
    return html`<span class="says">${told(claim.says, language)}</span>
      ${claimWorking(claim, language, file && ownClaim(file, claim.id))}`;
  }

  readonly #toggle = (): void => {
    const box = this.renderRoot.querySelector<HTMLElement>("#box");
    if (box === null) return;
    if (!box.hasAttribute("popover")) this.isOpen = !this.isOpen;
    else if (box.matches(":popover-open")) box.hidePopover();
    else {
      this.isOpen = true;
      // Drawn first, for where it fits depends on how large it is.
      void this.updateComplete.then(() => {
        if (!box.isConnected || box.matches(":popover-open")) return;
        box.showPopover();
        this.#place();
      });
    }
  };

  readonly #onToggle = (event: Event): void => {
    const isOpen = (event as ToggleEvent).newState === "open";
    this.isOpen = isOpen;
    const listen = isOpen ? addEventListener : removeEventListener;
    listen("scroll", this.#place, true);
    listen("resize", this.#place);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.isOpen) return;
    this.renderRoot.querySelector<HTMLElement>("button.mark")?.focus();
  };

  /** Beside its mark and within the window: engines older than anchors need it computed. */
  readonly #place = (): void => {
    const box = this.renderRoot.querySelector<HTMLElement>("#box");
    const mark = this.renderRoot.querySelector("button.mark");
    if (box === null || mark === null) return;
    const at = this.getBoundingClientRect();
    const { left: start } = mark.getBoundingClientRect();
    box.style.maxHeight = "";
    const { width, height } = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(GAP, Math.min(start - width / 2, clientWidth - width - GAP));
    // Never over the words that it explains: where neither side has the room, it scrolls.
    const [above, below] = [at.top - 2 * GAP, clientHeight - at.bottom - 2 * GAP];
    const isBelow = height <= below || below >= above;
    const most = Math.max(LEAST, isBelow ? below : above);
    const top = isBelow ? at.bottom + GAP : at.top - GAP - Math.min(height, most);
    box.style.left = `${left}px`;
    box.style.top = `${Math.max(GAP, top)}px`;
    box.style.maxHeight = `min(28em, 70vh, ${most}px)`;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Taken out of the page it is closed without an event.
    this.isOpen = false;
    removeEventListener("scroll", this.#place, true);
    removeEventListener("resize", this.#place);
  }
}
