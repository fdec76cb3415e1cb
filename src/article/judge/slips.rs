//! What would make a figure hold: other units, orders, shares, conventions, remedies.

use super::bench::{Bench, together};
use super::fit::{cut_off, deviation, holds, loosely};
use super::{CONTRADICTION, SLACK};
use crate::article::Quantity;
use crate::article::catalogue;
use crate::article::expression::{Change, Expression, Operator};
use crate::article::format::{Bound, Figure, Way};
use crate::article::report::{Remedy, Slip};
use crate::article::solve::Scan;
use crate::printed::number::Number;
use crate::printed::unit::{Dimension, Mark, Unit, same_but_for_gpus, same_but_for_servers};
use crate::table::Kind;

/// How near to the whole parts come that are said to be all of it: 10 成 are 100 % as exactly as
/// 100 % are.
const WHOLE: f64 = 0.005;

/// How far off, at most, a figure is that has been rounded: 400 for 445.
const COARSE: f64 = 0.125;

/// Orders of magnitude that are mistaken for one another: a zero or two, and a word, as 万 or million.
const ORDERS: [f64; 8] = [10.0, 100.0, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12];

/// GPUs in a server or rack, the usual first.
const SERVERS: [f64; 4] = [8.0, 4.0, 72.0, 16.0];

