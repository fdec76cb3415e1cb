/** Of Node's `Buffer` what Lit's rendering takes: bytes as base64. Bundlers for browsers have none. */
export const Buffer = {
  /** `text` has a character a byte. */
  from: (text: string) => ({ toString: () => btoa(text) }),
};
