/** How wide text is, roughly: charts leave room for it before it is drawn. */

/** Width in em of a figure or Latin letter of a wide sans-serif; of a Chinese character, and of "%". */
const NARROW = 0.6;
const WIDE = 1;

export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const character of text) em += character > "\u2e7f" || character === "%" ? WIDE : NARROW;
  return em * size;
}

/** The text, shortened to a width where it must be. */
function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join("").trimEnd()}…`;
}

/** The lines of a text that is broken at spaces, between Chinese characters, or within what is an address. */
export function wrapText(text: string, size: number, width: number): string[] {
  const words = text.match(/[\u2e80-\uffef][，。；：、！？”）]*|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? [];
  const most = Math.max(1, Math.floor(width / (NARROW * size)));
  const parts = words.flatMap((word) =>
    textWidth(word.trimEnd(), size) > width
      ? (word.match(new RegExp(`.{1,${most}}`, "gsu")) ?? [])
      : word,
  );
  const lines: string[] = [];
  let line = "";
  for (const word of parts) {
    if (line !== "" && textWidth((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
  readonly from: number;
  readonly to: number;
}

/** A text centered on a place, or held by the edge that it would cross. */
export function placed(
  text: string,
  at: number,
  size: number,
  left: number,
  right: number,
): Placed {
  const shown = fitText(text, size, right - left);
  const width = textWidth(shown, size);
  if (at - width / 2 < left) {
    return { text: shown, x: left, anchor: "start", from: left, to: left + width };
  }
  if (at + width / 2 > right) {
    return { text: shown, x: right, anchor: "end", from: right - width, to: right };
  }
  return { text: shown, x: at, anchor: "middle", from: at - width / 2, to: at + width / 2 };
}

/** The labels of an axis: those that would touch one that goes before them are left out. */
export function spread(
  labels: readonly Placed[],
  gap: number,
  before: readonly Placed[] = [],
): Placed[] {
  const kept: Placed[] = [];
  for (const label of labels) {
    const touches = ({ from, to }: Placed) => label.from < to + gap && label.to > from - gap;
    if (!kept.some(touches) && !before.some(touches)) kept.push(label);
  }
  return kept;
}

/** The labels under an axis: its ends first. "1 year" is "1" where there is no room for more. */
export function along(
  ticks: readonly (readonly [at: number, label: string])[],
  size: number,
  width: number,
  gap: number,
  before: readonly Placed[] = [],
): Placed[] {
  // What has its place already would touch itself, and its shorter form.
  const labels = [...ticks.slice(0, 1), ...ticks.slice(-1), ...ticks].flatMap(([at, label]) =>
    [label, label.replace(/^(\d+) \p{L}+$/u, "$1")].map((text) => placed(text, at, size, 0, width)),
  );
  return spread(labels, gap, before);
}
