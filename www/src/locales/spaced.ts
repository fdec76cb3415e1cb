/** Chinese is set with a space where it meets figures and Latin letters: 3.7 万美元, 1,000 张 GPU. */
const HAN_FIRST = /([\u4e00-\u9fff])([\w\u2212])/g;
const HAN_LAST = /([\w%])([\u4e00-\u9fff])/g;
/** A unit behind a scale: 2.88 万颗. */
const BETWEEN = /([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;

export function spaced(text: string): string {
  return text.replace(HAN_FIRST, "$1 $2").replace(HAN_LAST, "$1 $2").replace(BETWEEN, "$1");
}

/** Words whose sentences are spaced when their figures are in. */
export function spacedWords<Words>(words: Words): Words {
  if (typeof words === "function") {
    return ((...given: unknown[]) => spaced(String(words(...given)))) as Words;
  }
  if (typeof words !== "object" || words === null) return words;
  if (Array.isArray(words)) return words;
  const entries = Object.entries(words).map(([key, inner]) => [key, spacedWords(inner)]);
  return Object.fromEntries(entries) as Words;
}
