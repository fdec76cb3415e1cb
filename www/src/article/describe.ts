/** A claim's verdict and working in words. */
import { namesOf, sourceOf } from "../citation.js";
import type { Language } from "../i18n.js";
import { capital, within } from "../locales/letters.js";
import { sharedWords } from "../locales/registry.js";
import { amount, range, timesApart, unitWord } from "./amounts.js";
import { labelOf, parameterLabel } from "./formula.js";
import type { Assumption, Check, Claim, Range, Slip, Stated, Verdict } from "./report.js";
import { date as day } from "./reruns.js";
import { told } from "./told.js";
import { words } from "./words.js";

/** A mark that tells the verdicts apart without colour. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  agrees: "✓",
  differs: "≠",
  contradicted: "✕",
  needsAssumption: "?",
  notStated: "–",
};

/** The verdict in a sentence; `own` is the claim on the article's own figures, where the reader has others. */
export function verdict(claim: Claim, language: Language, own: Claim = claim): string {
  const text = words[language];
  const called = text.verdicts[claim.verdict];
  if (claim.verdict === "notStated") {
    // Where no check is written, it is not the article that leaves something out.
    const none = claim.checks.length === 0 && Object.keys(claim.stated).length > 0;
    return none
      ? text.noCheck
      : sentences([text.verdict(called), unstated(claim, language)], language);
  }
  const by = claim.contradictedBy.map(
    (by) => text.by[by === "article" && own !== claim ? "reader" : by],
  );
  return by.length === 0 ? text.verdict(called) : text.verdictBy(called, listed(by, language));
}

/** What the article leaves out; parts are several, and its own. */
function unstated({ notStated, inputs, checks }: Claim, language: Language): string {
  if (notStated === null) return "";
  const isOwn = Object.values(inputs).every(({ status }) => status === "article");
  const isPut = checks.some(({ expression }) => !/^\s*\w+\s*$/.test(expression ?? ""));
  return words[language].notStated[
    notStated === "result" && !(isOwn && isPut) ? "none" : notStated
  ];
}

/** The same with what the figure cannot be, where that decides. */
export function judged(claim: Claim, language: Language, own: Claim = claim): string {
  return sentences([verdict(claim, language, own), ...impossible(claim, language)], language);
}

/** The same with the figure that decides it. */
export function summary(claim: Claim, language: Language, own: Claim = claim): string {
  const deciding = claim.checks.find(({ outcome }) => OUTCOMES[claim.verdict].includes(outcome));
  const slips = claim.verdict === "notStated" ? [] : (deciding?.slips.slice(0, 1) ?? []);
  return sentences(
    [
      judged(claim, language, own),
      deciding === undefined ? "" : working(deciding, claim, language),
      ...slips.map((slip) => slipped(slip, deciding as Check, language, claim)),
    ],
    language,
  );
}

/** A check's working with all that would explain its figure. */
export function explained(check: Check, claim: Claim, language: Language): string {
  const slips = check.slips.map((slip) => slipped(slip, check, language, claim));
  return sentences([working(check, claim, language), ...slips], language);
}

/** Those that are told in per cent. */
const FRACTIONS = ["share", "utilization", "probability", "efficiency", "margin", "fall", "growth"];

/** What a figure cannot be: "No utilization is above 100%." */
function impossible(claim: Claim, language: Language): string[] {
  return claim.issues.flatMap((issue) => {
    if (issue.kind !== "impossible") return [];
    const { name, quantity, min, max } = issue;
    const { value } = claim.stated[name] ?? claim.inputs[name] ?? {};
    const isLow = max === null || (min !== null && value !== undefined && value.from < min);
    const bound = isLow ? (min ?? 0) : max;
    const [unit, shown] = FRACTIONS.includes(quantity) ? ["%", bound * 100] : ["", bound];
    const limit = amount(shown, unit, language);
    const { quantities, neverBelow, neverAbove } = words[language];
    return (isLow ? neverBelow : neverAbove)(quantities[quantity] ?? quantity, limit);
  });
}

function sentences(all: readonly string[], language: Language): string {
  return all.filter((part) => part !== "").join(sharedWords(language).space);
}

function listed(all: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(all);
}

const OUTCOMES: Readonly<Record<Verdict, readonly Check["outcome"][]>> = {
  agrees: ["agrees"],
  differs: ["differs"],
  contradicted: ["contradicted", "wrongUnit", "impossible", "never"],
  needsAssumption: ["assumes", "never"],
  notStated: ["computed"],
};

