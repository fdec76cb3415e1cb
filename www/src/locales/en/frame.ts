/** English: what the frame says beside its widget. */

export const frame = {
  /** As in the shared words, which come with the widget alone. */
  htmlTag: "en",
  missing: "This address names no calculator.",
  unused: "Parts of this address are not used:",
  open: "Open this calculator on its own page",
  failed: "The calculator could not start: this browser or its settings block WebAssembly.",
};
