/**
 * WebAssembly is not there: most often a content security policy without `'wasm-unsafe-eval'`, or, of
 * the entry without the module, a function called before `init`.
 */
export class CoreUnavailableError extends Error {
  override readonly name = "CoreUnavailableError";
  readonly code = "coreUnavailable";
}
