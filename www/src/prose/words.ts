/** What the elements within a sentence say themselves. */
import type { Language } from "../i18n.js";

const WORDS = {
  en: {
    how: "Drag, use the arrow keys, or click to type a number",
    before: "originally",
  },
  zh: {
    how: "拖动、用方向键调整，或点击输入数字",
    before: "原为",
  },
} as const satisfies Readonly<Record<Language, object>>;

export function words(language: Language): (typeof WORDS)[Language] {
  return WORDS[language];
}
