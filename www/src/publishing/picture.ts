/** A widget's chart as a picture that stands alone: an SVG without a page around it. */
import { FONT } from "../charts/figure.js";
import { wrapText } from "../charts/text.js";
import { drawingStyles, palette } from "./chart-styles.js";
import { escapeHtml } from "./escape.js";

export interface Picture {
  /** The chart as the widget draws it, an `<svg>` within HTML. */
  readonly chart: string;
  /** What the chart shows. */
  readonly title?: string | undefined;
  /** The style sheet of charts. */
  readonly sheet: string;
  readonly theme?: "light" | "dark" | undefined;
  readonly colors?: Readonly<Record<string, string | undefined>> | undefined;
  /** What is told with it, where the picture travels alone. */
  readonly caption?: Caption | undefined;
}

export interface Caption {
  readonly title: string;
  readonly sentence: string;
  /** Source, date, address. */
  readonly foot: string;
}

/** The size of text in charts, px: of a page whose text is of the usual size. */
const SIZE = 16 * FONT;
const MARGIN = 17;
/** What browsers take, then what machines without one have; resvg knows no quoted name in a list. */
export const FONTS =
  "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, Liberation Sans, " +
  "DejaVu Sans, Noto Sans CJK SC, sans-serif";

/** The chart of a drawn widget: the first there is. */
export function chartOf(body: string): string | undefined {
  const start = body.search(/<svg\b[^>]*\bdata-part="chart"/);
  const end = body.indexOf("</svg>", start);
  return start < 0 || end < 0 ? undefined : body.slice(start, end + "</svg>".length);
}

/** What a drawn widget's chart is called, and what its line means: the first there is. */
export function chartTitleOf(body: string): string | undefined {
  const written = /<figcaption>(.*?)<\/figcaption>/s.exec(body)?.[1] ?? "";
  // Amounts are spans too, within a text.
  const parts = written
    .split('<span class="line-key">')
    .map((part) => part.replace(/<[^>]*>/g, ""));
  const title = parts.map((part) => part.trim()).join(" · ");
  if (title === "") return undefined;
  return title.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => SIGNS[name] ?? all);
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
};

export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function picture(given: Picture): Drawn {
  const { chart, title, sheet, theme = "light", colors = {}, caption } = given;
  const own = palette(theme, colors);
  const tag = /^<svg\b[^>]*>/.exec(chart)?.[0] ?? "";
  const content = chart.slice(tag.length, -"</svg>".length).trim();
  const [, width = "446", tall] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(tag) ?? [];
  const em = /\bheight="([\d.]+)em"/.exec(tag)?.[1];
  const inner = { width: Number(width), height: tall ? Number(tall) : Number(em ?? 20) * SIZE };

  const lines: string[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, style: string, gap: number) => {
    for (const line of wrapText(text, size, inner.width)) {
      y += size * 1.3;
      lines.push(
        `<text x="${MARGIN}" y="${round(y)}" font-size="${size}" ${style}>${escapeHtml(line)}</text>`,
      );
    }
    y += gap;
  };
  const color = (name: string) => escapeHtml(own.get(`--${name}`) ?? "currentColor");
  if (caption !== undefined) {
    write(caption.title, 18, `font-weight="650" fill="${color("text")}"`, 4);
    write(caption.sentence, 14, `fill="${color("text")}"`, 10);
  }
  if (title !== undefined) write(title, 13, `font-weight="600" fill="${color("text")}"`, 6);
  const top = y;
  y = top + inner.height + 4;
  if (caption !== undefined) write(caption.foot, 11, `fill="${color("muted")}"`, 0);
  const size = { width: inner.width + 2 * MARGIN, height: Math.ceil(y + MARGIN) };

  const styles = drawingStyles(sheet, chart, own);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(size.width)}" height="${size.height}"`,
    ` viewBox="0 0 ${round(size.width)} ${size.height}" font-family="${FONTS}">`,
    // Nothing that only a hand can use.
    `<style>${styles}.hand{display:none}</style>`,
    `<rect width="100%" height="100%" fill="${color("surface")}"/>`,
    // Not within the chart's rules, which give text a halo.
    ...lines.map((line) => line.replace("<text", '<text stroke="none"')),
    `<svg x="${MARGIN}" y="${round(top)}" width="${round(inner.width)}"`,
    ` height="${round(inner.height)}" viewBox="0 0 ${round(inner.width)} ${round(inner.height)}"`,
    ` font-size="${SIZE}" overflow="visible">${content}</svg>`,
    "</svg>",
  ].join("");
  return { svg, ...size };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
