/** What must not break at its hyphen: a GPU-hour is one thing. */
import { html, type TemplateResult } from "lit";

const JOINED = /(GPU-\p{L}+)/u;

/**
 * A text whose units stay together. No sign in the text does that: fonts lack the hyphen that does not
 * break, and what is copied or searched for would hold it.
 */
export function unbroken(text: string): string | (string | TemplateResult)[] {
  const parts = text.split(JOINED);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? part : html`<span class="joined">${part}</span>`,
  );
}
