/** An answer as a file, or as a citation: what the menu "Take it along" does. */
import { render } from "lit";
import { core } from "#instance";
import { publishersOf } from "../citation.js";
import type { FrameHost } from "../elements/frame-host.js";
import { today } from "../formats/date.js";
import { csvOf } from "../views/table.js";
import { citeBibtex, citeText } from "./cite.js";
import { type Legend, toPng, toSvg } from "./picture.js";

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
  const { labelled, list } = format.locale.ui;
  return {
    title: host.titleText,
    sentence: host.sentence,
    source: labelled(format.words.sources.title, list(publishersOf(ids, format))),
    date: host.words.pictured(format.date(today())),
    address: seen.address,
  };
}

/** The chart that is shown: a drawing, or bars, which become one for as long as their colours are read. */
function svgOf(host: FrameHost): string {
  const { figure, bars } = host;
  const drawing = figure?.querySelector<SVGSVGElement>(".plot svg");
  if (drawing) return toSvg(drawing, legendOf(host));
  if (!figure || bars === undefined) throw new Error("there is no chart");
  const place = figure.ownerDocument.createElement("div");
  place.hidden = true;
  figure.append(place);
  try {
    render(bars, place);
    return toSvg(place.querySelector("svg") as SVGSVGElement, legendOf(host));
  } finally {
    place.remove();
  }
}

export function saveSvg(host: FrameHost): string {
  const name = `${nameOf(host)}.svg`;
  save(host, new Blob([svgOf(host)], { type: "image/svg+xml" }), name);
  return host.words.saved(name);
}

export async function pngOf(host: FrameHost): Promise<Blob> {
  return toPng(svgOf(host));
}

export async function savePng(host: FrameHost): Promise<string> {
  const name = `${nameOf(host)}.png`;
  save(host, await pngOf(host), name);
  return host.words.saved(name);
}

/** As text and for BibTeX. */
export function citation(host: FrameHost): string {
  const cited = {
    title: host.titleText,
    sentence: host.sentence,
    address: host.seen.address,
    version: core().version(),
    date: today(),
  };
  return `${citeText(cited)}\n\n${citeBibtex(cited)}`;
}
