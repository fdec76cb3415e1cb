//! What uncertain parameters make of an output: its distribution, and the chance that the verdict holds.

use super::correlation::{Copula, Pair};
use super::distribution::{Distribution, Draw, Family};
use super::sequence::{MAX_DIMENSIONS, Stream};
use super::{
    Analysis, AnalysisDescription, Rows, Subject, Task, ascending, complete, found, known, option,
    output, subject,
};
use crate::calculators::{List, Text};
use crate::column::Column;
use crate::error::{CalculatorError, FieldCode};
use crate::float::{floor, sqrt};
use crate::reader::Reader;
use crate::table::{Choice, Details, Parameter, choices, details};
use crate::value::Value;

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

/// The parts of the samples below the percentiles of [`Quantiles`] and [`Fan`].
const PARTS_BELOW: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

details! {
    /// Percentiles of the output.
    pub struct Quantiles {
        /// 5th percentile
        p5: Option<f64>,
        /// 10th percentile
        p10: Option<f64>,
        /// Lower quartile
        p25: Option<f64>,
        /// Median
        p50: Option<f64>,
        /// Upper quartile
        p75: Option<f64>,
        /// 90th percentile
        p90: Option<f64>,
        /// 95th percentile
        p95: Option<f64>,
    }
}

details! {
    /// How the samples spread.
    pub struct Histogram {
        /// Bins of equal width from the least to the greatest output: one edge more than bins, empty
        /// without numbers
        edges: Column,
        /// Samples in each bin: its lower edge counts, its upper edge only in the last
        counts: Column,
    }
}

details! {
    /// Cumulative saving by year.
    pub struct Fan {
        /// 0 for the purchase, then the end of each year
        year: Column,
        /// Samples whose horizon reaches the year; the percentiles are of these
        samples: Column,
        /// 5th percentile, USD
        p5: Column,
        /// 10th percentile, USD
        p10: Column,
        /// Lower quartile, USD
        p25: Column,
        /// Median, USD
        p50: Column,
        /// Upper quartile, USD
        p75: Column,
        /// 90th percentile, USD
        p90: Column,
        /// 95th percentile, USD
        p95: Column,
    }
}

details! {
    /// What `monteCarlo` found.
    pub struct MonteCarloResult {
        /// The output
        output: &'static str,
        /// How many samples were drawn
        samples: usize,
        /// The seed
        seed: f64,
        /// Where the draws came from
        sequence: Sequence,
        /// Samples whose output was null; all that follows is of the others
        nulls: usize,
        /// Mean; null when every sample was
        mean: Option<f64>,
        /// Standard deviation, with n − 1; null with fewer than two
        sd: Option<f64>,
        /// The least
        min: Option<f64>,
        /// The greatest
        max: Option<f64>,
        /// Percentiles, interpolated between samples as spreadsheets do
        quantiles: Quantiles,
        /// How the samples spread
        histogram: Histogram,
        /// Part of the samples in which the result that decides is above 0: of cloudBreakEven, in
        /// which owning is cheaper; null without one
        probability: Option<f64>,
        /// Cumulative saving by year; empty for a calculator without
        fan: Fan,
    }
}

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
    result: MonteCarloResult::PART.members,
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
    let mut sampler = Sampler::new(subject, uncertain, output, plan);
    while sampler.left > 0 {
        sampler.step(subject, uncertain, plan);
    }
    sampler.samples
}

/// The drawing of samples, chunk by chunk.
struct Sampler {
    streams: Vec<Stream>,
    varied: Vec<usize>,
    outputs: Vec<usize>,
    columns: Vec<f64>,
    results: Vec<Vec<f64>>,
    left: usize,
    samples: Samples,
}

impl Sampler {
    fn new(subject: &Subject, uncertain: &[Uncertain], output: usize, plan: &Plan) -> Self {
        let stream = |dimension| match plan.sequence {
            Sequence::LowDiscrepancy => Stream::spread(plan.seed, dimension),
            Sequence::PseudoRandom => Stream::random(plan.seed, dimension),
        };
        let decision = subject.model.decision().filter(|index| *index != output);
        let outputs: Vec<usize> = [output].into_iter().chain(decision).collect();
        let mut samples = Samples::default();
        samples.numbers.reserve(plan.samples);
        Sampler {
            streams: (0..uncertain.len()).map(stream).collect(),
            varied: uncertain.iter().map(|one| one.parameter).collect(),
            columns: vec![0.0; uncertain.len() * CHUNK],
            results: vec![vec![0.0; CHUNK]; outputs.len()],
            outputs,
            left: plan.samples,
            samples,
        }
    }

