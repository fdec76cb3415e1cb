/** The further views, in the order in which they are offered. */
import type { View } from "./view.js";

export { viewStyles } from "./styles.js";
export type { View, ViewHost } from "./view.js";

/** Whether there is a number by which answers can be told apart. */
function isDecided({ decision, result }: Parameters<View["available"]>[0]): boolean {
  return decision !== undefined && typeof result[decision] === "number";
}

export const views: readonly View[] = [
  {
    id: "sure",
    title: ({ format }) => format.words.views.sure,
    available: (host) =>
      isDecided(host) && host.words.futures !== undefined && host.words.sides !== undefined,
    load: async () => (await import("./sure.js")).render,
  },
  {
    id: "decides",
    title: ({ format }) => format.words.views.decides,
    available: isDecided,
    load: async () => (await import("./decides.js")).render,
  },
  {
    id: "keep",
    title: ({ format }) => format.words.views.keep,
    available: isDecided,
    load: async () => (await import("./keep.js")).render,
  },
  {
    id: "table",
    title: ({ format }) => format.words.views.table,
    available: () => true,
    load: async () => (await import("./table.js")).render,
  },
];
