//! What uncertain parameters make of an output: its distribution, and the chance that the verdict holds.

use super::correlation::{Copula, Pair};
use super::distribution::{Distribution, Draw, Family};
use super::sequence::{MAX_DIMENSIONS, Stream};
use super::{
    AnalysisDescription, Rows, Subject, ascending, belonging, known, option, output, subject,
};
use crate::answer::{self, Answer};
use crate::calculators::{List, Member, Shape, Text, labelled, member};
use crate::error::{CalculatorError, FieldCode};
use crate::float::{floor, sqrt};
use crate::input::Reader;
use crate::table::{Choice, Parameter, choices};
use crate::value::Value;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

choices! {
    /// Where the draws come from.
    pub enum Sequence {
        /// Evenly spread: Owen-scrambled Sobol' points, best in a power of two.
        LowDiscrepancy = "lowDiscrepancy",
        /// Pseudo-random: xoshiro256++.
        PseudoRandom = "pseudoRandom",
    }
}

const SAMPLES: Parameter = Parameter::integer()
    .bounds(1.0, 100_000.0)
    .default(4096.0)
    .named(
        "samples",
        "How many samples are drawn; a power of two spreads them most evenly",
    );
const SEED: Parameter = Parameter::integer()
    .bounds(0.0, 4_294_967_295.0)
    .default(1.0)
    .named(
        "seed",
        "The same seed gives the same draws, whatever the input",
    );
const BINS: Parameter = Parameter::integer()
    .bounds(1.0, 1000.0)
    .default(40.0)
    .named("bins", "Bins of the histogram");
const ANY: Parameter = Parameter::number().bounds(-1e300, 1e300);
const RANK: Parameter = Parameter::number().bounds(-0.99, 0.99).named(
    "rank",
    "Spearman's rank correlation of the two; must be given",
);

/// The numbers an uncertain parameter may be given by, in the order of [`Given`].
const NUMBERS: &[Parameter] = &[
    ANY.named("low", "Lowest value: uniform, triangular, pert, beta"),
    ANY.named("mode", "Likeliest value: triangular, pert"),
    ANY.named("high", "Highest value: uniform, triangular, pert, beta"),
    ANY.named("mean", "Mean: normal"),
    Parameter::number()
        .bounds(0.0, 1e300)
        .named("sd", "Standard deviation: normal"),
    ANY.named("p5", "5th percentile: normal, lognormal"),
    ANY.named("p95", "95th percentile: normal, lognormal"),
    Parameter::number()
        .bounds(0.1, 1000.0)
        .named("alpha", "Shape towards high: beta"),
    Parameter::number()
        .bounds(0.1, 1000.0)
        .named("beta", "Shape towards low: beta"),
];

/// Percentiles of the output and, those of [`FAN`], of the cumulative saving.
const PERCENTILES: [&str; 7] = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"];

/// The parts of the samples below them.
const PARTS_BELOW: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

const QUANTILES: &[Member] = &[
    member("p5", Shape::Option, "5th percentile"),
    member("p10", Shape::Option, "10th percentile"),
    member("p25", Shape::Option, "Lower quartile"),
    member("p50", Shape::Option, "Median"),
    member("p75", Shape::Option, "Upper quartile"),
    member("p90", Shape::Option, "90th percentile"),
    member("p95", Shape::Option, "95th percentile"),
];

const HISTOGRAM: &[Member] = &[
    member(
        "edges",
        Shape::Column,
        "Bins of equal width from the least to the greatest output: one edge more than bins, empty without numbers",
    ),
    member(
        "counts",
        Shape::Column,
        "Samples in each bin: its lower edge counts, its upper edge only in the last",
    ),
];

