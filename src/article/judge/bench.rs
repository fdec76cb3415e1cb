//! One check computed, and solved for what the article leaves out.

use super::fit::{Fit, deviation, fit, holds};
use super::given;
use super::slips::units;
use super::{CONTRADICTION, SLACK};
use crate::article::expression::Expression;
use crate::article::format::{Bound, Check, Claim, Figure, Template, Way};
use crate::article::report::{Assumption, CheckReport, Outcome, Range, Slip, Status};
use crate::article::solve::Scan;
use crate::article::{Quantity, json};
use crate::calculators::Single;
use crate::error::CalculatorError;
use crate::printed::unit::{Unit, same_but_for_gpus, written};
use crate::table::Found;
use crate::value::{Record, Value};
use std::borrow::ToOwned;
use std::string::{String, ToString};
use std::vec::Vec;

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
            Way::Expression { tree, .. } => self.evaluate(tree, instead),
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

    /// What the calculator is given.
    pub(super) fn input(
        &self,
        instead: Instead,
        word: Option<(&str, &'static str)>,
    ) -> Result<Value, Trouble> {
        let Way::Calculator { input, .. } = &self.check.way else {
            return Err(Trouble::NoNumber);
        };
        let mut filled = self.fill(input, instead)?;
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

    pub(super) fn fill(&self, template: &Template, instead: Instead) -> Result<Value, Trouble> {
        Ok(match template {
            Template::Plain(value) => value.clone(),
            Template::Expression(tree, unit) => {
                let value = self.evaluate(tree, instead)?.value / unit.factor();
                // 1,000 GPUs must stay whole after their unit was divided out.
                let whole = libm::round(value);
                let near = (value - whole).abs() <= 1e-12 * whole.abs();
                if near { whole.into() } else { value.into() }
            }
            Template::List(list) => {
                let list: Result<Vec<_>, _> =
                    list.iter().map(|inner| self.fill(inner, instead)).collect();
                list?.into()
            }
            Template::Record(record) => {
                let mut filled = Record::new();
                for (name, inner) in record {
                    filled.push(name.clone(), self.fill(inner, instead)?);
                }
                filled.into()
            }
        })
    }

    /// What the check gives over all ends of its ranges.
    pub(super) fn corners(&self) -> Result<(f64, f64, crate::printed::unit::Dimension), Trouble> {
        let names = self.check.names();
        let ends = |name: &str| match self.claim.inputs.get(name) {
            Some(input) => Some(input.values),
            None => self.claim.stated.get(name).map(Figure::values),
        };
        let ranges: Vec<(&str, (f64, f64))> = names
            .iter()
            .filter_map(|name| Some((*name, ends(name)?)))
            .filter(|(_, (low, high))| low < high)
            .take(8)
            .collect();
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut dimension = crate::printed::unit::Dimension::default();
        for corner in 0..1_u32 << ranges.len() {
            let instead: Vec<_> = ranges
                .iter()
                .enumerate()
                .map(|(index, (name, (from, to)))| {
                    (*name, if corner >> index & 1 == 0 { *from } else { *to })
                })
                .collect();
            let found = self.compute(&instead, None)?;
            low = low.min(found.value);
            high = high.max(found.value);
            dimension = found.dimension;
        }
        Ok((low, high, dimension))
    }

    /// The weakest of the figures that the check rests on.
    pub(super) fn basis(&self) -> Status {
        let names = self.check.names();
        let status = names
            .iter()
            .filter_map(|name| Some(self.claim.inputs.get(*name)?.status));
        status.max().unwrap_or(Status::Article)
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
        let mut report = CheckReport {
            figure: self.check.figure.clone(),
            label: self.check.label.clone(),
            outcome: Outcome::Computed,
            basis: self.basis(),
            expression,
            calculator,
            input: self.input(&[], None).ok().map(|input| json::out(&input)),
            output,
            recomputed: None,
            unit: self
                .unit()
                .map_or_else(String::new, |unit| unit.to_string()),
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

    /// The unit to tell the result in.
    pub(super) fn unit(&self) -> Option<Unit> {
        if let Some(figure) = self.figure() {
            return Some(figure.unit.clone());
        }
        let own = match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit),
            Way::Expression { .. } => None,
        };
        self.check.unit.as_ref().or(own).cloned()
    }

    pub(super) fn recompute(&self, figure: Option<&Figure>, report: &mut CheckReport) {
        let (low, high, dimension) = match self.corners() {
            Ok(found) => found,
            Err(trouble) => return fail(trouble, figure.is_some(), report),
        };
        let unit = self.unit();
        if unit.is_none() {
            report.unit = written(&dimension);
        }
        let factor = unit.map_or(1.0, |unit| unit.factor());
        report.recomputed = Some(Range {
            from: low / factor,
            to: high / factor,
        });
        let Some(figure) = figure else { return };
        if !same_but_for_gpus(&figure.unit.dimension(), &dimension) {
            report.outcome = Outcome::WrongUnit;
            report.recomputed = Some(Range {
                from: low,
                to: high,
            });
            report.unit = written(&dimension);
            report.slips = units(figure, low, high, &dimension);
            if report.slips.is_empty() {
                report.slips = self.of_inputs(figure);
            }
            return;
        }
        // Shares that were rounded one by one need not make 100 %.
        let (low, high) = match self.parts_of_whole(figure) {
            Some(open) if (low - 1.0).abs() <= open && (high - 1.0).abs() <= open => (1.0, 1.0),
            _ => (low, high),
        };
        let fit = fit(figure, self.check.tolerance, low, high);
        if fit != Fit::Nowhere {
            report.deviation = Some(0.0);
            // What is true of a part of the range holds only where that part does.
            let all = fit == Fit::Everywhere && report.basis != Status::Assumed;
            report.outcome = if all {
                Outcome::Agrees
            } else {
                Outcome::Assumes
            };
            return;
        }
        let deviation = deviation(figure, low, high);
        report.deviation = Some(deviation).filter(|deviation| deviation.is_finite());
        report.slips = self.slips(figure, low, high, &dimension);
        report.would_hold = self.remedies(figure);
        let small = |slip: &Slip| {
            matches!(
                slip,
                Slip::RoundedTooFar { .. }
                    | Slip::CutOff { .. }
                    | Slip::Hours { .. }
                    | Slip::Convention { .. }
            )
        };
        let mild = report.slips.iter().any(small)
            || matches!(report.basis, Status::Estimated | Status::Assumed);
        // As printed, 0.9 is a tenth less than 1.
        report.outcome = if deviation.abs() >= CONTRADICTION - SLACK && !mild {
            Outcome::Contradicted
        } else {
            Outcome::Differs
        };
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
            && !same_but_for_gpus(&figure.unit.dimension(), &dimension)
        {
            report.outcome = Outcome::WrongUnit;
            report.unit = written(&dimension);
            return;
        }
        let right = |value: f64| holds(figure, self.check.tolerance, value, value);
        let fits = |x: f64| at(x).is_some_and(right);
        let (from, to) = unknown.between;
        let scan = Scan::new(&at, from, to);
        let reach = |target: f64| scan.roots(target);
        let known = unknown.known.as_ref().map(|known| known.values.0);
        let near = |values: Vec<f64>| {
            let to = known.unwrap_or(from);
            values.into_iter().reduce(|best, value| {
                if (value - to).abs() < (best - to).abs() {
                    value
                } else {
                    best
                }
            })
        };
        let (printed_low, printed_high) = figure.values();
        let single = printed_low.to_bits() == printed_high.to_bits();
        let (low, high) = if single && figure.bound == Bound::Exactly {
            figure.interval()
        } else {
            (printed_low, printed_high)
        };
        let value = if single {
            near(reach(printed_low))
        } else {
            None
        };
        let mut ends = reach(low);
        if low < high {
            ends.extend(reach(high));
        }
        ends.extend([from, to].into_iter().filter(|end| fits(*end)));
        ends.sort_by(f64::total_cmp);
        let everywhere = scan.always(&right);
        let factor = unknown.unit.factor();
        let holds = match (ends.first(), ends.last()) {
            (Some(first), Some(last)) => Some(Range {
                from: first / factor,
                to: last / factor,
            }),
            _ => None,
        };
        report.outcome = if everywhere {
            Outcome::Agrees
        } else if holds.is_some() || value.is_some() {
            Outcome::Assumes
        } else {
            report.reason = Some("outOfReach".to_owned());
            match report.basis {
                Status::Estimated | Status::Assumed => Outcome::Differs,
                _ => Outcome::Contradicted,
            }
        };
        report.recomputed = known.and_then(at).map(|found| {
            let value = found / figure.unit.factor();
            Range {
                from: value,
                to: value,
            }
        });
        report.assumption = Some(Assumption {
            name: unknown.name.clone(),
            label: unknown.label.clone(),
            unit: unknown.unit.to_string(),
            value: value.map(|value| value / factor),
            holds,
            known: unknown.known.as_ref().map(given),
            holds_as_known: known.map(fits),
        });
    }

    /// What the check measures, whatever its unknown is.
    pub(super) fn dimension(&self) -> Option<crate::printed::unit::Dimension> {
        match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit.dimension()),
            Way::Expression { tree, .. } => tree
                .evaluate(&|name| self.find(name, &[]))
                .map(|found| found.dimension),
        }
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
