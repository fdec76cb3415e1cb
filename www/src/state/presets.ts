/** The presets' values, as stores take them. */
import { presets } from "virtual:catalogue";
import type { PresetValues } from "./store.js";

export const PRESET_VALUES: Readonly<Record<string, PresetValues>> = Object.fromEntries(
  Object.entries(presets).map(([id, { values }]) => [id, values]),
);
