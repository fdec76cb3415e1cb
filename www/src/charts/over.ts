/** Where a range input lies over a drawing: its thumb travels as the drawing's handle does. */
export interface Over {
  readonly width: number;
  readonly height: number;
  /** From the drawing's side to the first place of the thumb's middle. */
  readonly edge: number;
  /** What the input leaves free above and below. */
  readonly inset: readonly [top: number, bottom: number];
}

export function overStyle({ height, edge, inset: [top, bottom] }: Over): string {
  const part = (value: number) => `${(value / height) * 100}%`;
  return `--thumb-px:${2 * edge}px;inset-block:${part(top)} ${part(bottom)}`;
}
