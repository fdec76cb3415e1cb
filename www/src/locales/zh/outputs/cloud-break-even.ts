/** Cloud break even: results. */
import type { outputs as en } from "../../en/outputs/cloud-break-even.js";

export const outputs: typeof en = {
  breakEvenUtilization: "盈亏平衡利用率",
  breakEvenUtilizationRaw: "盈亏平衡利用率（不以 100% 为限）",
  gpuHoursPerYear: "盈亏平衡点，每年卡时",
  gpuMonthsPerYear: "盈亏平衡点，每年卡月",
  gpuYearsPerYear: "盈亏平衡点，每年卡年",
  annualOwn: "自购年成本",
  annualRent: "租用年成本",
  breakEvenCloudRate: "两者相等的云端价格",
  breakEvenGpuPrice: "两者相等的 GPU 单价",
  paybackMonths: "回本期",
  discountedPaybackMonths: "回本期（贴现）",
  paybackLostMonth: "重新落后的月份",
  discountedPaybackLostMonth: "重新落后的月份（贴现）",
  saving: "自购省下",
  savingFraction: "自购省下，占租金比例",
  presentValueSaving: "自购省下（现值）",
  verdict: "结论",
};
