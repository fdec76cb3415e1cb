/** Results; apart, because scenarios can be of them. */
export const outputs = {
  total: "Total",
};
