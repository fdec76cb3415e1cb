//! One check computed, and solved for what the article leaves out.

use super::fit::{Fit, deviation, fit, holds, loosely};
use super::given;
use super::slips::{per_server, timed, units};
use super::{CONTRADICTION, SLACK};
use crate::article::expression::{Change, Expression, Operator};
use crate::article::format::{Bound, Check, Claim, Figure, Way};
use crate::article::report::{Assumption, CheckReport, Outcome, Range, Slip, Status, Taken};
use crate::article::solve::Scan;
use crate::article::{Quantity, json};
use crate::calculators::Single;
use crate::catalog;
use crate::error::CalculatorError;
use crate::printed::unit::{Dimension, Mark, Unit, same_but_for_gpus, usual, written};
use crate::table::{Found, Kind, Parameter};
use crate::value::{Record, Value};

/// How far beyond its bounds an unknown is looked for, as a ratio.
const FARTHER: f64 = 1000.0;

/// Why a check has no number.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// A calculator's reason.
    Never(String),
    /// What a calculator refused.
    Refused(CalculatorError),
    /// A division by 0 or the like.
    NoNumber,
}

/// Values that stand in for those of a claim's inputs.
pub(super) type Instead<'a> = &'a [(&'a str, f64)];

/// A check of a claim.
pub(super) struct Bench<'a> {
    pub(super) claim: &'a Claim,
    pub(super) check: &'a Check,
}

impl Bench<'_> {
    /// What a name stands for; the unknown has no value of its own.
    pub(super) fn find(&self, name: &str, instead: Instead) -> Option<Quantity> {
        let unknown = self.check.unknown.as_ref();
        let quantity = if let Some(unknown) = unknown.filter(|unknown| unknown.name == name) {
            Quantity {
                value: f64::NAN,
                dimension: unknown.unit.dimension(),
            }
        } else if let Some(input) = self.claim.inputs.get(name) {
            input.quantity()
        } else {
            let figure = self.claim.stated.get(name)?;
            Quantity {
                value: figure.values().0,
                dimension: figure.unit.dimension(),
            }
        };
        let value = instead.iter().find(|(other, _)| *other == name);
        Some(Quantity {
            value: value.map_or(quantity.value, |(_, value)| *value),
            ..quantity
        })
    }

    pub(super) fn evaluate(
        &self,
        tree: &Expression,
        instead: Instead,
    ) -> Result<Quantity, Trouble> {
        let found = tree.evaluate(&|name| self.find(name, instead));
        found
            .filter(|found| found.value.is_finite())
            .ok_or(Trouble::NoNumber)
    }

    /// What the check gives with some inputs other than given, and a calculator's choice of words.
    pub(super) fn compute(
        &self,
        instead: Instead,
        word: Option<(&str, &'static str)>,
    ) -> Result<Quantity, Trouble> {
        match &self.check.way {
            Way::Expression { tree, .. } => match self.as_stated(tree) {
                Some(tree) => self.evaluate(&tree, instead),
                None => self.evaluate(tree, instead),
            },
            Way::Calculator {
                entry,
                output,
                unit,
                ..
            } => {
                let input = self.input(instead, word)?;
                let value = run(entry, &input, output)?;
                Ok(Quantity {
                    value: value * unit.factor(),
                    dimension: unit.dimension(),
                })
            }
        }
    }

    /// A change as the figure tells it, where that is another way than the expression's: of two shares
    /// in percentage points, and a fall as so much less.
    fn as_stated(&self, tree: &Expression) -> Option<Expression> {
        let figure = self.figure()?;
        let change = tree.change()?;
        let falls = figure.quantity.is_some_and(|(name, ..)| name == "fall");
        let minus = |expression: &Expression| Expression::Negative(Box::new(expression.clone()));
        if figure.unit.mark() == Some(Mark::Points) {
            if !self.is_of_shares(&change) {
                return None;
            }
            let (before, after) = (change.before.clone(), change.after.clone());
            let rise = Expression::Binary(Operator::Subtract, Box::new(after), Box::new(before));
            let down = change.falls || falls;
            return Some(if down { minus(&rise) } else { rise });
        }
        (falls && !change.falls).then(|| minus(tree))
    }

    /// Whether both figures of a change are shares, whose difference is in percentage points.
    pub(super) fn is_of_shares(&self, change: &Change) -> bool {
        let plain = |tree: &Expression| {
            let found = self.evaluate(tree, &[]).ok();
            found.is_some_and(|found| found.dimension == Dimension::default())
        };
        plain(change.before) && self.in_shares(change.before) && self.in_shares(change.after)
    }

    /// Whether what a check gives measures what the figure does. Articles leave out "per GPU": that
    /// counts as said where one of the figures may have left it out.
    fn measures(&self, figure: &Unit, found: &Dimension) -> bool {
        let own = figure.dimension();
        own == *found || (same_but_for_gpus(&own, found) && self.may_omit_gpus())
    }

    fn may_omit_gpus(&self) -> bool {
        let Way::Expression { tree, .. } = &self.check.way else {
            return true;
        };
        let omits = |unit: &Unit| {
            let share = unit.dimension() == Dimension::default() && unit.factor() < 1.0;
            !unit.names_machines() && !unit.counts_time() && !share
        };
        tree.has_count()
            || tree.names().into_iter().any(|name| {
                let input = self.claim.inputs.get(name).map(|input| &input.unit);
                let unit = input.or_else(|| Some(&self.claim.stated.get(name)?.unit));
                let unknown = self.check.unknown.as_ref().map(|unknown| &unknown.unit);
                unit.or(unknown).is_some_and(omits)
            })
    }

    /// What the calculator is given.
    pub(super) fn input(
        &self,
        instead: Instead,
        word: Option<(&str, &'static str)>,
    ) -> Result<Value, Trouble> {
        let Way::Calculator { input, .. } = &self.check.way else {
            return Err(Trouble::NoNumber);
        };
        let number = |tree: &Expression| self.evaluate(tree, instead).map(|found| found.value);
        let mut filled = input.fill(&number)?;
        if let (Some((name, word)), Value::Record(record)) = (word, &mut filled) {
            let others = record.iter().filter(|(other, _)| *other != name);
            let mut changed = Record::new();
            for (name, value) in others {
                changed.push(name, value.clone());
            }
            changed.push(name.to_owned(), word);
            filled = changed.into();
        }
        Ok(filled)
    }

    /// What the check gives over all ends of its ranges; `rounded` are those of what its printed
    /// figures stand for.
    pub(super) fn corners(&self, rounded: bool) -> Result<(f64, f64, Dimension), Trouble> {
        let names = self.check.names();
        let ends = |name: &str| {
            let ((from, to), open) = if let Some(input) = self.claim.inputs.get(name) {
                (input.values, input.rounding)
            } else {
                let figure = self.claim.stated.get(name)?;
                (figure.values(), figure.rounding)
            };
            let (down, up) = if rounded && open > 0.0 {
                self.room(name, (from, to), open)
            } else {
                (0.0, 0.0)
            };
            Some((from - down, to + up))
        };
        let ranges: Vec<(&str, (f64, f64))> = names
            .iter()
            .filter_map(|name| Some((*name, ends(name)?)))
            .filter(|(_, (low, high))| low < high)
            .take(8)
            .collect();
        let (mut low, mut high, mut dimension) = if rounded {
            self.corners(false)?
        } else {
            (f64::INFINITY, f64::NEG_INFINITY, Dimension::default())
        };
        for corner in 0..1_u32 << ranges.len() {
            let instead: Vec<_> = ranges
                .iter()
                .enumerate()
                .map(|(index, (name, (from, to)))| {
                    (*name, if corner >> index & 1 == 0 { *from } else { *to })
                })
                .collect();
            let found = match self.compute(&instead, None) {
                Ok(found) => found,
                // What 100% stands for is more than a calculator takes.
                Err(_) if rounded => continue,
                Err(trouble) => return Err(trouble),
            };
            low = low.min(found.value);
            high = high.max(found.value);
            dimension = found.dimension;
        }
        Ok((low, high, dimension))
    }

    /// How far a printed figure may lie from what is printed, downward and upward: no farther than
    /// the claim's other checks agree, for it is one figure in all of them.
    fn room(&self, name: &str, (from, to): (f64, f64), open: f64) -> (f64, f64) {
        let others = self.claim.checks.iter().filter(|other| {
            !std::ptr::eq(*other, self.check)
                && other.unknown.is_none()
                && other.names().contains(&name)
        });
        let benches: Vec<(Bench, &Figure)> = others
            .map(|check| Bench {
                claim: self.claim,
                check,
            })
            .filter_map(|bench| {
                let figure = self.claim.stated.get(bench.check.figure.as_ref()?)?;
                Some((bench, figure))
            })
            .collect();
        let agrees = |(bench, figure): &(Bench, &Figure), x: f64| {
            let found = bench.compute(&[(name, x)], None);
            found.is_ok_and(|found| holds(figure, bench.check.tolerance, found.value, found.value))
        };
        let far = |start: f64, side: f64| {
            let bound = benches.iter().filter(|bench| agrees(bench, start));
            let bound: Vec<_> = bound.collect();
            let all = |part: f64| {
                let x = start + side * part * open;
                bound.iter().all(|bench| agrees(bench, x))
            };
            let (mut near, mut far) = (0.0, 1.0);
            if all(far) {
                return open;
            }
            for _ in 0..20 {
                let middle = f64::midpoint(near, far);
                if all(middle) {
                    near = middle;
                } else {
                    far = middle;
                }
            }
            near * open
        };
        (far(from, -1.0), far(to, 1.0))
    }

    /// The weakest of the figures that the check rests on.
    pub(super) fn basis(&self) -> Status {
        let names = self.check.names();
        let status = names
            .iter()
            .filter_map(|name| Some(self.claim.inputs.get(*name)?.status));
        status.max().unwrap_or(Status::Article)
    }

    /// What the calculator takes by itself for the parameters that the file does not give and that
    /// decide the result: with what else is usual for them it is another by a tenth, which would make
    /// a contradiction. Zeros leave something out, and words are conventions: neither is a figure.
    pub(super) fn taken(&self) -> Vec<Taken> {
        let Way::Calculator { entry, output, .. } = &self.check.way else {
            return Vec::new();
        };
        let unknown = self.check.unknown.as_ref();
        let instead: Vec<_> = unknown
            .map(|unknown| {
                let (from, to) = unknown.between;
                (unknown.name.as_str(), f64::midpoint(from, to))
            })
            .into_iter()
            .collect();
        let Ok(Value::Record(given)) = self.input(&instead, None) else {
            return Vec::new();
        };
        let preset = given.get("preset").and_then(Value::as_text);
        let preset = preset.and_then(catalog::preset);
        let of_preset = |name: &str| {
            let mut values = preset?.values.iter();
            values
                .find(|(other, _)| *other == name)
                .map(|(_, value)| *value)
        };
        let with = |parameter: &Parameter, value: f64| {
            let mut changed = given.clone();
            changed.push(parameter.name, value);
            run(entry, &changed.into(), output)
        };
        let found = match run(entry, &given.clone().into(), output) {
            Ok(found) => Some(found),
            Err(Trouble::Never(_)) => None,
            Err(_) => return Vec::new(),
        };
        let decides = |parameter: &Parameter| {
            let Some(found) = found else {
                // With another figure there would be an answer.
                let ends = [parameter.min, parameter.max];
                return ends.into_iter().any(|end| with(parameter, end).is_ok());
            };
            let usual = [parameter.window.0, parameter.window.1];
            usual.into_iter().any(|end| {
                let other = with(parameter, end);
                other.is_ok_and(|other| (other - found).abs() > CONTRADICTION * found.abs())
            })
        };
        let parameters = entry.description.parameters.iter();
        parameters
            .filter(|parameter| {
                let isnt_given = given.get(parameter.name).is_none();
                isnt_given && !matches!(parameter.kind, Kind::Choice(_))
            })
            .filter_map(|parameter| {
                let value = of_preset(parameter.name).or(parameter.default)?;
                let is_figure = value != 0.0 && decides(parameter);
                is_figure.then(|| {
                    let is_part = matches!(parameter.kind, Kind::Fraction);
                    Taken {
                        parameter: parameter.name,
                        value: if is_part { 100.0 * value } else { value },
                        unit: if is_part { "%" } else { parameter.unit },
                    }
                })
            })
            .collect()
    }

    pub(super) fn figure(&self) -> Option<&Figure> {
        self.claim.stated.get(self.check.figure.as_ref()?)
    }

    pub(super) fn report(&self) -> CheckReport {
        let (expression, calculator, output) = match &self.check.way {
            Way::Expression { text, .. } => (Some(text.clone()), None, None),
            Way::Calculator { entry, output, .. } => {
                (None, Some(entry.description.name), Some(output.clone()))
            }
        };
        let taken = self.taken();
        let mut report = CheckReport {
            figure: self.check.figure.clone(),
            label: self.check.label.clone(),
            outcome: Outcome::Computed,
            basis: if taken.is_empty() {
                self.basis()
            } else {
                Status::Assumed
            },
            taken,
            expression,
            calculator,
            input: self.input(&[], None).ok().map(|input| json::out(&input)),
            output,
            recomputed: None,
            left_open: None,
            unit: self
                .figure()
                .map_or_else(String::new, |figure| figure.unit.to_string()),
            deviation: None,
            assumption: None,
            slips: Vec::new(),
            would_hold: Vec::new(),
            reason: None,
        };
        match (self.figure(), &self.check.unknown) {
            (Some(figure), Some(_)) => self.solve(figure, &mut report),
            (figure, _) => self.recompute(figure, &mut report),
        }
        report
    }

    /// The unit to tell the result in, as it is written and how many base units it is: the figure's
    /// where that measures the same, that which the check asks for, that of a figure it rests on; else
    /// the usual one.
    pub(super) fn told_in(&self, low: f64, high: f64, dimension: &Dimension) -> (f64, String) {
        let figure = self.figure().map(|figure| &figure.unit);
        let figure = figure.filter(|unit| self.measures(unit, dimension));
        let own = match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit),
            Way::Expression { .. } => None,
        };
        let names = self.check.names();
        let inputs = names
            .iter()
            .filter_map(|name| Some(&self.claim.inputs.get(*name)?.unit));
        let mut given = inputs.filter(|unit| unit.dimension() == *dimension && !unit.is_plain());
        let asked = self.check.unit.as_ref().or(own);
        let asked = asked.filter(|unit| same_but_for_gpus(&unit.dimension(), dimension));
        let mut stated = self.claim.stated.values().map(|figure| &figure.unit);
        let unit = figure
            .or(asked)
            .or_else(|| stated.find(|unit| unit.dimension() == *dimension))
            .or_else(|| given.next())
            .cloned()
            .or_else(|| self.percent(low, high, dimension))
            .or_else(|| usual(dimension, low.abs().max(high.abs())));
        unit.map_or_else(
            || (1.0, written(dimension)),
            |unit| (unit.factor(), unit.to_string()),
        )
    }

    /// Per cent, for a change or a part of something.
    fn percent(&self, low: f64, high: f64, dimension: &Dimension) -> Option<Unit> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return None;
        };
        let part = tree.is_ratio() && low >= 0.0 && high < 1.0;
        let share = part || tree.change().is_some() || tree.growth().is_some();
        (share && *dimension == Dimension::default()).then(|| Unit::parse("%"))?
    }

    pub(super) fn recompute(&self, figure: Option<&Figure>, report: &mut CheckReport) {
        let (low, high, dimension) = match self.corners(false) {
            Ok(found) => found,
            Err(trouble) => return fail(trouble, figure.is_some(), report),
        };
        let (factor, unit) = self.told_in(low, high, &dimension);
        let told = |from: f64, to: f64| Range {
            from: from / factor,
            to: to / factor,
        };
        report.unit = unit;
        report.recomputed = Some(told(low, high));
        let Some(figure) = figure else { return };
        if !self.measures(&figure.unit, &dimension) {
            return self.wrong_unit(figure, low, high, &dimension, report);
        }
        if figure.unit.mark() == Some(Mark::Points) && self.is_relative() {
            return not_in_points(figure, low, high, report);
        }
        let whole = self.parts_of_whole(figure);
        let fit = match whole {
            // Shares that were rounded one by one need not make 100 %, but 10 成 are no 10.5.
            Some(open) if (low - 1.0).abs() <= open && (high - 1.0).abs() <= open => {
                fit(figure, self.check.tolerance, 1.0, 1.0)
            }
            Some(_) if figure.bound == Bound::Exactly => Fit::Nowhere,
            _ => fit(figure, self.check.tolerance, low, high),
        };
        if fit != Fit::Nowhere {
            if let Some(open) = whole
                && !holds(figure, self.check.tolerance, low, high)
            {
                report.left_open = Some(told(low - open, high + open));
            }
            return self.fitting(figure, fit, low, high, report);
        }
        let deviation = deviation(figure, low, high);
        report.deviation = Some(deviation).filter(|deviation| deviation.is_finite());
        let large = deviation.abs() >= CONTRADICTION - SLACK;
        let slips = self.slips(figure, low, high, &dimension);
        let in_points = |slip: &Slip| matches!(slip, Slip::PercentagePoints { .. });
        // From 4% to 5%, told as 1%, is not rounding.
        if whole.is_none()
            && !(large && slips.iter().any(in_points))
            && let Some((from, to)) = self.left_open(figure)
        {
            report.left_open = Some(told(from, to));
            let sure = !large && self.likely(figure, low) && self.basis() != Status::Assumed;
            report.outcome = if sure {
                Outcome::Agrees
            } else {
                Outcome::Assumes
            };
            return;
        }
        self.differing(figure, large, slips, report);
    }

    /// A figure that fits all of what was worked out, or a part.
    fn fitting(&self, figure: &Figure, fit: Fit, low: f64, high: f64, report: &mut CheckReport) {
        if fit == Fit::Everywhere
            && let Some(slip) = self.uneven_ends(figure, low, high)
        {
            report.slips.push(slip);
            report.outcome = Outcome::Differs;
            return;
        }
        report.deviation = Some(0.0);
        report.slips.extend(far_within(figure, low, high));
        // What is true of a part of the range holds only where that part does.
        // Nor does what the file assumes; what the calculator takes by itself may well be what
        // the article means, once it comes to the same.
        let all = fit == Fit::Everywhere && self.basis() != Status::Assumed;
        report.outcome = if all {
            Outcome::Agrees
        } else {
            Outcome::Assumes
        };
    }

    /// A figure that is farther off than rounding leaves open, and what would make it hold.
    fn differing(&self, figure: &Figure, large: bool, slips: Vec<Slip>, report: &mut CheckReport) {
        if let Some(input) = self.only_bounded(figure) {
            report.slips = [Slip::Bounded { input }].into();
            report.outcome = Outcome::Assumes;
            return;
        }
        report.slips = slips;
        report.would_hold = self.remedies(figure);
        let small = |slip: &Slip| {
            matches!(
                slip,
                Slip::RoundedTooFar { .. }
                    | Slip::CutOff { .. }
                    | Slip::Hours { .. }
                    | Slip::Convention { .. }
                    | Slip::NegativeBase
            )
        };
        // As printed, 0.9 is a tenth less than 1.
        let mild = report.slips.iter().any(small)
            || matches!(report.basis, Status::Estimated | Status::Assumed);
        report.outcome = if large && !mild {
            Outcome::Contradicted
        } else {
            Outcome::Differs
        };
    }

    /// Whether it is a change relative to something, or a rate of growth, and not told in points.
    fn is_relative(&self) -> bool {
        let Way::Expression { tree, .. } = &self.check.way else {
            return false;
        };
        let relative = tree.change().is_some() || tree.growth().is_some();
        relative && self.as_stated(tree).is_none()
    }

    /// An end of a stated range that is not that of the range worked out, rounded outward at most: where
    /// the article gives both what it follows from and what follows, all of it has to follow.
    fn uneven_ends(&self, figure: &Figure, low: f64, high: f64) -> Option<Slip> {
        let (from, to) = figure.values();
        let ranges = from < to && low < high;
        let own = self.basis() == Status::Article && self.taken().is_empty();
        if !ranges || !own || figure.bound != Bound::Exactly || !figure.is_rounded() {
            return None;
        }
        let (down, up) = match self.corners(true) {
            Ok((least, greatest, _)) => (low - least, greatest - high),
            Err(_) => (0.0, 0.0),
        };
        let factor = figure.unit.factor();
        let meets = |stated: f64, found: f64, place: f64, open: f64| {
            let room = (self.check.tolerance + NEAR_END) * found.abs() + open;
            (stated - found).abs() < (place * factor).max(room)
        };
        let (first, last) = figure.printed;
        let lower = meets(from, low, first.place(), down);
        let upper = meets(to, high, last.place(), up);
        (!lower || !upper).then_some(Slip::Ends { lower, upper })
    }

    /// Whether the roundings of the parts of a sum are likely to add up to as much: within two
    /// standard deviations of as many roundings.
    fn likely(&self, figure: &Figure, value: f64) -> bool {
        let Some(parts) = self.roundings() else {
            return true;
        };
        let (from, to) = figure.interval();
        let away = (from - value).max(value - to).max(0.0);
        away <= together(&parts) + self.check.tolerance * value.abs() + SLACK
    }

    /// An input that the article only bounds, where with more, or less, of it the figure would fit.
    fn only_bounded(&self, figure: &Figure) -> Option<String> {
        let names = self.check.names();
        let mut inputs = names
            .iter()
            .filter_map(|name| Some((*name, self.claim.inputs.get(*name)?)));
        inputs.find_map(|(name, input)| {
            let far = match input.bound {
                Bound::Exactly => return None,
                Bound::AtLeast | Bound::Above => input.values.1 * FARTHER,
                Bound::AtMost | Bound::Below => input.values.0 / FARTHER,
            };
            let ends = [input.values.0, far].map(|x| self.compute(&[(name, x)], None));
            let [Ok(near), Ok(far)] = ends else {
                return None;
            };
            let (low, high) = (near.value.min(far.value), near.value.max(far.value));
            let fits = fit(figure, self.check.tolerance, low, high) != Fit::Nowhere;
            fits.then(|| name.to_owned())
        })
    }

    /// What a check gives that measures something else than the figure does.
    fn wrong_unit(
        &self,
        figure: &Figure,
        low: f64,
        high: f64,
        dimension: &Dimension,
        report: &mut CheckReport,
    ) {
        report.outcome = Outcome::WrongUnit;
        report.slips = units(figure, low, high, dimension);
        if report.slips.is_empty() {
            report.slips = per_server(figure, low, high, dimension);
        }
        if report.slips.is_empty() {
            report.slips = self.of_inputs(figure);
        }
        let alike = timed(figure, low, high, dimension);
        if report.slips.is_empty() {
            report.slips.clone_from(&alike);
        }
        // What fits is told in the unit in which it does: 744 万元 an hour beside 744 万元.
        let mut fitting = report.slips.iter().chain(&alike);
        let unit = fitting.find_map(|slip| match slip {
            Slip::Unit { to, .. } => Some(to.clone()),
            _ => None,
        });
        if let Some(to) = unit
            && let Some(unit) = Unit::parse(&to)
        {
            report.recomputed = Some(Range {
                from: low / unit.factor(),
                to: high / unit.factor(),
            });
            report.unit = to;
        }
    }

    /// What the rounding of the printed inputs leaves open, where the figure fits that.
    fn left_open(&self, figure: &Figure) -> Option<(f64, f64)> {
        let (low, high, _) = self.corners(true).ok()?;
        let fits = fit(figure, self.check.tolerance, low, high) != Fit::Nowhere;
        fits.then_some((low, high))
    }

    /// What the unknown must be.
    pub(super) fn solve(&self, figure: &Figure, report: &mut CheckReport) {
        let Some(unknown) = &self.check.unknown else {
            return;
        };
        let name = unknown.name.as_str();
        let at = |x: f64| {
            self.compute(&[(name, x)], None)
                .ok()
                .map(|found| found.value)
        };
        let dimension = self.dimension();
        if let Some(dimension) = dimension
            && !self.measures(&figure.unit, &dimension)
        {
            report.outcome = Outcome::WrongUnit;
            report.unit = written(&dimension);
            return;
        }
        let right = |value: f64| holds(figure, self.check.tolerance, value, value);
        let fits = |x: f64| at(x).is_some_and(right);
        let (from, to) = unknown.between;
        let scan = Scan::new(&at, from, to);
        let known = unknown.known.as_ref().map(|known| known.values.0);
        let value = root(&scan, figure, known.unwrap_or(from));
        let bounds = [from, to].into_iter().filter(|end| fits(*end));
        let holds = ends(&scan, figure, bounds);
        report.outcome = if scan.always(&right) {
            Outcome::Agrees
        } else if holds.is_some() || value.is_some() {
            Outcome::Assumes
        } else {
            // It was looked for between the file's bounds alone, which are not the article's.
            report.reason = Some("outOfReach".to_owned());
            Outcome::Differs
        };
        let out = report.outcome == Outcome::Differs;
        let beyond = if out {
            beyond(figure, &at, (from, to))
        } else {
            None
        };
        report.recomputed = known.and_then(at).map(|found| {
            let value = found / figure.unit.factor();
            Range {
                from: value,
                to: value,
            }
        });
        let factor = unknown.unit.factor();
        let told = |(from, to): (f64, f64)| Range {
            from: from / factor,
            to: to / factor,
        };
        report.assumption = Some(Assumption {
            name: unknown.name.clone(),
            label: unknown.label.clone(),
            unit: unknown.unit.to_string(),
            value: value.map(|value| value / factor),
            holds: holds.map(told),
            between: told((from, to)),
            beyond: beyond.map(|beyond| beyond / factor),
            known: unknown.known.as_ref().map(given),
            holds_as_known: known.map(fits),
        });
    }

    /// What the check measures, whatever its unknown is.
    pub(super) fn dimension(&self) -> Option<Dimension> {
        match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit.dimension()),
            Way::Expression { tree, .. } => tree
                .evaluate(&|name| self.find(name, &[]))
                .map(|found| found.dimension),
        }
    }
}

