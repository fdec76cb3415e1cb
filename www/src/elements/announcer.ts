/** How long the hand must have rested before the answer is read out, ms. */
const REST = 600;

/**
 * Reads the verdict out once the hand rests: a screen reader that is told every step of a slider says
 * none of them to the end. The region is made once, for one made anew is never read.
 */
export class Announcer {
  readonly #region: () => Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said: string | undefined;

  constructor(region: () => Element | null) {
    this.#region = region;
  }

  /** The answer is this now; the first one stands on the page and is read there. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#said ??= text;
    // Back to what was said last: what came in between is not said any more.
    if (text === this.#said) return;
    this.#timer = setTimeout(() => {
      this.#said = text;
      const region = this.#region();
      if (region !== null) region.textContent = text;
    }, REST);
  }

  /** What a reader has asked for is done: it is said at once. */
  announce(text: string): void {
    const region = this.#region();
    if (region !== null) region.textContent = text;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
