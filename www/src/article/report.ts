/** A checked article, as `checkClaims` tells it. */

export interface Words {
  readonly en?: string;
  readonly zh?: string;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

export const VERDICTS = [
  "agrees",
  "differs",
  "contradicted",
  "needsAssumption",
  "notStated",
] as const;

export type Verdict = (typeof VERDICTS)[number];

export interface Stated {
  readonly value: Range;
  readonly standsFor: Range;
  readonly unit: string;
  readonly bound: "exactly" | "atLeast" | "above" | "atMost" | "below";
}

export interface Given {
  readonly value: Range;
  readonly unit: string;
  readonly status: "article" | "measured" | "published" | "estimated" | "assumed";
  readonly source: string;
  readonly date?: string;
  readonly reference?: string;
}

export interface Assumption {
  readonly name: string;
  readonly unit: string;
  readonly value: number | null;
  readonly holds: Range | null;
  readonly known: Given | null;
  readonly holdsAsKnown: boolean | null;
}

export type Slip =
  | {
      readonly kind: "unit";
      readonly from: string;
      readonly to: string;
      readonly value: number | null;
      readonly valueInOther: number;
    }
  | { readonly kind: "powerOfTen"; readonly factor: number }
  | { readonly kind: "server"; readonly gpus: number }
  | { readonly kind: "perGpu"; readonly input: string }
  | { readonly kind: "hours"; readonly here: number; readonly fits: number }
  | { readonly kind: "sparsity"; readonly input: string; readonly fits: string }
  | { readonly kind: "percentagePoints"; readonly percent: number }
  | { readonly kind: "percent"; readonly points: number }
  | { readonly kind: "base"; readonly value: number }
  | { readonly kind: "roundedTooFar"; readonly digits: number; readonly value: number }
  | { readonly kind: "cutOff"; readonly value: number }
  | { readonly kind: "convention"; readonly parameter: string; readonly word: string }
  | { readonly kind: "inverted"; readonly value: number }
  | { readonly kind: "sign" };

export interface Check {
  readonly figure: string | null;
  readonly label: Words | null;
  readonly outcome:
    | "agrees"
    | "differs"
    | "contradicted"
    | "assumes"
    | "wrongUnit"
    | "impossible"
    | "never"
    | "computed";
  readonly basis: Given["status"];
  readonly expression: string | null;
  readonly calculator: string | null;
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly output: string | null;
  readonly recomputed: Range | null;
  readonly unit: string;
  readonly deviation: number | null;
  readonly assumption: Assumption | null;
  readonly slips: readonly Slip[];
}

export interface Claim {
  readonly id: string;
  readonly section: Words;
  readonly says: Words;
  readonly note: Words | null;
  readonly verdict: Verdict;
  readonly contradictedBy: readonly ("article" | "dataSheet" | "measurement" | "definition")[];
  readonly notStated: "result" | "source" | "working" | null;
  readonly stated: Readonly<Record<string, Stated>>;
  readonly inputs: Readonly<Record<string, Given>>;
  readonly checks: readonly Check[];
}

export interface Report {
  readonly id: string;
  readonly title: Words;
  readonly date: string;
  readonly source: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly claims: readonly Claim[];
  readonly modelVersion: string;
}
