import type { ClusterTcoInput, ClusterTcoResult } from "#core";
import { core } from "#instance";
import { chart } from "../../charts/calculators/cluster-tco.js";
import { clusterTco } from "../../generated/cluster-tco.js";
import { between, title, verdict, words } from "../../locales/calculators/cluster-tco.js";
import { CalculatorElement } from "../calculator-element.js";

/** Total cost of ownership. */
export class ClusterTcoElement extends CalculatorElement<ClusterTcoInput, ClusterTcoResult> {
  static override readonly info = clusterTco;

  static override readonly words = { between, title, verdict, words };

  static override readonly chart = chart;

  static override readonly output = "costPerGpuHourUsed";

  override calculate(input: ClusterTcoInput): ClusterTcoResult {
    return core().clusterTco(input);
  }
}
