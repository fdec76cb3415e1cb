/** The further views, in the order in which they are offered. */
import { decides } from "./decides.js";
import { keep } from "./keep.js";
import { sure } from "./sure.js";
import { table } from "./table.js";
import type { View } from "./view.js";

export { viewStyles } from "./styles.js";
export { csvOf } from "./table.js";
export type { Range, View, ViewHost } from "./view.js";

export const views: readonly View[] = [sure, decides, keep, table];
