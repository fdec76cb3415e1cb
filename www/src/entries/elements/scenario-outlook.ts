/** `<chip-scenario-outlook>` alone, without registering it. */
import { ScenarioOutlookElement } from "../../elements/scenario-outlook/scenario-outlook.js";
import { register } from "../../register.js";
import type { ChipScenarioOutlookElement } from "../../types.js";

export const ChipScenarioOutlook =
  ScenarioOutlookElement as unknown as new () => ChipScenarioOutlookElement;

/** Registers the tag. */
export function define(): void {
  register("chip-scenario-outlook", ScenarioOutlookElement);
}

export type * from "../../types.js";
