/** Reading a chart point by point: one stop for the Tab key, arrows move, Escape leaves. */
import { html, type TemplateResult } from "lit";
import { remembered } from "../views/view.js";

interface Reading {
  readonly points: Map<string, number>;
}

const readings = remembered<Reading>(() => ({ points: new Map() }));

export interface ReaderHost {
  requestUpdate(): void;
}

export interface Readable {
  readonly id: string;
  readonly count: number;
  /** What the chart is, and how it is read. */
  readonly label: string;
  readonly text: (index: number) => string;
  /** The point under a part of the drawing's width, 0 to 1. */
  readonly nearest: (part: number) => number;
}

/** The point being read. */
export function pointOf(host: ReaderHost, { id, count }: Pick<Readable, "id" | "count">) {
  const point = readings(host).points.get(id);
  return point === undefined || point >= count ? undefined : point;
}

/** A drawing that is read by keyboard and pointer. The region that speaks is always there. */
export function readable(
  host: ReaderHost,
  chart: Readable,
  drawing: TemplateResult,
): TemplateResult {
  const { points } = readings(host);
  const point = pointOf(host, chart);
  const go = (index: number | undefined) => {
    if (index === undefined) points.delete(chart.id);
    else points.set(chart.id, Math.min(chart.count - 1, Math.max(0, index)));
    host.requestUpdate();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = step(event.key, point ?? -1, chart.count);
    if (next === undefined && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") (event.currentTarget as HTMLElement).blur();
    go(next);
  };
  const onPointer = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (box.width > 0) go(chart.nearest((event.clientX - box.left) / box.width));
  };
  return html`<div
      class="readable"
      role="application"
      aria-label=${chart.label}
      aria-describedby="${chart.id}-read"
      tabindex="0"
      @keydown=${onKey}
      @blur=${() => go(undefined)}
      @pointermove=${onPointer}
      @pointerleave=${() => go(undefined)}
    >
      ${drawing}
    </div>
    <p class="read" id="${chart.id}-read"
      aria-live="polite">${point === undefined ? "" : chart.text(point)}</p>`;
}

function step(key: string, point: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return Math.min(count - 1, point + 1);
    case "ArrowLeft":
    case "ArrowDown":
      return Math.max(0, point < 0 ? count - 1 : point - 1);
    case "PageUp":
      return Math.min(count - 1, point + 10);
    case "PageDown":
      return Math.max(0, point - 10);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
