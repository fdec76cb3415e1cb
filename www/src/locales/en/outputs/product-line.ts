/** Results; apart, because scenarios can be of them. */
export const outputs = {
  revenue: "Sales",
  grossProfit: "Gross profit",
  operatingProfit: "Operating profit",
  operatingMargin: "Operating margin",
  segmentShare: "Share of the segment",
};
