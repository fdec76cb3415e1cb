/**
 * Contrast of two colours as WCAG 2.2 defines it: twelve lines of arithmetic that do not change, where
 * packages for it bring a parser of all of CSS's colours (wcag-contrast with its two dependencies, 9 KB).
 */

/** Relative luminance of six hexadecimal digits. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What WCAG AA asks for: of text, and of what is no text but is needed to understand. */
export const LEAST = { text: 4.5, graphics: 3 } as const;
