/** The smallest module there is: whether it runs says whether any may. */
const EMPTY = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** Whether the page's content security policy lets WebAssembly run. */
export function mayRun(): boolean {
  try {
    // WebKit compiles what it will not start.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return true;
  } catch {
    return false;
  }
}

/** The module at an address, compiled while it arrives. */
export async function compile(address: string): Promise<WebAssembly.Module> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // A host that does not know the type still serves the bytes.
  return response.headers.get("content-type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
