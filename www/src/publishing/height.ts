/** What a frame and the page around it say to each other about the frame's height. */

/** From the frame: `{ type, height }`, CSS pixels. */
export const HEIGHT = "chip-calculators:height";

/** From the page, whose script came later than the frame: say it again. */
export const ASK = "chip-calculators:ask";

/** Greater heights are believed of nobody. */
export const MOST = 10_000;
