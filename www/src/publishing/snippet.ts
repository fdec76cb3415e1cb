/** The three ways into a page, as text to paste: the element, a frame, and nothing that runs. */
import { calculators } from "../generated/metadata.js";
import { escapeHtml } from "./escape.js";
import { LISTS } from "./options.js";
import { styleOf, type WidgetState, writeState } from "./state.js";

export const WAYS = ["element", "frame", "static"] as const;
export type Way = (typeof WAYS)[number];

/** Where the package's files are served from, and which they are. */
export interface Served {
  /** The folder's address, with a slash at its end. */
  readonly base: string;
  readonly version: string;
  /** Of `embed.js` and `frame.js`, as in the attribute; none where a page follows new versions. */
  readonly integrity?: Readonly<Record<string, string>> | undefined;
}

/** What a widget says, for where it does not run. */
export interface Answer {
  readonly title: string;
  readonly sentence: string;
}

/** The rest of what a static snippet shows. */
export interface Details {
  /** What its table is called. */
  readonly caption: string;
  /** The results that matter most: name and value of each. */
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** The chart, as an SVG that stands alone. */
  readonly chart?:
    | { readonly svg: string; readonly width: number; readonly height: number }
    | undefined;
  /** Of what day the figures are, whose, and from which sources. */
  readonly foot: string;
}

/** An attribute after whatever stands before it. */
export function attribute(name: string, value: string): string {
  return ` ${name}="${escapeHtml(value)}"`;
}

/** The tag of a script of the package. */
export function script(file: string, { base, integrity }: Served): string {
  const hash = integrity?.[file];
  const checked =
    hash === undefined ? "" : `${attribute("integrity", hash)} crossorigin="anonymous"`;
  return `<script${attribute("src", base + file)}${checked} defer></script>`;
}

/**
 * The element and its script. What stands inside is shown until the widget has its own answer, and where
 * it never has one. The opening tag has a line of its own, so that Markdown takes the whole for HTML; the
 * sentence has no `<p>`, which WordPress's classic editor would move out of the tag.
 */
export function elementSnippet(state: WidgetState, served: Served, { sentence }: Answer): string {
  const tag = calculators[state.calculator].element;
  const { [LISTS]: lists, ...single } = state.attributes;
  const written = Object.entries(single).map(([name, value]) => attribute(name, value));
  const style = styleOf(state);
  const attributes = written.join("") + (style === "" ? "" : attribute("style", style));
  return [
    script("embed.js", served),
    `<${tag}${attributes}>`,
    escapeHtml(sentence),
    ...(lists === undefined ? [] : [figuresScript(lists)]),
    `</${tag}>`,
  ].join("\n");
}

/** Lists as the element reads them, with nothing in them that ends the tag. */
function figuresScript(lists: string): string {
  const text = lists.replaceAll("<", "\\u003c");
  return `<script type="application/json" class="chip-figures">${text}</script>`;
}

/** Its height follows by the platform, by `frame.js`, or is this one, with scrolling of its own. */
export const FRAME_HEIGHT = 560;

const FRAME_STYLE = [
  "width:100%",
  "border:0",
  `height:${FRAME_HEIGHT}px`,
  `height:if(supports(frame-sizing:content-height):auto;else:${FRAME_HEIGHT}px)`,
  "frame-sizing:content-height",
].join(";");

/**
 * A frame of `frame.html`. What stands inside of it no browser shows; where a host takes frames away,
 * it is what is left.
 */
export function frameTag(state: WidgetState, served: Served, { title, sentence }: Answer): string {
  const attributes = [
    attribute("src", `${served.base}frame.html?${writeState(state)}`),
    attribute("title", title),
    // Until it is shown it has no width, without which Chromium measures it for good.
    ' loading="lazy" width="100%"',
    // For hosts that take styles away.
    attribute("height", String(FRAME_HEIGHT)),
    attribute("style", FRAME_STYLE),
    ' allow="clipboard-write; web-share"',
  ].join("");
  return `<iframe${attributes}>${escapeHtml(sentence)}</iframe>`;
}

/** The frame and the script that sets its height. */
export function frameSnippet(state: WidgetState, served: Served, answer: Answer): string {
  return [frameTag(state, served, answer), script("frame.js", served)].join("\n");
}

/**
 * Answer, chart and table as plain HTML: nothing to run, nothing to load, no control that would be dead.
 * Without its tags it is the sentence and the figures, each once. The chart is a source of a picture
 * rather than an image: what takes it away, or writes addresses of images out, leaves nothing of it
 * and of its title, which is drawn.
 */
export function staticSnippet(
  { title, sentence }: Answer,
  { caption, rows, chart, foot }: Details,
): string {
  const lines = [
    '<figure style="margin:1.5em 0">',
    `<p><strong>${escapeHtml(title)}</strong></p>`,
    `<p>${escapeHtml(sentence)}</p>`,
  ];
  if (chart !== undefined) {
    const { width, height } = chart;
    const size = `width="${Math.round(width)}" height="${Math.round(height)}"`;
    lines.push(
      // The size is the source's: an image that has lost its source must not keep an empty box.
      `<picture><source srcset="data:image/svg+xml;base64,${base64(chart.svg)}" type="image/svg+xml" ${size}><img alt="" style="max-width:100%;height:auto"></picture>`,
    );
  }
  if (rows.length > 0) {
    // Row heads would be in the middle.
    lines.push(
      '<table style="text-align:left">',
      `<caption>${escapeHtml(caption)}</caption>`,
      "<tbody>",
    );
    for (const [name, value] of rows) {
      lines.push(`<tr><th scope="row">${escapeHtml(name)}</th> <td>${escapeHtml(value)}</td></tr>`);
    }
    lines.push("</tbody>", "</table>");
  }
  lines.push(`<figcaption>${escapeHtml(foot)}</figcaption>`, "</figure>");
  return lines.join("\n");
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
