/** Words of what owning chips costs, which several calculators ask about. */

import type { Language } from "../i18n.js";
import type { Labels } from "./words.js";

export const ownership: Readonly<Record<Language, Labels>> = {
  en: {
    parameters: {
      gpus: "GPUs",
      gpusPerServer: "GPUs in a server",
      gpuPrice: "Price of a GPU",
      hostPricePerGpu: "Server, per GPU",
      networkPricePerGpu: "Network, per GPU",
      storagePricePerGpu: "Storage, per GPU",
      siteCapex: "Site: power, cooling, building",
      residualFraction: "Resale value at the end",
      operationsFraction: "Running cost a year, of capital",
      maintenanceFraction: "Maintenance a year, of hardware",
      staffCount: "Staff",
      staffCost: "Cost of a staff member",
      wageGrowth: "Rise of wages a year",
      colocationPerKwMonth: "Colocation",
      softwarePerGpuYear: "Software, per GPU",
      itKwPerGpu: "Power of a GPU with its server share",
      electricityGrowth: "Rise of that price a year",
      carbonIntensity: "CO₂ of electricity",
      annualization: "How capital is spread",
    },
    hints: {
      operationsFraction:
        "Holds energy, staff and all else. Set 0 to itemise under “All assumptions”.",
    },
    choices: {
      annualization: {
        annuity: "Equal payments with interest",
        straightLine: "Equal parts, no interest",
        averageBalance: "Equal parts, interest on half",
      },
    },
  },
  zh: {
    parameters: {
      gpus: "GPU 数量",
      gpusPerServer: "每台服务器的 GPU 数",
      gpuPrice: "GPU 单价",
      hostPricePerGpu: "服务器（每 GPU）",
      networkPricePerGpu: "网络（每 GPU）",
      storagePricePerGpu: "存储（每 GPU）",
      siteCapex: "机房：供电、散热、土建",
      residualFraction: "期末残值",
      operationsFraction: "年运行成本占投资",
      maintenanceFraction: "年维护费占硬件",
      staffCount: "运维人数",
      staffCost: "运维人员人均成本",
      wageGrowth: "工资年涨幅",
      colocationPerKwMonth: "机柜托管",
      softwarePerGpuYear: "软件（每 GPU）",
      itKwPerGpu: "每 GPU 功率（含服务器分摊）",
      electricityGrowth: "电价年涨幅",
      carbonIntensity: "电力的碳排放",
      annualization: "投资如何分摊",
    },
    hints: {
      operationsFraction: "含电费、人员等全部开支；设为 0 可在“全部假设”中逐项填写。",
    },
    choices: {
      annualization: {
        annuity: "等额年金，计利息",
        straightLine: "直线分摊，不计利息",
        averageBalance: "直线分摊，按半数计息",
      },
    },
  },
};
