/** Where the figures in use come from. */

import { sources } from "virtual:catalogue";
import { html, nothing, type TemplateResult } from "lit";
import type { ControlHost } from "./controls/host.js";
import type { Format } from "./formats/format.js";

/** A source, and the figures taken from it. */
export interface Citation {
  /** `undefined` for the reader's or the page's own figures. */
  readonly source: string | undefined;
  readonly label: string;
  /** The chip it is a figure of. */
  readonly of?: string;
}

/** Of every parameter in use. */
export function citations(host: ControlHost): Citation[] {
  return host.info.parameters
    .filter(({ kind, name }) => kind !== "choice" && host.relevant(name))
    .filter((info) => inUse(host, info.name))
    .map((info) => ({
      source: host.store.source(info, host.asked),
      label: host.format.locale.parameters[info.name] ?? info.name,
    }));
}

/** A figure that is absent, or 0 by default, needs no source. */
function inUse(host: ControlHost, name: string): boolean {
  const info = host.info.parameters.find((info) => info.name === name);
  const value = info && host.store.value(info, host.asked);
  return value !== null && !(value === 0 && info?.default === 0);
}

/** Figures by label, each with the chips it is of: "Price: H100, H200". */
function describe(format: Format, cited: readonly Citation[]): string {
  const { ui } = format.locale;
  const byLabel = new Map<string, string[]>();
  for (const { label, of } of cited) {
    const names = byLabel.get(label) ?? [];
    if (of !== undefined && !names.includes(of)) names.push(of);
    byLabel.set(label, names);
  }
  const told = [...byLabel].map(([label, names]) =>
    names.length === 0 ? label : ui.labelled(label, ui.list(names)),
  );
  return ui.list(told);
}

/** The sources, under what is to be said about the choice of figures. */
export function sourceList(
  format: Format,
  cited: readonly Citation[],
  note: string | undefined,
): TemplateResult {
  const { ui } = format.locale;
  const ids = [...new Set(cited.map(({ source }) => source))];
  const of = (id: string | undefined) =>
    describe(
      format,
      cited.filter(({ source }) => source === id),
    );
  return html`
    <details class="sources" data-part="sources">
      <summary>${ui.sources}</summary>
      ${note === undefined ? nothing : html`<p class="note" data-part="note">${note}</p>`}
      <ul>
        ${ids.includes(undefined) ? html`<li>${ui.labelled(ui.ownFigure, of(undefined))}</li>` : nothing}
        ${ids.map((id) => (id === undefined ? nothing : entry(format, id, of(id))))}
      </ul>
    </details>
  `;
}

function entry(format: Format, id: string, uses: string): TemplateResult {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return html`<li>${id} <span class="uses">${uses}</span></li>`;
  const { title, publisher, date, url, attribution } = source;
  const link = url?.startsWith("https://")
    ? html`<a href=${url} target="_blank" rel="noopener" title=${format.locale.ui.newTab}>${title}</a>`
    : title;
  // The catalogue's own words are English.
  return html`<li>
    <span lang="en">${link}, ${publisher}, ${date}</span>
    <span class="uses">${uses}</span>
    ${attribution ? html`<small lang="en">${attribution}</small>` : nothing}
  </li>`;
}
