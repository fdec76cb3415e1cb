/** English: what a number within a sentence says. */

export const variable = {
  how: "Drag, use the arrow keys, or click to type a number",
  /** Around the author's own number, behind the reader's. */
  original: [" (originally ", ")"] as readonly [open: string, close: string],
};
