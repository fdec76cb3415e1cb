//! What a checked article is told: one verdict a claim, with the working behind it.

use serde::Serialize;
use std::collections::BTreeMap;

/// A text in one language or in both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Words {
    /// English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
}

/// Where a figure comes from, which decides what it can prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// The article itself.
    Article,
    /// A benchmark result or another measurement.
    Measured,
    /// A data sheet, a price list, a statistical office.
    Published,
    /// Somebody's estimate, or a median of prices; it cannot contradict, only differ.
    Estimated,
    /// Assumed for the check.
    Assumed,
}

/// What a claim is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// Every check gives what is stated.
    Agrees,
    /// What is stated holds only under something that the article does not say.
    NeedsAssumption,
    /// A check gives something else, by less than a tenth, or only an estimate does.
    Differs,
    /// A check gives something else by a tenth or more, in another unit, never, or what cannot be.
    Contradicted,
    /// The article gives no figure, or no way to recompute it.
    NotStated,
}

/// What contradicts a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// The article's own figures.
    Article,
    /// A data sheet, a price list, a statistical office.
    DataSheet,
    /// A measurement.
    Measurement,
    /// What the figure is: no share is above 100 %.
    Definition,
}

/// Why there is nothing to judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum NotStated {
    /// The article gives the parts and not the result.
    Result,
    /// The article gives a figure without working or source, and nothing here recomputes it.
    Source,
    /// The article names a source, and nothing here recomputes the figure.
    Working,
}

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The figure that is stated.
    Agrees,
    /// Another, by less than a tenth.
    Differs,
    /// Another, by a tenth or more.
    Contradicted,
    /// The figure that is stated, under an assumption or for a part of the range recomputed.
    Assumes,
    /// Something measured in other units.
    WrongUnit,
    /// An input that cannot be.
    Impossible,
    /// No number, with the calculator's reason.
    Never,
    /// A number beside the claim.
    Computed,
}

/// A number, or what lies between two.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Range {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
}

/// A figure as the article states it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stated {
    /// As printed; the same twice where it is one number.
    pub value: Range,
    /// What it stands for: 7.4 for 7.35 to 7.45.
    pub stands_for: Range,
    /// Its unit as written.
    pub unit: String,
    /// `exactly`, `atLeast`, `above`, `atMost` or `below`.
    pub bound: &'static str,
    /// Whether the article says about: the file has a `precision`.
    pub about: bool,
    /// What a formula calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
}

/// A figure that a check computes with.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// In the unit; the same twice where it is one number.
    pub value: Range,
    /// Its unit.
    pub unit: String,
    /// Where it comes from.
    pub status: Status,
    /// The id of its source.
    pub source: String,
    /// The day, month or year it holds for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The figure of the article or the record of the catalogue that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What a formula calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
    /// The parameter that a calculator is given it as: `clusterTco.gpuPrice`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
}

/// What must be so for a claim to hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    /// What the article leaves out.
    pub name: String,
    /// What it is called.
    pub label: Option<Words>,
    /// Its unit.
    pub unit: String,
    /// What it must be for the printed figure; nothing where a range is stated.
    pub value: Option<f64>,
    /// Between which values the claim holds.
    pub holds: Option<Range>,
    /// Between which it was looked for.
    pub between: Range,
    /// What it would have to be beyond these, where it holds for none of them.
    pub beyond: Option<f64>,
    /// What it is elsewhere.
    pub known: Option<Given>,
    /// Whether the claim holds with that.
    pub holds_as_known: Option<bool>,
}

/// What a calculator takes for a parameter that it is not given.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Taken {
    /// The parameter.
    pub parameter: &'static str,
    /// What it takes, in the unit.
    pub value: f64,
    /// Its unit.
    pub unit: &'static str,
}

