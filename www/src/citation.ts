/** Sources as readers see them: title, publisher, date, and what kind of figure is taken from them. */
import { type Source, sources } from "virtual:catalogue";
import { html } from "lit";
import type { Format } from "./formats/format.js";
import { sharedWords } from "./locales/registry.js";
import { type BuiltIn, isBuiltIn } from "./locales/types.js";
import type { Shown } from "./views/block.js";
import type { Origin } from "./views/view.js";

/** A source that can be looked up; what the project assumes has none. */
export function sourceOf(id: string): Source | undefined {
  return id !== ASSUMED && Object.hasOwn(sources, id) ? sources[id] : undefined;
}

const ASSUMED = "project-assumption";

/** Where figures of a source come from, of whatever kind the figure itself says, or most of the source's are. */
export function originOf(source: string, status?: string): Origin {
  const kind = Object.hasOwn(sources, source) ? sources[source]?.status : undefined;
  return { source, status: status ?? kind ?? "published" };
}

/** "measured", "the article's", "your own". */
export function statusOf({ words }: Format, origin: Origin | undefined): string {
  const { statuses } = words.sources;
  if (origin === undefined) return statuses.own;
  if (origin.source === ASSUMED) return statuses.assumed;
  return (statuses as Readonly<Record<string, string>>)[origin.status] ?? origin.status;
}

type Names = Pick<Source, "title" | "publisher">;

/** What a source is called in a language: the catalogue's own words are English, and some have others beside them. */
export function namesOf(source: Source, language: string) {
  const translated: Readonly<Partial<Record<BuiltIn, Names>>> = source;
  const own = isBuiltIn(language) ? translated[language] : undefined;
  const { title, publisher } = own ?? source;
  const { comma, htmlTag } = sharedWords(own === undefined ? "en" : language);
  return { title, publisher, comma, lang: htmlTag };
}

/** Who published some sources, each once; what the project assumes nobody did. */
export function publishersOf(
  ids: readonly (string | undefined)[],
  { language }: Pick<Format, "language">,
): string[] {
  const publishers = ids.flatMap((id) => {
    const source = id === undefined ? undefined : sourceOf(id);
    return source === undefined ? [] : [namesOf(source, language).publisher];
  });
  return [...new Set(publishers)];
}

/** Title and publisher, once, linked where there is something to follow. */
export function cited({ words, language }: Format, source: Source): Shown {
  const { url, attribution } = source;
  const { title, publisher, comma, lang } = namesOf(source, language);
  const text = title + comma + publisher;
  const credit = attribution ? html`${" \u00b7 "}<small lang="en">${attribution}</small>` : "";
  // An attribution that begins with the publisher names it.
  const told = attribution?.startsWith(source.publisher) ? title : text;
  const shown = url?.startsWith("https://")
    ? html`<a href=${url} target="_blank" rel="noopener" title=${words.sources.newTab}
        ><span lang=${lang}>${told}</span></a>`
    : html`<span lang=${lang}>${told}</span>`;
  return { text: html`${shown}${credit}`, data: text };
}

/** The day of a source: as readers write it, and in a file as machines do. */
export function dated(format: Format, source: Source | undefined): Shown {
  const date = source?.date ?? "";
  return { text: date === "" ? "" : format.date(date), data: date };
}