/// Where an unknown gives just the figure, nearest to another value of it; nothing of a range.
fn root(scan: &Scan, figure: &Figure, to: f64) -> Option<f64> {
    let (low, high) = figure.values();
    if low.to_bits() != high.to_bits() {
        return None;
    }
    let away = |root: &f64| (root - to).abs();
    let roots = scan.roots(low).into_iter();
    roots.min_by(|a, b| away(a).total_cmp(&away(b)))
}

/// Between which values of an unknown the figure fits, of its bounds those at which it does.
fn ends(scan: &Scan, figure: &Figure, bounds: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (from, to) = figure.values();
    let single = from.to_bits() == to.to_bits();
    let (low, high) = if single && figure.bound == Bound::Exactly {
        figure.interval()
    } else {
        (from, to)
    };
    let mut ends = scan.roots(low);
    if low < high {
        ends.extend(scan.roots(high));
    }
    ends.extend(bounds);
    ends.sort_by(f64::total_cmp);
    Some((*ends.first()?, *ends.last()?))
}

/// Where, beyond the bounds of an unknown, the figure is reached; the nearer by its ratio.
fn beyond(figure: &Figure, at: &dyn Fn(f64) -> Option<f64>, (from, to): (f64, f64)) -> Option<f64> {
    let (low, high) = figure.values();
    let ranges = [(from / FARTHER, from), (to, to * FARTHER)];
    let ranges = ranges
        .into_iter()
        .filter(|(from, to)| 0.0 < *from && from < to);
    let found = ranges.flat_map(|(from, to)| {
        let scan = Scan::new(at, from, to);
        [low, high].map(|target| scan.roots(target)).concat()
    });
    let far = |x: &f64| if *x > to { x / to } else { from / x };
    found.min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// What many roundings leave open together, two standard deviations of it: each is anywhere within its
/// half with the same chance. One alone leaves all of its own open.
pub(super) fn together(halves: &[f64]) -> f64 {
    let all: f64 = halves.iter().sum();
    let squares: f64 = halves.iter().map(|half| half * half).sum();
    (2.0 * (squares / 3.0).sqrt()).min(all)
}

/// How near an end of a range is told as another, as a ratio: 149.6 for 150.
const NEAR_END: f64 = 0.01;

/// How far, as a ratio, a figure may be beyond a bound before it is told.
const FAR: f64 = 10.0;

/// That a bound holds by far, which a slip in the unit does as well.
fn far_within(figure: &Figure, low: f64, high: f64) -> Option<Slip> {
    let (from, to) = figure.values();
    let times = match figure.bound {
        Bound::Exactly => return None,
        Bound::AtLeast | Bound::Above => low / to,
        Bound::AtMost | Bound::Below => from / high,
    };
    (times >= FAR && times.is_finite()).then_some(Slip::FarWithin { times })
}

/// Percentage points said of what is no difference of two shares.
fn not_in_points(figure: &Figure, low: f64, high: f64, report: &mut CheckReport) {
    let Some(percent) = Unit::parse("%") else {
        return;
    };
    let factor = percent.factor();
    report.unit = percent.to_string();
    report.recomputed = Some(Range {
        from: low / factor,
        to: high / factor,
    });
    report.outcome = Outcome::WrongUnit;
    if loosely(figure, low, high) {
        report.slips.push(Slip::Unit {
            from: figure.unit.to_string(),
            to: report.unit.clone(),
            value: None,
            value_in_other: low / factor,
        });
    }
}

/// The one place that calls a calculator.
fn run(entry: &Single, input: &Value, output: &str) -> Result<f64, Trouble> {
    match (entry.result)(input, output).map_err(Trouble::Refused)? {
        Some(Found::Number(number)) if number.is_finite() => Ok(number),
        Some(Found::Null(reason)) => Err(Trouble::Never(reason.as_str().to_owned())),
        _ => Err(Trouble::NoNumber),
    }
}

fn fail(trouble: Trouble, decides: bool, report: &mut CheckReport) {
    let weak = matches!(report.basis, Status::Estimated | Status::Assumed);
    report.outcome = match &trouble {
        Trouble::Refused(_) => Outcome::Impossible,
        _ if weak => Outcome::Differs,
        _ => Outcome::Never,
    };
    report.reason = Some(match trouble {
        Trouble::Never(reason) => reason,
        Trouble::Refused(error) => error.to_string(),
        Trouble::NoNumber => "noNumber".to_owned(),
    });
    if !decides {
        report.outcome = Outcome::Never;
    }
}
