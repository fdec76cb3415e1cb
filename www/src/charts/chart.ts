/** What draws a calculator's result. */
import type { TemplateResult } from "lit";
import type { BarChart } from "./bars.js";
import type { PlacedHost } from "./host.js";

export interface Chart {
  /** The parameter that its handle controls: no second control is shown for it. */
  handle?(host: PlacedHost): string | undefined;
  render(host: PlacedHost): TemplateResult;
  /** The bars it shows, where it shows some: on the page they are a list, no drawing. */
  bars?(host: PlacedHost): BarChart;
}
