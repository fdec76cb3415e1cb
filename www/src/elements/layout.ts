/** How a widget is laid out, by the width it has. */
export type Layout = "compact" | "phone" | "desk";

/** From which widths on, em of the widget's own text: a larger text needs a wider place. */
export const PHONE = 19.5;
export const DESK = 44;

/**
 * How tall it is as it starts, em; `reserve.css` keeps the same on pages. The chart takes what the texts
 * leave of it: a wider font, a longer sentence move nothing.
 */
export const ROOM: Readonly<Record<Layout, number>> = { compact: 46, phone: 57, desk: 37.9 };

/** How tall what stands below chart and controls is of that, em, as long as nothing is open. */
export const TAIL = 10.2;

/** Where a label and its field do not fit beside one another, em. */
const NARROW = 15;

export function isNarrow({ width, em }: { readonly width: number; readonly em: number }): boolean {
  return width > 0 && width < NARROW * em;
}

export function layoutOf(
  { width, em }: { readonly width: number; readonly em: number },
  wanted: string,
): Layout {
  if (wanted === "compact") return "compact";
  // Not laid out, or on a server: one column is right in every place.
  if (width === 0) return "phone";
  if (width >= DESK * em) return "desk";
  return width < PHONE * em && wanted !== "full" ? "compact" : "phone";
}
