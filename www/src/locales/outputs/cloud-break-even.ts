/** Results of `cloudBreakEven`, by name. */
import type { Language } from "../../i18n.js";
import type { Words } from "../words.js";

export const outputs: Readonly<Record<Language, Words>> = {
  en: {
    breakEvenUtilization: "Owning pays above a use of",
    breakEvenUtilizationRaw: "The same, even beyond 100%",
    gpuHoursPerYear: "Break-even in GPU-hours",
    gpuMonthsPerYear: "Break-even in GPU-months",
    gpuYearsPerYear: "Break-even in GPU-years",
    annualOwn: "Owning, cost a year",
    annualRent: "Renting, cost a year",
    breakEvenCloudRate: "Cloud price at which both cost the same",
    breakEvenGpuPrice: "GPU price at which both cost the same",
    saving: "Saved by owning, present value",
    savingFraction: "The same, of the rent",
    verdict: "Cheaper",
  },
  zh: {
    breakEvenUtilization: "自购开始划算的使用率",
    breakEvenUtilizationRaw: "同上（可超过 100%）",
    gpuHoursPerYear: "盈亏平衡点（GPU 小时）",
    gpuMonthsPerYear: "盈亏平衡点（GPU 月）",
    gpuYearsPerYear: "盈亏平衡点（GPU 年）",
    annualOwn: "自购，年成本",
    annualRent: "租用，年成本",
    breakEvenCloudRate: "两者持平的云端价格",
    breakEvenGpuPrice: "两者持平的 GPU 单价",
    saving: "自购节省，现值",
    savingFraction: "自购节省占租金",
    verdict: "更便宜的是",
  },
};
