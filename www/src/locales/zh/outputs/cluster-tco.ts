/** Cluster tco: results. */
import type { outputs as en } from "../../en/outputs/cluster-tco.js";

export const outputs: typeof en = {
  capital: "投资：硬件与机房",
  hardware: "硬件",
  installedGpus: "装机卡数（按整台服务器）",
  total: "总成本",
  presentValue: "总成本现值",
  annualCost: "年成本",
  costPerGpuHourUsed: "实际使用的每卡时成本",
  costPerGpuHourAvailable: "每卡时成本，不论忙闲",
  costPerPflopHour: "每稠密 PFLOP 时的成本",
  costPerMillionTokens: "每百万 token 的成本",
  energyKwhPerYear: "年用电量",
  energyMwhPerYear: "年用电量（兆瓦时）",
  itMw: "计算设备功率",
  facilityMw: "机房总功率",
  co2TonnesPerYear: "年二氧化碳排放",
};