impl Bench<'_> {
    /// What the rounding of its parts, or half a per cent, leaves open, where the figure is the whole
    /// of them, 100 %.
    pub(super) fn parts_of_whole(&self, figure: &Figure) -> Option<f64> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return None;
        };
        let (from, to) = figure.values();
        let whole = (from - 1.0).abs() < SLACK && (to - 1.0).abs() < SLACK;
        let parts = self.roundings().unwrap_or_default();
        let own = figure.half.0 * figure.unit.factor();
        // An editor's `precision` goes before; a plain 1 may be a count.
        let share = figure.is_rounded() && figure.unit.factor() < 1.0;
        let own = if share { own.min(WHOLE) } else { own };
        let open = together(&parts).max(own) + self.check.tolerance + SLACK;
        let plain = figure.unit.dimension() == Dimension::default();
        (whole && plain && tree.is_sum()).then_some(open)
    }

    /// What the rounding of each part of a sum leaves open.
    pub(super) fn roundings(&self) -> Option<Vec<f64>> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return None;
        };
        let open = tree.names().into_iter().map(|name| {
            let input = self.claim.inputs.get(name);
            input.map_or(0.0, |input| input.rounding)
        });
        tree.is_sum().then(|| open.collect())
    }

    /// Inputs whose unit was written for another, where the check measures something else.
    pub(super) fn of_inputs(&self, figure: &Figure) -> Vec<Slip> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return Vec::new();
        };
        let mut slips = Vec::new();
        for name in tree.names() {
            let Some(input) = self.claim.inputs.get(name) else {
                continue;
            };
            for unit in input.unit.confused() {
                let value = input.values.0 / input.unit.factor() * unit.factor();
                let dimension = unit.dimension();
                let found = tree.evaluate(&|other| {
                    if other == name {
                        Some(Quantity { value, dimension })
                    } else {
                        self.find(other, &[])
                    }
                });
                let fits = found.is_some_and(|found| {
                    same_but_for_gpus(&found.dimension, &figure.unit.dimension())
                        && loosely(figure, found.value, found.value)
                });
                if fits {
                    slips.push(Slip::InputUnit {
                        input: name.to_owned(),
                        from: input.unit.to_string(),
                        to: unit.to_string(),
                    });
                }
            }
        }
        slips
    }

    /// Every mistake that would explain the figure.
    pub(super) fn slips(
        &self,
        figure: &Figure,
        low: f64,
        high: f64,
        dimension: &Dimension,
    ) -> Vec<Slip> {
        // Whatever is small rounds to nothing, and nobody rounds the whole.
        let whole = self.parts_of_whole(figure).is_some();
        if figure.bound != Bound::Exactly || figure.values() == (0.0, 0.0) || whole {
            return Vec::new();
        }
        let value = low / figure.unit.factor();
        let exact = low.to_bits() == high.to_bits();
        let digits = figure.printed.0.digits.max(1);
        let printed = figure.printed.0.value;
        let rounded = || Number::rounded(value, digits) - printed;
        let single = figure.printed.0 == figure.printed.1;
        // To one digit 149 is 100 as well, which no reader takes for rounding.
        let near = deviation(figure, low, high).abs() < COARSE;
        let shortened = if exact && single && near && rounded().abs() <= SLACK * printed.abs() {
            Some(Slip::RoundedTooFar { digits, value })
        } else if exact && cut_off(figure, low) {
            Some(Slip::CutOff { value })
        } else {
            None
        };
        // One shortening explains a figure better than another slip with digits cut off as well.
        let fits = |factor: f64| match shortened {
            Some(_) => holds(figure, 0.0, low * factor, high * factor),
            None => loosely(figure, low * factor, high * factor),
        };
        let mut slips = units(figure, low, high, dimension);
        if slips.is_empty() {
            let factors = ORDERS.iter().flat_map(|order| [*order, 1.0 / order]);
            let found = factors.filter(|factor| fits(*factor) && close(figure, value * *factor));
            slips.extend(found.map(|factor| Slip::PowerOfTen { factor }));
        }
        let names = self.check.names();
        let inputs = || {
            names
                .iter()
                .filter_map(|name| Some((*name, self.claim.inputs.get(*name)?)))
        };
        let timed = figure.unit.has_time() || inputs().any(|(_, input)| input.unit.has_time());
        // Other hours are as little as a digit is, and fit a figure of two by chance.
        if timed && shortened.is_none() {
            let monthly =
                figure.unit.has_months() || inputs().any(|(_, input)| input.unit.has_months());
            // Twelve months of 720 hours are a year of 8,640: it is told in what is counted.
            let lengths: [(f64, &[f64]); 2] = if monthly {
                [(730.0, &[720.0, 744.0]), (8760.0, &[8784.0, 8766.0])]
            } else {
                [(8760.0, &[8640.0, 8784.0, 8766.0]), (730.0, &[744.0])]
            };
            for (here, others) in lengths {
                for other in others {
                    if fits(other / here) || fits(here / other) {
                        slips.push(Slip::Hours { here, fits: *other });
                    }
                }
            }
        }
        self.of_several(figure, &fits, &mut slips);
        self.of_shares(figure, &mut slips);
        self.of_sparsity(figure, &mut slips);
        self.of_conventions(figure, &mut slips);
        let plain = *dimension == Dimension::default();
        if plain && exact && low != 0.0 && loosely(figure, 1.0 / low, 1.0 / low) {
            slips.push(Slip::Inverted { value });
        }
        if fits(-1.0) && !slips.contains(&Slip::NegativeBase) {
            slips.push(Slip::Sign);
        }
        // What another slip gives to the printed digit is no matter of rounding.
        match shortened {
            Some(shortened) if slips.is_empty() => vec![shortened],
            _ => slips,
        }
    }

    /// One GPU for a server, one for all.
    pub(super) fn of_several(
        &self,
        figure: &Figure,
        fits: &dyn Fn(f64) -> bool,
        slips: &mut Vec<Slip>,
    ) {
        let names = self.check.names();
        let counts = names
            .iter()
            .filter_map(|name| Some((*name, self.claim.inputs.get(*name)?)));
        for (name, input) in counts {
            let count = input.values.0;
            if input.unit.counts_gpus() && count > 1.0 && (fits(1.0 / count) || fits(count)) {
                slips.push(Slip::PerGpu {
                    input: name.to_owned(),
                });
            }
        }
        // A coarse figure fits eight times another one too often, and what counts no machines always
        // by chance.
        let mut units = names
            .iter()
            .filter_map(|name| Some(&self.claim.inputs.get(*name)?.unit));
        let machines = figure.unit.names_machines() || units.any(Unit::names_machines);
        let calculated = matches!(self.check.way, Way::Calculator { .. });
        if figure.printed.0.digits >= 2 && slips.is_empty() && (machines || calculated) {
            slips.extend(servers(fits));
        }
    }

    /// Per cent and percentage points, and the wrong base.
    pub(super) fn of_shares(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        let Way::Expression { tree, .. } = &self.check.way else {
            return;
        };
        let Some(value) = self.value_of(tree) else {
            return;
        };
        if let Some(change) = tree.change() {
            slips.extend(self.of_change(figure, &change, value));
        } else if let Some(growth) = tree.growth() {
            slips.extend(self.of_growth(figure, growth, value));
        } else {
            slips.extend(self.of_difference(figure, tree, value));
        }
    }

    fn value_of(&self, tree: &Expression) -> Option<f64> {
        self.evaluate(tree, &[]).ok().map(|found| found.value)
    }

    /// Of a change relative to what was before: told in points, as a ratio, relative to what is after.
    fn of_change(&self, figure: &Figure, change: &Change, value: f64) -> Vec<Slip> {
        let fits = |value: f64| loosely(figure, value, value);
        let factor = figure.unit.factor();
        let of_shares = self.is_of_shares(change);
        let ends = self
            .value_of(change.before)
            .zip(self.value_of(change.after));
        let Some((before, after)) = ends else {
            return Vec::new();
        };
        let difference = if change.falls {
            before - after
        } else {
            after - before
        };
        if figure.unit.mark() == Some(Mark::Points) {
            // The change itself, told as points.
            let points = difference / factor;
            let told = (of_shares && fits(value)).then_some(Slip::Percent { points });
            return told.into_iter().collect();
        }
        if before < 0.0 {
            return vec![Slip::NegativeBase];
        }
        // What only has the other sign is no other slip.
        if fits(-value) {
            return Vec::new();
        }
        let value = value / factor;
        let mut slips = Vec::new();
        if of_shares && fits(difference) {
            slips.push(Slip::PercentagePoints { percent: value });
        }
        if before != 0.0 && fits(after / before) {
            let falls = change.falls;
            slips.push(Slip::Ratio { value, falls });
        }
        if after != 0.0 && fits(difference / after) {
            let name = |tree: &Expression| match tree {
                Expression::Name(name) => Some(name.clone()),
                _ => None,
            };
            slips.push(Slip::Base {
                value,
                after: name(change.after),
                before: name(change.before),
            });
        }
        slips
    }

    /// Of a yearly growth: the whole of it, or that divided by the years.
    fn of_growth(
        &self,
        figure: &Figure,
        (ratio, periods): (&Expression, &Expression),
        value: f64,
    ) -> Vec<Slip> {
        let fits = |value: f64| loosely(figure, value, value);
        let Some(whole) = self.value_of(ratio).map(|ratio| ratio - 1.0) else {
            return Vec::new();
        };
        let periods = self.value_of(periods).filter(|periods| *periods > 1.0);
        let value = value / figure.unit.factor();
        let told = [
            (false, fits(whole)),
            (true, periods.is_some_and(|periods| fits(whole / periods))),
        ];
        let told = told.into_iter().filter(|(_, fits)| *fits);
        told.map(|(divided, _)| Slip::Growth { value, divided })
            .collect()
    }

    /// Of a difference of shares: told relative to one of them.
    fn of_difference(&self, figure: &Figure, tree: &Expression, value: f64) -> Option<Slip> {
        let (left, right) = tree.difference()?;
        let fits = |value: f64| loosely(figure, value, value);
        let found = self.evaluate(left, &[]).ok()?;
        if found.dimension != Dimension::default() {
            return None;
        }
        // What a rise is relative to stands right, what a fall is relative to left.
        let relative = |of: &Expression| {
            let (tree, of) = (Box::new(tree.clone()), Box::new(of.clone()));
            self.value_of(&Expression::Binary(Operator::Divide, tree, of))
        };
        // A fall told as a positive figure may be written either way round.
        let parts = || [right, left].into_iter().filter_map(relative);
        let points = value / figure.unit.factor();
        if parts().any(fits) {
            Some(Slip::Percent { points })
        } else if parts().any(|part| fits(-part)) {
            Some(Slip::Percent { points: -points })
        } else {
            None
        }
    }

    /// Whether a figure may be a share, whose differences are percentage points: 4 and 2 are none.
    pub(super) fn in_shares(&self, tree: &Expression) -> bool {
        let mut inputs = tree
            .names()
            .into_iter()
            .filter_map(|name| self.claim.inputs.get(name));
        let percent = inputs.any(|input| input.unit.factor() < 1.0);
        let value = self.evaluate(tree, &[]).map(|found| found.value);
        percent || value.is_ok_and(|value| (0.0..=1.0).contains(&value))
    }

    pub(super) fn of_sparsity(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        for name in self.check.names() {
            let Some(path) = self
                .claim
                .inputs
                .get(name)
                .and_then(|input| input.reference.as_ref())
            else {
                continue;
            };
            let Some((other, cited)) = catalogue::other_sparsity(path)
                .and_then(|other| Some((other.clone(), catalogue::find(&other)?)))
            else {
                continue;
            };
            let factor = Unit::parse(cited.unit).map_or(1.0, |unit| unit.factor());
            let found = self.compute(&[(name, cited.value * factor)], None);
            if found.is_ok_and(|found| loosely(figure, found.value, found.value)) {
                slips.push(Slip::Sparsity {
                    input: name.to_owned(),
                    fits: other,
                });
            }
        }
    }

    pub(super) fn of_conventions(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        let Way::Calculator { entry, .. } = &self.check.way else {
            return;
        };
        for parameter in entry.description.parameters {
            let Kind::Choice(words) = parameter.kind else {
                continue;
            };
            for word in words {
                let found = self.compute(&[], Some((parameter.name, word)));
                if found.is_ok_and(|found| loosely(figure, found.value, found.value)) {
                    slips.push(Slip::Convention {
                        parameter: parameter.name,
                        word,
                    });
                }
            }
        }
    }

    /// What each input alone would have to be for the printed figure.
    pub(super) fn remedies(&self, figure: &Figure) -> Vec<Remedy> {
        let (target, end) = figure.values();
        if target.to_bits() != end.to_bits() {
            return Vec::new();
        }
        let mut remedies = Vec::new();
        for name in self.check.names() {
            let Some(input) = self.claim.inputs.get(name) else {
                continue;
            };
            let (value, other) = input.values;
            if value <= 0.0 || value.to_bits() != other.to_bits() {
                continue;
            }
            let at = |x: f64| {
                let found = self.compute(&[(name, x)], None).ok()?;
                Some(found.value)
            };
            let found = Scan::new(&at, value / 100.0, value * 100.0).roots(target);
            let distance = |x: &f64| libm::log(*x / value).abs();
            let nearest = found
                .into_iter()
                .min_by(|a, b| distance(a).total_cmp(&distance(b)));
            // At a bound that is not to be reached, the figure as given is no remedy.
            if let Some(x) = nearest.filter(|x| distance(x) > SLACK) {
                remedies.push(Remedy {
                    input: name.to_owned(),
                    value: x / input.unit.factor(),
                    unit: input.unit.to_string(),
                    change: x / value - 1.0,
                });
            }
        }
        remedies.sort_by(|a, b| a.change.abs().total_cmp(&b.change.abs()));
        remedies
    }
}

