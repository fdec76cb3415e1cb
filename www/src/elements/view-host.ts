/** The widget as its chart and its views see it. */
import type { OutputInfo } from "../generated/metadata.js";
import type { Block } from "../views/block.js";
import type { ViewHost } from "../views/view.js";
import type { CalculatorWords } from "../views/words.js";
import type { FrameHost } from "./frame-host.js";

/** What an element offers beyond the frame. */
export interface Viewed extends FrameHost {
  readonly asked: Readonly<Record<string, unknown>>;
  readonly result: object | undefined;
  readonly functions: object;
  /** The words of its calculator, in its language. */
  readonly labels: object;
  readonly address: string;
  // biome-ignore lint/suspicious/noExplicitAny: each calculator knows the shape of its own result
  lists(result: any): readonly Block[];
  exact(output: OutputInfo, value: number): string;
  readonly chartSize: { readonly width: number; readonly height: number; readonly em: number };
  onHold(name: string): void;
  requestUpdate(): void;
}

/** One object for as long as the element lives: views remember by it. */
export function viewHost(element: Viewed): ViewHost & { readonly height: number } {
  const taken = () => (element.result as { input: Record<string, unknown> }).input;
  return {
    get info() {
      return element.info;
    },
    get format() {
      return element.format;
    },
    get words() {
      return element.labels as CalculatorWords;
    },
    get decision() {
      // What is made of lists alone has no figures to try.
      const has = element.info.parameters.some(({ basic, kind }) => basic && kind !== "choice");
      return has ? element.deciding?.output.name : undefined;
    },
    get input() {
      return taken();
    },
    get given() {
      const given: Record<string, unknown> = {};
      for (const { name } of element.info.parameters) {
        const value = taken()[name];
        if (value !== null && value !== undefined) given[name] = value;
      }
      return given;
    },
    get result() {
      return element.result as Record<string, unknown>;
    },
    get sentence() {
      return element.sentence;
    },
    get functions() {
      return element.functions;
    },
    get width() {
      return element.chartSize.width;
    },
    get viewWidth() {
      return element.measure.width || element.chartSize.width;
    },
    get address() {
      return element.address;
    },
    get height() {
      return element.chartSize.height;
    },
    get em() {
      return element.measure.em;
    },
    get ranges() {
      return element.store.ranges;
    },
    get touched() {
      const { info, store } = element;
      return store.edited || info.parameters.some(({ name }) => store.edit(name) !== undefined);
    },
    get dragging() {
      return element.held !== undefined;
    },
    source(name) {
      const info = element.info.parameters.find((parameter) => parameter.name === name);
      return info && element.origin(info);
    },
    exact: (output, value) => element.exact(output, value),
    lists: () => element.lists(element.result),
    caption(title) {
      const { info, format, store } = element;
      const { labelled, list } = format.locale.ui;
      const values = info.parameters
        .filter(({ name }) => store.ranges.has(name))
        .map((parameter) => {
          const label = format.locale.parameters[parameter.name] ?? parameter.name;
          const value = taken()[parameter.name];
          return typeof value === "number"
            ? labelled(label, format.beside(label, parameter, value))
            : label;
        });
      return values.length === 0 ? title : format.words.views.drawnAt(title, list(values));
    },
    resultText: (value) => element.resultText(value),
    id: (name) => `view-${name}`,
    set(name, value) {
      element.onHold(name);
      element.set(name, value);
    },
    rest: () => element.rest(),
    requestUpdate: () => element.requestUpdate(),
    isOpen: (view) => element.view === view,
    close: () => element.view !== undefined && element.onView(element.view),
  };
}
