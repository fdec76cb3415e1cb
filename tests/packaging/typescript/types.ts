// The types are types: these are errors, and the compiler says so where one is not.
import { clusterTco } from "chip-calculators";

export function wrong(): number {
  // @ts-expect-error a parameter misspelt
  clusterTco({ gpu: 64 });
  // @ts-expect-error a result that may be null is no number
  return clusterTco({}).costPerPflopHour;
}