/// Whether a figure of one digit, which fits something of any other order, is near it as well.
fn close(figure: &Figure, value: f64) -> bool {
    let printed = figure.printed.0;
    let ranged = printed != figure.printed.1;
    ranged || printed.digits >= 2 || (printed.value / value - 1.0).abs() <= CONTRADICTION
}

/// A server where it should be one GPU, or the other way round; a factor of a server's GPUs fits.
fn servers(fits: &dyn Fn(f64) -> bool) -> Option<Slip> {
    SERVERS.into_iter().find_map(|gpus| {
        let (whole, one) = (fits(gpus), fits(1.0 / gpus));
        (whole || one).then_some(Slip::Server {
            gpus,
            of_server: whole,
        })
    })
}

/// A figure of a server where one of a GPU is computed, or the other way round.
pub(super) fn per_server(figure: &Figure, low: f64, high: f64, dimension: &Dimension) -> Vec<Slip> {
    let fits = |factor: f64| loosely(figure, low * factor, high * factor);
    let machines = same_but_for_servers(&figure.unit.dimension(), dimension);
    let found = if machines { servers(&fits) } else { None };
    found.into_iter().collect()
}

/// Other units in which the figure fits.
pub(super) fn units(figure: &Figure, low: f64, high: f64, dimension: &Dimension) -> Vec<Slip> {
    fitting(figure.unit.confused(), figure, low, high, dimension)
}

