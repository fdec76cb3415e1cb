//! What a parameter must be for an output to reach a target.
#![allow(clippy::float_cmp, reason = "the same float, not a near one")]

use super::{
    Analysis, AnalysisDescription, Subject, ascending, found, known, output, parameter, subject,
};
use crate::column::Column;
use crate::error::CalculatorError;
use crate::float::{ceil, floor, within};
use crate::numerics::roots::{Point, edge, last_zero, narrow, nearest, noise};
use crate::reader::Reader;
use crate::table::{Details, Kind, Parameter, Scale, choices, details};
use crate::value::Value;
use libm::{exp, fabs, log};

choices! {
    /// Why no value of a parameter gives a target.
    pub enum Unreached {
        /// The output rises or falls throughout, or every value was tried, and all are above or
        /// below the target.
        OutOfReach = "outOfReach",
        /// Not found between the values that were tried, though it may lie between two of them.
        NotFound = "notFound",
        /// The output is null wherever it was looked at.
        NoNumber = "noNumber",
        /// The output is the same whatever the parameter is, and not the target.
        NoEffect = "noEffect",
        /// The output is the target whatever the parameter is.
        EveryValue = "everyValue",
        /// The output passes the target from one value to the next, and is never it.
        BetweenValues = "betweenValues",
        /// The calculator has no output whose sign is a verdict.
        NoVerdict = "noVerdict",
    }
}

const TARGET: Parameter = Parameter::number()
    .bounds(f64::MIN, f64::MAX)
    .named("target", "What the output shall be; must be given");

details! {
    /// What `goalSeek` found.
    pub struct GoalSeek {
        /// The parameter
        parameter: String,
        /// The output
        output: String,
        /// The target
        target: f64,
        /// The value that gives the target, of several the nearest to the input's; null with a
        /// reason
        value: Option<f64>,
        /// All values that were found, ascending; of a range that gives the target, its ends
        values: Column,
        /// Where the output passes the target without being it: between two whole numbers, or in a
        /// jump
        brackets: Vec<Bracket>,
        /// Those of them at which the output only touches the target
        touches: Column,
        /// Why there is none: outOfReach, notFound, noNumber, noEffect, everyValue or betweenValues
        reason: Option<&'static str>,
        /// The widest distance between two neighboring values that were tried first: what lies
        /// closer together may escape where the output does not turn
        resolution: f64,
    }
}

/// What `goalSeek` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "goalSeek",
    about: "The values of a parameter within its bounds at which an output reaches a target.",
    parameter: true,
    parameters: false,
    output: true,
    columns: false,
    texts: &[],
    options: &[TARGET],
    lists: &[],
    fields: &[],
    result: GoalSeek::PART.members,
};

details! {
    /// Two neighboring values between which the output passes the target.
    pub struct Bracket {
        /// The value before the output passes the target
        low: f64,
        /// The next value: the next whole number, or the next float that was tried
        high: f64,
        /// The output at the one
        low_result: f64,
        /// The output at the other
        high_result: f64,
    }
}

/// What [`seek`] found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// The values that give the target, ascending.
    pub values: Vec<f64>,
    /// Those of them at which the output only touches the target, staying on its side.
    pub touches: Vec<f64>,
    /// Where the target is passed without being met, ascending.
    pub brackets: Vec<Bracket>,
    /// The widest distance between two neighboring values that were tried before any was narrowed.
    pub resolution: f64,
    /// Why `values` is empty.
    pub reason: Option<Unreached>,
}

impl Found {
    /// The value nearest to another one.
    #[must_use]
    pub fn nearest(&self, to: f64) -> Option<f64> {
        nearest_to(&self.values, to)
    }
}

/// How many steps a range is scanned in.
const STEPS: u32 = 256;

/// How much of the scale of the outputs two neighboring floats may differ by before it is a jump.
const JUMP: f64 = 1e-6;

