/** An answer as a file, or as a citation: what the menu "Take it along" does. */
import { core } from "#instance";
import { sourceOf } from "../citation.js";
import type { FrameHost } from "../elements/frame.js";
import { csvOf } from "../views/table.js";
import { citeBibtex, citeText } from "./cite.js";
import { barsAsSvg, type Legend, toPng, toSvg } from "./picture.js";

/** The name of a file without its ending. */
function nameOf({ info }: FrameHost): string {
  return info.element.replace("chip-", "");
}

function save({ figure }: FrameHost, blob: Blob, name: string): void {
  const document = figure?.ownerDocument ?? globalThis.document;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not at once: WebKit reads it only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function saveCsv(host: FrameHost): string {
  const name = `${nameOf(host)}.csv`;
  save(host, new Blob([csvOf(host.seen)], { type: "text/csv;charset=utf-8" }), name);
  return host.words.saved(name);
}

/** What a picture says beside what it shows: it travels without its page. */
function legendOf(host: FrameHost): Legend {
  const { format, seen } = host;
  const ids = host.info.parameters.map(({ name }) => seen.source(name)?.source);
  const publishers = [...new Set(ids)].flatMap((id) => {
    const source = id === undefined ? undefined : sourceOf(id);
    return source === undefined ? [] : [source.publisher];
  });
  const { labelled, list } = format.locale.ui;
  return {
    title: host.titleText,
    sentence: host.sentence,
    source: labelled(format.words.sources.title, list([...new Set(publishers)])),
    address: seen.address,
  };
}

function svgOf(host: FrameHost, picture: Element): string {
  const drawing = picture instanceof SVGSVGElement ? picture : barsAsSvg(picture, host.seen.width);
  const svg = toSvg(drawing, legendOf(host));
  if (drawing !== picture) drawing.remove();
  return svg;
}

export function saveSvg(host: FrameHost, picture: Element): string {
  const name = `${nameOf(host)}.svg`;
  save(host, new Blob([svgOf(host, picture)], { type: "image/svg+xml" }), name);
  return host.words.saved(name);
}

export async function savePng(host: FrameHost, picture: Element): Promise<string> {
  const name = `${nameOf(host)}.png`;
  save(host, await toPng(svgOf(host, picture)), name);
  return host.words.saved(name);
}

/** As text and for BibTeX. */
export function citation(host: FrameHost): string {
  const cited = {
    title: host.titleText,
    sentence: host.sentence,
    address: host.seen.address,
    version: core().version(),
    date: new Date().toISOString().slice(0, 10),
  };
  return `${citeText(cited)}\n\n${citeBibtex(cited)}`;
}
