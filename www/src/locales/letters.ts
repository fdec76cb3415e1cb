/** The first letter of a label, where it begins a sentence and where it stands within one. */

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Price of a GPU" is "price of a GPU", and PUE stays PUE. */
export function within(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
