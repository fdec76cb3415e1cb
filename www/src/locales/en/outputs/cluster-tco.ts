/** Results; apart, because scenarios can be of them. */
export const outputs = {
  capital: "Capital: hardware and site",
  hardware: "Hardware",
  installedGpus: "GPUs installed, in whole servers",
  total: "Total cost",
  presentValue: "Total cost in today’s money",
  annualCost: "Cost a year",
  costPerGpuHourUsed: "Cost of a busy GPU-hour",
  costPerGpuHourAvailable: "Cost of a GPU-hour, busy or idle",
  costPerPflopHour: "Cost of a dense petaFLOP-hour",
  costPerMillionTokens: "Cost of a million tokens",
  energyKwhPerYear: "Energy a year",
  energyMwhPerYear: "Energy a year, in MWh",
  itMw: "Power of the computers",
  facilityMw: "Power of the site",
  co2TonnesPerYear: "CO₂ a year",
};
