/** Results of `clusterTco`, by name. */
import type { Language } from "../../i18n.js";
import type { Words } from "../words.js";

export const outputs: Readonly<Record<Language, Words>> = {
  en: {
    capital: "Capital: hardware and site",
    hardware: "Hardware",
    installedGpus: "Installed, in whole servers",
    total: "Total cost, undiscounted",
    presentValue: "Total cost, present value",
    annualCost: "Cost a year, levelised",
    costPerGpuHourUsed: "Cost of a GPU-hour used",
    costPerGpuHourAvailable: "Cost of a GPU-hour, used or not",
    costPerPflopHour: "Cost of a dense PFLOP-hour",
    costPerMillionTokens: "Cost of a million tokens",
    energyKwhPerYear: "Energy",
    energyMwhPerYear: "Energy, in MWh",
    itMw: "IT power",
    facilityMw: "Power of the site",
    co2TonnesPerYear: "CO₂",
  },
  zh: {
    capital: "投资：硬件与机房",
    hardware: "硬件",
    installedGpus: "实装（按整台服务器）",
    total: "总成本，未贴现",
    presentValue: "总成本，现值",
    annualCost: "年均成本（平准化）",
    costPerGpuHourUsed: "每使用 GPU 小时的成本",
    costPerGpuHourAvailable: "每可用 GPU 小时的成本",
    costPerPflopHour: "每稠密 PFLOP 小时的成本",
    costPerMillionTokens: "每百万 token 的成本",
    energyKwhPerYear: "用电量",
    energyMwhPerYear: "用电量（MWh）",
    itMw: "IT 功率",
    facilityMw: "机房总功率",
    co2TonnesPerYear: "二氧化碳",
  },
};