const FAN: &[Member] = &[
    member(
        "year",
        Shape::Column,
        "0 for the purchase, then the end of each year",
    ),
    member(
        "samples",
        Shape::Column,
        "Samples whose horizon reaches the year; the percentiles are of these",
    ),
    member("p5", Shape::Column, "5th percentile, USD"),
    member("p10", Shape::Column, "10th percentile, USD"),
    member("p25", Shape::Column, "Lower quartile, USD"),
    member("p50", Shape::Column, "Median, USD"),
    member("p75", Shape::Column, "Upper quartile, USD"),
    member("p90", Shape::Column, "90th percentile, USD"),
    member("p95", Shape::Column, "95th percentile, USD"),
];

/// What `monteCarlo` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "monteCarlo",
    about: "The distribution of an output when some parameters are uncertain, and the chance that the verdict holds.",
    parameter: false,
    output: true,
    columns: false,
    texts: &[Text {
        name: "sequence",
        doc: "Where the draws come from; lowDiscrepancy by default",
        required: false,
        words: Some(Sequence::NAMES),
    }],
    options: &[SAMPLES, SEED, BINS],
    lists: &[
        List {
            name: "uncertain",
            doc: "The uncertain parameters, each cut off at its bounds; the others stay as they are",
            texts: &[
                Text {
                    name: "parameter",
                    doc: "The parameter, once in the list",
                    required: true,
                    words: None,
                },
                Text {
                    name: "distribution",
                    doc: "How it spreads",
                    required: true,
                    words: Some(Family::NAMES),
                },
            ],
            parameters: NUMBERS,
            ids: false,
            fields: &[],
        },
        List {
            name: "correlations",
            doc: "Rank correlations between two uncertain parameters",
            texts: &[
                Text {
                    name: "first",
                    doc: "The one parameter",
                    required: true,
                    words: None,
                },
                Text {
                    name: "second",
                    doc: "The other parameter",
                    required: true,
                    words: None,
                },
            ],
            parameters: &[RANK],
            ids: false,
            fields: &[],
        },
    ],
    result: &[
        member("output", Shape::Text, "The output"),
        member("samples", Shape::Number, "How many samples were drawn"),
        member("seed", Shape::Number, "The seed"),
        member(
            "sequence",
            Shape::Choice(Sequence::NAMES),
            "Where the draws came from",
        ),
        member(
            "nulls",
            Shape::Number,
            "Samples whose output was null; all that follows is of the others",
        ),
        member("mean", Shape::Option, "Mean; null when every sample was"),
        member(
            "sd",
            Shape::Option,
            "Standard deviation, with n − 1; null with fewer than two",
        ),
        member("min", Shape::Option, "The least"),
        member("max", Shape::Option, "The greatest"),
        member(
            "quantiles",
            Shape::Record(QUANTILES),
            "Percentiles, interpolated between samples as spreadsheets do",
        ),
        member(
            "histogram",
            Shape::Record(HISTOGRAM),
            "How the samples spread",
        ),
        member(
            "probability",
            Shape::Option,
            "Part of the samples in which the result that decides is above 0: of cloudBreakEven, in which owning is cheaper; null without one",
        ),
        member(
            "fan",
            Shape::Record(FAN),
            "Cumulative saving by year; empty for a calculator without",
        ),
    ],
};

/// An uncertain parameter.
#[derive(Debug, Clone, Copy)]
pub struct Uncertain {
    /// The parameter's index.
    pub parameter: usize,
    /// Its draws.
    pub draw: Draw,
}

/// How samples are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// How many.
    pub samples: usize,
    /// The seed.
    pub seed: u64,
    /// From where.
    pub sequence: Sequence,
    /// Correlates the uncertain parameters, in their order.
    pub copula: Option<Copula>,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            samples: 4096,
            seed: 1,
            sequence: Sequence::LowDiscrepancy,
            copula: None,
        }
    }
}

/// The samples of an output, and what goes with them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Samples {
    /// The output's numbers, in the order in which they were drawn.
    pub numbers: Vec<f64>,
    /// Samples whose output was null.
    pub nulls: usize,
    /// Samples whose deciding output was above 0, and those in which it was a number.
    pub positive: (usize, usize),
    /// For each year the cumulative savings, in that order.
    pub years: Vec<Vec<f64>>,
}

