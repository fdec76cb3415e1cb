/** Tables of figures. */
import { html, type TemplateResult } from "lit";
import type { Format } from "./formats/format.js";
import type { CalculatorInfo, OutputInfo } from "./generated/metadata.js";

type Values = Readonly<Record<string, unknown>> & {
  readonly reasons: Readonly<Record<string, string | undefined>>;
};

/** Every result of a calculator's table; where there is none, why. */
export function resultsTable(format: Format, info: CalculatorInfo, result: object): TemplateResult {
  const { locale } = format;
  return html`
    <details class="results" data-part="results">
      <summary>${locale.ui.results}</summary>
      <table>
        <tbody>
          ${info.outputs.map(
            (output) => html`
              <tr data-output=${output.name}>
                <th scope="row">${locale.outputs[output.name] ?? output.name}</th>
                <td>${cell(format, output, result as Values)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </details>
  `;
}

function cell(format: Format, output: OutputInfo, result: Values): string | TemplateResult {
  const value = result[output.name];
  const { locale } = format;
  if (typeof value === "number") return format.quantity(output, value);
  if (typeof value === "string") return locale.choices[output.name]?.[value] ?? value;
  const reason = result.reasons[output.name];
  return html`<span class="reason">${(reason && locale.reasons[reason]) ?? locale.ui.notAvailable}</span>`;
}

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => unknown;
}

/** A table with a heading row, which scrolls within itself where it is wider than the page. */
export function dataTable<Row>(
  label: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TemplateResult {
  return html`
    <div class="scroll" role="region" aria-label=${label} tabindex="0">
      <table class="data">
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column.label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              ${columns.map(({ cell }, index) =>
                index === 0 ? html`<th scope="row">${cell(row)}</th>` : html`<td>${cell(row)}</td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
