//! What uncertain parameters make of an output: its distribution, and the chance that the verdict holds.

use super::correlation::{Copula, Pair};
use super::distribution::{Distribution, Draw, Family};
use super::{
    Analysis, AnalysisDescription, Chunk, Rows, Sides, Subject, Task, complete, found, known,
    option, output, subject,
};
use crate::calculators::{List, Text};
use crate::column::Column;
use crate::error::{CalculatorError, FieldCode};
use crate::float::sqrt;
use crate::numerics::sequence::{MAX_DIMENSIONS, Stream};
use crate::numerics::summary::{self, Summary};
use crate::reader::Reader;
use crate::table::{Choice, Details, Member, Parameter, Shape, Shaped, choices, details, text};
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
    .bounds(1.0, 10_000_000.0)
    .default(4096.0)
    .named(
        "samples",
        "How many samples are drawn, a million at most with draws; a power of two spreads them \
         most evenly",
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

/// A part of the samples below a wanted quantile.
const PART: Parameter = Parameter::fraction().bounds(0.0, 1.0).default(0.5);

/// The most quantiles that can be asked for.
pub const MOST_QUANTILES: usize = 10_000;

/// The most samples whose draws are given back: 8 MB a column.
pub const MOST_DRAWS: f64 = 1_000_000.0;

/// The samples the fan is made of: ten times as many change no pixel of it, and would take 2.5 GB.
pub const FAN_SAMPLES: usize = 100_000;

const FIELDS: &[Member] = &[
    Member {
        name: "quantiles",
        doc: text("Parts of the samples, 0 to 1, whose quantiles are asked for"),
        shape: Shape::Column,
    },
    Member {
        name: "draws",
        doc: text("Whether to give back the draws, and the output of each"),
        shape: Shape::Bool,
    },
];

/// The parts of the samples below the percentiles of [`Percentiles`] and [`Fan`].
const PARTS_BELOW: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

details! {
    /// Percentiles of the output.
    pub struct Percentiles {
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
        /// Bins of equal width from the least to the greatest output: one edge more than bins,
        /// empty without numbers
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
    /// Quantiles that were asked for.
    pub struct Quantiles {
        /// The parts of the samples below them, as asked
        p: Column,
        /// The output there; NaN where every sample was null
        value: Column,
    }
}

details! {
    /// How often each side is right.
    pub struct Probability {
        /// Part of the samples in which the result that decides is above 0, ties apart: of
        /// cloudBreakEven, in which owning is cheaper
        above: Option<f64>,
        /// Part in which it is below 0: renting is cheaper
        below: Option<f64>,
        /// Part in which neither wins: of cloudBreakEven, within half a per cent of the rent
        tie: Option<f64>,
        /// Standard error of `above`, √(p (1 − p) / samples): that of independent draws, which
        /// evenly spread ones fall below
        error: Option<f64>,
        /// Samples in which the result is a number; without any the others are null
        samples: usize,
    }
}

details! {
    /// A parameter that was varied, as asked; null for what its distribution does not take.
    pub struct UncertainParameter {
        /// The parameter
        parameter: String,
        /// How it spreads
        distribution: Family,
        /// Lowest value
        low: Option<f64>,
        /// Likeliest value
        mode: Option<f64>,
        /// Highest value
        high: Option<f64>,
        /// Mean
        mean: Option<f64>,
        /// Standard deviation
        sd: Option<f64>,
        /// 5th percentile
        p5: Option<f64>,
        /// 95th percentile
        p95: Option<f64>,
        /// Shape towards high
        alpha: Option<f64>,
        /// Shape towards low
        beta: Option<f64>,
    }
}

details! {
    /// A rank correlation, as asked.
    pub struct Correlation {
        /// The one parameter
        first: String,
        /// The other parameter
        second: String,
        /// Spearman's rank correlation of the two
        rank: f64,
    }
}

/// The samples one by one: a column for each uncertain parameter, and one for the output.
#[derive(Debug, Clone, PartialEq)]
pub struct Draws(pub Vec<(String, Column)>);

impl Shaped for Option<Draws> {
    const SHAPE: Shape = Shape::OptionalColumns;
}

#[cfg(feature = "serde")]
impl serde::Serialize for Draws {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        crate::serialize::by_path(&self.0, serializer)
    }
}

details! {
    /// What `monteCarlo` found.
    pub struct MonteCarloResult {
        /// The output
        output: String,
        /// The parameters that were varied, in the order of the table
        uncertain: Vec<UncertainParameter>,
        /// Their rank correlations
        correlations: Vec<Correlation>,
        /// How many samples were drawn
        samples: usize,
        /// The seed
        seed: f64,
        /// Where the draws came from
        sequence: Sequence,
        /// Bins of the histogram that were asked for
        bins: usize,
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
        percentiles: Percentiles,
        /// The quantiles that were asked for, so too
        quantiles: Quantiles,
        /// How the samples spread
        histogram: Histogram,
        /// How often each side is right; null where no result decides
        probability: Option<Probability>,
        /// Cumulative saving by year, of the first 100,000 samples; empty for a calculator without
        fan: Fan,
        /// The draws and the output of each, NaN where it was null; null where they were not asked
        /// for
        draws: Option<Draws>,
    }
}

/// What `monteCarlo` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "monteCarlo",
    about: "The distribution of an output when some parameters are uncertain, and the chance that \
        the verdict holds.",
    parameter: false,
    parameters: false,
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
            doc: "The uncertain parameters, each cut off at its bounds; the others stay as they \
                are",
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
    fields: FIELDS,
    result: MonteCarloResult::PART.members,
};

