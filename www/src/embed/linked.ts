/**
 * Whether the page's address holds a state of the calculator, as `state/link.ts` reads it; a mail may have
 * cut its name. Nobody comes near such a widget: it scrolls there itself, once its code is there.
 */
export function isLinked(name: string): boolean {
  if (!location.hash.startsWith("#v=")) return false;
  const linked = new URLSearchParams(location.hash.slice(1)).get("calculator") ?? "";
  return linked !== "" && name.startsWith(linked);
}