/// Samples computed at once.
const CHUNK: usize = 512;

/// Draws samples of an output. The draws depend on the seed and on which parameters are uncertain
/// alone, so that a small change of the input or of a distribution changes the result a little.
///
/// ```
/// use chip_calculators::analysis::distribution::{Distribution, Draw};
/// use chip_calculators::analysis::monte_carlo::{Plan, Uncertain, sample};
/// use chip_calculators::analysis::Subject;
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let parameter = subject.parameter("gpuPrice").unwrap();
/// let spread = Distribution::Uniform { low: 30_000.0, high: 44_000.0 };
/// let draw = Draw::new(spread, subject.entry(parameter)).unwrap();
/// let uncertain = [Uncertain { parameter, draw }];
/// let cost = subject.output("annualOwn").unwrap();
/// let samples = sample(&subject, &uncertain, cost, &Plan::default());
/// // The cost is linear in the price: its median is the cost at the median price.
/// let median = samples.quantile(0.5).unwrap();
/// assert!((median / subject.value(cost) - 1.0).abs() < 1e-4);
/// ```
#[must_use]
pub fn sample(subject: &Subject, uncertain: &[Uncertain], output: usize, plan: &Plan) -> Samples {
    let stream = |dimension| match plan.sequence {
        Sequence::LowDiscrepancy => Stream::spread(plan.seed, dimension),
        Sequence::PseudoRandom => Stream::random(plan.seed, dimension),
    };
    let mut streams: Vec<Stream> = (0..uncertain.len()).map(stream).collect();
    let varied: Vec<usize> = uncertain.iter().map(|one| one.parameter).collect();
    let decision = subject.model.decision().filter(|index| *index != output);
    let outputs: Vec<usize> = [output].into_iter().chain(decision).collect();
    let mut columns = vec![0.0; varied.len() * CHUNK];
    let mut results = vec![vec![0.0; CHUNK]; outputs.len()];
    let mut samples = Samples::default();
    samples.numbers.reserve(plan.samples);

    let mut left = plan.samples;
    while left > 0 {
        let length = CHUNK.min(left);
        left -= length;
        let columns = &mut columns[..varied.len() * length];
        for (stream, column) in streams.iter_mut().zip(columns.chunks_mut(length)) {
            stream.fill(column);
        }
        if let Some(copula) = &plan.copula {
            copula.apply(columns, length);
        }
        for (one, column) in uncertain.iter().zip(columns.chunks_mut(length)) {
            for number in column {
                *number = one.draw.at(*number);
            }
        }
        let columns: Vec<&[f64]> = columns.chunks(length).collect();
        let mut rows = Rows {
            length,
            varied: &varied,
            columns: &columns,
            outputs: &outputs,
            results: &mut results,
            years: Some(&mut samples.years),
        };
        subject.model.evaluate(&subject.values, &mut rows);
        // The one output, and the one that decides, which may be the same.
        let (numbers, decisions) = (&results[0], &results[outputs.len() - 1]);
        for (number, decision) in numbers.iter().zip(decisions).take(length) {
            if number.is_nan() {
                samples.nulls += 1;
            } else {
                samples.numbers.push(*number);
            }
            if !decision.is_nan() {
                samples.positive.0 += usize::from(*decision > 0.0);
                samples.positive.1 += 1;
            }
        }
    }
    samples
}

/// The least and the greatest number; infinite the other way where there are none.
fn range(numbers: &[f64]) -> (f64, f64) {
    let none = (f64::INFINITY, f64::NEG_INFINITY);
    numbers.iter().fold(none, |(min, max), &number| {
        let min = if number < min { number } else { min };
        let max = if number > max { number } else { max };
        (min, max)
    })
}