/// An uncertain parameter.
#[derive(Debug, Clone)]
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
    /// Whether the draws are kept.
    pub draws: bool,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            samples: 4096,
            seed: 1,
            sequence: Sequence::LowDiscrepancy,
            copula: None,
            draws: false,
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
    /// How often each side wins.
    pub sides: Sides,
    /// For each year the cumulative savings of the first 100,000 samples, in that order.
    pub years: Vec<Vec<f64>>,
    /// The columns that were drawn and that of the output, where they are kept.
    pub draws: Vec<Vec<f64>>,
}

/// The most samples computed at once.
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
    let mut sampler = Sampler::new(uncertain, output, plan, Samples::default());
    while sampler.left > 0 {
        sampler.step(subject, uncertain, plan);
    }
    sampler.samples
}

/// The drawing of samples, chunk by chunk.
struct Sampler {
    streams: Vec<Stream>,
    varied: Vec<usize>,
    output: usize,
    columns: Vec<f64>,
    results: [Vec<f64>; 1],
    /// How many are drawn next.
    chunk: Chunk,
    left: usize,
    samples: Samples,
}

impl Sampler {
    fn new(uncertain: &[Uncertain], output: usize, plan: &Plan, mut samples: Samples) -> Self {
        let stream = |dimension| match plan.sequence {
            Sequence::LowDiscrepancy => Stream::spread(plan.seed, dimension),
            Sequence::PseudoRandom => Stream::random(plan.seed, dimension),
        };
        if plan.draws {
            samples.draws.resize(uncertain.len() + 1, Vec::new());
        }
        Sampler {
            streams: (0..uncertain.len()).map(stream).collect(),
            varied: uncertain.iter().map(|one| one.parameter).collect(),
            columns: vec![0.0; uncertain.len() * CHUNK],
            results: [vec![0.0; CHUNK]],
            output,
            chunk: Chunk::new(CHUNK),
            left: plan.samples,
            samples,
        }
    }

