/** `<chip-scenario-outlook>` alone, without registering it. */
import { ScenarioOutlookElement } from "../../elements/scenario-outlook/scenario-outlook.js";
import { register } from "../../register.js";
import type { ChipScenarioOutlookElement } from "../../types.js";

export const ChipScenarioOutlook: new () => ChipScenarioOutlookElement = ScenarioOutlookElement;

/** Registers the tag. */
export function define(): void {
  register("chip-scenario-outlook", ScenarioOutlookElement);
}

export type * from "../../types.js";
