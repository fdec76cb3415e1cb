/** What a page gives as JSON, in `<script type="application/json" class="…">`: data that nobody has checked. */

/** More characters are no figures and no words that anybody wrote. */
export const MOST = 100_000;

export type Fields = Readonly<Record<string, unknown>>;

export function scriptsOf(root: ParentNode, name: string): NodeListOf<Element> {
  return root.querySelectorAll(`script[type="application/json"].${name}`);
}

/** The object that a text is, or why it is none. */
export function objectOf(text: string): { readonly fields: Fields } | { readonly wrong: string } {
  if (text.length > MOST) return { wrong: `is longer than ${MOST} characters` };
  try {
    const fields: unknown = JSON.parse(text);
    const isObject = typeof fields === "object" && fields !== null && !Array.isArray(fields);
    return isObject ? { fields: fields as Fields } : { wrong: "is no JSON object" };
  } catch (error) {
    return { wrong: `is no JSON: ${error instanceof Error ? error.message : error}` };
  }
}

const told = new Set<string>();

/** Tells a publisher on the console, once. */
export function tell(what: string): void {
  if (told.has(what)) return;
  told.add(what);
  console.warn(`chip-calculators: ${what}`);
}