/// A mistake that would explain the figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Slip {
    /// The figure fits in another unit.
    Unit {
        /// As stated.
        from: String,
        /// In which it fits.
        to: String,
        /// What is right in the unit stated; nothing where that measures something else.
        value: Option<f64>,
        /// What is right in the other unit.
        value_in_other: f64,
    },
    /// The figure is the right one times this.
    PowerOfTen {
        /// 1000 or 0.001.
        factor: f64,
    },
    /// It is per server where it should be per GPU, or the other way round.
    Server {
        /// GPUs in a server.
        gpus: f64,
        /// Whether what is stated is the server's.
        of_server: bool,
    },
    /// It is of one where it should be of all, or the other way round.
    PerGpu {
        /// The input that counts them.
        input: String,
    },
    /// A year or month of other hours.
    Hours {
        /// What it was computed with here: 730 or 8,760.
        here: f64,
        /// With which the figure fits.
        fits: f64,
    },
    /// Dense where sparse fits, or the other way round.
    Sparsity {
        /// The input.
        input: String,
        /// The record of the catalogue that fits.
        fits: String,
    },
    /// Percentage points where per cent are stated.
    PercentagePoints {
        /// In per cent, which is right.
        percent: f64,
    },
    /// Per cent where percentage points are stated.
    Percent {
        /// In percentage points, which is right.
        points: f64,
    },
    /// Relative to the figure after the change rather than before.
    Base {
        /// Relative to the figure before.
        value: f64,
        /// The name of the figure after, against which it is measured, where it is one.
        after: Option<String>,
        /// That of the figure before.
        before: Option<String>,
    },
    /// How many times as much where it is how much more, or the other way round: 200 % for +100 %.
    Ratio {
        /// What is right.
        value: f64,
        /// Whether it is how much less, and the figure what is left.
        falls: bool,
    },
    /// Growth of all the years together, or that divided by their number, where it is a year's.
    Growth {
        /// What is right, compounded.
        value: f64,
        /// Whether it was divided by the number of years.
        divided: bool,
    },
    /// An input has the unit of something else: kW for kWh.
    InputUnit {
        /// The input.
        input: String,
        /// As given.
        from: String,
        /// With which the figure fits.
        to: String,
    },
    /// Rounded to fewer digits than the figure needs.
    RoundedTooFar {
        /// How many are kept.
        digits: usize,
        /// Before rounding.
        value: f64,
    },
    /// Digits cut off rather than rounded.
    CutOff {
        /// With all digits.
        value: f64,
    },
    /// Another convention of the calculator.
    Convention {
        /// The parameter.
        parameter: &'static str,
        /// The word with which the figure fits.
        word: &'static str,
    },
    /// One over the right figure.
    Inverted {
        /// The right figure.
        value: f64,
    },
    /// The right figure with the other sign.
    Sign,
    /// A change relative to a figure below 0, of which a percentage says nothing.
    NegativeBase,
    /// A range that covers the one worked out, but has other ends.
    Ends {
        /// Whether the lower one is right.
        lower: bool,
        /// Whether the upper one is.
        upper: bool,
    },
    /// A bound that holds by so many times that a slip is likely.
    FarWithin {
        /// How many times.
        times: f64,
    },
    /// An input that the article only bounds, so that the figure may be right.
    Bounded {
        /// The input.
        input: String,
    },
}

/// What one input would have to be for a failing check to hold, all others as given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// The input.
    pub input: String,
    /// What it would have to be.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// Relative to what it is given as.
    pub change: f64,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckReport {
    /// The stated figure it recomputes; nothing for a number beside the claim.
    pub figure: Option<String>,
    /// What it is called.
    pub label: Option<Words>,
    /// What it came to.
    pub outcome: Outcome,
    /// The weakest of the figures that it rests on.
    pub basis: Status,
    /// The expression.
    pub expression: Option<String>,
    /// The calculator.
    pub calculator: Option<&'static str>,
    /// What it takes by itself for what the file does not give, where that decides the result.
    pub taken: Vec<Taken>,
    /// What the calculator was given.
    pub input: Option<serde_json::Value>,
    /// The calculator's output.
    pub output: Option<String>,
    /// What was recomputed, in the unit; the same twice where it is one number.
    pub recomputed: Option<Range>,
    /// What the rounding of the printed inputs leaves open, in the unit, where the figure fits that
    /// alone.
    pub left_open: Option<Range>,
    /// Of what was recomputed: that of the stated figure where there is one.
    pub unit: String,
    /// Stated less recomputed, as a fraction of recomputed; 0 within what the figure stands for.
    pub deviation: Option<f64>,
    /// What must be assumed.
    pub assumption: Option<Assumption>,
    /// Mistakes that would explain the figure.
    pub slips: Vec<Slip>,
    /// What one input would have to be, the smallest change first.
    pub would_hold: Vec<Remedy>,
    /// Why there is no number: a calculator's reason or the names of the fields it refused.
    pub reason: Option<String>,
}

