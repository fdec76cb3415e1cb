/**
 * Whether an element is seen in the window already, which an observer would tell a frame later. In a frame
 * of another page, or a tab behind others, only an observer knows.
 */
export function isInWindow(element: Element): boolean {
  if (window.parent !== window || document.visibilityState !== "visible") return false;
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
}
