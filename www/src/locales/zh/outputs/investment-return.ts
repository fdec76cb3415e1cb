/** Investment return: results. */
import type { outputs as en } from "../../en/outputs/investment-return.js";

export const outputs: typeof en = {
  npv: "净现值",
  irr: "内部收益率",
  paybackMonths: "回本期",
  discountedPaybackMonths: "回本期（贴现）",
  simpleAnnualReturn: "简单年回报率",
  profitabilityIndex: "获利指数",
};
