/** A claim's verdict, working and sources as HTML. */
import { sources } from "virtual:catalogue";
import { css, html, nothing, type TemplateResult } from "lit";
import { namesOf } from "../citation.js";
import type { Language } from "../i18n.js";
import { capital } from "../locales/letters.js";
import { sharedWords } from "../locales/registry.js";
import { amount } from "./amounts.js";
import { explained, judged, summary, verdictMarks } from "./describe.js";
import { formula, labelOf, shown, takenIn, terms } from "./formula.js";
import type { Claim, Given, Move, Rerun } from "./report.js";
import { date as day, pricedFor, thenAndNow } from "./reruns.js";
import { told } from "./told.js";
import { words } from "./words.js";

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
  .formulas { overflow-wrap: anywhere; margin: 0 0 0.5em; color: var(--muted); font-size: 0.92em; }
  .formulas summary { display: list-item; padding: 0; min-height: 24px; cursor: pointer; }
  .since { display: block; margin: 0 0 0.25em; font-weight: 650; }
  .sources { color: var(--muted); font-size: 0.92em; }
  a { color: inherit; }
`;

/** `own` is the claim on the article's own figures, where the reader has others. */
export function claimWorking(claim: Claim, language: Language, own: Claim = claim): TemplateResult {
  const others = claim.checks.length > 1 || claim.checks.some(({ slips }) => slips.length > 1);
  // What a list tells is not said above it as well.
  const head = others ? judged(claim, language, own) : summary(claim, language, own);
  return html`<span class="summary" data-verdict=${claim.verdict}>
      <span class="badge" aria-hidden="true">${verdictMarks[claim.verdict]}</span>
      ${head}
    </span>
    ${claim.note === null ? nothing : html`<span class="note">${told(claim.note, language)}</span>`}
    ${others ? checks(claim, language) : nothing}
    ${figures(claim, language, own)} ${since(claim, language)} ${formulas(claim, language)}`;
}

function checks(claim: Claim, language: Language): TemplateResult {
  return html`<ul aria-label=${words[language].checks}>
    ${claim.checks.map((check) => html`<li>${explained(check, claim, language)}</li>`)}
  </ul>`;
}

/** What was reckoned by formula, and what its terms stand for. */
function formulas(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const all = new Set(claim.checks.flatMap((check) => formula(check, claim, language) ?? []));
  if (all.size === 0) return nothing;
  return html`<details class="formulas">
    <summary>${words[language].formula}</summary>
    <ul>
      ${[...all, ...terms(claim, language)].map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

/** What the checks compute with, each with where it comes from. */
function figures(claim: Claim, language: Language, own: Claim): TemplateResult | typeof nothing {
  const told = new Map<string, TemplateResult>();
  const text = words[language];
  const [open, close] = text.brackets;
  const { labelled } = sharedWords(language).ui;
  for (const [name, given] of Object.entries(claim.inputs)) {
    const before = own.inputs[name]?.value;
    const isReaders =
      before !== undefined && (before.from !== given.value.from || before.to !== given.value.to);
    const label = labelOf(given, language);
    const value = shown(given, language);
    const line = label === undefined ? value : labelled(capital(label), value);
    const from = isReaders ? text.from.reader : origin(given, language);
    // Two of the same value and source are one to a reader.
    const key = `${line} ${isReaders} ${given.status} ${given.source} ${given.date ?? ""}`;
    told.set(key, html`<li>${line}${open}${from}${close}</li>`);
  }
  for (const [label, value] of takenIn(claim, language)) {
    const line = labelled(capital(label), value);
    told.set(line, html`<li>${line}${open}${text.from.taken}${close}</li>`);
  }
  if (told.size === 0) return nothing;
  return html`<ul class="sources" aria-label=${text.figures}>${[...told.values()]}</ul>`;
}

type Origin = Pick<Given, "status" | "source"> & { readonly date?: string | undefined };

/** The claim again on the prices of the article's date and on the newest. */
function since(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const { reruns } = claim;
  if (reruns.length === 0) return nothing;
  const text = words[language];
  // Of several checks on the same prices, these are told once.
  const moved = new Map<string, [Rerun, Move]>();
  for (const rerun of reruns) for (const move of rerun.moves) moved.set(move.input, [rerun, move]);
  return html`<span class="since">${text.since}</span>
    ${reruns.map((rerun) => html`<span class="note">${thenAndNow(rerun, claim, language)}</span>`)}
    <ul class="sources" aria-label=${text.pricesSince}>
      ${[...moved.values()].map(([rerun, move]) => prices(rerun, move, language))}
    </ul>`;
}

function prices({ then, now }: Rerun, move: Move, language: Language): TemplateResult {
  const { bracketed } = sharedWords(language).ui;
  const price = (value: number, date: string | undefined) => {
    const text = amount(value, move.unit, language);
    return date === undefined ? text : bracketed(text, day(date, language));
  };
  const before = price(move.from, then.inputs[move.input]?.date);
  const given = now.inputs[move.input];
  // The source's own date is of the whole list, not of the price.
  const source = given === undefined ? "" : origin({ ...given, date: undefined }, language);
  // In a string: the minifier keeps what is not ASCII in a tagged template as it is.
  const after = price(move.to, given?.date);
  const moved = words[language].reruns.price(pricedFor(move, language), before, after);
  return html`<li>${moved}${source}</li>`;
}

function origin({ status, source: id, date }: Origin, language: Language): TemplateResult | string {
  const { from } = words[language];
  if (status === "article") return from.article;
  if (status === "assumed") return from.assumed;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return id;
  const { title } = namesOf(source, language);
  const name = date === undefined ? title : title + sharedWords(language).comma + date;
  // An address of the catalogue's own, checked when it is built.
  return source.url === undefined
    ? name
    : html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${name}</a>`;
}
