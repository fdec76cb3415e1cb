/** A range input under a hand: mouse, pen, finger, keys. */
import { type ElementPart, noChange } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";

export interface Slide {
  /**
   * The position that steps are counted from, so that the thumb can stand there; to be set before the
   * value. An attribute of the template would be a second one where a server writes the value as one.
   */
  readonly base?: number;
  /** The hand has moved the thumb to a position of the input. */
  readonly onSlide: (position: number) => void;
  /** A key asks for so many hundredths of the track; without it the browser's own steps count. */
  readonly onKey?: (hundredths: number) => void;
  /** A hand has come: until `onRest` all is one movement. */
  readonly onHold?: () => void;
  readonly onRest: () => void;
}

/** How far a finger moves before it is known whether it slides or scrolls, px. */
const SLACK = 8;

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -100,
  End: 100,
};

/** A touch that has not shown yet what it wants. */
interface Touch {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Where the thumb was. */
  readonly value: string;
  sliding: boolean;
}

/**
 * Browsers move the thumb at the first touch, before it is known that the finger only wants to scroll the
 * page. So a touch counts only after it has moved sideways, or when it was a tap; when the browser takes
 * the gesture for scrolling, the thumb goes back to where it was.
 */
class SlideDirective extends AsyncDirective {
  #input: HTMLInputElement | undefined;
  #slide: Slide | undefined;
  #touch: Touch | undefined;
  #held = false;

  render(_slide: Slide): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [slide]: [Slide]): typeof noChange {
    this.#slide = slide;
    if (this.#input !== part.element) {
      this.disconnected();
      this.#input = part.element as HTMLInputElement;
      this.reconnected();
    }
    if (slide.base !== undefined) this.#input.defaultValue = String(slide.base);
    return noChange;
  }

  protected override reconnected(): void {
    for (const [type, listener] of this.#listeners) this.#input?.addEventListener(type, listener);
  }

  protected override disconnected(): void {
    for (const [type, listener] of this.#listeners) {
      this.#input?.removeEventListener(type, listener);
    }
    this.#touch = undefined;
    if (!this.#held) return;
    // No event will tell that the hand has left; not while what removed it is still drawing.
    this.#held = false;
    const slide = this.#slide;
    queueMicrotask(() => slide?.onRest());
  }

  readonly #onDown = (event: Event): void => {
    const { pointerType, pointerId: id, clientX: x, clientY: y } = event as PointerEvent;
    const value = this.#input?.value ?? "";
    this.#touch = pointerType === "touch" ? { id, x, y, value, sliding: false } : undefined;
    if (this.#touch === undefined) this.#hold();
    // A pointer goes by single positions; the steps are for keys and assistive technologies.
    if (this.#input !== undefined) this.#input.step = "1";
  };

  readonly #onMove = (event: Event): void => {
    const { pointerId, clientX, clientY } = event as PointerEvent;
    const touch = this.#touch;
    if (touch === undefined || touch.id !== pointerId || touch.sliding) return;
    const [dx, dy] = [Math.abs(clientX - touch.x), Math.abs(clientY - touch.y)];
    if (dx < SLACK || dx < 2 * dy) return;
    touch.sliding = true;
    this.#hold();
  };

  readonly #onInput = (): void => {
    const input = this.#input;
    if (input === undefined) return;
    if (this.#touch !== undefined && !this.#touch.sliding) {
      input.value = this.#touch.value;
      return;
    }
    this.#slide?.onSlide(input.valueAsNumber);
  };

  readonly #onUp = (event: Event): void => {
    const touch = this.#touch;
    this.#touch = undefined;
    if (touch !== undefined && !touch.sliding && this.#input !== undefined) {
      const { clientX, clientY } = event as PointerEvent;
      if (Math.hypot(clientX - touch.x, clientY - touch.y) >= SLACK) return;
      this.#hold();
      this.#slide?.onSlide(positionAt(this.#input, clientX));
    }
    this.#rest();
  };

  readonly #onCancel = (): void => {
    const touch = this.#touch;
    this.#touch = undefined;
    if (touch !== undefined && this.#input !== undefined) {
      this.#input.value = touch.value;
      if (touch.sliding) this.#slide?.onSlide(Number(touch.value));
    }
    this.#rest();
  };

  readonly #onKey = (event: Event): void => {
    const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
    const hundredths = KEYS[key];
    if (hundredths === undefined || altKey || ctrlKey || metaKey) return;
    const onKey = this.#slide?.onKey;
    if (onKey === undefined) return;
    event.preventDefault();
    this.#hold();
    onKey(hundredths);
  };

  #hold(): void {
    if (this.#held) return;
    this.#held = true;
    this.#slide?.onHold?.();
  }

  readonly #rest = (): void => {
    if (!this.#held) return;
    this.#held = false;
    this.#slide?.onRest();
  };

  /** An assistive technology changes the input without pointer or key: a movement of its own. */
  readonly #onChange = (): void => {
    if (this.#held) return;
    this.#slide?.onRest();
  };

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ["pointerdown", this.#onDown],
    ["pointermove", this.#onMove],
    ["pointerup", this.#onUp],
    ["pointercancel", this.#onCancel],
    ["input", this.#onInput],
    ["change", this.#onChange],
    ["keydown", this.#onKey],
    ["keyup", this.#rest],
    ["blur", this.#rest],
  ];
}

/** The position of a range input under a point of the window; the thumb is as wide as the track is tall. */
function positionAt(input: HTMLInputElement, x: number): number {
  const { left, width } = input.getBoundingClientRect();
  const thumb = Number.parseFloat(getComputedStyle(input).getPropertyValue("--thumb-px")) || 24;
  const part = (x - left - thumb / 2) / (width - thumb);
  const [min, max] = [Number(input.min || 0), Number(input.max || 100)];
  return min + Math.min(1, Math.max(0, part)) * (max - min);
}

/** On an `<input type="range">`: `<input type="range" ${slide({ onSlide, onRest })}>`. */
export const slide = directive(SlideDirective);