/// The values of a parameter within its bounds at which an output is `target`.
///
/// The bounds are scanned in 256 equal steps and 256 equal ratios, these from the parameter's
/// `smallest` where its lower bound is not above 0, and at the parameter's own marks
/// (its value, default, sourced low and high); a parameter of at most 2,048 whole numbers is tried at
/// all of them. Where the output passes the target from one point to
/// the next, Brent's method finds the place to the last bit; where it becomes null in between, the
/// edge is found by halving first. Where it comes nearer to the target and turns away again, the
/// nearest point is sought by golden section: there two values may lie close together, or the curve
/// touches the target, which it does if it stays away by no more than what rounding moves it. Of a
/// range that gives the target, wherever it was met, both ends are found by halving.
///
/// What escapes are two passages within one step around which the curve does not turn on the scan.
/// Therefore the reason is `outOfReach` only where the output rises or falls throughout or every value
/// was tried, and `notFound` otherwise, with the scan's `resolution`.
///
/// ```
/// use chip_calculators::analysis::{Subject, goal_seek::seek};
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let rate = subject.parameter("cloudRate").unwrap();
/// let saving = subject.output("saving").unwrap();
/// // The rent at which owning saves nothing is the break-even rate.
/// let found = seek(&subject, rate, saving, 0.0);
/// let break_even = subject.value(subject.output("breakEvenCloudRate").unwrap());
/// assert_eq!(found.values.len(), 1);
/// assert!((found.values[0] / break_even - 1.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn seek(subject: &Subject, parameter: usize, output: usize, target: f64) -> Found {
    let entry = subject.entry(parameter);
    let whole = entry.kind == Kind::Integer;
    let x = marks(entry, subject.values[parameter]);
    let y = subject.column(parameter, &x, output);
    let at = |x: f64| subject.column(parameter, &[x], output)[0] - target;

    let mut found = Found {
        resolution: x
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .fold(0.0, f64::max),
        ..Found::default()
    };
    let numbers = || y.iter().filter(|y| !y.is_nan());
    let Some(first) = numbers().next() else {
        found.reason = Some(Unreached::NoNumber);
        return found;
    };
    if numbers().all(|y| y == first) && numbers().count() == y.len() {
        found.reason = Some(if *first == target {
            Unreached::EveryValue
        } else {
            Unreached::NoEffect
        });
        return found;
    }

    let points: Vec<Point> = x.iter().zip(&y).map(|(x, y)| (*x, y - target)).collect();
    for (index, &here) in points.iter().enumerate() {
        if here.1 == 0.0 {
            found.scanned(&at, &points, index, whole);
        }
        if !whole {
            found.turn(&at, &points, index);
        }
        let Some(&next) = points.get(index + 1) else {
            break;
        };
        let (low, high) = match (here.1.is_nan(), next.1.is_nan()) {
            (true, true) => continue,
            (false, false) => (here, next),
            (false, true) => (here, edge(&at, here, next.0, whole)),
            (true, false) => (edge(&at, next, here.0, whole), next),
        };
        for end in [low, high] {
            // An edge that was found on the way and is the target itself.
            if end.1 == 0.0 && end != here && end != next {
                let beside = |point: Point| if point.1 == 0.0 { end.0 } else { point.0 };
                let beside = (beside(low), beside(high));
                found.range(&at, (end.0, end.0), beside, whole, false);
            }
        }
        if low.1 * high.1 < 0.0 {
            found.passage(&at, low, high, whole, target);
        }
    }
    if found.values.is_empty() {
        let rises = y.windows(2).all(|pair| pair[0] <= pair[1]);
        let falls = y.windows(2).all(|pair| pair[0] >= pair[1]);
        let every = whole && x.windows(2).all(|pair| pair[1] - pair[0] <= 1.0);
        found.reason = Some(if !found.brackets.is_empty() {
            Unreached::BetweenValues
        } else if rises || falls || every {
            Unreached::OutOfReach
        } else {
            Unreached::NotFound
        });
    }
    found
}

/// How near two values may be to count as one: some ulps, which rounding makes of a single one.
const SAME: f64 = 1e-13;

/// A range that gives the target is rounding around a single value where it is narrower than this part
/// of a step.
const FLAT: f64 = 1e-6;

/// An output is at the target if it stays away by no more than so many times what the neighboring
/// floats move it.
const NOISE: f64 = 8.0;

