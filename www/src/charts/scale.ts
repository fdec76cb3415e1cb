/**
 * Round numbers along an axis: d3-array's ticks are the field's standard. d3-scale, which takes them
 * from there, brings colors and formats: 7 KB after brotli around the line below.
 */
import { ticks } from "d3-array";

export interface Axis {
  (value: number): number;
  readonly ticks: readonly number[];
}

/**
 * From a domain to px; with at most about `count` ticks inside it, which are round where a unit of the
 * domain is shown as `rate`: in another currency.
 */
export function axis(
  domain: readonly [number, number],
  range: readonly [number, number],
  count: number,
  rate = 1,
): Axis {
  const [low, end] = domain;
  const high = end > low ? end : low + 1;
  const [from, to] = range;
  const at = (value: number) => from + ((value - low) / (high - low)) * (to - from);
  return Object.assign(at, {
    ticks: ticks(low * rate, high * rate, count).map((tick) => tick / rate),
  });
}

/** The least and the greatest of some columns, and 0. */
export function extent(columns: readonly ArrayLike<number>[]): [number, number] {
  let [low, high] = [0, 0];
  for (const column of columns) {
    for (let index = 0; index < column.length; index++) {
      const value = column[index] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return [low, high];
}

/** The height of a curve at a place between two of its points, which ascend. */
export function heightAt(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  let index = 1;
  while (index < xs.length - 1 && (xs[index] ?? 0) < x) index++;
  const [x0 = 0, x1 = x0] = [xs[index - 1], xs[index]];
  const [y0 = 0, y1 = y0] = [ys[index - 1], ys[index]];
  return x1 === x0 ? y0 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/**
 * One for each of the first whole numbers; a page's own `Array.from` need not be the language's.
 */
export function times<Item>(count: number, of: (index: number) => Item): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < count; index++) items.push(of(index));
  return items;
}
