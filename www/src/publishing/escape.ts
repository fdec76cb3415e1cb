/** Text in HTML and in SVG. */

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text in HTML, on one line: an empty line would end the HTML block of a Markdown file. */
export function escapeHtml(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