/** A figure as the article has it: "over 1 MW", "about 20%". */
function asPrinted({ value, unit, bound, about }: Stated, language: Language, finer = 0): string {
  const key = bound === "exactly" ? (about ? "about" : undefined) : bound;
  const text = range(value, unit, language, finer);
  return key === undefined ? text : words[language].bounds[key](text);
}

/** What a check gives, in a sentence. */
export function working(check: Check, claim: Claim, language: Language): string {
  const { recomputed, unit, assumption, outcome } = check;
  const stated = claim.stated[check.figure ?? ""];
  // One of several says which figure it is about; what is assumed has a name of its own.
  const named = claim.checks.length > 1 && assumption === null ? stated?.label : undefined;
  const label = told(check.label ?? named, language);
  const text = words[language];
  if (assumption !== null || recomputed === null) {
    const { bound = "exactly" } = stated ?? {};
    const said =
      assumption === null
        ? noAnswer(check, language)
        : assumed(assumption, bound === "exactly", language);
    return label === "" ? capital(said) : text.of(label, said);
  }
  // Two figures that differ are told in as many digits as show it.
  const finer = outcome === "differs" && stated !== undefined ? apart(recomputed, unit, stated) : 0;
  const start = found(check, recomputed, claim, label, language, finer);
  if (stated === undefined) return text.alone(start);
  const isBounded = check.slips.some(({ kind }) => kind === "bounded");
  if (check.leftOpen !== null) {
    // What the rounding of the figures that it rests on leaves open.
    const { fits, mayFit } = text.against;
    const open = range(check.leftOpen, unit, language);
    return (outcome === "agrees" ? fits : mayFit)(start, open, asPrinted(stated, language));
  }
  if (outcome === "agrees") return text.alone(start);
  const isPart = check.taken.length > 0 && recomputed.from !== recomputed.to;
  if (outcome === "assumes" && !isBounded && (check.basis !== "assumed" || isPart)) {
    const against = text.against[overlap(recomputed, stated)];
    return against(start, asPrinted(stated, language));
  }
  const differ = outcome === "wrongUnit" && check.slips.length === 0;
  const { otherUnit, printed } = text.against;
  return (differ ? otherUnit : printed)(start, asPrinted(stated, language, finer));
}

/** How that sentence begins: with the figure that was found, and where it is from. */
function found(
  check: Check,
  value: Range,
  claim: Claim,
  label: string,
  language: Language,
  finer: number,
): string {
  const text = words[language];
  const figure = range(value, check.unit, language, finer);
  const cited = label === "" ? citation(check, claim, language) : undefined;
  if (cited !== undefined) return text.catalogued(figure, cited);
  const start = label === "" ? text.found(figure) : text.foundOf(label, figure);
  const isOwn = check.taken.length > 0 && check.outcome === "differs";
  return isOwn ? text.byOwnAssumptions(start) : start;
}

const MOST_DIGITS = 4;

/** How many more digits than usual tell a figure from the one that is printed. */
function apart(found: Range, unit: string, { value, unit: printed }: Stated): number {
  let finer = 0;
  const same = () => range(found, unit, "en", finer) === range(value, printed, "en", finer);
  while (finer < MOST_DIGITS && same()) finer += 1;
  return finer;
}

/** Where a figure is from that was looked up rather than worked out: source and date. */
function citation({ expression }: Check, { inputs }: Claim, language: Language) {
  const name = expression?.trim() ?? "";
  const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
  if (given?.reference === undefined || ["article", "assumed"].includes(given.status)) return;
  const source = sourceOf(given.source);
  if (source === undefined) return;
  const { title, comma } = namesOf(source, language);
  return given.date === undefined ? title : title + comma + day(given.date, language);
}

/** What a printed figure is of a range that it does not cover. */
function overlap(found: Range, { value, standsFor, bound }: Stated) {
  if (bound !== "exactly") return "boundOfPart";
  const single = value.from === value.to;
  const slack = 1e-9 * Math.max(Math.abs(found.from), Math.abs(found.to));
  if (!single && (standsFor.from < found.from - slack || standsFor.to > found.to + slack)) {
    return "overlaps";
  }
  const near = (end: number) => Math.abs(value.from - end) <= 1e-9 * Math.abs(end);
  if (!single) return "isPart";
  return near(found.from) || near(found.to) ? "isEnd" : "isValue";
}