/// Adds a value in its place, once.
fn insert(values: &mut Vec<f64>, value: f64) {
    let same = |other: &f64| fabs(other - value) <= SAME * fabs(value);
    if !values.iter().any(same) {
        let place = values.partition_point(|other| *other < value);
        values.insert(place, value);
    }
}

impl Found {
    fn add(&mut self, value: f64) {
        insert(&mut self.values, value);
    }

    /// Adds a value that gives the target, or the ends of the range around it that does: from what is
    /// `known` of it to the values `beside` it, where the output is another, or to the bounds, which are
    /// then among what is known.
    fn range(
        &mut self,
        at: &impl Fn(f64) -> f64,
        known: (f64, f64),
        beside: (f64, f64),
        whole: bool,
        touches: bool,
    ) {
        let low = last_zero(at, known.0, beside.0, whole);
        let mut high = last_zero(at, known.1, beside.1, whole);
        let mut first = low;
        // A single value is itself, not what rounding makes of it to either side.
        if !whole && high - low <= FLAT * (beside.1 - beside.0) {
            (first, high) = (known.0, known.0);
        }
        for end in [first, high] {
            self.add(end);
            if touches {
                insert(&mut self.touches, end);
            }
        }
    }

    /// Where scanned values give the target: the range of all of them, from the first of these on.
    fn scanned(&mut self, at: &impl Fn(f64) -> f64, points: &[Point], first: usize, whole: bool) {
        let before = points[first.saturating_sub(1)];
        if first > 0 && before.1 == 0.0 {
            return;
        }
        let mut last = first;
        while last + 1 < points.len() && points[last + 1].1 == 0.0 {
            last += 1;
        }
        let after = points[(last + 1).min(points.len() - 1)];
        let known = (points[first].0, points[last].0);
        self.range(at, known, (before.0, after.0), whole, false);
    }

    /// Where the output passes the target between two points.
    fn passage(
        &mut self,
        at: &impl Fn(f64) -> f64,
        low: Point,
        high: Point,
        whole: bool,
        target: f64,
    ) {
        let scale = fabs(target).max(fabs(low.1)).max(fabs(high.1));
        let beside = (low.0, high.0);
        let (low, high) = narrow(at, low, high, whole);
        let nearer = if fabs(low.1) <= fabs(high.1) {
            low
        } else {
            high
        };
        let smooth = !whole && fabs(low.1 - high.1) <= JUMP * scale;
        if nearer.1 == 0.0 {
            self.range(at, (nearer.0, nearer.0), beside, whole, false);
        } else if smooth {
            self.add(nearer.0);
        } else {
            let below = |bracket: &Bracket| bracket.low <= low.0;
            let index = self.brackets.partition_point(below);
            let bracket = Bracket {
                low: low.0,
                high: high.0,
                low_result: low.1 + target,
                high_result: high.1 + target,
            };
            self.brackets.insert(index, bracket);
        }
    }

    /// Where the output comes nearest to the target at a scanned point and turns away on both sides.
    fn turn(&mut self, at: &impl Fn(f64) -> f64, points: &[Point], index: usize) {
        let here = points[index];
        let before = points[index.saturating_sub(1)];
        let after = points[(index + 1).min(points.len() - 1)];
        let away =
            |other: Point| other == here || other.1 * here.1 > 0.0 && fabs(other.1) >= fabs(here.1);
        if before.0 == after.0 || here.1 == 0.0 || !away(before) || !away(after) {
            return;
        }
        let side = here.1.signum();
        let nearest = nearest(at, before, after, side);
        if nearest.1 == 0.0 {
            let beside = (before.0, after.0);
            self.range(at, (nearest.0, nearest.0), beside, false, true);
        } else if fabs(nearest.1) <= NOISE * noise(at, nearest) {
            self.add(nearest.0);
            insert(&mut self.touches, nearest.0);
        } else if nearest.1 * side < 0.0 {
            for (low, high) in [(before, nearest), (nearest, after)] {
                self.passage(at, low, high, false, 0.0);
            }
        }
    }
}

