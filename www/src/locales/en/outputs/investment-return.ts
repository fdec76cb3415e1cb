/** Results; apart, because scenarios can be of them. */
export const outputs = {
  npv: "Net present value",
  irr: "Internal rate of return",
  paybackMonths: "Payback",
  discountedPaybackMonths: "Payback, discounted",
  simpleAnnualReturn: "Simple return a year",
  profitabilityIndex: "Profitability index",
};
