/** The state of a frame that has it from the page around, which must be of the same origin. */
import { READY, STATE } from "../publishing/preview.js";

/** Calls `show` with the query that the page around sends, once. */
export function whenSent(show: (query: string) => void): void {
  const take = ({ data, origin, source }: MessageEvent) => {
    if (source !== parent || origin !== location.origin) return;
    const query: unknown = data?.type === STATE && data.query;
    if (typeof query !== "string") return;
    removeEventListener("message", take);
    show(query);
  };
  addEventListener("message", take);
  parent.postMessage({ type: READY }, location.origin);
}
