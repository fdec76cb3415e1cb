//! How many GPUs are in demand, hour by hour: as a distribution, a load-duration curve or a trace.

use super::{HOURS_PER_YEAR, List, Nested};
use crate::column::Column;
use crate::error::FieldCode;
use crate::float::{sqrt, within};
use crate::numerics::roots::{least, narrow};
use crate::numerics::special::{Gamma, LARGE_SHAPE, gamma, gamma_step, normal_cdf};
use crate::reader::Reader;
use crate::table::{Member, Parameter, Parameters, Shape, choices, parameters, text};
use libm::{log, log1p};

choices! {
    /// How demand is spread around its mean.
    pub enum Spread {
        /// Its logarithm is normal: seldom far below the mean, at times far above.
        Lognormal = "lognormal",
        /// Gamma, with a thinner tail than lognormal; exponential at a variation of 1.
        Gamma = "gamma",
        /// Every level between a least and a greatest equally often.
        Uniform = "uniform",
    }
}

/// The most GPUs that can be asked for.
const MOST: f64 = 1e7;

parameters! {
    /// Demand by its mean and how far it strays from it.
    pub struct Terms {
        /// How demand is spread around its mean.
        spread: Spread = Parameter::choice::<Spread>();
        /// Mean demand; absent, it is GPUs × utilization.
        mean: Option<f64> = Parameter::number().unit("GPU").bounds(0.0, MOST);
        /// Standard deviation over mean; at most 1/√3 where demand is uniform, which would fall
        /// below 0.
        variation: f64 = Parameter::number().bounds(0.0, 5.0).default(0.5).smallest(0.01);
        /// Part of the hours that the peak covers where demand has no greatest level.
        peak_quantile: f64 = Parameter::fraction()
            .bounds(0.5, 0.999_999)
            .default(0.999);
    }
}

parameters! {
    /// A step of a load-duration curve.
    pub struct Step {
        /// Hours a year.
        hours: Option<f64> = Parameter::number()
            .unit("h/a")
            .bounds(0.0, HOURS_PER_YEAR);
        /// GPUs in demand during them.
        gpus: Option<f64> = Parameter::number()
            .unit("GPU")
            .bounds(0.0, MOST);
    }
}

pub(crate) const STEPS: List = List {
    name: "durationCurve",
    doc: "Load-duration curve: hours a year at each demand; hours up to 8,760 that are not listed \
        have none",
    texts: &[],
    parameters: Step::TABLE,
    ids: false,
    fields: &[],
};

const TRACE: Member = Member {
    name: "trace",
    doc: text("GPUs in demand, hour by hour; a period of any length, taken as typical of the year"),
    shape: Shape::Column,
};

/// One hour of a trace.
const HOUR: Parameter = Parameter::number()
    .unit("GPU")
    .bounds(0.0, MOST)
    .default(0.0);

/// The most hours a trace may have: eleven years.
pub const LONGEST_TRACE: usize = 100_000;

/// Demand as an input gives it.
pub const NESTED: Nested = Nested {
    name: "demand",
    doc: "Demand that varies, for the hybrid of owning and renting: by mean and variation, or a \
        durationCurve, or a trace",
    parameters: Terms::TABLE,
    lists: &[STEPS],
    fields: &[TRACE],
};

/// The greatest variation of a uniform demand: beyond it, it would fall below 0.
pub(crate) const UNIFORM_VARIATION: f64 = 0.577_350_269_189_625_8;

/// Below this variation demand counts as constant: it strays by less than its mean is rounded by.
const NO_VARIATION: f64 = f64::EPSILON;

/// How many GPUs are in demand, over the hours of a year.
#[derive(Debug, Clone, PartialEq)]
pub enum Demand {
    /// Lognormal.
    Lognormal {
        /// GPUs.
        mean: f64,
        /// Standard deviation of the logarithm, whose mean is `ln mean − deviation² / 2`.
        deviation: f64,
    },
    /// Gamma.
    Gamma {
        /// GPUs.
        mean: f64,
        /// 1 / variation².
        shape: f64,
    },
    /// Uniform.
    Uniform {
        /// GPUs.
        least: f64,
        /// GPUs.
        greatest: f64,
    },
    /// So many GPUs during so many of the hours.
    Levels(Levels),
}

