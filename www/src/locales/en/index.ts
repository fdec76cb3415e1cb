/** English, whole. */
import type { Locale } from "../types.js";
import { cloudBreakEven } from "./cloud-break-even.js";
import { clusterTco } from "./cluster-tco.js";
import { investmentReturn } from "./investment-return.js";
import { pricePerformance } from "./price-performance.js";
import { productLine } from "./product-line.js";
import { scenarioOutlook } from "./scenario-outlook.js";
import { shared } from "./shared.js";

export const en: Locale = {
  shared,
  calculators: {
    cloudBreakEven,
    clusterTco,
    investmentReturn,
    pricePerformance,
    productLine,
    scenarioOutlook,
  },
};
