import { css, html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { verdictMarks } from "../article/describe.js";
import { ownClaim, reportOn } from "../article/live.js";
import { type Claim, type Report, VERDICTS, type Verdict } from "../article/report.js";
import { turned } from "../article/reruns.js";
import { told } from "../article/told.js";
import { words } from "../article/words.js";
import { claimWorking, workingStyles } from "../article/working.js";
import { type CalculatorName, calculators } from "../generated/metadata.js";
import { builtInLanguageOf, type Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { ArticleFile } from "./article-file.js";
import { ProseBlock } from "./prose-block.js";

/** A widget of the page, once its code is there. */
type Calculator = HTMLElement & { adopt?(input: object): void };

/**
 * Every claim of an article with its verdict, its working and its sources:
 * `<chip-fact-check>…</chip-fact-check>`. What stands inside is shown where it cannot run.
 */
export class ChipFactCheckElement extends ProseBlock {
  static override readonly styles = [
    ProseBlock.styles,
    workingStyles,
    css`
      .live { margin: 0 0 0.5em; font-style: italic; color: var(--muted); }
      .filter { display: flex; flex-wrap: wrap; gap: 0.4em; margin: 0 0 0.75em; }
      .filter button {
        font: inherit;
        font-size: 0.9em;
        min-height: max(24px, 2em);
        padding: 0.15em 0.7em;
        color: inherit;
        background: none;
        border: 1px solid var(--control);
        border-radius: 1em;
        cursor: pointer;
      }
      .filter button[aria-pressed="true"] {
        border-color: currentcolor;
        box-shadow: inset 0 0 0 1px currentcolor;
      }
      .claims { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--border); }
      .claims > li { margin: 0; border-bottom: 1px solid var(--border); }
      summary {
        display: grid;
        grid-template-columns: 8.5em 1fr;
        gap: 0.75em;
        padding: 0.6em 0;
        cursor: pointer;
      }
      summary .badge { white-space: normal; }
      summary::marker { content: ""; }
      summary::-webkit-details-marker { display: none; }
      summary:focus-visible, button:focus-visible { outline: 2px solid currentcolor; outline-offset: 1px; }
      .working { padding: 0 0 0.75em 9.25em; font-size: 0.95em; }
      .open {
        font: inherit;
        min-height: 24px;
        padding: 0;
        color: var(--accent);
        background: none;
        border: 0;
        text-decoration: underline;
        cursor: pointer;
      }
      @media (max-width: 34em) {
        summary { grid-template-columns: 1fr; gap: 0.1em; }
        .working { padding-inline-start: 0; }
      }
      @media print { .filter, .open { display: none; } }
    `,
  ];

  static override readonly properties = { article: {}, shown: { state: true } };

  /** The address of the article's file; that of the package unless given. */
  declare article: string;
  declare private shown: Verdict | undefined;

  readonly #article = new ArticleFile(this, (what) => this.complain(what));

  protected override render(): TemplateResult {
    const { scope } = this;
    const { file } = this.#article;
    if (scope === undefined || file === undefined) return html`<slot></slot>`;
    let report: Report;
    try {
      report = reportOn(file, scope);
    } catch (error) {
      this.#article.fail(`cannot check its article: ${String(error)}`);
      return html`<slot></slot>`;
    }
    const language = builtInLanguageOf(this);
    const text = words[language];
    const claims = report.claims.filter(
      ({ verdict }) => this.shown === undefined || verdict === this.shown,
    );
    return html`<section aria-labelledby="title" lang=${sharedWords(language).htmlTag}>
      <p class="title" id="title" role="heading" aria-level="3">${text.claims}</p>
      ${scope.edited ? html`<p class="live">${text.live}</p>` : nothing}
      <div class="filter" role="group" aria-label=${text.show}>
        ${this.#choice(undefined, text.all, report.claims.length)}
        ${VERDICTS.map((verdict) =>
          this.#choice(verdict, text.verdicts[verdict], report.counts[verdict]),
        )}
      </div>
      <ul class="claims">
        ${claims.map((claim) =>
          // A report keeps the claims that a change leaves as they were.
          guard([claim, language], () => this.#claim(claim, language)),
        )}
      </ul>
    </section>`;
  }

  #choice(verdict: Verdict | undefined, label: string, count: number): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${this.shown === verdict ? "true" : "false"}
      data-verdict=${verdict ?? nothing}
      @click=${() => {
        this.shown = verdict;
      }}
    >
      ${verdict === undefined ? nothing : html`<span class="badge">${verdictMarks[verdict]}</span>`}
      ${label} ${count}
    </button>`;
  }

  #claim(claim: Claim, language: Language): TemplateResult {
    const turn = turned(claim, language);
    const { file } = this.#article;
    const own = file && ownClaim(file, claim.id);
    const text = words[language];
    const verdicts = own === claim ? text.verdicts : text.liveVerdicts;
    return html`<li>
      <details id="claim-${claim.id}">
        <summary data-verdict=${claim.verdict}>
          <span class="badge"
            >${verdictMarks[claim.verdict]} ${verdicts[claim.verdict]}</span
          >
          <span>${told(claim.says, language)}${turn === "" ? nothing : html` <em>${turn}</em>`}</span>
        </summary>
        <div class="working">${claimWorking(claim, language, own)} ${this.#link(claim, language)}</div>
      </details>
    </li>`;
  }

  /** To the widget of the page that shows the claim, set to what the claim was recomputed from. */
  #link(claim: Claim, language: Language): TemplateResult | typeof nothing {
    const check = claim.checks.find(
      ({ calculator, input }) => calculator !== null && input !== null,
    );
    const info = check && calculators[check.calculator as CalculatorName];
    const widget = info && this.ownerDocument.querySelector<Calculator>(info.element);
    if (check === undefined || !widget) return nothing;
    return html`<button
      type="button"
      class="open"
      @click=${() => {
        widget.adopt?.(check.input ?? {});
        widget.scrollIntoView({ block: "start" });
        widget.focus();
      }}
    >
      ${words[language].calculator}
    </button>`;
  }
}
