/** What readers see now: the rest of a page need not follow their hand sixty times a second. */

/** Milliseconds after a hand has come to rest that what is out of sight follows. */
export const LAG = 200;

/** One for all: an article has dozens of figures. */
let observer: IntersectionObserver | undefined;
const OUT_OF_SIGHT = new WeakSet<Element>();

export function watch(element: Element): void {
  if (typeof IntersectionObserver === "undefined") return;
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) OUT_OF_SIGHT.delete(target);
      else OUT_OF_SIGHT.add(target);
    }
  });
  observer.observe(element);
}

export function unwatch(element: Element): void {
  observer?.unobserve(element);
  OUT_OF_SIGHT.delete(element);
}

/** Whether it is known that no reader sees it. */
export function isOutOfSight(element: Element): boolean {
  return OUT_OF_SIGHT.has(element);
}
