/** A claim's verdict, working and sources as HTML. */
import { sources } from "virtual:catalogue";
import { css, html, nothing, type TemplateResult } from "lit";
import type { Language } from "../i18n.js";
import { range } from "./amounts.js";
import { slipped, summary, told, verdictMarks, working } from "./describe.js";
import type { Claim, Given } from "./report.js";

export const workingStyles = css`
  [data-verdict] { --verdict: var(--muted); }
  [data-verdict="agrees"] { --verdict: var(--accent); }
  [data-verdict="differs"] { --verdict: var(--warning); }
  [data-verdict="contradicted"] { --verdict: var(--danger); }
  [data-verdict="needsAssumption"] { --verdict: var(--assumption); }
  .badge { color: var(--verdict); font-weight: 650; white-space: nowrap; }
  .says, .summary, .note { display: block; margin: 0 0 0.5em; }
  .says { color: var(--muted); }
  ul { margin: 0 0 0.5em; padding: 0 0 0 1.1em; }
  li { margin: 0 0 0.25em; }
  .formula { font-family: ui-monospace, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
  .sources { color: var(--muted); font-size: 0.92em; }
  a { color: inherit; }
`;

const TEXTS = {
  en: {
    checks: "The working",
    formula: "Formula",
    figures: "Figures used",
    article: "the article",
    assumed: "assumed",
  },
  zh: {
    checks: "复算过程",
    formula: "算式",
    figures: "所用数字",
    article: "原文",
    assumed: "假设",
  },
} as const;

export function claimWorking(claim: Claim, language: Language): TemplateResult {
  const others = claim.checks.length > 1 || claim.checks.some(({ slips }) => slips.length > 1);
  return html`<span class="summary" data-verdict=${claim.verdict}>
      <span class="badge" aria-hidden="true">${verdictMarks[claim.verdict]}</span>
      ${summary(claim, language)}
    </span>
    ${claim.note === null ? nothing : html`<span class="note">${told(claim.note, language)}</span>`}
    ${others ? checks(claim, language) : formula(claim, language)}
    ${figures(claim, language)}`;
}

function checks(claim: Claim, language: Language): TemplateResult {
  return html`<ul aria-label=${TEXTS[language].checks}>
    ${claim.checks.map(
      (check) => html`<li>
        ${working(check, claim, language)}
        ${check.slips.map((slip) => html` ${slipped(slip, check, language)}`)}
        ${check.expression === null ? nothing : html`<span class="formula">${check.expression}</span>`}
      </li>`,
    )}
  </ul>`;
}

function formula(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const [check] = claim.checks;
  if (check === undefined || check.expression === null) return nothing;
  return html`<span class="note"
    >${TEXTS[language].formula}${language === "zh" ? "：" : ": "}<span class="formula"
      >${check.expression}</span
    ></span
  >`;
}

/** What the checks compute with, each with where it comes from. */
function figures(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const all = Object.entries(claim.inputs);
  if (all.length === 0) return nothing;
  return html`<ul class="sources" aria-label=${TEXTS[language].figures}>
    ${all.map(
      ([name, given]) =>
        html`<li><span class="formula">${name}</span> = ${range(given.value, given.unit, language)}
          (${origin(given, language)})</li>`,
    )}
  </ul>`;
}

function origin({ status, source: id, date }: Given, language: Language): TemplateResult | string {
  const text = TEXTS[language];
  if (status === "article") return text.article;
  if (status === "assumed") return text.assumed;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return id;
  const name = date === undefined ? source.title : `${source.title}, ${date}`;
  // An address of the catalogue's own, checked when it is built.
  return source.url === undefined
    ? name
    : html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${name}</a>`;
}
