/** Results; apart, because scenarios can be of them. */
export const outputs = {
  revenue: "Revenue a day",
  tokens: "Tokens a day",
};