    /// Draws the next chunk.
    fn step(&mut self, subject: &Subject, uncertain: &[Uncertain], plan: &Plan) {
        let drawn = plan.samples - self.left;
        // What is kept of each year ends with a chunk, however long chunks are.
        let kept = FAN_SAMPLES.saturating_sub(drawn);
        let most = if kept > 0 {
            kept.min(self.left)
        } else {
            self.left
        };
        let length = self.chunk.take().min(most);
        self.left -= length;
        let columns = &mut self.columns[..uncertain.len() * length];
        for (stream, column) in self.streams.iter_mut().zip(columns.chunks_mut(length)) {
            stream.fill(column);
        }
        if let Some(copula) = &plan.copula {
            copula.apply(columns, length);
        }
        for (one, column) in uncertain.iter().zip(columns.chunks_mut(length)) {
            one.draw.fill(column);
        }
        let columns: Vec<&[f64]> = columns.chunks(length).collect();
        let samples = &mut self.samples;
        // The first chunk has shown which years there are: from then on their columns do not grow.
        let room = plan.samples.min(FAN_SAMPLES);
        for savings in &mut samples.years {
            savings.reserve_exact(room.saturating_sub(savings.len()));
        }
        let mut rows = Rows {
            length,
            varied: &self.varied,
            columns: &columns,
            outputs: &[self.output],
            results: &mut self.results,
            sides: Some(&mut samples.sides),
            years: (kept > 0).then_some(&mut samples.years),
        };
        subject.evaluate(&mut rows);
        let results = &self.results[0][..length];
        if let Some((last, draws)) = samples.draws.split_last_mut() {
            for (draws, column) in draws.iter_mut().zip(columns) {
                draws.extend_from_slice(column);
            }
            last.extend_from_slice(results);
        }
        for number in results {
            if number.is_nan() {
                samples.nulls += 1;
            } else {
                samples.numbers.push(*number);
            }
        }
    }
}

impl Samples {
    /// With room for so many, and for their draws of so many columns; `None` where there is none.
    fn with_room(samples: usize, columns: usize) -> Option<Self> {
        let mut draws = vec![Vec::new(); columns];
        let mut numbers = Vec::new();
        for column in draws.iter_mut().chain([&mut numbers]) {
            column.try_reserve_exact(samples).ok()?;
        }
        Some(Samples {
            numbers,
            draws,
            ..Samples::default()
        })
    }

    /// One of the quantiles of the output.
    #[must_use]
    pub fn quantile(&self, p: f64) -> Option<f64> {
        known(self.summary(&[p], 1).quantiles()[0])
    }

    /// Moments, quantiles and histogram of the output.
    #[must_use]
    pub fn summary(&self, p: &[f64], bins: usize) -> Summary {
        Summary::of(&self.numbers, p, bins)
    }
}

impl Probability {
    fn of(sides: Sides) -> Self {
        let samples = sides.above + sides.below + sides.tie;
        let part = |count: usize| known(count as f64 / samples as f64);
        let above = part(sides.above);
        Probability {
            above,
            below: part(sides.below),
            tie: part(sides.tie),
            error: above.map(|p| sqrt(p * (1.0 - p) / samples as f64)),
            samples,
        }
    }
}

/// [`sample`] for an untrusted request: `{calculator, input, output, uncertain, correlations, samples,
/// seed, sequence, bins, quantiles, draws}`.
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
    bins: usize,
    /// What was asked, to be told again.
    asked: (Vec<UncertainParameter>, Vec<Correlation>, Vec<f64>),
    sampler: Sampler,
    summary: Summary,
    /// How much of the summary is done.
    summed: f64,
    /// The percentiles of the years that are done.
    fan: Vec<Vec<f64>>,
}

impl Task for MonteCarlo {
    type Output = Analysis<MonteCarloResult>;

