// The types are types: these are errors, and the compiler says so where one is not.
import { clusterTco } from "chip-calculators";

export function wrong(): number {
  // @ts-expect-error
  clusterTco({ gpu: 64 });
  // @ts-expect-error
  return clusterTco({}).costPerPflopHour;
}
