/** Words that a page says otherwise: `<script type="application/json" class="chip-words">`, anywhere in it. */
import { objectOf, scriptsOf, tell } from "../page-json.js";
import { languageToSay, overrideFrom } from "./registry.js";

const CLASS = "chip-words";

const READ = new WeakSet<Element>();

/** Reads what stands there by now, each once. */
export function readWords(page: Document): void {
  const isLoading = page.readyState === "loading";
  for (const script of scriptsOf(page, CLASS)) {
    if (READ.has(script)) continue;
    const read = objectOf(script.textContent ?? "");
    // Half of it may be there.
    if ("wrong" in read && isLoading) continue;
    READ.add(script);
    if ("wrong" in read) {
      tell(`${CLASS} ${read.wrong}; the words stay as they are`);
      continue;
    }
    for (const [tag, words] of Object.entries(read.fields)) {
      const language = languageToSay(tag);
      if (language !== undefined) overrideFrom(language, words);
      else tell(`${CLASS}: there is no language ${tag}`);
    }
  }
  if (isLoading) page.addEventListener("DOMContentLoaded", () => readWords(page), { once: true });
}
