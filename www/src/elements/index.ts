/** The classes, as the types that the outside sees. */
import type {
  ChipCloudBreakEvenElement,
  ChipClusterTcoElement,
  ChipPricePerformanceElement,
} from "../types.js";
import { CloudBreakEvenElement } from "./cloud-break-even/cloud-break-even.js";
import { ClusterTcoElement } from "./cluster-tco/cluster-tco.js";
import { PricePerformanceElement } from "./price-performance/price-performance.js";

export const ChipCloudBreakEven: new () => ChipCloudBreakEvenElement = CloudBreakEvenElement;
export const ChipClusterTco: new () => ChipClusterTcoElement = ClusterTcoElement;
export const ChipPricePerformance: new () => ChipPricePerformanceElement = PricePerformanceElement;