/// Levels of demand, ascending, each with what lies below and above it summed up: any number of GPUs is
/// looked up among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// Each level, and the hours above it.
    above: Vec<(f64, f64)>,
    /// For each the GPU-hours at it and at those below.
    served: Vec<f64>,
    /// Hours with any level at all.
    hours: f64,
    /// All hours.
    of: f64,
}

impl Levels {
    /// Of GPUs and hours, of so many in all; what the hours sum to beyond these is rounding.
    fn new(mut steps: Vec<(f64, f64)>, of: f64) -> Self {
        steps.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let mut served = Vec::with_capacity(steps.len());
        let (mut sum, mut hours) = (0.0, 0.0);
        for (gpus, hours) in &steps {
            sum += gpus * hours;
            served.push(sum);
        }
        for step in steps.iter_mut().rev() {
            let above = hours;
            hours += step.1;
            step.1 = above;
        }
        Levels {
            above: steps,
            served,
            hours,
            of: of.max(hours),
        }
    }

    /// GPU-hours at the levels up to so many GPUs, and the hours above these.
    fn at(&self, gpus: f64) -> (f64, f64) {
        let above = self.above.partition_point(|level| level.0 <= gpus);
        match above.checked_sub(1) {
            Some(last) => (self.served[last], self.above[last].1),
            None => (0.0, self.hours),
        }
    }

    fn mean(&self) -> f64 {
        self.served(f64::MAX)
    }

    fn exceedance(&self, gpus: f64) -> f64 {
        self.at(gpus).1 / self.of
    }

    fn served(&self, gpus: f64) -> f64 {
        let (served, above) = self.at(gpus);
        (served + gpus * above) / self.of
    }

    /// The least level that is exceeded in no more than a part of the hours, which 0 is not.
    fn capacity(&self, exceedance: f64) -> f64 {
        let exceeds = |level: &(f64, f64)| level.1 / self.of > exceedance;
        let enough = self.above.partition_point(exceeds);
        self.above.get(enough).map_or(0.0, |level| level.0)
    }
}

impl Demand {
    /// Demand of so many GPUs each during a part of the hours; in what these leave there is none.
    ///
    /// ```
    /// use chip_calculators::calculators::demand::Demand;
    /// let demand = Demand::levels(vec![(100.0, 0.25), (20.0, 0.5)]);
    /// assert_eq!((demand.mean(), demand.exceedance(20.0)), (35.0, 0.25));
    /// ```
    #[must_use]
    pub fn levels(levels: Vec<(f64, f64)>) -> Self {
        Demand::Levels(Levels::new(levels, 1.0))
    }

    /// Demand of a mean, in GPUs, and a coefficient of variation.
    ///
    /// ```
    /// use chip_calculators::calculators::demand::{Demand, Spread};
    /// let demand = Demand::new(Spread::Uniform, 100.0, 0.3);
    /// assert!((demand.exceedance(100.0) - 0.5).abs() < 1e-12);
    /// ```
    #[must_use]
    pub fn new(spread: Spread, mean: f64, variation: f64) -> Self {
        if variation < NO_VARIATION || mean <= 0.0 {
            return Demand::levels(vec![(mean, 1.0)]);
        }
        match spread {
            Spread::Lognormal => Demand::Lognormal {
                mean,
                deviation: sqrt(log1p(variation * variation)),
            },
            Spread::Gamma => Demand::Gamma {
                mean,
                shape: 1.0 / (variation * variation),
            },
            Spread::Uniform => Demand::Uniform {
                least: (mean * (1.0 - variation / UNIFORM_VARIATION)).max(0.0),
                greatest: mean * (1.0 + variation / UNIFORM_VARIATION),
            },
        }
    }