    fn read(request: Value) -> Result<Self, CalculatorError> {
        let mut reader = Reader::new(&request);
        let subject = subject(&mut reader, &request)?;
        let output = output(&mut reader, &subject);
        let (uncertain, asked) = all_uncertain(&mut reader, &subject);
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
        let p = reader.column("quantiles", &PART, MOST_QUANTILES);
        let draws = reader.flag("draws").unwrap_or(false);
        if let Some(samples) = samples.filter(|samples| draws && *samples > MOST_DRAWS) {
            reader.reject_above(SAMPLES.name, samples, MOST_DRAWS);
        }
        let sequence = sequence(&mut reader);
        let number = |option: Option<f64>| option.unwrap_or(1.0);
        let kept = if draws { uncertain.len() + 1 } else { 0 };
        let room = Samples::with_room(number(samples) as usize, kept);
        if room.is_none() {
            reader.reject(SAMPLES.name, FieldCode::TooManyEntries, number(samples));
        }
        reader.finish()?;

        let plan = Plan {
            samples: number(samples) as usize,
            seed: number(seed) as u64,
            sequence,
            copula: copula.filter(|_| !pairs.is_empty()),
            draws,
        };
        let name = |place: usize| subject.path(places[place]).to_owned();
        let correlations = pairs.iter().map(|pair| Correlation {
            first: name(pair.first),
            second: name(pair.second),
            rank: pair.rank,
        });
        let correlations = correlations.collect();
        let (p, bins) = (p.unwrap_or_default(), number(bins) as usize);
        let wanted: Vec<f64> = PARTS_BELOW.iter().chain(&p).copied().collect();
        Ok(MonteCarlo {
            sampler: Sampler::new(&uncertain, output, &plan, room.unwrap_or_default()),
            summary: Summary::new(&wanted, bins),
            summed: 0.0,
            fan: Vec::new(),
            bins,
            asked: (asked, correlations, p),
            subject,
            uncertain,
            output,
            plan,
        })
    }

    fn step(&mut self) -> f64 {
        // Drawing is most of the work, then the numbers, then the years.
        const DRAWN: f64 = 0.8;
        const SUMMED: f64 = 0.15;
        let samples = &self.sampler.samples;
        if self.sampler.left > 0 {
            self.sampler
                .step(&self.subject, &self.uncertain, &self.plan);
            return DRAWN * (1.0 - self.sampler.left as f64 / self.plan.samples as f64);
        }
        if self.summed < 1.0 {
            self.summed = self.summary.step(&samples.numbers);
        } else if let Some(savings) = samples.years.get(self.fan.len()) {
            self.fan.push(summary::quantiles(savings, &PARTS_BELOW));
        }
        let (done, years) = (self.fan.len(), samples.years.len());
        if self.summed >= 1.0 && done == years {
            return 1.0;
        }
        let years = done as f64 / years.max(1) as f64;
        DRAWN + SUMMED * self.summed + (1.0 - DRAWN - SUMMED) * 0.99 * years
    }

    fn shorten(&mut self) {
        self.sampler.chunk.shorten();
    }

    fn finish(self) -> Result<Self::Output, CalculatorError> {
        let MonteCarlo {
            subject,
            output,
            plan,
            bins,
            asked: (uncertain, correlations, p),
            sampler: Sampler {
                samples, varied, ..
            },
            summary,
            fan,
            ..
        } = self;
        let bounds = summary.bounds();
        let mut percentiles = summary.quantiles();
        let quantiles = percentiles.split_off(PARTS_BELOW.len());
        let (edges, counts) = summary.histogram();
        let output_path = subject.output_path(output);
        let paths = varied.iter().map(|parameter| subject.path(*parameter));
        let draws = paths.chain([output_path]).zip(samples.draws);
        let draws = draws.map(|(path, column)| (path.to_owned(), Column::from(column)));
        let results = MonteCarloResult {
            output: output_path.to_owned(),
            uncertain,
            correlations,
            samples: plan.samples,
            seed: plan.seed as f64,
            sequence: plan.sequence,
            bins,
            nulls: samples.nulls,
            mean: summary.mean(),
            sd: summary.sd(),
            min: bounds.map(|(min, _)| min),
            max: bounds.map(|(_, max)| max),
            percentiles: Percentiles::of(&percentiles),
            quantiles: Quantiles {
                p: p.into(),
                value: quantiles.into(),
            },
            histogram: Histogram {
                edges: edges.to_vec().into(),
                counts: counts.to_vec().into(),
            },
            probability: subject
                .decisive_output(output)
                .map(|_| Probability::of(samples.sides)),
            fan: Fan::of(&samples.years, &fan),
            draws: plan.draws.then(|| Draws(draws.collect())),
        };
        Ok(found(&subject, &varied, results))
    }
}

