/** The widgets as HTML strings, for servers. */

export type { CalculatorError, FieldCode, FieldError } from "#core";
export { CoreUnavailableError } from "../errors.js";
export {
  type RenderOptions,
  render,
  type WidgetName,
  type WidgetOf,
  type Widgets,
} from "../ssr/render.js";