/// Equal parts of a range. The parts rise with the numbers, though rounding may shift their bounds.
#[derive(Clone, Copy)]
struct Parts {
    min: f64,
    per_number: f64,
    last: usize,
}

impl Parts {
    fn new((min, max): (f64, f64), count: usize) -> Self {
        Parts {
            min,
            per_number: count as f64 / (max - min),
            last: count - 1,
        }
    }

    /// The part a number of the range is in.
    #[inline]
    fn of(&self, number: f64) -> usize {
        (((number - self.min) * self.per_number) as usize).min(self.last)
    }
}

/// Parts among which [`quantiles`] counts the numbers.
const PARTS: usize = 1024;

/// The `p`-quantiles of numbers in any order: at place `p (n − 1)` of the ascending order, interpolated
/// (Hyndman and Fan's type 7, as in spreadsheets and numpy). NaN where there are no numbers.
///
/// Of all numbers only those are sorted that are near such a place: in the same part of the range.
///
/// ```
/// use chip_calculators::analysis::monte_carlo::quantiles;
/// assert_eq!(quantiles(&[4.0, 1.0, 2.0], &[0.0, 0.75]), [1.0, 3.0]);
/// assert!(quantiles(&[], &[0.5])[0].is_nan());
/// ```
#[must_use]
pub fn quantiles(numbers: &[f64], p: &[f64]) -> Vec<f64> {
    quantiles_within(range(numbers), numbers, p)
}

fn quantiles_within(range: (f64, f64), numbers: &[f64], p: &[f64]) -> Vec<f64> {
    let Some(last) = numbers.len().checked_sub(1) else {
        return vec![f64::NAN; p.len()];
    };
    let parts = Parts::new(range, PARTS);
    // How many numbers are in the parts before each.
    let mut before = vec![0; PARTS + 1];
    for number in numbers {
        before[parts.of(*number) + 1] += 1;
    }
    for at in 0..PARTS {
        before[at + 1] += before[at];
    }
    let holding = |place: usize| before.partition_point(|count| *count <= place) - 1;
    let places = |p: f64| {
        let place = p * last as f64;
        let low = (place as usize).min(last);
        (low, last.min(low + 1), place - floor(place))
    };
    let mut near = vec![false; PARTS];
    for &p in p {
        let (low, high, _) = places(p);
        near[holding(low)] = true;
        near[holding(high)] = true;
    }
    let count = |at: usize| before[at + 1] - before[at];
    let wanted = (0..PARTS).filter(|at| near[*at]).map(count).sum();
    // By hand: collected from an iterator, this is a tenth of all of Monte Carlo.
    let mut sorted = vec![0.0; wanted];
    let mut end = 0;
    for number in numbers {
        if near[parts.of(*number)] {
            sorted[end] = *number;
            end += 1;
        }
    }
    let sorted = ascending(sorted.into_iter());

    let number = |place: usize| {
        let holding = holding(place);
        let skipped: usize = (0..holding).filter(|at| !near[*at]).map(count).sum();
        sorted[place - skipped]
    };
    p.iter()
        .map(|&p| {
            let (low, high, part) = places(p);
            let (low, high) = (number(low), number(high));
            // Between equal numbers this is the number itself.
            low + (high - low) * part
        })
        .collect()
}

