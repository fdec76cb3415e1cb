/** The labels of a calculator, out of its words. */
import type { Labels } from "../i18n.js";

export function labels({ parameters, hints, choices, outputs }: Labels): Labels {
  return { parameters, hints, choices, outputs };
}