impl Percentiles {
    /// Of the [`PARTS_BELOW`].
    fn of(values: &[f64]) -> Self {
        let mut values = values.iter().map(|value| known(*value));
        let mut next = || values.next().flatten();
        Percentiles {
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
    /// Of savings by year, and of the [`PARTS_BELOW`] of each year.
    fn of(years: &[Vec<f64>], quantiles: &[Vec<f64>]) -> Self {
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
    super::named(row, field, &subject.parameters())
}

/// The uncertain inputs and what was asked of each, by place in the table: the order of the list is no
/// part of the question.
fn all_uncertain(
    reader: &mut Reader,
    subject: &Subject,
) -> (Vec<Uncertain>, Vec<UncertainParameter>) {
    let mut taken = Vec::new();
    reader.require_given("uncertain");
    let given = reader.list("uncertain", false, |row| {
        uncertain(row, subject, &mut taken)
    });
    let (mut uncertain, mut asked) = (Vec::<Uncertain>::new(), Vec::new());
    for (one, told) in given.unwrap_or_default().into_iter().flatten() {
        let place = uncertain.partition_point(|before| before.parameter < one.parameter);
        uncertain.insert(place, one);
        asked.insert(place, told);
    }
    if uncertain.len() > MAX_DIMENSIONS {
        reader.reject_above("uncertain", uncertain.len() as f64, MAX_DIMENSIONS as f64);
    }
    (uncertain, asked)
}

fn sequence(reader: &mut Reader) -> Sequence {
    let given = reader
        .text("sequence")
        .and_then(|name| word(reader, "sequence", Sequence::ALL, Sequence::NAMES, name));
    given.unwrap_or(Sequence::LowDiscrepancy)
}

fn uncertain(
    row: &mut Reader,
    subject: &Subject,
    taken: &mut Vec<usize>,
) -> Option<(Uncertain, UncertainParameter)> {
    let parameter = named(row, "parameter", subject);
    if let Some(parameter) = parameter {
        if taken.contains(&parameter) {
            let path = subject.path(parameter);
            row.reject("parameter", FieldCode::Duplicate, path);
        }
        taken.push(parameter);
    }
    row.require_given("distribution");
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
    for entry in NUMBERS {
        // What a result has told of an earlier request.
        if row.peek(entry.name) == Some(&Value::Null) {
            row.get(entry.name);
        }
    }
    let distribution = distribution(row, family)?;
    let path = subject.path(parameter?);
    let draw = Draw::new(distribution, subject.entry(parameter?));
    if draw.is_none() {
        row.reject("parameter", FieldCode::Conflict, path);
    }
    let number = |name| {
        row.peek(name).and_then(|value| match value {
            Value::Number(number) => Some(*number),
            _ => None,
        })
    };
    let asked = UncertainParameter {
        parameter: path.to_owned(),
        distribution: family,
        low: number("low"),
        mode: number("mode"),
        high: number("high"),
        mean: number("mean"),
        sd: number("sd"),
        p5: number("p5"),
        p95: number("p95"),
        alpha: number("alpha"),
        beta: number("beta"),
    };
    let draw = draw?;
    Some((
        Uncertain {
            parameter: parameter?,
            draw,
        },
        asked,
    ))
}

/// Whether a row gives a number: null stands for none.
fn given(row: &Reader, name: &str) -> bool {
    !matches!(row.peek(name), None | Some(Value::Null))
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
        Family::Normal if !given(row, "p5") && !given(row, "p95") => {
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
            row.reject(field, FieldCode::Conflict, subject.path(parameter));
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
        let path = subject.path(places[second]);
        row.reject("second", FieldCode::Duplicate, path);
        return;
    }
    pairs.push(Pair {
        first,
        second,
        rank,
    });
}
