/** A file that spreadsheets and notebooks read: RFC 4180, with a head of comments. */

export type Cell = string | number | null;

/** What a spreadsheet would run as a formula, or as a command. */
const FORMULA = /^[=+\-@\t\r]/;

/** A field: quoted where it must be; a text that a spreadsheet would compute stays a text. */
export function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface Csv {
  /** What the file is, where it comes from: a comment a line. */
  readonly head: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Lines end as the RFC says; a mark at the start tells spreadsheets the encoding. */
export function csv(tables: readonly Csv[]): string {
  const lines = tables.flatMap(({ head, columns, rows }, index) => [
    ...(index === 0 ? [] : [""]),
    ...head.map((line) => `# ${line.replace(/\s+/g, " ")}`),
    columns.map(field).join(","),
    ...rows.map((row) => row.map(field).join(",")),
  ]);
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** Tables as text, a tab between cells: what is pasted into a document or a spreadsheet. */
export function plainText(tables: readonly Csv[]): string {
  const flat = (cell: Cell) => (cell === null ? "" : String(cell).replace(/[\t\r\n]+/g, " "));
  return tables
    .map(({ head, columns, rows }) =>
      [...head, columns.join("\t"), ...rows.map((row) => row.map(flat).join("\t"))].join("\n"),
    )
    .join("\n\n");
}
