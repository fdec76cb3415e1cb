/** The article's module from a file of its own beside this one's, as text: a bundler follows it. */

/** The bytes. */
export async function source(): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes } = await import("./bytes.js");
  return bytes();
}