/// As many whole numbers are all tried: hardly more than a scan looks at.
const FEW: f64 = 2048.0;

/// Where to look: at every whole number where there are few; else on both scales, since bounds such as
/// 0 to a million leave most of one step empty.
fn marks(entry: &Parameter, value: f64) -> Vec<f64> {
    let (min, max) = (entry.min, entry.max);
    if entry.kind == Kind::Integer && max - min < FEW {
        let mut x = vec![ceil(min)];
        while x[x.len() - 1] < floor(max) {
            x.push(x[x.len() - 1] + 1.0);
        }
        return x;
    }
    let cited = [entry.low, entry.high].map(|cited| cited.map(|cited| cited.value));
    // A parameter that is not given has no value to look at, only the NaN that stands for one.
    let mut x: Vec<f64> = [known(value), entry.default, cited[0], cited[1]]
        .into_iter()
        .flatten()
        .collect();
    let smallest = if min > 0.0 {
        min
    } else {
        entry.smallest.min(max * 1e-3)
    };
    let ratio = smallest > 0.0 && max > smallest;
    let (low, high) = if ratio {
        (log(smallest), log(max))
    } else {
        (0.0, 0.0)
    };
    for step in 0..=STEPS {
        let part = f64::from(step) / f64::from(STEPS);
        if entry.scale == Scale::Linear || !ratio || step == 0 || step == STEPS {
            x.push(min + (max - min) * part);
        }
        if ratio {
            x.push(exp(low + (high - low) * part));
        }
    }
    for x in &mut x {
        if entry.kind == Kind::Integer {
            *x = floor(*x);
        }
        *x = within(*x, min, max);
    }
    let mut x = ascending(x.into_iter());
    x.dedup();
    x
}

/// [`seek`] for an untrusted request: `{calculator, input, parameter, output, target}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn goal_seek(request: &Value) -> Result<Analysis<GoalSeek>, CalculatorError> {
    let mut reader = Reader::new(request);
    let subject = subject(&mut reader, request)?;
    let parameter = parameter(&mut reader, &subject);
    let output = output(&mut reader, &subject);
    let target = reader.number(TARGET.name, &TARGET);
    reader.require(TARGET.name);
    reader.finish()?;
    let (parameter, target) = (parameter.unwrap_or(0), target.unwrap_or(0.0));

    let sought = seek(&subject, parameter, output, target);
    let results = GoalSeek {
        parameter: subject.path(parameter).to_owned(),
        output: subject.output_path(output).to_owned(),
        target,
        value: sought.nearest(subject.values[parameter]),
        reason: sought.reason.map(Unreached::as_str),
        values: sought.values.into(),
        touches: sought.touches.into(),
        resolution: sought.resolution,
        brackets: sought.brackets,
    };
    Ok(found(&subject, &[parameter], results))
}

/// The values of a parameter at which the sign of an output changes, ascending, whether it is 0 there or
/// jumps over it; and why there are none.
#[must_use]
pub fn flips(subject: &Subject, parameter: usize, output: usize) -> (Vec<f64>, Unreached) {
    let found = seek(subject, parameter, output, 0.0);
    let passed = found.values.into_iter();
    let passed = passed.filter(|value| !found.touches.contains(value));
    let jumps = found.brackets.iter().map(|bracket| bracket.high);
    let reason = found.reason.unwrap_or(Unreached::OutOfReach);
    (ascending(passed.chain(jumps)), reason)
}

/// Of the [`flips`] the one nearest to the input's value.
///
/// # Errors
/// Why there is none.
pub fn flip(subject: &Subject, parameter: usize, output: usize) -> Result<f64, Unreached> {
    let (values, reason) = flips(subject, parameter, output);
    let value = known(subject.values[parameter]).unwrap_or(subject.entry(parameter).min);
    nearest_to(&values, value).ok_or(reason)
}

/// The value nearest to another one; the first where that is absent.
fn nearest_to(values: &[f64], to: f64) -> Option<f64> {
    let closer = |best: f64, value: f64| {
        if fabs(value - to) < fabs(best - to) {
            value
        } else {
            best
        }
    };
    values.iter().copied().reduce(closer)
}
