/** A widget as a page of its own. */
import { escapeHtml } from "@lit-labs/ssr/lib/util/escape-html.js";
import type { CalculatorName } from "../generated/metadata.js";
import { words } from "../generated/words.js";
import type { Language } from "../i18n.js";
import { sharedWords } from "../locales/registry.js";
import { words as published } from "../publishing/words.js";

/** An HTML document around what `render` gives, and the script that takes it over, if any. */
export function document(
  calculator: CalculatorName,
  widget: string,
  lang: Language,
  theme: "light" | "dark" | undefined,
  script: string | undefined,
): string {
  const title = escapeHtml(words[calculator](lang).name);
  return `<!doctype html>
<html lang="${sharedWords(lang).htmlTag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="${theme ?? "light dark"}">
<title>${title}</title>
${script ?? ""}
<style>body { max-width: 60rem; margin: 1rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; }</style>
</head>
<body>
${widget}
${script === undefined ? `<p><small>${published[lang].withoutScript}</small></p>` : ""}
</body>
</html>`;
}
