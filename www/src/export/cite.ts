/** How to cite a widget: as text, and for BibTeX. */

export interface Citation {
  readonly title: string;
  readonly sentence: string;
  readonly address: string;
  readonly version: string;
  /** An ISO day. */
  readonly date: string;
}

export function citeText({ title, sentence, address, version, date }: Citation): string {
  return `chip-calculators ${version}, “${title}” ${sentence} ${address} (${date})`;
}

/** What BibTeX would read as its own. */
function escaped(text: string): string {
  return text.replace(/[\\{}$&#^_%~]/g, (sign) =>
    sign === "\\"
      ? "\\textbackslash{}"
      : sign === "^"
        ? "\\^{}"
        : sign === "~"
          ? "\\~{}"
          : `\\${sign}`,
  );
}

export function citeBibtex({ title, sentence, address, version, date }: Citation): string {
  const [year = "", month = ""] = date.split("-");
  return `@misc{chip-calculators-${date},
  title = {{${escaped(title)}}},
  author = {{chip-calculators}},
  year = {${year}},
  month = {${Number(month)}},
  version = {${escaped(version)}},
  note = {${escaped(sentence)}},
  howpublished = {\\url{${address.replace(/[{}\\]/g, encodeURIComponent)}}},
  urldate = {${date}}
}
`;
}