    /// Mean demand, GPUs.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self {
            Demand::Lognormal { mean, .. } | Demand::Gamma { mean, .. } => *mean,
            Demand::Uniform { least, greatest } => least.midpoint(*greatest),
            Demand::Levels(levels) => levels.mean(),
        }
    }

    /// Part of the hours with more than so many GPUs in demand: `P(D > K)`.
    #[must_use]
    pub fn exceedance(&self, gpus: f64) -> f64 {
        match self {
            Demand::Levels(levels) => levels.exceedance(gpus),
            _ if gpus <= 0.0 => 1.0,
            Demand::Lognormal { mean, deviation } => normal_cdf(-distance(gpus, *mean, *deviation)),
            Demand::Gamma { mean, shape } => gamma(*shape, shape * gpus / mean).above,
            Demand::Uniform { least, greatest } => {
                ((greatest - gpus) / (greatest - least)).clamp(0.0, 1.0)
            }
        }
    }

    /// Mean demand that so many GPUs serve: `E[min(D, K)]`.
    ///
    /// `E[min(D, K)] = E[D; D ≤ K] + K·P(D > K)`. Of the mean, the part `E[D; D ≤ K]` is `Φ(d − σ)`
    /// for lognormal demand, where `d` is K's distance in standard deviations, and for gamma demand
    /// the same distribution's with a shape larger by 1.
    #[must_use]
    pub fn served(&self, gpus: f64) -> f64 {
        match self {
            Demand::Levels(levels) => levels.served(gpus),
            _ if gpus <= 0.0 => 0.0,
            Demand::Lognormal { mean, deviation } => {
                let distance = distance(gpus, *mean, *deviation);
                mean * normal_cdf(distance - deviation) + gpus * normal_cdf(-distance)
            }
            Demand::Gamma { mean, shape } if *shape > LARGE_SHAPE => {
                // A shape larger by 1 is hardly another float: what that takes from the mean is small,
                // and so is the rest, on the side of the mean that it stands on.
                let scaled = shape * gpus / mean;
                let Gamma { below, above } = gamma(*shape, scaled);
                if above <= 0.0 {
                    return *mean;
                }
                let all = if gpus < *mean {
                    gpus + (mean - gpus) * below
                } else {
                    mean + (gpus - mean) * above
                };
                all - mean * gamma_step(*shape, scaled)
            }
            Demand::Gamma { mean, shape } => {
                let scaled = shape * gpus / mean;
                mean * gamma(shape + 1.0, scaled).below + gpus * gamma(*shape, scaled).above
            }
            Demand::Uniform { least, greatest } => {
                let inside = within(gpus, *least, *greatest);
                let missed = (greatest - inside) * (greatest - inside) / (greatest - least) / 2.0;
                self.mean() - missed - (least - gpus).max(0.0)
            }
        }
    }

    /// The fewest GPUs that demand exceeds in no more than a part of the hours, above 0 where it has
    /// no greatest level.
    #[must_use]
    pub fn capacity(&self, exceedance: f64) -> f64 {
        let enough = |gpus: f64| self.exceedance(gpus) <= exceedance;
        if enough(0.0) {
            return 0.0;
        }
        if let Demand::Levels(levels) = self {
            return levels.capacity(exceedance);
        }
        // The mean of demand hardly above 0 may be 0 to the last bit, and twice 0 is 0.
        let mut most = self.mean().max(f64::MIN_POSITIVE);
        while !enough(most) {
            most *= 2.0;
        }
        let (mut low, mut high) = (0.0, most);
        // Smooth, so that Brent's method comes near in a quarter of the halvings.
        let above = |gpus: f64| self.exceedance(gpus) - exceedance;
        let ends = (low, above(low));
        let (below, beyond) = narrow(&above, ends, (high, above(high)), false);
        if below.1 > 0.0 && beyond.1 <= 0.0 {
            (low, high) = (below.0, beyond.0);
        }
        least(low, high, enough)
    }

    /// The greatest demand; where there is none, what covers `quantile` of the hours.
    #[must_use]
    pub fn peak(&self, quantile: f64) -> f64 {
        match self {
            Demand::Levels(_) => self.capacity(0.0),
            Demand::Uniform { greatest, .. } => *greatest,
            _ => self.capacity(1.0 - quantile),
        }
    }
}

/// How many standard deviations of the logarithm so many GPUs are above its mean.
fn distance(gpus: f64, mean: f64, deviation: f64) -> f64 {
    log(gpus / mean) / deviation + deviation / 2.0
}

/// Demand as it is given, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub enum DemandInput {
    /// By mean and variation.
    Terms(Terms),
    /// By a load-duration curve: GPUs and hours a year.
    DurationCurve(Vec<(f64, f64)>),
    /// Hour by hour.
    Trace(Column),
}

