/** What the elements within a sentence say themselves. */
import type { Language } from "../i18n.js";

const WORDS = {
  en: {
    how: "Drag, use the arrow keys, or click to type a number",
    before: "originally",
    check: (verdict: string) => `Checked: ${verdict}. Show the working`,
    claims: "The article’s figures, checked",
    all: "All",
    show: "Show",
    calculator: "Open in the calculator",
    none: "The article could not be checked.",
    live: "With your figures",
  },
  zh: {
    how: "拖动、用方向键调整，或点击输入数字",
    before: "原为",
    check: (verdict: string) => `核对结果：${verdict}。查看过程`,
    claims: "逐条核对原文数字",
    all: "全部",
    show: "筛选",
    calculator: "在计算器中打开",
    none: "无法核对这篇文章。",
    live: "按你改动后的数字",
  },
} satisfies Readonly<Record<Language, object>>;

export function words(language: Language): (typeof WORDS)[Language] {
  return WORDS[language];
}