/// The figure a year, or not a year, in which it fits.
pub(super) fn timed(figure: &Figure, low: f64, high: f64, dimension: &Dimension) -> Vec<Slip> {
    fitting(figure.unit.timed(), figure, low, high, dimension)
}

fn fitting(
    others: Vec<Unit>,
    figure: &Figure,
    low: f64,
    high: f64,
    dimension: &Dimension,
) -> Vec<Slip> {
    let own = same_but_for_gpus(&figure.unit.dimension(), dimension);
    let (mut slips, mut factors) = (Vec::new(), Vec::new());
    for unit in others {
        let same = same_but_for_gpus(&unit.dimension(), dimension);
        let other = Figure {
            unit: unit.clone(),
            ..figure.clone()
        };
        // `thousand kW` says no more than `MW`.
        let told = |factor: f64| (factor / unit.factor() - 1.0).abs() < SLACK;
        let fits = loosely(&other, low, high) && (!own || close(figure, low / unit.factor()));
        if same && !factors.iter().any(|factor| told(*factor)) && fits {
            factors.push(unit.factor());
            slips.push(Slip::Unit {
                from: figure.unit.to_string(),
                to: unit.to_string(),
                value: own.then(|| low / figure.unit.factor()),
                value_in_other: low / unit.factor(),
            });
        }
    }
    slips
}
