/** What a widget offers the frame around its answer. */
import type { nothing, TemplateResult } from "lit";
import type { Control } from "../controls/control.js";
import type { ControlHost } from "../controls/host.js";
import type { ParameterInfo } from "../generated/metadata.js";
import type { Problem } from "../state/store.js";
import type { Origin, ViewHost } from "../views/view.js";
import type { Layout } from "./layout.js";

export interface FrameHost extends ControlHost {
  /** Where a figure comes from; nothing where it is the reader's or the page's own. */
  origin(info: ParameterInfo): Origin | undefined;
  readonly arrangement: Layout;
  readonly measure: {
    readonly width: number;
    readonly em: number;
    readonly figure: { readonly height: number };
  };
  readonly localName: string;
  readonly sentence: string;
  /** The id of the view that is open. */
  readonly view: string | undefined;
  readonly isOpen: boolean;
  readonly isPrinting: boolean;
  readonly isStale: boolean;
  readonly linkNote: string | undefined;
  /** Whether the figures are as a link has them. */
  readonly isAsFollowed: boolean;
  readonly side: "positive" | "negative" | undefined;
  /** The widget as its views see it. */
  readonly seen: ViewHost;
  /** Its question, as it stands. */
  readonly titleText: string;
  /** The room of its chart. */
  readonly figure: Element | null;
  readonly bars: TemplateResult | undefined;
  requestUpdate(): void;
  /** Reads a text out, once. */
  announce(text: string): void;
  readonly rowCount: number;
  frontControls(): readonly Control[];
  rows(): TemplateResult | typeof nothing;
  warning(): TemplateResult | typeof nothing;
  setting(name: string): string;
  place(problem: Problem): { label: string; field?: string };
  /** Whether the first set to choose is the page's own. */
  readonly hasOwnSet: boolean;
  presets(): readonly string[];
  presetTitle(id: string): string;
  defaultsTitle(): string;
  presetNote(): string | undefined;
  onView(id: string): void;
  onOpen(open: boolean): void;
  onUndo(): void;
  onRedo(): void;
  onReset(): void;
  onResetOne(name: string): void;
  onCorrect(problem: Problem): void;
}