/** Why a check gives no number. */
function noAnswer({ reason, calculator, outcome }: Check, language: Language): string {
  const text = words[language].noAnswer;
  if (outcome === "wrongUnit") return text.otherUnit;
  if (reason === null) return text.plain;
  if (outcome === "impossible") {
    const refused = [...reason.matchAll(/([\w.[\]]+) \(\w+\)/g)].map(
      ([, name = ""]) => parameterLabel(`${calculator}.${name}`, language) ?? name,
    );
    return text.refused(listed(refused.map(within), language));
  }
  const reasons: Readonly<Record<string, string>> = sharedWords(language).reasons;
  const why = reason === "noNumber" ? text.noNumber : reasons[reason];
  return why === undefined ? text.plain : text.because(why);
}

function assumed(
  { name, label, unit, value, holds, between, beyond, known, holdsAsKnown }: Assumption,
  isExact: boolean,
  language: Language,
) {
  const text = words[language].toHold;
  const what = told(label, language) || spoken(name);
  const needed =
    value !== null && (isExact || holds === null)
      ? amount(value, unit, language)
      : holds !== null
        ? range(holds, unit, language)
        : undefined;
  if (needed === undefined) {
    // Only between these was it looked for.
    const [low, high] = [amount(between.from, unit, language), amount(between.to, unit, language)];
    return beyond === null
      ? text.none(what, low, high)
      : text.beyond(what, low, high, amount(beyond, unit, language));
  }
  const must = text.value(what, needed);
  if (known === null) return must;
  const source = known.status === "assumed" ? "assumed" : "catalogued";
  const reading = holdsAsKnown === true ? text[`${source}Fits`] : text[source];
  return sentences([must, reading(range(known.value, known.unit, language))], language);
}

const magnitude = (factor: number) => Math.abs(Math.round(Math.log10(factor)));

/** "It is a thousand times too large." */
function order(factor: number, language: Language): string {
  const { orders, slips } = words[language];
  const size = orders[magnitude(factor)] ?? amount(factor, "", language);
  return (factor > 1 ? slips.tooLarge : slips.tooSmall)(size);
}

/** A slip that would explain the figure. */
export function slipped(slip: Slip, check: Check, language: Language, claim?: Claim): string {
  const { slips: text, orders } = words[language];
  const inUnit = (value: number) => amount(value, check.unit, language);
  const plain = (value: number) => amount(value, "", language);
  switch (slip.kind) {
    case "unit": {
      // What it is stands before.
      if (slip.value === null) return text.unit;
      const apart = timesApart(slip.from, slip.to);
      if (apart !== undefined && orders[magnitude(apart)] !== undefined) {
        return order(apart, language);
      }
      return text.otherUnit(amount(slip.valueInOther, slip.to, language));
    }
    case "powerOfTen":
      return order(slip.factor, language);
    case "server":
      return text.server(plain(slip.gpus));
    case "perGpu":
      return text.perGpu;
    case "hours":
      return text.hours(plain(slip.here), plain(slip.fits));
    case "sparsity":
      return text.sparsity;
    case "percentagePoints":
      return text.percentagePoints(amount(slip.percent, "%", language));
    case "percent":
      return text.percent(amount(slip.points, "percentage point", language), plain(slip.points));
    case "base": {
      // Two figures side by side have changed into nothing.
      const [after, before] = [slip.after, slip.before].map((name) =>
        labelOf(claim?.inputs[name ?? ""] ?? claim?.stated[name ?? ""], language),
      );
      return after !== undefined && before !== undefined
        ? text.base(after, before, inUnit(slip.value))
        : text.otherBase(inUnit(slip.value));
    }
    case "growth":
      return (slip.divided ? text.growthDivided : text.growthOfAll)(inUnit(slip.value));
    case "inputUnit":
      return text.inputUnit(unitWord(slip.from, language), unitWord(slip.to, language));
    case "ratio":
      return (slip.falls ? text.ratioLeft : text.ratio)(inUnit(slip.value));
    case "roundedTooFar":
    case "cutOff":
    case "inverted":
      return text[slip.kind](inUnit(slip.value));
    case "convention":
      return text.convention(spoken(slip.parameter), slip.word);
    case "sign":
      return text.sign;
    case "negativeBase":
      return text.negativeBase;
    case "ends":
      // The flags say which ends follow.
      if (!slip.lower && !slip.upper) return text.neitherEnd;
      return slip.upper ? text.lowerEnd : text.upperEnd;
    case "farWithin":
      return text.farWithin(plain(slip.times));
    case "bounded":
      return text.bounded(labelOf(claim?.inputs[slip.input], language) ?? text.basis);
  }
}

/** A name of the file as words: `h100Price` is "h100 price". */
function spoken(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");
  return words.toLowerCase().replace(/\b(h|b|mi)(\d)/g, (name) => name.toUpperCase());
}
