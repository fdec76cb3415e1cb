/** What the reader's figures make of an article's own. */
import type { CalculatorName } from "../generated/metadata.js";
import type { Scope } from "../state/scope.js";
import type { Figure, File } from "./recheck.js";
import type { Claim, Report } from "./report.js";

/** The article's figures that the reader has changed, by their names in the file; `own` is the report on it. */
export function changes(file: File, own: Report, scope: Scope): Record<string, Figure> {
  const changed: Record<string, Figure> = {};
  if (!scope.edited) return changed;
  const reported = new Map(own.claims.map((claim) => [claim.id, claim]));
  for (const { id, inputs, stated, checks = [] } of file.claims ?? []) {
    const claim = reported.get(id);
    if (claim === undefined) continue;
    for (const [index, { calculator, input = {} }] of checks.entries()) {
      const store = scope.known(calculator as CalculatorName);
      if (store === undefined) continue;
      for (const [parameter, given] of Object.entries(input)) {
        const name = typeof given === "string" && given.startsWith("=") ? given.slice(1) : "";
        const figure = file.inputs?.[name];
        // Of two of one name, a claim takes its own.
        if (figure === undefined || name in changed || name in { ...inputs, ...stated }) continue;
        const value = store.edit(parameter);
        if (typeof value !== "number") continue;
        const unit = store.parameter(parameter)?.unit ?? "";
        const took = claim.checks[index]?.input?.[parameter];
        changed[name] = replaced(figure, value, unit, claim.inputs[name], took);
      }
    }
  }
  return changed;
}

/**
 * A figure with the reader's value, in the unit in which the article has it: `took` is what the
 * calculator, which counts in a unit of its own, makes of the article's value.
 */
function replaced(
  figure: Figure | string | number,
  value: number,
  unit: string,
  given: Claim["inputs"][string] | undefined,
  took: unknown,
): Figure {
  // A figure is given in one way alone, and the reader's is none of the source's.
  const {
    figure: _,
    catalogue: __,
    source: ___,
    date: ____,
    ...kept
  }: Figure = typeof figure === "object" ? figure : {};
  const status = given === undefined || given.status === "article" ? {} : { status: "assumed" };
  const factor = given !== undefined && typeof took === "number" ? given.value.from / took : NaN;
  // Of nothing, no unit can be told; the calculator's always fits.
  if (given === undefined || !Number.isFinite(factor) || factor === 0) {
    return { ...kept, ...status, value, unit };
  }
  return { ...kept, ...status, value: value * factor, unit: given.unit };
}
