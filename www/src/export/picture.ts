/** A chart as a picture that travels alone: title, sentence, source and address are in it. */
import { wrapText } from "../charts/text.js";

export interface Legend {
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
  /** Of what day it is. */
  readonly date: string;
  readonly address: string;
}

/** Named in the file: no page's font comes along. */
const FONT = "Helvetica, Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const NAMESPACE = "http://www.w3.org/2000/svg";
const PADDING = 24;
const SIZE = 15;

/** What a picture needs of each part's style, as attributes. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
] as const;

/**
 * A drawing on the page as a file of its own: colours, sizes and fonts are attributes of its
 * parts.
 */
export function toSvg(drawing: SVGSVGElement, legend: Legend): string {
  const document = drawing.ownerDocument;
  const view = document.defaultView;
  const [, , width = 480, height = 270] = (drawing.getAttribute("viewBox") ?? "")
    .split(/\s+/)
    .map(Number);
  const of = getComputedStyle(drawing);
  const ground = groundOf(drawing);
  const svg = document.createElementNS(NAMESPACE, "svg");
  const text = (lines: readonly string[], top: number, size: number, weight: string) => {
    for (let line = 0; line < lines.length; line++) {
      const part = document.createElementNS(NAMESPACE, "text");
      set(part, { x: PADDING, y: top + (line + 1) * size * 1.35, "font-size": size });
      set(part, { "font-weight": weight, fill: of.getPropertyValue("fill") });
      part.textContent = lines[line] ?? "";
      svg.append(part);
    }
    return top + lines.length * size * 1.35;
  };
  const back = document.createElementNS(NAMESPACE, "rect");
  set(back, { width: "100%", height: "100%", fill: ground });
  svg.append(back);
  let y = text(wrapText(legend.title, SIZE * 1.2, width), PADDING / 2, SIZE * 1.2, "700");
  y = text(wrapText(legend.sentence, SIZE, width), y + 4, SIZE, "400") + SIZE;
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  // Nothing that only a hand can use; found before its class is gone.
  const hands = [...copy.querySelectorAll(".hand")];
  resolve(drawing, copy, view);
  for (const hand of hands) hand.remove();
  set(copy, { x: PADDING, y, width, height });
  copy.removeAttribute("class");
  svg.append(copy);
  const foot = [legend.source, legend.date, legend.address].filter((line) => line !== "");
  y = text(
    foot.flatMap((line) => wrapText(line, SIZE * 0.8, width)),
    y + height + 4,
    SIZE * 0.8,
    "400",
  );
  const [whole, tall] = [width + 2 * PADDING, Math.ceil(y + PADDING)];
  set(svg, { width: whole, height: tall, viewBox: `0 0 ${whole} ${tall}`, "font-family": FONT });
  const xml = new XMLSerializer().serializeToString(svg).replace(/<!--[\s\S]*?-->/g, "");
  return xml.includes("xmlns=") ? xml : xml.replace("<svg", `<svg xmlns="${NAMESPACE}"`);
}

function set(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

function resolve(from: Element, to: Element, view: Window | null): void {
  if (view === null) return;
  const style = view.getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value.replace(/px\b/g, ""));
  }
  to.removeAttribute("class");
  to.removeAttribute("style");
  for (let index = 0; index < from.children.length; index++) {
    const [inner, copied] = [from.children[index], to.children[index]];
    if (inner !== undefined && copied !== undefined) resolve(inner, copied, view);
  }
}

/** What the drawing stands on: a picture without ground cannot be read in the dark. */
function groundOf(drawing: Element): string {
  for (let at: Element | null = drawing; at !== null; at = parentOf(at)) {
    const color = getComputedStyle(at).backgroundColor;
    if (color !== "transparent" && !/,\s*0\)$|\/\s*0\)$/.test(color)) return color;
  }
  return "#ffffff";
}

function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A canvas of iOS holds no more, px. */
const MOST = 16_777_216;

/** So often a canvas is drawn again: WebKit's first drawing may lack its texts. */
const TRIES = 5;

/**
 * The picture's pixels, at three times its size.
 *
 * @throws {Error} where the page's policy forbids `data:` images, or a canvas may not be read.
 */
export async function toPng(svg: string, scale = 3): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const factor = Math.min(scale, Math.sqrt(MOST / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(width * factor);
  canvas.height = Math.floor(height * factor);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("the browser gives no canvas");
  for (let left = TRIES; left > 0; left--) {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (isDrawn(context)) break;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("the canvas cannot be read"));
      else resolve(blob);
    }, "image/png");
  });
}

/** Whether the title is there: the first thing that a drawing without texts lacks. */
function isDrawn(context: CanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, Math.ceil(height / 5));
  for (let at = 4; at < data.length; at += 4) {
    if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) return true;
  }
  return false;
}
