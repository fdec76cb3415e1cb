import {
  ChipCloudBreakEven,
  ChipClusterTco,
  ChipInvestmentReturn,
  ChipPricePerformance,
  ChipProductLine,
  ChipScenarioOutlook,
} from "./elements/index.js";

const CLASSES: Readonly<Record<string, CustomElementConstructor>> = {
  "chip-price-performance": ChipPricePerformance,
  "chip-cluster-tco": ChipClusterTco,
  "chip-cloud-break-even": ChipCloudBreakEven,
  "chip-investment-return": ChipInvestmentReturn,
  "chip-product-line": ChipProductLine,
  "chip-scenario-outlook": ChipScenarioOutlook,
};

let warned = false;

/**
 * Registers the tags. Those that are taken are left to whom they belong, with one warning if that is
 * another copy of this library: a page must survive being composed twice.
 */
export function define(): void {
  if (typeof customElements === "undefined") return;
  for (const [tag, element] of Object.entries(CLASSES)) {
    const taken = customElements.get(tag);
    if (taken === undefined) {
      customElements.define(tag, element);
    } else if (taken !== element && !warned) {
      warned = true;
      console.warn(`chip-calculators: <${tag}> is already defined; this copy stands back.`);
    }
  }
}