    /// Draws the next chunk.
    fn step(&mut self, subject: &Subject, uncertain: &[Uncertain], plan: &Plan) {
        let length = CHUNK.min(self.left);
        self.left -= length;
        let columns = &mut self.columns[..uncertain.len() * length];
        for (stream, column) in self.streams.iter_mut().zip(columns.chunks_mut(length)) {
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
            varied: &self.varied,
            columns: &columns,
            outputs: &self.outputs,
            results: &mut self.results,
            years: Some(&mut self.samples.years),
        };
        subject.model.evaluate(&subject.values, &mut rows);
        // The one output, and the one that decides, which may be the same.
        let (numbers, decisions) = (&self.results[0], &self.results[self.outputs.len() - 1]);
        for (number, decision) in numbers.iter().zip(decisions).take(length) {
            if number.is_nan() {
                self.samples.nulls += 1;
            } else {
                self.samples.numbers.push(*number);
            }
            if !decision.is_nan() {
                self.samples.positive.0 += usize::from(*decision > 0.0);
                self.samples.positive.1 += 1;
            }
        }
    }
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

/// [`sample`] for an untrusted request: `{calculator, input, output, uncertain, correlations, samples,
/// seed, sequence, bins}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn monte_carlo(request: &Value) -> Result<Analysis<MonteCarloResult>, CalculatorError> {
    complete::<MonteCarlo>(request.clone())
}

/// Monte Carlo chunk by chunk.
pub struct MonteCarlo {
    subject: Subject,
    uncertain: Vec<Uncertain>,
    output: usize,
    plan: Plan,
    bins: u32,
    sampler: Sampler,
}

impl Task for MonteCarlo {
    type Output = Analysis<MonteCarloResult>;

    fn read(request: Value) -> Result<Self, CalculatorError> {
        let mut reader = Reader::new(&request);
        let subject = subject(&mut reader, &request)?;
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
        Ok(MonteCarlo {
            sampler: Sampler::new(&subject, &uncertain, output, &plan),
            bins: number(bins) as u32,
            subject,
            uncertain,
            output,
            plan,
        })
    }

    fn step(&mut self) -> f64 {
        if self.sampler.left > 0 {
            self.sampler
                .step(&self.subject, &self.uncertain, &self.plan);
        }
        1.0 - self.sampler.left as f64 / self.plan.samples as f64
    }

    fn finish(self) -> Result<Self::Output, CalculatorError> {
        let MonteCarlo {
            subject,
            output,
            plan,
            bins,
            sampler: Sampler { samples, .. },
            ..
        } = self;
        // Once for all that are made of it.
        let range = samples.range();
        let mean = range.map(|(min, _)| samples.mean_from(min));
        let within = range.unwrap_or_default();
        let quantiles = quantiles_within(within, &samples.numbers, &PARTS_BELOW);
        let (edges, counts) = range
            .map(|range| samples.bins(range, bins))
            .unwrap_or_default();
        let results = MonteCarloResult {
            output: subject.model.outputs()[output].name,
            samples: plan.samples,
            seed: plan.seed as f64,
            sequence: plan.sequence,
            nulls: samples.nulls,
            mean,
            sd: mean.and_then(|mean| samples.sd_around(mean)),
            min: range.map(|(min, _)| min),
            max: range.map(|(_, max)| max),
            quantiles: Quantiles::of(&quantiles),
            histogram: Histogram {
                edges: edges.into(),
                counts: counts.into(),
            },
            probability: subject.model.decision().and(samples.probability()),
            fan: Fan::of(&samples.years),
        };
        Ok(found(subject, results))
    }
}

impl Quantiles {
    /// Of the [`PARTS_BELOW`].
    fn of(values: &[f64]) -> Self {
        let mut values = values.iter().map(|value| known(*value));
        let mut next = || values.next().flatten();
        Quantiles {
            p5: next(),
            p10: next(),
            p25: next(),
            p50: next(),
            p75: next(),
            p90: next(),
            p95: next(),
        }
    }
}

impl Fan {
    fn of(years: &[Vec<f64>]) -> Self {
        let quantiles: Vec<Vec<f64>> = years
            .iter()
            .map(|savings| quantiles(savings, &PARTS_BELOW))
            .collect();
        let mut percentile = 0..PARTS_BELOW.len();
        let mut next = || {
            let at = percentile.next().unwrap_or_default();
            quantiles
                .iter()
                .map(|values| values[at])
                .collect::<Column>()
        };
        Fan {
            year: (0..years.len()).map(|year| year as f64).collect(),
            samples: years.iter().map(|savings| savings.len() as f64).collect(),
            p5: next(),
            p10: next(),
            p25: next(),
            p50: next(),
            p75: next(),
            p90: next(),
            p95: next(),
        }
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
        reader.reject(field, FieldCode::UnknownChoice, name);
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
            row.reject("parameter", FieldCode::Duplicate, name);
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
        row.reject("parameter", FieldCode::Conflict, entry.name);
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
            row.reject(field, FieldCode::Conflict, name);
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
        row.reject("second", FieldCode::Duplicate, name);
        return;
    }
    pairs.push(Pair {
        first,
        second,
        rank,
    });
}
