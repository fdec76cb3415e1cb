/** A checked article, as `checkClaims` tells it. */
import type { Verdict } from "#article";

export type {
  Assumption,
  Check,
  Claim,
  Given,
  Move,
  Range,
  Report,
  Rerun,
  Slip,
  Stated,
  Verdict,
  Words,
} from "#article";

export const VERDICTS: readonly Verdict[] = [
  "agrees",
  "differs",
  "contradicted",
  "needsAssumption",
  "notStated",
];
