/**
 * Every element in every language, theme and state.
 *
 * An address that names all four shows one widget:
 * `?element=chip-cloud-break-even&lang=zh&theme=dark&state=tie`. It may name several of each; what it
 * leaves out is listed as links. `&view=sure` opens a view of the widget; everything else that stands in
 * it is an attribute: `&cloud-rate=2.68`.
 */
import { define } from "../src/define.js";
import type { CalculatorElement } from "../src/elements/calculator-element.js";
import { calculators } from "../src/generated/metadata.js";
import { LANGUAGES } from "../src/locales/types.js";
import { IMPOSSIBLE, KINDS, states } from "./states.js";

const AXES = {
  element: Object.values(calculators).map(({ element }) => element),
  lang: LANGUAGES,
  theme: ["light", "dark"],
  state: KINDS,
} as const;

type Axis = keyof typeof AXES;
type Cell = Readonly<Record<Axis, string>>;
type Widget = CalculatorElement<object, { input: object }>;

const axes = Object.keys(AXES) as Axis[];
const query = new URLSearchParams(location.search);
const main = document.querySelector("main") as HTMLElement;

/** What the bad figure is, as a reader would type it. */
const NONSENSE = "many";

/** The cells that the address names, or of an axis that it does not name, all. */
function named(): readonly Cell[] {
  let cells: readonly Partial<Cell>[] = [{}];
  for (const axis of axes) {
    const values = query.has(axis) ? query.getAll(axis) : AXES[axis];
    cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [axis]: value })));
  }
  return (cells as readonly Cell[]).filter(
    (cell) => figuresOf(cell) !== undefined || whyNot(cell) !== undefined,
  );
}

/** Why a calculator has no such state. */
function whyNot({ element, state }: Cell): string | undefined {
  return IMPOSSIBLE.find(
    ({ calculator, kind }) => calculators[calculator].element === element && kind === state,
  )?.why;
}

/** The figures that bring a state about; none where a calculator has no such state. */
function figuresOf({ element, state }: Cell): object | undefined {
  const kind = state === "bad" ? "good" : state;
  const found = states.find(
    ({ calculator, kind: own }) => calculators[calculator].element === element && own === kind,
  );
  return found?.input ?? (kind === "good" ? {} : undefined);
}

function list(cells: readonly Cell[]): void {
  const items = cells.map((cell) => {
    const item = document.createElement("li");
    const why = whyNot(cell);
    if (why !== undefined) {
      item.textContent = `${nameOf(cell)}: none, for ${why}`;
      return item;
    }
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams([...Object.entries(cell), ...others()])}`;
    link.textContent = nameOf(cell);
    item.append(link);
    return item;
  });
  const all = document.createElement("ul");
  all.append(...items);
  main.append(all);
}

function show(cell: Cell): void {
  const why = whyNot(cell);
  if (why !== undefined) {
    const note = document.createElement("p");
    note.textContent = `${nameOf(cell)}: none, for ${why}`;
    main.append(note);
    return;
  }
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  heading.textContent = nameOf(cell);
  const widget = document.createElement(cell.element) as Widget;
  widget.lang = cell.lang;
  widget.setAttribute("theme", cell.theme);
  for (const [name, value] of others()) if (name !== "view") widget.setAttribute(name, value);
  widget.input = figuresOf(cell) ?? {};
  // A figure that cannot be read needs an answer from before.
  widget.addEventListener("chip-result", () => void settle(widget, cell, section), { once: true });
  section.dataset.theme = cell.theme;
  section.append(heading, widget);
  main.append(section);
}

/** Does what the address wants of a widget that has its first answer, and marks it as done. */
async function settle(widget: Widget, { state }: Cell, section: HTMLElement): Promise<void> {
  if (state === "bad") mistype(widget);
  const view = query.get("view");
  if (view !== null) widget.onView(view);
  await widget.updateComplete;
  section.dataset.shown = "";
}

/** Types nonsense into the first number field, and leaves it. */
function mistype(widget: Widget): void {
  const front = widget.frontControls().map(({ info }) => info);
  const info = [...front, ...widget.info.parameters].find(({ kind }) => kind !== "choice");
  if (info === undefined) return;
  if (!front.includes(info)) widget.onOpen(true);
  widget.onType(info.name, NONSENSE);
  widget.onLeave(info.name);
}

function nameOf(cell: Cell): string {
  return axes.map((axis) => cell[axis]).join(", ");
}

/** What the address says beside the axes. */
function others(): [string, string][] {
  return [...query].filter(([name]) => !Object.hasOwn(AXES, name));
}

define();
if (axes.every((axis) => query.has(axis))) named().forEach(show);
else list(named());