impl Samples {
    /// One of the [`quantiles`] of the output.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        known(quantiles(&self.numbers, &[p])[0])
    }

    /// The least and the greatest of the output.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        (!self.numbers.is_empty()).then(|| range(&self.numbers))
    }

    /// Mean of the output: added up from the least, so that equal numbers give themselves.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        self.range().map(|(min, _)| self.mean_from(min))
    }

    fn mean_from(&self, min: f64) -> f64 {
        let sum: f64 = self.numbers.iter().map(|number| number - min).sum();
        min + sum / self.numbers.len() as f64
    }

    /// Standard deviation of the output, √(Σ (x − mean)² / (n − 1)).
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        self.mean().and_then(|mean| self.sd_around(mean))
    }

    fn sd_around(&self, mean: f64) -> Option<f64> {
        if self.numbers.len() < 2 {
            return None;
        }
        let squares: f64 = self
            .numbers
            .iter()
            .map(|number| (number - mean) * (number - mean))
            .sum();
        let sd = sqrt(squares / (self.numbers.len() - 1) as f64);
        Some(sd)
    }

    /// Edges and counts of bins of equal width from the least to the greatest; a single bin where they
    /// are equal. A bin holds its lower edge, the last one both.
    #[must_use]
    pub fn histogram(&self, bins: u32) -> (Vec<f64>, Vec<f64>) {
        self.range()
            .map_or_else(Default::default, |range| self.bins(range, bins))
    }

    fn bins(&self, (min, max): (f64, f64), bins: u32) -> (Vec<f64>, Vec<f64>) {
        let bins = if min < max { bins } else { 1 };
        let mut edges: Vec<f64> = (0..bins)
            .map(|bin| min + (max - min) * (f64::from(bin) / f64::from(bins)))
            .collect();
        let mut counts = vec![0.0; edges.len()];
        let parts = Parts::new((min, max), edges.len());
        for &number in &self.numbers {
            let mut bin = parts.of(number);
            // Where the edges' own rounding says otherwise.
            while number < edges[bin] {
                bin -= 1;
            }
            while edges.get(bin + 1).is_some_and(|edge| number >= *edge) {
                bin += 1;
            }
            counts[bin] += 1.0;
        }
        edges.push(max);
        (edges, counts)
    }

    /// Part of the samples in which the result that decides is above 0.
    #[must_use]
    pub fn probability(&self) -> Option<f64> {
        let probability = self.positive.0 as f64 / self.positive.1 as f64;
        known(probability)
    }
}

/// [`sample`] for a foreign request: `{calculator, input, output, uncertain, correlations, samples,
/// seed, sequence, bins}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn monte_carlo(request: &Value) -> Result<Value, CalculatorError> {
    answer::value(write, request)
}

pub(super) fn write(request: &Value, answer: &mut Answer) -> Result<(), CalculatorError> {
    let mut reader = Reader::new(request);
    let subject = subject(&mut reader, request)?;
    let output = output(&mut reader, &subject);
    let mut taken = Vec::new();
    let uncertain = reader.list("uncertain", false, |row| {
        uncertain(row, &subject, &mut taken)
    });
    let given = uncertain.unwrap_or_default().into_iter().flatten();
    // By place in the table: the order of the list is no part of the question.
    let mut uncertain: Vec<Uncertain> = Vec::new();
    for one in given {
        let place = uncertain.partition_point(|before| before.parameter < one.parameter);
        uncertain.insert(place, one);
    }
    if uncertain.len() > MAX_DIMENSIONS {
        reader.reject("uncertain", FieldCode::TooManyEntries, Value::Null);
    }
    let places: Vec<usize> = uncertain.iter().map(|one| one.parameter).collect();
    let mut pairs = Vec::new();
    reader.list("correlations", false, |row| {
        pair(row, &subject, &places, &mut pairs);
    });
    let copula = Copula::new(uncertain.len(), &pairs);
    if copula.is_none() {
        reader.reject("correlations", FieldCode::Conflict, Value::Null);
    }
    let samples = option(&mut reader, &SAMPLES);
    let seed = option(&mut reader, &SEED);
    let bins = option(&mut reader, &BINS);
    let sequence = match reader.text("sequence") {
        None => Sequence::LowDiscrepancy,
        Some(name) => word(
            &mut reader,
            "sequence",
            Sequence::ALL,
            Sequence::NAMES,
            name,
        )
        .unwrap_or(Sequence::LowDiscrepancy),
    };
    reader.finish()?;

    let number = |option: Option<f64>| option.unwrap_or(1.0);
    let plan = Plan {
        samples: number(samples) as usize,
        seed: number(seed) as u64,
        sequence,
        copula: copula.filter(|_| !pairs.is_empty()),
    };
    let found = sample(&subject, &uncertain, output, &plan);
    // Once for all that are made of it.
    let range = found.range();
    let mean = range.map(|(min, _)| found.mean_from(min));
    answer.push("output", subject.model.outputs()[output].name);
    answer.push("samples", number(samples));
    answer.push("seed", number(seed));
    answer.push("sequence", sequence.as_str());
    answer.push("nulls", found.nulls as f64);
    answer.push("mean", mean);
    answer.push("sd", mean.and_then(|mean| found.sd_around(mean)));
    answer.push("min", range.map(|(min, _)| min));
    answer.push("max", range.map(|(_, max)| max));
    answer.record("quantiles", |answer| {
        let within = range.unwrap_or_default();
        let values = quantiles_within(within, &found.numbers, &PARTS_BELOW);
        for (name, value) in PERCENTILES.into_iter().zip(values) {
            answer.push(name, known(value));
        }
    });
    let (edges, counts) = range
        .map(|range| found.bins(range, number(bins) as u32))
        .unwrap_or_default();
    answer.record("histogram", |answer| {
        labelled(answer, HISTOGRAM, &[&edges, &counts]);
    });
    let probability = subject.model.decision().and(found.probability());
    answer.push("probability", probability);
    answer.record("fan", |answer| fan(&found.years, answer));
    belonging(answer, &subject);
    Ok(())
}