impl DemandInput {
    /// The demand.
    #[must_use]
    pub fn demand(&self) -> Demand {
        match self {
            DemandInput::Terms(terms) => Demand::new(
                terms.spread,
                terms.mean.unwrap_or_default(),
                terms.variation,
            ),
            DemandInput::DurationCurve(steps) => {
                Demand::Levels(Levels::new(steps.clone(), HOURS_PER_YEAR))
            }
            DemandInput::Trace(trace) => {
                let hours = trace.iter().map(|gpus| (*gpus, 1.0)).collect();
                Demand::Levels(Levels::new(hours, trace.len() as f64))
            }
        }
    }

    /// Whether its numbers go together, each of which may be within its bounds: the hours of a curve
    /// are no more than a year's, and uniform demand is never below 0.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        match self {
            DemandInput::Terms(terms) => {
                terms.spread != Spread::Uniform || terms.variation <= UNIFORM_VARIATION
            }
            DemandInput::DurationCurve(steps) => hours(steps) <= MOST_HOURS,
            DemandInput::Trace(_) => true,
        }
    }

    /// Part of the hours that the peak covers, of demand that has no greatest level.
    #[must_use]
    pub fn peak_quantile(&self) -> f64 {
        match self {
            DemandInput::Terms(terms) => terms.peak_quantile,
            _ => 1.0,
        }
    }
}

#[cfg(feature = "serde")]
mod ser {
    use super::{DemandInput, STEPS, TRACE};
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl Serialize for DemandInput {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let only = |serializer: S| serializer.serialize_struct("Demand", 1);
            match self {
                DemandInput::Terms(terms) => terms.serialize(serializer),
                DemandInput::DurationCurve(steps) => {
                    let steps: Vec<Step> = steps.iter().copied().map(Step).collect();
                    let mut to = only(serializer)?;
                    to.serialize_field(STEPS.name, &steps)?;
                    to.end()
                }
                DemandInput::Trace(trace) => {
                    let mut to = only(serializer)?;
                    to.serialize_field(TRACE.name, trace)?;
                    to.end()
                }
            }
        }
    }

    struct Step((f64, f64));

    impl Serialize for Step {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (gpus, hours) = self.0;
            let mut to = serializer.serialize_struct("Step", 2)?;
            to.serialize_field("hours", &hours)?;
            to.serialize_field("gpus", &gpus)?;
            to.end()
        }
    }
}

/// Reads a demand; `mean` is that of a distribution that does not say its own.
pub(crate) fn read(reader: &mut Reader, mean: f64) -> DemandInput {
    let steps = reader.list(STEPS.name, STEPS.ids, |row| {
        let step = row.parameters(Step::default());
        for parameter in Step::TABLE {
            row.require(parameter.name);
        }
        (step.gpus.unwrap_or(0.0), step.hours.unwrap_or(0.0))
    });
    let trace = reader.column(TRACE.name, &HOUR, LONGEST_TRACE);
    // One description of demand; what another leaves no room for is an error, not ignored.
    if let Some(trace) = trace {
        rule_out(reader, &[STEPS.name]);
        rule_out_terms(reader);
        return DemandInput::Trace(trace.into());
    }
    if let Some(steps) = steps {
        rule_out_terms(reader);
        let sum = hours(&steps);
        let demand = DemandInput::DurationCurve(steps);
        if !demand.is_possible() {
            reader.reject_above(STEPS.name, sum, HOURS_PER_YEAR);
        }
        return demand;
    }
    let mut terms = reader.parameters(Terms::default());
    terms.mean.get_or_insert(mean);
    let demand = DemandInput::Terms(terms);
    if !demand.is_possible() {
        reader.reject_above("variation", terms.variation, UNIFORM_VARIATION);
    }
    demand
}

/// The hours of a year: what rounding adds to one cut into steps is no error.
const MOST_HOURS: f64 = HOURS_PER_YEAR * (1.0 + 1e-9);

/// The hours of all steps.
fn hours(steps: &[(f64, f64)]) -> f64 {
    steps.iter().map(|(_, hours)| hours).sum()
}

fn rule_out(reader: &mut Reader, names: &[&'static str]) {
    for name in names {
        if let Some(value) = reader.get(name) {
            reader.reject_given(name, FieldCode::Conflict, value);
        }
    }
}

fn rule_out_terms(reader: &mut Reader) {
    for parameter in Terms::TABLE {
        rule_out(reader, &[parameter.name]);
    }
}
