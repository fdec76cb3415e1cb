/** Room for the calculators that are on their way, so that nothing moves when they arrive. */
import rules from "../reserve.css?inline";

/**
 * Keeps the room from now on. It is the script that asks for it, not the page: one that never arrives
 * leaves no hole. A constructed style sheet, as no content security policy forbids it.
 */
export function giveRoom(): { withdraw(): void } {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return {
    withdraw() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
