import { isInWindow } from "../in-window.js";

/** Calls back, once for each, when an element comes within a window's height of the window. */
export function whenNear(near: (element: Element) => void): (element: Element) => void {
  // Where nothing tells, everything is near.
  if (typeof IntersectionObserver !== "function") return near;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        near(target);
      }
    },
    { rootMargin: "100%" },
  );
  return (element) => {
    if (isInWindow(element)) near(element);
    else observer.observe(element);
  };
}
