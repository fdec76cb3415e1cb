/**
 * Every chart and view of a calculator at its defaults:
 * `?calculator=cloudBreakEven&lang=zh&theme=dark`,
 * with other figures as further parameters (`&cloudRate=2.68`).
 */
import { html, render } from "lit";
import { core } from "#instance";
import { chartStyles } from "../src/charts/styles.js";
import { originOf } from "../src/citation.js";
import { dark, light } from "../src/elements/palette.js";
import { Format } from "../src/formats/format.js";
import { charts } from "../src/generated/charts.js";
import { type CalculatorName, calculators, type OutputInfo } from "../src/generated/metadata.js";
import { words } from "../src/generated/words.js";
import * as breakEven from "../src/locales/calculators/cloud-break-even.js";
import { type ViewHost, viewStyles, views } from "../src/views/index.js";
import type { Render } from "../src/views/view.js";

const query = new URLSearchParams(location.search);
const name = (query.get("calculator") ?? "cloudBreakEven") as CalculatorName;
const info = calculators[name];
const language = query.get("lang") ?? "en";
document.documentElement.lang = language;
const style = document.createElement("style");
const colors = query.get("theme") === "dark" ? dark : light;
style.textContent = `body { ${colors} background: var(--surface); color: var(--text); }
  main { container: chip / inline-size; padding: 1em; max-inline-size: 60em; }
  h2 { font-size: 1em; border-block-start: 1px solid var(--border); padding-block-start: 1em; }
  button, select, input { font: inherit; color: inherit; background: var(--surface); }
  ${chartStyles.cssText} ${viewStyles.cssText}`;
document.head.append(style);

const given: Record<string, unknown> = {};
for (const [key, value] of query) {
  if (info.parameters.some((parameter) => parameter.name === key)) given[key] = Number(value);
}
const functions = core() as unknown as Record<string, (input: object) => Record<string, unknown>>;
const labels = words[name](language);
const format = new Format(language, labels);
let dragging = false;

const host = {
  info,
  format,
  words: labels,
  get input() {
    return this.result.input as Record<string, unknown>;
  },
  get given() {
    const all: Record<string, unknown> = {};
    for (const parameter of info.parameters) {
      const value = this.input[parameter.name];
      if (value !== null && value !== undefined) all[parameter.name] = value;
    }
    return all;
  },
  get result() {
    return functions[name]?.(given) ?? {};
  },
  get sentence() {
    if (name !== "cloudBreakEven") return "";
    const { lead, rest } = breakEven.verdict({ format, result: this.result as never });
    return `${lead} ${rest}`;
  },
  functions,
  get em() {
    return Number.parseFloat(getComputedStyle(document.body).fontSize);
  },
  get width() {
    return Math.min(60 * this.em, innerWidth) - 2 * this.em;
  },
  get viewWidth() {
    return this.width;
  },
  get height() {
    return 16 * this.em;
  },
  decision: info.decision ?? undefined,
  ranges: new Map(),
  exact: (output: OutputInfo, value: number) => format.exact(output, value),
  lists: () => [],
  get dragging() {
    return dragging;
  },
  address: location.href,
  source: (parameter: string) => {
    const source = info.parameters.find((one) => one.name === parameter)?.source;
    return source && originOf(source);
  },
  id: (part: string) => `gallery-${part}`,
  set(parameter: string, value: number) {
    dragging = true;
    given[parameter] = value;
    draw();
  },
  rest() {
    dragging = false;
    draw();
  },
  requestUpdate: () => queueMicrotask(draw),
};

function draw(): void {
  const seen = host as unknown as ViewHost & { readonly height: number };
  render(
    html`<main class="view">
      <p class="sentence"><strong>${host.sentence}</strong></p>
      ${charts[name].render(seen)}
      ${views
        .filter((view) => view.available(seen))
        .map(
          (view) =>
            html`<h2 id=${view.id}>${view.title(seen)}</h2> ${drawing.get(view.id)?.(seen)}`,
        )}
    </main>`,
    document.body,
  );
}

const drawing = new Map<string, Render>();
for (const view of views) drawing.set(view.id, await view.load());
addEventListener("resize", draw);
draw();
