import { css, html, nothing, type TemplateResult } from "lit";
import type { RuleCell, RuleMap } from "#article";
import { percent, plain } from "../article/amounts.js";
import { cloudBreakEven } from "../generated/cloud-break-even.js";
import { builtInLanguageOf, type Language } from "../i18n.js";
import { article, pending } from "../instance/article/article.js";
import { ruleMap as en } from "../locales/en/rule-map.js";
import { sharedWords } from "../locales/registry.js";
import type { InEachLanguage } from "../locales/types.js";
import { ruleMap as zh } from "../locales/zh/rule-map.js";
import type { Scope } from "../state/scope.js";
import { ProseBlock } from "./prose-block.js";

const words: InEachLanguage<typeof en> = { en, zh };

/** Sizes and uses that a table on a phone has room for. */
const SIZES = [1, 8, 16, 32, 64, 128, 512, 1000];
const UTILIZATIONS = [0.9, 0.7, 0.5, 0.3, 0.1];

/** Figures that the reader changes in the sentence above the map. */
const ASSUMPTIONS = ["gpuPrice", "cloudRate", "years"] as const;

/** What the map sets itself. */
const SET = ["gpus", "utilization", "siteCapex", "demand", "offers", "preset"];

/**
 * The article's rule of thumb against the model, over the size of the fleet and its use:
 * `<chip-rule-map>…</chip-rule-map>`. The map is a table; what stands inside is for where it cannot run.
 */
export class ChipRuleMapElement extends ProseBlock {
  static override readonly styles = [
    ProseBlock.styles,
    css`
    p { margin: 0 0 0.75em; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: separate; border-spacing: 2px; font-size: 0.85em; font-variant-numeric: tabular-nums; }
    .caption { margin: 0 0 0.4em; font-size: 0.85em; color: var(--muted); }
    th { font-weight: 500; color: var(--muted); padding: 0.2em 0.3em; text-align: center; white-space: nowrap; }
    tbody th { text-align: end; }
    td { padding: 0.45em 0.2em; text-align: center; white-space: nowrap; border-radius: 2px; }
    td[data-model="own"] { background: var(--tint); }
    td[data-model="hybrid"] { background: var(--hybrid-tint); }
    td[data-model="rent"] { background: var(--contrast-tint); }
    td[data-agrees="false"] { outline: 2px solid currentcolor; outline-offset: -2px; }
    .rule { display: block; font-size: 0.85em; text-decoration: line-through; }
    .legend { font-size: 0.85em; color: var(--muted); }
    @media (max-width: 30em) {
      table { font-size: 0.75em; border-spacing: 1px; }
      th, td { padding-inline: 0; }
    }
    @media (forced-colors: active) { td { border: 1px solid; } }
  `,
  ];

  #told = "";

  override connectedCallback(): void {
    super.connectedCallback();
    pending()?.then(
      () => this.requestUpdate(),
      (error: unknown) => this.#tell(error),
    );
  }

  #tell(error: unknown): void {
    const what = `cannot be drawn: ${String(error)}`;
    if (what !== this.#told) this.complain(what);
    this.#told = what;
  }

  protected override render(): TemplateResult {
    const { scope } = this;
    if (scope === undefined || pending() !== undefined) return html`<slot></slot>`;
    let map: RuleMap;
    try {
      map = article().ruleMap({
        sizes: SIZES,
        utilizations: [...UTILIZATIONS].reverse(),
        input: inputOf(scope),
      });
    } catch (error) {
      this.#tell(error);
      return html`<slot></slot>`;
    }
    const language = builtInLanguageOf(this);
    return html`<section aria-labelledby="title" lang=${sharedWords(language).htmlTag}>
      <p class="title" id="title" role="heading" aria-level="3">${words[language].title}</p>
      <p>${this.#sentence(map, language)}</p>
      <p>${this.#assumptions(scope, language)}</p>
      <p class="caption" id="caption">${words[language].caption}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="caption">
        ${this.#table(map, language)}
      </div>
      <p class="legend">${this.#legend(map, scope, language)}</p>
    </section>`;
  }

  #sentence({ rule, ruled, agreeing }: RuleMap, language: Language): string {
    const { rentBelow, hybridFrom, hybridTo, ownAbove, continuousFrom } = rule;
    return words[language].sentence(
      plain(rentBelow, language),
      `${plain(hybridFrom, language)}–${plain(hybridTo, language)}`,
      plain(ownAbove, language),
      percent(continuousFrom * 100, "%", language),
      plain(agreeing, language),
      plain(ruled, language),
    );
  }

  #legend(map: RuleMap, scope: Scope, language: Language): string {
    const { cells, ruled, siteCapexPerGpu: site } = map;
    const text = words[language];
    const gpus = scope.value(cloudBreakEven, "gpusPerServer");
    const silent = cells.length - ruled;
    const sentences = [
      text.mix,
      typeof gpus === "number" && gpus > 1 ? text.server(plain(gpus, language)) : "",
      site > 0 ? text.site(this.formatFor(cloudBreakEven).money(site)) : "",
      silent > 0 ? text.silent(plain(silent, language), plain(cells.length, language)) : "",
      text.legend,
    ];
    return sentences.filter((text) => text !== "").join(sharedWords(language).space);
  }

  /** The figures that matter most, in a sentence: the reader may change them there. */
  #assumptions(scope: Scope, language: Language): TemplateResult {
    const format = this.formatFor(cloudBreakEven);
    const [price, rate, years] = ASSUMPTIONS.map((name) => {
      const info = scope.store(cloudBreakEven).parameter(name);
      const value = scope.value(cloudBreakEven, name);
      const shown =
        info === undefined || typeof value !== "number"
          ? ""
          : info.kind === "money"
            ? format.money(value)
            : format.number(value);
      return html`<chip-variable name=${name} calculator="cloud-break-even">${shown}</chip-variable>`;
    });
    // Not in the template itself: a minifier cannot escape what is there.
    const [before, beforeRate, beforeYears, after] = words[language].assumptions;
    return html`${before}${price}${beforeRate}${rate}${beforeYears}${years}${after}`;
  }

  #table(map: RuleMap, language: Language): TemplateResult {
    const cells = new Map(map.cells.map((cell) => [`${cell.gpus} ${cell.utilization}`, cell]));
    return html`<table aria-labelledby="caption">
      <thead>
        <tr>
          <td></td>
          ${SIZES.map((size) => html`<th scope="col">${plain(size, language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${UTILIZATIONS.map(
          (utilization) => html`<tr>
            <th scope="row">${percent(utilization * 100, "%", language)}</th>
            ${SIZES.map((size) => this.#cell(cells.get(`${size} ${utilization}`), language))}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #cell(cell: RuleCell | undefined, language: Language): TemplateResult {
    if (cell === undefined) return html`<td></td>`;
    const { ways } = words[language];
    const { model, rule, agrees } = cell;
    return html`<td data-model=${model} data-agrees=${agrees === null ? nothing : String(agrees)}>
      ${ways[model]}${
        agrees === false && rule !== null ? html`<span class="rule">${ways[rule]}</span>` : nothing
      }
    </td>`;
  }
}

/** The figures of the page as the map takes them. */
function inputOf(scope: Scope): Record<string, unknown> {
  const store = scope.store(cloudBreakEven);
  const { input } = store.compose();
  const all: Record<string, unknown> = {};
  for (const info of store.info.parameters) {
    const value = store.value(info, input);
    if (!SET.includes(info.name) && value !== null && value !== undefined) all[info.name] = value;
  }
  return all;
}
