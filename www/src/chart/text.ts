/** How wide text is, roughly: charts leave room for it before it is drawn. */

/** Width in em of a figure or Latin letter of a sans-serif, and of a Chinese character. */
const NARROW = 0.56;
const WIDE = 1;

export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += character > "\u2e7f" ? WIDE : NARROW;
  return em * size;
}

/** The text, shortened to a width where it must be. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join("").trimEnd()}…`;
}