fn fan(years: &[Vec<f64>], answer: &mut Answer) {
    let numbers = 0..years.len();
    let samples: Vec<f64> = years.iter().map(|savings| savings.len() as f64).collect();
    let mut percentiles = vec![Vec::with_capacity(years.len()); PERCENTILES.len()];
    for savings in years {
        for (column, value) in percentiles.iter_mut().zip(quantiles(savings, &PARTS_BELOW)) {
            column.push(value);
        }
    }
    let numbers: Vec<f64> = numbers.map(|year| year as f64).collect();
    answer.push("year", numbers);
    answer.push("samples", samples);
    for (name, column) in PERCENTILES.into_iter().zip(percentiles) {
        answer.push(name, column);
    }
}

/// The choice with a name.
fn word<C: Copy>(
    reader: &mut Reader,
    field: &'static str,
    all: &[C],
    names: &[&'static str],
    name: String,
) -> Option<C> {
    let found = names.iter().position(|known| *known == name);
    if found.is_none() {
        reader.reject(field, FieldCode::UnknownChoice, name.into());
    }
    found.and_then(|index| all.get(index)).copied()
}

/// The parameter a row names under a field.
fn named(row: &mut Reader, field: &'static str, subject: &Subject) -> Option<usize> {
    super::named(row, field, &|name| subject.parameter(name))
}

fn uncertain(row: &mut Reader, subject: &Subject, taken: &mut Vec<usize>) -> Option<Uncertain> {
    let parameter = named(row, "parameter", subject);
    if let Some(parameter) = parameter {
        if taken.contains(&parameter) {
            let name = subject.entry(parameter).name;
            row.reject("parameter", FieldCode::Duplicate, name.into());
        }
        taken.push(parameter);
    }
    if row.get("distribution").is_none() {
        row.require("distribution");
    }
    let family = row.text("distribution");
    let family =
        family.and_then(|name| word(row, "distribution", Family::ALL, Family::NAMES, name));
    let Some(family) = family else {
        // What else is given may fit the distribution that was meant.
        for number in NUMBERS {
            row.get(number.name);
        }
        return None;
    };
    let distribution = distribution(row, family)?;
    let entry = subject.entry(parameter?);
    let draw = Draw::new(distribution, entry);
    if draw.is_none() {
        row.reject("parameter", FieldCode::Conflict, entry.name.into());
    }
    Some(Uncertain {
        parameter: parameter?,
        draw: draw?,
    })
}

/// A number a row must give, within its own bounds and those others set.
fn number(row: &mut Reader, name: &'static str, min: f64, max: f64) -> Option<f64> {
    row.require(name);
    let entry = NUMBERS.iter().find(|entry| entry.name == name)?;
    let entry = Parameter {
        min: entry.min.max(min),
        max: entry.max.min(max),
        ..*entry
    };
    row.number(name, &entry).and_then(known)
}

fn distribution(row: &mut Reader, family: Family) -> Option<Distribution> {
    const NONE: f64 = f64::INFINITY;
    match family {
        Family::Uniform => {
            let low = number(row, "low", -NONE, NONE);
            let high = number(row, "high", low.unwrap_or(-NONE), NONE);
            Some(Distribution::Uniform {
                low: low?,
                high: high?,
            })
        }
        Family::Triangular | Family::Pert => {
            let low = number(row, "low", -NONE, NONE);
            let high = number(row, "high", low.unwrap_or(-NONE), NONE);
            let mode = number(row, "mode", low.unwrap_or(-NONE), high.unwrap_or(NONE));
            let (low, mode, high) = (low?, mode?, high?);
            Some(if family == Family::Pert {
                Distribution::Pert { low, mode, high }
            } else {
                Distribution::Triangular { low, mode, high }
            })
        }
        Family::Normal if row.get("p5").is_none() && row.get("p95").is_none() => {
            let mean = number(row, "mean", -NONE, NONE);
            let sd = number(row, "sd", 0.0, NONE);
            Some(Distribution::Normal {
                mean: mean?,
                sd: sd?,
            })
        }
        Family::Normal => {
            let p5 = number(row, "p5", -NONE, NONE);
            let p95 = number(row, "p95", p5.unwrap_or(-NONE), NONE);
            Some(Distribution::normal_by_percentiles(p5?, p95?))
        }
        Family::Lognormal => {
            let p5 = number(row, "p5", f64::MIN_POSITIVE, NONE);
            let p95 = number(row, "p95", p5.unwrap_or(f64::MIN_POSITIVE), NONE);
            Some(Distribution::Lognormal { p5: p5?, p95: p95? })
        }
        Family::Beta => {
            let low = number(row, "low", -NONE, NONE);
            let high = number(row, "high", low.unwrap_or(-NONE), NONE);
            let alpha = number(row, "alpha", 0.0, NONE);
            let beta = number(row, "beta", 0.0, NONE);
            Some(Distribution::Beta {
                alpha: alpha?,
                beta: beta?,
                low: low?,
                high: high?,
            })
        }
    }
}

fn pair(row: &mut Reader, subject: &Subject, places: &[usize], pairs: &mut Vec<Pair>) {
    let mut ends = [None; 2];
    for (end, field) in ends.iter_mut().zip(["first", "second"]) {
        let Some(parameter) = named(row, field, subject) else {
            continue;
        };
        *end = places.iter().position(|place| *place == parameter);
        if end.is_none() {
            // Known, but not uncertain.
            let name = subject.entry(parameter).name;
            row.reject(field, FieldCode::Conflict, name.into());
        }
    }
    row.require(RANK.name);
    let rank = row.number(RANK.name, &RANK).and_then(known);
    let ([Some(first), Some(second)], Some(rank)) = (ends, rank) else {
        return;
    };
    let same = |pair: &Pair| {
        (pair.first, pair.second) == (first, second) || (pair.second, pair.first) == (first, second)
    };
    if first == second || pairs.iter().any(same) {
        let name = subject.entry(places[second]).name;
        row.reject("second", FieldCode::Duplicate, name.into());
        return;
    }
    pairs.push(Pair {
        first,
        second,
        rank,
    });
}
