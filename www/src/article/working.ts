/** A claim's verdict, working and sources as HTML. */
import { sources } from "virtual:catalogue";
import { css, html, nothing, type TemplateResult } from "lit";
import { namesOf } from "../citation.js";
import type { Language } from "../i18n.js";
import { amount } from "./amounts.js";
import { capital, explained, judged, summary, told, verdictMarks } from "./describe.js";
import { formula, labelOf, shown, takenIn, terms } from "./formula.js";
import type { Claim, Given, Move, Rerun } from "./report.js";
import { date as day, pricedFor, thenAndNow } from "./reruns.js";

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

const TEXTS = {
  en: {
    checks: "The working",
    comma: ", ",
    formula: "Formula",
    figures: "Figures used",
    article: "the article",
    assumed: "assumed",
    taken: "the calculator’s own assumption",
    reader: "yours",
    since: "Then and now",
    prices: "Prices then and now",
  },
  zh: {
    checks: "复算过程",
    comma: "，",
    formula: "算式",
    figures: "所用数字",
    article: "报道",
    assumed: "假设",
    taken: "计算器的假设",
    reader: "您的数字",
    since: "当时与现在",
    prices: "当时与现在的价格",
  },
} as const;

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
  return html`<ul aria-label=${TEXTS[language].checks}>
    ${claim.checks.map((check) => html`<li>${explained(check, claim, language)}</li>`)}
  </ul>`;
}

/** What was reckoned by formula, and what its terms stand for. */
function formulas(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const all = new Set(claim.checks.flatMap((check) => formula(check, claim, language) ?? []));
  if (all.size === 0) return nothing;
  return html`<details class="formulas">
    <summary>${TEXTS[language].formula}</summary>
    <ul>
      ${[...all, ...terms(claim, language)].map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

/** What the checks compute with, each with where it comes from. */
function figures(claim: Claim, language: Language, own: Claim): TemplateResult | typeof nothing {
  const told = new Map<string, TemplateResult>();
  const [open, close, colon] = language === "zh" ? ["（", "）", "："] : [" (", ")", ": "];
  for (const [name, given] of Object.entries(claim.inputs)) {
    const before = own.inputs[name]?.value;
    const isReaders =
      before !== undefined && (before.from !== given.value.from || before.to !== given.value.to);
    const label = labelOf(given, language);
    const value = shown(given, language);
    const line = label === undefined ? value : capital(label) + colon + value;
    const from = isReaders ? TEXTS[language].reader : origin(given, language);
    // Two of the same value and source are one to a reader.
    const key = `${line} ${isReaders} ${given.status} ${given.source} ${given.date ?? ""}`;
    told.set(key, html`<li>${line}${open}${from}${close}</li>`);
  }
  for (const [label, value] of takenIn(claim, language)) {
    const line = capital(label) + colon + value;
    told.set(line, html`<li>${line}${open}${TEXTS[language].taken}${close}</li>`);
  }
  if (told.size === 0) return nothing;
  return html`<ul class="sources" aria-label=${TEXTS[language].figures}>${[...told.values()]}</ul>`;
}

type Origin = Pick<Given, "status" | "source"> & { readonly date?: string | undefined };

/** The claim again on the prices of the article's date and on the newest. */
function since(claim: Claim, language: Language): TemplateResult | typeof nothing {
  const { reruns } = claim;
  if (reruns.length === 0) return nothing;
  const text = TEXTS[language];
  // Of several checks on the same prices, these are told once.
  const moved = new Map<string, [Rerun, Move]>();
  for (const rerun of reruns) for (const move of rerun.moves) moved.set(move.input, [rerun, move]);
  return html`<span class="since">${text.since}</span>
    ${reruns.map((rerun) => html`<span class="note">${thenAndNow(rerun, claim, language)}</span>`)}
    <ul class="sources" aria-label=${text.prices}>
      ${[...moved.values()].map(([rerun, move]) => prices(rerun, move, language))}
    </ul>`;
}

function prices({ then, now }: Rerun, move: Move, language: Language): TemplateResult {
  const zh = language === "zh";
  const name = pricedFor(move, language);
  const [before, after] = [
    { value: move.from, given: then.inputs[move.input] },
    { value: move.to, given: now.inputs[move.input] },
  ].map(({ value, given }) => {
    const price = amount(value, move.unit, language);
    if (given?.date === undefined) return price;
    const on = day(given.date, language);
    return zh ? `${price}（${on}）` : `${price} (${on})`;
  });
  const given = now.inputs[move.input];
  // The source's own date is of the whole list, not of the price.
  const source = given === undefined ? "" : origin({ ...given, date: undefined }, language);
  // In a string: the minifier keeps what is not ASCII in a tagged template as it is.
  const moved = zh ? `${name}：${before}，${after}；` : `${capital(name)}: ${before}, ${after}; `;
  return html`<li>${moved}${source}</li>`;
}

function origin({ status, source: id, date }: Origin, language: Language): TemplateResult | string {
  const text = TEXTS[language];
  if (status === "article") return text.article;
  if (status === "assumed") return text.assumed;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return id;
  const { title } = namesOf(source, language);
  const name = date === undefined ? title : `${title}${text.comma}${date}`;
  // An address of the catalogue's own, checked when it is built.
  return source.url === undefined
    ? name
    : html`<a href=${source.url} target="_blank" rel="noopener noreferrer">${name}</a>`;
}
