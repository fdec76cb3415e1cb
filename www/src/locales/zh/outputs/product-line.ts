/** Product line: results. */
import type { outputs as en } from "../../en/outputs/product-line.js";

export const outputs: typeof en = {
  revenue: "销售收入",
  grossProfit: "毛利",
  operatingProfit: "营业利润",
  operatingMargin: "营业利润率",
  segmentShare: "占所属业务收入",
};