/// Something that no check shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Issue {
    /// A figure outside what it can be.
    Impossible {
        /// The stated figure or input.
        name: String,
        /// What it is: `share`, `utilization`, …
        quantity: &'static str,
        /// Least, where there is one.
        min: Option<f64>,
        /// Greatest, where there is one.
        max: Option<f64>,
    },
    /// A figure that nothing recomputes and no source is named for.
    Unsourced {
        /// The stated figure.
        figure: String,
    },
    /// A figure with a source that nothing recomputes.
    Unchecked {
        /// The stated figure.
        figure: String,
        /// The source that the article names.
        source: String,
    },
    /// An input of the claim that no check of it uses.
    Unused {
        /// The input.
        input: String,
    },
}

/// A figure of the catalogue at a date.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moment {
    /// The article's date, or that of the newest figure.
    pub date: String,
    /// The figures that have a series.
    pub inputs: BTreeMap<String, Given>,
    /// What they give, in the check's unit; nothing where the calculator has no number.
    pub value: Option<f64>,
    /// Whether what the claim states holds for that; nothing for a number beside the claim.
    pub holds: Option<bool>,
}

/// Whose price a series is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Price {
    /// An hour of a GPU in the cloud.
    Cloud,
    /// A GPU.
    Purchase,
}

/// What one input's move from then to now does, all others as they were.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Move {
    /// The input.
    pub input: String,
    /// What it is the price of.
    pub price: Price,
    /// Of which chip, by its name.
    pub chip: &'static str,
    /// The chip whose own prices are not known, where those of `chip` stand in for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<&'static str>,
    /// Then, in its unit.
    pub from: f64,
    /// Now.
    pub to: f64,
    /// Its unit.
    pub unit: String,
    /// Result with this input alone moved, less that of then.
    pub effect: Option<f64>,
}

/// A check on the figures of the article's date and on the newest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rerun {
    /// The index of the check.
    pub check: usize,
    /// Unit of the values.
    pub unit: String,
    /// With the article's own figures.
    pub article: Option<f64>,
    /// With the catalogue's at the article's date.
    pub then: Moment,
    /// With the catalogue's newest.
    pub now: Moment,
    /// The effect of each input, the greatest first.
    pub moves: Vec<Move>,
    /// What the moves together do beyond the sum of each alone.
    pub interaction: Option<f64>,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClaimReport {
    /// Its id.
    pub id: String,
    /// Where in the article.
    pub section: Words,
    /// What it says.
    pub says: Words,
    /// What a reader should know beside it.
    pub note: Option<Words>,
    /// The verdict.
    pub verdict: Verdict,
    /// What contradicts it, each once.
    pub contradicted_by: Vec<By>,
    /// Why it is not judged.
    pub not_stated: Option<NotStated>,
    /// The figures it states.
    pub stated: BTreeMap<String, Stated>,
    /// The figures its checks compute with.
    pub inputs: BTreeMap<String, Given>,
    /// Its checks in the file's order.
    pub checks: Vec<CheckReport>,
    /// What no check shows.
    pub issues: Vec<Issue>,
    /// Then and now.
    pub reruns: Vec<Rerun>,
}

/// How many claims have which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// [`Verdict::Agrees`].
    pub agrees: usize,
    /// [`Verdict::Differs`].
    pub differs: usize,
    /// [`Verdict::Contradicted`].
    pub contradicted: usize,
    /// [`Verdict::NeedsAssumption`].
    pub needs_assumption: usize,
    /// [`Verdict::NotStated`].
    pub not_stated: usize,
}

/// A checked article.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The article's id.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// Its date.
    pub date: String,
    /// The id of its source.
    pub source: String,
    /// How many claims have which verdict.
    pub counts: Counts,
    /// Every claim.
    pub claims: Vec<ClaimReport>,
    /// The version of the calculators' model.
    pub model_version: &'static str,
}
